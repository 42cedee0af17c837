//! Random calls of all actions by three accounts in two regions, against a small model: what each one is told, and what
//! each one then sees, which is its own, what is shared with it, and nothing else.

use std::time::Duration;

use proptest::prelude::*;
use serde_json::Value;

use super::world::{ACCOUNTS, BUCKET, EXPORTS, REGIONS, SYSTEM_IMAGE, World};

#[path = "../common/buckets.rs"]
mod buckets;
mod reference;
mod seen;

use reference::Model;

const FAMILIES: [&str; 3] = ["daily", "weekly", "镜像族系"];
const KEYS: [&str; 3] = ["env", "team", "键"];
/// Values of tags.
const VALUES: u8 = 3;
/// What an owner guard does.
const MODES: [&str; 3] = ["off", "audit", "enforce"];

const HALF_A_DAY: Duration = Duration::from_secs(12 * 60 * 60);

/// An account in a region.
type Who = (usize, usize);

/// One call: by whom, and on whose things, picked by their number.
#[derive(Clone, Debug)]
struct Step {
    who: Who,
    /// Mostly the caller itself.
    whose: usize,
    /// Which of them.
    n: usize,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Create {
        name: Option<u8>,
        family: Option<usize>,
        dry_run: bool,
    },
    CreateOfInstance,
    Import,
    /// Into this region.
    Copy(usize),
    CancelCopy,
    Export,
    CancelTask,
    /// With or from this account.
    Share(usize),
    Unshare(usize),
    Publish(bool),
    Deprecate,
    Restore,
    Move(usize),
    Rename(u8),
    Delete {
        force: bool,
    },
    /// Out of the recycle bin.
    Undelete,
    Protect(bool),
    /// Whose images the caller takes: the mode, and whether it trusts the account, and the system.
    Guard {
        mode: usize,
        trusted: usize,
        system: bool,
    },
    CreateSnapshot,
    DeleteSnapshot,
    NameSnapshot(u8),
    /// An image or a snapshot, by the old or the new action.
    Tag {
        snapshot: bool,
        old: bool,
        key: usize,
        value: u8,
    },
    Untag {
        snapshot: bool,
        old: bool,
        key: usize,
    },
    JoinGroup {
        snapshot: bool,
    },
    Register(u8),
    Deregister(u8),
    Settle,
    Clock(u32),
    /// Half of what the recycle bin keeps things for.
    HalfADay,
    Restart,
}

fn what() -> impl Strategy<Value = What> {
    let name = || prop::option::weighted(0.3, 0..4_u8);
    let family = || prop::option::weighted(0.8, 0..FAMILIES.len());
    // How much further than the caller: seldom itself.
    let account = || prop_oneof![1 => Just(0_usize), 6 => 1..ACCOUNTS.len()];
    let flag = any::<bool>;
    let making = prop_oneof![
        8 => (name(), family(), prop::bool::weighted(0.1))
            .prop_map(|(name, family, dry_run)| What::Create { name, family, dry_run }),
        2 => Just(What::CreateOfInstance),
        5 => Just(What::Import),
        6 => (0..REGIONS.len()).prop_map(What::Copy),
        2 => Just(What::CancelCopy),
        3 => Just(What::Export),
        2 => Just(What::CancelTask),
        2 => Just(What::CreateSnapshot),
        3 => Just(What::DeleteSnapshot),
        7 => Just(What::Settle),
        3 => (1..2_000_000_u32).prop_map(What::Clock),
        1 => Just(What::HalfADay),
        1 => Just(What::Restart),
    ];
    let changing = prop_oneof![
        6 => account().prop_map(What::Share),
        3 => account().prop_map(What::Unshare),
        3 => prop::bool::weighted(0.4).prop_map(What::Publish),
        3 => Just(What::Deprecate),
        3 => Just(What::Restore),
        3 => (0..FAMILIES.len()).prop_map(What::Move),
        2 => (0..4_u8).prop_map(What::Rename),
        4 => flag().prop_map(|force| What::Delete { force }),
        3 => Just(What::Undelete),
        1 => flag().prop_map(What::Protect),
        2 => (0..MODES.len(), account(), flag())
            .prop_map(|(mode, trusted, system)| What::Guard { mode, trusted, system }),
        1 => (0..4_u8).prop_map(What::NameSnapshot),
        6 => (flag(), flag(), 0..KEYS.len(), 0..VALUES)
            .prop_map(|(snapshot, old, key, value)| What::Tag { snapshot, old, key, value }),
        2 => (flag(), flag(), 0..KEYS.len()).prop_map(|(snapshot, old, key)| What::Untag { snapshot, old, key }),
        1 => flag().prop_map(|snapshot| What::JoinGroup { snapshot }),
        2 => (0..3_u8).prop_map(What::Register),
        1 => (0..3_u8).prop_map(What::Deregister),
    ];
    prop_oneof![making, changing]
}

fn step() -> impl Strategy<Value = Step> {
    let who = (0..ACCOUNTS.len(), prop_oneof![3 => Just(0_usize), 1 => Just(1_usize)]);
    let whose = prop_oneof![3 => Just(0_usize), 1 => 1..ACCOUNTS.len()];
    (who, whose, 0..12_usize, what()).prop_map(|(who, further, n, what)| {
        let other = |with: usize| (who.0 + with) % ACCOUNTS.len();
        let what = match what {
            What::Share(with) => What::Share(other(with)),
            What::Unshare(with) => What::Unshare(other(with)),
            What::Guard { mode, trusted, system } => What::Guard { mode, trusted: other(trusted), system },
            what => what,
        };
        Step { who, whose: other(further), n, what }
    })
}

/// What a call has made, as far as its answer does not say it: found out by whoever made it.
#[derive(Debug, Default)]
struct Made {
    image: String,
    snapshot: String,
    task: String,
}

/// The calls of the steps.
struct Caller {
    world: World,
}

impl Caller {
    /// Carries a step out: what it has made, or the code of the error.
    #[expect(clippy::too_many_lines, reason = "one arm for each action")]
    async fn step(&mut self, model: &Model, step: &Step) -> Result<Made, String> {
        let Step { who, whose, n, what } = step;
        let from = (*whose, who.1);
        let image = model.image_id(from, *n);
        let snapshot = model.snapshot_id(from, *n);
        let task = model.task_id(from, *n);
        let (image_id, snapshot_id) = (("ImageId", image.as_str()), ("SnapshotId", snapshot.as_str()));
        let modify = "ModifyImageAttribute";
        match what {
            What::Create { name, family, dry_run } => {
                let (name, dry_run) = (name.map(|name| format!("name-{name}")), dry_run.to_string());
                let mut params = vec![snapshot_id, ("DryRun", &dry_run)];
                params.extend(name.as_ref().map(|name| ("ImageName", name.as_str())));
                params.extend(family.map(|n| ("ImageFamily", FAMILIES[n])));
                self.make(*who, who.1, "CreateImage", &params).await
            }
            What::CreateOfInstance => {
                let instance = format!("i-{whose}{}", who.1);
                self.make(*who, who.1, "CreateImage", &[("InstanceId", &instance)]).await
            }
            What::Import => {
                let params = [
                    ("DiskDeviceMapping.1.OSSBucket", BUCKET),
                    ("DiskDeviceMapping.1.OSSObject", "base.raw"),
                ];
                self.make(*who, who.1, "ImportImage", &params).await
            }
            What::Copy(to) => {
                let params = [image_id, ("DestinationRegionId", REGIONS[*to])];
                self.make(*who, *to, "CopyImage", &params).await
            }
            What::CancelCopy => self.change(*who, "CancelCopyImage", &[image_id]).await,
            What::Export => {
                // Each of its own name: what one gives up is not to be another's.
                let prefix = format!("export{}", model.exports);
                let params = [image_id, ("OSSBucket", EXPORTS), ("OSSPrefix", &*prefix)];
                let answer = self.world.call(*who, "ExportImage", &params).await?;
                Ok(Made { task: text(&answer["TaskId"]), ..Made::default() })
            }
            What::CancelTask => self.change(*who, "CancelTask", &[("TaskId", &task)]).await,
            What::Share(with) => self.share(*who, image_id, ("AddAccount.1", ACCOUNTS[*with])).await,
            What::Unshare(with) => self.share(*who, image_id, ("RemoveAccount.1", ACCOUNTS[*with])).await,
            What::Publish(public) => {
                self.share(*who, image_id, ("IsPublic", if *public { "true" } else { "false" })).await
            }
            What::Deprecate => self.change(*who, modify, &[image_id, ("Status", "Deprecated")]).await,
            What::Restore => self.change(*who, modify, &[image_id, ("Status", "Available")]).await,
            What::Move(family) => {
                self.change(*who, modify, &[image_id, ("ImageFamily", FAMILIES[*family])]).await
            }
            What::Rename(name) => {
                self.change(*who, modify, &[image_id, ("ImageName", &format!("name-{name}"))]).await
            }
            What::Delete { force } => {
                self.change(*who, "DeleteImage", &[image_id, ("Force", &force.to_string())]).await
            }
            What::Undelete => {
                let id = model.undeletable_id(from, *n);
                self.change(*who, "RestoreImage", &[("ImageId", &id)]).await
            }
            What::Protect(on) => {
                self.change(*who, modify, &[image_id, ("DeletionProtection", &on.to_string())]).await
            }
            What::Guard { mode, trusted, system } => {
                let mut params = vec![("Mode", MODES[*mode]), ("TrustedOwner.1", ACCOUNTS[*trusted])];
                params.extend(system.then_some(("TrustedOwner.2", "system")));
                self.change(*who, "ModifyImageOwnerGuard", &params).await
            }
            What::CreateSnapshot => {
                let disk = format!("d-{whose}{}", who.1);
                let made = self.world.call(*who, "CreateSnapshot", &[("DiskId", &disk)]).await?;
                Ok(Made { snapshot: text(&made["SnapshotId"]), ..Made::default() })
            }
            What::DeleteSnapshot => self.change(*who, "DeleteSnapshot", &[snapshot_id]).await,
            What::NameSnapshot(name) => {
                let name = format!("name-{name}");
                self.change(*who, "ModifySnapshotAttribute", &[snapshot_id, ("SnapshotName", &name)]).await
            }
            What::Tag { .. } | What::Untag { .. } | What::JoinGroup { .. } => {
                self.label(*who, what, &image, &snapshot).await
            }
            What::Register(instance) => {
                let instance = format!("i-user{instance}");
                self.change(*who, "RegisterImageUsage", &[image_id, ("InstanceId", &instance)]).await
            }
            What::Deregister(instance) => {
                let instance = format!("i-user{instance}");
                self.change(*who, "DeregisterImageUsage", &[("InstanceId", &instance)]).await
            }
            What::Settle => {
                self.world.settle().await;
                Ok(Made::default())
            }
            What::Clock(micros) => {
                self.world.advance(Duration::from_micros(u64::from(*micros)));
                Ok(Made::default())
            }
            What::HalfADay => {
                self.world.advance(HALF_A_DAY);
                Ok(Made::default())
            }
            What::Restart => {
                self.world.restart().await;
                Ok(Made::default())
            }
        }
    }

    /// Tags, and the resource group: of an image or of a snapshot.
    async fn label(&mut self, who: Who, what: &What, image: &str, snapshot: &str) -> Result<Made, String> {
        let (of_snapshot, old, key, value) = match what {
            What::Tag { snapshot, old, key, value } => (snapshot, *old, *key, format!("value-{value}")),
            What::Untag { snapshot, old, key } => (snapshot, *old, *key, String::new()),
            What::JoinGroup { snapshot } => (snapshot, true, 0, String::new()),
            _ => unreachable!("nothing else labels"),
        };
        let (kind, id) = if *of_snapshot { ("snapshot", snapshot) } else { ("image", image) };
        let resource = [("ResourceType", kind), (if old { "ResourceId" } else { "ResourceId.1" }, id)];
        let (action, more): (_, &[(&str, &str)]) = match (what, old) {
            (What::Tag { .. }, true) => ("AddTags", &[("Tag.1.Key", KEYS[key]), ("Tag.1.Value", &value)]),
            (What::Tag { .. }, false) => {
                ("TagResources", &[("Tag.1.Key", KEYS[key]), ("Tag.1.Value", &value)])
            }
            (What::Untag { .. }, true) => ("RemoveTags", &[("Tag.1.Key", KEYS[key])]),
            (What::Untag { .. }, false) => ("UntagResources", &[("TagKey.1", KEYS[key])]),
            _ => ("JoinResourceGroup", &[("ResourceGroupId", "rg-golden")]),
        };
        self.change(who, action, &[&resource, more].concat()).await
    }

    async fn share(&mut self, who: Who, image: (&str, &str), change: (&str, &str)) -> Result<Made, String> {
        self.change(who, "ModifyImageSharePermission", &[image, change]).await
    }

    async fn change(&mut self, who: Who, action: &str, params: &[(&str, &str)]) -> Result<Made, String> {
        self.world.call(who, action, params).await.map(|_| Made::default())
    }

    /// Makes an image in a region; looks which snapshot and which task it has.
    async fn make(
        &mut self,
        who: Who,
        region: usize,
        action: &str,
        params: &[(&str, &str)],
    ) -> Result<Made, String> {
        let image = text(&self.world.call(who, action, params).await?["ImageId"]);
        let there = (who.0, region);
        let shown = self.world.ok(there, "DescribeImages", &[("ImageId", &image), ("Status", "ALL")]).await;
        let disk = &shown["Images"]["Image"][0]["DiskDeviceMappings"]["DiskDeviceMapping"][0];
        let tasks = self.world.ok(there, "DescribeTasks", &[("ResourceIds.1", &image)]).await;
        let task = tasks["TaskSet"]["Task"][0]["TaskId"].as_str().unwrap_or_default().to_owned();
        Ok(Made { image, snapshot: text(&disk["SnapshotId"]), task })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text")).to_owned()
}

/// What every history begins with: each account has something.
fn first() -> Vec<Step> {
    let step = |account, n, what| Step { who: (account, 0), whose: account, n, what };
    let tag = |value| What::Tag { snapshot: false, old: value == 1, key: 0, value };
    let of_each = |account| {
        [
            step(account, 0, What::Import),
            step(account, 0, What::CreateOfInstance),
            step(account, 0, tag(0)),
            step(account, 0, What::Settle),
            step(account, 0, What::Create { name: None, family: Some(account), dry_run: false }),
            step(account, 1, tag(0)),
            step(account, 2, tag(1)),
        ]
    };
    (0..ACCOUNTS.len()).flat_map(of_each).collect()
}

async fn carry_out(caller: &mut Caller, model: &mut Model, step: &Step) {
    let told = caller.step(model, step).await;
    model.step(step, caller.world.now(), &told);
    // A copy ends in another region than it begins in, and tasks end everywhere.
    let everywhere = matches!(step.what, What::Copy(_) | What::Settle | What::Restart);
    for region in if everywhere { 0..REGIONS.len() } else { step.who.1..step.who.1 + 1 } {
        seen::compare(&mut caller.world, model, region).await;
    }
    if matches!(step.what, What::Settle) {
        assert_eq!(buckets::problems(&caller.world.read_past(), &caller.world.data(), &[BUCKET]), [""; 0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(16), max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn three_accounts_see_what_is_theirs(steps in prop::collection::vec(step(), 20..80)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let quotas = |config: &mut imagekin_server::Config| {
                config.quotas.images_per_family_max = 3;
                config.quotas.families_per_region_max = 2;
                config.quotas.images_per_region_max = 8;
                config.recycle_bin.retention_days = 1;
            };
            let mut caller = Caller { world: World::start(quotas).await };
            let mut model = Model::default();
            for step in first().iter().chain(&steps) {
                carry_out(&mut caller, &mut model, step).await;
            }
            caller.world.settle().await;
            model.settle();
            for region in 0..2 {
                seen::compare(&mut caller.world, &model, region).await;
            }
            assert_eq!(buckets::problems(&caller.world.read_past(), &caller.world.data(), &[BUCKET]), [""; 0]);
        });
    }
}
