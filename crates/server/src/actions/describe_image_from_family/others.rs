//! Families of others, `acs:<uid>:<family>` and `acs:<family>`: resolved where the setting allows it, else empty.

use imagekin_access::AccountId;
use imagekin_catalog::{Candidate, Status, family};
use imagekin_rpc::Fault;
use imagekin_store::{Catalogue, ImageFilter, ImageScope, OwnedImage};

use crate::call::Call;

/// Most images of a family of another account.
const CANDIDATES_MAX: u64 = 10_000;

/// The newest usable image that the caller sees of a family of another account or of the system's.
///
/// The vendor's pages differ on whether such families are resolved; empty is what the page of this call says
/// (docs/decisions.md).
pub(super) async fn head(call: &Call, caller: &Catalogue, asked: &str) -> Result<Option<OwnedImage>, Fault> {
    if !call.app.config.resolve_shared_families {
        return Ok(None);
    }
    let images = images(call, caller, asked, vec![Status::Available]).await?;
    let candidates: Vec<Candidate> = images.iter().map(|owned| owned.image.candidate()).collect();
    let head = family::resolve(&candidates).head.map(|head| head.image_id.clone());
    Ok(images.into_iter().find(|owned| Some(&owned.image.id) == head.as_ref()))
}

/// The images of these statuses that the caller sees of such a family: where its owner guard is enforced, those of owners that
/// it trusts.
pub(in crate::actions) async fn images(
    call: &Call,
    caller: &Catalogue,
    asked: &str,
    statuses: Vec<Status>,
) -> Result<Vec<OwnedImage>, Fault> {
    let qualified = asked.strip_prefix("acs:").unwrap_or(asked);
    let of_account = |(uid, family)| Some((AccountId::parse(uid)?, family));
    let (scope, family) = match qualified.split_once(':').and_then(of_account) {
        Some((owner, family)) => {
            let own = owner == caller.account;
            (ImageScope { own, shared: true, owner: Some(owner), ..ImageScope::default() }, family)
        }
        None => (ImageScope { system: true, ..ImageScope::default() }, qualified),
    };
    let family = Some(family.to_owned());
    let filter = ImageFilter { scope, family, statuses, ..ImageFilter::default() };
    let caller = caller.clone();
    let page = call.look_up(move |read| read.images(&caller, &filter, 0, CANDIDATES_MAX)).await?;
    Ok(page.images)
}
