//! A store as it comes of real calls, with something in every table.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::client::Client;
use crate::command::{imagekin, run};
use crate::questions::import;
use crate::server::Server;

/// Accounts, images of the system, snapshots and instances that the story begins with.
const FIXTURES: &str = "
accounts:
  - id: '1234567890123456'
    access_keys: [{id: testid, secret: testsecret}]
    regions:
      cn-hangzhou:
        snapshots: [{id: s-base, size: 20, tags: {made-by: fixtures}}]
        instances:
          - {id: i-golden, image_id: ubuntu_22_04_x64_20G_alibase_20230907.vhd, disks: [{id: d-golden-system, size: 40}]}
  - id: '6543210987654321'
    access_keys: [{id: otherid, secret: othersecret}]
system_images:
  - id: ubuntu_22_04_x64_20G_alibase_20230907.vhd
    family: ubuntu_22_04_x64
    platform: Ubuntu
    os_name: Ubuntu  22.04 64位
    os_name_en: Ubuntu  22.04 64 bit
    size: 20
    regions: [cn-hangzhou]
";
/// The other account of the fixtures, and its access key.
pub(crate) const OTHER: (&str, (&str, &str)) = ("6543210987654321", ("otherid", "othersecret"));
/// The master key of every store of these tests: a store that is kept can be unsealed by those to come.
pub(crate) const MASTER_KEY: &[u8; 32] = b"no secret: the key of tests only";
/// An image of the system, and an instance with disks.
const SYSTEM_IMAGE: &str = "ubuntu_22_04_x64_20G_alibase_20230907.vhd";
const DISK: &str = "d-golden-system";

/// Puts a disk image where ImportImage finds it.
pub(crate) fn put_object(folder: &Path) {
    put_object_in(folder, "cn-hangzhou");
}

/// The same in a region.
pub(crate) fn put_object_in(folder: &Path, region: &str) {
    let buckets = folder.join("objects").join(region);
    std::fs::create_dir_all(buckets.join("golden-images")).expect("a bucket");
    std::fs::create_dir_all(buckets.join("exported-images")).expect("a bucket");
    std::fs::write(buckets.join("golden-images/base.raw"), disk_image()).expect("an object");
}

/// The one disk image of these tests: every snapshot has its bytes.
pub(crate) fn disk_image() -> Vec<u8> {
    let mut image = vec![0; 64 * 1024];
    image[510..512].copy_from_slice(&[0x55, 0xaa]);
    image
}

/// Puts the master key of the tests into a data folder.
pub(crate) fn put_master_key(folder: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    let path = folder.join("master.key");
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    std::io::Write::write_all(&mut file.expect("a new file"), MASTER_KEY).expect("a key");
}

/// The folder of a store that was filled.
pub(crate) fn filled() -> TempDir {
    let folder = ended();
    // What is begun now goes on for an hour.
    let server = Server::start(folder.path(), &["--creation-delay", "60m"]);
    let mut owner = Client::new(&server.address, 3);
    unfinished(&mut owner);
    server.stop();
    folder
}

/// The same without what goes on: nothing is done on it but what is asked for.
pub(crate) fn ended() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put_object(folder.path());
    put_master_key(folder.path());
    let fixtures = folder.path().join("fixtures.yaml");
    std::fs::write(&fixtures, FIXTURES).expect("a file");
    let mut command = imagekin();
    command.env("IMAGEKIN_RECYCLE_BIN__RETENTION_DAYS", "3650");
    let with_fixtures = ["--fixtures", fixtures.to_str().expect("a path that is text")];
    let server = Server::start_by(command, folder.path(), &with_fixtures);
    let mut owner = Client::new(&server.address, 1);
    let mut other = Client::with_key(&server.address, 2, OTHER.1);
    images(&mut owner);
    shares(&mut owner, &mut other);
    tasks(&mut owner);
    guards(&mut owner);
    access(&mut owner);
    server.stop();
    let data = ["--data-dir", folder.path().to_str().expect("a path that is text")];
    run([&["throttle", "set", "--calls", "1000000", "--per", "1s"], &data[..]].concat()).ok();
    folder
}

fn id(answer: &Value, field: &str) -> String {
    answer[field].as_str().unwrap_or_else(|| panic!("no {field} in {answer}")).to_owned()
}

fn image_id(client: &mut Client, name: &str) -> String {
    id(&client.image_named(name).unwrap_or_else(|| panic!("no image {name}")), "ImageId")
}

/// Imports an image into the family `base`.
pub(crate) fn import_into_family(client: &mut Client, name: &str) -> String {
    let imported = client.must("ImportImage", &import(name));
    let image_id = id(&imported, "ImageId");
    assert_eq!(client.wait_until_made(&image_id)["Status"], "Available");
    client.must("ModifyImageAttribute", &[("ImageId", &image_id), ("ImageFamily", "base")]);
    image_id
}

/// Images, their families and their tags: imported, made of a snapshot, deprecated, deleted.
fn images(owner: &mut Client) {
    for name in ["base-1", "base-2", "base-3"] {
        import_into_family(owner, name);
    }
    let deprecated = image_id(owner, "base-3");
    owner.must("ModifyImageAttribute", &[("ImageId", &deprecated), ("Status", "Deprecated")]);
    let snapshot = owner.first_snapshot();
    for name in ["made-1", "made-2", "made-3"] {
        owner.must(
            "CreateImage",
            &[
                ("ImageName", name),
                ("ImageFamily", "made"),
                ("SnapshotId", &snapshot),
                ("ClientToken", name),
                ("Tag.1.Key", "tier"),
                ("Tag.1.Value", "golden"),
                ("Tag.2.Key", "round"),
                ("Tag.2.Value", name),
            ],
        );
    }
    let deleted = image_id(owner, "made-3");
    owner.must("DeleteImage", &[("ImageId", &deleted)]);
    for (kind, id) in [("image", image_id(owner, "base-1")), ("snapshot", snapshot)] {
        let tag = [("Tag.1.Key", "tier"), ("Tag.1.Value", "golden")];
        let resource = [("ResourceType", kind), ("ResourceId.1", &id)];
        owner.must("TagResources", &[tag, resource].concat());
    }
    owner.must("CreateSnapshot", &[("DiskId", DISK), ("SnapshotName", "of-a-disk")]);
}

/// Shares of both kinds, and instances of images of one's own, of another's and of the system.
fn shares(owner: &mut Client, other: &mut Client) {
    let (shared, public) = (image_id(owner, "base-1"), image_id(owner, "made-1"));
    owner.must("ModifyImageSharePermission", &[("ImageId", &shared), ("AddAccount.1", OTHER.0)]);
    owner.must("ModifyImageSharePermission", &[("ImageId", &public), ("IsPublic", "true")]);
    other.must("RegisterImageUsage", &[("ImageId", &shared), ("InstanceId", "i-others")]);
    other.must("RegisterImageUsage", &[("ImageId", SYSTEM_IMAGE), ("InstanceId", "i-of-the-system")]);
    owner.must("RegisterImageUsage", &[("ImageId", &shared), ("InstanceId", "i-own")]);
    owner.must("RegisterImageUsage", &[("ImageId", &shared), ("InstanceId", "i-gone")]);
    owner.must("DeregisterImageUsage", &[("InstanceId", "i-gone")]);
    let used = image_id(owner, "base-2");
    owner.must("RegisterImageUsage", &[("ImageId", &used), ("InstanceId", "i-orphan")]);
}

/// A copy into another region, an export, and an image that was deleted though an instance uses it.
fn tasks(owner: &mut Client) {
    let source = image_id(owner, "base-1");
    let there = [("DestinationRegionId", "cn-beijing"), ("DestinationImageName", "copy-1")];
    let copied = owner.must("CopyImage", &[&there[..], &[("ImageId", &source)]].concat());
    let copy = id(&copied, "ImageId");
    owner.wait_until_made_in("cn-beijing", &copy);
    let exported = owner.must("ExportImage", &[("ImageId", &source), ("OSSBucket", "exported-images")]);
    assert_eq!(owner.wait_until_ended(&id(&exported, "TaskId")), "Finished");
    let used = image_id(owner, "base-2");
    owner.must("DeleteImage", &[("ImageId", &used), ("Force", "true")]);
}

/// An image that is protected, one that was deleted and restored, and one in the recycle bin that has a snapshot of its own; and
/// whose images the owner takes.
fn guards(owner: &mut Client) {
    let base = owner.image_named("base-1").expect("an image");
    let snapshot = id(&base["DiskDeviceMappings"]["DiskDeviceMapping"][0], "SnapshotId");
    for name in ["guarded", "restored"] {
        owner.must("CreateImage", &[("ImageName", name), ("SnapshotId", &snapshot)]);
    }
    let [guarded, restored] = ["guarded", "restored"].map(|name| image_id(owner, name));
    owner.must("ModifyImageAttribute", &[("ImageId", &guarded), ("DeletionProtection", "true")]);
    owner.must("DeleteImage", &[("ImageId", &restored)]);
    owner.must("RestoreImage", &[("ImageId", &restored)]);
    owner.must("CreateImage", &[("ImageName", "binned"), ("SnapshotId", &snapshot), ("ImageFamily", "made")]);
    let binned = image_id(owner, "binned");
    owner.must("DeleteImage", &[("ImageId", &binned)]);
    let trusted = [("TrustedOwner.1", "system"), ("TrustedOwner.2", OTHER.0)];
    owner.must("ModifyImageOwnerGuard", &[&[("Mode", "audit")], &trusted[..]].concat());
}

/// A user with a key and a policy, in a group that has one of the system's; and a role that trusts it.
fn access(owner: &mut Client) {
    const DOCUMENT: &str =
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}"#;
    const TRUST: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}"#;
    let user = ("UserName", "alice");
    owner.must("CreateUser", &[user]);
    owner.must("CreateAccessKey", &[user]);
    owner.must("CreateGroup", &[("GroupName", "readers")]);
    owner.must("AddUserToGroup", &[user, ("GroupName", "readers")]);
    let tag = [("Tag.1.Key", "team"), ("Tag.1.Value", "builders")];
    let role = [("RoleName", "nightly"), ("AssumeRolePolicyDocument", TRUST)];
    owner.must("CreateRole", &[role, tag].concat());
    let own = [("PolicyType", "Custom"), ("PolicyName", "images")];
    let read_only = [("PolicyType", "System"), ("PolicyName", "AliyunECSReadOnlyAccess")];
    owner.must("CreatePolicy", &[&[own[1], ("PolicyDocument", DOCUMENT)], &tag[..]].concat());
    owner.must("AttachPolicyToUser", &[&own[..], &[user]].concat());
    owner.must("AttachPolicyToGroup", &[&read_only[..], &[("GroupName", "readers")]].concat());
    owner.must("AttachPolicyToRole", &[&own[..], &[("RoleName", "nightly")]].concat());
}

/// An image that is being made of a snapshot, one that is being imported, one that is being copied, and a cancelled import.
fn unfinished(owner: &mut Client) {
    let made = owner.image_named("made-1").expect("an image");
    let snapshot = id(&made["DiskDeviceMappings"]["DiskDeviceMapping"][0], "SnapshotId");
    owner.must("CreateImage", &[("ImageName", "slow"), ("SnapshotId", &snapshot), ("ImageFamily", "slow")]);
    owner.must("ImportImage", &import("slow-import"));
    let source = image_id(owner, "made-2");
    owner.must("CopyImage", &[("ImageId", &source), ("DestinationImageName", "slow-copy")]);
    let cancelled = owner.must("ImportImage", &import("cancelled"));
    owner.must("CancelTask", &[("TaskId", &id(&cancelled, "TaskId"))]);
}
