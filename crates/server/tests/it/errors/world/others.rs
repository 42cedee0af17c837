//! What others have to do with the images: whom they are shared with, what is copied of them, who uses them.

use imagekin_store::ObjectPath;
use serde_json::{Value, json};

use super::World;
use crate::harness::disks::{path, text};
use crate::harness::{OWNER, REGION, STRANGER};

/// An image of the system.
const SYSTEM_IMAGE: &str = "ubuntu_22_04_x64_20G_alibase_20230907.vhd";
/// How many accounts there are beside the owner and the stranger.
const ACCOUNTS: u64 = 51;
/// The uid of the first of them.
const FIRST_ACCOUNT: u64 = 2_000_000_000_000_001;

/// Adds to the world what the words stand for that it gives.
pub(super) async fn make(world: &World) -> Vec<(&'static str, String)> {
    world.app.apply(fixtures()).await;
    let words = [shared(world).await, copied(world).await, used(world).await, of_stranger(world).await];
    let mut words = words.concat();
    let owner = world.app.owner();
    let golden = world.fill("$golden");
    for (action, of) in
        [("CopyImage", ("ImageId", golden.as_str())), ("CreateSnapshot", ("DiskId", "d-golden"))]
    {
        owner.ok(action, &[("RegionId", REGION), of, ("ClientToken", "used")]).await;
    }
    world.app.settle().await;
    words.push(("system_image", SYSTEM_IMAGE.to_owned()));
    words.push(("finished_task", world.task_of(&owner, &world.fill("$two")).await));
    words
}

/// 51 accounts; an image of the system; `i-golden` with disks, and three instances that no image can be made of; and of
/// the stranger `i-strange` and `d-strange`.
fn fixtures() -> Value {
    let disk = |id: &str, kind: &str| json!({"id": id, "type": kind, "size": 20});
    let region = json!({"instances": [
        {"id": "i-golden", "disks": [disk("d-golden", "system"), disk("d-data", "data")]},
        {"id": "i-pending", "status": "Pending", "disks": [disk("d-pending", "system")]},
        {"id": "i-bare"},
        {"id": "i-headless", "disks": [disk("d-headless", "data")]},
    ]});
    let of_stranger = json!({"instances": [{"id": "i-strange", "disks": [disk("d-strange", "system")]}]});
    let mut accounts = vec![
        json!({"id": OWNER.account, "regions": {REGION: region}}),
        json!({"id": STRANGER.account, "regions": {REGION: of_stranger}}),
    ];
    accounts.extend((0..ACCOUNTS).map(|n| json!({"id": (FIRST_ACCOUNT + n).to_string()})));
    let system_image = json!({
        "id": SYSTEM_IMAGE, "family": "ubuntu_22_04_x64", "platform": "Ubuntu", "os_name": "Ubuntu  22.04 64位",
        "os_name_en": "Ubuntu  22.04 64 bit", "size": 20,
    });
    json!({"accounts": accounts, "system_images": [system_image]})
}

/// `$shared` is shared with the stranger, `$crowded` with as many accounts as may be, `$public` with everyone.
async fn shared(world: &World) -> Vec<(&'static str, String)> {
    let [shared, crowded, public] = [
        world.create_named("shared").await,
        world.create_named("crowded").await,
        world.create_named("public").await,
    ];
    share(world, &shared, &[("AddAccount.1".to_owned(), STRANGER.account.to_owned())]).await;
    for call in 0..5 {
        let account = |n: u64| (format!("AddAccount.{}", n + 1), (FIRST_ACCOUNT + 10 * call + n).to_string());
        share(world, &crowded, &(0..10).map(account).collect::<Vec<_>>()).await;
    }
    share(world, &public, &[("IsPublic".to_owned(), "true".to_owned())]).await;
    let one_more = (FIRST_ACCOUNT + ACCOUNTS - 1).to_string();
    vec![("shared", shared), ("crowded", crowded), ("public", public), ("one_more", one_more)]
}

async fn share(world: &World, image_id: &str, params: &[(String, String)]) {
    let mut all = vec![("RegionId", REGION), ("ImageId", image_id)];
    all.extend(params.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    world.app.owner().ok("ModifyImageSharePermission", &all).await;
}

/// `$copy` is a copy, `$failed_copy` one that failed.
async fn copied(world: &World) -> Vec<(&'static str, String)> {
    let owner = world.app.owner();
    let doomed = world.import("doomed", &[]).await;
    world.app.settle().await;
    let copy = |image_id: String| {
        let owner = &owner;
        async move {
            text(&owner.ok("CopyImage", &[("RegionId", REGION), ("ImageId", &image_id)]).await["ImageId"])
        }
    };
    let good = copy(world.fill("$golden")).await;
    world.app.settle().await;
    let failed = copy(doomed.clone()).await;
    let snapshot = world.snapshots_of(&doomed).await.remove(0);
    let kept = world.app.snapshot(&snapshot).and_then(|snapshot| snapshot.bytes).expect("it has bytes");
    let bytes: ObjectPath = path(REGION, "imagekin-snapshots", &kept.path);
    world.app.app.objects().delete(&bytes).await.expect("the bucket lets it go");
    world.app.settle().await;
    vec![("copy", good), ("failed_copy", failed)]
}

/// `$used` is used by `i-user`; `$tagged` has 20 tags; `$spacious` has a data disk of 501 GiB; `$plain` and `$exported`
/// are like any other.
async fn used(world: &World) -> Vec<(&'static str, String)> {
    let owner = world.app.owner();
    let used = world.create_named("used").await;
    let usage = [("RegionId", REGION), ("ImageId", &*used), ("InstanceId", "i-user")];
    owner.ok("RegisterImageUsage", &usage).await;
    let tags: Vec<String> = (1..=20).map(|n| format!("Tag.{n}.Key")).collect();
    let mut params = vec![("ImageName", "tagged")];
    params.extend(tags.iter().map(|name| (name.as_str(), name.as_str())));
    let tagged = world.create(&params).await;
    let disks = [("DiskDeviceMapping.1.DiskType", "data"), ("DiskDeviceMapping.1.Size", "501")];
    let spacious = world.create(&[&[("ImageName", "spacious")][..], &disks].concat()).await;
    let [plain, exported] = [world.create_named("plain").await, world.create_named("exported").await];
    let words = [
        ("used", used),
        ("tagged", tagged),
        ("spacious", spacious),
        ("plain", plain),
        ("exported", exported),
    ];
    words.to_vec()
}

/// `$lent` is the stranger's and shared with the owner, `$published` the stranger's and public, `$strange_task` a task of
/// the stranger's.
async fn of_stranger(world: &World) -> Vec<(&'static str, String)> {
    let stranger = world.app.stranger();
    let snapshot = world.fill("$strange");
    let create = |name: &'static str| {
        let (stranger, snapshot) = (&stranger, snapshot.as_str());
        async move {
            let params = [("RegionId", REGION), ("SnapshotId", snapshot), ("ImageName", name)];
            text(&stranger.ok("CreateImage", &params).await["ImageId"])
        }
    };
    let [lent, published] = [create("lent").await, create("published").await];
    for (image_id, name, value) in [(&lent, "AddAccount.1", OWNER.account), (&published, "IsPublic", "true")]
    {
        let params = [("RegionId", REGION), ("ImageId", image_id), (name, value)];
        stranger.ok("ModifyImageSharePermission", &params).await;
    }
    let imported = world.app.import_as(&stranger, REGION, "imported").await;
    let task = world.task_of(&stranger, &imported).await;
    vec![("lent", lent), ("published", published), ("strange_task", task)]
}
