//! ListDeletedImages (ours): the images in the recycle bin, those that are kept longest first, token by token.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use imagekin_catalog::{ImageId, Timestamp};
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::DeletedImage;
use serde::{Deserialize, Serialize};

use super::describe_image_family_history::instant;
use super::{Action, Resource};
use crate::call::Call;
use crate::views::PageInput;

/// Images of an answer, if the caller does not say.
const MAX_RESULTS_DEFAULT: u32 = 10;

pub(crate) struct ListDeletedImages;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    max_results: Option<u32>,
    next_token: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    /// Empty on the last page.
    next_token: String,
    deleted_images: DeletedImages,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct DeletedImages {
    deleted_image: Vec<DeletedImageView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct DeletedImageView {
    image_id: String,
    image_name: String,
    image_family: String,
    status: &'static str,
    creation_time: String,
    deleted_time: String,
    /// From this instant on it is gone.
    restorable_until: String,
}

impl Action for ListDeletedImages {
    const NAME: &'static str = "ListDeletedImages";
    const RESOURCES: &'static [Resource] = &[Resource::All("image")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(None, input.max_results, MAX_RESULTS_DEFAULT);
        let limit = page.map_err(|_| Fault::with(&codes::INVALID_PARAMETER, "MaxResults"))?.limit();
        let after = input.next_token.as_deref().map(read_token).transpose()?;
        let now = call.now;
        let mut deleted =
            call.read(move |read| read.restorable_images(&catalogue, now, after.as_ref(), limit + 1)).await?;
        let more = deleted.len() as u64 > limit;
        deleted.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let next_token = deleted.last().filter(|_| more).map(token).unwrap_or_default();
        let views = deleted.iter().map(view).collect();
        Ok(Output {
            region_id: input.region_id,
            next_token,
            deleted_images: DeletedImages { deleted_image: views },
        })
    }
}

fn view(deleted: &DeletedImage) -> DeletedImageView {
    let image = &deleted.image;
    DeletedImageView {
        image_id: image.id.to_string(),
        image_name: image.name.as_str().to_owned(),
        image_family: image.family.as_ref().map(ToString::to_string).unwrap_or_default(),
        status: image.status.as_str(),
        creation_time: time::print(image.created_at.as_seconds()),
        deleted_time: instant(deleted.deleted_at),
        restorable_until: deleted.restorable_until.map(instant).unwrap_or_default(),
    }
}

/// Where an answer ended: end of the bin and id of its last image.
fn token(last: &DeletedImage) -> String {
    let until = last.restorable_until.map_or(0, Timestamp::as_micros);
    URL_SAFE_NO_PAD.encode(format!("{until} {}", last.image.id))
}

fn read_token(token: &str) -> Result<(Timestamp, String), Fault> {
    let read = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
        let (until, id) = text.split_once(' ')?;
        Some((Timestamp::from_micros(until.parse().ok()?), ImageId::parse(id)?.to_string()))
    };
    read().ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "NextToken"))
}
