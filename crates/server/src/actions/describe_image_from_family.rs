//! DescribeImageFromFamily: the newest usable image of a family. The call that this service exists for.
//!
//! Source: the vendor's page, spec/DescribeImageFromFamily.zh.md. It answers the caller's own custom images only; no
//! such family, or none of its images Available, is `"Image": {}` with 200.

use imagekin_access::AccountId;
use imagekin_catalog::{FamilyName, Image, Refusal, Status};
use imagekin_rpc::reply::Tail;
use imagekin_rpc::{Fault, Format, codes, input, time};
use imagekin_store::{AsOf, Catalogue, OwnedImage, StoreError};
use serde::{Deserialize, Serialize};

use super::{Action, Resource, unprintable};
use crate::App;
use crate::call::Call;
use crate::faults::{self, Table};
use crate::head_cache::HeadKeyRef;
use crate::owner_guard;
use crate::views::FamilyImageView;

pub(super) mod others;

pub(crate) struct DescribeImageFromFamily;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_family: String,
    /// Ours: as of this instant.
    as_of: Option<String>,
    /// Ours: as of this commit of the catalogue.
    revision: Option<u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    image: FamilyImageView,
    /// Ours, told to those who ask as of then: the change of the head that is answered from.
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
}

impl Action for DescribeImageFromFamily {
    const NAME: &'static str = "DescribeImageFromFamily";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let as_of = as_of(&input)?;
        let Some(family) = own_family(call, &input.image_family)? else {
            // Of families of others there is no log: a head of today would be taken for one of the past.
            if as_of.is_some() && call.app.config.resolve_shared_families {
                let parameter = if input.as_of.is_some() { "AsOf" } else { "Revision" };
                return Err(Fault::with(&codes::INVALID_PARAMETER, parameter));
            }
            let head = others::head(call, &catalogue, &input.image_family).await?;
            if let Some(head) = &head {
                owner_guard::tell(head, call.caller.account, call.action, &call.request_id);
            }
            return Ok(Output {
                image: FamilyImageView::of(head.as_ref(), call.caller.account),
                revision: None,
            });
        };
        let (head, revision) = match as_of {
            None => (call.app.store.head(&catalogue, &family).await, None),
            Some(as_of) => match head_as_of(&call.app, &catalogue, &family, as_of).await {
                Ok((head, revision)) => (Ok(head), Some(revision)),
                Err(error) => (Err(error), None),
            },
        };
        let image = head.map_err(|error| faults::failed(&error))?;
        let head = image.map(|image| OwnedImage::own(&catalogue, image));
        Ok(Output { image: FamilyImageView::of(head.as_ref(), call.caller.account), revision })
    }
}

/// The past instant asked about, if one is.
fn as_of(input: &Input) -> Result<Option<AsOf>, Fault> {
    match (&input.as_of, input.revision) {
        (None, None) => Ok(None),
        (None, Some(revision)) => Ok(Some(AsOf::Revision(revision))),
        (Some(text), None) => match time::parse_instant(text) {
            Some(micros) => Ok(Some(AsOf::Instant(imagekin_catalog::Timestamp::from_micros(micros)))),
            None => Err(Fault::with(&codes::INVALID_PARAMETER, "AsOf")),
        },
        (Some(_), Some(_)) => Err(Fault::with(&codes::INVALID_PARAMETER, "Revision")),
    }
}

/// As the list has it: an answer that is ready is not made again.
pub(crate) async fn answer(call: Call) -> Result<String, Fault> {
    let tail = ready_or_made(&call).await?;
    Ok(tail.answer(call.format, DescribeImageFromFamily::NAME, &call.request_id))
}

async fn ready_or_made(call: &Call) -> Result<Tail, Fault> {
    let (region, family) = (call.params.get("RegionId"), call.params.get("ImageFamily"));
    let (Some(region), Some(family)) = (region, family) else { return made(call).await };
    let Some(place) = call.app.regions.iter().position(|known| known.as_str() == region) else {
        return made(call).await;
    };
    // What else is asked is another answer: of the past, or of others, whose changes have versions of their own.
    if family.starts_with("acs:") || call.params.get("AsOf").or(call.params.get("Revision")).is_some() {
        return made(call).await;
    }
    let account = call.caller.account;
    let key = HeadKeyRef { account, region: place, format: call.format, family };
    // Noted before the store is read: what is read now is true as long as the version stays.
    let stripe = call.app.store.stripe(account, &call.app.regions[place], family);
    let version = call.app.store.head_version(stripe);
    let Some(version) = version else { return made(call).await };
    if let Some(tail) = call.app.heads.get(&key, version) {
        return Ok(tail);
    }
    let tail = made(call).await?;
    call.app.heads.put(&key, version, &tail);
    Ok(tail)
}

async fn made(call: &Call) -> Result<Tail, Fault> {
    let output = DescribeImageFromFamily::run(call, input::read(&call.params)?).await?;
    let tail = Tail::of(call.format, DescribeImageFromFamily::NAME, &output);
    let tail = tail.map_err(|error| unprintable(&error))?;
    Ok(if call.format == Format::Xml { tail.with_collapsed("Image") } else { tail })
}

/// The family of the caller's own that is asked for; `None` for `acs:…`, which names those of others, over which this call
/// does not look, unless the setting says so: then the caller's own uid names its own families. It is answered as empty, not
/// refused: Packer tells "no image" from an error so (spec/clients.md 4).
fn own_family(call: &Call, text: &str) -> Result<Option<FamilyName>, Fault> {
    if let Some(qualified) = text.strip_prefix("acs:") {
        let of_caller =
            |(uid, family): (&str, _)| (AccountId::parse(uid)? == call.caller.account).then_some(family);
        let family = qualified.split_once(':').and_then(of_caller);
        let family = family.filter(|_| call.app.config.resolve_shared_families);
        return Ok(family.and_then(|family| FamilyName::parse(family).ok()));
    }
    let name = FamilyName::parse(text);
    name.map(Some).map_err(|refusal: Refusal| faults::refused(refusal, Table::General))
}

/// The head as of then, and the revision that made it the head; a deleted image is told of as it was last. Its status is
/// that of a head, whatever became of it since.
async fn head_as_of(
    app: &App,
    catalogue: &Catalogue,
    name: &FamilyName,
    as_of: AsOf,
) -> Result<(Option<Image>, u64), StoreError> {
    let (catalogue, name) = (catalogue.clone(), name.clone());
    // The log of a family may be long.
    let read = app.store.read(move |read| {
        let Some(change) = read.head_as_of(&catalogue, &name, as_of)? else { return Ok((None, 0)) };
        let Some(id) = change.image_id else { return Ok((None, change.revision)) };
        let then = |image| Image { status: Status::Available, family: Some(name.clone()), ..image };
        Ok((read.image_or_tombstone(&catalogue, &id)?.map(then), change.revision))
    });
    read.await
}
