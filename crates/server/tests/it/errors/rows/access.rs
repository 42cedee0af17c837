//! What the actions of RAM refuse.

use imagekin_rpc::codes as c;

use super::{Row, row};

/// Its Deny would deny nothing.
const UNKNOWN_KEY: &str = concat!(
    r#"PolicyName=new&PolicyDocument={"Version": "1", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*", "#,
    r#""Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1"}}}}"#
);

pub(super) static USERS: &[Row] = &[
    row("CreateUser", "", &c::MISSING_PARAMETER).with("UserName"),
    row("CreateUser", "UserName=al ice", &c::USER_NAME_MALFORMED),
    row("CreateUser", "UserName=$a129", &c::USER_NAME_TOO_LONG),
    row("CreateUser", "UserName=new&DisplayName=$a129", &c::DISPLAY_NAME_TOO_LONG),
    row("CreateUser", "UserName=new&Comments=$a129", &c::COMMENTS_TOO_LONG),
    row("CreateUser", "UserName=alice", &c::USER_EXISTS),
    row("CreateUser", "UserName=one-more", &c::USERS_EXCEED),
    row("GetUser", "UserName=nobody", &c::USER_NOT_FOUND),
    row("UpdateUser", "UserName=nobody&NewComments=x", &c::USER_NOT_FOUND),
    row("UpdateUser", "UserName=alice&NewUserName=bob", &c::USER_EXISTS),
    row("UpdateUser", "UserName=alice&NewUserName=b ob", &c::USER_NAME_MALFORMED),
    row("DeleteUser", "UserName=nobody", &c::USER_NOT_FOUND),
    row("DeleteUser", "UserName=alice", &c::USER_HAS_ACCESS_KEY),
    row("DeleteUser", "UserName=member", &c::USER_HAS_GROUP),
    row("DeleteUser", "UserName=bob", &c::USER_HAS_POLICY),
    row("ListUsers", "MaxItems=0", &c::INVALID_PARAMETER).with("MaxItems"),
    row("ListUsers", "MaxItems=1001", &c::INVALID_PARAMETER).with("MaxItems"),
    row("ram:DeleteLoginProfile", "UserName=alice", &c::LOGIN_PROFILE_NOT_FOUND),
    row("ram:GetLoginProfile", "UserName=alice", &c::LOGIN_PROFILE_NOT_FOUND),
    row("ram:GetUserMFAInfo", "UserName=alice", &c::MFA_DEVICE_NOT_FOUND),
    row("ram:UnbindMFADevice", "UserName=alice", &c::MFA_DEVICE_NOT_FOUND),
    // Keys.
    row("CreateAccessKey", "UserName=nobody", &c::USER_NOT_FOUND),
    row("CreateAccessKey", "UserName=alice", &c::ACCESS_KEYS_EXCEED),
    row("ListAccessKeys", "UserName=nobody", &c::USER_NOT_FOUND),
    row(
        "UpdateAccessKey",
        "UserName=alice&UserAccessKeyId=LTAI-none&Status=Active",
        &c::USER_ACCESS_KEY_NOT_FOUND,
    ),
    row("UpdateAccessKey", "UserName=alice&UserAccessKeyId=x y&Status=Active", &c::USER_ACCESS_KEY_NOT_FOUND),
    row("UpdateAccessKey", "UserName=alice&UserAccessKeyId=LTAI-none&Status=Asleep", &c::INVALID_PARAMETER)
        .with("Status"),
    row("DeleteAccessKey", "UserName=bob&UserAccessKeyId=$user_key", &c::USER_ACCESS_KEY_NOT_FOUND),
    row("DeleteAccessKey", "UserName=alice&UserAccessKeyId=strangerid", &c::USER_ACCESS_KEY_NOT_FOUND),
    row("DeleteAccessKey", "UserAccessKeyId=strangerid", &c::USER_ACCESS_KEY_NOT_FOUND),
    row("GetAccessKeyLastUsed", "UserName=bob&UserAccessKeyId=$user_key", &c::USER_ACCESS_KEY_NOT_FOUND),
];

pub(super) static GROUPS: &[Row] = &[
    row("CreateGroup", "GroupName=a b", &c::GROUP_NAME_MALFORMED),
    row("CreateGroup", "GroupName=$a129", &c::GROUP_NAME_TOO_LONG),
    row("CreateGroup", "GroupName=builders", &c::GROUP_EXISTS),
    row("CreateGroup", "GroupName=one-more", &c::GROUPS_EXCEED),
    row("GetGroup", "GroupName=none", &c::GROUP_NOT_FOUND),
    row("UpdateGroup", "GroupName=none&NewComments=x", &c::GROUP_NOT_FOUND),
    row("UpdateGroup", "GroupName=builders&NewGroupName=granted", &c::GROUP_EXISTS),
    row("DeleteGroup", "GroupName=none", &c::GROUP_NOT_FOUND),
    row("DeleteGroup", "GroupName=builders", &c::GROUP_HAS_USER),
    row("DeleteGroup", "GroupName=granted", &c::GROUP_HAS_POLICY),
    row("AddUserToGroup", "UserName=nobody&GroupName=builders", &c::USER_NOT_FOUND),
    row("AddUserToGroup", "UserName=alice&GroupName=none", &c::GROUP_NOT_FOUND),
    row("AddUserToGroup", "UserName=member&GroupName=builders", &c::USER_IN_GROUP),
    row("AddUserToGroup", "UserName=joiner&GroupName=builders", &c::GROUPS_OF_USER_EXCEED),
    row("RemoveUserFromGroup", "UserName=alice&GroupName=builders", &c::USER_NOT_IN_GROUP),
    row("ListGroupsForUser", "UserName=nobody", &c::USER_NOT_FOUND),
    row("ListUsersForGroup", "GroupName=none", &c::GROUP_NOT_FOUND),
];

pub(super) static ROLES: &[Row] = &[
    row("CreateRole", "RoleName=a b&AssumeRolePolicyDocument=$trust", &c::ROLE_NAME_MALFORMED),
    row("CreateRole", "RoleName=$a129&AssumeRolePolicyDocument=$trust", &c::ROLE_NAME_TOO_LONG),
    row("CreateRole", "RoleName=new&AssumeRolePolicyDocument=$a7000", &c::TRUST_POLICY_TOO_LONG),
    row("CreateRole", "RoleName=new&AssumeRolePolicyDocument={}", &c::POLICY_MALFORMED),
    row(
        "CreateRole",
        "RoleName=new&AssumeRolePolicyDocument=$trust&Description=$a1025",
        &c::DESCRIPTION_TOO_LONG,
    ),
    row(
        "CreateRole",
        "RoleName=new&AssumeRolePolicyDocument=$trust&MaxSessionDuration=60",
        &c::INVALID_PARAMETER,
    )
    .with("MaxSessionDuration"),
    row("CreateRole", "RoleName=nightly&AssumeRolePolicyDocument=$trust", &c::ROLE_EXISTS),
    row("CreateRole", "RoleName=one-more&AssumeRolePolicyDocument=$trust", &c::ROLES_EXCEED),
    row(
        "CreateRole",
        "RoleName=new&AssumeRolePolicyDocument=$trust&Tag=[{\"Key\": \"acs:team\"}]",
        &c::TAG_KEY_MALFORMED,
    ),
    row("GetRole", "RoleName=none", &c::ROLE_NOT_FOUND),
    row("UpdateRole", "RoleName=none&NewDescription=x", &c::ROLE_NOT_FOUND),
    row("UpdateRole", "RoleName=nightly&NewAssumeRolePolicyDocument=[]", &c::POLICY_MALFORMED),
    row("DeleteRole", "RoleName=none", &c::ROLE_NOT_FOUND),
    row("DeleteRole", "RoleName=nightly", &c::ROLE_HAS_POLICY),
    // Tags, of policies as well.
    row("ram:TagResources", "ResourceType=user&ResourceNames.1=alice&Tag.1.Key=k", &c::INVALID_PARAMETER)
        .with("ResourceType"),
    row("ram:TagResources", "ResourceType=role&Tag.1.Key=k", &c::MISSING_PARAMETER).with("ResourceNames"),
    row("ram:TagResources", "ResourceType=role&ResourceNames.1=nightly", &c::MISSING_PARAMETER).with("Tag"),
    row("ram:TagResources", "ResourceType=role&ResourceNames=[\"nightly\"]&Tag=[{]", &c::INVALID_PARAMETER)
        .with("Tag"),
    row(
        "ram:TagResources",
        "ResourceType=role&ResourceNames=[\"nightly\", \"none\"]&Tag.1.Key=k",
        &c::ROLE_NOT_FOUND,
    ),
    row("ram:TagResources", "ResourceType=policy&ResourceNames.1=none&Tag.1.Key=k", &c::POLICY_NOT_FOUND),
    row("ram:UntagResources", "ResourceType=role&ResourceNames.1=nightly", &c::MISSING_PARAMETER)
        .with("TagKeys"),
    row("ram:UntagResources", "ResourceType=role&ResourceNames.1=none&All=true", &c::ROLE_NOT_FOUND),
    row("ram:ListTagResources", "ResourceType=role&Tag.1.Value=builders", &c::INVALID_PARAMETER).with("Tag"),
    row("ram:ListTagResources", "ResourceType=role&PageSize=101", &c::INVALID_PARAMETER).with("PageSize"),
    row("ram:ListTagResources", "ResourceType=role&NextToken=x", &c::INVALID_PARAMETER).with("NextToken"),
];

pub(super) static POLICIES: &[Row] = &[
    row("CreatePolicy", "PolicyName=a_b&PolicyDocument=$document", &c::POLICY_NAME_MALFORMED),
    row("CreatePolicy", "PolicyName=$a129&PolicyDocument=$document", &c::POLICY_NAME_TOO_LONG),
    row("CreatePolicy", "PolicyName=new&PolicyDocument=$a7000", &c::POLICY_DOCUMENT_TOO_LONG),
    row("CreatePolicy", "PolicyName=new&PolicyDocument={\"Version\": \"2\"}", &c::POLICY_MALFORMED),
    row("CreatePolicy", UNKNOWN_KEY, &c::POLICY_MALFORMED),
    row("CreatePolicy", "PolicyName=images&PolicyDocument=$document", &c::POLICY_EXISTS),
    row("CreatePolicy", "PolicyName=AdministratorAccess&PolicyDocument=$document", &c::POLICY_EXISTS),
    row("CreatePolicy", "PolicyName=one-more&PolicyDocument=$document", &c::POLICIES_EXCEED),
    row("CreatePolicy", "PolicyName=new&PolicyDocument=$document&Tag=x", &c::INVALID_PARAMETER).with("Tag"),
    row("UpdatePolicyDescription", "PolicyName=none&NewDescription=x", &c::POLICY_NOT_FOUND),
    row("UpdatePolicyDescription", "PolicyName=AdministratorAccess&NewDescription=x", &c::POLICY_NOT_FOUND),
    row("UpdatePolicyDescription", "PolicyName=images&NewDescription=$a1025", &c::DESCRIPTION_TOO_LONG),
    row("GetPolicy", "PolicyType=Mine&PolicyName=images", &c::POLICY_TYPE_UNKNOWN),
    row("GetPolicy", "PolicyType=Custom&PolicyName=none", &c::POLICY_NOT_FOUND),
    row("GetPolicy", "PolicyType=System&PolicyName=images", &c::POLICY_NOT_FOUND),
    row("ListPolicies", "PolicyType=Mine", &c::POLICY_TYPE_UNKNOWN),
    row("DeletePolicy", "PolicyName=none", &c::POLICY_NOT_FOUND),
    row("DeletePolicy", "PolicyName=AdministratorAccess", &c::POLICY_NOT_FOUND),
    row("DeletePolicy", "PolicyName=images", &c::POLICY_OF_USER),
    row("DeletePolicy", "PolicyName=of-group&CascadingDelete=true", &c::POLICY_OF_GROUP),
    row("DeletePolicy", "PolicyName=of-role", &c::POLICY_OF_ROLE),
    row("DeletePolicy", "PolicyName=versions", &c::POLICY_HAS_VERSIONS),
    row("CreatePolicyVersion", "PolicyName=none&PolicyDocument=$document", &c::POLICY_NOT_FOUND),
    row("CreatePolicyVersion", "PolicyName=versions&PolicyDocument=$document", &c::POLICY_VERSIONS_EXCEED),
    row(
        "CreatePolicyVersion",
        "PolicyName=versions&PolicyDocument=$document&RotateStrategy=All",
        &c::INVALID_PARAMETER,
    )
    .with("RotateStrategy"),
    row("GetPolicyVersion", "PolicyType=Custom&PolicyName=images&VersionId=1", &c::VERSION_ID_MALFORMED),
    row("GetPolicyVersion", "PolicyType=Custom&PolicyName=images&VersionId=v9", &c::POLICY_VERSION_NOT_FOUND),
    row(
        "GetPolicyVersion",
        "PolicyType=System&PolicyName=ReadOnlyAccess&VersionId=v2",
        &c::POLICY_VERSION_NOT_FOUND,
    ),
    row("ListPolicyVersions", "PolicyType=Custom&PolicyName=none", &c::POLICY_NOT_FOUND),
    row("DeletePolicyVersion", "PolicyName=images&VersionId=v1", &c::POLICY_VERSION_IS_DEFAULT),
    row("DeletePolicyVersion", "PolicyName=images&VersionId=v9", &c::POLICY_VERSION_NOT_FOUND),
    row("SetDefaultPolicyVersion", "PolicyName=images&VersionId=v9", &c::POLICY_VERSION_NOT_FOUND),
    // Attachments.
    row("AttachPolicyToUser", "UserName=nobody&PolicyType=Custom&PolicyName=images", &c::USER_NOT_FOUND),
    row("AttachPolicyToUser", "UserName=alice&PolicyType=Custom&PolicyName=none", &c::POLICY_NOT_FOUND),
    row("AttachPolicyToUser", "UserName=alice&PolicyType=Mine&PolicyName=images", &c::POLICY_TYPE_UNKNOWN),
    row("AttachPolicyToUser", "UserName=bob&PolicyType=Custom&PolicyName=images", &c::USER_HAS_THE_POLICY),
    row(
        "AttachPolicyToUser",
        "UserName=loaded&PolicyType=Custom&PolicyName=images",
        &c::POLICIES_OF_USER_EXCEED,
    ),
    row(
        "AttachPolicyToGroup",
        "GroupName=granted&PolicyType=Custom&PolicyName=of-group",
        &c::GROUP_HAS_THE_POLICY,
    ),
    row(
        "AttachPolicyToGroup",
        "GroupName=loaded&PolicyType=Custom&PolicyName=images",
        &c::POLICIES_OF_GROUP_EXCEED,
    ),
    row(
        "AttachPolicyToRole",
        "RoleName=nightly&PolicyType=Custom&PolicyName=of-role",
        &c::ROLE_HAS_THE_POLICY,
    ),
    row(
        "AttachPolicyToRole",
        "RoleName=loaded&PolicyType=Custom&PolicyName=images",
        &c::POLICIES_OF_ROLE_EXCEED,
    ),
    row(
        "DetachPolicyFromUser",
        "UserName=alice&PolicyType=Custom&PolicyName=images",
        &c::USER_HAS_NOT_THE_POLICY,
    ),
    row(
        "DetachPolicyFromGroup",
        "GroupName=builders&PolicyType=Custom&PolicyName=images",
        &c::GROUP_HAS_NOT_THE_POLICY,
    ),
    row(
        "DetachPolicyFromRole",
        "RoleName=nightly&PolicyType=Custom&PolicyName=images",
        &c::ROLE_HAS_NOT_THE_POLICY,
    ),
    row("ListPoliciesForUser", "UserName=nobody", &c::USER_NOT_FOUND),
    row("ListPoliciesForGroup", "GroupName=none", &c::GROUP_NOT_FOUND),
    row("ListPoliciesForRole", "RoleName=none", &c::ROLE_NOT_FOUND),
    row("ListEntitiesForPolicy", "PolicyType=Custom&PolicyName=none", &c::POLICY_NOT_FOUND),
    row("ExplainPermission", "AuthAction=ecs:X&AuthResource=*", &c::MISSING_PARAMETER).with("UserName"),
    row(
        "ExplainPermission",
        "UserName=alice&RoleName=nightly&AuthAction=ecs:X&AuthResource=*",
        &c::INVALID_PARAMETER,
    )
    .with("RoleName"),
    row("ExplainPermission", "UserName=nobody&AuthAction=ecs:X&AuthResource=*", &c::USER_NOT_FOUND),
    row(
        "AssumeRole",
        "RoleArn=acs:ram::1234567890123456:role/nightly&RoleSessionName=x1",
        &c::ROLE_BY_ACCOUNT,
    ),
];
