//! Ids of regions, images, snapshots, tasks, instances and disks.

use std::fmt;

/// How many characters follow the prefix of an id made here, e.g. `m-` + 20 of `[a-z0-9]`.
const ID_CHARACTERS: usize = 20;
/// The longest id that is looked up; a longer one cannot exist.
const ID_LENGTH_MAX: usize = 128;

/// Spells `random` in 20 characters of `[a-z0-9]` after `prefix`.
fn spell(prefix: &str, random: u128) -> String {
    const ALPHABET: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut id = String::with_capacity(prefix.len() + ID_CHARACTERS);
    id.push_str(prefix);
    let mut rest = random;
    for _ in 0..ID_CHARACTERS {
        id.push(char::from(ALPHABET[(rest % 36) as usize]));
        rest /= 36;
    }
    id
}

/// `*` is let in for the ids of the vendor's examples, `m-bp1ejhb4r1lyu55t****`.
fn well_formed(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= ID_LENGTH_MAX
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'*'))
}

/// Declares an id type: a checked text that is compared byte by byte.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads an id given from outside; `None` if no such id can exist.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                well_formed(text).then(|| Self(text.to_owned()))
            }

            /// Makes a new id out of 128 random bits (103 of them count).
            #[must_use]
            pub fn generate(random: u128) -> Self {
                Self(spell($prefix, random))
            }

            /// The id as ECS prints it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// An image: `m-` and 20 of `[a-z0-9]`, or the name of a system image.
    ImageId,
    "m-"
);
id!(
    /// A snapshot, the disk behind an image: `s-` and 20 of `[a-z0-9]`.
    SnapshotId,
    "s-"
);
id!(
    /// A background task: `t-` and 20 of `[a-z0-9]`.
    TaskId,
    "t-"
);

id!(
    /// An instance: `i-` and 20 of `[a-z0-9]`. Known only as a user of images.
    InstanceId,
    "i-"
);
id!(
    /// A disk of an instance: `d-` and 20 of `[a-z0-9]`.
    DiskId,
    "d-"
);

/// A region, e.g. `cn-hangzhou`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(String);

impl RegionId {
    /// Reads a region id; `None` if it is not 1 to 64 of `[a-z0-9-]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let form =
            |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (!text.is_empty() && text.len() <= 64 && form(text)).then(|| Self(text.to_owned()))
    }

    /// The id as ECS prints it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_id_is_m_and_twenty_characters() {
        for random in [0, 1, u128::MAX, 0x1234_5678_9abc_def0_1234_5678_9abc_def0] {
            let id = ImageId::generate(random);
            assert_eq!(id.as_str().len(), 22);
            assert!(id.as_str().starts_with("m-"));
            assert!(id.as_str()[2..].bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            assert_eq!(ImageId::parse(id.as_str()), Some(id));
        }
        assert_ne!(ImageId::generate(1), ImageId::generate(2));
    }

    #[test]
    fn what_cannot_be_an_id_is_none() {
        for text in ["", "m-\0", "m-1 2", "镜像", &"m".repeat(129)] {
            assert_eq!(ImageId::parse(text), None, "{text:?}");
        }
        assert!(ImageId::parse("ubuntu_22_04_x64_20G_alibase_20230907.vhd").is_some());
        assert_eq!(RegionId::parse("cn_hangzhou"), None);
        assert_eq!(RegionId::parse(""), None);
    }
}
