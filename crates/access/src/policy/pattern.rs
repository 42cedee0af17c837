//! Wildcards: `*` stands for any number of characters, `?` for one.
//!
//! “An asterisk (`*`) indicates the number (which includes zero) of letters”, “a question mark (`?`) indicates an allowed
//! letter” (<https://www.alibabacloud.com/help/doc-detail/93739.htm>). Nothing is said of `:` and `/`, so `*` goes across
//! them, and there is no way to escape a wildcard.

/// Whether `a` and `A` are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// They differ.
    Exact,
    /// They are the same; of letters beyond ASCII only themselves.
    Ignored,
}

/// A text with wildcards.
///
/// A policy is somebody's input, so matching must not be exponential. Between two `*` the first place that fits is as good
/// as any later one, so nothing is ever taken back: each piece is searched once, from where the one before it ended. A piece
/// with `?` is tried at each place, at worst as many steps as its length times the text's.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// What stands before, between and after the `*`; one piece if there is none. Only the first and the last may be empty.
    pieces: Box<[Piece]>,
    case: Case,
}

impl Pattern {
    pub(super) fn new(text: &str, case: Case) -> Self {
        let last = text.split('*').count() - 1;
        let piece = |(at, piece): (usize, &str)| {
            (at == 0 || at == last || !piece.is_empty()).then(|| Piece::new(piece))
        };
        Self { pieces: text.split('*').enumerate().filter_map(piece).collect(), case }
    }

    /// Does all of `text` fit?
    pub(super) fn matches(&self, text: &str) -> bool {
        let Some((first, others)) = self.pieces.split_first() else { return false };
        let Some(mut rest) = first.strip(text, self.case) else { return false };
        let Some((last, between)) = others.split_last() else { return rest.is_empty() };
        for piece in between {
            let Some(after) = piece.find(rest, self.case) else { return false };
            rest = after;
        }
        last.ends(rest, self.case)
    }
}

/// A part of a pattern without `*`.
#[derive(Clone, Debug)]
struct Piece {
    text: Box<str>,
    characters: usize,
    /// Has it no `?`?
    literal: bool,
}

impl Piece {
    fn new(text: &str) -> Self {
        Self { text: text.into(), characters: text.chars().count(), literal: !text.contains('?') }
    }

    /// What follows the piece, if `text` begins with it.
    fn strip<'t>(&self, text: &'t str, case: Case) -> Option<&'t str> {
        match (self.literal, case) {
            (true, Case::Exact) => text.strip_prefix(&*self.text),
            (true, Case::Ignored) => {
                let (head, rest) = text.split_at_checked(self.text.len())?;
                head.eq_ignore_ascii_case(&self.text).then_some(rest)
            }
            (false, _) => {
                let mut rest = text.chars();
                let fits = |wanted: char, c: char| {
                    wanted == '?' || wanted == c || (case == Case::Ignored && wanted.eq_ignore_ascii_case(&c))
                };
                let all = self.text.chars().all(|wanted| rest.next().is_some_and(|c| fits(wanted, c)));
                all.then_some(rest.as_str())
            }
        }
    }

    /// What follows the first place at which the piece fits.
    fn find<'t>(&self, text: &'t str, case: Case) -> Option<&'t str> {
        if self.literal && case == Case::Exact {
            return text.split_once(&*self.text).map(|(_, rest)| rest);
        }
        text.char_indices().find_map(|(at, _)| self.strip(text.get(at..)?, case))
    }

    /// Does `text` end with the piece?
    fn ends(&self, text: &str, case: Case) -> bool {
        if self.literal && case == Case::Exact {
            return text.ends_with(&*self.text);
        }
        let Some(before_last) = self.characters.checked_sub(1) else { return true };
        let tail = text.char_indices().nth_back(before_last).and_then(|(at, _)| text.get(at..));
        tail.is_some_and(|tail| self.strip(tail, case) == Some(""))
    }
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn wildcards() {
        for (pattern, text) in FIT {
            assert!(Pattern::new(pattern, Case::Exact).matches(text), "{pattern:?} {text:?}");
            assert!(
                Pattern::new(pattern, Case::Ignored).matches(&text.to_ascii_uppercase()),
                "{pattern:?} {text:?}"
            );
        }
        for (pattern, text) in NOT {
            assert!(!Pattern::new(pattern, Case::Exact).matches(text), "{pattern:?} {text:?}");
        }
    }

    #[test]
    fn letters_beyond_ascii_have_one_case() {
        // U+212A, the Kelvin sign, is a K to whoever folds all of Unicode. No action is spelled with it.
        assert!(!Pattern::new("kms:*", Case::Ignored).matches("\u{212a}ms:Decrypt"));
        assert!(!Pattern::new("é?", Case::Ignored).matches("É!"));
        assert!(Pattern::new("K?s:*", Case::Ignored).matches("kMS:Decrypt"));
    }

    #[test]
    fn a_hostile_pattern_is_not_exponential() {
        // Whoever tries every split of the text for every `*` does not come back from this.
        let text = "a".repeat(6_000);
        for pattern in
            ["*".repeat(5_000) + "b", "a*".repeat(3_000) + "b", "*".to_owned() + &"a?".repeat(300) + "b"]
        {
            assert!(!Pattern::new(&pattern, Case::Exact).matches(&text));
            assert!(!Pattern::new(&pattern, Case::Ignored).matches(&text));
        }
        assert!(Pattern::new(&"*".repeat(6_000), Case::Exact).matches(&text));
    }
}
