//! The checker on histories made by hand, and against one that has no shortcuts.

use super::{Sequential, Timed, Verdict, check};
use crate::chance::Dice;
use crate::family::{Family, IMAGES_MAX, Rank, Status, Step};

use Status::{Available, Creating, Deprecated};
use Step::{Changed, Created, Deleted, Explained, Full, NotChanged, NotThere, Resolved, StillCreating};

/// A step between two instants.
fn step(called: u64, answered: u64, step: Step) -> Timed<Step> {
    Timed { called, answered: Some(answered), step }
}

/// A step that was called then and never answered.
fn unanswered(called: u64, step: Step) -> Timed<Step> {
    Timed { called, answered: None, step }
}

/// Steps that come one after the other.
fn in_a_row(steps: &[Step]) -> Vec<Timed<Step>> {
    (0..).zip(steps).map(|(n, one)| step(2 * n, 2 * n + 1, one.clone())).collect()
}

fn is_linearizable(history: &[Timed<Step>]) -> bool {
    match check(&Family::default(), history) {
        Verdict::Linearizable => true,
        Verdict::Not(_) => false,
        Verdict::TooLong => panic!("too long: {history:?}"),
    }
}

fn yes(history: &[Timed<Step>]) {
    assert!(is_linearizable(history), "{history:#?}");
}

fn no(history: &[Timed<Step>]) {
    assert!(!is_linearizable(history), "{history:#?}");
}

#[test]
fn one_after_the_other() {
    let story = [
        Resolved(None),
        Created(0, Available),
        Created(1, Available),
        Resolved(Some(1)),
        Changed(1, Deprecated),
        NotChanged(1, Deprecated),
        Resolved(Some(0)),
        Changed(1, Available),
        NotChanged(1, Available),
        Explained(vec![(0, Available), (1, Available)]),
        Resolved(Some(1)),
        Deleted(1),
        NotThere(1),
        Resolved(Some(0)),
    ];
    yes(&in_a_row(&story));
    // Each answer matters: with another one in its place there is no order.
    for place in [0, 3, 6, 10, 13] {
        let mut story = story.clone();
        story[place] = Resolved(Some(if story[place] == Resolved(Some(0)) { 1 } else { 0 }));
        no(&in_a_row(&story));
    }
}

#[test]
fn what_is_concurrent_may_be_seen_or_not_but_not_unseen() {
    let begin = [step(0, 1, Created(0, Available)), step(10, 20, Created(1, Available))];
    let with = |more: &[Timed<Step>]| [&begin, more].concat();
    yes(&with(&[step(12, 13, Resolved(Some(0))), step(14, 15, Resolved(Some(1)))]));
    no(&with(&[step(12, 13, Resolved(Some(1))), step(14, 15, Resolved(Some(0)))]));
    yes(&with(&[step(12, 15, Resolved(Some(1))), step(14, 16, Resolved(Some(0)))]));
}

#[test]
fn what_was_acknowledged_is_seen() {
    let begin = [step(0, 1, Created(0, Available)), step(2, 5, Created(1, Available))];
    no(&[&begin[..], &[step(6, 9, Resolved(Some(0)))]].concat());
    // At the same instant nobody knows which came first.
    yes(&[&begin[..], &[step(5, 9, Resolved(Some(0)))]].concat());
    no(&in_a_row(&[Created(0, Available), Deleted(0), Resolved(Some(0))]));
    no(&in_a_row(&[Created(0, Available), Changed(0, Deprecated), Resolved(Some(0))]));
}

#[test]
fn a_refusal_is_an_answer_like_any_other() {
    no(&in_a_row(&[Created(0, Available), NotThere(0)]));
    no(&in_a_row(&[Created(0, Available), NotChanged(0, Deprecated)]));
    no(&in_a_row(&[Full]));
    let mut story: Vec<Step> = (0..IMAGES_MAX).map(|image| Created(image, Available)).collect();
    story.push(Full);
    yes(&in_a_row(&story));
    story.extend([Deleted(2), Full]);
    no(&in_a_row(&story));
    // Two that came at once, when there was room for one.
    let last = 2 * IMAGES_MAX as u64;
    let mut race = in_a_row(&story[..IMAGES_MAX - 1]);
    race.extend([step(last, last + 9, Created(8, Available)), step(last, last + 9, Created(9, Available))]);
    no(&race);
    race[IMAGES_MAX].step = Full;
    yes(&race);
}

#[test]
fn without_an_answer_it_may_take_effect_at_any_time_or_never() {
    let begin = [step(0, 1, Created(0, Available)), unanswered(2, Created(1, Available))];
    let with = |more: &[Step]| {
        let more = (10..).zip(more).map(|(n, one)| step(2 * n, 2 * n + 1, one.clone()));
        begin.iter().cloned().chain(more).collect::<Vec<_>>()
    };
    yes(&with(&[Resolved(Some(0))]));
    yes(&with(&[Resolved(Some(0)), Resolved(Some(0)), Resolved(Some(1)), Resolved(Some(1))]));
    no(&with(&[Resolved(Some(1)), Resolved(Some(0))]));
    yes(&with(&[Resolved(Some(1)), Deleted(1), Resolved(Some(0))]));
    // Once is once, and not before it was called.
    no(&with(&[Deleted(1), Deleted(1)]));
    no(&[step(0, 1, Resolved(Some(1))), unanswered(2, Created(1, Available))]);
}

#[test]
fn an_image_becomes_available_at_some_time_and_stays_so() {
    let begin = [Created(1, Creating), Created(0, Available)];
    let with = |more: &[Step]| in_a_row(&[&begin, more].concat());
    yes(&with(&[Resolved(Some(0)), StillCreating(1), Resolved(Some(1)), Changed(1, Deprecated)]));
    no(&with(&[Resolved(Some(1)), Resolved(Some(0))]));
    no(&with(&[Resolved(Some(1)), StillCreating(1)]));
    yes(&with(&[Deleted(1), Resolved(Some(0))]));
    // A slow image does not overtake a younger one.
    let slow = [Created(0, Creating), Created(1, Available)];
    yes(&in_a_row(&[&slow[..], &[Resolved(Some(1)), Changed(1, Deprecated), Resolved(Some(0))]].concat()));
    no(&in_a_row(&[&slow[..], &[Resolved(Some(1)), Resolved(Some(0))]].concat()));
}

#[test]
fn a_dead_end_says_where_it_is() {
    let history = in_a_row(&[Created(0, Available), Resolved(Some(0)), Deleted(0), Resolved(Some(0))]);
    let Verdict::Not(dead_end) = check(&Family::default(), &history) else {
        panic!("it is not linearizable")
    };
    assert_eq!((dead_end.ordered, dead_end.next), (3, vec![3]));
    assert_eq!(dead_end.state, Family::default());
}

/// Hundreds of calls at once, of many of which nobody knows the outcome.
#[test]
fn a_long_history_is_quick() {
    let (mut history, mut family, mut dice) = (Vec::new(), Family::default(), Dice::new(7));
    for n in 0..3_000 {
        let step = possible_step(&family, &mut dice, n);
        family = family.after(&step).unwrap();
        let at = 10 * n as u64;
        let answered = (n % 20 != 0).then(|| at + dice.throw(1..60));
        history.push(Timed { called: at - dice.throw(0..60).min(at), answered, step });
    }
    yes(&history);
}

/// Whatever the history, the search without shortcuts says the same.
#[test]
fn shortcuts_change_nothing() {
    let mut found = [0, 0];
    for seed in 0..3_000 {
        let history = small_history(&mut Dice::new(seed));
        let expected = search(&Family::default(), &history.iter().collect::<Vec<_>>());
        assert_eq!(is_linearizable(&history), expected, "seed {seed}: {history:#?}");
        found[usize::from(expected)] += 1;
    }
    assert!(found.iter().all(|times| *times > 500), "{found:?}");
}

/// A few steps that were possible in this order, at instants that allow others, too, some of them with another answer.
fn small_history(dice: &mut Dice) -> Vec<Timed<Step>> {
    let (mut history, mut family) = (Vec::new(), Family::default());
    for n in 0..dice.throw(3..8) as usize {
        let step = possible_step(&family, dice, n);
        family = family.after(&step).unwrap();
        if let Some(other) = family.by_itself().pop().filter(|_| dice.throw(0..2) == 0) {
            family = other;
        }
        let at = 10 * n as u64;
        let answered = (dice.throw(0..6) > 0).then(|| at + dice.throw(1..25));
        history.push(Timed { called: at.saturating_sub(dice.throw(0..25)), answered, step });
    }
    if dice.throw(0..2) == 0 {
        let place = dice.throw(0..history.len() as u64) as usize;
        history[place].step = possible_step(&family, dice, history.len());
    }
    history
}

/// A step that a family answers so.
fn possible_step(family: &Family, dice: &mut Dice, new: Rank) -> Step {
    loop {
        let image = dice.throw(0..new as u64 + 1) as usize;
        let image = if dice.throw(0..3) > 0 { family.head().unwrap_or(image) } else { image };
        let status = if dice.throw(0..2) == 0 { Available } else { Deprecated };
        let step = match dice.throw(0..9) {
            0 | 1 => Created(new, if dice.throw(0..3) == 0 { Creating } else { Available }),
            2 | 3 => Changed(image, status),
            4 => Deleted(image),
            5 => NotThere(image),
            6 => NotChanged(image, status),
            7 => StillCreating(image),
            _ => Resolved(family.head()),
        };
        if family.after(&step).is_some() {
            return step;
        }
    }
}

/// Tries every order.
fn search(family: &Family, left: &[&Timed<Step>]) -> bool {
    let Some(until) = left.iter().filter_map(|step| step.answered).min() else { return true };
    let may_be_next = |place: &usize| left[*place].called <= until;
    let leads_on = |place: usize| {
        let rest: Vec<_> = (0..left.len()).filter(|other| *other != place).map(|other| left[other]).collect();
        family.after(&left[place].step).is_some_and(|family| search(&family, &rest))
    };
    (0..left.len()).filter(may_be_next).any(leads_on)
        || family.by_itself().iter().any(|family| search(family, left))
}
