//! Randomness, as a parameter: ids of requests, images, snapshots and tasks.

use imagekin_access::{AccessKeyId, Secret};
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

/// What ids and secrets of keys are made of.
const LETTERS_AND_DIGITS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/// Characters of an access key id after its beginning: more than 2¹⁰⁰ of them, so that none is made twice.
const KEY_ID_CHARACTERS: usize = 18;
/// Characters of a secret, as RAM makes them.
const SECRET_CHARACTERS: usize = 30;

/// What begins the id of an access key that is made here.
const KEY_ID_PREFIX: &str = "LTAI5t";

/// A new access key, as RAM makes them: its id and its secret.
#[must_use]
pub fn new_access_key(random: &dyn Random) -> (AccessKeyId, Secret) {
    (access_key_id(random, KEY_ID_PREFIX), secret(random))
}

/// A new access key id that begins with `prefix`.
pub(crate) fn access_key_id(random: &dyn Random, prefix: &str) -> AccessKeyId {
    let id = format!("{prefix}{}", letters_and_digits(random, KEY_ID_CHARACTERS));
    AccessKeyId::parse(&id).unwrap_or_else(|| unreachable!("letters and digits make an id"))
}

/// A new secret of an access key.
pub(crate) fn secret(random: &dyn Random) -> Secret {
    let text = letters_and_digits(random, SECRET_CHARACTERS);
    Secret::new(text).unwrap_or_else(|| unreachable!("letters and digits make a secret"))
}

fn letters_and_digits(random: &dyn Random, count: usize) -> String {
    // Of 128 bits ten characters are taken: what is left of them after that is so much that each is as likely.
    const AT_ONCE: usize = 10;
    let mut text = String::with_capacity(count);
    while text.len() < count {
        let mut bits = random.bits();
        for _ in 0..AT_ONCE.min(count - text.len()) {
            text.push(char::from(LETTERS_AND_DIGITS[(bits % 62) as usize]));
            bits /= 62;
        }
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

    #[test]
    fn keys_are_long_and_no_two_the_same() {
        let ids: std::collections::BTreeSet<_> =
            (0..1_000).map(|_| access_key_id(&OsRandom, "LTAI5t")).collect();
        assert!(ids.len() == 1_000 && ids.iter().all(|id| id.as_str().len() == 24));
        let secrets: Vec<Secret> = (0..2).map(|_| secret(&OsRandom)).collect();
        assert!(secrets[0] != secrets[1] && secrets[0].expose().len() == 30);
    }
}
