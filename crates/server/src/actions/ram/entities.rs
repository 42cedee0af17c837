//! What users, groups and roles have alike: one must be there, another must not be there yet, and all come in pages.

use imagekin_access::AccountId;
use imagekin_rpc::{Code, Fault, codes};
use imagekin_store::{AccessWrite, Entity, EntityType, Read};

use super::PageInput;
use crate::call::Call;
use crate::faults::AccessHalt;

/// What is said of one that is not there, is there already, or is one too many.
const fn words(entity_type: EntityType) -> [&'static Code; 3] {
    match entity_type {
        EntityType::User => [&codes::USER_NOT_FOUND, &codes::USER_EXISTS, &codes::USERS_EXCEED],
        EntityType::Group => [&codes::GROUP_NOT_FOUND, &codes::GROUP_EXISTS, &codes::GROUPS_EXCEED],
        EntityType::Role => [&codes::ROLE_NOT_FOUND, &codes::ROLE_EXISTS, &codes::ROLES_EXCEED],
    }
}

/// The one of this name, which must be there.
pub(super) fn existing<E: Entity>(read: &Read<'_>, account: AccountId, name: &str) -> Result<E, AccessHalt> {
    let [not_found, ..] = words(E::TYPE);
    Ok(read.entity_named(account, name)?.ok_or(Fault::new(not_found))?)
}

/// Is the name free?
pub(super) fn admit_name<E: Entity>(write: &AccessWrite<'_>, name: &str) -> Result<(), AccessHalt> {
    let [_, exists, _] = words(E::TYPE);
    let there: Option<E> = write.entity_named(write.account(), name)?;
    if there.is_some() { Err(Fault::new(exists).into()) } else { Ok(()) }
}

/// May there be one more, of at most `most`, of this name?
pub(super) fn admit_new<E: Entity>(write: &AccessWrite<'_>, new: &E, most: u64) -> Result<(), AccessHalt> {
    admit_name::<E>(write, new.name())?;
    let [.., exceed] = words(E::TYPE);
    let count = write.entity_count(write.account(), E::TYPE)?;
    if count >= most { Err(Fault::new(exceed).into()) } else { Ok(()) }
}

/// A page of the caller's, and the marker of the next one.
pub(super) async fn page<E: Entity>(
    call: &Call,
    input: &PageInput,
) -> Result<(Vec<E>, Option<String>), Fault> {
    let (account, (after, limit)) = (call.caller.account, input.read()?);
    let mut found: Vec<E> = call.read(move |read| read.entities(account, &after, limit)).await?;
    let marker = input.cut(&mut found, E::name);
    Ok((found, marker))
}
