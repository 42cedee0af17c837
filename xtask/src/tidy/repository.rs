//! What the rules look at: the repository's text files and its crates.

use std::fs;
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

use crate::command::output;

/// A text file; `path` is relative to the root and has `/` between folders.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

/// The committed files (and new ones that git does not ignore), and `cargo metadata` of the workspace.
pub(super) struct Repository {
    pub(super) files: Vec<File>,
    /// The workspace's own packages.
    pub(super) packages: Vec<Value>,
}

impl Repository {
    pub(super) fn read() -> anyhow::Result<Self> {
        let mut git = Command::new("git");
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let paths = output(&mut git).context("cannot list the repository's files")?;
        // A file that is no text has no rule, and one that was just removed is still listed.
        let file = |path: &str| Some(File { text: fs::read_to_string(path).ok()?, path: path.to_owned() });
        let files = paths.split_terminator('\0').filter_map(file).collect();

        let mut metadata = Command::new("cargo");
        metadata.args(["metadata", "--no-deps", "--format-version=1"]);
        let metadata: Value = serde_json::from_str(&output(&mut metadata)?)?;
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        Ok(Self { files, packages })
    }

    pub(super) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }
}

impl File {
    /// Whether all of it is there for tests only.
    pub(super) fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.split('/').any(|folder| folder == "tests")
    }

    /// The lines before the inline module of unit tests, and the lines of that module.
    pub(super) fn source_and_tests(&self) -> (Vec<&str>, Vec<&str>) {
        let mut source: Vec<&str> = self.text.lines().collect();
        let start = if self.is_test() { 0 } else { inline_tests(&source).unwrap_or(source.len()) };
        let tests = source.split_off(start);
        (source, tests)
    }
}

/// The index of the line that begins `#[cfg(test)] mod … {`. By custom it is the last thing in its file.
fn inline_tests(lines: &[&str]) -> Option<usize> {
    let is_inline = |at: usize| {
        let item = lines[at + 1..].iter().find(|line| !line.starts_with("#["));
        lines[at] == "#[cfg(test)]"
            && item.is_some_and(|item| item.starts_with("mod ") && item.ends_with('{'))
    };
    (0..lines.len()).find(|at| is_inline(*at))
}

#[cfg(test)]
pub(super) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

/// A repository of these files, without any crate.
#[cfg(test)]
pub(super) fn repository(files: &[(&str, &str)]) -> Repository {
    Repository { files: files.iter().map(|(path, text)| file(path, text)).collect(), packages: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_source() {
        let both = file("a/src/b.rs", "//! B.\nfn b() {}\n\n#[cfg(test)]\n#[expect(x)]\nmod tests {\n}\n");
        let (source, tests) = both.source_and_tests();
        assert_eq!((source.len(), tests.len()), (3, 4));
        let source_only = file("a/src/b.rs", "#[cfg(test)]\nmod tests;\nfn b() {}\n");
        assert_eq!(source_only.source_and_tests().0.len(), 3);
        for path in ["a/tests/b.rs", "a/src/b/tests.rs"] {
            assert_eq!(file(path, "fn b() {}\n").source_and_tests().0.len(), 0, "{path}");
        }
    }
}
