//! Is a concurrent history linearizable? After Wing & Gong, with the memory of Lowe ("Testing for linearizability", 2017).
//!
//! Searched for is an order in which every step takes effect at one instant between its call and its answer. A step whose
//! answer never came may take effect at any instant after its call, or never. The search goes depth first and visits no
//! configuration twice: which steps have taken effect, and the state they lead to. What keeps it short:
//!
//! - A read that is possible where the search stands is taken at once and for good: it changes nothing, so it stands
//!   nowhere in anybody's way.
//! - What must be answered soonest is tried first, what needs not take effect at all is tried last.
//! - Of steps without an answer that are equal the first one that was called is taken: it could be where any other is.
//! - Where the search was before with more of them left it need not go again: whatever it could find, it could find then.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;
use std::hash::Hash;

/// Configurations after which the search gives up. Histories of real runs need about one for each step.
const CONFIGURATIONS_MAX: usize = 2_000_000;

/// What the steps are held against: the object as it is when they come one after the other.
pub(crate) trait Sequential: Clone + Debug + Eq + Hash {
    /// A call together with its answer; of a call without one, as if it was carried out.
    type Step: Debug + PartialEq;

    /// The state after the step; `None` when this state does not answer so.
    fn after(&self, step: &Self::Step) -> Option<Self>;

    /// Does a step like this one change nothing, whatever the state?
    fn is_read(step: &Self::Step) -> bool;

    /// What the state may become by itself, at any time.
    fn by_itself(&self) -> Vec<Self>;
}

/// A step in time.
#[derive(Clone, Debug)]
pub(crate) struct Timed<S> {
    /// When it was called.
    pub(crate) called: u64,
    /// When its answer was there, if one came.
    pub(crate) answered: Option<u64>,
    pub(crate) step: S,
}

/// What is found.
#[derive(Debug)]
pub(crate) enum Verdict<S: Sequential> {
    Linearizable,
    /// There is no order.
    Not(DeadEnd<S>),
    /// Nobody knows: the search was too long.
    TooLong,
}

/// The farthest that the search came.
#[derive(Debug)]
pub(crate) struct DeadEnd<S: Sequential> {
    /// Steps with an answer that are ordered by then.
    pub(crate) ordered: usize,
    /// The state that they lead to.
    pub(crate) state: S,
    /// The steps of which none fits there, by their place in the history.
    pub(crate) next: Vec<usize>,
}

/// Where the search stands.
#[derive(Clone)]
struct Configuration<S> {
    place: Place<S>,
    /// Of the steps without an answer, those that have taken effect.
    late: BTreeSet<usize>,
}

/// A configuration as far as steps with an answer go.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Place<S> {
    state: S,
    /// In the order of their calls, all below this one have taken effect, …
    ordered_below: usize,
    /// … and these beyond it.
    ahead: BTreeSet<usize>,
}

/// Where the search was: at each place with which steps used up that have no answer, and no more than needed.
struct Visited<S> {
    places: HashMap<Place<S>, Vec<BTreeSet<usize>>>,
    count: usize,
}

impl<S: Clone + Eq + Hash> Visited<S> {
    /// Notes a configuration; `false` when nothing new can be found there.
    fn insert(&mut self, here: &Configuration<S>) -> bool {
        let before = self.places.entry(here.place.clone()).or_default();
        if before.iter().any(|late| late.is_subset(&here.late)) {
            return false;
        }
        before.retain(|late| !here.late.is_subset(late));
        before.push(here.late.clone());
        self.count += 1;
        true
    }
}

/// Steps by their places in the history.
struct Search<'h, S: Sequential> {
    history: &'h [Timed<S::Step>],
    answered: Vec<usize>,
    unanswered: Vec<usize>,
}

/// Looks for an order of the steps that begins at `start`.
pub(crate) fn check<S: Sequential>(start: &S, history: &[Timed<S::Step>]) -> Verdict<S> {
    let mut places: Vec<usize> = (0..history.len()).collect();
    places.sort_by_key(|place| history[*place].called);
    let (answered, unanswered) = places.into_iter().partition(|place| history[*place].answered.is_some());
    let search = Search { history, answered, unanswered };
    let place = Place { state: start.clone(), ordered_below: 0, ahead: BTreeSet::new() };
    search.run(Configuration { place, late: BTreeSet::new() })
}

impl<S: Sequential> Search<'_, S> {
    fn run(&self, start: Configuration<S>) -> Verdict<S> {
        let mut farthest: Option<Place<S>> = None;
        let mut visited = Visited { places: HashMap::new(), count: 0 };
        let mut open = vec![start];
        while let Some(mut here) = open.pop() {
            self.take_reads(&mut here.place);
            if here.place.ordered_below == self.answered.len() {
                return Verdict::Linearizable;
            }
            if farthest.as_ref().is_none_or(|farthest| here.place.ordered() > farthest.ordered()) {
                farthest = Some(here.place.clone());
            }
            if visited.count == CONFIGURATIONS_MAX {
                return Verdict::TooLong;
            }
            if visited.insert(&here) {
                open.extend(self.following(&here));
            }
        }
        Verdict::Not(self.dead_end(&farthest.expect("the search stood somewhere")))
    }

    /// The steps with an answer that may be next, those first that are answered first; and the instant by which one of them
    /// must have taken effect.
    fn next(&self, here: &Place<S>) -> (Vec<usize>, u64) {
        let (mut next, mut until) = (Vec::new(), u64::MAX);
        for (index, place) in self.answered.iter().enumerate().skip(here.ordered_below) {
            if self.history[*place].called > until {
                break;
            }
            if !here.ahead.contains(&index) {
                until = until.min(self.answered_at(index));
                next.push(index);
            }
        }
        next.retain(|index| self.history[self.answered[*index]].called <= until);
        next.sort_by_key(|index| self.answered_at(*index));
        (next, until)
    }

    fn answered_at(&self, index: usize) -> u64 {
        self.history[self.answered[index]].answered.unwrap_or(u64::MAX)
    }

    /// Orders the reads that are possible here.
    fn take_reads(&self, here: &mut Place<S>) {
        loop {
            let fits = |index: &usize| {
                let step = &self.history[self.answered[*index]].step;
                S::is_read(step) && here.state.after(step).is_some()
            };
            let reads: Vec<usize> = self.next(here).0.into_iter().filter(fits).collect();
            if reads.is_empty() {
                return;
            }
            reads.into_iter().for_each(|index| here.order(index));
        }
    }

    /// Where the search may go from here, the likeliest last.
    fn following(&self, here: &Configuration<S>) -> Vec<Configuration<S>> {
        let (next, until) = self.next(&here.place);
        let state = &here.place.state;
        let with = |state: S| Configuration {
            place: Place { state, ..here.place.clone() },
            late: here.late.clone(),
        };
        let mut following = Vec::new();
        for index in next {
            let step = &self.history[self.answered[index]].step;
            if let Some(state) = state.after(step).filter(|_| !S::is_read(step)) {
                let mut there = with(state);
                there.place.order(index);
                following.push(there);
            }
        }
        following.extend(state.by_itself().into_iter().map(with));
        for index in self.unanswered_steps(here, until) {
            if let Some(state) = state.after(&self.history[self.unanswered[index]].step) {
                let mut there = with(state);
                there.late.insert(index);
                following.push(there);
            }
        }
        following.reverse();
        following
    }

    /// The steps without an answer that may still take effect here, of equal ones one.
    fn unanswered_steps(&self, here: &Configuration<S>, until: u64) -> Vec<usize> {
        let mut steps: Vec<usize> = Vec::new();
        let step = |index: usize| &self.history[self.unanswered[index]].step;
        for (index, place) in self.unanswered.iter().enumerate() {
            if self.history[*place].called > until {
                break;
            }
            let is_left = !here.late.contains(&index) && !S::is_read(step(index));
            if is_left && steps.iter().all(|other| step(*other) != step(index)) {
                steps.push(index);
            }
        }
        steps
    }

    fn dead_end(&self, farthest: &Place<S>) -> DeadEnd<S> {
        let next = self.next(farthest).0.into_iter().map(|index| self.answered[index]).collect();
        DeadEnd { ordered: farthest.ordered(), state: farthest.state.clone(), next }
    }
}

impl<S> Place<S> {
    /// How many steps with an answer have taken effect.
    fn ordered(&self) -> usize {
        self.ordered_below + self.ahead.len()
    }

    /// Notes that a step with an answer has taken effect.
    fn order(&mut self, index: usize) {
        self.ahead.insert(index);
        while self.ahead.remove(&self.ordered_below) {
            self.ordered_below += 1;
        }
    }
}

#[cfg(test)]
mod tests;
