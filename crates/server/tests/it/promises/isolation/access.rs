//! A user, a group, a role and a policy of the owner's, and words for them.

use crate::harness::access::{ANY_IMAGE, TRUST};
use crate::harness::actor::Actor;
use crate::harness::disks::text;

/// What words stand for: something of each kind, the owner's.
pub(super) async fn owned(owner: &Actor) -> Vec<(&'static str, String)> {
    for name in ["alice", "bob"] {
        owner.ok("CreateUser", &[("UserName", name)]).await;
    }
    let key = owner.ok("CreateAccessKey", &[("UserName", "alice")]).await;
    owner.ok("CreateGroup", &[("GroupName", "builders")]).await;
    owner.ok("AddUserToGroup", &[("UserName", "alice"), ("GroupName", "builders")]).await;
    let tag = [("Tag.1.Key", "team"), ("Tag.1.Value", "builders")];
    let role = [("RoleName", "nightly"), ("AssumeRolePolicyDocument", TRUST)];
    owner.ok("CreateRole", &[role, tag].concat()).await;
    let policy = [("PolicyName", "images"), ("PolicyDocument", ANY_IMAGE)];
    owner.ok("CreatePolicy", &[policy, tag].concat()).await;
    let attached = [("UserName", "alice"), ("PolicyType", "Custom"), ("PolicyName", "images")];
    owner.ok("AttachPolicyToUser", &attached).await;
    vec![
        ("user", "alice".to_owned()),
        ("other_user", "bob".to_owned()),
        ("users", "builders".to_owned()),
        ("role", "nightly".to_owned()),
        ("policy", "images".to_owned()),
        ("user_key", text(&key["AccessKey"]["AccessKeyId"])),
        ("document", ANY_IMAGE.to_owned()),
    ]
}

/// The same words, for nothing that there is.
pub(super) fn nobodys() -> Vec<(&'static str, String)> {
    let mut words: Vec<(&str, String)> =
        ["user", "other_user", "users", "role", "policy"].map(|word| (word, "nobodys".to_owned())).to_vec();
    words.extend([("user_key", "LTAI-nobodys".to_owned()), ("document", ANY_IMAGE.to_owned())]);
    words
}
