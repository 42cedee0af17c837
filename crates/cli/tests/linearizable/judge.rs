//! Holds a history against the database that it has left, and against the model, family by family: what is linearizable
//! for each family by itself is so for all of them.

use std::collections::BTreeMap;

use imagekin_rpc::codes;

use crate::checker::{self, DeadEnd, Sequential, Timed, Verdict};
use crate::family::{Family, Rank, Step};
use crate::history::{Answer, Call, Named, Operation};
use crate::truth::Truth;

/// What was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Report {
    pub(crate) families: usize,
    pub(crate) operations: usize,
    /// Those of them that have changed something, for all that their clients know.
    pub(crate) writes: usize,
    pub(crate) refused: usize,
    pub(crate) unknown: usize,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { families, operations, writes, refused, unknown } = self;
        write!(
            f,
            "{operations} operations on {families} families are linearizable, family by family: {writes} acknowledged \
             writes, {refused} refused, {unknown} of unknown outcome"
        )
    }
}

/// A step, and the operation that it was; none for the database itself.
type Of<'h> = (Timed<Step>, Option<&'h Operation>);

/// Judges a history; what is wrong is said in words.
pub(crate) fn judge(history: &[Operation], truth: &Truth) -> Result<Report, String> {
    nothing_lost_and_no_traces(history, truth)?;
    sequences_follow_time(history, truth)?;
    let mut families: BTreeMap<&str, Vec<Of<'_>>> = BTreeMap::new();
    let mut report = Report::default();
    for operation in history {
        report.count(operation);
        let steps = families.entry(&operation.family).or_default();
        if let Some(step) = step_of(operation, truth)? {
            let answered = (operation.answer != Answer::Unknown).then_some(operation.answered);
            steps.push((Timed { called: operation.called, answered, step }, Some(operation)));
        }
    }
    report.families = families.len();
    let end = history.iter().map(|operation| operation.answered).max().unwrap_or_default();
    for (family, mut steps) in families {
        // What the database has in the end is an answer, too, which nothing comes after.
        let left = Step::Explained(truth.left_of(family));
        steps.push((Timed { called: end + 1, answered: Some(end + 2), step: left }, None));
        let timed: Vec<Timed<Step>> = steps.iter().map(|(step, _)| step.clone()).collect();
        match checker::check(&Family::default(), &timed) {
            Verdict::Linearizable => {}
            Verdict::TooLong => {
                return Err(format!("whether {family} is linearizable takes too long to find"));
            }
            Verdict::Not(dead_end) => return Err(told(family, &steps, &dead_end, truth)),
        }
    }
    Ok(report)
}

impl Report {
    fn count(&mut self, operation: &Operation) {
        self.operations += 1;
        match operation.answer {
            Answer::Done => self.writes += 1,
            Answer::Refused(_) => self.refused += 1,
            Answer::Unknown => self.unknown += 1,
            Answer::Head(_) | Answer::Images(_) => {}
        }
    }
}

/// An image that was acknowledged is a row, a deleted one is a tombstone; one that was refused is none.
fn nothing_lost_and_no_traces(history: &[Operation], truth: &Truth) -> Result<(), String> {
    for operation in history {
        let Call::Create { name, .. } = &operation.call else { continue };
        match (&operation.answer, truth.images.contains_key(name)) {
            (Answer::Done, false) => return Err(format!("acknowledged and lost: {operation}")),
            (Answer::Refused(_), true) => return Err(format!("refused, and yet it is there: {operation}")),
            _ => {}
        }
    }
    Ok(())
}

/// What was created after another one was acknowledged has the greater commit sequence.
fn sequences_follow_time(history: &[Operation], truth: &Truth) -> Result<(), String> {
    let mut created: Vec<(&Operation, u64)> = Vec::new();
    for operation in history.iter().filter(|operation| operation.answer == Answer::Done) {
        if let Call::Create { name, .. } = &operation.call {
            created.push((operation, truth.images.get(name).map_or(0, |row| row.sequence)));
        }
    }
    created.sort_by_key(|(_, sequence)| *sequence);
    let mut latest: Option<&Operation> = None;
    for (operation, _) in created {
        if let Some(latest) = latest.filter(|latest| operation.answered < latest.called) {
            return Err(format!("committed in the wrong order: {latest}, then {operation}"));
        }
        if latest.is_none_or(|latest| latest.called < operation.called) {
            latest = Some(operation);
        }
    }
    Ok(())
}

/// The step of the model that an operation was; none of one that says nothing of the family.
fn step_of(operation: &Operation, truth: &Truth) -> Result<Option<Step>, String> {
    let rank = |name: &str| {
        let row = truth.images.get(name).filter(|row| row.family == operation.family);
        row.map(|row| row.rank)
            .ok_or_else(|| format!("the database has no {name} in its family: {operation}"))
    };
    let rank_of = |image: &Named| match truth.images.get(&image.name) {
        Some(row) if row.id == image.id => rank(&image.name),
        _ => Err(format!("the database has no {} of this id: {operation}", image.name)),
    };
    Ok(Some(match (&operation.call, &operation.answer) {
        // One that was never made has no place in the order.
        (Call::Create { name, .. }, Answer::Unknown) if !truth.images.contains_key(name) => return Ok(None),
        (Call::Create { name, status }, Answer::Done | Answer::Unknown) => {
            Step::Created(rank(name)?, *status)
        }
        (Call::Create { .. }, Answer::Refused(code)) if *code == codes::FAMILY_FULL_CREATE.code => Step::Full,
        (Call::Change { name, status }, Answer::Done | Answer::Unknown) => {
            Step::Changed(rank(name)?, *status)
        }
        (Call::Change { name, status }, Answer::Refused(code)) => match code.as_str() {
            code if code == codes::IMAGE_NOT_FOUND.code => Step::NotThere(rank(name)?),
            code if code == codes::IMAGE_IS_CREATING.code => Step::StillCreating(rank(name)?),
            code if code == codes::STATUS_NOT_AVAILABLE.code || code == codes::STATUS_NOT_DEPRECATED.code => {
                Step::NotChanged(rank(name)?, *status)
            }
            _ => return Err(format!("a refusal that does not belong there: {operation}")),
        },
        (Call::Delete { name }, Answer::Done | Answer::Unknown) => Step::Deleted(rank(name)?),
        (Call::Delete { name }, Answer::Refused(code)) if *code == codes::IMAGE_NOT_FOUND.code => {
            Step::NotThere(rank(name)?)
        }
        (Call::Resolve, Answer::Head(head)) => Step::Resolved(head.as_ref().map(rank_of).transpose()?),
        (Call::Explain, Answer::Images(images)) => {
            let image = |(image, status): &(Named, _)| Ok::<(Rank, _), String>((rank_of(image)?, *status));
            Step::Explained(images.iter().map(image).collect::<Result<_, _>>()?)
        }
        (Call::Resolve | Call::Explain, Answer::Unknown) => return Ok(None),
        _ => return Err(format!("an answer that does not belong there: {operation}")),
    }))
}

/// Why a family is not linearizable: where the search ended, and what was called about then.
fn told(family: &str, steps: &[Of<'_>], dead_end: &DeadEnd<Family>, truth: &Truth) -> String {
    let mut text = format!(
        "{family} is not linearizable. Of {} steps at most {} fit into one order; then it is {:?} with the head {:?}, and \
         none of these fits:\n",
        steps.len(),
        dead_end.ordered,
        dead_end.state,
        dead_end.state.head().map(|rank| truth.name_of(family, rank)),
    );
    let line = |(timed, operation): &Of<'_>| match operation {
        Some(operation) => format!("  {operation}\n    as {:?}\n", timed.step),
        None => format!("  in the end the database: {:?}\n", timed.step),
    };
    text.extend(dead_end.next.iter().map(|place| line(&steps[*place])));
    let about = dead_end.next.iter().map(|place| steps[*place].0.called).min().unwrap_or_default();
    let mut writes: Vec<&Of<'_>> = steps.iter().filter(|(timed, _)| !Family::is_read(&timed.step)).collect();
    writes.sort_by_key(|(timed, _)| timed.called);
    let after = writes.partition_point(|(timed, _)| timed.called < about);
    text += "The writes about then:\n";
    text.extend(writes[after.saturating_sub(12)..(after + 6).min(writes.len())].iter().map(|of| line(of)));
    text
}
