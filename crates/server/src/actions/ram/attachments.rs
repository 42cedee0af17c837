//! Policies and whom they are attached to: users, groups and roles.

use imagekin_access::{AccountId, EntityId, PolicyType, SystemPolicy};
use imagekin_rpc::{Code, Fault, Service, codes};
use imagekin_store::{AccessWrite, Attachment, EntityType, Group, Read, Role, User};
use serde::{Deserialize, Serialize};

use super::entities::existing;
use super::policies::{is_there, policy_type};
use super::{Nothing, date, groups, or_refused, roles, users};
use crate::actions::{Action, Resource};
use crate::call::Call;
use crate::faults::AccessHalt;

mod list_entities;
pub(crate) use list_entities::ListEntitiesForPolicy;

/// Most policies of the system's, and of the account's own, that one has.
const SYSTEM_POLICIES_MAX: usize = 20;
const CUSTOM_POLICIES_MAX: usize = 10;
const TO_USER: &[Resource] = &[Resource::Of("user", "UserName"), Resource::Policy];
const TO_GROUP: &[Resource] = &[Resource::Of("group", "GroupName"), Resource::Policy];
const TO_ROLE: &[Resource] = &[Resource::Of("role", "RoleName"), Resource::Policy];

/// What is said where a policy is attached already, is not attached, or is one too many.
struct Words {
    attached: &'static Code,
    not_attached: &'static Code,
    exceed: &'static Code,
}

fn words(entity_type: EntityType) -> Words {
    match entity_type {
        EntityType::User => Words {
            attached: &codes::USER_HAS_THE_POLICY,
            not_attached: &codes::USER_HAS_NOT_THE_POLICY,
            exceed: &codes::POLICIES_OF_USER_EXCEED,
        },
        EntityType::Group => Words {
            attached: &codes::GROUP_HAS_THE_POLICY,
            not_attached: &codes::GROUP_HAS_NOT_THE_POLICY,
            exceed: &codes::POLICIES_OF_GROUP_EXCEED,
        },
        EntityType::Role => Words {
            attached: &codes::ROLE_HAS_THE_POLICY,
            not_attached: &codes::ROLE_HAS_NOT_THE_POLICY,
            exceed: &codes::POLICIES_OF_ROLE_EXCEED,
        },
    }
}

/// The id of the user, group or role of this name, which must be there.
pub(super) fn entity(
    read: &Read<'_>,
    account: AccountId,
    entity_type: EntityType,
    name: &str,
) -> Result<EntityId, AccessHalt> {
    Ok(match entity_type {
        EntityType::User => existing::<User>(read, account, name)?.id,
        EntityType::Group => existing::<Group>(read, account, name)?.id,
        EntityType::Role => existing::<Role>(read, account, name)?.id,
    })
}

/// A policy, and the name of whom it is about.
struct Wish {
    entity_type: EntityType,
    entity_name: String,
    policy_type: String,
    policy_name: String,
}

/// The attachment that is meant, of what is there.
fn attachment(write: &AccessWrite<'_>, wish: Wish) -> Result<Attachment, AccessHalt> {
    let account = write.account();
    let entity_id = entity(write, account, wish.entity_type, &wish.entity_name)?;
    let policy_type = policy_type(&wish.policy_type)?;
    if !is_there(write, account, policy_type, &wish.policy_name)? {
        return Err(Fault::new(&codes::POLICY_NOT_FOUND).into());
    }
    Ok(Attachment {
        entity_type: wish.entity_type,
        entity_id,
        policy_type,
        policy_name: wish.policy_name,
        attached_at: write.now(),
    })
}

async fn attach(call: &Call, wish: Wish) -> Result<Nothing, Fault> {
    let attached = call.write_access(move |write| {
        let words = words(wish.entity_type);
        let attachment = attachment(write, wish)?;
        let (kind, id) = (attachment.entity_type, &attachment.entity_id);
        let there = write.attachments_of(write.account(), kind, id)?;
        let alike = there.iter().filter(|there| there.policy_type == attachment.policy_type);
        let most = match attachment.policy_type {
            PolicyType::System => SYSTEM_POLICIES_MAX,
            PolicyType::Custom => CUSTOM_POLICIES_MAX,
        };
        if alike.clone().any(|there| there.policy_name == attachment.policy_name) {
            return Err(Fault::new(words.attached).into());
        }
        if alike.count() >= most {
            return Err(Fault::new(words.exceed).into());
        }
        or_refused(write.attach(&attachment)?, words.attached)
    });
    attached.await
}

async fn detach(call: &Call, wish: Wish) -> Result<Nothing, Fault> {
    let not_attached = words(wish.entity_type).not_attached;
    let detached = call.write_access(move |write| {
        let attachment = attachment(write, wish)?;
        or_refused(write.detach(&attachment)?, not_attached)
    });
    detached.await
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PoliciesOutput {
    policies: Policies,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Policies {
    policy: Vec<AttachedPolicyView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AttachedPolicyView {
    policy_name: String,
    policy_type: &'static str,
    description: String,
    default_version: String,
    attach_date: String,
}

/// The policies that are attached to one, by itself.
async fn list(call: &Call, entity_type: EntityType, name: String) -> Result<PoliciesOutput, Fault> {
    let account = call.caller.account;
    let found = call.read_access(move |read| {
        let id = entity(read, account, entity_type, &name)?;
        let attachments = read.attachments_of(account, entity_type, &id)?;
        attachments.into_iter().map(|attachment| view(read, account, attachment)).collect()
    });
    Ok(PoliciesOutput { policies: Policies { policy: found.await? } })
}

fn view(
    read: &Read<'_>,
    account: AccountId,
    attachment: Attachment,
) -> Result<AttachedPolicyView, AccessHalt> {
    let Attachment { policy_type, policy_name, attached_at, .. } = attachment;
    let (description, default_version) = match policy_type {
        PolicyType::System => {
            let description = SystemPolicy::named(&policy_name).map_or("", |policy| policy.description);
            (description.to_owned(), 1)
        }
        PolicyType::Custom => read
            .policy(account, &policy_name)?
            .map_or((String::new(), 1), |policy| (policy.description, policy.default_version)),
    };
    Ok(AttachedPolicyView {
        policy_name,
        policy_type: policy_type.as_str(),
        description,
        default_version: format!("v{default_version}"),
        attach_date: date(attached_at),
    })
}

/// Declares what there is for users, groups and roles alike: an input, and the actions Attach, Detach and List.
macro_rules! actions_of {
    ($input:ident { $field:ident }, $entity:expr, $resources:ident, $attach:ident, $detach:ident, $list:ident, $named:ty) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        pub(crate) struct $input {
            $field: String,
            policy_type: String,
            policy_name: String,
        }

        impl From<$input> for Wish {
            fn from(input: $input) -> Self {
                let $input { $field: entity_name, policy_type, policy_name } = input;
                Self { entity_type: $entity, entity_name, policy_type, policy_name }
            }
        }

        pub(crate) struct $attach;

        impl Action for $attach {
            const NAME: &'static str = stringify!($attach);
            const SERVICE: Service = Service::Ram;
            const RESOURCES: &'static [Resource] = $resources;
            type Input = $input;
            type Output = Nothing;

            async fn run(call: &Call, input: $input) -> Result<Nothing, Fault> {
                attach(call, input.into()).await
            }
        }

        pub(crate) struct $detach;

        impl Action for $detach {
            const NAME: &'static str = stringify!($detach);
            const SERVICE: Service = Service::Ram;
            const RESOURCES: &'static [Resource] = $resources;
            type Input = $input;
            type Output = Nothing;

            async fn run(call: &Call, input: $input) -> Result<Nothing, Fault> {
                detach(call, input.into()).await
            }
        }

        pub(crate) struct $list;

        impl Action for $list {
            const NAME: &'static str = stringify!($list);
            const SERVICE: Service = Service::Ram;
            const RESOURCES: &'static [Resource] = &[$resources[0]];
            type Input = $named;
            type Output = PoliciesOutput;

            async fn run(call: &Call, input: $named) -> Result<PoliciesOutput, Fault> {
                list(call, $entity, input.$field).await
            }
        }
    };
}

actions_of!(
    UserAndPolicy { user_name },
    EntityType::User,
    TO_USER,
    AttachPolicyToUser,
    DetachPolicyFromUser,
    ListPoliciesForUser,
    users::Named
);
actions_of!(
    GroupAndPolicy { group_name },
    EntityType::Group,
    TO_GROUP,
    AttachPolicyToGroup,
    DetachPolicyFromGroup,
    ListPoliciesForGroup,
    groups::Named
);
actions_of!(
    RoleAndPolicy { role_name },
    EntityType::Role,
    TO_ROLE,
    AttachPolicyToRole,
    DetachPolicyFromRole,
    ListPoliciesForRole,
    roles::Named
);
