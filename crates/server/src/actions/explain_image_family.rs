//! ExplainImageFamily (ours): what a family resolves to, and of each of its images why it is, or is not, the head.

use imagekin_catalog::{Candidate, FamilyName, Verdict, family};
use imagekin_rpc::Fault;
use imagekin_store::{AsOf, Catalogue, OwnedImage, StoreError};
use serde::{Deserialize, Serialize};

use super::describe_image_family_history::instant;
use super::describe_image_from_family::others;
use super::{Action, Resource};
use crate::call::Call;
use crate::faults::{self, Table};

pub(crate) struct ExplainImageFamily;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_family: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    image_family: String,
    /// The head; empty without one.
    image_id: String,
    /// The change that made it so; 0 where the family never had a head.
    revision: u64,
    candidates: Candidates,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Candidates {
    candidate: Vec<CandidateView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct CandidateView {
    image_id: String,
    image_name: String,
    status: &'static str,
    creation_time: String,
    sequence: u64,
    verdict: &'static str,
    reason: String,
    /// Only where the owner guard audits and does not trust the owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_trusted: Option<bool>,
}

impl Action for ExplainImageFamily {
    const NAME: &'static str = "ExplainImageFamily";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let is_of_others = call.app.config.resolve_shared_families && input.image_family.starts_with("acs:");
        let (explained, revision) = if is_of_others {
            (of_others(call, &catalogue, &input.image_family).await?, 0)
        } else {
            own(call, catalogue, family_name(&input.image_family)?).await?
        };
        let candidates: Vec<Candidate> =
            explained.iter().map(|explained| explained.candidate.clone()).collect();
        let resolution = family::resolve(&candidates);
        let head = resolution.head;
        let views = resolution.verdicts.iter().zip(explained);
        let views = views.map(|((_, verdict), explained)| view(explained, *verdict, head)).collect();
        Ok(Output {
            region_id: input.region_id,
            image_family: input.image_family,
            image_id: head.map(|head| head.image_id.to_string()).unwrap_or_default(),
            revision,
            candidates: Candidates { candidate: views },
        })
    }
}

/// A candidate, and what is told of it beside the verdict.
struct Explained {
    candidate: Candidate,
    image_name: String,
    is_doubted: bool,
}

/// The candidates of a family of the caller's own, the newest first, and the last change of its head.
async fn own(call: &Call, catalogue: Catalogue, family: FamilyName) -> Result<(Vec<Explained>, u64), Fault> {
    let read = call.read(move |read| {
        let mut candidates = read.candidates(&catalogue, &family)?;
        candidates.sort_by_key(|candidate| std::cmp::Reverse((candidate.created_at, candidate.sequence)));
        let explained = candidates.into_iter().map(|candidate| {
            let image = read.image(&catalogue, &candidate.image_id)?;
            let image_name = image.map(|image| image.name.as_str().to_owned()).unwrap_or_default();
            Ok(Explained { candidate, image_name, is_doubted: false })
        });
        let explained = explained.collect::<Result<_, StoreError>>()?;
        let change = read.head_as_of(&catalogue, &family, AsOf::Revision(u64::MAX))?;
        Ok((explained, change.map_or(0, |change| change.revision)))
    });
    read.await
}

/// The images that the caller sees of a family of others, the newest first: its owner's log is its owner's.
async fn of_others(call: &Call, caller: &Catalogue, family: &str) -> Result<Vec<Explained>, Fault> {
    let images = others::images(call, caller, family, Vec::new()).await?;
    let explained = |owned: OwnedImage| Explained {
        candidate: owned.image.candidate(),
        image_name: owned.image.name.as_str().to_owned(),
        is_doubted: owned.is_doubted,
    };
    Ok(images.into_iter().map(explained).collect())
}

/// The name of a family of the caller's own.
pub(super) fn family_name(text: &str) -> Result<FamilyName, Fault> {
    FamilyName::parse(text).map_err(|refusal| faults::refused(refusal, Table::General))
}

fn view(explained: Explained, verdict: Verdict, head: Option<&Candidate>) -> CandidateView {
    let Explained { candidate, image_name, is_doubted } = explained;
    let (verdict, reason) = match verdict {
        Verdict::Head => {
            ("Head", "It is Available, and no Available image of the family is newer.".to_owned())
        }
        Verdict::Older => {
            let newer = head.map(|head| head.image_id.to_string()).unwrap_or_default();
            ("Older", format!("It is Available, but {newer} is newer."))
        }
        Verdict::NotAvailable(status) => {
            ("NotAvailable", format!("It is {}; only an Available image can be the head.", status.as_str()))
        }
    };
    CandidateView {
        image_id: candidate.image_id.to_string(),
        image_name,
        status: candidate.status.as_str(),
        creation_time: instant(candidate.created_at),
        sequence: candidate.sequence,
        verdict,
        reason,
        owner_trusted: is_doubted.then_some(false),
    }
}
