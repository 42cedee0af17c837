//! ModifyImageSharePermission and DescribeImageSharePermission: who sees an image. What they see is in promises/isolation.

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::disks::text;
use crate::harness::words::each;
use crate::harness::{STRANGER, TestApp};

/// The uid of the first of the accounts that there are.
const FIRST: u64 = 2_000_000_000_000_001;

/// A server with 60 accounts more, and an image.
async fn made() -> (TestApp, String) {
    let app = TestApp::standing().await;
    let accounts: Vec<Value> = (0..60).map(|n| json!({"id": (FIRST + n).to_string()})).collect();
    app.apply(json!({"accounts": accounts})).await;
    let snapshot = app.system_snapshot().await;
    let image = app.owner().ask("CreateImage", &format!("SnapshotId={snapshot}&ImageName=golden")).await;
    (app, text(&image["ImageId"]))
}

/// Adds or removes `count` accounts from the `from`th on.
fn accounts(change: &str, from: u64, count: u64) -> String {
    let account = |n: u64| format!("&{change}.{}={}", n + 1, FIRST + from + n);
    (0..count).map(account).collect()
}

async fn total(app: &TestApp, image: &str) -> Value {
    app.owner().ask("DescribeImageSharePermission", &format!("ImageId={image}")).await["TotalCount"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accounts_come_and_go() {
    let (app, image) = made().await;
    for (changes, expected) in [
        (accounts("AddAccount", 0, 2), 2),
        // What is so already stays so, and counts once.
        (accounts("AddAccount", 0, 3), 3),
        (format!("&AddAccount.1={}&AddAccount.2={}", FIRST + 5, FIRST + 5), 4),
        (accounts("RemoveAccount", 0, 1) + &accounts("AddAccount", 10, 1), 4),
        (accounts("RemoveAccount", 20, 2), 4),
        // Those after the tenth are ignored, as the page says.
        (accounts("AddAccount", 30, 12), 14),
        (String::new(), 14),
        (accounts("RemoveAccount", 30, 10), 4),
    ] {
        app.owner().ask("ModifyImageSharePermission", &format!("ImageId={image}{changes}")).await;
        assert_eq!(total(&app, &image).await, expected, "{changes}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_accounts_are_told_page_by_page() {
    let (app, image) = made().await;
    for from in [0, 10] {
        let changes = accounts("AddAccount", from, 10);
        app.owner().ask("ModifyImageSharePermission", &format!("ImageId={image}{changes}")).await;
    }
    let page = async |params: &str| {
        let answer =
            app.owner().ask("DescribeImageSharePermission", &format!("ImageId={image}&{params}")).await;
        assert_eq!(answer["TotalCount"], 20);
        each(&answer["Accounts"]["Account"], "AliyunId")
    };
    let all: Vec<String> = (0..20).map(|n| (FIRST + n).to_string()).collect();
    assert_eq!(page("").await, all[..10]);
    assert_eq!(page("PageNumber=2").await, all[10..]);
    assert_eq!(page("PageSize=15&PageNumber=2").await, all[15..]);
    assert_eq!(page("PageNumber=3").await, [""; 0]);
    assert_eq!(page("PageSize=100").await, all);
}

/// What others may use is not taken away from them by the way: not deprecated, not deleted, even by force.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_share_holds_the_image() {
    let (app, image) = made().await;
    let owner = app.owner();
    let change = |what: &str| format!("ImageId={image}&{what}");
    for (share, take_back, held) in [
        (
            format!("AddAccount.1={}", STRANGER.account),
            format!("RemoveAccount.1={}", STRANGER.account),
            &codes::IMAGE_USE_SHARED,
        ),
        ("IsPublic=true".to_owned(), "IsPublic=false".to_owned(), &codes::IMAGE_IS_PUBLIC),
        ("LaunchPermission=PUBLIC".to_owned(), "LaunchPermission=HIDDEN".to_owned(), &codes::IMAGE_IS_PUBLIC),
    ] {
        owner.ask("ModifyImageSharePermission", &change(&share)).await;
        let deprecated = owner.say("ModifyImageAttribute", &change("Status=Deprecated")).await;
        deprecated.assert_refused(&codes::IMAGE_USE_SHARED_MODIFY);
        owner.say("DeleteImage", &change("Force=true")).await.assert_refused(held);
        owner.ask("ModifyImageSharePermission", &change(&take_back)).await;
        owner.ask("ModifyImageAttribute", &change("Status=Deprecated")).await;
        let shared = owner.say("ModifyImageSharePermission", &change(&share)).await;
        shared.assert_refused(&codes::SHARE_OF_DEPRECATED);
        owner.ask("ModifyImageAttribute", &change("Status=Available")).await;
    }
    owner.ask("DeleteImage", &change("")).await;
}

/// A public image is made private, and shared with some, in one call.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn public_becomes_shared() {
    let (app, image) = made().await;
    let owner = app.owner();
    owner.ask("ModifyImageSharePermission", &format!("ImageId={image}&IsPublic=true")).await;
    let told = owner.ask("DescribeImageSharePermission", &format!("ImageId={image}")).await;
    assert_eq!(told["ShareGroups"], json!({"ShareGroup": [{"Group": "all"}]}));
    let changes = format!("ImageId={image}&IsPublic=false&AddAccount.1={FIRST}");
    owner.ask("ModifyImageSharePermission", &changes).await;
    let told = owner.ask("DescribeImageSharePermission", &format!("ImageId={image}")).await;
    assert_eq!((&told["ShareGroups"]["ShareGroup"], &told["TotalCount"]), (&json!([]), &json!(1)));
}
