//! A family as it is when calls come one after the other: what the histories are held against.

use crate::checker::Sequential;

/// Most images of a family: few, so that creations are refused for want of room, too.
pub(crate) const IMAGES_MAX: usize = 6;

/// The place of an image in the order of the family: by creation instant in microseconds, then by commit sequence.
pub(crate) type Rank = usize;

/// How an image is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    /// It becomes Available at some time.
    Creating,
    Available,
    Deprecated,
}

/// A call on the family with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An image was made, and is so at first.
    Created(Rank, Status),
    /// None was made: the family is full.
    Full,
    /// An image was deprecated (`Deprecated`) or restored (`Available`).
    Changed(Rank, Status),
    /// It was not, for it was not in the status before that.
    NotChanged(Rank, Status),
    /// It was not, for it was still Creating.
    StillCreating(Rank),
    Deleted(Rank),
    /// There was no such image to be changed or deleted.
    NotThere(Rank),
    /// This was the head.
    Resolved(Option<Rank>),
    /// These were the images, in their order.
    Explained(Vec<(Rank, Status)>),
}

/// The images of a family, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Family(Vec<(Rank, Status)>);

impl Family {
    fn place(&self, image: Rank) -> Result<usize, usize> {
        self.0.binary_search_by_key(&image, |(rank, _)| *rank)
    }

    fn status(&self, image: Rank) -> Option<Status> {
        self.place(image).ok().map(|place| self.0[place].1)
    }

    /// The Available image that is last in the order.
    pub(crate) fn head(&self) -> Option<Rank> {
        self.0.iter().rev().find(|(_, status)| *status == Status::Available).map(|(rank, _)| *rank)
    }

    fn with(&self, image: Rank, status: Status) -> Self {
        let mut family = self.clone();
        match family.place(image) {
            Ok(place) => family.0[place].1 = status,
            Err(place) => family.0.insert(place, (image, status)),
        }
        family
    }

    fn without(&self, image: Rank) -> Self {
        Self(self.0.iter().filter(|(rank, _)| *rank != image).copied().collect())
    }
}

/// The status that an image must have to get the other one.
fn before(status: Status) -> Status {
    if status == Status::Deprecated { Status::Available } else { Status::Deprecated }
}

impl Sequential for Family {
    type Step = Step;

    fn after(&self, step: &Step) -> Option<Self> {
        let same_if = |is_so: bool| is_so.then(|| self.clone());
        match step {
            Step::Created(image, status) => {
                let fits = self.0.len() < IMAGES_MAX && self.status(*image).is_none();
                fits.then(|| self.with(*image, *status))
            }
            Step::Full => same_if(self.0.len() >= IMAGES_MAX),
            Step::Changed(image, status) => {
                (self.status(*image) == Some(before(*status))).then(|| self.with(*image, *status))
            }
            Step::NotChanged(image, status) => same_if(
                self.status(*image).is_some_and(|now| now != before(*status) && now != Status::Creating),
            ),
            Step::StillCreating(image) => same_if(self.status(*image) == Some(Status::Creating)),
            Step::Deleted(image) => self.status(*image).map(|_| self.without(*image)),
            Step::NotThere(image) => same_if(self.status(*image).is_none()),
            Step::Resolved(head) => same_if(self.head() == *head),
            Step::Explained(images) => same_if(self.0 == *images),
        }
    }

    fn is_read(step: &Step) -> bool {
        !matches!(step, Step::Created(..) | Step::Changed(..) | Step::Deleted(_))
    }

    /// A task makes an image Available that is Creating.
    fn by_itself(&self) -> Vec<Self> {
        let creating = self.0.iter().filter(|(_, status)| *status == Status::Creating);
        creating.map(|(image, _)| self.with(*image, Status::Available)).collect()
    }
}
