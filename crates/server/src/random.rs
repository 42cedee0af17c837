//! Randomness, as a parameter: ids of requests, images, snapshots and tasks.

use rand::Rng;

/// Gives random bits.
pub trait Random: Send + Sync {
    /// 128 random bits.
    fn bits(&self) -> u128;
}

/// The generator of the thread, seeded by the operating system; fit for secrets too.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    fn bits(&self) -> u128 {
        let mut rng = rand::rng();
        u128::from(rng.next_u64()) << 64 | u128::from(rng.next_u64())
    }
}

/// An upper-case UUID, 8-4-4-4-12: the form of every request id.
#[must_use]
pub(crate) fn request_id(random: &dyn Random) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    // Version 4, variant 1, as UUIDs of random bits say of themselves.
    let bits = random.bits() & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let mut text = String::with_capacity(36);
    for nibble in 0..32 {
        if matches!(nibble, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(char::from(DIGITS[(bits >> (124 - 4 * nibble)) as usize & 15]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(u128);

    impl Random for Fixed {
        fn bits(&self) -> u128 {
            self.0
        }
    }

    #[test]
    fn request_ids_are_upper_case_uuids() {
        assert_eq!(request_id(&Fixed(u128::MAX)), "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF");
        assert_eq!(request_id(&Fixed(0)), "00000000-0000-4000-8000-000000000000");
    }
}
