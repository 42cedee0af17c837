//! Whose images DescribeImages is asked for.

use imagekin_access::AccountId;
use imagekin_rpc::{Fault, codes};
use imagekin_store::ImageScope;

use super::Input;

/// Whose images, and of which family as their owner names it.
///
/// Without ImageOwnerAlias: the caller's own, those shared with it and the system's. Public images of other accounts
/// are shown where they are asked for, by IsPublic or by their ids.
pub(super) fn of(caller: AccountId, input: &Input) -> Result<(ImageScope, Option<String>), Fault> {
    let alias = input.image_owner_alias.as_deref();
    if !matches!(alias, None | Some("system" | "self" | "others" | "marketplace")) {
        return Err(Fault::new(&codes::OWNER_ALIAS_UNSUPPORTED));
    }
    if input.is_public == Some(true) && alias != Some("others") {
        return Err(Fault::new(&codes::PUBLIC_IMAGE_UNSUPPORTED));
    }
    if input.image_owner_id.is_some() && matches!(alias, Some("system" | "self" | "marketplace")) {
        return Err(Fault::new(&codes::OWNER_ID_UNSUPPORTED));
    }
    let asks = |whose: &str| alias.is_none_or(|alias| alias == whose);
    let mut scope = ImageScope {
        own: asks("self"),
        shared: asks("others") && input.is_public != Some(true),
        public: asks("others") && (input.is_public == Some(true) || input.image_id.is_some()),
        system: asks("system"),
        owner: None,
    };
    if let Some(owner) = input.image_owner_id {
        of_owner(&mut scope, caller, owner);
    }
    // In this order: the family narrows the scope.
    let family = family(&mut scope, caller, input.image_family.as_deref());
    Ok((scope, family))
}

/// Only the images of one account.
fn of_owner(scope: &mut ImageScope, caller: AccountId, owner: u64) {
    let owner = AccountId::from_u64(owner);
    scope.own &= owner == Some(caller);
    scope.system = false;
    scope.shared &= owner.is_some();
    scope.public &= owner.is_some();
    scope.owner = owner;
}

/// Only the images of one family: `acs:<uid>:<family>` is another account's, `acs:<family>` the system's, and a plain
/// name the caller's own.
fn family(scope: &mut ImageScope, caller: AccountId, asked: Option<&str>) -> Option<String> {
    let asked = asked?;
    let Some(qualified) = asked.strip_prefix("acs:") else {
        *scope = ImageScope { own: scope.own, ..ImageScope::default() };
        return Some(asked.to_owned());
    };
    match qualified.split_once(':') {
        Some((owner, family)) if AccountId::parse(owner).is_some() => {
            let owner = AccountId::parse(owner).map_or(0, AccountId::as_u64);
            of_owner(scope, caller, owner);
            Some(family.to_owned())
        }
        _ => {
            *scope = ImageScope { system: scope.system, ..ImageScope::default() };
            Some(qualified.to_owned())
        }
    }
}
