//! Shares: which other accounts see an image.

use crate::refusal::ShareRefusal;
use crate::{Image, Status};

/// Most accounts that one image is shared with (ModifyImageSharePermission: `QuotaExceed.ShareImageUser`).
pub const SHARED_ACCOUNTS_MAX: u32 = 50;
/// Most accounts that one call adds or removes; further ones are ignored, as the page says.
pub const ACCOUNTS_OF_A_CALL_MAX: usize = 10;

/// What ModifyImageSharePermission is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareChange {
    /// Accounts are added.
    pub adds: bool,
    /// Accounts are removed.
    pub removes: bool,
    /// The image is made public, or private again.
    pub publish: Option<bool>,
}

impl Image {
    /// May the shares of the image be changed so? With nothing to change, it always may: Packer calls so.
    ///
    /// # Errors
    /// [`ShareRefusal`]: what a public or a Deprecated image does not allow, and what one call cannot ask at once.
    pub fn admit_share(&self, change: ShareChange) -> Result<(), ShareRefusal> {
        let ShareChange { adds, removes, publish } = change;
        if publish == Some(true) && (adds || removes) {
            return Err(ShareRefusal::PublicAndAccounts);
        }
        if (adds || publish == Some(true)) && self.status == Status::Deprecated {
            return Err(ShareRefusal::Deprecated);
        }
        match publish {
            Some(true) if self.is_public => Err(ShareRefusal::IsPublic),
            Some(false) if !self.is_public && !adds && !removes => Err(ShareRefusal::IsNotPublic),
            _ if adds && self.is_public && publish != Some(false) => Err(ShareRefusal::IsPublic),
            _ => Ok(()),
        }
    }
}

/// How many accounts see an image that `shared` see and `added` new ones are to see.
///
/// # Errors
/// [`ShareRefusal::TooManyAccounts`].
pub fn admit_accounts(shared: u32, added: u32) -> Result<u32, ShareRefusal> {
    let after = shared.saturating_add(added);
    if after > SHARED_ACCOUNTS_MAX { Err(ShareRefusal::TooManyAccounts) } else { Ok(after) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fiftieth_account_is_the_last() {
        assert_eq!(admit_accounts(40, 10), Ok(50));
        assert_eq!(admit_accounts(41, 10), Err(ShareRefusal::TooManyAccounts));
    }
}
