//! What the catalogues of three accounts should do, in as few words as possible: no store, no wire, no cleverness.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use imagekin_catalog::Timestamp;

use super::{FAMILIES, KEYS, Made, Step, What, Who};

const IMAGES_PER_FAMILY_MAX: usize = 3;
const FAMILIES_MAX: usize = 2;
const IMAGES_MAX: usize = 8;
const RUNNING_COPIES_MAX: usize = 5;
/// How long the recycle bin keeps what is deleted.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);
/// The number that picks among what is deleted, too.
const DELETED_TOO: usize = 11;

/// What a call is refused with.
type Refused = &'static str;
const NO_IMAGE: Refused = "InvalidImageId.NotFound";
const NO_SNAPSHOT: Refused = "InvalidSnapshotId.NotFound";
const NO_RESOURCE: Refused = "InvalidResourceId.NotFound";

#[derive(Clone, Debug)]
pub(super) struct Image {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) family: Option<usize>,
    pub(super) status: &'static str,
    /// The action that made it.
    origin: &'static str,
    pub(super) snapshot: Option<String>,
    pub(super) tags: BTreeMap<String, String>,
    pub(super) group: bool,
    pub(super) shared: BTreeSet<usize>,
    pub(super) public: bool,
    pub(super) users: BTreeSet<(usize, u8)>,
    created_at: Timestamp,
    pub(super) deleted: bool,
    pub(super) protected: bool,
    /// Of a deleted one: until when it can be restored.
    restorable_until: Option<Timestamp>,
}

#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) status: &'static str,
    pub(super) tags: BTreeMap<String, String>,
    pub(super) group: bool,
    has_bytes: bool,
    deleted: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Task {
    pub(super) id: String,
    pub(super) action: &'static str,
    pub(super) status: &'static str,
    pub(super) image: String,
    /// Of a copy: the region and the image that is copied.
    source: Option<(usize, String)>,
}

impl Task {
    fn is_open(&self) -> bool {
        matches!(self.status, "Waiting" | "Processing")
    }
}

/// What one account has in one region: everything that ever was, in the order of its making.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) images: Vec<Image>,
    pub(super) snapshots: Vec<Snapshot>,
    pub(super) tasks: Vec<Task>,
    pub(super) logs: [Vec<Option<String>>; FAMILIES.len()],
    /// Which image an instance uses, and whose that is.
    instances: BTreeMap<u8, (usize, String)>,
    guard: Guard,
}

/// Whose images an account takes in a region.
#[derive(Clone, Copy, Debug, Default)]
struct Guard {
    /// A place in `MODES`.
    mode: usize,
    trusted: usize,
    system: bool,
}

impl Catalogue {
    pub(super) fn images(&self) -> impl Iterator<Item = &Image> {
        self.images.iter().filter(|image| !image.deleted)
    }

    pub(super) fn snapshots(&self) -> impl Iterator<Item = &Snapshot> {
        self.snapshots.iter().filter(|snapshot| !snapshot.deleted)
    }

    /// What can be restored, and when it no longer can.
    pub(super) fn restorable(&self, now: Timestamp) -> impl Iterator<Item = (&Image, Timestamp)> {
        let until = move |image: &Image| image.restorable_until.filter(|until| image.deleted && now < *until);
        self.images.iter().filter_map(move |image| Some((image, until(image)?)))
    }

    fn image(&mut self, id: &str) -> Option<&mut Image> {
        self.images.iter_mut().find(|image| image.id == id && !image.deleted)
    }

    fn snapshot(&mut self, id: &str) -> Option<&mut Snapshot> {
        self.snapshots.iter_mut().find(|snapshot| snapshot.id == id && !snapshot.deleted)
    }

    pub(super) fn of_family(&self, family: usize) -> impl Iterator<Item = &Image> {
        self.images().filter(move |image| image.family == Some(family))
    }

    pub(super) fn head(&self, family: usize) -> Option<&Image> {
        let available = self.images.iter().enumerate().filter(|(_, image)| {
            !image.deleted && image.family == Some(family) && image.status == "Available"
        });
        available.max_by_key(|(n, image)| (image.created_at, *n)).map(|(_, image)| image)
    }

    pub(super) fn is_used(&self, snapshot: &str) -> bool {
        self.images().any(|image| image.snapshot.as_deref() == Some(snapshot))
    }

    fn open_tasks(&self, action: &str) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(move |task| task.action == action && task.is_open())
    }

    fn note_heads(&mut self) {
        for family in 0..FAMILIES.len() {
            let head = self.head(family).map(|image| image.id.clone());
            if self.logs[family].last().cloned().flatten() != head {
                self.logs[family].push(head);
            }
        }
    }

    /// Is there room for an image of this name and family? `from` is the family that it leaves.
    fn room_in_family(&self, family: usize, from: Option<usize>, codes: [Refused; 2]) -> Result<(), Refused> {
        let leaves_empty = from.is_some_and(|from| self.of_family(from).count() == 1);
        let families = (0..FAMILIES.len()).filter(|family| self.of_family(*family).count() > 0).count();
        match self.of_family(family).count() {
            IMAGES_PER_FAMILY_MAX.. => Err(codes[0]),
            0 if families - usize::from(leaves_empty) >= FAMILIES_MAX => Err(codes[1]),
            _ => Ok(()),
        }
    }

    fn room(&self, name: Option<&str>, family: Option<usize>) -> Result<(), Refused> {
        if name.is_some_and(|name| self.images().any(|image| image.name == name)) {
            return Err("InvalidImageName.Duplicated");
        }
        if self.images().count() >= IMAGES_MAX {
            return Err("QuotaExceed.Image");
        }
        let codes = ["ImageQuotaExceed.ImageFamily", "ImageFamilyQuotaExceed"];
        family.map_or(Ok(()), |family| self.room_in_family(family, None, codes))
    }

    /// Ends a task, and lets copies begin that have waited for a place.
    fn end(&mut self, task: &str, status: &'static str) {
        for known in self.tasks.iter_mut().filter(|known| known.id == task) {
            known.status = status;
        }
        while self.open_tasks("CopyImage").filter(|task| task.status == "Processing").count()
            < RUNNING_COPIES_MAX
        {
            let Some(next) = self.tasks.iter_mut().find(|task| task.status == "Waiting") else { return };
            next.status = "Processing";
            let id = next.image.clone();
            self.image(&id).expect("it waits").status = "Creating";
        }
    }

    /// Takes back what an unfinished image was to have.
    fn give_up(&mut self, image: &str) {
        let image = self.image(image).expect("it is being made");
        if let Some(snapshot) = image.snapshot.take() {
            self.snapshot(&snapshot).expect("it is being made").deleted = true;
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Model {
    catalogues: [[Catalogue; 2]; 3],
    /// How many exports there were.
    pub(super) exports: usize,
}

impl Model {
    pub(super) fn of(&self, (account, region): Who) -> &Catalogue {
        &self.catalogues[account][region]
    }

    fn of_mut(&mut self, (account, region): Who) -> &mut Catalogue {
        &mut self.catalogues[account][region]
    }

    pub(super) fn image_id(&self, whose: Who, n: usize) -> String {
        let images = &self.of(whose).images;
        pick(
            images.iter().filter(|image| !image.deleted || n == DELETED_TOO).map(|image| &image.id),
            n,
            "m-none",
        )
    }

    /// Mostly one that is deleted.
    pub(super) fn undeletable_id(&self, whose: Who, n: usize) -> String {
        let images = self.of(whose).images.iter();
        pick(images.filter(|image| image.deleted || n == 0).map(|image| &image.id), n, "m-none")
    }

    pub(super) fn snapshot_id(&self, whose: Who, n: usize) -> String {
        let snapshots = self.of(whose).snapshots.iter();
        pick(
            snapshots.filter(|snapshot| !snapshot.deleted || n == DELETED_TOO).map(|snapshot| &snapshot.id),
            n,
            "s-none",
        )
    }

    pub(super) fn task_id(&self, whose: Who, n: usize) -> String {
        let tasks = self.of(whose).tasks.iter();
        pick(tasks.filter(|task| task.is_open() || n.is_multiple_of(3)).map(|task| &task.id), n, "t-none")
    }

    /// The images of others that an account sees where it asks for those shared with it, or for public ones.
    pub(super) fn of_others(&self, (me, region): Who, public: bool) -> impl Iterator<Item = (usize, &Image)> {
        // Whom the account does not trust it does not see, where it says so.
        let guard = self.of((me, region)).guard;
        let others = (0..3).filter(move |other| *other != me && (guard.mode < 2 || guard.trusted == *other));
        let images =
            others.flat_map(move |other| self.of((other, region)).images().map(move |image| (other, image)));
        images.filter(move |(_, image)| if public { image.public } else { image.shared.contains(&me) })
    }

    /// Would the account not see it if its guard were enforced?
    pub(super) fn doubts(&self, who: Who, owner: usize) -> bool {
        let guard = self.of(who).guard;
        guard.mode == 1 && owner != who.0 && guard.trusted != owner
    }

    /// Does the account see the system's images? With a doubt, or without.
    pub(super) fn sees_system(&self, who: Who) -> Option<bool> {
        let guard = self.of(who).guard;
        (guard.mode < 2 || guard.system).then_some(guard.mode == 1 && !guard.system)
    }

    /// Whose image it is, if the account sees it in the region at all.
    fn visible(&self, (me, region): Who, id: &str) -> Option<(usize, Image)> {
        let own = self.of((me, region)).images().map(|image| (me, image));
        let others = self.of_others((me, region), true).chain(self.of_others((me, region), false));
        own.chain(others).find(|(_, image)| image.id == id).map(|(owner, image)| (owner, image.clone()))
    }

    /// What the step should have come to is what it was told; the model does the same.
    pub(super) fn step(&mut self, step: &Step, now: Timestamp, told: &Result<Made, String>) {
        let nothing = Made::default();
        let made = told.as_ref().unwrap_or(&nothing);
        let outcome = self.outcome(step, now, made);
        match (&outcome, told) {
            (Ok(()), Ok(_)) => {}
            (Err(code), Err(told)) if code == told => {}
            _ => panic!("{step:?}: expected {outcome:?}, was told {told:?}"),
        }
        self.catalogues.iter_mut().flatten().for_each(Catalogue::note_heads);
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each action")]
    fn outcome(&mut self, step: &Step, now: Timestamp, made: &Made) -> Result<(), Refused> {
        let Step { who, whose, n, what } = step;
        let from = (*whose, who.1);
        match what {
            What::Create { name, family, dry_run } => {
                let source = self.snapshot_id(from, *n);
                let name = name.map(|name| format!("name-{name}"));
                let catalogue = self.of_mut(*who);
                if catalogue.snapshot(&source).ok_or(NO_SNAPSHOT)?.status != "accomplished" {
                    return Err("InvalidSnapshotId.NotReady");
                }
                catalogue.room(name.as_deref(), *family)?;
                if *dry_run {
                    return Err("DryRunOperation");
                }
                let family = *family;
                let image = Image { family, status: "Available", ..image("CreateImage", made, now) };
                catalogue.images.push(Image {
                    name: name.unwrap_or(image.name),
                    snapshot: Some(source),
                    ..image
                });
            }
            What::CreateOfInstance => {
                if who.0 != *whose {
                    return Err("InvalidInstanceId.NotFound");
                }
                self.of(*who).room(None, None)?;
                let image = Image { status: "Available", ..image("CreateImage", made, now) };
                self.add(*who, image, snapshot(made, "accomplished"));
            }
            What::Import => {
                self.of(*who).room(None, None)?;
                let bytes = Snapshot { has_bytes: true, ..snapshot(made, "progressing") };
                self.add(*who, image("ImportImage", made, now), bytes);
                self.begin(*who, "ImportImage", &made.task, &made.image, None);
            }
            What::Copy(to) => self.copy(*who, &self.image_id(from, *n), *to, now, made)?,
            What::CancelCopy => self.cancel_copy(*who, &self.image_id(from, *n))?,
            What::Export => {
                let id = self.image_id(from, *n);
                let (owner, image) = self.visible(*who, &id).ok_or(NO_IMAGE)?;
                if owner != who.0 || image.public {
                    return Err("InvalidImageCategory.NotSupported");
                }
                if image.status != "Available" {
                    return Err("IncorrectImageStatus");
                }
                if self.of(*who).open_tasks("ExportImage").any(|task| task.image == id) {
                    return Err("ImageIsExporting");
                }
                self.exports += 1;
                self.begin(*who, "ExportImage", &made.task, &id, None);
            }
            What::CancelTask => self.cancel_task(*who, &self.task_id(from, *n))?,
            What::Share(with) | What::Unshare(with) if *with == who.0 => {
                return Err("InvalidAccount.Forbbiden");
            }
            What::Settle => self.settle(),
            What::Clock(_) | What::HalfADay | What::Restart => {}
            What::Undelete => {
                let id = self.undeletable_id(from, *n);
                self.of_mut(*who).undelete(&id, now)?;
            }
            What::Guard { mode, trusted, system } => {
                self.of_mut(*who).guard = Guard { mode: *mode, trusted: *trusted, system: *system };
            }
            What::CreateSnapshot if who.0 != *whose => return Err("InvalidDiskId.NotFound"),
            What::CreateSnapshot => self.of_mut(*who).snapshots.push(snapshot(made, "accomplished")),
            What::Register(instance) => self.register(*who, &self.image_id(from, *n), *instance)?,
            What::Deregister(instance) => {
                let gone = self.of_mut(*who).instances.remove(instance);
                let (owner, id) = gone.ok_or("InvalidInstanceId.NotFound")?;
                // Of a deleted image, too: when it comes back, it counts who is left.
                let images = self.of_mut((owner, who.1)).images.iter_mut();
                for image in images.filter(|image| image.id == id) {
                    image.users.remove(&(who.0, *instance));
                }
            }
            What::DeleteSnapshot | What::NameSnapshot(_) => {
                let id = self.snapshot_id(from, *n);
                self.of_mut(*who).change_snapshot(&id, what, now)?;
            }
            What::Tag { .. } | What::Untag { .. } | What::JoinGroup { .. } => {
                let ids = (self.image_id(from, *n), self.snapshot_id(from, *n));
                self.of_mut(*who).label(&ids.0, &ids.1, what)?;
            }
            _ => {
                let id = self.image_id(from, *n);
                self.of_mut(*who).change_image(&id, what, now)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, who: Who, image: Image, snapshot: Snapshot) {
        let catalogue = self.of_mut(who);
        catalogue.images.push(Image { snapshot: Some(snapshot.id.clone()), ..image });
        catalogue.snapshots.push(snapshot);
    }

    fn begin(
        &mut self,
        who: Who,
        action: &'static str,
        id: &str,
        image: &str,
        source: Option<(usize, String)>,
    ) {
        let (id, image) = (id.to_owned(), image.to_owned());
        self.of_mut(who).tasks.push(Task { id, action, status: "Processing", image, source });
    }

    fn copy(&mut self, who: Who, id: &str, to: usize, now: Timestamp, made: &Made) -> Result<(), Refused> {
        let (owner, source) = self.visible(who, id).ok_or(NO_IMAGE)?;
        if source.public {
            return Err("OperationDenied.CommunityImage");
        }
        if owner != who.0 && to != who.1 {
            return Err("OperationDenied.SameRegionOnly");
        }
        if source.status != "Available" {
            return Err("IncorrectImageStatus");
        }
        let there = (who.0, to);
        let work = Some((who.1, id.to_owned()));
        let running = self.of(there).open_tasks("CopyImage").count();
        if self.of(there).open_tasks("CopyImage").any(|task| task.source == work) {
            return Err("OperationDenied.ImageCopyConflict");
        }
        self.of(there).room(None, None)?;
        let waits = running >= RUNNING_COPIES_MAX;
        let from = (owner, who.1);
        let source = source.snapshot.expect("it is Available");
        let has_bytes = self.of_mut(from).snapshot(&source).expect("an image is made of it").has_bytes;
        // What has no bytes to be moved is made at once.
        let [status, of_snapshot, of_task] = match (waits, has_bytes) {
            (true, _) => ["Waiting", "progressing", "Waiting"],
            (false, true) => ["Creating", "progressing", "Processing"],
            (false, false) => ["Available", "accomplished", "Finished"],
        };
        let bytes = Snapshot { has_bytes, ..snapshot(made, of_snapshot) };
        self.add(there, Image { status, ..image("CopyImage", made, now) }, bytes);
        self.begin(there, "CopyImage", &made.task, &made.image, work);
        self.of_mut(there).tasks.last_mut().expect("it was begun").status = of_task;
        Ok(())
    }

    fn cancel_copy(&mut self, who: Who, id: &str) -> Result<(), Refused> {
        let catalogue = self.of_mut(who);
        let image = catalogue.image(id).ok_or(NO_IMAGE)?;
        match image.status {
            _ if image.origin != "CopyImage" => return Err("ImageCreatedNotFromCopy"),
            "Creating" | "Waiting" => {}
            _ => return Err("IncorrectImageStatus"),
        }
        let task =
            catalogue.open_tasks("CopyImage").find(|task| task.image == id).expect("it is copied").id.clone();
        catalogue.cancel_making(&task, id);
        Ok(())
    }

    fn cancel_task(&mut self, who: Who, id: &str) -> Result<(), Refused> {
        let catalogue = self.of_mut(who);
        let task = catalogue.tasks.iter().find(|task| task.id == id).cloned();
        let task = task.ok_or("InvalidTaskId.NotFound")?;
        match task.action {
            "CopyImage" => Err("InvalidTaskId.TaskActionNotSupport"),
            _ if !task.is_open() => Err("InvalidTaskId.IncorrectTaskStatus"),
            "ImportImage" => {
                catalogue.cancel_making(id, &task.image);
                Ok(())
            }
            _ => {
                catalogue.end(id, "Deleted");
                Ok(())
            }
        }
    }

    fn register(&mut self, who: Who, id: &str, instance: u8) -> Result<(), Refused> {
        let (owner, _) = self.visible(who, id).ok_or(NO_IMAGE)?;
        let used = self.of(who).instances.get(&instance);
        if used.is_some_and(|(_, used)| used != id) {
            return Err("InvalidInstanceId.Conflict");
        }
        self.of_mut(who).instances.insert(instance, (owner, id.to_owned()));
        self.of_mut((owner, who.1)).image(id).expect("it is seen").users.insert((who.0, instance));
        Ok(())
    }

    /// Every task is carried to its end.
    pub(super) fn settle(&mut self) {
        for who in (0..3).flat_map(|account| (0..2).map(move |region| (account, region))) {
            while let Some(task) = self.of(who).tasks.iter().find(|task| task.status == "Processing").cloned()
            {
                if task.action == "ExportImage" {
                    self.of_mut(who).end(&task.id, "Finished");
                    continue;
                }
                let id = self
                    .of(who)
                    .images()
                    .find(|image| image.id == task.image)
                    .expect("it is made")
                    .snapshot
                    .clone();
                let id = id.expect("it is made");
                // Of a copy, too, whose source is deleted by now: its bytes are kept until they are copied.
                let catalogue = self.of_mut(who);
                catalogue.snapshot(&id).expect("it is made").status = "accomplished";
                catalogue.image(&task.image).expect("it is made").status = "Available";
                catalogue.end(&task.id, "Finished");
            }
        }
    }
}

impl Catalogue {
    fn cancel_making(&mut self, task: &str, image: &str) {
        self.give_up(image);
        self.image(image).expect("it is being made").deleted = true;
        self.end(task, "Deleted");
    }

    /// It comes back as it was, in the place that it had.
    fn undelete(&mut self, id: &str, now: Timestamp) -> Result<(), Refused> {
        let image = self.images.iter().find(|image| image.id == id).ok_or(NO_IMAGE)?.clone();
        if !image.deleted {
            return Err("InvalidOperation.ImageNotDeleted");
        }
        if image.restorable_until.is_none_or(|until| until <= now) {
            return Err(NO_IMAGE);
        }
        let snapshot = image.snapshot.as_deref().expect("it could be used");
        assert!(self.snapshot(snapshot).is_some(), "{snapshot} was not kept for {id}");
        self.room(Some(&image.name), image.family)?;
        for image in self.images.iter_mut().filter(|image| image.id == id) {
            (image.deleted, image.restorable_until) = (false, None);
        }
        Ok(())
    }

    fn change_image(&mut self, id: &str, what: &What, now: Timestamp) -> Result<(), Refused> {
        let image = self.image(id).ok_or(NO_IMAGE)?.clone();
        let unfinished = matches!(image.status, "Creating" | "Waiting");
        let mut changed = image.clone();
        match what {
            What::Share(_) | What::Publish(true) if image.status == "Deprecated" => {
                return Err("OperationDenied.InvalidImageStatus");
            }
            What::Share(_) | What::Publish(true) if image.public => return Err("Image.Public"),
            What::Publish(false) if !image.public => return Err("Image.NotPublic"),
            What::Share(with) => drop(changed.shared.insert(*with)),
            What::Unshare(with) => drop(changed.shared.remove(with)),
            What::Publish(public) => changed.public = *public,
            What::Delete { force } => {
                self.admit_delete(&image, *force)?;
                changed.deleted = true;
                let usable = matches!(image.status, "Available" | "Deprecated");
                changed.restorable_until = usable.then(|| now.plus(RETENTION));
            }
            _ if unfinished => return Err("InvalidStatus.ImageIsCreating"),
            What::Protect(on) => changed.protected = *on,
            What::Deprecate if image.status != "Available" => return Err("ImageStatus.NotAvailable"),
            What::Deprecate if image.public || !image.shared.is_empty() => return Err("ImageUseShared"),
            What::Deprecate => changed.status = "Deprecated",
            What::Restore if image.status != "Deprecated" => return Err("ImageStatus.NotDeprecated"),
            What::Restore => changed.status = "Available",
            What::Move(family) => {
                if image.family != Some(*family) {
                    let codes = ["ImageQuotaFull.ImageFamily", "ImageFamilyQuotaFull"];
                    self.room_in_family(*family, image.family, codes)?;
                }
                changed.family = Some(*family);
            }
            What::Rename(name) => {
                changed.name = format!("name-{name}");
                if self.images().any(|other| other.id != id && other.name == changed.name) {
                    return Err("InvalidImageName.Duplicated");
                }
            }
            other => unreachable!("{other:?} changes no image"),
        }
        *self.image(id).expect("it is there") = changed;
        Ok(())
    }

    fn admit_delete(&self, image: &Image, force: bool) -> Result<(), Refused> {
        if image.protected {
            return Err("InvalidOperation.DeletionProtection");
        }
        match (image.status, image.origin) {
            ("Creating", "ImportImage") => return Err("ImageIsImporting"),
            ("Creating" | "Waiting", "CopyImage") => return Err("OperationDenied.ImageCopying"),
            _ => {}
        }
        if self.open_tasks("ExportImage").any(|task| task.image == image.id) {
            return Err("ImageIsExporting");
        }
        if image.public {
            return Err("ImageIsPublic");
        }
        if !image.shared.is_empty() {
            return Err("ImageUseShared");
        }
        if image.users.is_empty() || force { Ok(()) } else { Err("ImageUsingByInstance") }
    }

    fn change_snapshot(&mut self, id: &str, what: &What, now: Timestamp) -> Result<(), Refused> {
        let kept = self.restorable(now).any(|(image, _)| image.snapshot.as_deref() == Some(id));
        let used = kept || self.is_used(id);
        let snapshot = self.snapshot(id).ok_or(NO_SNAPSHOT)?;
        match what {
            What::NameSnapshot(name) => snapshot.name = format!("name-{name}"),
            _ if used => return Err("SnapshotCreatedImage"),
            _ => snapshot.deleted = true,
        }
        Ok(())
    }

    fn label(&mut self, image: &str, snapshot: &str, what: &What) -> Result<(), Refused> {
        let (What::Tag { snapshot: of_snapshot, .. }
        | What::Untag { snapshot: of_snapshot, .. }
        | What::JoinGroup { snapshot: of_snapshot }) = what
        else {
            unreachable!("nothing else labels")
        };
        let joins = matches!(what, What::JoinGroup { .. });
        let (tags, group) = if *of_snapshot {
            let missing = if joins { NO_SNAPSHOT } else { NO_RESOURCE };
            let snapshot = self.snapshot(snapshot).ok_or(missing)?;
            (&mut snapshot.tags, &mut snapshot.group)
        } else {
            let missing = if joins { NO_IMAGE } else { NO_RESOURCE };
            let image = self.image(image).ok_or(missing)?;
            (&mut image.tags, &mut image.group)
        };
        match what {
            What::Tag { key, value, .. } => {
                drop(tags.insert(KEYS[*key].to_owned(), format!("value-{value}")));
            }
            What::Untag { key, .. } => drop(tags.remove(KEYS[*key])),
            _ => *group = true,
        }
        Ok(())
    }
}

fn image(origin: &'static str, made: &Made, created_at: Timestamp) -> Image {
    Image {
        id: made.image.clone(),
        name: made.image.clone(),
        family: None,
        status: "Creating",
        origin,
        snapshot: None,
        tags: BTreeMap::new(),
        group: false,
        shared: BTreeSet::new(),
        public: false,
        users: BTreeSet::new(),
        created_at,
        deleted: false,
        protected: false,
        restorable_until: None,
    }
}

fn snapshot(made: &Made, status: &'static str) -> Snapshot {
    Snapshot {
        id: made.snapshot.clone(),
        name: String::new(),
        status,
        tags: BTreeMap::new(),
        group: false,
        has_bytes: false,
        deleted: false,
    }
}

/// The `n`th of them, counted from the last one on, round and round.
fn pick<'i>(ids: impl DoubleEndedIterator<Item = &'i String>, n: usize, none: &str) -> String {
    let ids: Vec<&String> = ids.rev().collect();
    ids.get(n % ids.len().max(1)).map_or(none, |id| id.as_str()).to_owned()
}
