//! The parameters of a request: query and form body merged, decoded once, sorted by name, each name once.

use std::cmp::Ordering;

use memchr::memchr2;

use crate::percent::unhex;

/// Most parameters of one request.
pub const PARAMETERS_MAX: usize = 1_000;

/// A character that cannot be answered: XML 1.0 cannot carry NUL, most other controls of ASCII, U+FFFE and U+FFFF; and readers
/// of YAML, by which Ansible reads JSON, take no DEL and of the controls behind it only U+0085 (YAML 1.1, 5.1).
pub(crate) fn is_forbidden(character: char) -> bool {
    u8::try_from(character).is_ok_and(is_forbidden_in_ascii) || is_forbidden_beyond_ascii(character)
}

/// Bytes of characters beyond ASCII are not.
const fn is_forbidden_in_ascii(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f
}

const fn is_forbidden_beyond_ascii(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

/// Where a parameter stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// In the query string.
    Query,
    /// In an `application/x-www-form-urlencoded` body.
    Form,
}

/// Why parameters cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamsError {
    /// More than [`PARAMETERS_MAX`].
    TooMany,
    /// A `%` that two hexadecimal digits do not follow.
    BadEscape,
    /// Not UTF-8 after decoding.
    NotUtf8,
    /// A control character that XML 1.0 cannot carry or readers of YAML do not take, or U+FFFE or U+FFFF: it could not be
    /// answered.
    ForbiddenCharacter,
    /// The same name twice. Which of the two was signed would be a guess, so neither is taken.
    Repeated(String),
}

#[derive(Clone, Copy, Debug)]
struct Span {
    /// What the name begins with, as a number: most names are told apart, and put in order, without looking at their text.
    beginning: u64,
    key_start: u32,
    key_end: u32,
    value_end: u32,
    part: Part,
}

/// Decoded parameters, sorted by the bytes of their names.
///
/// All names and values lie in one text, so that decoding a request allocates twice however many parameters it has.
#[derive(Clone, Debug, Default)]
pub struct Params {
    /// Each name and each value followed by a NUL, which neither can hold: so no character spans two of them.
    text: String,
    spans: Vec<Span>,
}

impl Params {
    /// Decodes a query string and a form body (either may be empty): `%XX` and, in both, `+` as a space.
    ///
    /// # Errors
    /// [`ParamsError`], each of them; nothing is guessed or replaced.
    pub fn decode(query: &[u8], form: &[u8]) -> Result<Self, ParamsError> {
        let mut text = Vec::with_capacity(query.len() + form.len() + 64);
        let mut spans = Vec::with_capacity(24);
        for (part, raw) in [(Part::Query, query), (Part::Form, form)] {
            for pair in raw.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
                if spans.len() == PARAMETERS_MAX {
                    return Err(ParamsError::TooMany);
                }
                spans.push(decode_pair(pair, part, &mut text)?);
            }
        }
        let text = String::from_utf8(text).map_err(|_| ParamsError::NotUtf8)?;
        if has_forbidden(&text, 2 * spans.len()) {
            return Err(ParamsError::ForbiddenCharacter);
        }
        spans.sort_unstable_by(|a, b| in_order(&text, a, b.beginning, key_of(&text, b)));
        let is_twice = |[a, b]: &[Span; 2]| in_order(&text, a, b.beginning, key_of(&text, b)).is_eq();
        match spans.array_windows().find(|pair| is_twice(pair)) {
            Some([a, _]) => Err(ParamsError::Repeated(key_of(&text, a).to_owned())),
            None => Ok(Self { text, spans }),
        }
    }

    /// How many parameters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The name and the value of the parameter at `index`, in the order of the names.
    pub(crate) fn at(&self, index: usize) -> (&str, &str) {
        let span = &self.spans[index];
        (key_of(&self.text, span), value_of(&self.text, span))
    }

    /// Name, value and place of each parameter, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, Part)> {
        self.spans.iter().map(|span| (key_of(&self.text, span), value_of(&self.text, span), span.part))
    }

    /// The value of the parameter `name`; `None` if it is absent or empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let beginning = beginning_of(name.as_bytes());
        let found = self.spans.binary_search_by(|span| in_order(&self.text, span, beginning, name)).ok()?;
        Some(self.at(found).1).filter(|value| !value.is_empty())
    }
}

/// The first eight bytes of a name, as a number that is ordered as they are. A shorter name is filled up with NUL, which no
/// name has.
fn beginning_of(name: &[u8]) -> u64 {
    let mut first = [0; 8];
    let length = name.len().min(first.len());
    first[..length].copy_from_slice(&name[..length]);
    u64::from_be_bytes(first)
}

/// How the name of a parameter and another one are ordered.
fn in_order(text: &str, span: &Span, beginning: u64, name: &str) -> Ordering {
    span.beginning.cmp(&beginning).then_with(|| key_of(text, span).cmp(name))
}

/// Is there a forbidden character beside the NULs that stand behind names and values? What is counted, or asked of all bytes,
/// takes many at once: that matters, for every request comes by here. Few have a character beyond ASCII.
fn has_forbidden(text: &str, nuls: usize) -> bool {
    let forbidden = text.bytes().filter(|byte| is_forbidden_in_ascii(*byte)).count();
    forbidden > nuls || (!text.is_ascii() && text.contains(is_forbidden_beyond_ascii))
}

fn key_of<'t>(text: &'t str, span: &Span) -> &'t str {
    &text[span.key_start as usize..span.key_end as usize]
}

fn value_of<'t>(text: &'t str, span: &Span) -> &'t str {
    &text[span.key_end as usize + 1..span.value_end as usize]
}

fn decode_pair(pair: &[u8], part: Part, text: &mut Vec<u8>) -> Result<Span, ParamsError> {
    let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
    let key_start = offset(text)?;
    decode_text(&pair[..equals], text)?;
    let key_end = offset(text)?;
    let beginning = beginning_of(&text[key_start as usize..]);
    text.push(0);
    decode_text(pair.get(equals + 1..).unwrap_or_default(), text)?;
    let value_end = offset(text)?;
    text.push(0);
    Ok(Span { beginning, key_start, key_end, value_end, part })
}

fn offset(text: &[u8]) -> Result<u32, ParamsError> {
    u32::try_from(text.len()).map_err(|_| ParamsError::TooMany)
}

fn decode_text(raw: &[u8], text: &mut Vec<u8>) -> Result<(), ParamsError> {
    let mut rest = raw;
    while let Some(at) = memchr2(b'%', b'+', rest) {
        text.extend_from_slice(&rest[..at]);
        let (byte, taken) = match &rest[at..] {
            [b'%', high, low, ..] => (unhex(*high, *low).ok_or(ParamsError::BadEscape)?, 3),
            [b'%', ..] => return Err(ParamsError::BadEscape),
            _ => (b' ', 1),
        };
        text.push(byte);
        rest = &rest[at + taken..];
    }
    text.extend_from_slice(rest);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(query: &str, form: &str) -> Vec<(String, String)> {
        let params = Params::decode(query.as_bytes(), form.as_bytes()).unwrap();
        params.iter().map(|(key, value, _)| (key.to_owned(), value.to_owned())).collect()
    }

    /// Up to a dozen characters that can be answered.
    const ANSWERABLE: &str = "[^\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}\u{ffff}]{0,12}";

    fn fault(query: &[u8]) -> ParamsError {
        Params::decode(query, b"").unwrap_err()
    }

    #[test]
    fn query_and_form_are_merged_and_sorted() {
        assert_eq!(
            pairs("b=2&a=x+y", "c=%E9%94%AE&&d"),
            [("a", "x y"), ("b", "2"), ("c", "键"), ("d", "")].map(|(k, v)| (k.to_owned(), v.to_owned()))
        );
    }

    #[test]
    fn empty_values_are_kept_for_the_signature_but_absent_to_get() {
        let params = Params::decode(b"SignatureType=&Format=JSON", b"").unwrap();
        assert_eq!(
            (params.len(), params.get("SignatureType"), params.get("Format")),
            (2, None, Some("JSON"))
        );
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for query in [&b"a=%"[..], b"a=%1", b"a=%zz", b"%g0=1", b"a=%+1"] {
            assert_eq!(fault(query), ParamsError::BadEscape, "{query:?}");
        }
        for query in [&b"a=%ff"[..], b"a=%E9%94", b"a=%E9&%94=1", b"a=\xff"] {
            assert_eq!(fault(query), ParamsError::NotUtf8, "{query:?}");
        }
        for query in [&b"a=%00"[..], b"a%00=1", b"a=\x01", b"a=%EF%BF%BE", b"a%7f=1"] {
            assert_eq!(fault(query), ParamsError::ForbiddenCharacter, "{query:?}");
        }
        assert_eq!(fault(b"a=1&b=2&a=1"), ParamsError::Repeated("a".to_owned()));
        assert_eq!(Params::decode(b"a=1", b"a=1").unwrap_err(), ParamsError::Repeated("a".to_owned()));
        let many: String = (0..=PARAMETERS_MAX).map(|n| format!("k{n}=&")).collect();
        assert_eq!(fault(many.as_bytes()), ParamsError::TooMany);
    }

    /// What can be answered is what both XML 1.0 and YAML 1.1 say that there may be.
    #[test]
    fn what_cannot_be_answered_is_refused() {
        let in_xml = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        let in_yaml = |c: char| c == '\u{85}' || (in_xml(c) && !('\u{7f}'..='\u{9f}').contains(&c));
        let others = ['\u{d7ff}', '\u{e000}', '\u{fffd}', '\u{fffe}', '\u{ffff}', '\u{10000}', char::MAX];
        for character in ('\0'..='\u{200}').chain(others) {
            let is_taken = in_xml(character) && in_yaml(character);
            assert_eq!(is_forbidden(character), !is_taken, "{character:?}");
            let mut query = b"a=".to_vec();
            crate::percent::encode(&character.to_string(), &mut query);
            let expected = if is_taken { Ok(1) } else { Err(ParamsError::ForbiddenCharacter) };
            assert_eq!(Params::decode(&query, b"").map(|params| params.len()), expected, "{character:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn decode_undoes_encode(pairs in proptest::collection::btree_map(ANSWERABLE, ANSWERABLE, 0..20)) {
            let mut query = Vec::new();
            for (key, value) in &pairs {
                crate::percent::encode(key, &mut query);
                query.push(b'=');
                crate::percent::encode(value, &mut query);
                query.push(b'&');
            }
            let params = Params::decode(&query, b"").unwrap();
            let decoded: Vec<(&str, &str)> = params.iter().map(|(key, value, _)| (key, value)).collect();
            let expected: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            proptest::prop_assert_eq!(decoded, expected);
        }

        #[test]
        fn any_bytes_are_read_or_refused(query: Vec<u8>, form: Vec<u8>) {
            let _ = Params::decode(&query, &form);
        }
    }
}
