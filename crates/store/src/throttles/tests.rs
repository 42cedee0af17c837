//! Limits and counters, on both databases.

use imagekin_testing::Unavailable;

use super::*;
use crate::{DatabaseUrl, KeyRing, PostgresSettings};

const ACCOUNT: u64 = 1_234_567_890_123_456;

fn limit(account: Option<u64>, action: &str, calls_max: u64, seconds: u64) -> Throttle {
    let account = account.map(|uid| AccountId::from_u64(uid).unwrap());
    Throttle { account, action: action.to_owned(), calls_max, window: Duration::from_secs(seconds) }
}

fn event() -> AuditEvent {
    AuditEvent { at: Timestamp::from_seconds(0), json: "{}".to_owned() }
}

fn counter(region: &str) -> CounterKey {
    let account = AccountId::from_u64(ACCOUNT).unwrap();
    CounterKey { account, region: RegionId::parse(region).unwrap(), action: ANY_ACTION.to_owned() }
}

fn key() -> KeyRing {
    let folder = tempfile::tempdir().unwrap();
    KeyRing::open(&folder.path().join("master.key"), || [1; 32]).unwrap()
}

fn shared() -> Result<PostgresSettings, &'static Unavailable> {
    let url = DatabaseUrl::new(imagekin_testing::shared()?.create_database());
    Ok(PostgresSettings { url, connections_max: 4, statement_ms_max: 10_000 })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_has_its_own_limits_and_else_those_of_all() -> Result<(), &'static Unavailable> {
    let folder = tempfile::tempdir().unwrap();
    let embedded = Store::open(folder.path(), key()).unwrap();
    for store in [embedded, Store::connect(&shared()?, key()).await.unwrap()] {
        for throttle in [
            limit(None, ANY_ACTION, 100, 10),
            limit(None, "DeleteImage", 5, 60),
            limit(Some(ACCOUNT), ANY_ACTION, 1, 1),
            limit(Some(ACCOUNT), ANY_ACTION, 1_000, 1),
        ] {
            store.put_throttle(throttle, event()).await.unwrap();
        }
        let account = AccountId::from_u64(ACCOUNT).unwrap();
        let own = [limit(Some(ACCOUNT), ANY_ACTION, 1_000, 1), limit(None, "DeleteImage", 5, 60)];
        assert_eq!(store.throttles_of(account).await.unwrap(), own);
        let other = AccountId::from_u64(ACCOUNT + 1).unwrap();
        let every = [limit(None, ANY_ACTION, 100, 10), limit(None, "DeleteImage", 5, 60)];
        assert_eq!(store.throttles_of(other).await.unwrap(), every);
        assert_eq!(store.throttles().await.unwrap().len(), 3);
        assert!(store.remove_throttle(Some(account), ANY_ACTION, event()).await.unwrap());
        assert!(!store.remove_throttle(Some(account), ANY_ACTION, event()).await.unwrap());
        assert_eq!(store.throttles_of(account).await.unwrap(), every);
    }
    Ok(())
}

#[test]
fn windows_follow_each_other_without_a_gap() {
    let throttle = limit(None, ANY_ACTION, 1, 60);
    let at = |seconds| {
        let (began, ends) = throttle.window_at(Timestamp::from_seconds(seconds));
        (began.as_seconds(), ends.as_seconds())
    };
    assert_eq!([at(119), at(120), at(179), at(180)], [(60, 120), (120, 180), (120, 180), (180, 240)]);
    assert_eq!(at(-1), (-60, 0));
}

/// Two nodes of one database count together, an embedded store by itself; each region and window for itself, and a window
/// that is over never begins again.
#[tokio::test(flavor = "multi_thread")]
async fn calls_are_counted_by_region_and_window() -> Result<(), &'static Unavailable> {
    let folder = tempfile::tempdir().unwrap();
    let embedded = [Store::open(folder.path(), key()).unwrap()];
    let settings = shared()?;
    let nodes =
        [Store::connect(&settings, key()).await.unwrap(), Store::connect(&settings, key()).await.unwrap()];
    for stores in [&embedded[..], &nodes[..]] {
        let throttle = limit(None, ANY_ACTION, 10, 60);
        let count = async |node: usize, region: &str, seconds: i64, calls: u64| {
            let window = throttle.window_at(Timestamp::from_seconds(seconds));
            stores[node % stores.len()].count_calls(&counter(region), window, calls).await.unwrap()
        };
        assert_eq!(count(0, "cn-hangzhou", 100, 1).await, 1);
        assert_eq!(count(1, "cn-hangzhou", 119, 5).await, 6);
        assert_eq!(count(1, "cn-beijing", 119, 1).await, 1);
        assert_eq!(count(0, "cn-hangzhou", 120, 2).await, 2);
        assert_eq!(count(1, "cn-hangzhou", 119, 1).await, 3, "a clock that is behind opens no window again");
        assert_eq!(count(0, "cn-hangzhou", 59, 1).await, 4, "nor one that differs by as much as clocks may");
        assert_eq!(count(0, "cn-hangzhou", 7_200, 9).await, 9);
        assert_eq!(
            count(1, "cn-hangzhou", 3_600, 1).await,
            1,
            "a clock that was set back is the one that counts"
        );
        assert_eq!(count(0, "cn-hangzhou", 3_601, 1).await, 2);
    }
    Ok(())
}

/// However many accounts call, a look at which counters are over is a rare one, and those that are go.
#[test]
fn counters_that_are_over_are_dropped() {
    let counters = Counters::default();
    let throttle = limit(None, ANY_ACTION, 10, 60);
    let windows = [0, 60].map(|seconds| throttle.window_at(Timestamp::from_seconds(seconds)));
    let of = |n: usize| {
        let account = AccountId::from_u64(ACCOUNT + n as u64).unwrap();
        CounterKey { account, ..counter("cn-hangzhou") }
    };
    let kept = || counters.0.lock().unwrap().by_key.len();
    for n in 0..=COUNTERS_KEPT {
        assert_eq!(counters.count(&of(n), windows[0], 1), 1);
    }
    assert_eq!(kept(), COUNTERS_KEPT + 1, "none of them is over");
    assert_eq!(counters.0.lock().unwrap().look_at, 2 * COUNTERS_KEPT);
    for n in 0..COUNTERS_KEPT {
        assert_eq!(counters.count(&of(COUNTERS_KEPT + 1 + n), windows[1], 1), 1);
    }
    assert_eq!(kept(), COUNTERS_KEPT, "those of the first window have gone");
    assert_eq!(counters.count(&of(0), windows[1], 1), 1);
}
