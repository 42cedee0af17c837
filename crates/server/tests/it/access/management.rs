//! Users, groups, roles and policies as a whole: pages, new names, and what is left when something goes.

use imagekin_rpc::codes;
use serde_json::{Value, json};

use crate::harness::TestApp;
use crate::harness::access::{ANY_IMAGE, TRUST, policy, statement};
use crate::harness::actor::Actor;
use crate::harness::disks::text;
use crate::harness::words::each;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_come_in_pages_that_join() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    for n in 0..7 {
        owner.ok("CreateUser", &[("UserName", &format!("user-{n}"))]).await;
        owner.ok("CreateGroup", &[("GroupName", &format!("group-{n}"))]).await;
        owner.ok("AddUserToGroup", &[("UserName", &format!("user-{n}")), ("GroupName", "group-0")]).await;
        let role = format!("role-{n}");
        owner.ok("CreateRole", &[("RoleName", &role), ("AssumeRolePolicyDocument", TRUST)]).await;
        owner
            .ok("CreatePolicy", &[("PolicyName", &format!("policy-{n}")), ("PolicyDocument", ANY_IMAGE)])
            .await;
    }
    for (action, params, list, name) in [
        ("ListUsers", vec![], "/Users/User", "UserName"),
        ("ListGroups", vec![], "/Groups/Group", "GroupName"),
        ("ListUsersForGroup", vec![("GroupName", "group-0")], "/Users/User", "UserName"),
        ("ListRoles", vec![], "/Roles/Role", "RoleName"),
        ("ListPolicies", vec![("PolicyType", "Custom")], "/Policies/Policy", "PolicyName"),
        ("ListPolicies", vec![], "/Policies/Policy", "PolicyName"),
    ] {
        let all = owner.ok(action, &params).await;
        assert_eq!((&all["IsTruncated"], all.get("Marker")), (&json!(false), None), "{action}");
        let whole = each(all.pointer(list).expect("a list"), name);
        assert!(whole.len() >= 7 && whole.is_sorted(), "{action}: {whole:?}");
        for size in ["1", "3", "7"] {
            let (mut paged, mut marker) = (Vec::new(), String::new());
            loop {
                let page = [("MaxItems", size), ("Marker", &*marker)];
                let answer = owner.ok(action, &[&params[..], &page].concat()).await;
                paged.extend(each(answer.pointer(list).expect("a list"), name));
                if answer["IsTruncated"] == json!(false) {
                    assert_eq!(answer.get("Marker"), None, "Terraform would ask for ever");
                    break;
                }
                marker = text(&answer["Marker"]);
            }
            assert_eq!(paged, whole, "{action} by {size}");
        }
    }
}

/// A new name is a new name: keys, groups and policies stay whose they are.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_user_and_a_group_keep_what_they_have_under_a_new_name() {
    let app = TestApp::standing().await;
    let user = app.user("alice", None).await;
    let owner = app.owner();
    owner.ok("CreateGroup", &[("GroupName", "readers")]).await;
    owner.ok("AddUserToGroup", &[("UserName", "alice"), ("GroupName", "readers")]).await;
    let read_only = [("PolicyType", "System"), ("PolicyName", "AliyunECSReadOnlyAccess")];
    owner.ok("AttachPolicyToGroup", &[&[("GroupName", "readers")][..], &read_only].concat()).await;
    owner.ok("UpdateUser", &[("UserName", "alice"), ("NewUserName", "alicia")]).await;
    owner.ok("UpdateGroup", &[("GroupName", "readers"), ("NewGroupName", "watchers")]).await;
    user.ask("DescribeImages", "").await;
    let arn = user.ok("GetCallerIdentity", &[]).await["Arn"].clone();
    assert_eq!(arn, "acs:ram::1234567890123456:user/alicia");
    let groups = owner.ok("ListGroupsForUser", &[("UserName", "alicia")]).await;
    assert_eq!(each(&groups["Groups"]["Group"], "GroupName"), ["watchers"]);
    let entities = owner.ok("ListEntitiesForPolicy", &read_only).await;
    assert_eq!(each(&entities["Groups"]["Group"], "GroupName"), ["watchers"]);
    assert_eq!([&entities["Users"]["User"], &entities["Roles"]["Role"]], [&json!([]), &json!([])]);
    // The old name is free.
    owner.ok("CreateUser", &[("UserName", "alice")]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn versions_of_a_policy_turn_over() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let policy = ("PolicyName", "images");
    owner.ok("CreatePolicy", &[policy, ("PolicyDocument", ANY_IMAGE)]).await;
    let rotate = ("RotateStrategy", "DeleteOldestNonDefaultVersionWhenLimitExceeded");
    for n in 2..=8 {
        let made = owner.ok("CreatePolicyVersion", &[policy, ("PolicyDocument", ANY_IMAGE), rotate]).await;
        assert_eq!(made["PolicyVersion"]["VersionId"], format!("v{n}"), "no number comes twice");
    }
    let listed = owner.ok("ListPolicyVersions", &[("PolicyType", "Custom"), policy]).await;
    let versions = each(&listed["PolicyVersions"]["PolicyVersion"], "VersionId");
    assert_eq!(versions, ["v1", "v5", "v6", "v7", "v8"], "the one in force stays");
    owner.ok("DeletePolicy", &[policy, ("CascadingDelete", "true")]).await;
    let made = owner.ok("CreatePolicy", &[policy, ("PolicyDocument", ANY_IMAGE)]).await;
    assert_eq!(made["Policy"]["DefaultVersion"], "v1");
}

/// What carries which tags, as RAM's list shows it: `nightly/team=builders`.
async fn tagged(owner: &Actor, params: &[(&str, &str)]) -> Vec<String> {
    let listed = owner.ok("ram:ListTagResources", params).await;
    let shown = |tag: &Value| {
        let field = |name: &str| tag[name].as_str().expect("a text").to_owned();
        format!("{}/{}={}", field("ResourceName"), field("TagKey"), field("TagValue"))
    };
    listed["TagResources"].as_array().expect("a list, an empty one too").iter().map(shown).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn roles_and_policies_are_found_by_their_tags() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let made = r#"[{"Key": "team", "Value": "builders"}, {"Key": "tier"}]"#;
    for name in ["nightly", "weekly"] {
        let role = [("RoleName", name), ("AssumeRolePolicyDocument", TRUST), ("Tag", made)];
        owner.ok("CreateRole", &role).await;
    }
    owner.ok("CreatePolicy", &[("PolicyName", "images"), ("PolicyDocument", ANY_IMAGE), ("Tag", made)]).await;
    let roles = ("ResourceType", "role");
    let all = ["nightly/team=builders", "nightly/tier=", "weekly/team=builders", "weekly/tier="];
    assert_eq!(tagged(&owner, &[roles]).await, all);
    assert_eq!(
        tagged(&owner, &[roles, ("ResourceNames", r#"["weekly", "weekly", "none"]"#)]).await,
        all[2..]
    );
    assert_eq!(tagged(&owner, &[("ResourceType", "policy")]).await, ["images/team=builders", "images/tier="]);

    let nightly = ("ResourceNames", r#"["nightly"]"#);
    let long = "v".repeat(256);
    owner.ok("ram:TagResources", &[roles, nightly, ("Tag.1.Key", "team"), ("Tag.1.Value", &long)]).await;
    owner.ok("ram:UntagResources", &[roles, nightly, ("TagKeys", r#"["tier", "none"]"#)]).await;
    assert_eq!(tagged(&owner, &[roles, nightly]).await, [format!("nightly/team={long}")]);
    let of_builders = ("Tag", r#"[{"Key": "team", "Value": "builders"}, {"Key": "tier", "Value": ""}]"#);
    assert_eq!(tagged(&owner, &[roles, of_builders]).await, all[2..]);
    // What else changes leaves them, and who goes takes them along.
    owner.ok("UpdateRole", &[("RoleName", "weekly"), ("NewDescription", "By week")]).await;
    owner.ok("UpdatePolicyDescription", &[("PolicyName", "images"), ("NewDescription", "")]).await;
    assert_eq!(tagged(&owner, &[roles, ("ResourceNames.1", "weekly")]).await, all[2..]);
    assert_eq!(tagged(&owner, &[("ResourceType", "policy")]).await.len(), 2);
    owner.ok("DeleteRole", &[("RoleName", "weekly")]).await;
    owner.ok("CreateRole", &[("RoleName", "weekly"), ("AssumeRolePolicyDocument", TRUST)]).await;
    assert_eq!(tagged(&owner, &[roles]).await.len(), 1);
    owner.ok("ram:UntagResources", &[roles, nightly, ("All", "true")]).await;
    assert_eq!(tagged(&owner, &[roles]).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_come_in_pages_that_join_and_there_are_only_so_many() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let tag = |n: usize| json!({"Key": format!("key-{n:02}"), "Value": n.to_string()});
    let tags = |range: std::ops::Range<usize>| Value::Array(range.map(tag).collect()).to_string();
    for name in ["nightly", "weekly"] {
        let role = [("RoleName", name), ("AssumeRolePolicyDocument", TRUST), ("Tag", &*tags(0..20))];
        owner.ok("CreateRole", &role).await;
    }
    let roles = ("ResourceType", "role");
    let whole = tagged(&owner, &[roles]).await;
    assert_eq!(whole.len(), 40);
    let names = ("ResourceNames", r#"["weekly", "nightly", "none"]"#);
    for (size, names) in
        ["1", "7", "20", "39"].iter().flat_map(|size| [(*size, names), (*size, ("ResourceNames", ""))])
    {
        let (mut paged, mut token) = (Vec::new(), String::new());
        loop {
            let page = [roles, names, ("PageSize", size), ("NextToken", &token)];
            paged.extend(tagged(&owner, &page).await);
            let answer = owner.ok("ram:ListTagResources", &page).await;
            let Some(next) = answer.get("NextToken") else { break };
            token = text(next);
        }
        assert_eq!(paged, whole, "by {size}");
    }
    let more = [roles, ("ResourceNames", r#"["nightly", "weekly"]"#), ("Tag", &*tags(20..21))];
    owner.call("ram:TagResources", &more).await.assert_refused(&codes::TAG_QUOTA);
    let role = [("RoleName", "new"), ("AssumeRolePolicyDocument", TRUST), ("Tag", &*tags(0..21))];
    owner.call("CreateRole", &role).await.assert_refused(&codes::TOO_MANY_TAGS);
    let many = [roles, ("ResourceNames", r#"["nightly"]"#), ("Tag", &*tags(0..21))];
    owner.call("ram:TagResources", &many).await.assert_refused_with(&codes::INVALID_PARAMETER, "Tag");
    assert_eq!(tagged(&owner, &[roles]).await, whole);
}

/// What a Deny protects is not tagged, however it is named; and the log says what was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tagging_is_of_the_roles_that_are_named() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    for name in ["admin", "dev"] {
        owner.ok("CreateRole", &[("RoleName", name), ("AssumeRolePolicyDocument", TRUST)]).await;
    }
    let admin = "acs:ram::1234567890123456:role/admin";
    let document = policy(&[statement("Allow", "ram:*", "*"), statement("Deny", "ram:*", admin)]);
    let user = app.user("alice", Some(&document)).await;
    let tag = ("Tag.1.Key", "team");
    for (name, value) in [
        ("ResourceNames", r#"["admin"]"#),
        ("ResourceNames", r#"["\u0061dmin"]"#),
        ("ResourceNames", r#"["dev", "admin"]"#),
        ("ResourceNames.1", "admin"),
    ] {
        for params in [
            vec![("ResourceType", "role"), (name, value), tag],
            vec![("ResourceType", "ROLE"), (name, value), tag],
        ] {
            user.call("ram:TagResources", &params).await.assert_refused(&codes::NO_PERMISSION);
            let untag = [&params[..2], &[("All", "true")]].concat();
            user.call("ram:UntagResources", &untag).await.assert_refused(&codes::NO_PERMISSION);
            user.call("ram:ListTagResources", &params[..2]).await.assert_refused(&codes::NO_PERMISSION);
        }
    }
    let dev = [("ResourceType", "role"), ("ResourceNames", r#"["\u0064ev"]"#), tag];
    user.ok("ram:TagResources", &dev).await;
    let events = app.events().await;
    let event = events.iter().find(|logged| logged.event["eventName"] == "TagResources").expect("an event");
    assert_eq!(event.event["referencedResources"]["ACS::RAM::Role"], json!(["dev"]));
}

/// A condition on a tag of the request is asked of RAM's as well, in both spellings of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_of_a_new_role_can_be_asked_for() {
    let app = TestApp::standing().await;
    let mut deny = statement("Deny", "ram:CreateRole", "*");
    deny["Condition"] = json!({"StringEquals": {"acs:RequestTag/team": "admins"}});
    let user = app.user("alice", Some(&policy(&[statement("Allow", "ram:*", "*"), deny]))).await;
    let role = [("RoleName", "nightly"), ("AssumeRolePolicyDocument", TRUST)];
    for tag in [
        vec![("Tag.1.Key", "team"), ("Tag.1.Value", "admins")],
        vec![("Tag", r#"[{"Key": "team", "Value": "admins"}]"#)],
    ] {
        user.call("CreateRole", &[&role[..], &tag].concat()).await.assert_refused(&codes::NO_PERMISSION);
    }
    user.ok("CreateRole", &[&role[..], &[("Tag", r#"[{"Key": "team", "Value": "builders"}]"#)]].concat())
        .await;
}
