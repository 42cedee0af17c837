//! Words that do not belong in a file. They are put together from parts here, so that this file passes, too.

use super::repository::{File, Repository};

/// Marks of work left for later.
const UNFINISHED: [&str; 4] =
    [concat!("to", "do!"), concat!("un", "implemented!"), concat!("FIX", "ME"), concat!("#[ig", "nore")];

/// Folders of one person's machine, and registries: which mirror is used is the business of who builds.
const MACHINE: [&str; 9] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("npmjs", ".org"),
    concat!("proxy.golang", ".org"),
    concat!("static.crates", ".io"),
    concat!("index.crates", ".io"),
];

/// Every source file opens with one sentence saying what it is for.
pub(super) fn opening(repository: &Repository) -> Vec<String> {
    let silent = repository.rust().filter(|file| !file.text.starts_with("//! "));
    silent.map(|file| format!("{}:1: does not open with a `//! ` line", file.path)).collect()
}

/// Nothing says that it will be done another day, and no test is left out.
pub(super) fn unfinished(repository: &Repository) -> Vec<String> {
    repository.rust().flat_map(|file| containing(file, &UNFINISHED)).collect()
}

/// No file names a folder of a machine or a registry's host.
pub(super) fn machine(repository: &Repository) -> Vec<String> {
    repository.files.iter().flat_map(|file| containing(file, &MACHINE)).collect()
}

/// Each `allow` and `expect` of a lint has a reason.
pub(super) fn silenced(repository: &Repository) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in repository.rust() {
        for (index, line) in file.text.lines().enumerate() {
            let line = line.trim_start();
            let opens = ["#[allow(", "#![allow(", "#[expect(", "#![expect("]
                .iter()
                .any(|open| line.starts_with(open));
            if opens && !has_reason(file, index) {
                complaints.push(format!(
                    "{}:{}: a lint is silenced without `reason = …`",
                    file.path,
                    index + 1
                ));
            }
        }
    }
    complaints
}

/// Whether the attribute that begins on this line, and may go on over the next ones, has a reason.
fn has_reason(file: &File, index: usize) -> bool {
    for line in file.text.lines().skip(index) {
        if line.contains("reason = ") {
            return true;
        }
        if line.trim_end().ends_with(")]") {
            return false;
        }
    }
    false
}

fn containing(file: &File, words: &[&str]) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for word in words.iter().filter(|word| has_word(line, word)) {
            complaints.push(format!("{}:{}: has `{word}`", file.path, index + 1));
        }
    }
    complaints
}

/// Whether the line has the word where no longer one begins before: `/a/work/` is a relative path's end.
fn has_word(line: &str, word: &str) -> bool {
    let begins = |(at, _): (usize, &str)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(begins)
}

#[cfg(test)]
mod tests {
    use super::super::repository::repository;
    use super::*;

    #[test]
    fn each_word_is_found_with_its_place() {
        for word in UNFINISHED {
            let complaints =
                unfinished(&repository(&[("a.rs", &format!("//! A.\n{word}\n")), ("a.md", word)]));
            assert_eq!(complaints, [format!("a.rs:2: has `{word}`")]);
        }
        for word in MACHINE {
            assert_eq!(machine(&repository(&[("a.md", word)])), [format!("a.md:1: has `{word}`")]);
        }
    }

    #[test]
    fn a_word_begins_where_no_other_goes_on() {
        let folder = MACHINE[0];
        assert!(has_word(&format!("in `{folder}x`"), folder));
        assert!(!has_word(&format!("frame{folder}x"), folder));
    }

    #[test]
    fn a_source_file_opens_with_a_sentence() {
        let complaints = opening(&repository(&[("a.rs", "//! A.\n"), ("b.rs", "fn b() {}\n"), ("c.md", "")]));
        assert_eq!(complaints, ["b.rs:1: does not open with a `//! ` line"]);
    }

    #[test]
    fn a_silenced_lint_has_a_reason() {
        let allow = concat!("#[all", "ow(x)]");
        let with = "#![expect(\n    x,\n    reason = \"it is so\"\n)]\n";
        let complaints = silenced(&repository(&[("a.rs", &format!("{with}{allow}\nfn a() {{}}\n"))]));
        assert_eq!(complaints, ["a.rs:5: a lint is silenced without `reason = …`"]);
    }
}
