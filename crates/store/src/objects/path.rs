//! The name of an object: region, bucket and the object in it, well-formed.

use imagekin_catalog::RegionId;

/// Longest object name in bytes (OSS: 1 to 1023).
const OBJECT_BYTES_MAX: usize = 1_023;
/// Longest part of an object name between slashes, in bytes: what a file may be called.
const SEGMENT_BYTES_MAX: usize = 255;
/// Where a bucket on another machine keeps what is no object yet: no object is called so, and none is listed.
pub(super) const HIDDEN: &str = ".imagekin-uploads/";

/// An object in a bucket of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectPath {
    pub(super) region: RegionId,
    pub(super) bucket: String,
    pub(super) object: String,
}

impl ObjectPath {
    /// Is it a bucket's name? OSS: 3 to 63 of `[a-z0-9-]`, first and last no `-`.
    #[must_use]
    pub fn is_bucket(bucket: &str) -> bool {
        (3..=63).contains(&bucket.len())
            && bucket.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !bucket.starts_with('-')
            && !bucket.ends_with('-')
    }

    /// Is it an object's name? OSS: 1 to 1023 bytes, not starting with `/` or `\`; and, as it becomes a path, no
    /// segment of it may be empty, `.` or `..`. Nor may it be among what is hidden, or begin or end with white space, which the
    /// stores would not see: policies were asked about another object.
    #[must_use]
    pub fn is_object(object: &str) -> bool {
        let odd = |segment: &str| matches!(segment, "" | "." | "..") || segment.len() > SEGMENT_BYTES_MAX;
        (1..=OBJECT_BYTES_MAX).contains(&object.len())
            && !object.contains(['\\', '\0'])
            && !object.starts_with(HIDDEN)
            && object.trim() == object
            && !object.split('/').any(odd)
    }

    /// The object; `None` if bucket or object are not well-formed.
    #[must_use]
    pub fn new(region: &RegionId, bucket: &str, object: &str) -> Option<Self> {
        let well_formed = Self::is_bucket(bucket) && Self::is_object(object);
        well_formed.then(|| Self {
            region: region.clone(),
            bucket: bucket.to_owned(),
            object: object.to_owned(),
        })
    }

    /// The region that its bucket is in.
    #[must_use]
    pub fn region(&self) -> &RegionId {
        &self.region
    }

    /// Its bucket.
    #[must_use]
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// Its name in the bucket.
    #[must_use]
    pub fn object(&self) -> &str {
        &self.object
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_could_leave_the_bucket_are_none() {
        let region = RegionId::parse("cn-hangzhou").unwrap();
        for (bucket, object) in [
            ("..", "a"),
            ("a", "a"),
            ("Upper", "a"),
            ("-abc", "a"),
            ("abc-", "a"),
            ("a/b", "a"),
            ("abc", ""),
            ("abc", "/etc/passwd"),
            ("abc", "../x"),
            ("abc", "a/../b"),
            ("abc", "a//b"),
            ("abc", "a/"),
            ("abc", "."),
            ("abc", "a\\b"),
            ("abc", "a\0b"),
            ("abc", ".imagekin-uploads/a"),
            ("abc", " .imagekin-uploads/a"),
            ("abc", "a "),
            ("abc", "\u{2003}a"),
        ] {
            assert_eq!(ObjectPath::new(&region, bucket, object), None, "{bucket} {object}");
        }
        for object in [
            "a",
            "images/2024/base.qcow2",
            "..a",
            "镜像.qcow2",
            "a b",
            ".imagekin-uploads",
            "a/.imagekin-uploads/b",
        ] {
            assert!(ObjectPath::new(&region, "golden-images", object).is_some(), "{object}");
        }
    }
}
