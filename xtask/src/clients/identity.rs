//! Who the clients call as: the account itself, one of its RAM users, and whoever has assumed a role of it.

use std::process::Command;

use anyhow::Context;
use serde_json::Value;

use super::server::Server;
use super::suite::without_proxy;
use crate::command::output;

/// The account of the server's key.
const ACCOUNT: &str = "1234567890123456";
const USER: &str = "client-tests";
const ROLE: &str = "client-tests-role";
const EVERYTHING: &str = "AdministratorAccess";
/// A role that the client itself is to assume.
pub(super) const ROLE_VARIABLE: &str = "IMAGEKIN_TEST_ROLE";

/// A caller, and the key that it has beside the account's.
pub(super) struct Identity {
    pub(super) name: &'static str,
    key: Vec<(&'static str, String)>,
}

impl Identity {
    pub(super) fn is_account(&self) -> bool {
        self.key.is_empty()
    }

    /// The environment that `tests/clients/README.md` describes, with this caller's key.
    pub(super) fn contract(&self, server: &Server) -> Vec<(&'static str, String)> {
        let others = server.contract().into_iter();
        let others = others.filter(|(name, _)| self.key.iter().all(|(own, _)| own != name));
        others.chain(self.key.iter().cloned()).collect()
    }
}

/// Makes a user and a role that may do everything; gives them and the account.
pub(super) fn all(server: &Server) -> anyhow::Result<[Identity; 3]> {
    let account = Identity { name: "as the account", key: Vec::new() };
    let as_account = |arguments: &[&str]| imagekin(server, &account, arguments);
    as_account(&["user", "create", USER])?;
    as_account(&["policy", "attach", EVERYTHING, "--system", "--user", USER])?;
    let made = as_account(&["key", "create", "--user", USER])?;
    let user = Identity { name: "as a RAM user", key: key(&made["AccessKey"])? };

    let trust = std::path::Path::new("target/clients/trust.json");
    let document = serde_json::json!({"Version": "1", "Statement": [{
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": [format!("acs:ram::{ACCOUNT}:root")]},
    }]});
    std::fs::write(trust, document.to_string())?;
    as_account(&["role", "create", ROLE, "--trust", "target/clients/trust.json"])?;
    as_account(&["policy", "attach", EVERYTHING, "--system", "--role", ROLE])?;
    let assumed = imagekin(server, &user, &["role", "assume", &role_arn()])?;
    let session = Identity { name: "with a token of STS", key: key(&assumed["Credentials"])? };
    Ok([account, user, session])
}

/// A user that may do nothing but assume a role, which may do everything: clients are told of both.
pub(super) fn that_assumes_a_role(server: &Server) -> anyhow::Result<Identity> {
    let [account, mut user, _] = all(server)?;
    imagekin(server, &account, &["policy", "detach", EVERYTHING, "--system", "--user", USER])?;
    let assuming = ["policy", "attach", "AliyunSTSAssumeRoleAccess", "--system", "--user", USER];
    imagekin(server, &account, &assuming)?;
    user.key.push((ROLE_VARIABLE, role_arn()));
    Ok(Identity { name: "as a RAM user who assumes a role, by HTTPS", ..user })
}

fn role_arn() -> String {
    format!("acs:ram::{ACCOUNT}:role/{ROLE}")
}

/// The variables of a key, and of its token if it has one.
fn key(told: &Value) -> anyhow::Result<Vec<(&'static str, String)>> {
    let field = |name: &str| told[name].as_str().map(str::to_owned);
    let mut key = vec![
        ("ALIBABA_CLOUD_ACCESS_KEY_ID", field("AccessKeyId").context("there is no AccessKeyId")?),
        ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", field("AccessKeySecret").context("there is no AccessKeySecret")?),
    ];
    key.extend(field("SecurityToken").map(|token| ("ALIBABA_CLOUD_SECURITY_TOKEN", token)));
    Ok(key)
}

fn imagekin(server: &Server, identity: &Identity, arguments: &[&str]) -> anyhow::Result<Value> {
    let mut command = Command::new("target/debug/imagekin");
    command.args(arguments).args(["--output", "json"]).envs(identity.contract(server));
    command.env("IMAGEKIN_ENDPOINT", server.endpoint());
    without_proxy(&mut command);
    let told = output(&mut command)?;
    serde_json::from_str(&told).with_context(|| format!("{arguments:?} told no JSON: {told}"))
}
