//! The third stop: one file per action, and the list of all of them.

use std::future::Future;
use std::pin::Pin;
use std::sync::LazyLock;

use imagekin_rpc::input::Parameter;
use imagekin_rpc::reply::{SerializeError, Tail};
use imagekin_rpc::{Code, Fault, Service, codes, input};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::call::Call;
pub(crate) use crate::call::Resource;
pub(crate) use assume_role::AssumeRole;

mod add_tags;
mod assume_role;
mod cancel_copy_image;
mod cancel_task;
mod copy_image;
mod create_image;
mod create_snapshot;
mod delete_image;
mod delete_snapshot;
mod deregister_image_usage;
mod describe_endpoints;
mod describe_image_family_history;
mod describe_image_from_family;
mod describe_image_owner_guard;
mod describe_image_share_permission;
mod describe_image_support_instance_types;
mod describe_images;
mod describe_regions;
mod describe_resource_by_tags;
mod describe_snapshots;
mod describe_tags;
mod describe_task_attribute;
mod describe_tasks;
mod describe_zones;
mod explain_image_family;
mod export_image;
mod get_caller_identity;
mod import_image;
mod join_resource_group;
mod list_deleted_images;
mod list_image_families;
mod list_tag_resources;
mod modify_image_attribute;
mod modify_image_owner_guard;
mod modify_image_share_permission;
mod modify_snapshot_attribute;
mod ram;
mod register_image_usage;
mod remove_tags;
mod restore_image;
mod tag_resources;
mod untag_resources;

/// An action of the API: what it takes, what it gives, what it does.
pub(crate) trait Action {
    /// Its name on the wire.
    const NAME: &'static str;
    /// The service whose action it is.
    const SERVICE: Service = Service::Ecs;
    /// What it is about: who is not the account itself may call it where policies allow it for each of these.
    const RESOURCES: &'static [Resource];
    /// Its parameters.
    type Input: DeserializeOwned + Send;
    /// The fields of its answer beside RequestId.
    type Output: Serialize;

    /// Carries it out.
    fn run(call: &Call, input: Self::Input) -> impl Future<Output = Result<Self::Output, Fault>> + Send;
}

type Answering = Pin<Box<dyn Future<Output = Result<String, Fault>> + Send>>;

/// An action as the list has it.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) service: Service,
    /// As policies call it: `ecs:DeleteImage`.
    pub(crate) ram_action: String,
    /// Does it only look?
    pub(crate) is_read: bool,
    pub(crate) resources: &'static [Resource],
    pub(crate) answer: fn(Call) -> Answering,
    parameters: fn() -> Vec<Parameter>,
}

impl Entry {
    /// Does it read this parameter?
    pub(crate) fn takes(&self, parameter: &str) -> bool {
        (self.parameters)().iter().any(|taken| taken.name.split('.').next() == Some(parameter))
    }
}

/// An action, as one who calls it sees it.
#[derive(Clone, Debug)]
pub struct Description {
    /// Its name on the wire.
    pub name: &'static str,
    /// The service whose action it is.
    pub service: Service,
    /// The parameters that it reads; ClientToken, which is read beside them, is not among them.
    pub parameters: Vec<Parameter>,
}

/// Every action there is, in the order of their names, and of their services where two have one of the same name.
static ALL: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    vec![
        entry::<add_tags::AddTags>(),
        entry::<ram::groups::AddUserToGroup>(),
        entry::<AssumeRole>(),
        entry::<ram::attachments::AttachPolicyToGroup>(),
        entry::<ram::attachments::AttachPolicyToRole>(),
        entry::<ram::attachments::AttachPolicyToUser>(),
        entry::<cancel_copy_image::CancelCopyImage>(),
        entry::<cancel_task::CancelTask>(),
        entry::<copy_image::CopyImage>(),
        entry::<ram::access_keys::CreateAccessKey>(),
        entry::<ram::groups::CreateGroup>(),
        entry::<create_image::CreateImage>(),
        entry::<ram::policies::CreatePolicy>(),
        entry::<ram::policies::versions::CreatePolicyVersion>(),
        entry::<ram::roles::CreateRole>(),
        entry::<create_snapshot::CreateSnapshot>(),
        entry::<ram::users::CreateUser>(),
        entry::<ram::access_keys::DeleteAccessKey>(),
        entry::<ram::groups::DeleteGroup>(),
        entry::<delete_image::DeleteImage>(),
        entry::<ram::policies::DeletePolicy>(),
        entry::<ram::policies::versions::DeletePolicyVersion>(),
        entry::<ram::roles::DeleteRole>(),
        entry::<delete_snapshot::DeleteSnapshot>(),
        entry::<ram::users::DeleteUser>(),
        entry::<deregister_image_usage::DeregisterImageUsage>(),
        entry::<describe_endpoints::DescribeEndpoints>(),
        entry::<describe_image_family_history::DescribeImageFamilyHistory>(),
        Entry {
            answer: |call| Box::pin(describe_image_from_family::answer(call)),
            ..entry::<describe_image_from_family::DescribeImageFromFamily>()
        },
        entry::<describe_image_owner_guard::DescribeImageOwnerGuard>(),
        entry::<describe_image_share_permission::DescribeImageSharePermission>(),
        entry::<describe_image_support_instance_types::DescribeImageSupportInstanceTypes>(),
        entry::<describe_images::DescribeImages>(),
        entry::<describe_regions::DescribeRegions>(),
        entry::<describe_resource_by_tags::DescribeResourceByTags>(),
        entry::<describe_snapshots::DescribeSnapshots>(),
        entry::<describe_tags::DescribeTags>(),
        entry::<describe_task_attribute::DescribeTaskAttribute>(),
        entry::<describe_tasks::DescribeTasks>(),
        entry::<describe_zones::DescribeZones>(),
        entry::<ram::attachments::DetachPolicyFromGroup>(),
        entry::<ram::attachments::DetachPolicyFromRole>(),
        entry::<ram::attachments::DetachPolicyFromUser>(),
        entry::<explain_image_family::ExplainImageFamily>(),
        entry::<ram::explain_permission::ExplainPermission>(),
        entry::<export_image::ExportImage>(),
        entry::<ram::access_keys::GetAccessKeyLastUsed>(),
        entry::<get_caller_identity::GetCallerIdentity>(),
        entry::<ram::groups::GetGroup>(),
        entry::<ram::policies::GetPolicy>(),
        entry::<ram::policies::versions::GetPolicyVersion>(),
        entry::<ram::roles::GetRole>(),
        entry::<ram::users::GetUser>(),
        entry::<import_image::ImportImage>(),
        entry::<join_resource_group::JoinResourceGroup>(),
        entry::<ram::access_keys::ListAccessKeys>(),
        entry::<list_deleted_images::ListDeletedImages>(),
        entry::<ram::attachments::ListEntitiesForPolicy>(),
        entry::<ram::groups::ListGroups>(),
        entry::<ram::groups::ListGroupsForUser>(),
        entry::<list_image_families::ListImageFamilies>(),
        entry::<ram::policies::ListPolicies>(),
        entry::<ram::attachments::ListPoliciesForGroup>(),
        entry::<ram::attachments::ListPoliciesForRole>(),
        entry::<ram::attachments::ListPoliciesForUser>(),
        entry::<ram::policies::versions::ListPolicyVersions>(),
        entry::<ram::roles::ListRoles>(),
        entry::<list_tag_resources::ListTagResources>(),
        entry::<ram::tags::ListTagResources>(),
        entry::<ram::users::ListUsers>(),
        entry::<ram::groups::ListUsersForGroup>(),
        entry::<modify_image_attribute::ModifyImageAttribute>(),
        entry::<modify_image_owner_guard::ModifyImageOwnerGuard>(),
        entry::<modify_image_share_permission::ModifyImageSharePermission>(),
        entry::<modify_snapshot_attribute::ModifySnapshotAttribute>(),
        entry::<register_image_usage::RegisterImageUsage>(),
        entry::<remove_tags::RemoveTags>(),
        entry::<ram::groups::RemoveUserFromGroup>(),
        entry::<restore_image::RestoreImage>(),
        entry::<ram::policies::versions::SetDefaultPolicyVersion>(),
        entry::<tag_resources::TagResources>(),
        entry::<ram::tags::TagResources>(),
        entry::<untag_resources::UntagResources>(),
        entry::<ram::tags::UntagResources>(),
        entry::<ram::access_keys::UpdateAccessKey>(),
        entry::<ram::groups::UpdateGroup>(),
        entry::<ram::policies::UpdatePolicyDescription>(),
        entry::<ram::roles::UpdateRole>(),
        entry::<ram::users::UpdateUser>(),
    ]
});

/// Actions of RAM on what no user has here, a password for the console and a second factor, and what each says of one that has
/// none. Terraform calls two of them before it deletes a user.
static OF_NOBODY: &[(&str, &Code)] = &[
    ("DeleteLoginProfile", &codes::LOGIN_PROFILE_NOT_FOUND),
    ("GetLoginProfile", &codes::LOGIN_PROFILE_NOT_FOUND),
    ("GetUserMFAInfo", &codes::MFA_DEVICE_NOT_FOUND),
    ("UnbindMFADevice", &codes::MFA_DEVICE_NOT_FOUND),
];

/// The actions that the vendor has (those of its SDKs of 2026), one a line.
static OF_VENDOR: &[(Service, &str)] = &[
    (Service::Ecs, include_str!("ecs_actions.txt")),
    (Service::Ram, include_str!("ram_actions.txt")),
    (Service::Sts, include_str!("sts_actions.txt")),
];

fn is_of_vendor(service: Service, name: &str) -> bool {
    OF_VENDOR.iter().any(|(of, actions)| *of == service && actions.lines().any(|action| action == name))
}

/// Every action, in the order of their names.
pub fn describe() -> impl Iterator<Item = Description> {
    ALL.iter().map(|entry| Description {
        name: entry.name,
        service: entry.service,
        parameters: (entry.parameters)(),
    })
}

/// The action of this name.
///
/// # Errors
/// A 400 for what the vendor has and we have not: at a 404 Terraform would take its resource for gone, at a 5xx it would wait. For
/// [`OF_NOBODY`], that there is none.
pub(crate) fn find(service: Service, name: &str) -> Result<&'static Entry, Fault> {
    if let Ok(n) =
        ALL.binary_search_by_key(&(name, service.code()), |entry| (entry.name, entry.service.code()))
    {
        return Ok(&ALL[n]);
    }
    let of_nobody = OF_NOBODY.iter().find(|(action, _)| service == Service::Ram && *action == name);
    Err(match of_nobody {
        Some((_, code)) => Fault::new(code),
        None if is_of_vendor(service, name) => Fault::with(&codes::ACTION_NOT_SUPPORTED, name),
        None => Fault::new(&codes::ACTION_NOT_FOUND),
    })
}

/// Does the action that policies call so make something of this type?
pub(crate) fn makes(ram_action: &str, kind: &str) -> bool {
    let makes = |resource: &Resource| {
        matches!(
            resource,
            Resource::Made(made) | Resource::MadeIn(made, _) | Resource::MadeOfDisk(made, _) if *made == kind
        )
    };
    let action = ALL.iter().find(|entry| entry.ram_action.eq_ignore_ascii_case(ram_action));
    action.is_some_and(|entry| entry.resources.iter().any(makes))
}

/// Does an action of this name only look? So it is with all of them, those of the vendor, too: what begins otherwise changes
/// something.
#[must_use]
pub fn is_read(name: &str) -> bool {
    ["Describe", "Explain", "Get", "List"].iter().any(|beginning| name.starts_with(beginning))
}

fn entry<A: Action + 'static>() -> Entry {
    Entry {
        name: A::NAME,
        service: A::SERVICE,
        ram_action: format!("{}:{}", A::SERVICE.code(), A::NAME),
        is_read: is_read(A::NAME),
        resources: A::RESOURCES,
        answer: |call| Box::pin(run::<A>(call)),
        parameters: input::parameters::<A::Input>,
    }
}

async fn run<A: Action>(call: Call) -> Result<String, Fault> {
    let input = input::read(&call.params)?;
    let output = A::run(&call, input).await?;
    let tail = Tail::of(call.format, A::NAME, &output).map_err(|error| unprintable(&error))?;
    Ok(tail.answer(call.format, A::NAME, &call.request_id))
}

/// An answer that cannot be printed is a fault of ours.
fn unprintable(error: &SerializeError) -> Fault {
    tracing::error!(%error, "Could not print an answer");
    Fault::new(&codes::INTERNAL_ERROR)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Actions that no cloud has.
    const OURS: [&str; 10] = [
        "DeregisterImageUsage",
        "DescribeImageFamilyHistory",
        "DescribeImageOwnerGuard",
        "ExplainImageFamily",
        "ExplainPermission",
        "ListDeletedImages",
        "ListImageFamilies",
        "ModifyImageOwnerGuard",
        "RegisterImageUsage",
        "RestoreImage",
    ];

    #[test]
    fn the_list_is_in_order_and_the_vendor_has_each_or_it_is_ours() {
        let place = |entry: &Entry| (entry.name, entry.service.code());
        assert!(ALL.array_windows().all(|[a, b]| place(a) < place(b)));
        for entry in ALL.iter().filter(|entry| entry.service != Service::Location) {
            assert_ne!(is_of_vendor(entry.service, entry.name), OURS.contains(&entry.name), "{}", entry.name);
        }
        assert!(
            ALL.iter().all(|entry| find(entry.service, entry.name).is_ok_and(|f| place(f) == place(entry)))
        );
    }

    #[test]
    fn unknown_and_unsupported_are_told_apart() {
        let code =
            |service, name| find(service, name).err().map(|fault| (fault.code.status, fault.code.code));
        for (service, name) in [
            (Service::Ecs, "RunInstances"),
            (Service::Ram, "CreateLoginProfile"),
            (Service::Sts, "AssumeRoleWithOIDC"),
        ] {
            assert_eq!(code(service, name), Some((400, "InvalidAction.NotSupported")), "{name}");
        }
        let no_password = Some((404, "EntityNotExist.User.LoginProfile"));
        assert_eq!(code(Service::Ram, "DeleteLoginProfile"), no_password);
        for (service, name) in [
            (Service::Ecs, "NoSuchAction"),
            (Service::Ecs, ""),
            (Service::Ecs, "GetCallerIdentity"),
            (Service::Sts, "DescribeImages"),
            (Service::Ecs, "DeleteLoginProfile"),
        ] {
            assert_eq!(code(service, name), Some((404, "InvalidAction.NotFound")), "{name}");
        }
    }
}
