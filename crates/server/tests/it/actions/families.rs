//! The head log made visible: families, their candidates and their history, and a head as of then.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::TestApp;
use crate::harness::actor::WAYS;
use crate::harness::disks::text;
use crate::harness::words::each;

/// Makes an image of a family, a minute after whatever came before.
async fn create(app: &TestApp, snapshot: &str, family: &str, name: &str) -> String {
    app.advance(Duration::from_secs(60));
    let params = format!("SnapshotId={snapshot}&ImageFamily={family}&ImageName={name}");
    text(&app.owner().ask("CreateImage", &params).await["ImageId"])
}

async fn change(app: &TestApp, action: &str, params: &str) {
    app.advance(Duration::from_secs(60));
    app.owner().ask(action, params).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn families_are_listed_with_their_heads() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let mut heads = Vec::new();
    for family in ["b-family", "a-family", "c-family"] {
        create(&app, &snapshot, family, &format!("{family}-1")).await;
        heads.push((family, create(&app, &snapshot, family, &format!("{family}-2")).await));
    }
    let gone = create(&app, &snapshot, "gone", "gone-1").await;
    change(&app, "DeleteImage", &format!("ImageId={gone}")).await;
    change(&app, "ModifyImageAttribute", &format!("ImageId={}&Status=Deprecated", heads[2].1)).await;
    let list = async |params: &str| app.owner().ask("ListImageFamilies", params).await;
    let all = list("").await;
    let families = &all["Families"]["Family"];
    assert_eq!(each(families, "ImageFamily"), ["a-family", "b-family", "c-family"]);
    assert_eq!(each(families, "ImageName"), ["a-family-2", "b-family-2", "c-family-1"]);
    assert_eq!(each(families, "ImageCount"), ["2", "2", "2"]);
    assert_eq!(each(families, "AvailableImageCount"), ["2", "2", "1"]);
    assert_eq!(each(families, "ImageId")[..2], [heads[1].1.clone(), heads[0].1.clone()]);
    for (params, expected) in
        [("PageSize=2", 2), ("PageSize=2&PageNumber=2", 1), ("PageSize=2&PageNumber=3", 0)]
    {
        let page = list(params).await;
        let count = page["Families"]["Family"].as_array().map(Vec::len);
        assert_eq!((&page["TotalCount"], count), (&json!(3), Some(expected)), "{params}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_candidate_hears_why() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let mut ids = Vec::new();
    for name in ["oldest", "old", "head", "newest"] {
        ids.push(create(&app, &snapshot, "daily", name).await);
    }
    change(&app, "ModifyImageAttribute", &format!("ImageId={}&Status=Deprecated", ids[3])).await;
    let told = app.owner().ask("ExplainImageFamily", "ImageFamily=daily").await;
    assert_eq!(told["ImageId"], ids[2].as_str());
    let candidates = &told["Candidates"]["Candidate"];
    assert_eq!(each(candidates, "ImageName"), ["newest", "head", "old", "oldest"]);
    assert_eq!(each(candidates, "Verdict"), ["NotAvailable", "Head", "Older", "Older"]);
    assert_eq!(each(candidates, "Status"), ["Deprecated", "Available", "Available", "Available"]);
    for reason in &each(candidates, "Reason")[2..] {
        assert!(reason.contains(&ids[2]), "{reason}");
    }
    let nothing = app.owner().ask("ExplainImageFamily", "ImageFamily=none").await;
    let told = ["ImageId", "Revision", "Candidates"].map(|field| nothing[field].clone());
    assert_eq!(told, [json!(""), json!(0), json!({"Candidate": []})]);
}

/// Two images become head one after the other, then the newer is deleted and the older deprecated.
async fn come_and_gone(app: &TestApp, snapshot: &str) -> [String; 2] {
    let one = create(app, snapshot, "daily", "one").await;
    let two = create(app, snapshot, "daily", "two").await;
    change(app, "DeleteImage", &format!("ImageId={two}")).await;
    change(app, "ModifyImageAttribute", &format!("ImageId={one}&Status=Deprecated")).await;
    [one, two]
}

/// Every change with its cause, the newest first, what is deleted as it was last.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_history_is_told() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let [one, two] = come_and_gone(&app, &snapshot).await;
    let history = async |params: &str| app.owner().ask("DescribeImageFamilyHistory", params).await;
    let all = history("ImageFamily=daily").await;
    let changes = &all["HeadChanges"]["HeadChange"];
    assert_eq!(each(changes, "ImageId"), ["", &one, &two, &one]);
    assert_eq!(each(changes, "ImageName"), ["", "one", "two", "one"]);
    assert_eq!(each(changes, "Deleted"), ["false", "false", "true", "false"]);
    assert_eq!(
        each(changes, "ChangedBy"),
        ["ModifyImageAttribute", "DeleteImage", "CreateImage", "CreateImage"]
    );
    assert!(
        each(changes, "Revision").array_windows().all(|[a, b]| a.parse::<u64>().ok() > b.parse::<u64>().ok())
    );
    let page = history("ImageFamily=daily&PageSize=3&PageNumber=2").await;
    assert_eq!(
        (&page["TotalCount"], each(&page["HeadChanges"]["HeadChange"], "ImageId")),
        (&json!(4), vec![one])
    );
    assert_eq!(history("ImageFamily=none").await["TotalCount"], 0);
}

/// A head as of then is told by instant and by revision, deletes included; who asks for none hears of none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_past_is_answered() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let [one, two] = come_and_gone(&app, &snapshot).await;
    let log = app.head_log("daily");
    let [first, second, third, fourth] = log.as_slice() else { panic!("{log:?}") };
    let ask = async |params: &str| {
        app.owner().ask("DescribeImageFromFamily", &format!("ImageFamily=daily&{params}")).await
    };
    for (params, image, revision) in [
        ("AsOf=2026-01-02T03:05:04Z", "", 0),
        ("AsOf=2026-01-02T03:05:05Z", &*one, first.revision),
        ("AsOf=2026-01-02T03:06:04.999999Z", &one, first.revision),
        ("AsOf=2026-01-02T03:06:05Z", &two, second.revision),
        ("AsOf=2026-01-02T03:07:05Z", &one, third.revision),
        ("AsOf=2026-01-02T03:08:05Z", "", fourth.revision),
        ("AsOf=2030-01-01T00:00:00Z", "", fourth.revision),
        ("Revision=0", "", 0),
        (&format!("Revision={}", first.revision), &one, first.revision),
        (&format!("Revision={}", second.revision), &two, second.revision),
        (&format!("Revision={}", fourth.revision - 1), &one, third.revision),
        ("Revision=18446744073709551615", "", fourth.revision),
    ] {
        let answer = ask(params).await;
        assert_eq!(answer["Image"]["ImageId"].as_str().unwrap_or_default(), image, "{params}");
        assert_eq!(answer["Revision"], revision, "{params}");
        // Then it was the head, whatever became of it.
        let status = answer["Image"]["Status"].as_str();
        assert!(status.is_none_or(|status| status == "Available"), "{params}: {status:?}");
    }
}

/// Who sends neither AsOf nor Revision gets the same bytes as if there were none, ready or not, before and after.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_for_the_present_hears_nothing_of_the_past() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let one = create(&app, &snapshot, "daily", "one").await;
    for way in WAYS {
        let bytes = async |params: &str| {
            let reply = app
                .owner()
                .by(way)
                .say("DescribeImageFromFamily", &format!("ImageFamily=daily{params}"))
                .await;
            let told = reply.ok();
            reply.response.text().replace(&text(&told["RequestId"]), "")
        };
        let before = bytes("").await;
        assert!(before.contains(&one) && !before.contains("Revision"), "{before}");
        let past = bytes("&AsOf=2026-01-02T03:05:05Z").await;
        assert!(past.contains("Revision"), "{past}");
        // Empty values are none.
        for params in ["", "&AsOf=", "&Revision=", "&AsOf=&Revision=", "&Unknown=1"] {
            assert_eq!(bytes(params).await, before, "{params}");
        }
    }
    let empty: Value = app.owner().ask("DescribeImageFromFamily", "ImageFamily=none").await;
    assert_eq!(empty.as_object().map(serde_json::Map::len), Some(2), "{empty}");
}
