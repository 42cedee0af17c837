//! Secrets, which never show themselves.

use std::fmt;

use zeroize::Zeroizing;

/// The secret half of an access key. It has no `Display`, its `Debug` does not tell it, and it is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Fewest and most bytes of a secret.
    pub const LENGTH: std::ops::RangeInclusive<usize> = 1..=256;

    /// Takes a secret; `None` if its length is not in [`LENGTH`](Self::LENGTH) or it has other than visible ASCII.
    #[must_use]
    pub fn new(text: String) -> Option<Self> {
        let text = Zeroizing::new(text);
        let fits = Self::LENGTH.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        fits.then_some(Self(text))
    }

    /// The secret itself: for signing and sealing only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_tell_itself() {
        let secret = Secret::new("correct-horse".to_owned()).unwrap();
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_eq!(secret.expose(), "correct-horse");
        assert!(Secret::new(String::new()).is_none());
        assert!(Secret::new("has a space in it".to_owned()).is_none());
    }
}
