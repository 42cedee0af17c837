//! What a family resolves to, and why: the one function that picks a head.

use crate::{ImageId, Status, Timestamp};

/// One image of a family, as far as the choice of the head goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The image.
    pub image_id: ImageId,
    /// Its status; only `Available` can be the head.
    pub status: Status,
    /// When the image was made.
    pub created_at: Timestamp,
    /// The commit sequence of its making within account and region: decides between equal instants.
    pub sequence: u64,
}

/// Why a candidate is, or is not, the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Available, and none that is Available was made later.
    Head,
    /// Available, but one that is Available was made later.
    Older,
    /// Not Available.
    NotAvailable(Status),
}

/// The head of a family, and the verdict on each candidate, in the order the candidates were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution<'a> {
    /// The newest usable image; `None` when no candidate is Available.
    pub head: Option<&'a Candidate>,
    /// Each candidate with its verdict.
    pub verdicts: Vec<(&'a Candidate, Verdict)>,
}

/// Resolves a family: the head is the Available candidate with the greatest (creation instant, commit sequence).
///
/// `candidates` are all images of one family of one account and region that are not deleted, in any order.
#[must_use]
pub fn resolve(candidates: &[Candidate]) -> Resolution<'_> {
    let head = candidates
        .iter()
        .filter(|candidate| candidate.status == Status::Available)
        .max_by_key(|candidate| (candidate.created_at, candidate.sequence));
    let verdict = |candidate: &Candidate| match candidate.status {
        Status::Available if head == Some(candidate) => Verdict::Head,
        Status::Available => Verdict::Older,
        status => Verdict::NotAvailable(status),
    };
    Resolution {
        head,
        verdicts: candidates.iter().map(|candidate| (candidate, verdict(candidate))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: u128, status: Status, second: i64, sequence: u64) -> Candidate {
        Candidate {
            image_id: ImageId::generate(id),
            status,
            created_at: Timestamp::from_seconds(second),
            sequence,
        }
    }

    #[test]
    fn no_candidates_no_head() {
        assert_eq!(resolve(&[]), Resolution { head: None, verdicts: Vec::new() });
    }

    #[test]
    fn the_newest_available_wins_and_each_loser_is_told_why() {
        let family = [
            candidate(1, Status::Available, 10, 1),
            candidate(2, Status::Available, 20, 2),
            candidate(3, Status::Deprecated, 30, 3),
            candidate(4, Status::Creating, 40, 4),
        ];
        let resolution = resolve(&family);
        assert_eq!(resolution.head, Some(&family[1]));
        let verdicts: Vec<Verdict> = resolution.verdicts.iter().map(|(_, verdict)| *verdict).collect();
        let not = Verdict::NotAvailable;
        assert_eq!(verdicts, [Verdict::Older, Verdict::Head, not(Status::Deprecated), not(Status::Creating)]);
    }

    #[test]
    fn equal_instants_are_decided_by_the_commit_sequence() {
        let family = [candidate(1, Status::Available, 10, 8), candidate(2, Status::Available, 10, 7)];
        assert_eq!(resolve(&family).head, Some(&family[0]));
    }

    #[test]
    fn the_instant_comes_before_the_sequence() {
        let family = [candidate(1, Status::Available, 10, 9), candidate(2, Status::Available, 11, 1)];
        assert_eq!(resolve(&family).head, Some(&family[1]));
    }
}
