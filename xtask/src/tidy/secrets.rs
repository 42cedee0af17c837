//! How secrets are compared: in one place, in a time that tells nothing. A clock could not show it, and one careless `==`
//! would undo it.

use super::repository::{File, Repository};

/// The function that compares, and what it does so with.
const PLACE: &str = "crates/rpc/src/signature.rs";
const CONSTANT_TIME: &str = "verify_slices_are_equal";
/// Others that compare: in constant time, too, but then there would be several places to look at.
const ELSEWHERE: [&str; 3] = [CONSTANT_TIME, "hmac::verify(", "ct_eq("];
/// What compares in a time that depends on where the first difference is.
const COMPARES: [&str; 6] = [" == ", " != ", ".eq(", ".ne(", ".cmp(", ".starts_with("];
/// What is secret, or is as good as a secret to whoever guesses it.
const SECRET: [&str; 4] = ["signature", "sealed", "expose()", "secret"];

/// Signatures, tokens and secrets are compared by `is_same` alone.
pub(super) fn compared(repository: &Repository) -> Vec<String> {
    let shipped = |file: &&File| file.path.starts_with("crates/") && file.path.contains("/src/");
    let mut complaints: Vec<String> =
        repository.rust().filter(shipped).filter(|file| !file.is_test()).flat_map(compared_in).collect();
    let place = repository.files.iter().find(|file| file.path == PLACE);
    let times = place.map_or(0, |file| file.text.matches(CONSTANT_TIME).count());
    if times != 1 {
        complaints.push(format!("{PLACE}:1: has {CONSTANT_TIME} {times} times, not once"));
    }
    complaints
}

fn compared_in(file: &File) -> Vec<String> {
    let (source, _) = file.source_and_tests();
    let mut complaints = Vec::new();
    for (index, line) in source.iter().enumerate() {
        let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
        let is_secret = SECRET.iter().any(|word| has_identifier(line, word));
        let elsewhere = file.path != PLACE && has(&ELSEWHERE);
        if !line.trim_start().starts_with("//") && (elsewhere || (is_secret && has(&COMPARES))) {
            complaints.push(format!(
                "{}:{}: compares a secret otherwise than by signature::is_same",
                file.path,
                index + 1
            ));
        }
    }
    complaints
}

/// Whether the line has the word as a whole name, outside of a text.
fn has_identifier(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '"' || c == '-';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}

#[cfg(test)]
mod tests {
    use super::super::repository::repository;
    use super::*;

    const SOUND: &str = "//! S.\npub fn is_same() { verify_slices_are_equal(a, b) }\n";

    fn complaints(path: &str, line: &str) -> usize {
        compared(&repository(&[(PLACE, SOUND), (path, &format!("//! A.\n{line}\n"))])).len()
    }

    #[test]
    fn a_careless_comparison_is_found() {
        for line in [
            "    expected == signature",
            "    if given.signature != right {",
            "    token.0 == sealed",
            "    key.secret.expose() == text",
            "    expected.as_bytes().eq(signature.as_bytes())",
            "    right.starts_with(signature)",
            "    hmac::verify(&key, text, &tag).is_ok()",
            "    verify_slices_are_equal(a, b).is_ok()",
        ] {
            assert_eq!(complaints("crates/a/src/a.rs", line), 1, "{line}");
            assert_eq!(complaints("crates/a/tests/a.rs", line), 0, "{line}");
        }
        for line in [
            "    name == \"Signature\" || name == \"signature\"",
            "    // signature == expected",
            "    is_same(&expected, signature.as_bytes())",
            "    limits.wrong_signatures_max == 0",
            "    name != \"x-oss-signature\"",
        ] {
            assert_eq!(complaints("crates/a/src/a.rs", line), 0, "{line}");
        }
    }

    #[test]
    fn the_place_itself_stays_as_it_is() {
        assert_eq!(compared(&repository(&[(PLACE, SOUND)])), [""; 0]);
        for broken in ["//! S.\npub fn is_same() { expected == signature }\n", "//! S.\n"] {
            assert!(!compared(&repository(&[(PLACE, broken)])).is_empty(), "{broken}");
        }
    }
}
