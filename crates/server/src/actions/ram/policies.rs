//! Policies: the account's own, which it can change, and the system's, which nobody can.

use imagekin_access::{AccountId, PolicyDocument, PolicyType, SYSTEM_POLICIES, SystemPolicy};
use imagekin_catalog::Timestamp;
use imagekin_rpc::input::{Clearable, JsonList};
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{EntityType, Policy, PolicyVersion, Read};
use serde::{Deserialize, Serialize};

use super::names::{self, POLICY_NAME};
use super::{Nothing, PageInput, date, given, tags};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;
use crate::views::TagInput;

pub(crate) mod versions;

/// Since when the system's policies are there, as this service tells it: the day of RAM's API.
const SYSTEM_POLICIES_SINCE: Timestamp = Timestamp::from_seconds(1_430_438_400);
const ONE: &[Resource] = &[Resource::Of("policy", "PolicyName")];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PolicyView {
    policy_name: String,
    policy_type: &'static str,
    description: String,
    default_version: String,
    attachment_count: u64,
    create_date: String,
    update_date: String,
}

impl PolicyView {
    fn of(policy: Policy, attachment_count: u64) -> Self {
        Self {
            policy_name: policy.name,
            policy_type: PolicyType::Custom.as_str(),
            description: policy.description,
            default_version: format!("v{}", policy.default_version),
            attachment_count,
            create_date: date(policy.created_at),
            update_date: date(policy.updated_at),
        }
    }

    fn of_system(policy: &SystemPolicy, attachment_count: u64) -> Self {
        Self {
            policy_name: policy.name.to_owned(),
            policy_type: PolicyType::System.as_str(),
            description: policy.description.to_owned(),
            default_version: "v1".to_owned(),
            attachment_count,
            create_date: date(SYSTEM_POLICIES_SINCE),
            update_date: date(SYSTEM_POLICIES_SINCE),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct VersionView {
    version_id: String,
    is_default_version: bool,
    policy_document: String,
    create_date: String,
}

impl VersionView {
    fn of(version: PolicyVersion, default_version: u64) -> Self {
        Self {
            version_id: format!("v{}", version.version),
            is_default_version: version.version == default_version,
            policy_document: version.document,
            create_date: date(version.created_at),
        }
    }
}

/// The policy of the account's own of this name, which must be there.
pub(super) fn existing(read: &Read<'_>, account: AccountId, name: &str) -> Result<Policy, AccessHalt> {
    Ok(read.policy(account, name)?.ok_or(Fault::new(&codes::POLICY_NOT_FOUND))?)
}

fn admit_document(document: &str) -> Result<(), Fault> {
    if document.chars().count() > PolicyDocument::LENGTH_MAX {
        return Err(Fault::new(&codes::POLICY_DOCUMENT_TOO_LONG));
    }
    let read = PolicyDocument::parse_new(document).map(drop);
    read.map_err(|error| Fault::with(&codes::POLICY_MALFORMED, &error.to_string()))
}

/// Reads `System` and `Custom`.
pub(super) fn policy_type(text: &str) -> Result<PolicyType, Fault> {
    PolicyType::parse(text).ok_or(Fault::new(&codes::POLICY_TYPE_UNKNOWN))
}

/// Is there such a policy?
pub(super) fn is_there(
    read: &Read<'_>,
    account: AccountId,
    policy_type: PolicyType,
    name: &str,
) -> Result<bool, AccessHalt> {
    Ok(match policy_type {
        PolicyType::System => SystemPolicy::named(name).is_some(),
        PolicyType::Custom => read.policy(account, name)?.is_some(),
    })
}

pub(crate) struct CreatePolicy;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateInput {
    policy_name: String,
    policy_document: String,
    description: Option<String>,
    #[serde(default)]
    tag: JsonList<TagInput>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    policy: PolicyView,
}

impl Action for CreatePolicy {
    const NAME: &'static str = "CreatePolicy";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("policy")];
    type Input = CreateInput;
    type Output = Output;

    async fn run(call: &Call, input: CreateInput) -> Result<Output, Fault> {
        names::admit(&POLICY_NAME, &input.policy_name)?;
        admit_document(&input.policy_document)?;
        let policy = Policy {
            name: input.policy_name,
            description: names::description(input.description)?.unwrap_or_default(),
            default_version: 1,
            newest_version: 1,
            created_at: call.now,
            updated_at: call.now,
            tags: tags::read_all(&input.tag.0)?,
        };
        let first = PolicyVersion { version: 1, document: input.policy_document, created_at: call.now };
        let most = call.app.config.quotas.policies_max;
        let made = call.write_access(move |write| {
            let is_taken = SystemPolicy::named(&policy.name).is_some();
            if is_taken || write.policy(write.account(), &policy.name)?.is_some() {
                return Err(Fault::new(&codes::POLICY_EXISTS).into());
            }
            if write.policy_count(write.account())? >= most {
                return Err(Fault::new(&codes::POLICIES_EXCEED).into());
            }
            write.put_policy(&policy)?;
            write.add_policy_version(&policy.name, &first)?;
            Ok(policy)
        });
        Ok(Output { policy: PolicyView::of(made.await?, 0) })
    }
}

pub(crate) struct GetPolicy;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GetInput {
    policy_name: String,
    policy_type: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GetOutput {
    policy: PolicyView,
    default_policy_version: VersionView,
}

impl Action for GetPolicy {
    const NAME: &'static str = "GetPolicy";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::Policy];
    type Input = GetInput;
    type Output = GetOutput;

    async fn run(call: &Call, input: GetInput) -> Result<GetOutput, Fault> {
        let (account, policy_type) = (call.caller.account, policy_type(&input.policy_type)?);
        call.read_access(move |read| {
            let attachments = read.attachments_to(account, policy_type, &input.policy_name)?.len() as u64;
            if policy_type == PolicyType::System {
                let policy = SystemPolicy::named(&input.policy_name);
                let policy = policy.ok_or(Fault::new(&codes::POLICY_NOT_FOUND))?;
                let default_policy_version = VersionView::of(versions::of_system(policy), 1);
                return Ok(GetOutput {
                    policy: PolicyView::of_system(policy, attachments),
                    default_policy_version,
                });
            }
            let policy = existing(read, account, &input.policy_name)?;
            let version = versions::existing(read, account, &policy.name, policy.default_version)?;
            let default_policy_version = VersionView::of(version, policy.default_version);
            Ok(GetOutput { policy: PolicyView::of(policy, attachments), default_policy_version })
        })
        .await
    }
}

pub(crate) struct UpdatePolicyDescription;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UpdateDescriptionInput {
    policy_name: String,
    #[serde(default)]
    new_description: Clearable,
}

impl Action for UpdatePolicyDescription {
    const NAME: &'static str = "UpdatePolicyDescription";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = UpdateDescriptionInput;
    type Output = Output;

    async fn run(call: &Call, input: UpdateDescriptionInput) -> Result<Output, Fault> {
        let description = names::description(given(input.new_description))?;
        let now = call.now;
        let changed = call.write_access(move |write| {
            let policy = existing(write, write.account(), &input.policy_name)?;
            let description = description.unwrap_or(policy.description);
            let policy = Policy { description, updated_at: now, ..policy };
            write.put_policy(&policy)?;
            let attachments = write.attachments_to(write.account(), PolicyType::Custom, &policy.name)?;
            Ok(PolicyView::of(policy, attachments.len() as u64))
        });
        Ok(Output { policy: changed.await? })
    }
}

pub(crate) struct DeletePolicy;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct DeleteInput {
    policy_name: String,
    /// Versions that are not in force go with it.
    cascading_delete: Option<bool>,
}

impl Action for DeletePolicy {
    const NAME: &'static str = "DeletePolicy";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = DeleteInput;
    type Output = Nothing;

    async fn run(call: &Call, input: DeleteInput) -> Result<Nothing, Fault> {
        let deleted = call.write_access(move |write| {
            let policy = existing(write, write.account(), &input.policy_name)?;
            let attachments = write.attachments_to(write.account(), PolicyType::Custom, &policy.name)?;
            if let Some(attachment) = attachments.first() {
                return Err(Fault::new(match attachment.entity_type {
                    EntityType::User => &codes::POLICY_OF_USER,
                    EntityType::Group => &codes::POLICY_OF_GROUP,
                    EntityType::Role => &codes::POLICY_OF_ROLE,
                })
                .into());
            }
            let cascades = input.cascading_delete.unwrap_or(false);
            if !cascades && write.policy_versions(write.account(), &policy.name)?.len() > 1 {
                return Err(Fault::new(&codes::POLICY_HAS_VERSIONS).into());
            }
            Ok(write.delete_policy(&policy.name)?)
        });
        deleted.await?;
        Ok(Nothing {})
    }
}

pub(crate) struct ListPolicies;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListInput {
    policy_type: Option<String>,
    marker: Option<String>,
    max_items: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    is_truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    policies: Policies,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Policies {
    policy: Vec<PolicyView>,
}

impl Action for ListPolicies {
    const NAME: &'static str = "ListPolicies";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("policy")];
    type Input = ListInput;
    type Output = ListOutput;

    async fn run(call: &Call, input: ListInput) -> Result<ListOutput, Fault> {
        let only = input.policy_type.as_deref().map(policy_type).transpose()?;
        let page = PageInput { marker: input.marker, max_items: input.max_items };
        let (account, (after, limit)) = (call.caller.account, page.read()?);
        let found = call.read_access(move |read| {
            let mut found = Vec::new();
            if only != Some(PolicyType::Custom) {
                let counts = read.attachment_counts(account, PolicyType::System)?;
                let system = SYSTEM_POLICIES.iter().filter(|policy| *policy.name > *after);
                let count = |name: &str| counts.get(name).copied().unwrap_or(0);
                found.extend(system.map(|policy| PolicyView::of_system(policy, count(policy.name))));
            }
            if only != Some(PolicyType::System) {
                let counts = read.attachment_counts(account, PolicyType::Custom)?;
                let custom = read.policies(account, &after, limit)?.into_iter();
                found.extend(custom.map(|policy| {
                    let count = counts.get(&policy.name).copied().unwrap_or(0);
                    PolicyView::of(policy, count)
                }));
            }
            Ok(found)
        });
        let mut found = found.await?;
        // No policy of an account's own has the name of one of the system's.
        found.sort_by(|a, b| a.policy_name.cmp(&b.policy_name));
        let marker = page.cut(&mut found, |policy| &policy.policy_name);
        Ok(ListOutput { is_truncated: marker.is_some(), marker, policies: Policies { policy: found } })
    }
}
