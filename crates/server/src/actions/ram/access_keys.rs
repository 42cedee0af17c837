//! Access keys of users; where none is named, of whoever calls: a user, or the account itself.

use imagekin_access::{AccessKey, AccessKeyId, AccountId, EntityId, Identity, KeyStatus};
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{KeyDescription, Read, User};
use serde::{Deserialize, Serialize};

use super::entities::existing;
use super::{Nothing, date, or_refused};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;
use crate::random::new_access_key;

/// Most keys of a user: one in use, and the next.
const KEYS_PER_USER_MAX: usize = 2;
const OF_USER: &[Resource] = &[Resource::UserOrCaller];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct KeyView {
    access_key_id: String,
    status: &'static str,
    create_date: String,
}

impl From<KeyDescription> for KeyView {
    fn from(key: KeyDescription) -> Self {
        Self {
            access_key_id: key.id.to_string(),
            status: key.status.as_str(),
            create_date: date(key.created_at),
        }
    }
}

/// Whose keys a call is about.
enum Owner {
    Named(String),
    /// The caller; `None`: the account itself.
    Caller(Option<EntityId>),
}

impl Owner {
    /// Without a name it is never anybody else: a user who may make keys is not to make one of the account.
    fn of(call: &Call, user_name: Option<String>) -> Result<Self, Fault> {
        match (user_name, &call.caller.identity) {
            (Some(name), _) => Ok(Self::Named(name)),
            (None, Identity::Account) => Ok(Self::Caller(None)),
            (None, Identity::User { id, .. }) => Ok(Self::Caller(Some(id.clone()))),
            (None, Identity::AssumedRole { .. }) => Err(Fault::with(&codes::MISSING_PARAMETER, "UserName")),
        }
    }

    fn id(self, read: &Read<'_>, account: AccountId) -> Result<Option<EntityId>, AccessHalt> {
        match self {
            Self::Caller(user) => Ok(user),
            Self::Named(name) => Ok(Some(existing::<User>(read, account, &name)?.id)),
        }
    }
}

pub(crate) struct CreateAccessKey;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct OfUser {
    user_name: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateOutput {
    access_key: NewKeyView,
}

/// The only answer that tells a secret, once.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct NewKeyView {
    access_key_id: String,
    access_key_secret: String,
    status: &'static str,
    create_date: String,
}

impl Action for CreateAccessKey {
    const NAME: &'static str = "CreateAccessKey";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = OF_USER;
    type Input = OfUser;
    type Output = CreateOutput;

    async fn run(call: &Call, input: OfUser) -> Result<CreateOutput, Fault> {
        let (account, now) = (call.caller.account, call.now);
        let (id, secret) = new_access_key(&*call.app.random);
        let owner = Owner::of(call, input.user_name)?;
        let made = call.write_access_telling(move |write, made| {
            let user = owner.id(write, account)?;
            if write.access_keys(account, user.as_ref())?.len() >= KEYS_PER_USER_MAX {
                return Err(Fault::new(&codes::ACCESS_KEYS_EXCEED).into());
            }
            let key = AccessKey { account, user, id, secret, status: KeyStatus::Active };
            write.put_access_key(&key)?;
            made.element("AccessKeyId", key.id.as_str());
            Ok(key)
        });
        let key = made.await?;
        let access_key = NewKeyView {
            access_key_id: key.id.to_string(),
            access_key_secret: key.secret.expose().to_owned(),
            status: key.status.as_str(),
            create_date: date(now),
        };
        Ok(CreateOutput { access_key })
    }
}

pub(crate) struct ListAccessKeys;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    access_keys: AccessKeys,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AccessKeys {
    access_key: Vec<KeyView>,
}

async fn keys(call: &Call, user_name: Option<String>) -> Result<Vec<KeyDescription>, Fault> {
    let (account, owner) = (call.caller.account, Owner::of(call, user_name)?);
    call.read_access(move |read| {
        let user = owner.id(read, account)?;
        Ok(read.access_keys(account, user.as_ref())?)
    })
    .await
}

impl Action for ListAccessKeys {
    const NAME: &'static str = "ListAccessKeys";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = OF_USER;
    type Input = OfUser;
    type Output = ListOutput;

    async fn run(call: &Call, input: OfUser) -> Result<ListOutput, Fault> {
        let keys = keys(call, input.user_name).await?;
        let access_key = keys.into_iter().map(KeyView::from).collect();
        Ok(ListOutput { access_keys: AccessKeys { access_key } })
    }
}

/// A key, and whose it is.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct OneKey {
    user_name: Option<String>,
    user_access_key_id: String,
}

fn key_id(text: &str) -> Result<AccessKeyId, Fault> {
    AccessKeyId::parse(text).ok_or(Fault::new(&codes::USER_ACCESS_KEY_NOT_FOUND))
}

pub(crate) struct UpdateAccessKey;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UpdateInput {
    user_name: Option<String>,
    user_access_key_id: String,
    status: String,
}

impl Action for UpdateAccessKey {
    const NAME: &'static str = "UpdateAccessKey";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = OF_USER;
    type Input = UpdateInput;
    type Output = Nothing;

    async fn run(call: &Call, input: UpdateInput) -> Result<Nothing, Fault> {
        let status = KeyStatus::parse(&input.status);
        let status = status.ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "Status"))?;
        let id = key_id(&input.user_access_key_id)?;
        let owner = Owner::of(call, input.user_name)?;
        let changed = call.write_access(move |write| {
            let user = owner.id(write, write.account())?;
            or_refused(write.set_key_status(user.as_ref(), &id, status)?, &codes::USER_ACCESS_KEY_NOT_FOUND)
        });
        changed.await
    }
}

pub(crate) struct DeleteAccessKey;

impl Action for DeleteAccessKey {
    const NAME: &'static str = "DeleteAccessKey";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = OF_USER;
    type Input = OneKey;
    type Output = Nothing;

    async fn run(call: &Call, input: OneKey) -> Result<Nothing, Fault> {
        let id = key_id(&input.user_access_key_id)?;
        let owner = Owner::of(call, input.user_name)?;
        let deleted = call.write_access(move |write| {
            let user = owner.id(write, write.account())?;
            or_refused(write.delete_access_key(user.as_ref(), &id)?, &codes::USER_ACCESS_KEY_NOT_FOUND)
        });
        deleted.await
    }
}

pub(crate) struct GetAccessKeyLastUsed;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct LastUsedOutput {
    access_key_last_used: LastUsedView,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct LastUsedView {
    /// Empty if it was never used.
    last_used_date: String,
}

impl Action for GetAccessKeyLastUsed {
    const NAME: &'static str = "GetAccessKeyLastUsed";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = OF_USER;
    type Input = OneKey;
    type Output = LastUsedOutput;

    async fn run(call: &Call, input: OneKey) -> Result<LastUsedOutput, Fault> {
        let id = key_id(&input.user_access_key_id)?;
        let key = keys(call, input.user_name).await?.into_iter().find(|key| key.id == id);
        let key = key.ok_or(Fault::new(&codes::USER_ACCESS_KEY_NOT_FOUND))?;
        let last_used_date = key.last_used_at.map(date).unwrap_or_default();
        Ok(LastUsedOutput { access_key_last_used: LastUsedView { last_used_date } })
    }
}
