//! How these tests wait: until something is so, and no longer than a deadline.

use std::time::{Duration, Instant};

/// Longest wait for what must happen.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is looked whether it is so.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Waits until `look` finds something.
pub(crate) fn wait_until<T>(what: &str, within: Duration, look: impl FnMut() -> Option<T>) -> T {
    wait_until_or_give_up(within, look).unwrap_or_else(|| panic!("not so after {within:?}: {what}"))
}

/// Waits until `look` finds something; `None` when it does not in time.
pub(crate) fn wait_until_or_give_up<T>(within: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + within;
    loop {
        let found = look();
        if found.is_some() || Instant::now() >= deadline {
            return found;
        }
        std::thread::sleep(LOOK_EVERY);
    }
}
