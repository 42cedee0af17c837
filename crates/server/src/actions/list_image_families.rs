//! ListImageFamilies (ours): the families that have images, by name, each with its head.

use imagekin_catalog::{FamilyName, Status, family};
use imagekin_rpc::Fault;
use imagekin_store::{AsOf, Catalogue, Read, StoreError};
use serde::{Deserialize, Serialize};

use super::describe_image_family_history::instant;
use super::{Action, Resource};
use crate::call::Call;
use crate::views::PageInput;

/// Families of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;

pub(crate) struct ListImageFamilies;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    page_number: Option<u32>,
    page_size: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    total_count: u64,
    page_number: u32,
    page_size: u32,
    families: Families,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Families {
    family: Vec<FamilyView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct FamilyView {
    image_family: String,
    image_count: usize,
    available_image_count: usize,
    /// The head; empty without one.
    image_id: String,
    image_name: String,
    /// The last change of the head; 0 where the family never had one.
    revision: u64,
    changed_time: String,
}

impl Action for ListImageFamilies {
    const NAME: &'static str = "ListImageFamilies";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let (total, families) = call
            .read(move |read| {
                let (total, names) = read.families(&catalogue, page.offset(), page.limit())?;
                let views = names.iter().map(|name| view(read, &catalogue, name));
                Ok((total, views.collect::<Result<_, _>>()?))
            })
            .await?;
        Ok(Output {
            region_id: input.region_id,
            total_count: total,
            page_number: page.number,
            page_size: page.size,
            families: Families { family: families },
        })
    }
}

fn view(read: &Read<'_>, catalogue: &Catalogue, name: &FamilyName) -> Result<FamilyView, StoreError> {
    let candidates = read.candidates(catalogue, name)?;
    let head = family::resolve(&candidates).head;
    let image = head.map_or(Ok(None), |head| read.image(catalogue, &head.image_id))?;
    let change = read.head_as_of(catalogue, name, AsOf::Revision(u64::MAX))?;
    let available = candidates.iter().filter(|candidate| candidate.status == Status::Available);
    Ok(FamilyView {
        image_family: name.to_string(),
        image_count: candidates.len(),
        available_image_count: available.count(),
        image_id: head.map(|head| head.image_id.to_string()).unwrap_or_default(),
        image_name: image.map(|image| image.name.as_str().to_owned()).unwrap_or_default(),
        revision: change.as_ref().map_or(0, |change| change.revision),
        changed_time: change.map(|change| instant(change.changed_at)).unwrap_or_default(),
    })
}
