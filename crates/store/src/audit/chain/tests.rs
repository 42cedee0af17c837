//! Chains that are damaged, in every way that there is to do it.

use proptest::prelude::*;

use super::*;

fn trail() -> Trail {
    Trail::named("1234567890123456/cn-hangzhou")
}

fn event(n: u64) -> AuditEvent {
    AuditEvent { at: Timestamp::from_micros(n as i64), json: format!("{{\"n\":{n}}}") }
}

/// A chain of events after `anchor`, and where it ends.
fn chain(anchor: &Link, length: u64) -> (Vec<Stored>, Link) {
    let mut end = anchor.clone();
    let mut events = Vec::new();
    for n in 0..length {
        let AuditEntry { sequence, at, hash, event, .. } = end.next(trail(), event(n));
        end = Link { sequence, hash: hash.clone() };
        events.push(Stored { sequence, at, hash, event });
    }
    (events, end)
}

fn problems(anchor: &Link, events: &[Stored], end: &Link) -> Vec<String> {
    let mut verifier = Verifier::new(trail(), anchor.clone());
    // As a database gives them.
    let mut events = events.to_vec();
    events.sort_by_key(|event| event.sequence);
    events.iter().for_each(|event| verifier.take(event));
    verifier.end(end).1
}

#[test]
fn a_chain_as_it_was_written_is_sound_and_each_damage_says_where() {
    let none = Link::default();
    let (events, end) = chain(&none, 5);
    assert_eq!(problems(&none, &events, &end), [""; 0]);
    assert_eq!(problems(&events_link(&events[1]), &events[2..], &end), [""; 0], "what is kept of it");
    let damaged = |damage: fn(&mut Vec<Stored>)| {
        let mut events = events.clone();
        damage(&mut events);
        problems(&none, &events, &end).join("; ")
    };
    let changed = "event 3 is not the one that was written after the one before it";
    assert_eq!(damaged(|events| events[2].event.push(' ')), changed);
    assert_eq!(damaged(|events| events[2].at = Timestamp::from_micros(77)), changed);
    assert_eq!(damaged(|events| drop(events.remove(2))), "event 3 is missing");
    assert_eq!(damaged(|events| drop(events.drain(1..3))), "events 2 to 3 are missing");
    assert_eq!(damaged(|events| events.truncate(3)), "events 4 to 5 are missing at its end");
    assert_eq!(damaged(|events| events.clear()), "events 1 to 5 are missing at its end");
    let put_in = |events: &mut Vec<Stored>| events.push(Stored { sequence: 6, ..events[4].clone() });
    assert!(damaged(put_in).ends_with("event 6 is put in at its end"));
    assert_eq!(
        problems(&events_link(&events[1]), &events[1..], &end),
        ["event 2 was put in before what is kept"]
    );
    // Whoever knows how the hash is made can make that of one event right; the next one tells.
    let mended = damaged(|events| {
        events[2].event.push(' ');
        events[2].hash = hash(&events[1].hash, &trail(), 3, events[2].at, &events[2].event);
    });
    assert_eq!(mended, "event 4 is not the one that was written after the one before it");
    let other = Trail::named("1234567890123456/cn-beijing");
    let mut verifier = Verifier::new(other, none);
    events.iter().for_each(|event| verifier.take(event));
    assert_eq!(verifier.end(&end).1.len(), 5, "a trail is not another one");
}

fn events_link(event: &Stored) -> Link {
    Link { sequence: event.sequence, hash: event.hash.clone() }
}

#[test]
fn a_line_is_read_as_it_was_written_and_tells_what_was_changed() {
    let json = "{\"a\":\",\\\"event\\\":}\",\"event\":{}}".to_owned();
    let entry = Link::default().next(trail(), AuditEvent { at: Timestamp::from_micros(-7), json });
    let line = entry.line();
    assert_eq!(AuditEntry::parse(&format!("{line}\n")), Some(entry.clone()));
    assert!(entry.is_sound());
    for (from, to) in [("\"a\"", "\"b\""), (":-7", ":7"), ("cn-hangzhou", "cn-beijing"), (":1,", ":2,")] {
        let changed = AuditEntry::parse(&line.replacen(from, to, 1)).expect("a line");
        assert!(changed != entry && !changed.is_sound(), "{from}");
    }
    for odd in ["", "{}", "hello", &line[..line.len() - 1], &line[1..]] {
        assert!(AuditEntry::parse(odd).is_none_or(|read| !read.is_sound()), "{odd}");
    }
}

/// What somebody does to a chain who may write to the database.
#[derive(Clone, Debug)]
enum Damage {
    Change(usize),
    Backdate(usize),
    Remove(usize),
    RemoveAndRenumber(usize),
    Insert(usize),
    Swap(usize, usize),
    Cut(usize),
    Rehash(usize),
    ForgeEnd,
}

fn damages() -> impl Strategy<Value = Damage> {
    let place = || 0..32_usize;
    prop_oneof![
        place().prop_map(Damage::Change),
        place().prop_map(Damage::Backdate),
        place().prop_map(Damage::Remove),
        place().prop_map(Damage::RemoveAndRenumber),
        place().prop_map(Damage::Insert),
        (place(), place()).prop_map(|(a, b)| Damage::Swap(a, b)),
        place().prop_map(Damage::Cut),
        place().prop_map(Damage::Rehash),
        Just(Damage::ForgeEnd),
    ]
}

impl Damage {
    fn apply(&self, events: &mut Vec<Stored>, end: &mut Link) {
        let length = events.len();
        let renumber = |events: &mut Vec<Stored>, from: usize, by: i64| {
            events[from..].iter_mut().for_each(|e| e.sequence = e.sequence.saturating_add_signed(by));
        };
        match self {
            Self::Change(at) => events[at % length].event.push('!'),
            Self::Backdate(at) => events[at % length].at = Timestamp::from_micros(-1),
            Self::Remove(at) => drop(events.remove(at % length)),
            Self::RemoveAndRenumber(at) => {
                events.remove(at % length);
                renumber(events, at % length, -1);
            }
            Self::Insert(at) => {
                let copy = events[at % length].clone();
                events.insert(at % length, copy);
                renumber(events, at % length + 1, 1);
            }
            Self::Swap(a, b) => {
                let (a, b) = (a % length, b % length);
                events.swap(a, b);
                let sequence = events[a].sequence;
                events[a].sequence = events[b].sequence;
                events[b].sequence = sequence;
            }
            Self::Cut(at) => events.truncate(at % length),
            Self::Rehash(at) => events[at % length].hash = "0".repeat(64),
            Self::ForgeEnd => end.hash = "0".repeat(64),
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_done_to_a_chain_is_told(
        before in 0..3_u64,
        length in 1..12_u64,
        damages in prop::collection::vec(damages(), 1..4),
    ) {
        let (_, anchor) = chain(&Link::default(), before);
        let (events, end) = chain(&anchor, length);
        prop_assert!(problems(&anchor, &events, &end).is_empty());
        let (mut damaged, mut forged) = (events.clone(), end.clone());
        for damage in damages {
            if !damaged.is_empty() {
                damage.apply(&mut damaged, &mut forged);
            }
        }
        let told = problems(&anchor, &damaged, &forged);
        prop_assert_eq!(told.is_empty(), damaged == events && forged == end, "{:?}", told);
    }
}
