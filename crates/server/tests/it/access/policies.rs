//! What policies are asked about: which resources a request names, and what conditions see of it.

use std::time::Duration;

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::access::{policy, statement};
use crate::harness::actor::Actor;
use crate::harness::disks::{BUCKET, qcow2, text};
use crate::harness::{OWNER, REGION, TestApp};

fn image(id: &str) -> String {
    format!("acs:ecs:{REGION}:{}:image/{id}", OWNER.account)
}

/// Two images of the owner's, the first tagged `team=dev`.
async fn images(app: &TestApp) -> [String; 2] {
    let snapshot = app.system_snapshot().await;
    let owner = app.owner();
    let mut ids = Vec::new();
    for (name, team) in [("first", "dev"), ("second", "ops")] {
        let params = format!(
            "SnapshotId={snapshot}&ImageName={name}&ImageFamily=daily&Tag.1.Key=team&Tag.1.Value={team}"
        );
        ids.push(text(&owner.ask("CreateImage", &params).await["ImageId"]));
    }
    app.settle().await;
    ids.try_into().expect("two")
}

async fn is_allowed(actor: &Actor, action: &str, params: &str) -> bool {
    let reply = actor.say(action, params).await;
    match reply.response.status {
        403 => {
            reply.assert_refused(&codes::FORBIDDEN_BY_RAM);
            false
        }
        _ => true,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_image_is_not_another() {
    let app = TestApp::standing().await;
    let [first, second] = images(&app).await;
    let document = policy(&[statement("Allow", "ecs:*", &image(&first))]);
    let user = app.user("alice", Some(&document)).await;
    for (params, expected) in [
        (format!("ImageId={first}"), true),
        (format!("ImageId={second}"), false),
        // Each that is named must be allowed, however it is written.
        (format!("ImageId={first},{second}"), false),
        (format!("ImageId=[\"{first}\", \"{second}\"]"), false),
        (String::new(), false),
        (format!("RegionId=cn-beijing&ImageId={first}"), false),
        // What is the system's or another account's, this account keeps from nobody.
        ("ImageOwnerAlias=system".to_owned(), true),
        ("ImageOwnerAlias=others".to_owned(), true),
        ("ImageOwnerAlias=self".to_owned(), false),
        ("ImageOwnerAlias=".to_owned(), false),
    ] {
        assert_eq!(is_allowed(&user, "DescribeImages", &params).await, expected, "{params}");
    }
    // However it is named.
    for (id, expected) in [(&first, true), (&second, false)] {
        for key in ["imageId", "imagid", "filter"] {
            let params = format!("Filter.1.Key={key}&Filter.1.Value={id}");
            assert_eq!(
                is_allowed(&user, "DescribeImageSupportInstanceTypes", &params).await,
                expected,
                "{params}"
            );
        }
    }
    // It is asked about `*`, which one image is not.
    assert!(!is_allowed(&user, "DescribeImageFromFamily", "ImageFamily=daily").await);
    let tag = |ids: &[&String]| {
        let ids: String = (1..).zip(ids).map(|(n, id)| format!("ResourceId.{n}={id}&")).collect();
        format!("{ids}ResourceType=image&Tag.1.Key=k&Tag.1.Value=v")
    };
    assert!(is_allowed(&user, "TagResources", &tag(&[&first])).await);
    assert!(!is_allowed(&user, "TagResources", &tag(&[&first, &second])).await);
    assert!(is_allowed(&user, "ModifyImageAttribute", &format!("ImageId={first}&Description=mine")).await);
    assert!(!is_allowed(&user, "DeleteImage", &format!("ImageId={second}")).await);
}

/// CreateImage is of the image, and of what it is made of, wherever that stands.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_is_made_only_of_what_may_be_used() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let of = |path: &str| format!("acs:ecs:*:{}:{path}", OWNER.account);
    let allowed = |path: &str| statement("Allow", "ecs:CreateImage", &of(path));
    let user = app.user("alice", Some(&policy(&[allowed("image/*"), allowed("snapshot/s-mine")]))).await;
    for params in [format!("SnapshotId={snapshot}"), format!("DiskDeviceMapping.1.SnapshotId={snapshot}")] {
        assert!(!is_allowed(&user, "CreateImage", &params).await, "{params}");
    }
    let both =
        app.user("bob", Some(&policy(&[allowed("image/*"), allowed(&format!("snapshot/{snapshot}"))]))).await;
    both.ask("CreateImage", &format!("SnapshotId={snapshot}")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_snapshot_is_known_by_its_region_though_no_region_is_named() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let of = |region: &str| format!("acs:ecs:{region}:{}:snapshot/{snapshot}", OWNER.account);
    for (name, region, expected) in [("here", REGION, true), ("there", "cn-beijing", false)] {
        let user = app.user(name, Some(&policy(&[statement("Allow", "ecs:*", &of(region))]))).await;
        let params = format!("RegionId=&SnapshotId={snapshot}&SnapshotName={name}");
        assert_eq!(is_allowed(&user, "ModifySnapshotAttribute", &params).await, expected, "{name}");
    }
}

/// CreateSnapshot is where the disk is, both the disk and the snapshot, though no region is named.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_and_its_snapshots_are_known_by_its_region() {
    let app = TestApp::standing().await;
    let disk = json!([{"id": "d-one", "type": "system", "size": 40}]);
    let here = json!({"instances": [{"id": "i-one", "disks": disk}]});
    app.apply(json!({"accounts": [{"id": OWNER.account, "regions": {REGION: here}}]})).await;
    let everything = statement("Allow", "*", "*");
    let of = |region: &str, path: &str| format!("acs:ecs:{region}:{}:{path}", OWNER.account);
    for (name, region, path, expected) in [
        ("all-here", REGION, "*", false),
        ("snapshots-here", REGION, "snapshot/*", false),
        ("disks-here", REGION, "disk/*", false),
        ("all-there", "cn-beijing", "*", true),
    ] {
        let document = policy(&[everything.clone(), statement("Deny", "ecs:*", &of(region, path))]);
        let denied = app.user(name, Some(&document)).await;
        for params in ["RegionId=&DiskId=d-one", "DiskId=d-one"] {
            assert_eq!(is_allowed(&denied, "CreateSnapshot", params).await, expected, "{name} {params}");
        }
        let name = format!("only-{name}");
        let document = policy(&[statement("Allow", "ecs:*", &of(region, "*"))]);
        let allowed = app.user(&name, Some(&document)).await;
        let params = "RegionId=&DiskId=d-one";
        assert_eq!(is_allowed(&allowed, "CreateSnapshot", params).await, region == REGION, "{name}");
        // Whether there is such a disk, or snapshot, is told to whom it does not matter where, and to nobody else.
        for (action, params) in
            [("CreateSnapshot", "RegionId=&DiskId=d-none"), ("DeleteSnapshot", "RegionId=&SnapshotId=s-none")]
        {
            allowed.say(action, params).await.assert_refused(&codes::FORBIDDEN_BY_RAM);
        }
    }
    let anywhere = app.user("anywhere", Some(&policy(&[everything]))).await;
    anywhere.say("CreateSnapshot", "RegionId=&DiskId=d-none").await.assert_refused(&codes::DISK_NOT_FOUND);
    let none = "RegionId=&SnapshotId=s-none";
    anywhere.say("DeleteSnapshot", none).await.assert_refused(&codes::SNAPSHOT_NOT_FOUND);
}

/// A copy is made in the region that it goes to, of an image in the region that it comes from.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_asked_about_where_it_is_made() {
    let app = TestApp::standing().await;
    let [first, _] = images(&app).await;
    let there = "cn-beijing";
    let of = |region: &str, id: &str| format!("acs:ecs:{region}:{}:image/{id}", OWNER.account);
    let everything = statement("Allow", "*", "*");
    let to_there = format!("ImageId={first}&DestinationRegionId={there}");
    let to_here = format!("ImageId={first}&DestinationRegionId={REGION}");
    for (name, statements, may_there, may_here) in [
        ("not-there", vec![everything.clone(), statement("Deny", "ecs:*", &of(there, "*"))], false, true),
        ("only-here", vec![statement("Allow", "ecs:*", &of(REGION, "*"))], false, true),
        (
            "from-here",
            vec![
                statement("Allow", "ecs:*", &of(REGION, &first)),
                statement("Allow", "ecs:*", &of(there, "*")),
            ],
            true,
            false,
        ),
        ("only-there", vec![statement("Allow", "ecs:*", &of(there, "*"))], false, false),
    ] {
        let user = app.user(name, Some(&policy(&statements))).await;
        assert_eq!(is_allowed(&user, "CopyImage", &to_there).await, may_there, "{name} there");
        assert_eq!(is_allowed(&user, "CopyImage", &to_here).await, may_here, "{name} here");
        // Where it does not say, it is where the image is.
        for params in [format!("ImageId={first}"), format!("ImageId={first}&DestinationRegionId=")] {
            assert_eq!(is_allowed(&user, "CopyImage", &params).await, may_here, "{name} {params}");
        }
    }
}

/// What may not be read from a bucket is not had by importing it, and what may not be written is not exported.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_reads_and_an_export_writes_objects() {
    let app = TestApp::standing().await;
    let [first, _] = images(&app).await;
    let object = |path: &str| format!("acs:oss:*:{}:{path}", OWNER.account);
    let document = policy(&[
        statement("Allow", "ecs:*", "*"),
        statement("Allow", "oss:GetObject", &object("mine/*")),
        statement("Allow", "oss:PutObject", &object("mine/exports_*")),
    ]);
    let user = app.user("alice", Some(&document)).await;
    let disk = |n: u32, bucket: &str| {
        format!("DiskDeviceMapping.{n}.OSSBucket={bucket}&DiskDeviceMapping.{n}.OSSObject=disk.qcow2")
    };
    for (params, expected) in [
        (disk(1, "mine"), true),
        (disk(1, "mine").replace("OSS", "Oss"), true),
        (disk(1, "secret"), false),
        (disk(1, "secret").replace("OSS", "Oss"), false),
        (format!("{}&{}", disk(1, "mine"), disk(2, "secret")), false),
        (r#"DiskDeviceMapping.1={"OSSBucket":"secret","OSSObject":"disk.qcow2"}"#.to_owned(), false),
    ] {
        assert_eq!(is_allowed(&user, "ImportImage", &params).await, expected, "{params}");
    }
    for (params, expected) in [
        ("OSSBucket=mine&OSSPrefix=exports", true),
        ("OssBucket=mine&OssPrefix=exports&ImageFormat=qcow2", true),
        ("OSSBucket=mine&OSSPrefix=other", false),
        ("OSSBucket=mine", false),
        ("OSSBucket=secret&OSSPrefix=exports", false),
    ] {
        let params = format!("ImageId={first}&{params}");
        assert_eq!(is_allowed(&user, "ExportImage", &params).await, expected, "{params}");
    }
}

/// An export writes an object for each disk: who may not write that of a data disk does not get it written.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_is_asked_about_each_object_that_it_writes() {
    let app = TestApp::standing().await;
    for disk in ["system", "data"] {
        app.place(disk, qcow2(20, disk)).await;
    }
    let disk = |n: u32, object: &str| {
        format!("DiskDeviceMapping.{n}.OSSBucket={BUCKET}&DiskDeviceMapping.{n}.OSSObject={object}")
    };
    let import = format!("{}&{}", disk(1, "system"), disk(2, "data"));
    let image = text(&app.owner().ask("ImportImage", &import).await["ImageId"]);
    let object = |name: &str| format!("acs:oss:*:{}:exports/mine_{image}_{name}*", OWNER.account);
    let (everything, of_images) = (statement("Allow", "*", "*"), statement("Allow", "ecs:*", "*"));
    let put = |effect: &str, name: &str| statement(effect, "oss:PutObject", &object(name));
    let export = format!("OSSBucket=exports&OSSPrefix=mine&ImageId={image}");
    for (name, statements, expected) in [
        ("without-data", vec![everything.clone(), put("Deny", "data1")], false),
        ("without-others", vec![everything, put("Deny", "data2")], true),
        ("system-only", vec![of_images.clone(), put("Allow", "system")], false),
        ("both", vec![of_images, put("Allow", "system"), put("Allow", "data1")], true),
    ] {
        let user = app.user(name, Some(&policy(&statements))).await;
        assert_eq!(is_allowed(&user, "ExportImage", &export).await, expected, "{name}");
    }
}

/// To give a user or a group another's name is to decide about that name as well.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_name_is_asked_about_like_the_old_one() {
    let app = TestApp::standing().await;
    let of = |path: &str| format!("acs:ram:*:{}:{path}", OWNER.account);
    let document = policy(&[
        statement("Allow", "ram:Update*", &of("user/mine-*")),
        statement("Allow", "ram:Update*", &of("group/mine-*")),
    ]);
    let manager = app.user("manager", Some(&document)).await;
    let owner = app.owner();
    for (kind, create) in [("User", "CreateUser"), ("Group", "CreateGroup")] {
        let (name, new) = (format!("{kind}Name"), format!("New{kind}Name"));
        owner.ok(create, &[(&name, "mine-1")]).await;
        let rename =
            async |to: &str| manager.call(&format!("Update{kind}"), &[(&name, "mine-1"), (&new, to)]).await;
        rename("admin").await.assert_refused(&codes::NO_PERMISSION);
        rename("mine-2").await.ok();
    }
}

/// Who reports an instance keeps its image from being deleted: both are asked about.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_use_is_of_the_instance_and_the_image() {
    let app = TestApp::standing().await;
    let [first, second] = images(&app).await;
    let instances = format!("acs:ecs:{REGION}:{}:instance/*", OWNER.account);
    let document =
        policy(&[statement("Allow", "ecs:*", &instances), statement("Allow", "ecs:*", &image(&first))]);
    let user = app.user("alice", Some(&document)).await;
    for (id, expected) in [(&first, true), (&second, false)] {
        let params = format!("InstanceId=i-{expected}&ImageId={id}");
        assert_eq!(is_allowed(&user, "RegisterImageUsage", &params).await, expected, "{params}");
    }
    // It ends the use of an image that it does not name.
    assert!(is_allowed(&user, "DeregisterImageUsage", "InstanceId=i-true").await);
}

fn with_condition(condition: &Value) -> String {
    policy(&[json!({"Effect": "Allow", "Action": "ecs:*", "Resource": "*", "Condition": condition})])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn conditions_see_the_tags_of_what_is_there_and_of_what_is_asked_for() {
    let app = TestApp::standing().await;
    let [first, second] = images(&app).await;
    let snapshot = app.system_snapshot().await;
    for (name, key) in [("old", "ecs:tag/team"), ("new", "acs:ResourceTag/team")] {
        let user = app.user(name, Some(&with_condition(&json!({"StringEquals": {key: "dev"}})))).await;
        assert!(is_allowed(&user, "DescribeImages", &format!("ImageId={first}")).await, "{key}");
        for params in [format!("ImageId={second}"), format!("ImageId={first},{second}"), String::new()] {
            assert!(!is_allowed(&user, "DescribeImages", &params).await, "{key} {params}");
        }
        // What it has counts, not what the request says of it.
        let claimed = format!("ImageId={second}&Tag.1.Key=team&Tag.1.Value=dev");
        assert!(!is_allowed(&user, "DescribeImages", &claimed).await, "{key}");
    }
    let asked = |team: &str| format!("SnapshotId={snapshot}&Tag.1.Key=team&Tag.1.Value={team}");
    for (name, key) in [("making", "acs:RequestTag/team"), ("making-old", "ecs:tag/team")] {
        let condition = json!({"StringEquals": {key: "dev"}});
        let document = policy(&[
            json!({"Effect": "Allow", "Action": "ecs:CreateImage", "Resource": "acs:ecs:*:*:image/*", "Condition": condition}),
            statement("Allow", "ecs:CreateImage", "acs:ecs:*:*:snapshot/*"),
        ]);
        let user = app.user(name, Some(&document)).await;
        assert!(is_allowed(&user, "CreateImage", &asked("dev")).await, "{key}");
        assert!(!is_allowed(&user, "CreateImage", &asked("ops")).await, "{key}");
        assert!(!is_allowed(&user, "CreateImage", &format!("SnapshotId={snapshot}")).await, "{key}");
    }
}

/// Nobody says by a parameter that an action does not read what that action would have to be told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_action_does_not_read_nobody_claims_by_it() {
    let app = TestApp::standing().await;
    let [first, _] = images(&app).await;
    let all = [
        ("tags", "acs:RequestTag/team", "Tag.1.Key=team&Tag.1.Value=dev"),
        ("words", "sts:ExternalId", "ExternalId=dev"),
    ];
    for (name, key, claimed) in all {
        let user = app.user(name, Some(&with_condition(&json!({"StringEquals": {key: "dev"}})))).await;
        for action in ["ModifyImageAttribute", "DeleteImage"] {
            assert!(
                !is_allowed(&user, action, &format!("ImageId={first}&{claimed}")).await,
                "{key} {action}"
            );
        }
        let tag = format!("ResourceType=image&ResourceId.1={first}&{claimed}");
        assert_eq!(is_allowed(&user, "TagResources", &tag).await, name == "tags", "{key}");
    }
}

/// A snapshot has tags of its own, which are not looked for among those of images.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn conditions_see_the_tags_of_snapshots() {
    let app = TestApp::standing().await;
    let [kept, free] = [app.system_snapshot().await, app.system_snapshot().await];
    let tag = format!("ResourceType=snapshot&ResourceId.1={kept}&Tag.1.Key=keep&Tag.1.Value=true");
    app.owner().ask("TagResources", &tag).await;
    for (name, key) in [("old", "ecs:tag/keep"), ("new", "acs:ResourceTag/keep")] {
        let condition = json!({"StringEquals": {key: "true"}});
        let denied =
            json!({"Effect": "Deny", "Action": "ecs:*Snapshot*", "Resource": "*", "Condition": condition});
        let user = app.user(name, Some(&policy(&[statement("Allow", "*", "*"), denied]))).await;
        for region in ["", "RegionId=&"] {
            for action in ["DeleteSnapshot", "ModifySnapshotAttribute"] {
                let params = |id: &str| format!("{region}SnapshotId={id}&SnapshotName={name}");
                assert!(!is_allowed(&user, action, &params(&kept)).await, "{key} {region} {action}");
                if action == "ModifySnapshotAttribute" {
                    assert!(is_allowed(&user, action, &params(&free)).await, "{key} {region}");
                }
            }
        }
        assert!(
            !is_allowed(&user, "DescribeSnapshots", &format!("SnapshotIds=[\"{free}\",\"{kept}\"]")).await
        );
        // And what only they allow, they allow.
        let only = format!("{name}-only");
        let other = app.user(&only, Some(&with_condition(&condition))).await;
        assert!(is_allowed(&other, "DescribeSnapshots", &format!("SnapshotIds=[\"{kept}\"]")).await, "{key}");
        assert!(
            !is_allowed(&other, "DescribeSnapshots", &format!("SnapshotIds=[\"{free}\"]")).await,
            "{key}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn conditions_see_where_a_request_comes_from_and_when() {
    let app = TestApp::start().await;
    let list = "ListImageFamilies";
    let principal = |region: &str, name: &str| format!("acs:ram:{region}:{}:user/{name}", OWNER.account);
    for (name, condition, expected) in [
        ("loopback", json!({"IpAddress": {"acs:SourceIp": "127.0.0.0/8"}}), true),
        ("elsewhere", json!({"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}), false),
        ("secure", json!({"Bool": {"acs:SecureTransport": "true"}}), false),
        ("insecure", json!({"Bool": {"acs:SecureTransport": "false"}}), true),
        ("mfa", json!({"Bool": {"acs:MFAPresent": "true"}}), false),
        ("before", json!({"DateLessThan": {"acs:CurrentTime": "2026-01-02T04:00:00Z"}}), true),
        ("named", json!({"StringLike": {"acs:PrincipalArn": "acs:ram::*:user/named"}}), true),
        ("spelled", json!({"StringEquals": {"acs:PrincipalArn": principal("*", "spelled")}}), true),
        ("plainly", json!({"StringEquals": {"acs:PrincipalArn": principal("", "plainly")}}), true),
        (
            "not-spelled",
            json!({"StringNotEquals": {"acs:PrincipalArn": principal("*", "not-spelled")}}),
            false,
        ),
    ] {
        let user = app.user(name, Some(&with_condition(&condition))).await;
        assert_eq!(is_allowed(&user, list, "").await, expected, "{name}");
        if name == "before" {
            app.advance(Duration::from_secs(60 * 60));
            assert!(!is_allowed(&user, list, "").await);
        }
    }
}

/// What somebody may do is seen at the next request: nothing is known of what was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_seen_at_once() {
    let app = TestApp::standing().await;
    let (owner, user) = (app.owner(), app.user("alice", None).await);
    let sees = async |expected: bool| {
        assert_eq!(is_allowed(&user, "ListImageFamilies", "").await, expected);
    };
    sees(false).await;
    owner.ok("CreateGroup", &[("GroupName", "readers")]).await;
    let of_group =
        [("GroupName", "readers"), ("PolicyType", "System"), ("PolicyName", "AliyunECSReadOnlyAccess")];
    owner.ok("AttachPolicyToGroup", &of_group).await;
    sees(false).await;
    owner.ok("AddUserToGroup", &[("UserName", "alice"), ("GroupName", "readers")]).await;
    sees(true).await;
    owner.ok("RemoveUserFromGroup", &[("UserName", "alice"), ("GroupName", "readers")]).await;
    sees(false).await;
    let of_user = [("UserName", "alice"), ("PolicyType", "System"), ("PolicyName", "AdministratorAccess")];
    owner.ok("AttachPolicyToUser", &of_user).await;
    sees(true).await;
    owner.ok("DetachPolicyFromUser", &of_user).await;
    sees(false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_explanation_names_the_statement() {
    let app = TestApp::standing().await;
    let document = policy(&[
        statement("Allow", "ecs:Describe*", "*"),
        statement("Allow", "ecs:*", "acs:ecs:*:*:image/m-mine"),
        json!({"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"NotIpAddress": {"acs:SourceIp": "10.0.0.0/8"}}}),
    ]);
    app.user("alice", Some(&document)).await;
    let inside = "&Condition.1.Key=acs:SourceIp&Condition.1.Value=10.1.2.3";
    for (asked, expected) in [
        (format!("AuthAction=ecs:DescribeImages&AuthResource=*{inside}"), json!(["Allow", "alice", 1])),
        (
            format!("AuthAction=ecs:DeleteImage&AuthResource=acs:ecs:cn-hangzhou:1:image/m-mine{inside}"),
            json!(["Allow", "alice", 2]),
        ),
        (
            format!("AuthAction=ecs:DeleteImage&AuthResource=acs:ecs:cn-hangzhou:1:image/m-other{inside}"),
            json!(["ImplicitDeny", null, null]),
        ),
        ("AuthAction=ecs:DescribeImages&AuthResource=*".to_owned(), json!(["ExplicitDeny", "alice", 3])),
    ] {
        let told = app.owner().ask("ExplainPermission", &format!("UserName=alice&{asked}")).await;
        assert_eq!(json!([told["Decision"], told["PolicyName"], told["Statement"]]), expected, "{asked}");
    }
}

/// `ecs:tag` asks for a tag of the resource, and of what is being made for one of the request: it is explained as it is decided.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_explanation_sees_the_tags_that_a_request_would() {
    let app = TestApp::standing().await;
    for (name, key) in
        [("older", "ecs:tag/team"), ("resource", "acs:ResourceTag/team"), ("request", "acs:RequestTag/team")]
    {
        app.user(name, Some(&with_condition(&json!({"StringEquals": {key: "builders"}})))).await;
    }
    let there = ("ecs:DeleteImage", "acs:ecs:cn-hangzhou:1:image/m-1");
    let made = ("ecs:CreateImage", "acs:ecs:cn-hangzhou:1:image/*");
    let listed = ("ecs:DescribeImages", "acs:ecs:cn-hangzhou:1:image/*");
    for (name, (action, resource), supposed, expected) in [
        ("older", there, "acs:ResourceTag/team", true),
        ("older", there, "ecs:tag/team", true),
        ("older", there, "acs:RequestTag/team", false),
        ("older", made, "acs:RequestTag/team", true),
        ("older", made, "ecs:tag/team", true),
        ("older", made, "acs:ResourceTag/team", false),
        ("older", listed, "acs:RequestTag/team", false),
        ("resource", there, "ecs:tag/team", true),
        ("resource", there, "acs:ResourceTag/team", true),
        ("resource", made, "ecs:tag/team", false),
        ("request", made, "ecs:tag/team", true),
        ("request", there, "ecs:tag/team", false),
        ("older", there, "acs:ResourceTag/Team", false),
    ] {
        let asked = format!(
            "UserName={name}&AuthAction={action}&AuthResource={resource}\
             &Condition.1.Key={supposed}&Condition.1.Value=builders"
        );
        let told = app.owner().ask("ExplainPermission", &asked).await;
        let decision = if expected { "Allow" } else { "ImplicitDeny" };
        assert_eq!(told["Decision"], decision, "{asked}");
    }
}

/// What is to be explained is no longer than what is ever asked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_explanation_is_of_what_could_be_asked() {
    let app = TestApp::standing().await;
    app.user("alice", Some(&policy(&[statement("Allow", "ecs:*", "*")]))).await;
    let [fits, long] = [1_024, 1_025].map(|length| "x".repeat(length));
    let asked = "UserName=alice&AuthAction=ecs:DescribeImages&AuthResource=*";
    for params in [
        format!("UserName=alice&AuthAction={long}&AuthResource=*"),
        format!("UserName=alice&AuthAction=ecs:DescribeImages&AuthResource={long}"),
        format!("{asked}&Condition.1.Key=acs:SourceIp&Condition.1.Value={}", "x".repeat(513)),
        format!("{asked}&Condition.*21.Key=acs:SourceIp"),
    ] {
        app.owner().say("ExplainPermission", &params).await.assert_refused(&codes::INVALID_PARAMETER);
    }
    app.owner()
        .ask("ExplainPermission", &format!("UserName=alice&AuthAction=ecs:x&AuthResource={fits}"))
        .await;
}
