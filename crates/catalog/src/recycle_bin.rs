//! The recycle bin: which deleted images can be restored, and until when.

use std::time::Duration;

use crate::{Image, Timestamp};

/// Most days that a deleted image can be kept: ten years.
pub const RETENTION_DAYS_MAX: u32 = 3_650;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl Image {
    /// Until when the image can be restored that is deleted now; `None` where it is gone for good. It is said once, when the
    /// image is deleted: no later change of the setting takes back, or promises, what was not promised then.
    ///
    /// What could not be used when it was deleted is not worth a place: an image that was never finished has nothing to come
    /// back to.
    #[must_use]
    pub fn restorable_until(&self, now: Timestamp, retention_days: u32) -> Option<Timestamp> {
        (retention_days > 0 && self.is_usable()).then(|| now.plus(DAY * retention_days))
    }
}

/// Can a deleted image still be restored? At the instant itself no longer.
#[must_use]
pub fn is_restorable(until: Option<Timestamp>, now: Timestamp) -> bool {
    until.is_some_and(|until| now < until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::image::tests::image;

    #[test]
    fn what_could_be_used_is_kept_for_as_many_days() {
        let now = Timestamp::from_seconds(100);
        for status in Status::ALL {
            let until = image(status).restorable_until(now, 2);
            let kept = matches!(status, Status::Available | Status::Deprecated);
            assert_eq!(until, kept.then(|| Timestamp::from_seconds(100 + 2 * 86_400)), "{status:?}");
            assert_eq!(image(status).restorable_until(now, 0), None);
        }
    }

    #[test]
    fn the_last_instant_is_before_the_end() {
        let until = Timestamp::from_micros(1_000);
        assert!(is_restorable(Some(until), Timestamp::from_micros(999)));
        assert!(!is_restorable(Some(until), until));
        assert!(!is_restorable(None, Timestamp::from_micros(0)));
    }
}
