//! Running the binary as a person or a script does, and looking at what came of it.

use std::path::Path;
use std::process::{Command, Stdio};

/// The secret that the tests sign with, where no real service verifies: it must be in no output.
const SECRET: &str = "correct-horse-battery-staple";

/// What a command did.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// Standard output of a command that must succeed.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self.stdout
    }

    /// Standard error of a command that must end with the code.
    pub(crate) fn fails(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}{}", self.stdout, self.stderr);
        self.stderr
    }
}

/// The binary with nothing of the shell that runs the tests: no variable, no home.
pub(crate) fn imagekin(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command.env_clear().args(arguments).stdin(Stdio::null());
    command
}

/// A client of the service at `address`, with a key.
pub(crate) fn client(address: &str, arguments: &[&str]) -> Command {
    let mut command = imagekin(arguments);
    command
        .env("IMAGEKIN_ENDPOINT", format!("http://{address}"))
        .env("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET)
        .env("ALIBABA_CLOUD_REGION_ID", "cn-hangzhou");
    command
}

/// Runs it to its end.
pub(crate) fn outcome(mut command: Command) -> Outcome {
    let output = command.output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(!stdout.contains(SECRET) && !stderr.contains(SECRET), "the secret is told:\n{stdout}{stderr}");
    Outcome { code: output.status.code().unwrap_or(-1), stdout, stderr }
}

/// Compares with a file beside the tests; `IMAGEKIN_TEST_BLESS=1` writes it.
#[expect(clippy::disallowed_methods, reason = "how the tests are run is no setting of the program")]
pub(crate) fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client").join(name);
    if std::env::var_os("IMAGEKIN_TEST_BLESS").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == actual, "{name} differs; IMAGEKIN_TEST_BLESS=1 writes it anew. It is now:\n{actual}");
}
