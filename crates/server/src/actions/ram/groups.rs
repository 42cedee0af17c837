//! Groups of users.

use imagekin_access::{AccountId, EntityId};
use imagekin_rpc::input::Clearable;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{EntityType, Group, Read, User};
use serde::{Deserialize, Serialize};

use super::entities::{admit_name, admit_new, existing, page};
use super::names::{self, GROUP_NAME};
use super::{Nothing, PageInput, date, given, or_refused, users};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;

/// Most groups that a user is in.
const GROUPS_OF_USER_MAX: usize = 10;
const ONE: &[Resource] = &[Resource::Of("group", "GroupName")];
const ONE_AND_USER: &[Resource] = &[Resource::Of("group", "GroupName"), Resource::Of("user", "UserName")];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GroupView {
    group_id: String,
    group_name: String,
    comments: String,
    create_date: String,
    update_date: String,
}

impl From<Group> for GroupView {
    fn from(group: Group) -> Self {
        Self {
            group_id: group.id.to_string(),
            group_name: group.name,
            comments: group.comments,
            create_date: date(group.created_at),
            update_date: date(group.updated_at),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    group: GroupView,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Named {
    pub(super) group_name: String,
}

pub(crate) struct CreateGroup;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct CreateInput {
    group_name: String,
    comments: Option<String>,
}

impl Action for CreateGroup {
    const NAME: &'static str = "CreateGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("group")];
    type Input = CreateInput;
    type Output = Output;

    async fn run(call: &Call, input: CreateInput) -> Result<Output, Fault> {
        names::admit(&GROUP_NAME, &input.group_name)?;
        let group = Group {
            id: EntityId::generate(call.random_bits()),
            name: input.group_name,
            comments: names::comments(input.comments)?.unwrap_or_default(),
            created_at: call.now,
            updated_at: call.now,
        };
        let most = call.app.config.quotas.groups_max;
        let made = call.write_access_telling(move |write, made| {
            admit_new(write, &group, most)?;
            write.put_group(&group)?;
            made.element("GroupId", group.id.as_str());
            Ok(group)
        });
        Ok(Output { group: made.await?.into() })
    }
}

pub(crate) struct GetGroup;

impl Action for GetGroup {
    const NAME: &'static str = "GetGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Output;

    async fn run(call: &Call, input: Named) -> Result<Output, Fault> {
        let account = call.caller.account;
        let group: Group = call.read_access(move |read| existing(read, account, &input.group_name)).await?;
        Ok(Output { group: group.into() })
    }
}

pub(crate) struct UpdateGroup;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UpdateInput {
    group_name: String,
    new_group_name: Option<String>,
    #[serde(default)]
    new_comments: Clearable,
}

impl Action for UpdateGroup {
    const NAME: &'static str = "UpdateGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] =
        &[Resource::Of("group", "GroupName"), Resource::Given("group", "NewGroupName")];
    type Input = UpdateInput;
    type Output = Output;

    async fn run(call: &Call, input: UpdateInput) -> Result<Output, Fault> {
        if let Some(name) = &input.new_group_name {
            names::admit(&GROUP_NAME, name)?;
        }
        let (comments, now) = (names::comments(given(input.new_comments))?, call.now);
        let changed = call.write_access(move |write| {
            let group: Group = existing(write, write.account(), &input.group_name)?;
            let name = input.new_group_name.unwrap_or(group.name.clone());
            if name != group.name {
                admit_name::<Group>(write, &name)?;
            }
            let comments = comments.unwrap_or(group.comments);
            let group = Group { name, comments, updated_at: now, ..group };
            write.put_group(&group)?;
            Ok(group)
        });
        Ok(Output { group: changed.await?.into() })
    }
}

pub(crate) struct DeleteGroup;

impl Action for DeleteGroup {
    const NAME: &'static str = "DeleteGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = Named;
    type Output = Nothing;

    async fn run(call: &Call, input: Named) -> Result<Nothing, Fault> {
        let deleted = call.write_access(move |write| {
            let account = write.account();
            let group: Group = existing(write, account, &input.group_name)?;
            if write.has_members(account, &group.id)? {
                return Err(Fault::new(&codes::GROUP_HAS_USER).into());
            }
            if !write.attachments_of(account, EntityType::Group, &group.id)?.is_empty() {
                return Err(Fault::new(&codes::GROUP_HAS_POLICY).into());
            }
            Ok(write.delete_entity(&group)?)
        });
        deleted.await?;
        Ok(Nothing {})
    }
}

pub(crate) struct ListGroups;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListOutput {
    is_truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    groups: Groups,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Groups {
    group: Vec<GroupView>,
}

impl Action for ListGroups {
    const NAME: &'static str = "ListGroups";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::All("group")];
    type Input = PageInput;
    type Output = ListOutput;

    async fn run(call: &Call, input: PageInput) -> Result<ListOutput, Fault> {
        let (groups, marker) = page::<Group>(call, &input).await?;
        let groups = Groups { group: groups.into_iter().map(GroupView::from).collect() };
        Ok(ListOutput { is_truncated: marker.is_some(), marker, groups })
    }
}

/// A user and a group.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Membership {
    user_name: String,
    group_name: String,
}

fn both(read: &Read<'_>, account: AccountId, input: &Membership) -> Result<(User, Group), AccessHalt> {
    Ok((existing(read, account, &input.user_name)?, existing(read, account, &input.group_name)?))
}

pub(crate) struct AddUserToGroup;

impl Action for AddUserToGroup {
    const NAME: &'static str = "AddUserToGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE_AND_USER;
    type Input = Membership;
    type Output = Nothing;

    async fn run(call: &Call, input: Membership) -> Result<Nothing, Fault> {
        let added = call.write_access(move |write| {
            let account = write.account();
            let (user, group) = both(write, account, &input)?;
            if write.groups_of(account, &user.id)?.len() >= GROUPS_OF_USER_MAX {
                return Err(Fault::new(&codes::GROUPS_OF_USER_EXCEED).into());
            }
            or_refused(write.add_member(&group.id, &user.id)?, &codes::USER_IN_GROUP)
        });
        added.await
    }
}

pub(crate) struct RemoveUserFromGroup;

impl Action for RemoveUserFromGroup {
    const NAME: &'static str = "RemoveUserFromGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE_AND_USER;
    type Input = Membership;
    type Output = Nothing;

    async fn run(call: &Call, input: Membership) -> Result<Nothing, Fault> {
        let removed = call.write_access(move |write| {
            let (user, group) = both(write, write.account(), &input)?;
            or_refused(write.remove_member(&group.id, &user.id)?, &codes::USER_NOT_IN_GROUP)
        });
        removed.await
    }
}

pub(crate) struct ListGroupsForUser;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GroupsOfUserOutput {
    groups: JoinedGroups,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JoinedGroups {
    group: Vec<JoinedGroupView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JoinedGroupView {
    group_id: String,
    group_name: String,
    comments: String,
    join_date: String,
}

impl Action for ListGroupsForUser {
    const NAME: &'static str = "ListGroupsForUser";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::Of("user", "UserName")];
    type Input = users::Named;
    type Output = GroupsOfUserOutput;

    async fn run(call: &Call, input: users::Named) -> Result<GroupsOfUserOutput, Fault> {
        let account = call.caller.account;
        let groups = call.read_access(move |read| {
            let user: User = existing(read, account, &input.user_name)?;
            Ok(read.groups_of(account, &user.id)?)
        });
        let view = |(group, joined)| {
            let Group { id, name, comments, .. } = group;
            JoinedGroupView { group_id: id.to_string(), group_name: name, comments, join_date: date(joined) }
        };
        let group = groups.await?.into_iter().map(view).collect();
        Ok(GroupsOfUserOutput { groups: JoinedGroups { group } })
    }
}

pub(crate) struct ListUsersForGroup;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct MembersInput {
    group_name: String,
    marker: Option<String>,
    max_items: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct MembersOutput {
    is_truncated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    marker: Option<String>,
    users: JoinedUsers,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JoinedUsers {
    user: Vec<JoinedUserView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JoinedUserView {
    user_name: String,
    display_name: String,
    join_date: String,
}

impl Action for ListUsersForGroup {
    const NAME: &'static str = "ListUsersForGroup";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = ONE;
    type Input = MembersInput;
    type Output = MembersOutput;

    async fn run(call: &Call, input: MembersInput) -> Result<MembersOutput, Fault> {
        let page = PageInput { marker: input.marker, max_items: input.max_items };
        let (account, (after, limit)) = (call.caller.account, page.read()?);
        let users = call.read_access(move |read| {
            let group: Group = existing(read, account, &input.group_name)?;
            Ok(read.members(account, &group.id, &after, limit)?)
        });
        let mut users = users.await?;
        let marker = page.cut(&mut users, |(user, _)| &user.name);
        let view = |(user, joined): (User, _)| JoinedUserView {
            user_name: user.name,
            display_name: user.display_name,
            join_date: date(joined),
        };
        let users = JoinedUsers { user: users.into_iter().map(view).collect() };
        Ok(MembersOutput { is_truncated: marker.is_some(), marker, users })
    }
}
