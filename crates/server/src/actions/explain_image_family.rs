//! ExplainImageFamily (ours): what a family resolves to, and of each of its images why it is, or is not, the head.

use imagekin_catalog::{Candidate, FamilyName, Verdict, family};
use imagekin_rpc::Fault;
use imagekin_store::AsOf;
use serde::{Deserialize, Serialize};

use super::describe_image_family_history::instant;
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
}

impl Action for ExplainImageFamily {
    const NAME: &'static str = "ExplainImageFamily";
    const RESOURCES: &'static [Resource] = &[Resource::Any];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let family = family_name(&input.image_family)?;
        let (candidates, names, change) = call
            .read(move |read| {
                let mut candidates = read.candidates(&catalogue, &family)?;
                candidates
                    .sort_by_key(|candidate| std::cmp::Reverse((candidate.created_at, candidate.sequence)));
                let mut names = Vec::with_capacity(candidates.len());
                for candidate in &candidates {
                    let image = read.image(&catalogue, &candidate.image_id)?;
                    names.push(image.map(|image| image.name.as_str().to_owned()).unwrap_or_default());
                }
                Ok((candidates, names, read.head_as_of(&catalogue, &family, AsOf::Revision(u64::MAX))?))
            })
            .await?;
        let resolution = family::resolve(&candidates);
        let head = resolution.head;
        let views = resolution.verdicts.into_iter().zip(names);
        let views = views.map(|((candidate, verdict), name)| view(candidate, verdict, head, name)).collect();
        Ok(Output {
            region_id: input.region_id,
            image_family: input.image_family,
            image_id: head.map(|head| head.image_id.to_string()).unwrap_or_default(),
            revision: change.map_or(0, |change| change.revision),
            candidates: Candidates { candidate: views },
        })
    }
}

/// The name of a family of the caller's own.
pub(super) fn family_name(text: &str) -> Result<FamilyName, Fault> {
    FamilyName::parse(text).map_err(|refusal| faults::refused(refusal, Table::General))
}

fn view(
    candidate: &Candidate,
    verdict: Verdict,
    head: Option<&Candidate>,
    image_name: String,
) -> CandidateView {
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
    }
}
