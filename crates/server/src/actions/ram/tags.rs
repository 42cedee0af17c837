//! Tags of roles and policies, by which they are found again.
//!
//! Unlike ECS's actions of the same names these take lists as one JSON value, `ResourceNames=["nightly"]`, and answer with a
//! list that has no name of its own for its elements (RAM 2015-05-01, as its SDK reads it).

use imagekin_access::AccountId;
use imagekin_catalog::Tag;
use imagekin_catalog::tag::RAM_VALUE_CHARACTERS_MAX;
use imagekin_rpc::input::JsonList;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{AccessWrite, Policy, Read, Role, StoreError};
use serde::{Deserialize, Serialize};

use super::{Nothing, entities, policies};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, AccessHalt, Table};
use crate::tagging::TagChange;
use crate::views::{TagInput, page_token, read_page_token};

/// Most resources, and most tags or keys of tags, in one call.
const RESOURCE_NAMES_MAX: usize = 50;
const TAGS_MAX: usize = 20;
/// Tags of an answer, at most and if nobody says.
const PAGE_SIZE_MAX: u32 = 100;

/// What has tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ResourceType {
    Role,
    Policy,
}

impl ResourceType {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Policy => "policy",
        }
    }

    fn parse(text: &str) -> Result<Self, Fault> {
        let known =
            [Self::Role, Self::Policy].into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text));
        known.ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "ResourceType"))
    }

    /// Changes the tags of the one of this name, which must be there.
    fn change(self, write: &AccessWrite<'_>, name: &str, change: &TagChange) -> Result<(), AccessHalt> {
        let changed =
            |tags: &[Tag]| change.apply(tags).map_err(|refusal| faults::refused(refusal, Table::General));
        match self {
            Self::Role => {
                let role: Role = entities::existing(write, write.account(), name)?;
                write.put_role(&Role { tags: changed(&role.tags)?, ..role })?;
            }
            Self::Policy => {
                let policy = policies::existing(write, write.account(), name)?;
                write.put_policy(&Policy { tags: changed(&policy.tags)?, ..policy })?;
            }
        }
        Ok(())
    }

    /// Those of these names that have tags, or all that do, by name.
    fn tagged(
        self,
        read: &Read<'_>,
        account: AccountId,
        names: &[String],
    ) -> Result<Vec<(String, Vec<Tag>)>, StoreError> {
        match self {
            Self::Role => read.tagged_roles(account, names),
            Self::Policy => read.tagged_policies(account, names),
        }
    }
}

/// The tags that something new is to carry, or something old to get.
pub(super) fn read_all(tags: &[TagInput]) -> Result<Vec<Tag>, Fault> {
    Tag::parse_all_with_values_of(RAM_VALUE_CHARACTERS_MAX, tags.iter().map(TagInput::pair))
        .map_err(|refusal| faults::refused(refusal, Table::General))
}

fn admit_names(names: &[String]) -> Result<(), Fault> {
    match names.len() {
        0 => Err(Fault::with(&codes::MISSING_PARAMETER, "ResourceNames")),
        1..=RESOURCE_NAMES_MAX => Ok(()),
        _ => Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceNames")),
    }
}

/// Changes the tags of all of these, or of none.
async fn change(
    call: &Call,
    kind: ResourceType,
    names: Vec<String>,
    change: TagChange,
) -> Result<Nothing, Fault> {
    let changed =
        call.write_access(move |write| names.iter().try_for_each(|name| kind.change(write, name, &change)));
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
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = TagResourcesInput;
    type Output = Nothing;

    async fn run(call: &Call, input: TagResourcesInput) -> Result<Nothing, Fault> {
        let kind = ResourceType::parse(&input.resource_type)?;
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
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = UntagResourcesInput;
    type Output = Nothing;

    async fn run(call: &Call, input: UntagResourcesInput) -> Result<Nothing, Fault> {
        let kind = ResourceType::parse(&input.resource_type)?;
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
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = ListTagResourcesInput;
    type Output = ListTagResourcesOutput;

    async fn run(call: &Call, input: ListTagResourcesInput) -> Result<ListTagResourcesOutput, Fault> {
        let kind = ResourceType::parse(&input.resource_type)?;
        if input.resource_names.0.len() > RESOURCE_NAMES_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "ResourceNames"));
        }
        if input.tag.0.len() > TAGS_MAX {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "Tag"));
        }
        let page_size = input.page_size.unwrap_or(PAGE_SIZE_MAX);
        if !(1..=PAGE_SIZE_MAX).contains(&page_size) {
            return Err(Fault::with(&codes::INVALID_PARAMETER, "PageSize"));
        }
        let after = input.next_token.as_deref().map(read_page_token::<2>).transpose()?;
        let (account, names) = (call.caller.account, input.resource_names.0);
        let found = call.read(move |read| kind.tagged(read, account, &names)).await?;
        let carries = |tags: &[Tag]| {
            input
                .tag
                .0
                .iter()
                .filter_map(|wanted| Some((wanted.key.as_deref()?, wanted.value.as_deref())))
                .all(|(key, value)| {
                    tags.iter().any(|tag| tag.key == key && value.is_none_or(|value| tag.value == value))
                })
        };
        let mut found: Vec<TagResource> = found
            .into_iter()
            .filter(|(_, tags)| carries(tags))
            .flat_map(|(name, tags)| tags.into_iter().map(move |tag| resource(kind, &name, tag)))
            .filter(|tag| {
                after.as_ref().is_none_or(|after| place(tag) > after.each_ref().map(String::as_str))
            })
            .collect();
        found.sort_by(|a, b| place(a).cmp(&place(b)));
        let is_truncated = found.len() > page_size as usize;
        found.truncate(page_size as usize);
        let next_token = found.last().filter(|_| is_truncated).map(|last| page_token(place(last)));
        Ok(ListTagResourcesOutput { next_token, tag_resources: found })
    }
}

fn resource(kind: ResourceType, name: &str, tag: Tag) -> TagResource {
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
