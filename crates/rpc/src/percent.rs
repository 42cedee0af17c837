//! Percent-encoding as Alibaba Cloud's signatures want it: `A-Z a-z 0-9 - _ . ~` stand, all else is `%XX`.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~')
}

/// For each byte, whether it stands for itself.
static UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = is_unreserved(byte as u8);
        byte += 1;
    }
    table
};

/// Appends `text` encoded once: `a b` → `a%20b`.
pub(crate) fn encode(text: &str, out: &mut Vec<u8>) {
    encode_with(text, b"%", out);
}

/// Appends `text` encoded twice: `a b` → `a%2520b`. So the parameters stand inside a V1 string to sign.
pub(crate) fn encode_twice(text: &str, out: &mut Vec<u8>) {
    encode_with(text, b"%25", out);
}

fn encode_with(text: &str, escape: &[u8], out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut plain_from = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if UNRESERVED[usize::from(byte)] {
            continue;
        }
        out.extend_from_slice(&bytes[plain_from..at]);
        out.extend_from_slice(escape);
        out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        plain_from = at + 1;
    }
    out.extend_from_slice(&bytes[plain_from..]);
}

/// The byte that the two hexadecimal digits spell; `None` if one is not such a digit.
pub(crate) fn unhex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_as_the_sdks_do() {
        let mut once = Vec::new();
        encode("a b*~+/键", &mut once);
        assert_eq!(once, b"a%20b%2A~%2B%2F%E9%94%AE");
        let mut twice = Vec::new();
        encode_twice("a b", &mut twice);
        assert_eq!(twice, b"a%2520b");
    }
}
