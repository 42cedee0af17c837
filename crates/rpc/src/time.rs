//! Times as the wire writes them: ISO 8601 in UTC.

use jiff::Timestamp;

/// Is `text` shaped as `pattern`, in which a `0` stands for any digit and all else for itself?
fn is_shaped(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(b, p)| if p == b'0' { b.is_ascii_digit() } else { b == p })
}

fn seconds(text: &str) -> Option<i64> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_second)
}

/// Reads `yyyy-MM-ddTHH:mm:ssZ`, the only form of a Timestamp or x-acs-date; gives seconds since 1970.
///
/// Fractions, other zones and a 60th second are not that form: no client sends them (spec/protocol.md c).
#[must_use]
pub fn parse_timestamp(text: &str) -> Option<i64> {
    let is_leap_second = text.get(17..19) == Some("60");
    (is_shaped(text, "0000-00-00T00:00:00Z") && !is_leap_second).then(|| seconds(text)).flatten()
}

/// Reads `yyyy-MM-ddTHH:mmZ`, or the same with seconds: the form of a time in a filter; gives seconds since 1970.
#[must_use]
pub fn parse_filter_time(text: &str) -> Option<i64> {
    if is_shaped(text, "0000-00-00T00:00Z") { seconds(text) } else { parse_timestamp(text) }
}

/// Prints `yyyy-MM-ddTHH:mm:ssZ`; an instant that no calendar holds is printed as 1970.
#[must_use]
pub fn print(seconds: i64) -> String {
    Timestamp::from_second(seconds).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Reads `yyyy-MM-ddTHH:mm:ssZ`, or the same with up to six digits of a fraction; gives microseconds since 1970.
#[must_use]
pub fn parse_instant(text: &str) -> Option<i64> {
    let (whole, fraction) = match text.strip_suffix('Z')?.split_once('.') {
        None => (text.to_owned(), ""),
        Some((whole, fraction)) => (format!("{whole}Z"), fraction),
    };
    let is_fraction = (1..=6).contains(&fraction.len()) && fraction.bytes().all(|b| b.is_ascii_digit());
    if text.contains('.') && !is_fraction {
        return None;
    }
    let micros: i64 = format!("{fraction:0<6}").parse().ok()?;
    parse_timestamp(&whole)?.checked_mul(1_000_000)?.checked_add(micros)
}

/// Prints `yyyy-MM-ddTHH:mm:ss.ffffffZ`; an instant that no calendar holds is printed as 1970.
#[must_use]
pub fn print_instant(micros: i64) -> String {
    Timestamp::from_microsecond(micros).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        for (text, micros) in [
            ("1970-01-01T00:00:01Z", 1_000_000),
            ("1970-01-01T00:00:01.5Z", 1_500_000),
            ("1970-01-01T00:00:00.000001Z", 1),
        ] {
            assert_eq!(parse_instant(text), Some(micros), "{text}");
            assert_eq!(parse_instant(&print_instant(micros)), Some(micros));
        }
        for odd in ["", "Z", "1970-01-01T00:00:01", "1970-01-01T00:00:01.Z", "1970-01-01T00:00:01.0000001Z"] {
            assert_eq!(parse_instant(odd), None, "{odd}");
        }
        assert_eq!(print_instant(1_500_000), "1970-01-01T00:00:01.500000Z");
    }

    #[test]
    fn timestamps() {
        assert_eq!(parse_timestamp("1970-01-01T00:00:01Z"), Some(1));
        assert_eq!(
            parse_timestamp("2024-01-02T03:04:05Z").map(print).as_deref(),
            Some("2024-01-02T03:04:05Z")
        );
        for odd in [
            "",
            "2024-01-02",
            "2024-01-02T03:04:05",
            "2024-01-02T03:04:05.1Z",
            "2024-01-02T03:04:05+08:00",
            "2024-13-02T03:04:05Z",
            "2024-02-30T03:04:05Z",
            "2024-01-02T24:04:05Z",
            "2024-01-02T03:04:60Z",
            "2024-01-02 03:04:05Z",
            "2024-01-02t03:04:05z",
            "１024-01-02T03:04:05Z",
            "1704164645",
        ] {
            assert_eq!(parse_timestamp(odd), None, "{odd}");
        }
        assert_eq!(parse_filter_time("1970-01-01T00:01Z"), Some(60));
        assert_eq!(parse_filter_time("1970-01-01T00:01:01Z"), Some(61));
        assert_eq!(parse_filter_time("1970-01-01"), None);
    }
}
