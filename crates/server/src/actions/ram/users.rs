//! RAM users.

use imagekin_access::EntityId;
use imagekin_rpc::input::Clearable;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{EntityType, User};
use serde::{Deserialize, Serialize};

use super::entities::{admit_name, admit_new, existing, page};
use super::names::{self, USER_NAME};
use super::{Nothing, PageInput, date, given};
use crate::actions::{Action, Resource};
use crate::call::Call;

const ONE: &[Resource] = &[Resource::Of("user", "UserName")];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UserView {
    user_id: String,
    user_name: String,
    display_name: String,
    mobile_phone: String,
    email: String,
    comments: String,
    create_date: String,
    update_date: String,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            user_id: user.id.to_string(),
            user_name: user.name,
            display_name: user.display_name,
            mobile_phone: user.mobile_phone,
            email: user.email,
            comments: user.comments,
            create_date: date(user.created_at),
            update_date: date(user.updated_at),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    user: UserView,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Named {
    pub(super) user_name: String,
}

pub(crate) struct CreateUser;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateInput {
    user_name: String,
    display_name: Option<String>,
    mobile_phone: Option<String>,
    email: Option<String>,
    comments: Option<String>,
}

impl Action for CreateUser {
    const NAME: &'static str = "CreateUser";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("user")];
    type Input = CreateInput;
    type Output = Output;

    async fn run(call: &Call, input: CreateInput) -> Result<Output, Fault> {
        names::admit(&USER_NAME, &input.user_name)?;
        let user = User {
            id: EntityId::generate(call.random_bits()),
            display_name: names::display_name(input.display_name)?.unwrap_or_default(),
            name: input.user_name,
            comments: names::comments(input.comments)?.unwrap_or_default(),
            mobile_phone: names::comments(input.mobile_phone)?.unwrap_or_default(),
            email: names::comments(input.email)?.unwrap_or_default(),
            created_at: call.now,
            updated_at: call.now,
        };
        let most = call.app.config.quotas.users_max;
        let made = call.write_access_telling(move |write, made| {
            admit_new(write, &user, most)?;
            write.put_user(&user)?;
            made.element("UserId", user.id.as_str());
            Ok(user)
        });
        Ok(Output { user: made.await?.into() })
    }
}

pub(crate) struct GetUser;

impl Action for GetUser {
    const NAME: &'static str = "GetUser";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Output;

    async fn run(call: &Call, input: Named) -> Result<Output, Fault> {
        let account = call.caller.account;
        let user: User = call.read_access(move |read| existing(read, account, &input.user_name)).await?;
        Ok(Output { user: user.into() })
    }
}

pub(crate) struct UpdateUser;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UpdateInput {
    user_name: String,
    new_user_name: Option<String>,
    #[serde(default)]
    new_display_name: Clearable,
    #[serde(default)]
    new_mobile_phone: Clearable,
    #[serde(default)]
    new_email: Clearable,
    #[serde(default)]
    new_comments: Clearable,
}

impl Action for UpdateUser {
    const NAME: &'static str = "UpdateUser";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] =
        &[Resource::Of("user", "UserName"), Resource::Given("user", "NewUserName")];
    type Input = UpdateInput;
    type Output = Output;

    async fn run(call: &Call, input: UpdateInput) -> Result<Output, Fault> {
        if let Some(name) = &input.new_user_name {
            names::admit(&USER_NAME, name)?;
        }
        let display_name = names::display_name(given(input.new_display_name))?;
        let comments = names::comments(given(input.new_comments))?;
        let mobile_phone = names::comments(given(input.new_mobile_phone))?;
        let email = names::comments(given(input.new_email))?;
        let now = call.now;
        let changed = call.write_access(move |write| {
            let user: User = existing(write, write.account(), &input.user_name)?;
            let name = input.new_user_name.unwrap_or(user.name.clone());
            if name != user.name {
                admit_name::<User>(write, &name)?;
            }
            let user = User {
                name,
                display_name: display_name.unwrap_or(user.display_name),
                comments: comments.unwrap_or(user.comments),
                mobile_phone: mobile_phone.unwrap_or(user.mobile_phone),
                email: email.unwrap_or(user.email),
                updated_at: now,
                ..user
            };
            write.put_user(&user)?;
            Ok(user)
        });
        Ok(Output { user: changed.await?.into() })
    }
}

pub(crate) struct DeleteUser;

impl Action for DeleteUser {
    const NAME: &'static str = "DeleteUser";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Nothing;

    async fn run(call: &Call, input: Named) -> Result<Nothing, Fault> {
        let deleted = call.write_access(move |write| {
            let account = write.account();
            let user: User = existing(write, account, &input.user_name)?;
            let conflict = if !write.access_keys(account, Some(&user.id))?.is_empty() {
                Some(&codes::USER_HAS_ACCESS_KEY)
            } else if !write.groups_of(account, &user.id)?.is_empty() {
                Some(&codes::USER_HAS_GROUP)
            } else if !write.attachments_of(account, EntityType::User, &user.id)?.is_empty() {
                Some(&codes::USER_HAS_POLICY)
            } else {
                None
            };
            conflict.map_or(Ok(()), |code| Err(Fault::new(code)))?;
            Ok(write.delete_entity(&user)?)
        });
        deleted.await?;
        Ok(Nothing {})
    }
}

pub(crate) struct ListUsers;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    is_truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    users: Users,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Users {
    pub(super) user: Vec<UserView>,
}

impl Action for ListUsers {
    const NAME: &'static str = "ListUsers";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("user")];
    type Input = PageInput;
    type Output = ListOutput;

    async fn run(call: &Call, input: PageInput) -> Result<ListOutput, Fault> {
        let (users, marker) = page::<User>(call, &input).await?;
        let users = Users { user: users.into_iter().map(UserView::from).collect() };
        Ok(ListOutput { is_truncated: marker.is_some(), marker, users })
    }
}
