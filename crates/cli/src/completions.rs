//! `imagekin completions`: completions for a shell.

use std::io::Write;

use clap::{Args, Command, ValueEnum};
use clap_complete::{Shell, generate};

use crate::failure::Failure;

/// Flags of `imagekin completions`.
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Name,
}

/// The shells that are supported.
#[derive(Clone, Copy, ValueEnum)]
enum Name {
    Bash,
    Zsh,
    Fish,
}

impl Completions {
    /// Prints the script that teaches the shell `command`.
    pub(crate) fn run(self, mut command: Command) -> Result<(), Failure> {
        let shell = match self.shell {
            Name::Bash => Shell::Bash,
            Name::Zsh => Shell::Zsh,
            Name::Fish => Shell::Fish,
        };
        let mut script = Vec::new();
        generate(shell, &mut command, "imagekin", &mut script);
        Ok(std::io::stdout().write_all(&script)?)
    }
}
