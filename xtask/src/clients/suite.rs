//! The clients in `tests/clients`: how each is installed, and how its tests are run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::identity::Identity;
use super::{snippets, terraform};
use crate::command::{run as run_command, run_quietly};

/// The tests of one client: a folder of `tests/clients`.
pub(super) struct Suite {
    pub(super) name: &'static str,
    language: Language,
}

enum Language {
    Python,
    Node,
    Go,
    Terraform,
}

pub(super) const SUITES: [Suite; 9] = [
    Suite { name: "python_v1", language: Language::Python },
    Suite { name: "python_v2", language: Language::Python },
    Suite { name: "python_objects", language: Language::Python },
    Suite { name: "node_pop", language: Language::Node },
    Suite { name: "node_v2", language: Language::Node },
    Suite { name: "go_v1", language: Language::Go },
    Suite { name: "aliyun_cli", language: Language::Go },
    Suite { name: "packer", language: Language::Go },
    Suite { name: "terraform", language: Language::Terraform },
];

/// The clients speak plain HTTP to a local server; a proxy of the machine is for the registries only.
const PROXY_VARIABLES: [&str; 6] =
    ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

impl Suite {
    /// Installs the client at its pinned versions, unless that was done.
    pub(super) fn install(&self) -> anyhow::Result<()> {
        match self.language {
            Language::Python => {
                self.install_once("requirements.txt", &self.venv()?, "installed", || self.install_python())
            }
            Language::Node => {
                let modules = self.folder().join("node_modules");
                self.install_once("package-lock.json", &modules, "installed", || self.install_node())
            }
            Language::Go => self.compile_go(),
            Language::Terraform => terraform::PROGRAMS.iter().try_for_each(|program| {
                let (lock, stamp) =
                    (format!("{}/go.sum", program.module), format!("{}-built", program.module));
                let build = || program.build(&self.folder(), &self.made());
                self.install_once(&lock, &program.path(&self.made()), &stamp, build)
            }),
        }
    }

    /// Whether it is run when none is named. Terraform's is not: its programs are built for a quarter of an hour, and
    /// the provider waits for minutes, whatever the server says.
    pub(super) fn is_default(&self) -> bool {
        !matches!(self.language, Language::Terraform)
    }

    /// Whether it is run as such a caller. Terraform is run as the account alone: it takes minutes.
    pub(super) fn is_run_as(&self, identity: &Identity) -> bool {
        self.is_default() || identity.is_account()
    }

    /// Whether it can assume a role by itself, for which it wants HTTPS.
    pub(super) fn assumes_roles(&self) -> bool {
        matches!(self.language, Language::Terraform)
    }

    /// Runs its tests, with the environment that `tests/clients/README.md` describes.
    pub(super) fn test(&self, contract: &[(&str, String)]) -> anyhow::Result<()> {
        let mut command = match self.language {
            Language::Python => {
                let mut python = Command::new(self.venv()?.join("bin/python"));
                python.args(["-m", "pytest", "-q"]);
                python
            }
            Language::Node => {
                let mut npm = Command::new("npm");
                npm.args(["--silent", "test"]);
                npm
            }
            Language::Go => {
                let mut go = Command::new("go");
                go.args(["test", "-count=1", "./..."]);
                go
            }
            Language::Terraform => {
                return terraform::test(&self.folder(), &self.made(), contract);
            }
        };
        without_proxy(command.current_dir(self.folder()));
        for (name, value) in contract {
            command.env(name, value);
        }
        run_command(&mut command)
    }

    /// The README's program for this client, if it has one that can be run.
    pub(super) fn snippet(&self) -> Option<&'static str> {
        match self.name {
            "python_v1" => Some("python-v1"),
            "python_v2" => Some("python-v2"),
            "node_pop" => Some("node-pop"),
            "node_v2" => Some("node-v2"),
            "go_v1" => Some("go"),
            _ => None,
        }
    }

    /// The command that runs a program with this client's packages.
    pub(super) fn snippet_command(&self, program: &str) -> anyhow::Result<Command> {
        let mut command = match self.language {
            Language::Python => Command::new(self.venv()?.join("bin/python")),
            Language::Node => Command::new("node"),
            Language::Go | Language::Terraform => Command::new("go"),
        };
        match self.language {
            Language::Python => command.args(["-c", program]),
            Language::Node => command.args(["-e", program]),
            Language::Go | Language::Terraform => {
                command.arg("run").arg(snippets::write(&self.made(), "main.go", program)?)
            }
        };
        command.current_dir(self.folder());
        Ok(command)
    }

    fn folder(&self) -> PathBuf {
        Path::new("tests/clients").join(self.name)
    }

    /// What is made for it: `target/clients/<name>`.
    fn made(&self) -> PathBuf {
        Path::new("target/clients").join(self.name)
    }

    /// Absolute, since its programs are called from the client's folder.
    fn venv(&self) -> anyhow::Result<PathBuf> {
        Ok(std::env::current_dir()?.join(self.made()).join("venv"))
    }

    /// Does the installation unless it was done for the same text of the `lock` file, which `stamp` keeps, and `result`
    /// is still there.
    fn install_once(
        &self,
        lock: &str,
        result: &Path,
        stamp: &str,
        install: impl FnOnce() -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let lock = self.folder().join(lock);
        let wanted = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        let stamp = self.made().join(stamp);
        if result.exists() && fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        install()?;
        fs::create_dir_all(self.made())?;
        fs::write(stamp, wanted).context("cannot note what is installed")
    }

    fn install_python(&self) -> anyhow::Result<()> {
        let venv = self.venv()?;
        run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
        let mut pip = Command::new(venv.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        run_quietly(pip.arg(self.folder().join("requirements.txt")))?;
        Ok(())
    }

    fn install_node(&self) -> anyhow::Result<()> {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(self.folder());
        run_quietly(&mut npm).map(drop)
    }

    /// Compiles, vets and links the tests, and runs `true` in their place: the build cache keeps it all.
    fn compile_go(&self) -> anyhow::Result<()> {
        run_quietly(Command::new("go").args(["test", "-exec", "true", "./..."]).current_dir(self.folder()))
            .map(drop)
    }
}

/// Hides the machine's proxy from the command.
pub(super) fn without_proxy(command: &mut Command) {
    for name in PROXY_VARIABLES {
        command.env_remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_of_clients_is_a_suite() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/clients");
        let is_folder = |entry: &fs::DirEntry| entry.path().is_dir();
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a plain name");
        let mut folders: Vec<String> =
            fs::read_dir(folder).expect("a folder").map(Result::unwrap).filter(is_folder).map(name).collect();
        folders.sort();
        let mut suites = SUITES.map(|suite| suite.name);
        suites.sort_unstable();
        assert_eq!(folders, suites);
    }
}
