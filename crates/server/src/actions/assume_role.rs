//! AssumeRole (STS, 2015-04-01): a role for a while. What is given is a key of its own, and a token that goes with every
//! request that is signed with it.

use std::time::Duration;

use imagekin_access::{AccountId, Identity, PolicyDocument, TrustPolicy};
use imagekin_catalog::Timestamp;
use imagekin_rpc::{Fault, Service, codes, time};
use imagekin_store::Role;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::{Call, Made};
use crate::faults;
use crate::random::{access_key_id, secret};
use crate::security_token::{KEY_ID_PREFIX, SecurityToken};

pub(crate) struct AssumeRole;

/// Shortest session, and how long one lasts if nobody says.
const SESSION_MIN: Duration = Duration::from_secs(900);
const SESSION_DEFAULT: Duration = Duration::from_secs(3_600);

/// Longest document of a session, in bytes.
const POLICY_BYTES_MAX: usize = 2_048;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    role_arn: String,
    role_session_name: String,
    duration_seconds: Option<u64>,
    /// Gives less than the role has.
    policy: Option<String>,
    /// Who it is in truth, for the session's whole life: not kept here.
    source_identity: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    assumed_role_user: AssumedRoleUser,
    credentials: Credentials,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AssumedRoleUser {
    arn: String,
    assumed_role_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Credentials {
    security_token: String,
    access_key_id: String,
    access_key_secret: String,
    expiration: String,
}

impl Action for AssumeRole {
    const NAME: &'static str = "AssumeRole";
    const SERVICE: Service = Service::Sts;
    const RESOURCES: &'static [Resource] = &[Resource::RoleArn("RoleArn")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        if call.caller.identity == Identity::Account {
            return Err(Fault::new(&codes::ROLE_BY_ACCOUNT));
        }
        let (account, name) = role_named(&input.role_arn).ok_or(Fault::new(&codes::ROLE_ARN_MALFORMED))?;
        admit_session_name(&input.role_session_name)?;
        // Whoever gives one wants the session to be traced by it: a session that cannot be is not given.
        if input.source_identity.is_some() {
            return Err(Fault::new(&codes::SOURCE_IDENTITY_NOT_SUPPORTED));
        }
        if let Some(policy) = &input.policy {
            if policy.len() > POLICY_BYTES_MAX {
                return Err(Fault::new(&codes::SESSION_POLICY_TOO_LONG));
            }
            let read = PolicyDocument::parse_new(policy).map(drop);
            read.map_err(|error| Fault::with(&codes::SESSION_POLICY_MALFORMED, &error.to_string()))?;
        }
        let role = call.app.store.entity_named::<Role>(account, name).await;
        let role = match role.map_err(|error| faults::failed(&error))? {
            Some(role) => role,
            None if account == call.caller.account => {
                return Err(Fault::new(&codes::ROLE_TO_ASSUME_NOT_FOUND));
            }
            // Which roles another account has is answered as if each were there and trusted somebody else.
            None => return Err(call.not_trusted()),
        };
        let (caller, of_caller) = (&call.caller.identity, call.caller.account);
        let principal = caller.principal_arn(of_caller);
        let trusted = TrustPolicy::parse(&role.trust_policy)
            .is_ok_and(|trust| trust.allows(&principal, Some(of_caller), &call.context()));
        if !trusted {
            return Err(call.not_trusted());
        }
        let lasts = input.duration_seconds.map_or(SESSION_DEFAULT.min(role.session_max), Duration::from_secs);
        if !(SESSION_MIN..=role.session_max).contains(&lasts) {
            return Err(Fault::new(&codes::DURATION_INVALID));
        }
        let token = SecurityToken {
            account,
            role: role.name,
            role_id: role.id,
            session: input.role_session_name,
            access_key_id: access_key_id(&*call.app.random, KEY_ID_PREFIX),
            secret: secret(&*call.app.random),
            expires_at: Timestamp::from_seconds(call.now.plus(lasts).as_seconds()),
            policy: input.policy,
        };
        // A request that is sent again is to get no second key, on no node.
        call.use_nonce(account, made(&token)).await?;
        answer(call, &token)
    }
}

/// By its key, the calls of a session lead to who began it.
fn made(token: &SecurityToken) -> Made {
    let mut made = Made::default();
    made.element("AccessKeyId", token.access_key_id.to_string());
    made.element("AssumedRoleId", assumed_role_id(token));
    made.element("Expiration", time::print(token.expires_at.as_seconds()));
    made
}

fn assumed_role_id(token: &SecurityToken) -> String {
    format!("{}:{}", token.role_id, token.session)
}

fn answer(call: &Call, token: &SecurityToken) -> Result<Output, Fault> {
    let sealed = token.seal(&call.app.store).map_err(|error| faults::failed(&error))?;
    let SecurityToken { account, role, session, .. } = token;
    Ok(Output {
        assumed_role_user: AssumedRoleUser {
            // Not as GetCallerIdentity tells it.
            arn: format!("acs:ram::{account}:role/{role}/{session}"),
            assumed_role_id: assumed_role_id(token),
        },
        credentials: Credentials {
            security_token: sealed,
            access_key_id: token.access_key_id.to_string(),
            access_key_secret: token.secret.expose().to_owned(),
            expiration: time::print(token.expires_at.as_seconds()),
        },
    })
}

/// Reads `acs:ram::<account>:role/<name>`.
fn role_named(arn: &str) -> Option<(AccountId, &str)> {
    let (account, name) = arn.strip_prefix("acs:ram::")?.split_once(":role/")?;
    Some((AccountId::parse(account)?, name))
}

fn admit_session_name(name: &str) -> Result<(), Fault> {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'@' | b'-' | b'_');
    let well_formed = (2..=64).contains(&name.len()) && name.bytes().all(fits);
    if well_formed { Ok(()) } else { Err(Fault::new(&codes::SESSION_NAME_MALFORMED)) }
}
