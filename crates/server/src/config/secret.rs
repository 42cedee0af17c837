//! Where a secret is that never stands in the settings themselves: in a variable, in a file, or in what a program prints.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;
use zeroize::Zeroizing;

/// Longest secret, in bytes.
const SECRET_BYTES_MAX: usize = 4_096;
/// Longest time for a program to print a secret.
const COMMAND_TIME_MAX: Duration = Duration::from_secs(30);
/// Most that is told of what a program says of its failure, in bytes.
const COMPLAINT_BYTES_MAX: usize = 2_048;

/// `env:VARIABLE`, `file:PATH` or `command:PROGRAM ARGUMENT…`. What is none of these is never shown: it may be the secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretSource {
    /// A variable of the environment.
    Variable(String),
    /// A file.
    File(PathBuf),
    /// What a program prints: its name and its arguments. No shell reads them.
    Command(Vec<String>),
}

/// What a text says that names no place of a secret.
const NO_SOURCE: &str = "must be env:VARIABLE, file:PATH or command:PROGRAM ARGUMENT…";

impl SecretSource {
    /// Reads one of the three forms.
    ///
    /// # Errors
    /// What it must be.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        match text.split_once(':') {
            Some(("env", name)) if !name.is_empty() => Ok(Self::Variable(name.to_owned())),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(PathBuf::from(path))),
            Some(("command", command)) if !command.trim().is_empty() => {
                Ok(Self::Command(command.split_whitespace().map(str::to_owned).collect()))
            }
            _ => Err(NO_SOURCE),
        }
    }

    /// The secret, as it is there.
    ///
    /// # Errors
    /// Why it is not there, without any of it.
    pub fn read(&self) -> Result<Zeroizing<Vec<u8>>, String> {
        let read = match self {
            #[expect(clippy::disallowed_methods, reason = "the settings say which variable holds a secret")]
            Self::Variable(name) => std::env::var(name)
                .map(|text| Zeroizing::new(text.into_bytes()))
                .map_err(|_| "is not set".to_owned()),
            Self::File(path) => read_file(path).map_err(|error| error.to_string()),
            Self::Command(words) => run(words),
        };
        let read = read.and_then(|bytes| match bytes.len() {
            0..=SECRET_BYTES_MAX => Ok(bytes),
            _ => Err(format!("is longer than {SECRET_BYTES_MAX} bytes")),
        });
        read.map_err(|why| format!("{self}: {why}"))
    }

    /// The secret as a text, without the space around it.
    ///
    /// # Errors
    /// As [`read`](Self::read), and where there is no text.
    pub fn read_text(&self) -> Result<Zeroizing<String>, String> {
        let bytes = self.read()?;
        match std::str::from_utf8(&bytes).map(str::trim) {
            Ok("") => Err(format!("{self} is empty")),
            Ok(text) => Ok(Zeroizing::new(text.to_owned())),
            Err(_) => Err(format!("{self} is no text")),
        }
    }
}

impl fmt::Display for SecretSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{}", path.display()),
            Self::Command(words) => write!(f, "command:{}", words.join(" ")),
        }
    }
}

impl Serialize for SecretSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SecretSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

/// Takes a text. A number, which serde would show in its error, may be a secret as well.
struct Visitor;

impl serde::de::Visitor<'_> for Visitor {
    type Value = SecretSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("env:VARIABLE, file:PATH or command:PROGRAM ARGUMENT…")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<SecretSource, E> {
        SecretSource::parse(text).map_err(E::custom)
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }

    fn visit_i128<E: serde::de::Error>(self, _: i128) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }

    fn visit_u128<E: serde::de::Error>(self, _: u128) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<SecretSource, E> {
        Err(E::custom(NO_SOURCE))
    }
}

fn read_file(path: &Path) -> std::io::Result<Zeroizing<Vec<u8>>> {
    use std::io::Read;
    // Of its full length from the beginning: a buffer that grows leaves shorter ones behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(SECRET_BYTES_MAX + 1));
    std::fs::File::open(path)?.take(SECRET_BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a program prints, on a thread of its own: settings are read where there is a runtime and where there is none.
fn run(words: &[String]) -> Result<Zeroizing<Vec<u8>>, String> {
    let printing = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let printed = runtime.block_on(async { tokio::time::timeout(COMMAND_TIME_MAX, print(words)).await });
        printed.unwrap_or_else(|_| Err(format!("has not ended after {} s", COMMAND_TIME_MAX.as_secs())))
    };
    let printed = std::thread::scope(|scope| scope.spawn(printing).join());
    printed.unwrap_or_else(|_| Err("was given up".to_owned()))
}

/// Runs a program to its end. Dropped before, this kills it.
async fn print(words: &[String]) -> Result<Zeroizing<Vec<u8>>, String> {
    let (program, arguments) = words.split_first().ok_or("names no program")?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("cannot be run: {error}"))?;
    let (printed, complaint) = (child.stdout.take(), child.stderr.take());
    let (printed, complaint, status) = tokio::join!(
        read_pipe(printed, SECRET_BYTES_MAX + 1),
        read_pipe(complaint, COMPLAINT_BYTES_MAX),
        child.wait()
    );
    let status = status.map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!("failed with {status}: {}", String::from_utf8_lossy(&complaint).trim()));
    }
    Ok(printed)
}

/// The beginning of what comes out of a pipe; the rest is read and thrown away, so that the program can go on.
async fn read_pipe(pipe: Option<impl AsyncRead + Unpin>, bytes_max: usize) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(bytes_max));
    let Some(mut pipe) = pipe else { return bytes };
    // What cannot be read is not there: whether that is enough, the reader of the secret says.
    let _ = (&mut pipe).take(bytes_max as u64).read_to_end(&mut bytes).await;
    let _ = tokio::io::copy(&mut pipe, &mut tokio::io::sink()).await;
    bytes
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn source(text: &str) -> SecretSource {
        SecretSource::parse(text).unwrap()
    }

    #[test]
    fn each_place_has_its_form_and_what_is_none_is_not_shown() {
        for text in ["env:KEY", "file:/run/secrets/key", "command:kms decrypt --key a"] {
            assert_eq!(source(text).to_string(), text);
        }
        for text in ["hunter2", "env:", "file:", "command: ", "vault:hunter2", ""] {
            assert_eq!(SecretSource::parse(text), Err(NO_SOURCE));
        }
        for json in ["\"hunter2\"", "77777", "-77777", "7.7777", "true"] {
            let told = serde_json::from_str::<SecretSource>(json).unwrap_err().to_string();
            assert!(told.contains("must be env:VARIABLE"), "{told}");
            assert!(!told.contains("hunter2") && !told.contains("777") && !told.contains("true"), "{told}");
        }
    }

    #[test]
    fn a_secret_is_read_from_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        std::fs::write(&file, " hunter2\n").unwrap();
        let file = source(&format!("file:{}", file.display()));
        assert_eq!(file.read_text().unwrap().as_str(), "hunter2");
        assert_eq!(file.read().unwrap().as_slice(), b" hunter2\n");
        assert_eq!(source("command:echo hunter2").read_text().unwrap().as_str(), "hunter2");
        // No shell reads it.
        assert_eq!(source("command:echo $HOME;id").read_text().unwrap().as_str(), "$HOME;id");
    }

    /// Also within a runtime, as a server reads it again.
    #[tokio::test]
    async fn what_fails_says_why_and_shows_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("script");
        std::fs::write(&script, "#!/bin/sh\necho hunter2\necho the vault is shut >&2\nexit 3\n").unwrap();
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
        let long = folder.path().join("long");
        std::fs::write(&long, "hunter2".repeat(1_000)).unwrap();
        let (script, long) = (script.display(), long.display());
        for (text, why) in [
            ("env:NO_SUCH_VARIABLE".to_owned(), "is not set"),
            ("file:/no/such/file".to_owned(), "/no/such/file: No such file"),
            (format!("file:{long}"), "longer than"),
            ("command:/no/such/program".to_owned(), "cannot be run"),
            (format!("command:{script}"), "exit status: 3: the vault is shut"),
            (format!("command:cat {long}"), "longer than"),
            ("command:true".to_owned(), "is empty"),
        ] {
            let told = source(&text).read_text().unwrap_err();
            assert!(told.contains(why) && !told.contains("hunter2"), "{told}");
        }
    }
}
