//! Client tokens: the same call twice makes one thing and gets one answer, for a day.

use std::time::Duration;

use imagekin_rpc::{Code, codes};
use serde_json::Value;
use tokio::task::JoinSet;

use crate::harness::actor::{Actor, WAYS};
use crate::harness::disks::{BUCKET, describe, qcow2, text};
use crate::harness::{REGION, TestApp, wait};

/// Both calls that take a token: what a good one says, and what they call a token that comes back with other words.
struct Tokened {
    action: &'static str,
    params: Vec<(&'static str, String)>,
    reused: &'static Code,
}

async fn both(app: &TestApp) -> [Tokened; 2] {
    let snapshot = app.system_snapshot().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    let disk = [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "disk.qcow2")];
    let create = vec![
        ("SnapshotId", snapshot),
        ("ImageName", "created".to_owned()),
        ("ImageFamily", "daily".to_owned()),
    ];
    let import =
        disk.iter().chain(&[("ImageName", "imported")]).map(|(name, value)| (*name, (*value).to_owned()));
    [
        Tokened { action: "CreateImage", params: create, reused: &codes::CLIENT_TOKEN_REUSED_CREATE },
        Tokened { action: "ImportImage", params: import.collect(), reused: &codes::CLIENT_TOKEN_REUSED },
    ]
}

impl Tokened {
    /// What a call with `more` says.
    fn with<'p>(&'p self, more: &[(&'p str, &'p str)]) -> Vec<(&'p str, &'p str)> {
        let params = self.params.iter().map(|(name, value)| (*name, value.as_str()));
        let params = params.filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        [("RegionId", REGION)].into_iter().chain(params).chain(more.iter().copied()).collect()
    }

    /// What it answers, RequestId aside.
    async fn answer(&self, actor: &Actor, more: &[(&str, &str)]) -> Value {
        let mut answer = actor.ok(self.action, &self.with(more)).await;
        answer.as_object_mut().expect("an answer").shift_remove("RequestId");
        answer
    }
}

async fn images(app: &TestApp) -> Value {
    app.owner().ok("DescribeImages", &[("RegionId", REGION), ("Status", "ALL")]).await["TotalCount"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_token_gets_the_same_answer_by_whatever_way() {
    let app = TestApp::standing().await;
    for (made, call) in both(&app).await.iter().enumerate() {
        let token = [("ClientToken", "token-1")];
        let first = call.answer(&app.owner(), &token).await;
        for way in WAYS {
            assert_eq!(call.answer(&app.owner().by(way), &token).await, first);
        }
        // Empty values are as good as none, so they are no other words.
        let empty = [("ClientToken", "token-1"), ("Description", ""), ("ResourceGroupId", "")];
        assert_eq!(call.answer(&app.owner(), &empty).await, first);
        assert_eq!(images(&app).await, made + 1);
        app.settle().await;
        assert_eq!(call.answer(&app.owner(), &token).await, first, "after it is Available");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_token_with_other_words_is_refused() {
    let app = TestApp::standing().await;
    for (made, call) in both(&app).await.iter().enumerate() {
        call.answer(&app.owner(), &[("ClientToken", "token-1")]).await;
        app.settle().await;
        let before = app.dump();
        for more in [
            &[("ImageName", "other")][..],
            &[("Description", "other")],
            &[("Tag.1.Key", "k")],
            &[("DryRun", "true")],
            &[("ImageName", "other"), ("DryRun", "true")],
        ] {
            let params = call.with(&[more, &[("ClientToken", "token-1")]].concat());
            app.owner().call(call.action, &params).await.assert_refused(call.reused);
        }
        assert_eq!(app.dump(), before);
        // Tokens tell cases apart, and are each action's own.
        let other = call.answer(&app.owner(), &[("ClientToken", "TOKEN-1"), ("ImageName", "another")]).await;
        app.settle().await;
        let params = [("RegionId", REGION), ("ImageId", other["ImageId"].as_str().expect("an id"))];
        app.owner().ok("DeleteImage", &params).await;
        assert_eq!(images(&app).await, made + 1);
    }
}

/// What was refused is not remembered: the token is as new.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_call_leaves_its_token_unused() {
    let app = TestApp::standing().await;
    for call in both(&app).await {
        let token = ("ClientToken", "token-1");
        let dry = call.with(&[token, ("DryRun", "true")]);
        app.owner().call(call.action, &dry).await.assert_refused(&codes::DRY_RUN);
        let malformed = call.with(&[token, ("Architecture", "sparc")]);
        app.owner().call(call.action, &malformed).await.assert_refused(&codes::ARCHITECTURE_MALFORMED);
        call.answer(&app.owner(), &[token]).await;
    }
}

/// The image is deleted, its object gone, its name taken: the first answer is given again, and nothing is made.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_answer_outlives_what_it_made() {
    let app = TestApp::standing().await;
    for call in both(&app).await {
        let token = [("ClientToken", "token-1")];
        let first = call.answer(&app.owner(), &token).await;
        app.settle().await;
        let id = text(&first["ImageId"]);
        app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &id)]).await;
        app.remove("disk.qcow2").await;
        let before = app.dump();
        assert_eq!(call.answer(&app.owner(), &token).await, first);
        let mut after = app.dump();
        assert_eq!(after["catalogues"].len(), before["catalogues"].len());
        after.insert("catalogues".to_owned(), before["catalogues"].clone());
        assert_eq!(after, before, "beside the sequence nothing has changed");
        assert_eq!(describe(&app.owner(), REGION, &id).await, Value::Null);
        app.place("disk.qcow2", qcow2(20, "v1")).await;
    }
}

/// After a day, to the second, and not before; and over a restart.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_kept_for_a_day() {
    let mut app = TestApp::standing().await;
    for call in both(&app).await {
        let token = [("ClientToken", "token-1")];
        let first = call.answer(&app.owner(), &token).await;
        app.settle().await;
        app = app.stop().await.standing().await;
        app.advance(Duration::from_secs(24 * 3600 - 1));
        assert_eq!(call.answer(&app.owner(), &token).await, first);
        app.advance(Duration::from_secs(1));
        let name = [("ClientToken", "token-1"), ("ImageName", "of-the-next-day")];
        let second = call.answer(&app.owner(), &name).await;
        assert_ne!(second["ImageId"], first["ImageId"]);
        assert_eq!(call.answer(&app.owner(), &name).await, second);
        app.settle().await;
        let params = [("RegionId", REGION), ("ImageId", second["ImageId"].as_str().expect("an id"))];
        app.owner().ok("DeleteImage", &params).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_has_up_to_64_ascii_characters() {
    let app = TestApp::standing().await;
    let (longest, longer) = ("t".repeat(64), "t".repeat(65));
    for call in both(&app).await {
        for token in [&*longer, "令牌", "tökén"] {
            let params = call.with(&[("ClientToken", token)]);
            app.owner().call(call.action, &params).await.assert_refused(&codes::CLIENT_TOKEN_MALFORMED);
        }
        let first = call.answer(&app.owner(), &[("ClientToken", &longest)]).await;
        assert_eq!(call.answer(&app.owner(), &[("ClientToken", &longest)]).await, first);
    }
}

/// Many at once with one token: one image, one answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_one_is_made() {
    let app = TestApp::start().await;
    for (made, call) in both(&app).await.iter().enumerate() {
        let mut calls = JoinSet::new();
        for n in 0..32 {
            let owner = app.owner().by(WAYS[n % WAYS.len()]);
            let params = call.with(&[("ClientToken", "at-once")]);
            let params: Vec<(String, String)> =
                params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let action = call.action;
            calls.spawn(async move {
                let params: Vec<(&str, &str)> =
                    params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                text(&owner.ok(action, &params).await["ImageId"])
            });
        }
        let ids = calls.join_all().await;
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
        assert_eq!(images(&app).await, made + 1);
    }
}

/// Where copies go.
const DESTINATIONS: [&str; 2] = ["cn-beijing", "cn-shanghai"];

/// How many images there are in the regions that copies go to.
async fn copies(app: &TestApp) -> u64 {
    let mut copies = 0;
    for region in DESTINATIONS {
        let params = [("RegionId", region), ("Status", "ALL")];
        copies += app.owner().ok("DescribeImages", &params).await["TotalCount"].as_u64().expect("a number");
    }
    copies
}

/// What a call of CopyImage says.
fn copy<'p>(id: &'p str, to: &'p str, token: &'p str) -> [(&'p str, &'p str); 4] {
    [("RegionId", REGION), ("ImageId", id), ("DestinationRegionId", to), ("ClientToken", token)]
}

/// Another destination is another word, though what is written there knows nothing of the first one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_one_for_all_destinations() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let id = app.import("golden").await;
    let first = text(&owner.ok("CopyImage", &copy(&id, DESTINATIONS[0], "token-1")).await["ImageId"]);
    let before = app.dump();
    for to in [DESTINATIONS[1], REGION] {
        let again = owner.call("CopyImage", &copy(&id, to, "token-1")).await;
        again.assert_refused(&codes::CLIENT_TOKEN_REUSED);
    }
    assert_eq!(app.dump(), before);
    let again = owner.ok("CopyImage", &copy(&id, DESTINATIONS[0], "token-1")).await;
    assert_eq!(text(&again["ImageId"]), first);
    assert_eq!(copies(&app).await, 1);
}

/// Also of many at once, half of them for either region: one image, and its answer or a refusal for each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_for_two_regions_one_is_made() {
    let app = TestApp::start().await;
    let id = app.import("golden").await;
    for made in 1..=4 {
        let mut calls = JoinSet::new();
        for n in 0..16 {
            let (owner, id) = (app.owner().by(WAYS[n % WAYS.len()]), id.clone());
            calls.spawn(async move {
                let token = format!("at-once-{made}");
                let reply = owner.call("CopyImage", &copy(&id, DESTINATIONS[n % 2], &token)).await;
                if reply.response.status == 200 {
                    return Some(text(&reply.ok()["ImageId"]));
                }
                reply.assert_refused(&codes::CLIENT_TOKEN_REUSED);
                None
            });
        }
        let told: Vec<String> = calls.join_all().await.into_iter().flatten().collect();
        assert!(!told.is_empty() && told.iter().all(|id| *id == told[0]), "{told:?}");
        assert_eq!(copies(&app).await, made);
        // The same image is not copied to the same place twice at once.
        app.settle().await;
        wait::until("the copy is made", async || (open_tasks(&app).await == 0).then_some(())).await;
    }
}

/// How many copies are not ended, wherever they go.
async fn open_tasks(app: &TestApp) -> u64 {
    let mut open = 0;
    for region in DESTINATIONS {
        let params = [("RegionId", region), ("TaskStatus", "Processing")];
        open += app.owner().ok("DescribeTasks", &params).await["TotalCount"].as_u64().expect("a number");
    }
    open
}
