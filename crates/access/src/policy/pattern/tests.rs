//! Which texts fit, and how many steps it takes to know.

use super::super::PolicyDocument;
use super::*;

const FIT: [(&str, &str); 16] = [
    ("*", ""),
    ("*", "acs:ecs:cn-hangzhou:1:image/m-1"),
    ("", ""),
    ("ecs:Describe*", "ecs:DescribeImages"),
    ("ecs:Describe*", "ecs:Describe"),
    ("*:List*Tags", "ecs:ListTagsTags"),
    ("acs:ecs:*:*:image/*", "acs:ecs:cn-hangzhou:1234567890123456:image/m-1/x:y"),
    ("a?c", "a镜c"),
    ("??", "镜像"),
    ("*?", "镜"),
    ("?*?", "ab"),
    ("a*?b*c", "aaxbbc"),
    ("*ab*ab", "abxab"),
    ("*aab", "aaab"),
    ("a**b", "ab"),
    ("*?b?*", "aabab"),
];

const NOT: [(&str, &str); 14] = [
    ("", "a"),
    ("?", ""),
    ("?", "ab"),
    ("??", "镜"),
    ("ecs:Describe*", "ecs:describeImages"),
    ("ecs:Describe*", " ecs:DescribeImages"),
    ("a*a", "a"),
    ("ab*ba", "aba"),
    ("*a", "ab"),
    ("a?c", "ac"),
    ("*??", "a"),
    ("a*b", "ab\n"),
    ("镜", "像"),
    ("*a*b*c*", "acb"),
];

fn fits(pattern: &str, case: Case, text: &str) -> bool {
    Patterns::new([pattern], case).matches(text)
}

#[test]
fn wildcards() {
    for (pattern, text) in FIT {
        assert!(fits(pattern, Case::Exact, text), "{pattern:?} {text:?}");
        assert!(fits(pattern, Case::Ignored, &text.to_ascii_uppercase()), "{pattern:?} {text:?}");
    }
    for (pattern, text) in NOT {
        assert!(!fits(pattern, Case::Exact, text), "{pattern:?} {text:?}");
    }
}

#[test]
fn letters_beyond_ascii_have_one_case() {
    // U+212A, the Kelvin sign, is a K to whoever folds all of Unicode. No action is spelled with it.
    assert!(!fits("kms:*", Case::Ignored, "\u{212a}ms:Decrypt"));
    assert!(!fits("é?", Case::Ignored, "É!"));
    assert!(fits("K?s:*", Case::Ignored, "kMS:Decrypt"));
}

/// Every text of up to `length` of `letters`.
fn texts(letters: &str, length: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..length {
        last = last.iter().flat_map(|text| letters.chars().map(move |c| format!("{text}{c}"))).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// What a pattern means, as simply as it can be said.
fn means(pattern: &str, text: &str) -> bool {
    let (mut of_pattern, mut of_text) = (pattern.chars(), text.chars());
    match (of_pattern.next(), of_text.next()) {
        (None, None) => true,
        (Some('*'), None) => means(of_pattern.as_str(), text),
        (Some('*'), Some(_)) => means(of_pattern.as_str(), text) || means(pattern, of_text.as_str()),
        (Some(wanted), Some(c)) if wanted == '?' || wanted == c => {
            means(of_pattern.as_str(), of_text.as_str())
        }
        _ => false,
    }
}

/// Alone, as one of two, and behind others that push it across the words: no pattern leads into the next.
#[test]
fn every_short_pattern_means_what_it_says() {
    let texts_of_two = texts("ab", 4);
    let before = vec!["c?c*c"; 17];
    for pattern in texts("ab?*", 4) {
        let alone = Patterns::new([&*pattern], Case::Exact);
        let with_another = Patterns::new([&*pattern, "b?"], Case::Exact);
        let behind = Patterns::new(before.iter().copied().chain([&*pattern]), Case::Exact);
        for text in &texts_of_two {
            let expected = means(&pattern, text);
            assert_eq!(alone.matches(text), expected, "{pattern:?} {text:?}");
            assert_eq!(behind.matches(text), expected, "{pattern:?} {text:?}");
            assert_eq!(with_another.matches(text), expected || means("b?", text), "{pattern:?} {text:?}");
        }
    }
}

/// Longest name that a policy is asked about: what stands before an id, and an id at its limit (the server's).
const NAME_CHARACTERS: usize = 60 + 128;
/// Most names of a request, and policies of a user (the server's): each of the one is asked about each of the other.
const QUESTIONS: usize = 100 * 110;
/// What a request may cost at most: well under a second.
const STEPS_MAX: usize = 700_000_000;

/// Patterns that fill a policy, each the worst for some way to match: many splits, `?` at each place, many that are short.
fn hostile() -> Vec<Vec<String>> {
    let most = PolicyDocument::LENGTH_MAX;
    vec![
        vec!["*".repeat(most - 1) + "b"],
        vec!["a*".repeat(most / 2) + "b"],
        vec!["*".to_owned() + &"a?".repeat(NAME_CHARACTERS / 4) + "b"; most * 2 / NAME_CHARACTERS],
        vec!["*?".repeat(most / 2)],
        vec!["*".to_owned() + &"?".repeat(most - 2) + "b"],
        vec!["*b*".to_owned(); most / 6],
        vec!["*a".to_owned() + &"a".repeat(most - 3) + "b"],
        ('\u{4e00}'..).take(most / 2).map(|c| format!("*{c}")).collect(),
    ]
}

#[test]
fn no_pattern_costs_more_than_its_length_times_that_of_the_text() {
    let text = "a".repeat(NAME_CHARACTERS);
    for patterns in hostile() {
        let shown: String = patterns[0].chars().take(12).collect();
        for case in [Case::Exact, Case::Ignored] {
            let patterns = Patterns::new(patterns.iter().map(String::as_str), case);
            let mut steps = 0;
            assert!(!patterns.follow(&text, &mut steps), "{shown}");
            let of_character = 2 * patterns.words.len() + patterns.words.len().max(LISTED_MAX);
            assert!(steps <= text.len() * of_character, "{shown}: {steps}");
            assert!(steps * QUESTIONS <= STEPS_MAX, "{shown}: {steps}");
        }
    }
    // And nothing is kept of it that is out of proportion to its text.
    for patterns in hostile() {
        let patterns = Patterns::new(patterns.iter().map(String::as_str), Case::Exact);
        let masks: usize = patterns.masks.iter().map(|(_, mask)| mask.len() * 8).sum();
        assert!(masks + patterns.listed.len() * 8 <= 16 * PolicyDocument::LENGTH_MAX);
    }
}
