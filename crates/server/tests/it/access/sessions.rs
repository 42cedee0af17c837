//! Temporary keys: AssumeRole, and what can be done with what it gives.

use std::time::Duration;

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::access::{ANY_IMAGE, policy, statement};
use crate::harness::actor::{Actor, WAYS};
use crate::harness::disks::text;
use crate::harness::{OWNER, STRANGER, TestApp};

const MAY_ASSUME: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    "Resource": "acs:ram:*:1234567890123456:role/*"}]}"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_may_do_what_its_role_may() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    for way in WAYS {
        user.by(way)
            .call("DescribeImages", &[("RegionId", "cn-hangzhou")])
            .await
            .assert_refused(&codes::FORBIDDEN_BY_RAM);
        let session = user.by(way).assume(&arn, &[]).await;
        session.ask("DescribeImages", "Status=ALL").await;
        session.say("DescribeSnapshots", "").await.assert_refused(&codes::FORBIDDEN_BY_RAM);
        let caller = session.ok("GetCallerIdentity", &[]).await;
        assert_eq!(caller["IdentityType"], "AssumedRoleUser");
        assert_eq!(caller["Arn"], "acs:ram::1234567890123456:assumed-role/builder/test");
        assert_eq!(caller["PrincipalId"], format!("{}:test", text(&caller["RoleId"])));
    }
    let caller = user.ok("GetCallerIdentity", &[]).await;
    assert_eq!(
        [&caller["IdentityType"], &caller["Arn"]],
        ["RAMUser", "acs:ram::1234567890123456:user/alice"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_ends() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    let session = user.assume(&arn, &[("DurationSeconds", "900")]).await;
    app.advance(Duration::from_secs(899));
    session.ask("DescribeImages", "").await;
    app.advance(Duration::from_secs(1));
    session.say("DescribeImages", "").await.assert_refused(&codes::SECURITY_TOKEN_EXPIRED);
    for seconds in ["899", "3601"] {
        let params = [("RoleArn", &*arn), ("RoleSessionName", "test"), ("DurationSeconds", seconds)];
        user.call("AssumeRole", &params).await.assert_refused(&codes::DURATION_INVALID);
    }
}

/// Nothing of a session is kept, and yet what becomes of its role is known at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_no_more_than_its_role_is() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let session = app.user("alice", Some(MAY_ASSUME)).await.assume(&arn, &[]).await;
    session.ask("DescribeImages", "").await;
    let owner = app.owner();
    let attached = [("RoleName", "builder"), ("PolicyType", "Custom"), ("PolicyName", "builder")];
    owner.ok("DetachPolicyFromRole", &attached).await;
    session.say("DescribeImages", "").await.assert_refused(&codes::FORBIDDEN_BY_RAM);
    owner.ok("DeleteRole", &[("RoleName", "builder")]).await;
    session.say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_NOT_FOUND);
    // Another role of the same name is another role.
    owner.ok("DeletePolicy", &[("PolicyName", "builder")]).await;
    app.role("builder", Some(ANY_IMAGE)).await;
    session.say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_of_the_session_takes_away_and_gives_nothing() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    let less = policy(&[statement("Allow", "ecs:Describe*", "*")]);
    let session = user.assume(&arn, &[("Policy", &less)]).await;
    session.ask("DescribeImages", "").await;
    for action in ["DeleteImage", "DescribeSnapshots"] {
        session.say(action, "ImageId=m-1").await.assert_refused(&codes::FORBIDDEN_BY_RAM);
    }
}

/// A role is called as RAM tells it, `acs:ram::…`, or as its policies write it: a Deny is of both.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_is_the_same_however_a_policy_spells_it() {
    let app = TestApp::standing().await;
    let roles = [app.role("builder", None).await, app.role("admin", None).await];
    let may = async |user: &Actor| {
        let mut may = Vec::new();
        for arn in &roles {
            let params = [("RoleArn", &**arn), ("RoleSessionName", "test")];
            may.push(user.call("AssumeRole", &params).await.response.status == 200);
        }
        may
    };
    for (name, admin) in [("told", roles[1].clone()), ("written", roles[1].replace("ram::", "ram:*:"))] {
        let only = policy(&[statement("Allow", "sts:AssumeRole", &admin)]);
        assert_eq!(
            may(&app.user(&format!("{name}-only"), Some(&only)).await).await,
            [false, true],
            "{admin}"
        );
        let all = statement("Allow", "sts:AssumeRole", "*");
        let but = policy(&[all, statement("Deny", "sts:AssumeRole", &admin)]);
        let user = format!("{name}-but");
        assert_eq!(may(&app.user(&user, Some(&but)).await).await, [true, false], "{admin}");
        for asked in [roles[1].clone(), roles[1].replace("ram::", "ram:*:")] {
            let params = [("UserName", &*user), ("AuthAction", "sts:AssumeRole"), ("AuthResource", &asked)];
            let explained = app.owner().ok("ExplainPermission", &params).await;
            assert_eq!(explained["Decision"], "ExplicitDeny", "{asked}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_and_its_key_belong_together() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", Some(ANY_IMAGE)).await;
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    let [one, other] = [user.assume(&arn, &[]).await, user.assume(&arn, &[]).await];
    for way in WAYS {
        let with = |token: Option<String>| one.by(way).with_key(one.key(), token);
        let say = async |token: Option<String>| with(token).say("DescribeImages", "").await;
        say(None).await.assert_refused(&codes::SECURITY_TOKEN_MISSING);
        say(Some("00ff".to_owned())).await.assert_refused(&codes::SECURITY_TOKEN_MALFORMED);
        say(other.token()).await.assert_refused(&codes::SECURITY_TOKEN_MISMATCH);
        say(one.token()).await.ok();
        let mut forged = one.token().expect("a token");
        let last = if forged.ends_with('0') { "1" } else { "0" };
        forged.replace_range(forged.len() - 1.., last);
        say(Some(forged)).await.assert_refused(&codes::SECURITY_TOKEN_MALFORMED);
        // A token of a session does not make another key what the session is.
        let own = user.by(way).with_key(user.key(), one.token());
        own.say("DescribeImages", "").await.assert_refused(&codes::SECURITY_TOKEN_MISMATCH);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_the_caller_and_the_role_must_agree() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", None).await;
    let assume = [("RoleArn", &*arn), ("RoleSessionName", "test")];
    let nobody = app.user("nobody", None).await;
    nobody.call("AssumeRole", &assume).await.assert_refused(&codes::NO_PERMISSION);
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    user.call("AssumeRole", &assume).await.ok();
    app.owner().call("AssumeRole", &assume).await.assert_refused(&codes::ROLE_BY_ACCOUNT);
    app.stranger().call("AssumeRole", &assume).await.assert_refused(&codes::ROLE_BY_ACCOUNT);
    let trust = |principal: &str| {
        json!({"Version": "1", "Statement": [{
            "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": [principal]},
        }]})
        .to_string()
    };
    for (principal, expected) in [
        (format!("acs:ram::{}:root", STRANGER.account), false),
        (format!("acs:ram::{}:user/alice", OWNER.account), true),
        (format!("acs:ram::{}:user/bob", OWNER.account), false),
        (format!("acs:ram::{}:role/builder", OWNER.account), false),
    ] {
        let changed = [("RoleName", "builder"), ("NewAssumeRolePolicyDocument", &*trust(&principal))];
        app.owner().ok("UpdateRole", &changed).await;
        assert_eq!(user.call("AssumeRole", &assume).await.response.status == 200, expected, "{principal}");
    }
    // Who has assumed a role is that role, and nobody else any more.
    let other = app.role("other", Some(MAY_ASSUME)).await;
    let session = user.assume(&other, &[]).await;
    let of_role = trust(&format!("acs:ram::{}:role/other", OWNER.account));
    for (document, expected) in
        [(trust(&format!("acs:ram::{}:user/alice", OWNER.account)), false), (of_role, true)]
    {
        let changed = [("RoleName", "builder"), ("NewAssumeRolePolicyDocument", &*document)];
        app.owner().ok("UpdateRole", &changed).await;
        assert_eq!(session.call("AssumeRole", &assume).await.response.status == 200, expected, "{document}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trust_policy_can_ask_for_a_word() {
    let app = TestApp::standing().await;
    let arn = app.role("builder", None).await;
    let user = app.user("alice", Some(MAY_ASSUME)).await;
    let document = json!({"Version": "1", "Statement": [{
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": [format!("acs:ram::{}:root", OWNER.account)]},
        "Condition": {"StringEquals": {"sts:ExternalId": "sesame"}},
    }]});
    let changed = [("RoleName", "builder"), ("NewAssumeRolePolicyDocument", &*document.to_string())];
    app.owner().ok("UpdateRole", &changed).await;
    let with = |word: &'static str| [("RoleArn", &*arn), ("RoleSessionName", "test"), ("ExternalId", word)];
    user.call("AssumeRole", &with("sesame")).await.ok();
    user.call("AssumeRole", &with("Sesame")).await.assert_refused(&codes::NO_PERMISSION);
    user.call("AssumeRole", &with("")).await.assert_refused(&codes::NO_PERMISSION);
}

/// Which roles another account has is no business of a stranger: there and not there are answered alike, to the byte.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_roles_of_another_account_are_not_told() {
    let app = TestApp::standing().await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "sts:AssumeRole", "*")]))).await;
    let trust = policy(&[json!({
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": [format!("acs:ram::{}:root", STRANGER.account)]},
    })]);
    let params = [("RoleName", "secret"), ("AssumeRolePolicyDocument", &*trust)];
    app.stranger().ok("CreateRole", &params).await;
    let assume = async |account: &str, role: &str| {
        let arn = format!("acs:ram::{account}:role/{role}");
        let reply = user.call("AssumeRole", &[("RoleArn", &arn), ("RoleSessionName", "test")]).await;
        let body: Value = serde_json::from_slice(&reply.response.body).expect("JSON");
        let fields = ["Code", "Message", "AccessDeniedDetail"].map(|field| body[field].clone());
        (reply.response.status, fields)
    };
    let there = assume(STRANGER.account, "secret").await;
    assert_eq!(there, assume(STRANGER.account, "none").await);
    assert_eq!(there, assume("9999999999999999", "none").await, "an account that is none");
    assert_eq!((there.0, &there.1[0]), (403, &json!("NoPermission")));
    assert_eq!(there.1[2]["PolicyType"], "AssumeRolePolicy");
    assert_eq!(there.1[2]["AuthAction"], "sts:AssumeRole");
    // Of its own account it may know.
    let own = assume(OWNER.account, "none").await;
    assert_eq!(own.0, 404);
}
