//! A request is good from fifteen minutes before until fifteen minutes after its timestamp, to the second.

use imagekin_catalog::Timestamp;
use imagekin_rpc::{Code, codes, time};

use crate::harness::forge::{V1, V3};
use crate::harness::{START, TestApp};

/// How far off a timestamp may be by default, in seconds.
const WINDOW: i64 = 15 * 60;

/// Calls by V1 and by V3, signed `off` seconds after [`START`].
async fn assert_answered(app: &TestApp, off: i64, refusal: Option<&'static Code>) {
    let v1 = V1::new(START + off, "DescribeRegions", &[("Format", "JSON")]).request();
    let v3 = V3::new(START + off, "DescribeRegions", &[]).request();
    for request in [v1, v3] {
        let reply = app.owner().send(&request).await;
        match refusal {
            None => drop(reply.ok()),
            Some(code) => drop(reply.assert_refused(code)),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_window_is_exactly_fifteen_minutes_wide_each_way() {
    let app = TestApp::start().await;
    let expired = Some(&codes::TIMESTAMP_EXPIRED);
    // The clock between two seconds is that of the second it is in.
    for micros in [0, 1, 999_999] {
        app.clock.set(Timestamp::from_micros(START * 1_000_000 + micros));
        for off in [-WINDOW, -WINDOW + 1, -1, 0, 1, WINDOW - 1, WINDOW] {
            assert_answered(&app, off, None).await;
        }
        for off in [-WINDOW - 1, WINDOW + 1] {
            assert_answered(&app, off, expired).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_window_is_a_setting() {
    let app = TestApp::setup().with_config(|config| config.limits.clock_skew_s_max = 60).start().await;
    let expired = Some(&codes::TIMESTAMP_EXPIRED);
    for (off, refusal) in [(-61, expired), (-60, None), (60, None), (61, expired)] {
        assert_answered(&app, off, refusal).await;
    }
}

/// A leap day, the last second of a year, and the second that 31 bits no longer hold.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_day_of_the_calendar_has_its_window() {
    let app = TestApp::start().await;
    for text in ["2028-02-29T23:59:59Z", "2026-12-31T23:59:59Z", "2038-01-19T03:14:08Z"] {
        let now = time::parse_timestamp(text).expect("a timestamp");
        app.set_clock(now);
        let request = V1::new(now, "DescribeRegions", &[("Format", "JSON")]).request();
        let reply = app.owner().send(&request).await;
        assert_eq!(reply.response.status, 200, "{text}: {}", reply.response.text());
    }
}
