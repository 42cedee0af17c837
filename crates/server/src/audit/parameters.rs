//! What of the parameters of a request stands in its event: bounded, and without what is secret.

use serde_json::{Map, Value};

/// Most bytes of all names and values together; what is more is cut, with a mark.
pub(super) const PARAMETERS_BYTES_MAX: usize = 4_096;
/// The same of a caller who is not known: he is to fill no disk.
pub(super) const UNKNOWN_PARAMETERS_BYTES_MAX: usize = 256;
/// Longest name, in bytes.
const NAME_BYTES_MAX: usize = 128;
/// What stands where something was cut.
const CUT: &str = "…";
/// What stands for a secret.
const HIDDEN: &str = "***";

/// Not the caller's words: they prove who calls, and do so again for whoever has read them.
const PROOFS: [&str; 3] = ["Signature", "SecurityToken", "BearerToken"];
/// Names of parameters with one of these in it hold what nobody is to read, whatever their case.
const SECRETS: [&str; 4] = ["secret", "password", "securitytoken", "privatekey"];

/// The parameters, in the order in which they are given.
pub(super) fn shown<'p>(
    parameters: impl Iterator<Item = (&'p str, &'p str)>,
    bytes_max: usize,
) -> Map<String, Value> {
    let mut shown = Map::new();
    let (mut room, mut left_out) = (bytes_max, 0_usize);
    for (name, value) in parameters.filter(|(name, _)| !PROOFS.contains(name)) {
        let name = cut(name, NAME_BYTES_MAX);
        let Some(rest) = room.checked_sub(name.len()) else {
            left_out += 1;
            continue;
        };
        let value = if is_secret(&name) { HIDDEN.to_owned() } else { cut(value, rest) };
        room = rest.saturating_sub(value.len());
        shown.insert(name, value.into());
    }
    if left_out > 0 {
        shown.insert(CUT.to_owned(), format!("{left_out} more").into());
    }
    shown
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRETS.iter().any(|secret| name.contains(secret))
}

/// The text; of one that is longer, so many bytes at most and a mark.
pub(super) fn cut(text: &str, bytes_max: usize) -> String {
    if text.len() <= bytes_max {
        return text.to_owned();
    }
    format!("{}{CUT}", &text[..text.floor_char_boundary(bytes_max)])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_secret_or_too_long_does_not_show() {
        let long = "镜".repeat(5_000);
        let parameters = [
            ("ImageName", "base"),
            ("Signature", "c2lnbmF0dXJl"),
            ("SecurityToken", "sealed"),
            ("AccessKeySecret", "hush"),
            ("Login.PASSWORD", "hush"),
            ("Description", &*long),
            ("Later", "x"),
        ];
        let shown = Value::Object(shown(parameters.into_iter(), PARAMETERS_BYTES_MAX));
        assert_eq!(shown["ImageName"], "base");
        assert_eq!((&shown["AccessKeySecret"], &shown["Login.PASSWORD"]), (&json!("***"), &json!("***")));
        assert_eq!([&shown["Signature"], &shown["SecurityToken"]], [&Value::Null, &Value::Null]);
        let text = shown.to_string();
        assert!(!text.contains("hush") && !text.contains("sealed") && text.len() < 5_000, "{text}");
        assert!(shown["Description"].as_str().expect("a text").ends_with("镜…"));
        assert_eq!(shown["…"], "1 more");
    }
}
