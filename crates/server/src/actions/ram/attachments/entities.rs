//! ListEntitiesForPolicy: whom a policy is attached to.

use imagekin_access::AccountId;
use imagekin_rpc::{Fault, Service, codes};
use imagekin_store::{EntityType, Group, Read, Role, User};
use serde::{Deserialize, Serialize};

use super::super::date;
use super::super::policies::{is_there, policy_type};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;

pub(crate) struct ListEntitiesForPolicy;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    policy_type: String,
    policy_name: String,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    groups: Groups,
    users: Users,
    roles: Roles,
}

#[derive(Default, Serialize)]
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

#[derive(Default, Serialize)]
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

#[derive(Default, Serialize)]
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
            let mut output = Output::default();
            for attachment in read.attachments_to(account, policy_type, &input.policy_name)? {
                let Some(name) = read.entity_name(account, attachment.entity_type, &attachment.entity_id)?
                else {
                    continue;
                };
                let attach_date = date(attachment.attached_at);
                output.add(read, account, attachment.entity_type, &name, attach_date)?;
            }
            Ok(output)
        })
        .await
    }
}

impl Output {
    fn add(
        &mut self,
        read: &Read<'_>,
        account: AccountId,
        entity_type: EntityType,
        name: &str,
        attach_date: String,
    ) -> Result<(), AccessHalt> {
        match entity_type {
            EntityType::User => {
                let view = |user: User| UserView {
                    user_id: user.id.to_string(),
                    user_name: user.name,
                    display_name: user.display_name,
                    attach_date,
                };
                self.users.user.extend(read.user_named(account, name)?.map(view));
            }
            EntityType::Group => {
                let view = |group: Group| GroupView {
                    group_name: group.name,
                    comments: group.comments,
                    attach_date,
                };
                self.groups.group.extend(read.group_named(account, name)?.map(view));
            }
            EntityType::Role => {
                let view = |role: Role| RoleView {
                    role_id: role.id.to_string(),
                    arn: format!("acs:ram::{account}:role/{}", role.name),
                    role_name: role.name,
                    description: role.description,
                    attach_date,
                };
                self.roles.role.extend(read.role_named(account, name)?.map(view));
            }
        }
        Ok(())
    }
}
