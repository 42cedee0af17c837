//! What the catalogue should do, in as few words as possible: no store, no wire, no cleverness.

use std::time::Duration;

use imagekin_catalog::Timestamp;

use super::random_calls::Step;

const IMAGES_PER_FAMILY_MAX: usize = 4;
const FAMILIES_MAX: usize = 2;
/// How long the recycle bin keeps what is deleted.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);
/// How often a waiting task looks again.
const TICK: Duration = Duration::from_millis(500);
/// Nothing is put off for longer.
const PUT_OFF_MAX: Duration = Duration::from_secs(15 * 60);
/// A task that was begun later than that is of before a step of the clock, and waits for nothing.
const CLOCKS_DIFFER_MAX: Duration = Duration::from_secs(60);

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Done,
    Refused(&'static str),
}

#[derive(Clone, Debug)]
pub(super) struct ModelImage {
    pub(super) id: String,
    name: String,
    family: Option<usize>,
    status: &'static str,
    import: bool,
    created_at: Timestamp,
    /// When its task looks next; `None` when it has none.
    due_at: Option<Timestamp>,
    deleted: bool,
    protected: bool,
    /// Of a deleted one: until when it can be restored.
    restorable_until: Option<Timestamp>,
}

#[derive(Debug)]
pub(super) struct Model {
    /// All images ever made, in the order of their making.
    pub(super) images: Vec<ModelImage>,
    pub(super) logs: [Vec<Option<String>>; 3],
    creation_delay: Duration,
}

impl Model {
    pub(super) fn new(creation_delay: Duration) -> Self {
        Self { images: Vec::new(), logs: Default::default(), creation_delay }
    }

    fn of_family(&self, family: usize) -> impl Iterator<Item = (usize, &ModelImage)> {
        self.images.iter().enumerate().filter(move |(_, i)| !i.deleted && i.family == Some(family))
    }

    pub(super) fn head(&self, family: usize) -> Option<String> {
        let available = self.of_family(family).filter(|(_, image)| image.status == "Available");
        available.max_by_key(|(n, image)| (image.created_at, *n)).map(|(_, image)| image.id.clone())
    }

    pub(super) fn explain(&self, family: usize) -> Vec<(String, String)> {
        let head = self.head(family);
        let verdict = |image: &ModelImage| match image.status {
            "Available" if head.as_ref() == Some(&image.id) => "head",
            "Available" => "older",
            status => status,
        };
        let mut all: Vec<_> =
            self.of_family(family).map(|(_, image)| (image.id.clone(), verdict(image).to_owned())).collect();
        all.sort();
        all
    }

    fn note_heads(&mut self) {
        for family in 0..self.logs.len() {
            let head = self.head(family);
            if self.logs[family].last().cloned().flatten() != head {
                self.logs[family].push(head);
            }
        }
    }

    /// Is there room in the family for one more, which leaves `from`?
    fn room(
        &self,
        family: usize,
        from: Option<usize>,
        full: &'static str,
        many: &'static str,
    ) -> Result<(), &'static str> {
        let there = self.of_family(family).count();
        let leaves_empty = from.is_some_and(|from| self.of_family(from).count() == 1);
        let families = (0..self.logs.len()).filter(|f| self.of_family(*f).count() > 0).count();
        match there {
            IMAGES_PER_FAMILY_MAX.. => Err(full),
            0 if families - usize::from(leaves_empty) >= FAMILIES_MAX => Err(many),
            _ => Ok(()),
        }
    }

    pub(super) fn step(&mut self, step: &Step, now: Timestamp, id: &str) -> Expected {
        let outcome = match step {
            Step::Create { family, dry_run } => self.create(*family, *dry_run, now, id),
            Step::Import => self.add(id, format!("import-{}", self.images.len()), None, true, now),
            Step::Settle => self.settle(now),
            Step::Clock(_) => Ok(()),
            Step::Deprecate(n)
            | Step::Restore(n)
            | Step::Move(n, _)
            | Step::Rename(n, _)
            | Step::Protect(n, _)
            | Step::Delete(n) => match self.images.get(*n).filter(|image| !image.deleted).cloned() {
                None => Err("InvalidImageId.NotFound"),
                Some(image) => self.change(step, *n, &image, now),
            },
            Step::Undelete(n) => self.undelete(*n, now),
        };
        self.note_heads();
        outcome.map_or_else(Expected::Refused, |()| Expected::Done)
    }

    fn create(
        &mut self,
        family: Option<usize>,
        dry_run: bool,
        now: Timestamp,
        id: &str,
    ) -> Result<(), &'static str> {
        if let Some(family) = family {
            self.room(family, None, "ImageQuotaExceed.ImageFamily", "ImageFamilyQuotaExceed")?;
        }
        if dry_run { Err("DryRunOperation") } else { self.add(id, id.to_owned(), family, false, now) }
    }

    fn add(
        &mut self,
        id: &str,
        name: String,
        family: Option<usize>,
        import: bool,
        now: Timestamp,
    ) -> Result<(), &'static str> {
        let at_once = !import && self.creation_delay.is_zero();
        let (status, due_at) = if at_once { ("Available", None) } else { ("Creating", Some(now)) };
        let id = id.to_owned();
        self.images.push(ModelImage {
            id,
            name,
            family,
            status,
            import,
            created_at: now,
            due_at,
            deleted: false,
            protected: false,
            restorable_until: None,
        });
        Ok(())
    }

    fn settle(&mut self, now: Timestamp) -> Result<(), &'static str> {
        // What is put off for longer than anything is, a clock that was set back since has put off.
        let is_due = |due: Timestamp| due <= now || due > now.plus(PUT_OFF_MAX);
        let mut due: Vec<usize> =
            (0..self.images.len()).filter(|n| self.images[*n].due_at.is_some_and(is_due)).collect();
        due.sort_by_key(|n| (self.images[*n].due_at, self.images[*n].created_at, *n));
        for n in due {
            let image = &mut self.images[n];
            let ready_at = image.created_at.plus(self.creation_delay);
            if image.deleted {
                image.due_at = None;
            } else if now >= ready_at || now.plus(CLOCKS_DIFFER_MAX) < image.created_at {
                (image.status, image.due_at) = ("Available", None);
                self.note_heads();
            } else {
                image.due_at = Some(now.plus(TICK).min(ready_at));
            }
        }
        Ok(())
    }

    /// It comes back as it was, in the place that it had.
    fn undelete(&mut self, n: usize, now: Timestamp) -> Result<(), &'static str> {
        let image = self.images.get(n).ok_or("InvalidImageId.NotFound")?;
        if !image.deleted {
            return Err("InvalidOperation.ImageNotDeleted");
        }
        if image.restorable_until.is_none_or(|until| until <= now) {
            return Err("InvalidImageId.NotFound");
        }
        if self.images.iter().any(|other| !other.deleted && other.name == image.name) {
            return Err("InvalidImageName.Duplicated");
        }
        if let Some(family) = image.family {
            self.room(family, None, "ImageQuotaExceed.ImageFamily", "ImageFamilyQuotaExceed")?;
        }
        let image = &mut self.images[n];
        (image.deleted, image.restorable_until) = (false, None);
        Ok(())
    }

    fn change(
        &mut self,
        step: &Step,
        n: usize,
        image: &ModelImage,
        now: Timestamp,
    ) -> Result<(), &'static str> {
        let creating = image.status == "Creating";
        match step {
            Step::Delete(_) if image.protected => return Err("InvalidOperation.DeletionProtection"),
            Step::Delete(_) if creating && image.import => return Err("ImageIsImporting"),
            Step::Delete(_) => {
                self.images[n].deleted = true;
                self.images[n].restorable_until = (!creating).then(|| now.plus(RETENTION));
            }
            _ if creating => return Err("InvalidStatus.ImageIsCreating"),
            Step::Deprecate(_) if image.status != "Available" => return Err("ImageStatus.NotAvailable"),
            Step::Deprecate(_) => self.images[n].status = "Deprecated",
            Step::Restore(_) if image.status != "Deprecated" => return Err("ImageStatus.NotDeprecated"),
            Step::Restore(_) => self.images[n].status = "Available",
            Step::Protect(_, on) => self.images[n].protected = *on,
            Step::Move(_, family) => {
                if image.family != Some(*family) {
                    self.room(*family, image.family, "ImageQuotaFull.ImageFamily", "ImageFamilyQuotaFull")?;
                }
                self.images[n].family = Some(*family);
            }
            Step::Rename(_, name) => {
                let name = format!("name-{name}");
                if self
                    .images
                    .iter()
                    .any(|other| !other.deleted && other.id != image.id && other.name == name)
                {
                    return Err("InvalidImageName.Duplicated");
                }
                self.images[n].name = name;
            }
            Step::Create { .. } | Step::Import | Step::Undelete(_) | Step::Clock(_) | Step::Settle => {}
        }
        Ok(())
    }
}
