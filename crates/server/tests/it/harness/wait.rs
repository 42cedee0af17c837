//! Waiting until something is so, never for a while.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

/// After this long, what a test waits for will not come any more. Far more than the slowest machine needs.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

/// Looks again and again until `look` finds something.
pub(crate) async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    wait_until(what, look).await
}

async fn wait_until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + DEADLINE;
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < deadline, "waited {DEADLINE:?} in vain until {what}");
        sleep(Duration::from_millis(5)).await;
    }
}

/// What `future` gives, which must be before the deadline.
pub(crate) async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    timeout(DEADLINE, future).await.unwrap_or_else(|_| panic!("waited {DEADLINE:?} in vain for {what}"))
}
