//! Users, groups, roles and policies, of each as many as there may be.

use imagekin_server::config::QuotaSettings;

use super::World;
use crate::harness::access::{ANY_IMAGE, TRUST};
use crate::harness::disks::text;

/// Groups that the user `joiner` is in, and policies that each `loaded` has: as many as one can.
const MOST: usize = 10;

/// Lets there be as many of each as [`make`] makes.
pub(super) fn limit(quotas: &mut QuotaSettings) {
    quotas.users_max = 5;
    quotas.groups_max = 3 + MOST as u64;
    quotas.roles_max = 2;
    quotas.policies_max = 4 + MOST as u64;
}

/// Adds to the world what the words stand for that it gives.
pub(super) async fn make(world: &World) -> Vec<(&'static str, String)> {
    let owner = world.app.owner();
    for name in ["alice", "bob", "member", "joiner", "loaded"] {
        owner.ok("CreateUser", &[("UserName", name)]).await;
    }
    let groups: Vec<String> = (0..MOST).map(|n| format!("group-{n}")).collect();
    for name in ["builders", "granted", "loaded"].into_iter().chain(groups.iter().map(String::as_str)) {
        owner.ok("CreateGroup", &[("GroupName", name)]).await;
    }
    for name in ["nightly", "loaded"] {
        owner.ok("CreateRole", &[("RoleName", name), ("AssumeRolePolicyDocument", TRUST)]).await;
    }
    let policies: Vec<String> = (0..MOST).map(|n| format!("policy-{n}")).collect();
    let document = ("PolicyDocument", ANY_IMAGE);
    let names = ["images", "of-group", "of-role", "versions"].into_iter();
    for name in names.chain(policies.iter().map(String::as_str)) {
        owner.ok("CreatePolicy", &[("PolicyName", name), document]).await;
    }
    for _ in 1..5 {
        owner.ok("CreatePolicyVersion", &[("PolicyName", "versions"), document]).await;
    }
    let key = owner.ok("CreateAccessKey", &[("UserName", "alice")]).await;
    owner.ok("CreateAccessKey", &[("UserName", "alice")]).await;
    owner.ok("AddUserToGroup", &[("UserName", "member"), ("GroupName", "builders")]).await;
    for group in &groups {
        owner.ok("AddUserToGroup", &[("UserName", "joiner"), ("GroupName", group)]).await;
    }
    let attach = async |action: &str, whom: (&str, &str), policy: &str| {
        owner.ok(action, &[whom, ("PolicyType", "Custom"), ("PolicyName", policy)]).await;
    };
    attach("AttachPolicyToUser", ("UserName", "bob"), "images").await;
    attach("AttachPolicyToGroup", ("GroupName", "granted"), "of-group").await;
    attach("AttachPolicyToRole", ("RoleName", "nightly"), "of-role").await;
    for policy in &policies {
        attach("AttachPolicyToUser", ("UserName", "loaded"), policy).await;
        attach("AttachPolicyToGroup", ("GroupName", "loaded"), policy).await;
        attach("AttachPolicyToRole", ("RoleName", "loaded"), policy).await;
    }
    vec![
        ("user_key", text(&key["AccessKey"]["AccessKeyId"])),
        ("document", ANY_IMAGE.to_owned()),
        ("trust", TRUST.to_owned()),
    ]
}
