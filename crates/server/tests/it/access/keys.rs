//! Access keys of RAM users: made, disabled, replaced, and never anybody else's.

use imagekin_rpc::codes;
use serde_json::Value;

use crate::harness::access::{policy, statement};
use crate::harness::disks::text;
use crate::harness::words::each;
use crate::harness::{OWNER, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_is_replaced_without_a_gap() {
    let app = TestApp::standing().await;
    let everything = policy(&[statement("Allow", "ecs:*", "*")]);
    let first = app.user("alice", Some(&everything)).await;
    let owner = app.owner();
    let of_user = ("UserName", "alice");
    let made = owner.ok("CreateAccessKey", &[of_user]).await;
    let second = first.with_key(crate::harness::access::key(&made["AccessKey"], OWNER.account), None);
    owner.call("CreateAccessKey", &[of_user]).await.assert_refused(&codes::ACCESS_KEYS_EXCEED);
    for user in [&first, &second] {
        user.ask("DescribeImages", "").await;
    }
    let of_first = ("UserAccessKeyId", first.key().id);
    owner.ok("UpdateAccessKey", &[of_user, of_first, ("Status", "Inactive")]).await;
    first.say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_INACTIVE);
    owner.ok("UpdateAccessKey", &[of_user, of_first, ("Status", "Active")]).await;
    first.ask("DescribeImages", "").await;
    owner.ok("DeleteAccessKey", &[of_user, of_first]).await;
    first.say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_NOT_FOUND);
    second.ask("DescribeImages", "").await;
    let keys = owner.ok("ListAccessKeys", &[of_user]).await;
    assert_eq!(each(&keys["AccessKeys"]["AccessKey"], "AccessKeyId"), [second.key().id]);
}

/// Where no user is named, the keys are the caller's own: a user who may make keys makes none of the account.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_name_the_keys_are_the_callers() {
    let app = TestApp::standing().await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "ram:*AccessKey*", "*")]))).await;
    let made = user.ok("CreateAccessKey", &[]).await;
    let own = user.with_key(crate::harness::access::key(&made["AccessKey"], OWNER.account), None);
    assert_eq!(own.ok("GetCallerIdentity", &[]).await["IdentityType"], "RAMUser");
    let listed = |answer: Value| each(&answer["AccessKeys"]["AccessKey"], "AccessKeyId");
    assert_eq!(listed(user.ok("ListAccessKeys", &[]).await).len(), 2);
    let of_account = listed(app.owner().ok("ListAccessKeys", &[]).await);
    assert!(
        of_account.contains(&OWNER.id.to_owned())
            && !of_account.contains(&text(&made["AccessKey"]["AccessKeyId"]))
    );
    // Nor does it disable one of the account's.
    let of_owner = [("UserAccessKeyId", OWNER.id), ("Status", "Inactive")];
    user.call("UpdateAccessKey", &of_owner).await.assert_refused(&codes::USER_ACCESS_KEY_NOT_FOUND);
    user.call("DeleteAccessKey", &of_owner[..1]).await.assert_refused(&codes::USER_ACCESS_KEY_NOT_FOUND);
    app.owner().ask("DescribeImages", "").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_tells_when_it_was_used_last() {
    let app = TestApp::start().await;
    let user = app.user("alice", None).await;
    let of_key = [("UserName", "alice"), ("UserAccessKeyId", user.key().id)];
    let last_used = async |app: &TestApp| {
        let told = app.owner().ok("GetAccessKeyLastUsed", &of_key).await;
        text(&told["AccessKeyLastUsed"]["LastUsedDate"])
    };
    assert_eq!(last_used(&app).await, "");
    user.ok("GetCallerIdentity", &[]).await;
    let now = imagekin_rpc::time::print(app.now());
    drop(user);
    // It is written down now and then, and when the server ends.
    let app = app.stop().await.start().await;
    assert_eq!(last_used(&app).await, now);
}
