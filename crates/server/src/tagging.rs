//! Tags of the caller's images and snapshots: what the old and the new tag actions have in common.

use imagekin_catalog::refusal::TagRefusal;
use imagekin_catalog::{Image, ImageId, Snapshot, SnapshotId, Tag, tag};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{ResourceType, Write};

use crate::faults::Halt;

/// Types of resources that ECS tags and that no catalogue of images has.
const OTHER_TYPES: &[&str] = &[
    "instance",
    "disk",
    "securitygroup",
    "volume",
    "eni",
    "ddh",
    "ddhcluster",
    "keypair",
    "launchtemplate",
    "reservedinstance",
    "snapshotpolicy",
    "elasticityassurance",
    "capacityreservation",
    "command",
    "invocation",
    "activation",
    "managedinstance",
    "imagecomponent",
    "imagepipeline",
];

/// A type of resource that ECS tags: `None` for one of which there are none here.
///
/// # Errors
/// `InvalidResourceType.NotFound` for what ECS does not tag either.
pub(crate) fn resource_type(text: &str) -> Result<Option<ResourceType>, Fault> {
    // The SDKs differ in the case: `image`, `Image`.
    let text = text.to_ascii_lowercase();
    match ResourceType::parse(&text) {
        None if !OTHER_TYPES.contains(&text.as_str()) => Err(Fault::new(&codes::RESOURCE_TYPE_NOT_FOUND)),
        known => Ok(known),
    }
}

/// What RAM tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RamResourceType {
    Role,
    Policy,
}

impl RamResourceType {
    /// As RAM writes it, in ResourceType and in the names of resources.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Policy => "policy",
        }
    }

    /// Reads it, whatever its case.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Role, Self::Policy].into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text))
    }
}

/// What becomes of the tags of a resource.
pub(crate) enum TagChange {
    /// These are added; a key that is there gets the new value.
    Add(Vec<Tag>),
    /// Those of these keys go, and of these values where one is given.
    Remove(Vec<(String, Option<String>)>),
    /// All go.
    RemoveAll,
}

impl TagChange {
    /// The tags of what carries `tags` when this is done.
    ///
    /// # Errors
    /// There would be too many.
    pub(crate) fn apply(&self, tags: &[Tag]) -> Result<Vec<Tag>, TagRefusal> {
        let goes = |tag: &Tag, keys: &[(String, Option<String>)]| {
            keys.iter().any(|(key, value)| *key == tag.key && value.as_ref().is_none_or(|v| *v == tag.value))
        };
        match self {
            Self::Add(new) => tag::merge(tags, new),
            Self::Remove(keys) => Ok(tags.iter().filter(|tag| !goes(tag, keys)).cloned().collect()),
            Self::RemoveAll => Ok(Vec::new()),
        }
    }
}

/// Changes the tags of all these resources, or of none.
pub(crate) fn change(
    write: &mut Write<'_>,
    kind: Option<ResourceType>,
    ids: &[String],
    change: &TagChange,
) -> Result<(), Halt> {
    let kind = kind.ok_or(TagRefusal::ResourceNotFound)?;
    for id in ids {
        match kind {
            ResourceType::Snapshot => {
                let id = SnapshotId::parse(id).ok_or(TagRefusal::ResourceNotFound)?;
                let snapshot = write.snapshot(write.catalogue(), &id)?.ok_or(TagRefusal::ResourceNotFound)?;
                let tags = change.apply(&snapshot.tags)?;
                write.put_snapshot(&Snapshot { tags, ..snapshot })?;
            }
            ResourceType::Image => {
                let id = ImageId::parse(id).ok_or(TagRefusal::ResourceNotFound)?;
                let image = write.image(write.catalogue(), &id)?.ok_or(TagRefusal::ResourceNotFound)?;
                let tags = change.apply(&image.tags)?;
                write.change_image(&image, &Image { tags, ..image.clone() })?;
            }
        }
    }
    Ok(())
}
