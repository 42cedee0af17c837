//! How often an account may call is exact, however many call at once: in each region and window, for each account.

use std::time::Duration;

use imagekin_rpc::{Code, codes};
use imagekin_store::{ANY_ACTION, Throttle};

use super::quotas::{CLIENTS, assert_exact, at_once};
use crate::harness::{OWNER, REGION, STRANGER, TestApp, account};

/// How long the windows of these tests are, in seconds.
const WINDOW_S: i64 = 60;

async fn limit(app: &TestApp, action: &str, calls_max: u64) {
    let window = Duration::from_secs(WINDOW_S as u64);
    let throttle = Throttle { account: Some(account(OWNER)), action: action.to_owned(), calls_max, window };
    app.app.store().put_throttle(throttle, crate::harness::audit::no_event()).await.expect("a limit");
}

/// Calls at once in a region; `room` of them are answered.
async fn calls(app: &TestApp, action: &'static str, region: &'static str, room: usize, code: &'static Code) {
    let replies = at_once(app, action, |_| vec![("RegionId", region.to_owned())]).await;
    assert_exact(&replies, room, code);
    let rest = WINDOW_S - app.now().rem_euclid(WINDOW_S);
    for reply in replies.iter().filter(|reply| reply.response.status != 200) {
        let told: i64 =
            reply.response.header("x-acs-retry-after").expect("a time").parse().expect("a number");
        assert!(told > (rest - 1) * 1_000 && told <= rest * 1_000, "{told} ms of {rest} s");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_action_is_called_as_often_as_it_may() {
    let app = TestApp::start().await;
    limit(&app, "DescribeImages", 10).await;
    let (action, code) = ("DescribeImages", &codes::THROTTLED_API);
    calls(&app, action, REGION, 10, code).await;
    calls(&app, action, REGION, 0, code).await;
    // Another region, another action, another account.
    calls(&app, action, "cn-beijing", 10, code).await;
    calls(&app, "DescribeSnapshots", REGION, CLIENTS, code).await;
    app.actor(STRANGER).ok(action, &[("RegionId", REGION)]).await;
    // Regions that are none are one, so that nobody gets round it.
    let replies = at_once(&app, action, |n| vec![("RegionId", format!("cn-nowhere-{n}"))]).await;
    let throttled = |reply: &&crate::harness::reply::Reply| reply.fault().code == code.code;
    assert_eq!(replies.iter().filter(throttled).count(), CLIENTS - 10);
    // Another window.
    app.advance(Duration::from_secs(WINDOW_S as u64));
    calls(&app, action, REGION, 10, code).await;
}

/// Of actions of two services with one name each has its calls; and RAM has no regions, whatever its calls name.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_has_its_own_calls() {
    let app = TestApp::start().await;
    let owner = app.owner();
    limit(&app, "ListTagResources", 2).await;
    let of_ram = [("ResourceType", "role"), ("ResourceNames", "[\"none\"]")];
    for region in ["cn-hangzhou", "cn-beijing"] {
        let params = [&of_ram[..], &[("RegionId", region)]].concat();
        owner.ok("ram:ListTagResources", &params).await;
    }
    let third = owner.call("ram:ListTagResources", &of_ram).await;
    third.assert_refused(&codes::THROTTLED_API);
    owner
        .ok("ListTagResources", &[("RegionId", REGION), ("ResourceType", "image"), ("ResourceId.1", "m-1")])
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_actions_together_are_called_as_often_as_they_may() {
    let app = TestApp::start().await;
    limit(&app, ANY_ACTION, 20).await;
    calls(&app, "DescribeImages", REGION, 20, &codes::THROTTLED_USER).await;
    calls(&app, "DescribeSnapshots", REGION, 0, &codes::THROTTLED_USER).await;
    // Who is refused for another reason before that has not called.
    app.advance(Duration::from_secs(WINDOW_S as u64));
    for _ in 0..CLIENTS {
        let mut forged = app.owner().prepare("DescribeImages", &[("RegionId", REGION)]);
        forged.target = forged.target.replace("DescribeImages", "DescribeSnapshots");
        app.owner().send(&forged).await.assert_refused(&codes::SIGNATURE_V1_MISMATCH);
    }
    calls(&app, "DescribeImages", REGION, 20, &codes::THROTTLED_USER).await;
}
