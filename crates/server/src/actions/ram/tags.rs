//! Tags of roles and policies, by which they are found again.
//!
//! Unlike ECS's actions of the same names these take lists as one JSON value, `ResourceNames=["nightly"]`, and answer with a
//! list that has no name of its own for its elements (RAM 2015-05-01, as its SDK reads it).

use std::collections::BTreeSet;

use imagekin_access::AccountId;
use imagekin_catalog::Tag;
use imagekin_catalog::tag::RAM_VALUE_CHARACTERS_MAX;
use imagekin_rpc::input::JsonList;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{AccessWrite, Policy, Read, Role, StoreError, TaggedByName};
use serde::{Deserialize, Serialize};

use super::{Nothing, entities, policies};
use crate::actions::tag_resources::{RESOURCE_IDS_MAX, TAGS_MAX};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, AccessHalt, Table};
use crate::tagging::{RamResourceType, TagChange};
use crate::views::{TagInput, page_token, read_page_token};

/// Tags of an answer, at most and if nobody says.
const PAGE_SIZE_MAX: u32 = 100;
/// Roles or policies that are read at a time.
const BATCH: u32 = 20;

/// Reads ResourceType.
fn resource_type(text: &str) -> Result<RamResourceType, Fault> {
    RamResourceType::parse(text).ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "ResourceType"))
}

/// Changes the tags of the one of this name, which must be there.
fn change_one(
    write: &AccessWrite<'_>,
    kind: RamResourceType,
    name: &str,
    change: &TagChange,
) -> Result<(), AccessHalt> {
    let changed =
        |tags: &[Tag]| change.apply(tags).map_err(|refusal| faults::refused(refusal, Table::General));
    match kind {
        RamResourceType::Role => {
            let role: Role = entities::existing(write, write.account(), name)?;
            write.put_role(&Role { tags: changed(&role.tags)?, ..role })?;
        }
        RamResourceType::Policy => {
            let policy = policies::existing(write, write.account(), name)?;
            write.put_policy(&Policy { tags: changed(&policy.tags)?, ..policy })?;
        }
    }
    Ok(())
}

/// The tags that something new is to carry, or something old to get.
pub(super) fn read_all(tags: &[TagInput]) -> Result<Vec<Tag>, Fault> {
    Tag::parse_all_with_values_of(RAM_VALUE_CHARACTERS_MAX, tags.iter().map(TagInput::pair))
        .map_err(|refusal| faults::refused(refusal, Table::General))
}

fn admit_names(names: &[String]) -> Result<(), Fault> {
    match names.len() {
        0 => Err(Fault::with(&codes::MISSING_PARAMETER, "ResourceNames")),
        1..=RESOURCE_IDS_MAX => Ok(()),
        _ => Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceNames")),
    }
}

/// Changes the tags of all of these, or of none.
async fn change(
    call: &Call,
    kind: RamResourceType,
    names: Vec<String>,
    change: TagChange,
) -> Result<Nothing, Fault> {
    let changed = call
        .write_access(move |write| names.iter().try_for_each(|name| change_one(write, kind, name, &change)));
    changed.await?;
    Ok(Nothing {})
}

pub(crate) struct TagResources;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagResourcesInput {
    resource_type: String,
    #[serde(default)]
    resource_names: JsonList<String>,
    #[serde(default)]
    tag: JsonList<TagInput>,
}

impl Action for TagResources {
    const NAME: &'static str = "TagResources";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::TaggedByName];
    type Input = TagResourcesInput;
    type Output = Nothing;

    async fn run(call: &Call, input: TagResourcesInput) -> Result<Nothing, Fault> {
        let kind = resource_type(&input.resource_type)?;
        admit_names(&input.resource_names.0)?;
        match input.tag.0.len() {
            0 => return Err(Fault::with(&codes::MISSING_PARAMETER, "Tag")),
            1..=TAGS_MAX => {}
            _ => return Err(Fault::with(&codes::INVALID_PARAMETER, "Tag")),
        }
        let tags = read_all(&input.tag.0)?;
        change(call, kind, input.resource_names.0, TagChange::Add(tags)).await
    }
}

pub(crate) struct UntagResources;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UntagResourcesInput {
    resource_type: String,
    #[serde(default)]
    resource_names: JsonList<String>,
    #[serde(default)]
    tag_keys: JsonList<String>,
    all: Option<bool>,
}

impl Action for UntagResources {
    const NAME: &'static str = "UntagResources";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::TaggedByName];
    type Input = UntagResourcesInput;
    type Output = Nothing;

    async fn run(call: &Call, input: UntagResourcesInput) -> Result<Nothing, Fault> {
        let kind = resource_type(&input.resource_type)?;
        admit_names(&input.resource_names.0)?;
        // All has an effect only where no key is given, as with ECS.
        let tags = match input.tag_keys.0.len() {
            0 if input.all == Some(true) => TagChange::RemoveAll,
            0 => return Err(Fault::with(&codes::MISSING_PARAMETER, "TagKeys")),
            1..=TAGS_MAX => TagChange::Remove(input.tag_keys.0.into_iter().map(|key| (key, None)).collect()),
            _ => return Err(Fault::with(&codes::INVALID_PARAMETER, "TagKeys")),
        };
        change(call, kind, input.resource_names.0, tags).await
    }
}

pub(crate) struct ListTagResources;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListTagResourcesInput {
    resource_type: String,
    #[serde(default)]
    resource_names: JsonList<String>,
    /// What each must carry.
    #[serde(default)]
    tag: JsonList<TagInput>,
    page_size: Option<u32>,
    next_token: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListTagResourcesOutput {
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
    tag_resources: Vec<TagResource>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct TagResource {
    resource_name: String,
    resource_type: &'static str,
    tag_key: String,
    tag_value: String,
}

impl Action for ListTagResources {
    const NAME: &'static str = "ListTagResources";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::TaggedByName];
    type Input = ListTagResourcesInput;
    type Output = ListTagResourcesOutput;

    async fn run(call: &Call, input: ListTagResourcesInput) -> Result<ListTagResourcesOutput, Fault> {
        let kind = resource_type(&input.resource_type)?;
        if input.resource_names.0.len() > RESOURCE_IDS_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceNames"));
        }
        if input.tag.0.len() > TAGS_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "Tag"));
        }
        let page_size = input.page_size.unwrap_or(PAGE_SIZE_MAX);
        if !(1..=PAGE_SIZE_MAX).contains(&page_size) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageSize"));
        }
        if input.tag.0.iter().any(|tag| tag.key.is_none()) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "Tag"));
        }
        let after = input.next_token.as_deref().map(read_page_token::<2>).transpose()?;
        let wanted = Wanted { kind, names: input.resource_names.0, tags: input.tag.0, after };
        let (account, most) = (call.caller.account, page_size as usize);
        let mut found = call.read(move |read| wanted.find(read, account, most + 1)).await?;
        let is_truncated = found.len() > most;
        found.truncate(most);
        let next_token = found.last().filter(|_| is_truncated).map(|last| page_token(place(last)));
        Ok(ListTagResourcesOutput { next_token, tag_resources: found })
    }
}

/// Which tags are asked for.
struct Wanted {
    kind: RamResourceType,
    /// Of these; of all, if it is empty.
    names: Vec<String>,
    /// Of those that carry all of these.
    tags: Vec<TagInput>,
    /// From the first one on that stands behind this place.
    after: Option<[String; 2]>,
}

impl Wanted {
    /// The tags in their order, `most` at most, or a few more. No more is read than that takes, and one batch.
    fn find(&self, read: &Read<'_>, account: AccountId, most: usize) -> Result<Vec<TagResource>, StoreError> {
        let mut found = Vec::new();
        let mut add = |tagged: TaggedByName| {
            found.extend(self.of(tagged));
            found.len() < most
        };
        let one = |name: &str| match self.kind {
            RamResourceType::Role => read.tagged_role(account, name),
            RamResourceType::Policy => read.tagged_policy(account, name),
        };
        let after = self.after.as_ref().map_or("", |[name, _]| name);
        if !self.names.is_empty() {
            let names: BTreeSet<&str> = self.names.iter().map(String::as_str).collect();
            for name in names.into_iter().filter(|name| *name >= after) {
                if !one(name)?.is_none_or(&mut add) {
                    break;
                }
            }
            return Ok(found);
        }
        // What is left of the one that the page before ended with, and then those behind it.
        let mut goes_on = after.is_empty() || one(after)?.is_none_or(&mut add);
        let mut after = after.to_owned();
        while goes_on {
            let batch = match self.kind {
                RamResourceType::Role => read.tagged_roles(account, &after, BATCH)?,
                RamResourceType::Policy => read.tagged_policies(account, &after, BATCH)?,
            };
            let Some(last) = batch.last() else { break };
            after = last.name.clone();
            goes_on = batch.into_iter().all(&mut add);
        }
        Ok(found)
    }

    /// The tags of one that are wanted, in their order.
    fn of(&self, tagged: TaggedByName) -> Vec<TagResource> {
        let TaggedByName { name, mut tags } = tagged;
        let carries = |wanted: &TagInput| {
            // An empty value is as good as absent, in JSON, too.
            let (key, value) = wanted.pair();
            tags.iter().any(|tag| tag.key == key && (value.is_empty() || tag.value == value))
        };
        if !self.tags.iter().all(carries) {
            return Vec::new();
        }
        tags.sort_by(|a, b| a.key.cmp(&b.key));
        let after = self.after.as_ref().map(|after| after.each_ref().map(String::as_str));
        let tags = tags.into_iter().map(|tag| resource(self.kind, &name, tag));
        tags.filter(|tag| after.is_none_or(|after| place(tag) > after)).collect()
    }
}

fn resource(kind: RamResourceType, name: &str, tag: Tag) -> TagResource {
    TagResource {
        resource_name: name.to_owned(),
        resource_type: kind.as_str(),
        tag_key: tag.key,
        tag_value: tag.value,
    }
}

/// Where a tag stands in the list.
fn place(tag: &TagResource) -> [&str; 2] {
    [&tag.resource_name, &tag.tag_key]
}
