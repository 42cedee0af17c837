//! The values that conditions compare: numbers, dates, booleans and addresses.

use std::net::IpAddr;

use jiff::Timestamp;

/// Most digits before the point of a number, and most after it: so every comparison is exact.
const DIGITS_MAX: u32 = 18;

/// A decimal number, in units of 10⁻¹⁸.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number(i128);

impl Number {
    /// Reads `-?digits(.digits)?`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let number = |digits: &str| {
            let fits = (1..=DIGITS_MAX as usize).contains(&digits.len())
                && digits.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| digits.parse::<i128>().ok()).flatten()
        };
        let places = DIGITS_MAX.checked_sub(u32::try_from(fraction.len()).ok()?)?;
        Some(Self(
            sign * (number(whole)? * 10_i128.pow(DIGITS_MAX) + number(fraction)? * 10_i128.pow(places)),
        ))
    }
}

/// Reads a date of ISO 8601 with its zone: `2012-11-11T23:59:59Z`, `2019-08-12T17:00:00+08:00`, also without seconds or
/// with a fraction of them.
pub(super) fn parse_date(text: &str) -> Option<Timestamp> {
    // jiff takes some forms that are not of ISO 8601: small letters, a space, a named zone.
    let is_iso = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b':' | b'T' | b'Z' | b'+' | b'.');
    (text.contains('T') && text.bytes().all(is_iso)).then(|| text.parse().ok()).flatten()
}

/// Reads `true` or `false`, in any case.
pub(super) fn parse_bool(text: &str) -> Option<bool> {
    [true, false].into_iter().find(|value| text.eq_ignore_ascii_case(if *value { "true" } else { "false" }))
}

/// Reads an address. An IPv4 address that is written as one of IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
pub(super) fn parse_address(text: &str) -> Option<IpAddr> {
    text.parse().ok().map(|address: IpAddr| address.to_canonical())
}

/// A CIDR block; a single address is a block of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    address: IpAddr,
    /// How many bits, from the first on, all addresses of the block share.
    bits: u32,
}

impl Block {
    /// Reads `192.0.2.0/24`, `2001:db8::/32`, or an address. Bits of the host are ignored.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().ok()?;
        let bits_max = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(bits_max), parse_bits).filter(|bits| *bits <= bits_max)?;
        match (address, address.to_canonical()) {
            // The first 96 bits are those that say that it is of IPv4.
            (IpAddr::V6(_), inner @ IpAddr::V4(_)) if bits >= 96 => {
                Some(Self { address: inner, bits: bits - 96 })
            }
            _ => Some(Self { address, bits }),
        }
    }

    /// Is `address`, as [`parse_address`] gives it, in the block? The first and the last address of a block are in it.
    pub(super) fn contains(&self, address: IpAddr) -> bool {
        let differ = match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(other)) => u128::from(ours.to_bits() ^ other.to_bits()) << 96,
            (IpAddr::V6(ours), IpAddr::V6(other)) => ours.to_bits() ^ other.to_bits(),
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => return false,
        };
        differ.leading_zeros() >= self.bits
    }
}

fn parse_bits(text: &str) -> Option<u32> {
    let fits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        let ascending =
            ["-10.5", "-10", "-0.1", "0", "0.1", "2", "9.99", "10", "9007199254740992", "9007199254740993"];
        let numbers: Vec<Number> = ascending.iter().map(|text| Number::parse(text).unwrap()).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b));
        assert_eq!(Number::parse("-0"), Number::parse("0.000"));
        assert_eq!(Number::parse("007"), Number::parse("7.0"));
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "+1",
            "0x1",
            "inf",
            "NaN",
            "1,5",
            " 1",
            "1.2.3",
            "--1",
            &"1".repeat(19),
        ] {
            assert_eq!(Number::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn dates() {
        let date = |text| parse_date(text).map(|date| date.as_second());
        assert_eq!(date("2024-01-02T03:04:05Z"), Some(1_704_164_645));
        assert_eq!(date("2024-01-02T11:04:05+08:00"), date("2024-01-02T03:04:05Z"));
        assert_eq!(date("2024-01-02T03:04Z"), Some(1_704_164_640));
        assert_eq!(date("2024-01-02T03:04:05.5Z"), Some(1_704_164_645));
        let none = ["", "2024-01-02", "2024-01-02T03:04:05", "2024-02-30T00:00:00Z", "2024-01-02 03:04:05Z"];
        for text in
            none.into_iter().chain(["1704164645", "2024-01-02t03:04:05z", "2024-01-02T25:00:00Z", "TZ"])
        {
            assert_eq!(date(text), None, "{text:?}");
        }
    }

    #[test]
    fn booleans() {
        assert_eq!(["true", "False", "1", ""].map(parse_bool), [Some(true), Some(false), None, None]);
    }

    #[test]
    fn blocks() {
        let within = |block: &str, address: &str| {
            Block::parse(block).unwrap().contains(parse_address(address).unwrap())
        };
        for (block, address) in [
            ("192.0.2.0/24", "192.0.2.0"),
            ("192.0.2.0/24", "192.0.2.255"),
            ("192.0.2.77/24", "192.0.2.1"),
            ("203.0.113.2", "203.0.113.2"),
            ("10.0.0.1/32", "10.0.0.1"),
            ("192.0.2.0/25", "192.0.2.127"),
            ("0.0.0.0/0", "203.0.113.2"),
            ("192.0.2.0/24", "::ffff:192.0.2.1"),
            ("::ffff:192.0.2.0/120", "192.0.2.1"),
            ("2001:db8::/32", "2001:db8:ffff::1"),
            ("::/0", "2001:db8::1"),
        ] {
            assert!(within(block, address), "{block} {address}");
        }
        for (block, address) in [
            ("192.0.2.0/24", "192.0.3.0"),
            ("192.0.2.0/25", "192.0.2.128"),
            ("203.0.113.2", "203.0.113.3"),
            ("2001:db8::/33", "2001:db8:8000::1"),
            ("0.0.0.0/0", "2001:db8::1"),
            ("::/0", "203.0.113.2"),
        ] {
            assert!(!within(block, address), "{block} {address}");
        }
        for block in [
            "",
            "/24",
            "192.0.2.0/",
            "192.0.2.0/33",
            "192.0.2.0/+8",
            "::/129",
            "192.0.2",
            "192.0.2.*",
            "::1%1",
        ] {
            assert_eq!(Block::parse(block), None, "{block:?}");
        }
    }
}
