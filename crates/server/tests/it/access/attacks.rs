//! Ways around a policy: the same thing named otherwise, tags that are only claimed, and requests that come again.

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::access::{policy, statement};
use crate::harness::actor::{Actor, WAYS};
use crate::harness::disks::text;
use crate::harness::{OWNER, OWNER_SECOND, TestApp};

/// Is it refused by a policy, and does it change nothing?
async fn assert_denied(app: &TestApp, actor: &Actor, action: &str, params: &str) {
    let before = app.state();
    for way in WAYS {
        let reply = actor.by(way).say(action, params).await;
        assert_eq!(reply.response.status, 403, "{action} {params}: {}", reply.response.text());
        reply.assert_refused(&codes::FORBIDDEN_BY_RAM);
    }
    assert_eq!(app.state(), before, "{action} {params}");
}

/// However a thing is named that a policy keeps, it is the same thing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_spelling_is_no_way_around() {
    let app = TestApp::standing().await;
    let [mine, secret] = [app.system_snapshot().await, app.system_snapshot().await];
    let of = |path: &str| format!("acs:ecs:*:{}:{path}", OWNER.account);
    let builder = app
        .user(
            "builder",
            Some(&policy(&[
                statement("Allow", "ecs:*", &of("image/*")),
                statement("Allow", "ecs:*", &of(&format!("snapshot/{mine}"))),
            ])),
        )
        .await;
    for params in [
        format!("SnapshotId={secret}"),
        format!("DiskDeviceMapping.1.SnapshotId={secret}"),
        format!("DiskDeviceMapping.1={{\"SnapshotId\":\"{secret}\"}}"),
        format!("SnapshotId={mine}&DiskDeviceMapping.7={{\"SnapshotId\":\"{secret}\"}}"),
        format!("DiskDeviceMapping.1.SnapshotId={mine}&DiskDeviceMapping.2.SnapshotId={secret}"),
    ] {
        assert_denied(&app, &builder, "CreateImage", &params).await;
    }
    let made =
        builder.ask("CreateImage", &format!("DiskDeviceMapping.1={{\"SnapshotId\":\"{mine}\"}}")).await;
    let image = text(&made["ImageId"]);
    app.settle().await;

    let everything = statement("Allow", "*", "*");
    let kept = app
        .user(
            "keeper",
            Some(&policy(&[everything, statement("Deny", "ecs:*", &of(&format!("image/{image}")))])),
        )
        .await;
    for kind in ["image", "Image", "IMAGE"] {
        let resource = format!("ResourceType={kind}");
        let one = format!("{resource}&ResourceId.1={image}");
        assert_denied(&app, &kept, "UntagResources", &format!("{one}&All=true")).await;
        assert_denied(&app, &kept, "TagResources", &format!("{one}&Tag.1.Key=k")).await;
        let old = format!("{resource}&ResourceId={image}");
        assert_denied(&app, &kept, "RemoveTags", &format!("{old}&Tag.1.Key=k")).await;
        assert_denied(&app, &kept, "AddTags", &format!("{old}&Tag.1.key=k&Tag.1.value=v")).await;
        assert_denied(&app, &kept, "JoinResourceGroup", &format!("{old}&ResourceGroupId=rg-1")).await;
    }
    for id in [image.clone(), format!("[\"{image}\"]"), format!("'{image}' "), format!("m-none,{image}")] {
        assert_denied(&app, &kept, "DescribeImages", &format!("ImageId={id}")).await;
    }
    // A copy has its bytes.
    assert_denied(&app, &kept, "CopyImage", &format!("ImageId={image}")).await;
}

/// What a request says of itself counts for what it makes, however it is spelled, and for nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_not_had_by_claiming_them() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let only = |key: &str| json!({"Effect": "Allow", "Action": "ecs:*", "Resource": "*", "Condition": {"StringEquals": {key: "web"}}});
    for (name, key) in [("older", "ecs:tag/team"), ("newer", "acs:ResourceTag/team")] {
        let user = app.user(name, Some(&policy(&[only(key)]))).await;
        for (action, params) in [
            ("CancelTask", "TaskId=t-1"),
            ("DescribeTasks", ""),
            ("DescribeImageFromFamily", "ImageFamily=daily"),
            ("RegisterImageUsage", "InstanceId=i-1&ImageId=m-1"),
            ("DeleteImage", "ImageId=m-none"),
            ("DescribeImages", ""),
        ] {
            for claim in ["Tag.1.Key=team&Tag.1.Value=web", "Tag.1.key=team&Tag.1.value=web"] {
                assert_denied(&app, &user, action, &format!("{params}&{claim}")).await;
            }
        }
    }
    let denied = json!({
        "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"acs:RequestTag/env": "prod"}},
    });
    let user = app.user("tester", Some(&policy(&[statement("Allow", "*", "*"), denied]))).await;
    for claim in [
        "Tag.1.Key=env&Tag.1.Value=prod",
        "Tag.1.key=env&Tag.1.value=prod",
        "Tag.1={\"Key\":\"env\",\"Value\":\"prod\"}",
        "Tag.1.Key=a&Tag.9.Key=env&Tag.9.Value=prod",
    ] {
        assert_denied(&app, &user, "CreateImage", &format!("SnapshotId={snapshot}&{claim}")).await;
    }
    user.ask("CreateImage", &format!("SnapshotId={snapshot}&Tag.1.Key=env&Tag.1.Value=test")).await;
}

/// More and longer than an action takes is refused before anything is looked up, or held against a pattern.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_names_no_more_than_can_be_asked_about() {
    let app = TestApp::standing().await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "*", "*")]))).await;
    let ids = vec!["s-none"; 101].join(",");
    user.say("DescribeSnapshots", &format!("SnapshotIds={ids}"))
        .await
        .assert_refused(&codes::INVALID_PARAMETER);
    let tags = "ResourceType=image&ResourceId.1=m-1&Tag.1.Key=k";
    let [fits, long] = [128, 129].map(|length| "x".repeat(length));
    let role = |length: usize| {
        let arn = format!("acs:ram::{}:role/", OWNER.account);
        format!("{arn}{}", "x".repeat(length - arn.len()))
    };
    for (action, params, parameter) in [
        ("DeleteImage", format!("ImageId={long}"), "ImageId"),
        ("DescribeImages", format!("ImageId=m-1,{long}"), "ImageId"),
        ("DescribeSnapshots", format!("SnapshotIds=[\"{long}\"]"), "SnapshotIds"),
        ("DescribeSnapshots", format!("SnapshotIds={ids}"), "SnapshotIds"),
        ("UntagResources", format!("ResourceType=image&All=true&ResourceId.1={long}"), "ResourceId"),
        ("CreateImage", format!("DiskDeviceMapping.2.SnapshotId={long}"), "DiskDeviceMapping"),
        ("GetUser", format!("UserName={long}"), "UserName"),
        ("ListAccessKeys", format!("UserName={long}"), "UserName"),
        ("GetPolicy", format!("PolicyType=Custom&PolicyName={long}"), "PolicyName"),
        ("AssumeRole", format!("RoleSessionName=test&RoleArn={}", role(129)), "RoleArn"),
        (
            "AssumeRole",
            format!("RoleSessionName=test&RoleArn={}&ExternalId={}", role(64), "x".repeat(1_225)),
            "ExternalId",
        ),
    ] {
        let reply = user.say(action, &params).await;
        reply.assert_refused(&codes::INVALID_PARAMETER);
        assert!(reply.response.text().contains(parameter), "{action}: {}", reply.response.text());
    }
    assert_ne!(user.say("DeleteImage", &format!("ImageId={fits}")).await.response.status, 400);
    // Tags are looked at where a policy asks about them.
    let asks = json!({"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringLike": {"acs:RequestTag/k": "*?y"}}});
    let asked = app.user("asked", Some(&policy(&[statement("Allow", "*", "*"), asks]))).await;
    for claim in [format!("Tag.1.Value={long}"), format!("Tag.2.Key={long}"), "Tag.*21.Key=k".to_owned()] {
        asked
            .say("TagResources", &format!("ResourceType=image&ResourceId.1=m-1&{claim}"))
            .await
            .assert_refused(&codes::INVALID_PARAMETER);
    }
    assert_denied(&app, &asked, "TagResources", &format!("{tags}&Tag.1.Value={}y", "x".repeat(127))).await;
    let empty = user.say("UntagResources", "ResourceType=image&ResourceId.1=[]&All=true").await;
    assert_ne!(empty.response.status, 200);
}

/// Policies are asked about a hundred things, and about none of more; also where the action itself reads one, and finds none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_more_than_a_hundred_things_are_asked_about() {
    let app = TestApp::standing().await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "*", "*")]))).await;
    let powerless = app.user("bob", None).await;
    let images = |count: usize| format!("ImageId={}", vec!["m-none"; count].join(","));
    for way in WAYS {
        let (user, powerless) = (user.by(way), powerless.by(way));
        user.say("DeleteImage", &images(100)).await.assert_refused(&codes::IMAGE_NOT_FOUND);
        powerless.say("DeleteImage", &images(100)).await.assert_refused(&codes::FORBIDDEN_BY_RAM);
        for caller in [user, powerless] {
            let refused = caller.say("DeleteImage", &images(101)).await;
            refused.assert_refused_with(&codes::INVALID_PARAMETER, "ImageId");
        }
    }
}

/// AssumeRole writes nothing, and yet a captured request gives no second key: here to the server that has forgotten it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_is_assumed_once_by_one_request() {
    let app = TestApp::start().await;
    let arn = app.role("builder", None).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "sts:AssumeRole", "*")]))).await;
    let request = user.prepare("AssumeRole", &[("RoleArn", &arn), ("RoleSessionName", "test")]);
    user.send(&request).await.ok();
    let key = user.key();
    drop(user);
    let app = app.stop().await.start().await;
    app.actor(key).send(&request).await.assert_refused(&codes::NONCE_USED);
}

/// The server of the tests is always started with the variables of the first key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_was_disabled_or_deleted_does_not_come_back() {
    let app = TestApp::start().await;
    let second = app.actor(OWNER_SECOND);
    let of_first = ("UserAccessKeyId", OWNER.id);
    second.ok("UpdateAccessKey", &[of_first, ("Status", "Inactive")]).await;
    drop(second);
    let app = app.stop().await.start().await;
    app.owner().say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_INACTIVE);
    app.actor(OWNER_SECOND).ok("DeleteAccessKey", &[of_first]).await;
    let app = app.stop().await.start().await;
    app.owner().say("DescribeImages", "").await.assert_refused(&codes::ACCESS_KEY_NOT_FOUND);
    let caller: Value = app.actor(OWNER_SECOND).ok("GetCallerIdentity", &[]).await;
    assert_eq!(caller["AccountId"], OWNER.account);
}
