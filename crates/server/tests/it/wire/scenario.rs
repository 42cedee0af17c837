//! A story in which every action succeeds once: what each of its calls answers is the golden reply of the action.

use std::time::Duration;

use imagekin_server::config::Region;
use serde_json::{Value, json};

use crate::harness::access::{ANY_IMAGE, TRUST, policy, statement};
use crate::harness::actor::Way;
use crate::harness::disks::{qcow2, text};
use crate::harness::reply::Reply;
use crate::harness::words::{Words, borrowed};
use crate::harness::{OWNER, REGION, STRANGER, TestApp};

/// A call of the story.
struct Step {
    /// Whose golden reply it is: an action, or an action, a dot and what is special about this call; empty where the
    /// answer is none.
    golden: &'static str,
    action: &'static str,
    params: &'static str,
    /// The word that a field of the answer is from now on.
    keep: Option<(&'static str, &'static str)>,
}

/// A call whose answer is the golden reply of its action.
const fn step(action: &'static str, params: &'static str) -> Step {
    Step { golden: action, action, params, keep: None }
}

/// A further call of an action that has its golden reply.
const fn again(action: &'static str, params: &'static str) -> Step {
    Step { golden: "", action, params, keep: None }
}

impl Step {
    const fn keep(self, pointer: &'static str, word: &'static str) -> Self {
        Self { keep: Some((pointer, word)), ..self }
    }

    const fn golden(self, name: &'static str) -> Self {
        Self { golden: name, ..self }
    }
}

/// Who may do what, and what a role gives.
static ACCESS: &[Step] = &[
    step("CreateUser", "UserName=alice&DisplayName=Alice&Comments=Of the <team>&Email=alice@example.com"),
    step("GetUser", "UserName=alice"),
    step("UpdateUser", "UserName=alice&NewUserName=alicia&NewComments=Of another team"),
    step("ListUsers", ""),
    step("CreateAccessKey", "UserName=alicia").keep("/AccessKey/AccessKeyId", "key"),
    step("ListAccessKeys", "UserName=alicia"),
    step("GetAccessKeyLastUsed", "UserName=alicia&UserAccessKeyId=$key"),
    step("UpdateAccessKey", "UserName=alicia&UserAccessKeyId=$key&Status=Inactive"),
    step("CreateGroup", "GroupName=builders&Comments=Build images"),
    step("UpdateGroup", "GroupName=builders&NewComments=Build and test images"),
    step("GetGroup", "GroupName=builders"),
    step("AddUserToGroup", "UserName=alicia&GroupName=builders"),
    step("ListGroups", ""),
    step("ListGroupsForUser", "UserName=alicia"),
    step("ListUsersForGroup", "GroupName=builders"),
    step("CreateRole", "RoleName=nightly&AssumeRolePolicyDocument=$trust&Description=By night"),
    step("UpdateRole", "RoleName=nightly&NewDescription=By night only&NewMaxSessionDuration=7200"),
    step("GetRole", "RoleName=nightly"),
    step("ListRoles", ""),
    step(
        "ram:TagResources",
        r#"ResourceType=role&ResourceNames=["nightly"]&Tag=[{"Key":"team","Value":"builders"}]"#,
    ),
    step("ram:ListTagResources", r#"ResourceType=role&ResourceNames=["nightly"]"#),
    step("ram:UntagResources", r#"ResourceType=role&ResourceNames=["nightly"]&TagKeys=["team"]"#),
    step("CreatePolicy", "PolicyName=images&PolicyDocument=$document&Description=Everything with images"),
    step("UpdatePolicyDescription", "PolicyName=images&NewDescription=Everything with golden images"),
    step("CreatePolicyVersion", "PolicyName=images&PolicyDocument=$document"),
    step("SetDefaultPolicyVersion", "PolicyName=images&VersionId=v2"),
    step("GetPolicyVersion", "PolicyType=Custom&PolicyName=images&VersionId=v2"),
    step("ListPolicyVersions", "PolicyType=Custom&PolicyName=images"),
    step("DeletePolicyVersion", "PolicyName=images&VersionId=v1"),
    step("AttachPolicyToUser", "UserName=alicia&PolicyType=Custom&PolicyName=images"),
    step("AttachPolicyToGroup", "GroupName=builders&PolicyType=System&PolicyName=AliyunECSReadOnlyAccess"),
    step("AttachPolicyToRole", "RoleName=nightly&PolicyType=Custom&PolicyName=images"),
    step("GetPolicy", "PolicyType=Custom&PolicyName=images"),
    again("GetPolicy", "PolicyType=System&PolicyName=AliyunECSReadOnlyAccess").golden("GetPolicy.system"),
    step("ListPolicies", "PolicyType=Custom"),
    again("ListPolicies", "MaxItems=1").golden("ListPolicies.page"),
    step("ListPoliciesForUser", "UserName=alicia"),
    step("ListPoliciesForGroup", "GroupName=builders"),
    step("ListPoliciesForRole", "RoleName=nightly"),
    step("ListEntitiesForPolicy", "PolicyType=Custom&PolicyName=images"),
    step("ExplainPermission", "UserName=alicia&AuthAction=ecs:DescribeImages&AuthResource=*"),
    step("DetachPolicyFromUser", "UserName=alicia&PolicyType=Custom&PolicyName=images"),
    step("DetachPolicyFromGroup", "GroupName=builders&PolicyType=System&PolicyName=AliyunECSReadOnlyAccess"),
    step("DetachPolicyFromRole", "RoleName=nightly&PolicyType=Custom&PolicyName=images"),
    step("RemoveUserFromGroup", "UserName=alicia&GroupName=builders"),
    step("DeleteAccessKey", "UserName=alicia&UserAccessKeyId=$key"),
    step("DeletePolicy", "PolicyName=images"),
    step("DeleteRole", "RoleName=nightly"),
    step("DeleteGroup", "GroupName=builders"),
    step("DeleteUser", "UserName=alicia"),
];

/// After each call of [`BEFORE`] all tasks are carried on; those of [`TASKS`] are left open; then comes [`AFTER`].
static BEFORE: &[Step] = &[
    step(
        "ImportImage",
        "ImageName=base&Description=Imported <and kept>&Platform=Ubuntu&Architecture=x86_64&LicenseType=BYOL&\
         Features.NvmeSupport=supported&BootMode=UEFI&DiskDeviceMapping.1.OSSBucket=golden-images&\
         DiskDeviceMapping.1.OSSObject=disk.qcow2&DiskDeviceMapping.1.DiskImageSize=40&Tag.1.Key=made-by&\
         Tag.1.Value=import",
    )
    .keep("/ImageId", "base"),
    again("DescribeImages", "ImageId=$base")
        .keep("/Images/Image/0/DiskDeviceMappings/DiskDeviceMapping/0/SnapshotId", "snapshot"),
    step(
        "CreateImage",
        "SnapshotId=$snapshot&ImageName=golden&ImageFamily=daily&ImageVersion=2026.1&Description=The golden one&\
         ResourceGroupId=rg-images&DeletionProtection=true&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=tier",
    )
    .keep("/ImageId", "golden"),
    step("DescribeImageFromFamily", "ImageFamily=daily"),
    again("DescribeImageFromFamily", "ImageFamily=weekly").golden("DescribeImageFromFamily.empty"),
    again("CreateImage", "SnapshotId=$snapshot&ImageName=newer&ImageFamily=daily").keep("/ImageId", "newer"),
    again("DescribeImageFromFamily", "ImageFamily=daily&AsOf=2026-01-02T03:08:00Z")
        .golden("DescribeImageFromFamily.as-of"),
    step("ModifyImageAttribute", "ImageId=$newer&Status=Deprecated"),
    step("ListImageFamilies", ""),
    step("ExplainImageFamily", "ImageFamily=daily"),
    step("DescribeImageFamilyHistory", "ImageFamily=daily"),
    step("ModifyImageSharePermission", "ImageId=$golden&AddAccount.1=6543210987654321"),
    step("DescribeImageSharePermission", "ImageId=$golden"),
    step("RegisterImageUsage", "ImageId=$golden&InstanceId=i-1"),
    step("DescribeImages", "ImageOwnerAlias=self&Status=ALL"),
    again("DescribeImages", "ImageOwnerAlias=system").golden("DescribeImages.system"),
    again("DescribeImages", "ImageName=none").golden("DescribeImages.empty"),
    step("DeregisterImageUsage", "InstanceId=i-1"),
    step("DescribeImageSupportInstanceTypes", "ImageId=$golden"),
    step("CreateSnapshot", "DiskId=d-golden&SnapshotName=of-disk&RetentionDays=30&Tag.1.Key=env&Tag.1.Value=prod")
        .keep("/SnapshotId", "of_disk"),
    step("ModifySnapshotAttribute", "SnapshotId=$of_disk&Description=Before the upgrade"),
    step("JoinResourceGroup", "ResourceGroupId=rg-disks&ResourceId=$of_disk&ResourceType=snapshot"),
    step("DescribeSnapshots", "MaxResults=1"),
    again("DescribeSnapshots", "Usage=image").golden("DescribeSnapshots.of-image"),
    step("TagResources", "ResourceType=image&ResourceId.1=$golden&Tag.1.Key=env&Tag.1.Value=test&Tag.2.Key=new"),
    step("ListTagResources", "ResourceType=image&ResourceId.1=$golden"),
    step("UntagResources", "ResourceType=image&ResourceId.1=$golden&TagKey.1=new"),
    step("AddTags", "ResourceType=snapshot&ResourceId=$of_disk&Tag.1.key=old&Tag.1.value=way"),
    step("DescribeTags", ""),
    step("DescribeResourceByTags", "Tag.1.Key=env"),
    step("RemoveTags", "ResourceType=snapshot&ResourceId=$of_disk&Tag.1.Key=old"),
    step("DeleteSnapshot", "SnapshotId=$of_disk"),
    step("DescribeRegions", ""),
    step("DescribeZones", ""),
    step("GetCallerIdentity", ""),
    step("DescribeEndpoints", "Id=cn-hangzhou&ServiceCode=ecs"),
];

static TASKS: &[Step] = &[
    step("CopyImage", "ImageId=$golden&DestinationRegionId=cn-beijing&DestinationImageName=copied")
        .keep("/ImageId", "copy"),
    again("DescribeImages", "RegionId=cn-beijing&Status=Creating").golden("DescribeImages.creating"),
    step("ExportImage", "ImageId=$golden&OSSBucket=golden-images&OSSPrefix=daily").keep("/TaskId", "task"),
    step("DescribeTasks", ""),
    step("DescribeTaskAttribute", "TaskId=$task"),
    step("CancelTask", "TaskId=$task"),
    step("CancelCopyImage", "RegionId=cn-beijing&ImageId=$copy"),
];

static AFTER: &[Step] = &[
    again("CopyImage", "ImageId=$golden&DestinationRegionId=cn-beijing&DestinationImageName=copied"),
    again("DescribeSnapshots", "RegionId=cn-beijing").golden("DescribeSnapshots.copied"),
    again("DescribeTasks", "TaskAction=ImportImage").golden("DescribeTasks.finished"),
    step("DeleteImage", "ImageId=$newer"),
    again("ModifyImageSharePermission", "ImageId=$base&IsPublic=true"),
    again("DescribeImageSharePermission", "ImageId=$base").golden("DescribeImageSharePermission.public"),
    again("DescribeImageFamilyHistory", "ImageFamily=daily&PageSize=2")
        .golden("DescribeImageFamilyHistory.deleted"),
];

/// What comes last, so that it moves no other instant.
static GUARDS: &[Step] = &[
    step("ListDeletedImages", "MaxResults=1"),
    step("RestoreImage", "ImageId=$newer"),
    step("ModifyImageOwnerGuard", "Mode=audit&TrustedOwner.1=6543210987654321&TrustedOwner.2=system"),
    step("DescribeImageOwnerGuard", ""),
];

/// What a call of the story was answered.
pub(crate) struct Told {
    /// Whose golden reply it is; empty where it is none.
    golden: &'static str,
    pub(crate) action: &'static str,
    pub(crate) reply: Reply,
}

/// Tells the story in one way; gives each golden reply by its name.
pub(super) async fn tell(way: Way) -> Vec<(&'static str, Reply)> {
    let (_app, told) = tell_all(way).await;
    told.into_iter().filter(|told| !told.golden.is_empty()).map(|told| (told.golden, told.reply)).collect()
}

/// Tells the story in one way; gives where it was told, and each call.
pub(crate) async fn tell_all(way: Way) -> (TestApp, Vec<Told>) {
    let app = TestApp::setup().with_config(|config| {
        let region = |id: &str, name_zh: &str, name_en: &str| Region {
            id: id.to_owned(),
            name_zh: name_zh.to_owned(),
            name_en: name_en.to_owned(),
            endpoint: None,
        };
        config.regions = vec![
            region(REGION, "华东1（杭州）", "China (Hangzhou)"),
            region("cn-beijing", "华北2（北京）", "China (Beijing)"),
        ];
        config.instance_types.truncate(2);
        config.recycle_bin.retention_days = 7;
    });
    let app = app.standing().await;
    app.place("disk.qcow2", qcow2(20, "v1")).await;
    app.apply(fixtures()).await;
    let mut words = Words::default();
    words.extend([("trust", TRUST.to_owned()), ("document", ANY_IMAGE.to_owned())]);
    let mut told = Vec::new();
    for (steps, settled) in [(BEFORE, true), (TASKS, false), (AFTER, true), (ACCESS, false)] {
        if settled {
            app.settle().await;
        }
        for step in steps {
            told.push(take(&app, way, step, &mut words).await);
            if settled {
                app.settle().await;
            }
        }
    }
    let reply = assume_role(&app, way).await;
    told.push(Told { golden: "AssumeRole", action: "AssumeRole", reply });
    for step in GUARDS {
        told.push(take(&app, way, step, &mut words).await);
    }
    (app, told)
}

/// The one action that the account itself may not call.
async fn assume_role(app: &TestApp, way: Way) -> Reply {
    let arn = app.role("nightly", None).await;
    let user = app.user("bob", Some(&policy(&[statement("Allow", "sts:AssumeRole", "*")]))).await;
    user.by(way).call("AssumeRole", &[("RoleArn", &arn), ("RoleSessionName", "build-7")]).await
}

async fn take(app: &TestApp, way: Way, step: &Step, words: &mut Words) -> Told {
    // Nothing has happened at the same time as anything else, so that all orders are those of the story.
    app.advance(Duration::from_secs(60));
    let params = words.parameters(step.params);
    let reply = app.owner().by(way).call(step.action, &borrowed(&params)).await;
    let answer = reply.ok();
    if let Some((pointer, word)) = step.keep {
        words.insert(word, text(&at(&answer, pointer)));
    }
    Told { golden: step.golden, action: step.action, reply }
}

/// The field at a JSON pointer; XML, where a list of one is one, has no `/0`.
fn at(answer: &Value, pointer: &str) -> Value {
    let found = answer.pointer(pointer).or_else(|| answer.pointer(&pointer.replace("/0", "")));
    found.unwrap_or_else(|| panic!("{pointer} is not in {answer}")).clone()
}

fn fixtures() -> Value {
    let disk = json!({"id": "d-golden", "size": 40});
    let regions = json!({REGION: {"instances": [{"id": "i-golden", "disks": [disk]}]}});
    json!({
        "accounts": [{"id": OWNER.account, "regions": regions}, {"id": STRANGER.account}],
        "system_images": [{
            "id": "ubuntu_22_04_x64_20G_alibase_20230907.vhd", "family": "ubuntu_22_04_x64", "platform": "Ubuntu",
            "os_name": "Ubuntu  22.04 64位", "os_name_en": "Ubuntu  22.04 64 bit", "size": 20,
        }],
    })
}
