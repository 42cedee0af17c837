//! Running the binary, and what came of it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What a command did.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// Standard output of a command that must succeed.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self.stdout
    }

    /// Standard error of a command that cannot be carried out.
    #[track_caller]
    pub(crate) fn fails(self) -> String {
        self.fails_with(2)
    }

    /// Standard error of a command that must end with this code.
    #[track_caller]
    pub(crate) fn fails_with(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self.stderr
    }
}

/// The binary, without the settings of whoever runs the tests.
pub(crate) fn imagekin() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("IMAGEKIN_") {
            command.env_remove(name);
        }
    }
    command.env("IMAGEKIN_LOG", "error").env_remove("RUST_BACKTRACE");
    command
}

/// The same, which tells what it does from this level on.
pub(crate) fn with_log(level: &str) -> Command {
    let mut command = imagekin();
    command.env("IMAGEKIN_LOG", level).env("NO_COLOR", "1");
    command
}

/// Runs it with these arguments.
pub(crate) fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Outcome {
    outcome(imagekin().args(arguments))
}

/// What becomes of a command.
pub(crate) fn outcome(command: &mut Command) -> Outcome {
    let output = command.output().expect("the binary is built");
    let [stdout, stderr] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    Outcome { code: output.status.code(), stdout, stderr }
}

/// `imagekin COMMAND --data-dir FOLDER …`.
pub(crate) fn on(command: &str, folder: &Path, more: &[&str]) -> Outcome {
    let folder = folder.to_str().expect("a path that is text");
    run([&[command, "--data-dir", folder], more].concat())
}
