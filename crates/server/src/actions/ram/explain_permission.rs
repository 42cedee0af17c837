//! ExplainPermission (ours): whether a user or a role may do something, and which statement of which policy decides it.

use std::borrow::Cow;

use imagekin_access::policy::{AccessRequest, ConditionKey, Context, canonical_resource};
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::EntityType;
use serde::{Deserialize, Serialize};

use super::attachments::entity;
use crate::actions::{self, Action, Resource};
use crate::call::Call;
use crate::faults;
use crate::permissions::{Explanation, Permissions};

pub(crate) struct ExplainPermission;

/// Longest AuthAction, AuthResource, and key or value of a condition, in bytes; and most conditions. No request has longer or
/// more, and policies take time with each.
const AUTH_TEXT_BYTES_MAX: usize = 1_024;
const CONDITION_TEXT_BYTES_MAX: usize = 512;
const CONDITIONS_MAX: usize = 20;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// Whose permission: a user's or a role's.
    user_name: Option<String>,
    role_name: Option<String>,
    /// As policies name it, e.g. `ecs:DeleteImage`.
    auth_action: String,
    /// As policies name it, e.g. `acs:ecs:cn-hangzhou:1234567890123456:image/m-1`.
    auth_resource: String,
    /// What the request is to say of itself, e.g. `acs:SourceIp`, and the tags of the resource; the rest is as this one says it.
    #[serde(default)]
    condition: Vec<Condition>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Condition {
    key: String,
    #[serde(default)]
    value: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    /// `Allow`, `ExplicitDeny` or `ImplicitDeny`.
    decision: &'static str,
    /// The policy that decides; none where no statement is about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    policy_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy_name: Option<String>,
    /// Its statement, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<usize>,
}

impl Action for ExplainPermission {
    const NAME: &'static str = "ExplainPermission";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] =
        &[Resource::Given("user", "UserName"), Resource::Given("role", "RoleName"), Resource::All("policy")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        admit(&input)?;
        let account = call.caller.account;
        let (entity_type, kind, name) = match (input.user_name, input.role_name) {
            (Some(name), None) => (EntityType::User, "user", name),
            (None, Some(name)) => (EntityType::Role, "role", name),
            (None, None) => return Err(Fault::with(&codes::MISSING_PARAMETER, "UserName")),
            (Some(_), Some(_)) => return Err(Fault::with(&codes::INVALID_PARAMETER, "RoleName")),
        };
        let principal = format!("acs:ram::{account}:{kind}/{name}");
        let id = call.read_access(move |read| entity(read, account, entity_type, &name)).await?;
        let permissions = match entity_type {
            EntityType::User => Permissions::of_user(&call.app.store, account, &id).await,
            _ => Permissions::of_role(&call.app.store, account, &id, None).await,
        };
        let permissions = permissions.map_err(|error| faults::failed(&error))?;
        let of_call = call.context();
        let is_made = is_made(&input.auth_action, &input.auth_resource);
        let context = Supposed { conditions: &input.condition, principal, is_made, otherwise: &of_call };
        let resource = canonical_resource(&input.auth_resource);
        let request = AccessRequest { action: &input.auth_action, resource: &resource, context: &context };
        let Explanation { decision, policy, statement } = permissions.explain(&request);
        Ok(Output {
            decision,
            policy_type: policy.map(|policy| policy.policy_type.as_str()),
            policy_name: policy.map(|policy| policy.name.clone()),
            statement,
        })
    }
}

/// Is everything short enough to be asked about?
fn admit(input: &Input) -> Result<(), Fault> {
    let too_long = |name| Err(Fault::with(&codes::INVALID_PARAMETER, name));
    if input.auth_action.len() > AUTH_TEXT_BYTES_MAX {
        return too_long("AuthAction");
    }
    if input.auth_resource.len() > AUTH_TEXT_BYTES_MAX {
        return too_long("AuthResource");
    }
    let fits =
        |condition: &Condition| condition.key.len().max(condition.value.len()) <= CONDITION_TEXT_BYTES_MAX;
    if input.condition.len() > CONDITIONS_MAX || !input.condition.iter().all(fits) {
        return too_long("Condition");
    }
    Ok(())
}

/// What a request is supposed to say of itself.
struct Supposed<'r> {
    conditions: &'r [Condition],
    /// Who sends it.
    principal: String,
    /// It is about what it makes.
    is_made: bool,
    otherwise: &'r dyn Context,
}

impl Context for Supposed<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        let supposed = self.conditions.iter().filter(|condition| self.is_same_key(&condition.key, key));
        let values: Vec<Cow<'_, str>> = supposed.map(|condition| Cow::Borrowed(&*condition.value)).collect();
        match key {
            _ if !values.is_empty() => values,
            _ if key.eq_ignore_ascii_case("acs:PrincipalArn") => vec![Cow::Borrowed(&*self.principal)],
            _ => self.otherwise.values(key),
        }
    }
}

impl Supposed<'_> {
    /// Without regard to case, but the keys of tags: `team` and `Team` are two.
    fn is_same_key(&self, one: &str, other: &str) -> bool {
        match (self.key(one), self.key(other)) {
            (Some(one), Some(other)) => one == other,
            _ => one == other,
        }
    }

    /// What a key asks for: `ecs:tag/team` is the older way to ask for another, as a request has it.
    fn key<'k>(&self, text: &'k str) -> Option<ConditionKey<'k>> {
        Some(match ConditionKey::parse(text)? {
            ConditionKey::EcsTag(tag) if self.is_made => ConditionKey::RequestTag(tag),
            ConditionKey::EcsTag(tag) => ConditionKey::ResourceTag(tag),
            key => key,
        })
    }
}

/// Is the request about something that it makes, `acs:ecs:<region>:<account>:image/*` of CreateImage?
fn is_made(auth_action: &str, auth_resource: &str) -> bool {
    let place = auth_resource.strip_prefix("acs:ecs:").and_then(|place| place.strip_suffix("/*"));
    let kind = place.and_then(|place| place.rsplit(':').next());
    kind.is_some_and(|kind| actions::makes(auth_action, kind))
}
