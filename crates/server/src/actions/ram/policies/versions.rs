//! Versions of a policy, of which one is in force.

use imagekin_access::{AccountId, PolicyType, SystemPolicy};
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{Policy, PolicyVersion, Read};
use serde::{Deserialize, Serialize};

use super::{Nothing, ONE, SYSTEM_POLICIES_SINCE, VersionView, admit_document, policy_type};
use crate::actions::ram::or_refused;
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;

/// Most versions of a policy.
const VERSIONS_MAX: usize = 5;

/// The one version of a policy of the system's.
pub(super) fn of_system(policy: &SystemPolicy) -> PolicyVersion {
    PolicyVersion { version: 1, document: policy.document.to_owned(), created_at: SYSTEM_POLICIES_SINCE }
}

/// The version of this number, which must be there.
pub(super) fn existing(
    read: &Read<'_>,
    account: AccountId,
    policy: &str,
    version: u64,
) -> Result<PolicyVersion, AccessHalt> {
    let found = read.policy_versions(account, policy)?.into_iter().find(|found| found.version == version);
    Ok(found.ok_or(Fault::new(&codes::POLICY_VERSION_NOT_FOUND))?)
}

/// Reads `v1`, `v2`, …
fn number(version_id: &str) -> Result<u64, Fault> {
    let digits = version_id.strip_prefix('v').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let number =
        digits.filter(|digits| !digits.starts_with('0')).and_then(|digits| digits.parse::<u32>().ok());
    number.map(u64::from).ok_or(Fault::new(&codes::VERSION_ID_MALFORMED))
}

pub(crate) struct CreatePolicyVersion;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateInput {
    policy_name: String,
    policy_document: String,
    set_as_default: Option<bool>,
    /// `DeleteOldestNonDefaultVersionWhenLimitExceeded`, or `None`.
    rotate_strategy: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    policy_version: VersionView,
}

impl Action for CreatePolicyVersion {
    const NAME: &'static str = "CreatePolicyVersion";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = CreateInput;
    type Output = Output;

    async fn run(call: &Call, input: CreateInput) -> Result<Output, Fault> {
        admit_document(&input.policy_document)?;
        let rotates = match input.rotate_strategy.as_deref() {
            None | Some("None") => false,
            Some("DeleteOldestNonDefaultVersionWhenLimitExceeded") => true,
            Some(_) => return Err(Fault::with(&codes::INVALID_PARAMETER, "RotateStrategy")),
        };
        let now = call.now;
        let made = call.write_access_telling(move |write, made| {
            let policy = super::existing(write, write.account(), &input.policy_name)?;
            let versions = write.policy_versions(write.account(), &policy.name)?;
            if versions.len() >= VERSIONS_MAX {
                let oldest = versions.iter().find(|version| version.version != policy.default_version);
                let oldest = oldest.filter(|_| rotates).ok_or(Fault::new(&codes::POLICY_VERSIONS_EXCEED))?;
                write.delete_policy_version(&policy.name, oldest.version)?;
            }
            let number = policy.newest_version + 1;
            let is_default = input.set_as_default.unwrap_or(false);
            let default_version = if is_default { number } else { policy.default_version };
            let version = PolicyVersion { version: number, document: input.policy_document, created_at: now };
            write.add_policy_version(&policy.name, &version)?;
            write.put_policy(&Policy {
                default_version,
                newest_version: number,
                updated_at: now,
                ..policy
            })?;
            made.element("VersionId", format!("v{number}"));
            Ok(VersionView::of(version, default_version))
        });
        Ok(Output { policy_version: made.await? })
    }
}

/// A version of a policy of the account's own.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct OneVersion {
    policy_name: String,
    version_id: String,
}

pub(crate) struct GetPolicyVersion;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GetInput {
    policy_name: String,
    policy_type: String,
    version_id: String,
}

/// The versions of a policy, and which one is in force.
fn of_policy(
    read: &Read<'_>,
    account: AccountId,
    policy_type: PolicyType,
    name: &str,
) -> Result<(Vec<PolicyVersion>, u64), AccessHalt> {
    if policy_type == PolicyType::System {
        let policy = SystemPolicy::named(name).ok_or(Fault::new(&codes::POLICY_NOT_FOUND))?;
        return Ok((vec![of_system(policy)], 1));
    }
    let policy = super::existing(read, account, name)?;
    Ok((read.policy_versions(account, &policy.name)?, policy.default_version))
}

impl Action for GetPolicyVersion {
    const NAME: &'static str = "GetPolicyVersion";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::Policy];
    type Input = GetInput;
    type Output = Output;

    async fn run(call: &Call, input: GetInput) -> Result<Output, Fault> {
        let (account, policy_type) = (call.caller.account, policy_type(&input.policy_type)?);
        let number = number(&input.version_id)?;
        let found = call.read_access(move |read| {
            let (versions, default) = of_policy(read, account, policy_type, &input.policy_name)?;
            let version = versions.into_iter().find(|version| version.version == number);
            let version = version.ok_or(Fault::new(&codes::POLICY_VERSION_NOT_FOUND))?;
            Ok(VersionView::of(version, default))
        });
        Ok(Output { policy_version: found.await? })
    }
}

pub(crate) struct ListPolicyVersions;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListInput {
    policy_name: String,
    policy_type: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    policy_versions: PolicyVersions,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PolicyVersions {
    policy_version: Vec<VersionView>,
}

impl Action for ListPolicyVersions {
    const NAME: &'static str = "ListPolicyVersions";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::Policy];
    type Input = ListInput;
    type Output = ListOutput;

    async fn run(call: &Call, input: ListInput) -> Result<ListOutput, Fault> {
        let (account, policy_type) = (call.caller.account, policy_type(&input.policy_type)?);
        let found = call.read_access(move |read| of_policy(read, account, policy_type, &input.policy_name));
        let (versions, default) = found.await?;
        let policy_version = versions.into_iter().map(|version| VersionView::of(version, default)).collect();
        Ok(ListOutput { policy_versions: PolicyVersions { policy_version } })
    }
}

pub(crate) struct DeletePolicyVersion;

impl Action for DeletePolicyVersion {
    const NAME: &'static str = "DeletePolicyVersion";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = OneVersion;
    type Output = Nothing;

    async fn run(call: &Call, input: OneVersion) -> Result<Nothing, Fault> {
        let number = number(&input.version_id)?;
        let deleted = call.write_access(move |write| {
            let policy = super::existing(write, write.account(), &input.policy_name)?;
            if number == policy.default_version {
                return Err(Fault::new(&codes::POLICY_VERSION_IS_DEFAULT).into());
            }
            or_refused(write.delete_policy_version(&policy.name, number)?, &codes::POLICY_VERSION_NOT_FOUND)
        });
        deleted.await
    }
}

pub(crate) struct SetDefaultPolicyVersion;

impl Action for SetDefaultPolicyVersion {
    const NAME: &'static str = "SetDefaultPolicyVersion";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = OneVersion;
    type Output = Nothing;

    async fn run(call: &Call, input: OneVersion) -> Result<Nothing, Fault> {
        let (number, now) = (number(&input.version_id)?, call.now);
        let changed = call.write_access(move |write| {
            let policy = super::existing(write, write.account(), &input.policy_name)?;
            let version = existing(write, write.account(), &policy.name, number)?;
            let policy = Policy { default_version: version.version, updated_at: now, ..policy };
            Ok(write.put_policy(&policy)?)
        });
        changed.await?;
        Ok(Nothing {})
    }
}
