//! RAM users, roles and their policies, made by the owner's own calls.

use serde_json::{Value, json};

use super::actor::Actor;
use super::disks::text;
use super::{Key, OWNER, TestApp};

/// A policy that allows everything with images.
pub(crate) const ANY_IMAGE: &str =
    r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*Image*", "Resource": "*"}]}"#;
/// A trust policy: every identity of the owner's account may assume the role.
pub(crate) const TRUST: &str = concat!(
    r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "#,
    r#""Principal": {"RAM": ["acs:ram::1234567890123456:root"]}}]}"#
);

/// A statement of a policy.
pub(crate) fn statement(effect: &str, action: &str, resource: &str) -> Value {
    json!({"Effect": effect, "Action": action, "Resource": resource})
}

/// A policy of these statements.
pub(crate) fn policy(statements: &[Value]) -> String {
    json!({"Version": "1", "Statement": statements}).to_string()
}

/// The secret is told once, and the key is used until the process ends.
pub(crate) fn key(answer: &Value, account: &'static str) -> Key {
    let leaked = |field: &str| -> &'static str { Box::leak(text(&answer[field]).into_boxed_str()) };
    Key { account, id: leaked("AccessKeyId"), secret: leaked("AccessKeySecret") }
}

impl TestApp {
    /// A new RAM user of the owner's with a key and, if it is to have one, a policy of its own.
    pub(crate) async fn user(&self, name: &str, document: Option<&str>) -> Actor {
        let owner = self.owner();
        owner.ok("CreateUser", &[("UserName", name)]).await;
        if let Some(document) = document {
            owner.attach_new_policy("AttachPolicyToUser", ("UserName", name), document).await;
        }
        let made = owner.ok("CreateAccessKey", &[("UserName", name)]).await;
        owner.with_key(key(&made["AccessKey"], OWNER.account), None)
    }

    /// A new role of the owner's, which it trusts its own users with, and what it may do.
    pub(crate) async fn role(&self, name: &str, document: Option<&str>) -> String {
        let owner = self.owner();
        let made = owner.ok("CreateRole", &[("RoleName", name), ("AssumeRolePolicyDocument", TRUST)]).await;
        if let Some(document) = document {
            owner.attach_new_policy("AttachPolicyToRole", ("RoleName", name), document).await;
        }
        text(&made["Role"]["Arn"])
    }
}

impl Actor {
    /// Makes a policy that is called as whom it is attached to.
    async fn attach_new_policy(&self, action: &str, whom: (&str, &str), document: &str) {
        let name = ("PolicyName", whom.1);
        self.ok("CreatePolicy", &[name, ("PolicyDocument", document)]).await;
        self.ok(action, &[whom, ("PolicyType", "Custom"), name]).await;
    }

    /// Assumes a role; gives who it is then.
    pub(crate) async fn assume(&self, arn: &str, params: &[(&str, &str)]) -> Actor {
        let all = [&[("RoleArn", arn), ("RoleSessionName", "test")], params].concat();
        let credentials = self.ok("AssumeRole", &all).await["Credentials"].clone();
        self.with_key(key(&credentials, OWNER.account), Some(text(&credentials["SecurityToken"])))
    }
}
