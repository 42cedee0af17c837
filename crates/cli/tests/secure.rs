//! `imagekin serve` with a certificate of its own, the commands that call it, and what a server keeps to itself.

#![expect(clippy::disallowed_methods, reason = "real processes run in real time")]

use std::io::{BufRead, BufReader, Lines};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use tempfile::TempDir;

#[path = "common/waiting.rs"]
mod waiting;

use waiting::{PATIENCE, wait_until};

/// An authority, and a folder with what it has signed.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    folder: TempDir,
}

impl Authority {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "An authority of a test");
        std::fs::write(folder.path().join("ca.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
        Self { issuer: Issuer::new(params, key), folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a new certificate and its key; gives the flags of both.
    fn issue(&self, address: &str) -> [String; 4] {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![address.to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap().pem();
        std::fs::write(self.path("certificate.pem"), &certificate).unwrap();
        std::fs::write(self.path("key.pem"), key.serialize_pem()).unwrap();
        std::fs::write(self.path("both.pem"), certificate + &key.serialize_pem()).unwrap();
        let [certificate, key] =
            ["certificate.pem", "key.pem"].map(|name| self.path(name).display().to_string());
        ["--tls-certificate".to_owned(), certificate, "--tls-key".to_owned(), key]
    }
}

fn imagekin(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command.env_clear().args(arguments).env("IMAGEKIN_LOG", "warn");
    command
}

fn serve(folder: &Path, profile: &str, listen: &str) -> Command {
    let mut command = imagekin(&["serve", "--profile", profile, "--listen", listen, "--data-dir"]);
    command
        .arg(folder)
        .env("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID", "1234567890123456")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID", "LTAI-first")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET", "of-my-choice");
    command
}

/// A server that is killed when the test fails.
struct Running {
    child: Child,
    log: Lines<BufReader<ChildStderr>>,
    url: String,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let log = BufReader::new(child.stderr.take().unwrap()).lines();
        let url = line.trim_end().strip_prefix("listening on ").map(str::to_owned);
        let mut running = Self { child, log, url: url.clone().unwrap_or_default() };
        assert!(url.is_some(), "it does not listen: {:?}", running.log.next());
        running
    }

    fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    /// What it still says until it has ended well.
    fn terminate(mut self) -> String {
        self.signal("-TERM");
        let told: Vec<String> = self.log.by_ref().map_while(Result::ok).collect();
        assert_eq!(self.child.wait().unwrap().code(), Some(0), "{told:?}");
        told.join("\n")
    }

    /// Calls it with a command; gives the code it ends with.
    fn call(&self, authority: &Authority, certificate: Option<&Path>) -> Option<i32> {
        let mut command = imagekin(&["families", "--endpoint", &self.url]);
        command
            .env("SSL_CERT_FILE", authority.path("ca.pem"))
            .env("ALIBABA_CLOUD_REGION_ID", "cn-hangzhou")
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-first")
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "of-my-choice");
        if let Some(certificate) = certificate {
            command.env("IMAGEKIN_ENDPOINT_CERTIFICATE", certificate);
        }
        command.output().unwrap().status.code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_service_with_a_certificate_is_called_over_https() {
    let (authority, other, folder) = (Authority::new(), Authority::new(), tempfile::tempdir().unwrap());
    let mut command = serve(folder.path(), "production", "127.0.0.1:0");
    command.args(authority.issue("127.0.0.1"));
    let running = Running::start(command);
    assert!(running.url.starts_with("https://127.0.0.1:"), "{}", running.url);
    assert_eq!(running.call(&authority, None), Some(0));
    assert_eq!(running.call(&other, None), Some(4), "a certificate of another authority");
    assert_eq!(running.terminate(), "", "there is nothing to warn of");
}

#[test]
fn a_client_shows_the_certificate_that_the_service_asks_for() {
    let (authority, clients, folder) = (Authority::new(), Authority::new(), tempfile::tempdir().unwrap());
    clients.issue("127.0.0.1");
    let mut command = serve(folder.path(), "production", "127.0.0.1:0");
    command.args(authority.issue("127.0.0.1")).arg("--tls-client-ca").arg(clients.path("ca.pem"));
    let running = Running::start(command);
    assert_eq!(running.call(&authority, Some(&clients.path("both.pem"))), Some(0));
    assert_eq!(running.call(&authority, None), Some(4), "no certificate");
    assert_eq!(running.call(&authority, Some(&authority.path("both.pem"))), Some(4), "a stranger's");
    for half in ["certificate.pem", "key.pem", "nothing.pem"] {
        assert_eq!(running.call(&authority, Some(&clients.path(half))), Some(2), "{half}");
    }
    running.terminate();
}

/// On SIGHUP at once; and what cannot be used is told, with the old certificate served on.
#[test]
fn the_certificate_is_read_again_when_it_is_asked_for() {
    let (first, second, folder) = (Authority::new(), Authority::new(), tempfile::tempdir().unwrap());
    let mut command = serve(folder.path(), "production", "127.0.0.1:0");
    command.args(first.issue("127.0.0.1"));
    // Not by itself within this test.
    command.env("IMAGEKIN_TLS__LOOK_EVERY_MS", "3600000");
    let mut running = Running::start(command);
    std::fs::write(first.path("key.pem"), "not a key").unwrap();
    running.signal("-HUP");
    let told = running.log.next().unwrap().unwrap();
    assert!(told.contains("ERROR") && told.contains("key.pem holds no private key in PEM"), "{told}");
    assert_eq!(running.call(&first, None), Some(0));

    second.issue("127.0.0.1");
    for file in ["certificate.pem", "key.pem"] {
        std::fs::copy(second.path(file), first.path(file)).unwrap();
    }
    running.signal("-HUP");
    wait_until("the new certificate is served", PATIENCE, || {
        (running.call(&second, None) == Some(0)).then_some(())
    });
    assert_eq!(running.call(&first, None), Some(4));
    assert_eq!(running.terminate(), "");
}

#[test]
fn a_certificate_that_cannot_be_used_is_told_at_the_start() {
    let (authority, folder) = (Authority::new(), tempfile::tempdir().unwrap());
    let flags = authority.issue("127.0.0.1");
    std::fs::write(authority.path("key.pem"), KeyPair::generate().unwrap().serialize_pem()).unwrap();
    let mut command = serve(folder.path(), "production", "127.0.0.1:0");
    let Output { status, stdout, stderr } = command.args(flags).output().unwrap();
    let told = String::from_utf8(stderr).unwrap();
    assert!(!status.success() && stdout.is_empty());
    assert!(told.contains("is not that of the certificate in"), "{told}");
}

#[test]
fn plain_http_beyond_this_machine_is_warned_of_in_production() {
    let authority = Authority::new();
    for (profile, listen, with_tls, is_warned_of) in [
        ("production", "0.0.0.0:0", false, true),
        ("production", "0.0.0.0:0", true, false),
        ("production", "127.0.0.1:0", false, false),
        ("sandbox", "0.0.0.0:0", false, false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = serve(folder.path(), profile, listen);
        if with_tls {
            command.args(authority.issue("127.0.0.1"));
        }
        let told = Running::start(command).terminate();
        let is_told = told.contains("plain HTTP") && told.contains("--tls-certificate");
        assert_eq!(is_told, is_warned_of, "{profile} {listen} {with_tls}: {told}");
        assert!(told.lines().count() <= 1, "{told}");
    }
}

/// Who is asked of `/proc`: it belongs to root where the memory is hidden, else to whoever runs the process.
#[cfg(target_os = "linux")]
#[test]
fn a_server_leaves_no_core_dump_and_production_hides_its_memory() {
    const NOBODY: u32 = 65_534;
    let is_root = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    for (profile, is_hidden) in [("production", true), ("sandbox", false)] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = serve(&folder.path().join("data"), profile, "127.0.0.1:0");
        if is_root {
            command = as_nobody(&command, folder.path(), NOBODY);
        }
        let running = Running::start(command);
        let process = PathBuf::from(format!("/proc/{}", running.child.id()));
        let limits = std::fs::read_to_string(process.join("limits")).unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        let core: Vec<&str> = core.split_whitespace().skip(4).collect();
        assert_eq!(core, ["0", "0", "bytes"], "{profile}");
        let owner = std::fs::metadata(process.join("environ")).unwrap().uid();
        assert_eq!(owner == 0, is_hidden, "{profile}: {owner}");
        running.terminate();
    }
}

/// The same command by somebody who is not root, in a folder that is his, with a binary that he may run.
#[cfg(target_os = "linux")]
fn as_nobody(command: &Command, folder: &Path, nobody: u32) -> Command {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    let binary = folder.join("imagekin");
    std::fs::copy(command.get_program(), &binary).unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    chown(folder, Some(nobody), Some(nobody)).unwrap();
    let mut by_nobody = Command::new(binary);
    let variables = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
    by_nobody.env_clear().envs(variables).args(command.get_args()).uid(nobody).gid(nobody);
    by_nobody
}
