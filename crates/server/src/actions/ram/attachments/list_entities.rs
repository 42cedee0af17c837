//! ListEntitiesForPolicy: whom a policy is attached to.

use imagekin_access::AccountId;
use imagekin_catalog::Timestamp;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{Group, Role, User};
use serde::{Deserialize, Serialize};

use super::super::date;
use super::super::policies::{is_there, policy_type};
use crate::actions::{Action, Resource};
use crate::call::Call;

pub(crate) struct ListEntitiesForPolicy;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    policy_type: String,
    policy_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    groups: Groups,
    users: Users,
    roles: Roles,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Groups {
    group: Vec<GroupView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct GroupView {
    group_name: String,
    comments: String,
    attach_date: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Users {
    user: Vec<UserView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct UserView {
    user_id: String,
    user_name: String,
    display_name: String,
    attach_date: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Roles {
    role: Vec<RoleView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RoleView {
    role_id: String,
    role_name: String,
    arn: String,
    description: String,
    attach_date: String,
}

impl Action for ListEntitiesForPolicy {
    const NAME: &'static str = "ListEntitiesForPolicy";
    const SERVICE: Service = Service::Ram;
    const RESOURCES: &'static [Resource] = &[Resource::Policy];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let (account, policy_type) = (call.caller.account, policy_type(&input.policy_type)?);
        call.read_access(move |read| {
            if !is_there(read, account, policy_type, &input.policy_name)? {
                return Err(Fault::new(&codes::POLICY_NOT_FOUND).into());
            }
            let (kind, name) = (policy_type, input.policy_name.as_str());
            let groups = read.entities_with_policy(account, kind, name)?.into_iter().map(GroupView::of);
            let users = read.entities_with_policy(account, kind, name)?.into_iter().map(UserView::of);
            let roles = read.entities_with_policy(account, kind, name)?;
            let roles = roles.into_iter().map(|(role, since)| RoleView::of(account, role, since));
            Ok(Output {
                groups: Groups { group: groups.collect() },
                users: Users { user: users.collect() },
                roles: Roles { role: roles.collect() },
            })
        })
        .await
    }
}

impl GroupView {
    fn of((group, since): (Group, Timestamp)) -> Self {
        Self { group_name: group.name, comments: group.comments, attach_date: date(since) }
    }
}

impl UserView {
    fn of((user, since): (User, Timestamp)) -> Self {
        let User { id, name, display_name, .. } = user;
        Self { user_id: id.to_string(), user_name: name, display_name, attach_date: date(since) }
    }
}

impl RoleView {
    fn of(account: AccountId, role: Role, since: Timestamp) -> Self {
        Self {
            role_id: role.id.to_string(),
            arn: format!("acs:ram::{account}:role/{}", role.name),
            role_name: role.name,
            description: role.description,
            attach_date: date(since),
        }
    }
}
