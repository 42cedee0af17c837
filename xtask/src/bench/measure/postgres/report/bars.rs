//! The bars, and whether they are met.

use super::super::super::report::{Bar, at_most};
use super::super::lap::Lap;
use super::super::nodes::Nodes;
use super::super::overload::{Overload, Overloads};
use super::super::resolve::Resolved;
use super::super::soak::{SHARE, Soaked};

/// What is accepted under three times the capacity, of the capacity.
const GOODPUT: f64 = 0.7;
/// p99 of what is accepted then, in milliseconds: well below what clients wait for.
const OVERLOADED_MS: f64 = 2_000.0;
/// Seconds until all is as before.
const RECOVERY_S: f64 = 5.0;
/// How much slower the last third of a soak may be than the first, or the first than the last: percentiles of one mix vary by
/// so much from minute to minute.
const SLOWER: f64 = 1.2;
/// Of the requests of a soak: what one hiccup of the machine may cost.
const REFUSED_PERCENT: f64 = 0.1;

fn at_least(what: &str, measured: f64, bar: f64) -> Bar {
    Bar {
        what: what.to_owned(),
        bar: format!("≥ {bar}"),
        measured: format!("{measured:.2}"),
        is_met: measured >= bar,
    }
}

pub(super) fn resolved(resolved: &Resolved) -> Vec<Bar> {
    let share = |lap: &Lap| lap.requests_per_s / resolved.pgbench.requests_per_s;
    let bar = |who, lap| {
        at_least(
            &format!("signed resolve{who}: requests/s, of pgbench's with the same statement"),
            share(lap),
            0.6,
        )
    };
    let mut bars = vec![bar("", &resolved.node)];
    bars.extend(resolved.user.as_ref().map(|lap| bar(" by a RAM user with 50 statements", lap)));
    bars
}

pub(super) fn nodes(nodes: &Nodes) -> Vec<Bar> {
    let times = nodes.three.requests_per_s / nodes.one.requests_per_s;
    vec![at_least("three nodes of a quarter of a core: requests/s, of one node's", times, 2.5)]
}

pub(super) fn overloads(overloads: &Overloads) -> Vec<Bar> {
    let Overloads { postgres, embedded, .. } = overloads;
    let refused = postgres.during.refused;
    let sheds = Bar {
        what: "overload, PostgreSQL: requests turned away with `Throttling`".to_owned(),
        bar: "some".to_owned(),
        measured: format!("{refused:.0}/s"),
        is_met: refused > 0.0,
    };
    let mut bars = vec![sheds];
    bars.extend(of_store("PostgreSQL", postgres));
    bars.extend(of_store("embedded", embedded));
    bars
}

fn of_store(store: &str, overload: &Overload) -> [Bar; 3] {
    let goodput = overload.during.accepted / overload.capacity;
    let after = |what| format!("overload, {store}: {what}");
    let recovery = overload.recovery_s();
    [
        at_least(&after("accepted/s, of the capacity"), goodput, GOODPUT),
        at_most(&after("p99 of what is accepted"), overload.during.p99_ms, OVERLOADED_MS, "ms"),
        Bar {
            what: after("seconds until nothing is refused and p99 is as usual"),
            bar: format!("≤ {RECOVERY_S}"),
            measured: recovery.map_or("longer".to_owned(), |seconds| seconds.to_string()),
            is_met: recovery.is_some_and(|seconds| seconds as f64 <= RECOVERY_S),
        },
    ]
}

pub(super) fn soaked(soaked: &Soaked) -> Vec<Bar> {
    let [first, _, last] = &soaked.thirds;
    let memory = (last.resident_mib / first.resident_mib - 1.0) * 100.0;
    let refused: u64 = soaked.thirds.iter().map(|third| third.refused).sum();
    let offered = soaked.capacity * SHARE * soaked.minutes * 60.0;
    let percent = refused as f64 / offered * 100.0;
    let slower = last.p99_ms / first.p99_ms;
    vec![
        Bar {
            what: "soak: resident memory, last third against the first".to_owned(),
            bar: "± 5 %".to_owned(),
            measured: format!("{memory:+.1} %"),
            is_met: memory.abs() <= 5.0,
        },
        Bar {
            what: "soak: p99, last third of the first".to_owned(),
            bar: format!("{:.2} to {SLOWER}", 1.0 / SLOWER),
            measured: format!("{slower:.2}"),
            is_met: (1.0 / SLOWER..=SLOWER).contains(&slower),
        },
        Bar {
            what: "soak: requests turned away, or not sent for every client was waiting".to_owned(),
            bar: format!("≤ {REFUSED_PERCENT} %"),
            measured: format!("{percent:.3} %"),
            is_met: percent <= REFUSED_PERCENT,
        },
    ]
}
