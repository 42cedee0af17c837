//! What an action is about, as policies name it: `acs:ecs:<region>:<account>:image/<id>` (spec/actions.json `ram`).

use imagekin_access::{AccountId, Identity};
use imagekin_catalog::{DiskId, RegionId, SnapshotId};
use imagekin_rpc::{Fault, Params, Service, codes, input};
use imagekin_store::ResourceType;
use serde::Deserialize;

use crate::actions::Entry;
use crate::credentials::Credential;
use crate::views::comma_separated;
use crate::{App, faults, tagging};

/// Most things that one request may name, as far as policies are asked about each.
const THINGS_MAX: usize = 100;
/// All of a type, where an id stands else.
const ALL: &str = "*";

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    /// Of nothing: everybody may.
    Free,
    /// Of nothing that has a name: `*`.
    Any,
    /// All of a type, `user/*`: of one that is made, or of those that are listed.
    All(&'static str),
    /// One that is made, `image/*`, with the tags of the request.
    Made(&'static str),
    /// What the parameter names, one or several; all of the type where it is not given.
    Of(&'static str, &'static str),
    /// What the parameter names, where it is given.
    Given(&'static str, &'static str),
    /// The snapshots that DiskDeviceMapping.N names.
    Disks,
    /// What ResourceId or ResourceId.N names, of the type in ResourceType.
    Tagged,
    /// The user in UserName; where none is named, whoever calls.
    UserOrCaller,
    /// The policy in PolicyName: one of the account's own, or of the system's, as PolicyType says.
    Policy,
    /// The role whose resource name the parameter is.
    RoleArn(&'static str),
}

/// Something that a request is about.
#[derive(Debug)]
pub(super) struct Thing<'r> {
    kind: &'r str,
    id: String,
    /// It is being made: what the request says of it is all that is known.
    pub(super) is_made: bool,
}

/// A resource, as policies name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// The region and the id, if it is one thing that may have tags.
    pub(super) thing: Option<(RegionId, String)>,
}

/// Parameters that may stand below a name or in JSON, read as the actions read them.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Nested {
    #[serde(default)]
    disk_device_mapping: Vec<DiskInput>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DiskInput {
    snapshot_id: Option<String>,
}

/// What a request is about; nothing, where everybody may.
///
/// # Errors
/// `InvalidParameter` for what cannot be read, or names more than [`THINGS_MAX`].
pub(super) fn things<'r>(
    entry: &'r Entry,
    caller: &Credential,
    params: &'r Params,
) -> Result<Vec<Thing<'r>>, Fault> {
    let mut things = Vec::new();
    for resource in entry.resources {
        let ids = |parameter| ids(params, parameter);
        let found: Vec<(&str, String)> = match *resource {
            Resource::Free => continue,
            Resource::Any => vec![(ALL, ALL.to_owned())],
            Resource::All(kind) | Resource::Made(kind) => vec![(kind, ALL.to_owned())],
            Resource::Given(kind, parameter) => ids(parameter).map(|id| (kind, id)).collect(),
            Resource::Of(kind, parameter) => or_all(kind, ids(parameter).collect()),
            Resource::Tagged => or_all(tagged_type(params), ids("ResourceId").collect()),
            Resource::Disks => snapshots_of_disks(params)?.into_iter().map(|id| ("snapshot", id)).collect(),
            Resource::UserOrCaller => vec![("user", user_or_caller(caller, params))],
            Resource::Policy => vec![("policy", params.get("PolicyName").unwrap_or(ALL).to_owned())],
            Resource::RoleArn(parameter) => vec![("", params.get(parameter).unwrap_or(ALL).to_owned())],
        };
        let is_made = matches!(resource, Resource::Made(_));
        things.extend(found.into_iter().map(|(kind, id)| Thing { kind, id, is_made }));
        if things.len() > THINGS_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceId"));
        }
    }
    Ok(things)
}

fn or_all(kind: &str, ids: Vec<String>) -> Vec<(&str, String)> {
    let ids = if ids.is_empty() { vec![ALL.to_owned()] } else { ids };
    ids.into_iter().map(|id| (kind, id)).collect()
}

/// The ids that a parameter names: one, several with commas between, a JSON list of them, or `Name.1`, `Name.2`, … More than
/// an action reads is no harm: it is asked about, too.
fn ids<'p>(params: &'p Params, parameter: &'p str) -> impl Iterator<Item = String> + 'p {
    let is_it = move |key: &str| {
        key.strip_prefix(parameter).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let values = params.iter().filter(move |(key, value, _)| is_it(key) && !value.is_empty());
    values.flat_map(|(_, value, _)| comma_separated(Some(value)))
}

/// The type in ResourceType as policies write it, whatever its case.
fn tagged_type(params: &Params) -> &'static str {
    match params.get("ResourceType").map(tagging::resource_type) {
        Some(Ok(Some(ResourceType::Image))) => "image",
        Some(Ok(Some(ResourceType::Snapshot))) => "snapshot",
        // There is nothing of it: the action will say so.
        _ => ALL,
    }
}

fn snapshots_of_disks(params: &Params) -> Result<Vec<String>, Fault> {
    let nested: Nested = input::read(params)?;
    let given = nested.disk_device_mapping.into_iter().filter_map(|disk| disk.snapshot_id);
    Ok(given.flat_map(|id| comma_separated(Some(&id))).collect())
}

fn user_or_caller(caller: &Credential, params: &Params) -> String {
    match (params.get("UserName"), &caller.identity) {
        (Some(name), _) => name.to_owned(),
        (None, Identity::User { name, .. }) => name.clone(),
        (None, _) => ALL.to_owned(),
    }
}

/// A thing as policies name it.
pub(super) async fn name(
    app: &App,
    account: AccountId,
    service: Service,
    params: &Params,
    thing: Thing<'_>,
) -> Result<Named, Fault> {
    let Thing { kind, id, .. } = thing;
    let unnamed = |name: String| Named { name, thing: None };
    if kind == ALL {
        return Ok(unnamed(ALL.to_owned()));
    }
    if service != Service::Ecs {
        // AssumeRole names a role `acs:ram::<account>:role/<name>`, policies `acs:ram:*:<account>:role/<name>`.
        if kind.is_empty() {
            return Ok(unnamed(id.replacen("acs:ram::", "acs:ram:*:", 1)));
        }
        // Users, groups, roles and policies are the same in every region.
        let of_system = kind == "policy" && params.get("PolicyType") == Some("System");
        let owner = if of_system { "system".to_owned() } else { account.to_string() };
        return Ok(unnamed(format!("acs:ram:*:{owner}:{kind}/{id}")));
    }
    let given = params.get("RegionId").and_then(|region| app.regions.iter().find(|r| r.as_str() == region));
    let region = match given {
        Some(region) => Some(region.clone()),
        None => region_of(app, account, &id).await?,
    };
    let shown = region.as_ref().map_or(ALL, RegionId::as_str);
    let name = format!("acs:ecs:{shown}:{account}:{kind}/{id}");
    Ok(Named { name, thing: region.filter(|_| id != ALL).map(|region| (region, id)) })
}

/// Where a snapshot or a disk is: some actions name them without a region.
async fn region_of(app: &App, account: AccountId, id: &str) -> Result<Option<RegionId>, Fault> {
    let (snapshot, disk) = (SnapshotId::parse(id), DiskId::parse(id));
    let read = app.store.look_up(move |read| match (&snapshot, &disk) {
        (Some(id), _) => read.region_of_snapshot(account, id),
        (None, Some(id)) => read.region_of_disk(account, id),
        (None, None) => Ok(None),
    });
    read.await.map_err(|error| faults::failed(&error))
}
