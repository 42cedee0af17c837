//! What an action is about, as policies name it: `acs:ecs:<region>:<account>:image/<id>` (spec/actions.json `ram`).

use imagekin_access::policy::canonical_resource;
use imagekin_access::{AccountId, Identity};
use imagekin_catalog::disk::ExportFormat;
use imagekin_catalog::task::Export;
use imagekin_catalog::{DiskId, ImageId, RegionId, SnapshotId};
use imagekin_rpc::input::JsonList;
use imagekin_rpc::{Code, Fault, Params, Service, codes, input};
use imagekin_store::{Catalogue, ResourceType};
use serde::Deserialize;

use crate::actions::Entry;
use crate::credentials::Credential;
use crate::tagging::RamResourceType;
use crate::views::{FilterInput, comma_separated};
use crate::{App, faults, tagging};

/// Most things that one request may name, as far as policies are asked about each.
const THINGS_MAX: usize = 100;
/// Longest name, id or resource name that policies are asked about, in bytes: no id, no name of RAM and no RoleArn is longer.
const GIVEN_BYTES_MAX: usize = 128;
/// Longest `<bucket>/<object>` that policies are asked about, in bytes: no bucket and no object has a longer name.
pub(crate) const OBJECT_PATH_BYTES_MAX: usize = 63 + 1 + 1_024;
/// All of a type, where an id stands else; and what has no name.
pub(super) const ALL: &str = "*";

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
    /// The same, in the region that the parameter names, or else in that of RegionId.
    MadeIn(&'static str, &'static str),
    /// The same, where RegionId says, or else where the disk is that the parameter names.
    MadeOfDisk(&'static str, &'static str),
    /// What the parameter names, one or several; all of the type where it is not given.
    Of(&'static str, &'static str),
    /// The images that ImageId names, or all; nothing, where those of the system or of others are asked for: they are not the
    /// account's to keep from its users, and the vendor asks nobody (spec/semantics.md 11).
    ListedImages,
    /// The image that ImageId names, or a filter.
    FilteredImage,
    /// What the parameter names, where it is given.
    Given(&'static str, &'static str),
    /// The snapshots that DiskDeviceMapping.N names.
    Disks,
    /// What ResourceId or ResourceId.N names, of the type in ResourceType.
    Tagged,
    /// The roles or policies that ResourceNames lists, as ResourceType says.
    TaggedByName,
    /// The user in UserName; where none is named, whoever calls.
    UserOrCaller,
    /// The policy in PolicyName: one of the account's own, or of the system's, as PolicyType says.
    Policy,
    /// The role whose resource name the parameter is.
    RoleArn(&'static str),
    /// The objects that DiskDeviceMapping.N names: may they be read?
    ImportedObjects,
    /// The objects that the disks of an image are exported to: may they be written?
    ExportedObjects,
}

impl Resource {
    /// Where a request names it; empty if it does not.
    fn parameter(self) -> &'static str {
        match self {
            Self::Free | Self::Any | Self::All(_) => "",
            Self::Made(_) => "RegionId",
            Self::MadeIn(_, parameter)
            | Self::MadeOfDisk(_, parameter)
            | Self::Of(_, parameter)
            | Self::Given(_, parameter)
            | Self::RoleArn(parameter) => parameter,
            Self::ListedImages | Self::FilteredImage => "ImageId",
            Self::Disks | Self::ImportedObjects => "DiskDeviceMapping",
            Self::ExportedObjects => "OSSBucket",
            Self::Tagged => "ResourceId",
            Self::TaggedByName => "ResourceNames",
            Self::UserOrCaller => "UserName",
            Self::Policy => "PolicyName",
        }
    }
}

impl Resource {
    /// What of this the parameters name, by type: what an event of the request is about.
    pub(crate) fn named_in(&self, params: &Params) -> Vec<(&'static str, String)> {
        let all =
            |kind: &'static str, names: Vec<String>| names.into_iter().map(|name| (kind, name)).collect();
        let one = |kind: &'static str, parameter: &str| {
            params.get(parameter).map(|name| (kind, name.to_owned())).into_iter().collect()
        };
        match *self {
            Self::Given(kind, parameter) | Self::Of(kind, parameter) => all(kind, ids(params, parameter)),
            Self::ListedImages => all("image", ids(params, "ImageId")),
            // What cannot be read changes nothing.
            Self::FilteredImage => all("image", images_of_filters(params).unwrap_or_default()),
            Self::Tagged => {
                tagged_type(params).map_or_else(Vec::new, |kind| all(kind, ids(params, "ResourceId")))
            }
            // What cannot be read changes nothing.
            Self::TaggedByName => tagged_names(params).map_or_else(
                |_| Vec::new(),
                |(kind, names)| kind.map_or_else(Vec::new, |kind| all(kind.as_str(), names)),
            ),
            Self::RoleArn(parameter) => one("role", parameter),
            Self::All("user") | Self::UserOrCaller => one("user", "UserName"),
            Self::All("group") => one("group", "GroupName"),
            Self::All("role") => one("role", "RoleName"),
            Self::All("policy") | Self::Policy => one("policy", "PolicyName"),
            Self::All(_)
            | Self::Made(_)
            | Self::MadeIn(..)
            | Self::MadeOfDisk(..)
            | Self::ImportedObjects
            | Self::ExportedObjects
            | Self::Free
            | Self::Any
            | Self::Disks => Vec::new(),
        }
    }
}

/// Something that a request is about.
#[derive(Debug)]
pub(super) enum Thing<'r> {
    /// Nothing that has a name.
    Any,
    /// One of a type, or all of it.
    Of(&'r str, String),
    /// One of a type that is being made, and where: what the request says of it is all that is known.
    Made(&'r str, Place<'r>),
    /// A policy of the account's own, or of the system's.
    Policy(String),
    /// A role, by its resource name.
    Role(String),
    /// An object, `<bucket>/<object>`, and what is done with it, as OSS calls that.
    Object(&'static str, String),
}

impl Thing<'_> {
    /// What the request calls it.
    fn given(&self) -> &str {
        match self {
            Self::Any | Self::Made(..) => "",
            Self::Of(_, name) | Self::Policy(name) | Self::Role(name) | Self::Object(_, name) => name,
        }
    }

    /// Longest that can be, in bytes.
    const fn given_bytes_max(&self) -> usize {
        if matches!(self, Self::Object(..)) { OBJECT_PATH_BYTES_MAX } else { GIVEN_BYTES_MAX }
    }

    /// What is done with it, where that is not called as the action is.
    pub(super) const fn action(&self) -> Option<&'static str> {
        if let Self::Object(action, _) = self { Some(action) } else { None }
    }
}

/// Where something is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'r> {
    /// In the region that is named so, if it is one.
    In(Option<&'r str>),
    /// Where the snapshot, or the disk, of this id is.
    OfSnapshot(&'r str),
    OfDisk(&'r str),
}

/// A resource, as policies name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// If it is one thing that may have tags: which.
    pub(super) tagged: Option<Tagged>,
    /// If it is nowhere, though only it says where: what whoever may ask about it hears.
    pub(super) missing: Option<&'static Code>,
}

/// A thing that may have tags, and where it is. An id alone does not tell what it is of: `m-1` could be a snapshot's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tagged {
    Image(RegionId, ImageId),
    Snapshot(RegionId, SnapshotId),
}

impl Tagged {
    /// `None` for what has no tags here, and for what cannot be there.
    fn of(kind: &str, id: &str, region: RegionId) -> Option<Self> {
        match kind {
            "image" => ImageId::parse(id).map(|id| Self::Image(region, id)),
            "snapshot" => SnapshotId::parse(id).map(|id| Self::Snapshot(region, id)),
            _ => None,
        }
    }
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
struct Filtered {
    #[serde(default)]
    filter: Vec<FilterInput>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TaggedNames {
    resource_type: Option<String>,
    #[serde(default)]
    resource_names: JsonList<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DiskInput {
    snapshot_id: Option<String>,
    #[serde(rename = "OSSBucket", alias = "OssBucket")]
    bucket: Option<String>,
    #[serde(rename = "OSSObject", alias = "OssObject")]
    object: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ExportInput {
    image_id: Option<String>,
    #[serde(rename = "OSSBucket", alias = "OssBucket")]
    bucket: Option<String>,
    #[serde(rename = "OSSPrefix", alias = "OssPrefix")]
    prefix: Option<String>,
    image_format: Option<String>,
}

/// What a request is about; nothing, where everybody may.
///
/// # Errors
/// `InvalidParameter` for what cannot be read, is longer than [`GIVEN_BYTES_MAX`], or names more than [`THINGS_MAX`]; or what the
/// store says.
pub(super) async fn things<'r>(
    app: &App,
    entry: &'r Entry,
    caller: &Credential,
    params: &'r Params,
) -> Result<Vec<Thing<'r>>, Fault> {
    let mut things = Vec::new();
    for resource in entry.resources {
        let of = |kind, ids: Vec<String>| ids.into_iter().map(|id| Thing::Of(kind, id)).collect();
        let found: Vec<Thing<'_>> = match *resource {
            Resource::Free => continue,
            Resource::Any => vec![Thing::Any],
            Resource::All(kind) => vec![Thing::Of(kind, ALL.to_owned())],
            Resource::Made(kind) => vec![Thing::Made(kind, Place::In(region_id(params)))],
            Resource::MadeIn(kind, parameter) => {
                let named = params.get(parameter).filter(|region| !region.is_empty());
                vec![Thing::Made(kind, Place::In(named.or(region_id(params))))]
            }
            Resource::MadeOfDisk(kind, disk) => {
                let place = match region_id(params) {
                    None => Place::OfDisk(params.get(disk).unwrap_or_default()),
                    named => Place::In(named),
                };
                vec![Thing::Made(kind, place)]
            }
            Resource::Given(kind, parameter) => of(kind, ids(params, parameter)),
            Resource::Of(kind, parameter) => of(kind, or_all(ids(params, parameter))),
            Resource::ListedImages if matches!(params.get("ImageOwnerAlias"), Some("system" | "others")) => {
                continue;
            }
            Resource::ListedImages => of("image", or_all(ids(params, "ImageId"))),
            Resource::FilteredImage => of("image", or_all(images_of_filters(params)?)),
            Resource::Tagged => match tagged_type(params) {
                Some(kind) => of(kind, or_all(ids(params, "ResourceId"))),
                None => vec![Thing::Any],
            },
            Resource::TaggedByName => match tagged_names(params)? {
                (Some(kind), names) => of(kind.as_str(), or_all(names)),
                (None, _) => vec![Thing::Any],
            },
            Resource::Disks => of("snapshot", snapshots_of_disks(params)?),
            Resource::UserOrCaller => of("user", vec![user_or_caller(caller, params)]),
            Resource::Policy => vec![Thing::Policy(params.get("PolicyName").unwrap_or(ALL).to_owned())],
            Resource::ImportedObjects => imported_objects(params)?,
            // In a box: other requests are not to be as large.
            Resource::ExportedObjects => Box::pin(exported_objects(app, caller.account, params)).await?,
            Resource::RoleArn(parameter) => {
                vec![Thing::Role(params.get(parameter).unwrap_or(ALL).to_owned())]
            }
        };
        let is_too_long = found.iter().any(|thing| thing.given().len() > thing.given_bytes_max());
        things.extend(found);
        if is_too_long || things.len() > THINGS_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, resource.parameter()));
        }
    }
    Ok(things)
}

/// What RegionId says. An empty one says nothing, here as to the actions.
fn region_id(params: &Params) -> Option<&str> {
    params.get("RegionId").filter(|region| !region.is_empty())
}

fn or_all(ids: Vec<String>) -> Vec<String> {
    if ids.is_empty() { vec![ALL.to_owned()] } else { ids }
}

/// The ids that a parameter names: one, several with commas between, a JSON list of them, or `Name.1`, `Name.2`, … More than
/// an action reads is no harm: it is asked about, too.
fn ids(params: &Params, parameter: &str) -> Vec<String> {
    let is_it =
        |key: &str| key.strip_prefix(parameter).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let values = params.iter().filter(|(key, value, _)| is_it(key) && !value.is_empty());
    values.flat_map(|(_, value, _)| comma_separated(Some(value))).collect()
}

/// The images that ImageId or a filter names: of both, though an action reads but one.
fn images_of_filters(params: &Params) -> Result<Vec<String>, Fault> {
    let input: Filtered = input::read(params)?;
    let named = input.filter.iter().filter_map(FilterInput::image_id).map(str::to_owned);
    Ok(ids(params, "ImageId").into_iter().chain(named).collect())
}

/// The type in ResourceType as policies write it, whatever its case; `None` for one of which there is nothing here.
fn tagged_type(params: &Params) -> Option<&'static str> {
    match tagging::resource_type(params.get("ResourceType")?) {
        Ok(Some(ResourceType::Image)) => Some("image"),
        Ok(Some(ResourceType::Snapshot)) => Some("snapshot"),
        _ => None,
    }
}

/// What RAM's tags are asked for or changed of, read as the actions read it; no type where it is none that RAM tags.
fn tagged_names(params: &Params) -> Result<(Option<RamResourceType>, Vec<String>), Fault> {
    let input: TaggedNames = input::read(params)?;
    Ok((input.resource_type.as_deref().and_then(RamResourceType::parse), input.resource_names.0))
}

fn snapshots_of_disks(params: &Params) -> Result<Vec<String>, Fault> {
    let nested: Nested = input::read(params)?;
    let given = nested.disk_device_mapping.into_iter().filter_map(|disk| disk.snapshot_id);
    Ok(given.flat_map(|id| comma_separated(Some(&id))).collect())
}

/// The objects of an import. A disk that does not say both its bucket and its object is refused by the action.
fn imported_objects<'r>(params: &Params) -> Result<Vec<Thing<'r>>, Fault> {
    let nested: Nested = input::read(params)?;
    let object = |disk: DiskInput| {
        let path = format!("{}/{}", disk.bucket?, disk.object?);
        Some(Thing::Object("oss:GetObject", path))
    };
    Ok(nested.disk_device_mapping.into_iter().filter_map(object).collect())
}

/// The objects of an export, one for each disk of the image; none where the action will refuse to make any. Of an image that is
/// not the caller's own there is one, whatever it has: the action refuses it.
async fn exported_objects<'r>(
    app: &App,
    account: AccountId,
    params: &Params,
) -> Result<Vec<Thing<'r>>, Fault> {
    let input: ExportInput = input::read(params)?;
    let image = input.image_id.as_deref().and_then(ImageId::parse);
    let format = input.image_format.as_deref().map_or(Some(ExportFormat::Raw), ExportFormat::parse);
    let (Some(image), Some(bucket), Some(format)) = (image, input.bucket, format) else {
        return Ok(Vec::new());
    };
    let export = Export { bucket, prefix: input.prefix.unwrap_or_default(), format };
    let disks = match region_of(app, account, Place::In(region_id(params))).await? {
        Some(region) => disks_of(app, Catalogue { account, region }, image.clone()).await?,
        None => 0,
    };
    let path = |n| format!("{}/{}", export.bucket, export.object(&image, n));
    Ok((0..disks.max(1)).map(|n| Thing::Object("oss:PutObject", path(n))).collect())
}

/// How many disks an image has, for as long as it is kept: also a deleted one, which could be restored meanwhile.
async fn disks_of(app: &App, catalogue: Catalogue, id: ImageId) -> Result<usize, Fault> {
    let found = app.store.look_up(move |read| read.image_or_tombstone(&catalogue, &id)).await;
    let found = found.map_err(|error| faults::failed(&error))?;
    Ok(found.map_or(0, |image| image.disks.len()))
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
    thing: &Thing<'_>,
) -> Result<Named, Fault> {
    let unnamed = |name: String| Ok(Named { name, tagged: None, missing: None });
    let (kind, id, place) = match thing {
        Thing::Any => return unnamed(ALL.to_owned()),
        Thing::Policy(name) => {
            let of_system = params.get("PolicyType") == Some("System");
            let owner = if of_system { "system".to_owned() } else { account.to_string() };
            return unnamed(format!("acs:ram:*:{owner}:policy/{name}"));
        }
        Thing::Role(arn) => return unnamed(canonical_resource(arn).into_owned()),
        // As the object endpoint asks: buckets are of no region there.
        Thing::Object(_, path) => return unnamed(format!("acs:oss:*:{account}:{path}")),
        // Users, groups and roles are the same in every region.
        Thing::Of(kind, id) if service != Service::Ecs => {
            return unnamed(format!("acs:ram:*:{account}:{kind}/{id}"));
        }
        Thing::Of(kind, id) => (*kind, id.as_str(), place_of(kind, id, params)),
        Thing::Made(kind, place) => (*kind, ALL, *place),
    };
    let region = region_of(app, account, place).await?;
    let shown = region.as_ref().map_or(ALL, RegionId::as_str);
    let name = format!("acs:ecs:{shown}:{account}:{kind}/{id}");
    let missing = match place {
        _ if region.is_some() => None,
        // The action says what is wrong with a region, or that it wants one.
        Place::In(_) => None,
        Place::OfSnapshot(_) => Some(&codes::SNAPSHOT_NOT_FOUND),
        Place::OfDisk(_) => Some(&codes::DISK_NOT_FOUND),
    };
    let tagged = region.filter(|_| id != ALL).and_then(|region| Tagged::of(kind, id, region));
    Ok(Named { name, tagged, missing })
}

/// Where to look for a thing: where RegionId says, else where it is itself, as far as there are actions that name it alone.
fn place_of<'r>(kind: &str, id: &'r str, params: &'r Params) -> Place<'r> {
    match (region_id(params), kind) {
        (None, "snapshot") if id != ALL => Place::OfSnapshot(id),
        (None, "disk") if id != ALL => Place::OfDisk(id),
        (named, _) => Place::In(named),
    }
}

/// The region of a place, if there is one.
async fn region_of(app: &App, account: AccountId, place: Place<'_>) -> Result<Option<RegionId>, Fault> {
    let found = match place {
        Place::In(named) => {
            return Ok(app.regions.iter().find(|region| Some(region.as_str()) == named).cloned());
        }
        Place::OfSnapshot(id) => {
            let Some(id) = SnapshotId::parse(id) else { return Ok(None) };
            app.store.look_up(move |read| read.region_of_snapshot(account, &id)).await
        }
        Place::OfDisk(id) => {
            let Some(id) = DiskId::parse(id) else { return Ok(None) };
            app.store.look_up(move |read| read.region_of_disk(account, &id)).await
        }
    };
    found.map_err(|error| faults::failed(&error))
}
