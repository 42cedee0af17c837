//! Roles: what somebody whom they trust can be for a while (AssumeRole).

use std::ops::RangeInclusive;
use std::time::Duration;

use imagekin_access::{AccountId, EntityId, PolicyDocument, TrustPolicy};
use imagekin_rpc::input::{Clearable, JsonList};
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{EntityType, Role};
use serde::{Deserialize, Serialize};

use super::entities::{admit_new, existing, page};
use super::names::{self, ROLE_NAME};
use super::{Nothing, PageInput, date, given, tags};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::views::TagInput;

/// How long a session may last at most, in seconds; and if nobody says.
const SESSION_S: RangeInclusive<u64> = 3_600..=43_200;
const SESSION_S_DEFAULT: u64 = 3_600;
const ONE: &[Resource] = &[Resource::Of("role", "RoleName")];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RoleView {
    role_id: String,
    role_name: String,
    arn: String,
    description: String,
    max_session_duration: u64,
    /// Not in a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    assume_role_policy_document: Option<String>,
    create_date: String,
    update_date: String,
}

impl RoleView {
    fn of(role: Role, account: AccountId) -> Self {
        Self {
            role_id: role.id.to_string(),
            arn: format!("acs:ram::{account}:role/{}", role.name),
            role_name: role.name,
            description: role.description,
            max_session_duration: role.session_max.as_secs(),
            assume_role_policy_document: Some(role.trust_policy),
            create_date: date(role.created_at),
            update_date: date(role.updated_at),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    role: RoleView,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Named {
    pub(super) role_name: String,
}

fn admit_trust(document: &str) -> Result<(), Fault> {
    if document.chars().count() > PolicyDocument::LENGTH_MAX {
        return Err(Fault::new(&codes::TRUST_POLICY_TOO_LONG));
    }
    let read = TrustPolicy::parse_new(document).map(drop);
    read.map_err(|error| Fault::with(&codes::POLICY_MALFORMED, &error.to_string()))
}

fn session_max(seconds: Option<u64>) -> Result<Option<Duration>, Fault> {
    match seconds {
        Some(seconds) if !SESSION_S.contains(&seconds) => {
            Err(Fault::with(&codes::INVALID_PARAMETER, "MaxSessionDuration"))
        }
        seconds => Ok(seconds.map(Duration::from_secs)),
    }
}

pub(crate) struct CreateRole;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateInput {
    role_name: String,
    assume_role_policy_document: String,
    description: Option<String>,
    max_session_duration: Option<u64>,
    #[serde(default)]
    tag: JsonList<TagInput>,
}

impl Action for CreateRole {
    const NAME: &'static str = "CreateRole";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("role")];
    type Input = CreateInput;
    type Output = Output;

    async fn run(call: &Call, input: CreateInput) -> Result<Output, Fault> {
        names::admit(&ROLE_NAME, &input.role_name)?;
        admit_trust(&input.assume_role_policy_document)?;
        let session_max = session_max(input.max_session_duration)?;
        let role = Role {
            id: EntityId::generate(call.random_bits()),
            name: input.role_name,
            description: names::description(input.description)?.unwrap_or_default(),
            trust_policy: input.assume_role_policy_document,
            session_max: session_max.unwrap_or(Duration::from_secs(SESSION_S_DEFAULT)),
            created_at: call.now,
            updated_at: call.now,
            tags: tags::read_all(&input.tag.0)?,
        };
        let most = call.app.config.quotas.roles_max;
        let made = call.write_access_telling(move |write, made| {
            admit_new(write, &role, most)?;
            write.put_role(&role)?;
            made.element("RoleId", role.id.as_str());
            Ok(role)
        });
        Ok(Output { role: RoleView::of(made.await?, call.caller.account) })
    }
}

pub(crate) struct GetRole;

impl Action for GetRole {
    const NAME: &'static str = "GetRole";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Output;

    async fn run(call: &Call, input: Named) -> Result<Output, Fault> {
        let account = call.caller.account;
        let role: Role = call.read_access(move |read| existing(read, account, &input.role_name)).await?;
        Ok(Output { role: RoleView::of(role, account) })
    }
}

pub(crate) struct UpdateRole;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UpdateInput {
    role_name: String,
    new_assume_role_policy_document: Option<String>,
    #[serde(default)]
    new_description: Clearable,
    new_max_session_duration: Option<u64>,
}

impl Action for UpdateRole {
    const NAME: &'static str = "UpdateRole";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = UpdateInput;
    type Output = Output;

    async fn run(call: &Call, input: UpdateInput) -> Result<Output, Fault> {
        if let Some(document) = &input.new_assume_role_policy_document {
            admit_trust(document)?;
        }
        let session_max = session_max(input.new_max_session_duration)?;
        let description = names::description(given(input.new_description))?;
        let now = call.now;
        let changed = call.write_access(move |write| {
            let role: Role = existing(write, write.account(), &input.role_name)?;
            let role = Role {
                trust_policy: input.new_assume_role_policy_document.unwrap_or(role.trust_policy),
                description: description.unwrap_or(role.description),
                session_max: session_max.unwrap_or(role.session_max),
                updated_at: now,
                ..role
            };
            write.put_role(&role)?;
            Ok(role)
        });
        Ok(Output { role: RoleView::of(changed.await?, call.caller.account) })
    }
}

pub(crate) struct DeleteRole;

impl Action for DeleteRole {
    const NAME: &'static str = "DeleteRole";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Nothing;

    async fn run(call: &Call, input: Named) -> Result<Nothing, Fault> {
        let deleted = call.write_access(move |write| {
            let role: Role = existing(write, write.account(), &input.role_name)?;
            if !write.attachments_of(write.account(), EntityType::Role, &role.id)?.is_empty() {
                return Err(Fault::new(&codes::ROLE_HAS_POLICY).into());
            }
            Ok(write.delete_entity(&role)?)
        });
        deleted.await?;
        Ok(Nothing {})
    }
}

pub(crate) struct ListRoles;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    is_truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    roles: Roles,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Roles {
    role: Vec<RoleView>,
}

impl Action for ListRoles {
    const NAME: &'static str = "ListRoles";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("role")];
    type Input = PageInput;
    type Output = ListOutput;

    async fn run(call: &Call, input: PageInput) -> Result<ListOutput, Fault> {
        let account = call.caller.account;
        let (roles, marker) = page::<Role>(call, &input).await?;
        let listed = |role| RoleView { assume_role_policy_document: None, ..RoleView::of(role, account) };
        let roles = Roles { role: roles.into_iter().map(listed).collect() };
        Ok(ListOutput { is_truncated: marker.is_some(), marker, roles })
    }
}
