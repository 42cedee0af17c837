//! What is told of the use of an image whose owner an account does not trust, where its owner guard audits.

use imagekin_access::AccountId;
use imagekin_store::OwnedImage;

/// Tells that `account` has used an image that its owner guard would refuse if it were enforced; of all others it tells
/// nothing. The one place for it: what keeps records of such uses is called from here.
pub(crate) fn tell(used: &OwnedImage, account: AccountId, action: &str, request_id: &str) {
    if used.is_doubted {
        tracing::warn!(
            request_id,
            action,
            account.id = %account,
            owner.id = %used.owner,
            image.id = %used.image.id,
            "An image of an owner that is not trusted is used; the owner guard, if it were enforced, would refuse it"
        );
    }
}
