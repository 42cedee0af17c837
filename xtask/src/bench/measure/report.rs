//! The report: docs/performance.md as it stands, written anew by every full run.

use std::fmt::Write;

use jiff::Timestamp;

use super::create::{self, Created};
use super::ready::Ready;
use super::resolve::{self, Lane, Resolved};
use super::round::Ratios;
use super::seed::users;
use super::template::Shape;
use super::{Measured, Plan, machine};

mod bar;
mod huge;
pub(super) use bar::{Bar, at_most, bars_table, thousands};

/// The lanes in the order of the table, and what they are called.
const LANES: [(Lane, &str); 8] = [
    (Lane::Hyper, "bare hyper, unsigned"),
    (Lane::Large(Shape::V1Get), "V1, GET"),
    (Lane::Large(Shape::V1Form), "V1, POST with a form"),
    (Lane::Large(Shape::V3), "V3, POST"),
    (Lane::User(Shape::V1Get), "V1, GET, a RAM user with 50 statements"),
    (Lane::User(Shape::V3), "V3, POST, a RAM user with 50 statements"),
    (Lane::Small(Shape::V1Get), "V1, GET, small store"),
    (Lane::Small(Shape::V3), "V3, POST, small store"),
];

/// The report in Markdown.
pub(super) fn markdown(plan: &Plan, measured: &Measured) -> anyhow::Result<String> {
    let Measured { resolved, huge, ready, created } = measured;
    let mut text = String::new();
    let date = Timestamp::now().strftime("%Y-%m-%d");
    writeln!(text, "# Performance\n\nWritten by `cargo xtask bench` on {date}; do not edit.\n")?;
    for (what, value) in machine::description()? {
        writeln!(text, "- {what}: {value}")?;
    }
    text += &bars_table(&bars(measured));
    writeln!(text, "\n## Resolving a family\n\n{}", how(plan, resolved))?;
    lanes(&mut text, resolved)?;
    let cold = &resolved.cold;
    writeln!(
        text,
        "\nThe first time that each of the {} families was resolved, from the database: {} requests/s, {} per CPU \
         second, p99 {:.0} µs.",
        thousands(f64::from(plan.large.families_total())),
        thousands(cold.requests_per_s),
        thousands(cold.requests_per_cpu_s),
        cold.p99_us,
    )?;
    text.push_str(&huge::section(plan, huge));
    text.push_str(&others(plan, *ready, *created));
    Ok(text)
}

fn bars(measured: &Measured) -> Vec<Bar> {
    let Measured { resolved, huge, ready, created } = measured;
    let mut bars = Vec::new();
    for (lane, name) in LANES.into_iter().filter(|(lane, _)| matches!(lane, Lane::Large(_) | Lane::User(_))) {
        let Ratios { requests_per_s, requests_per_cpu_s, p99 } = resolved.of(lane, Lane::Hyper);
        bars.push(Bar {
            what: format!("{name}: requests per server-CPU-second and requests/s, of bare hyper's"),
            bar: "≥ 0.40 (aim 0.50)".to_owned(),
            measured: format!("{requests_per_cpu_s:.2} and {requests_per_s:.2}"),
            is_met: requests_per_cpu_s >= 0.4 && requests_per_s >= 0.4,
        });
        bars.push(Bar {
            what: format!("{name}: p99, of bare hyper's"),
            bar: "≤ 3".to_owned(),
            measured: format!("{p99:.2}"),
            is_met: p99 <= 3.0,
        });
    }
    for (shape, name) in [(Shape::V1Get, "V1, GET"), (Shape::V3, "V3, POST")] {
        let Ratios { requests_per_s, requests_per_cpu_s, .. } =
            resolved.of(Lane::Large(shape), Lane::Small(shape));
        bars.push(Bar {
            what: format!(
                "{name}: large store, of the small store's requests per server-CPU-second and requests/s"
            ),
            bar: "≥ 0.85".to_owned(),
            measured: format!("{requests_per_cpu_s:.2} and {requests_per_s:.2}"),
            is_met: requests_per_cpu_s >= 0.85 && requests_per_s >= 0.85,
        });
    }
    bars.push(at_most("start to a first answer, large store", ready.answered_ms, 300.0, "ms"));
    bars.push(at_most("anonymous memory after all rounds", resolved.anonymous_mib, 300.0, "MiB"));
    bars.extend(huge::bars(huge));
    let ratio = created.round.requests_per_s / created.commits_per_s;
    bars.push(Bar {
        what: "durable CreateImage/s, of one-row durable commits/s".to_owned(),
        bar: "≥ 2".to_owned(),
        measured: format!("{ratio:.2}"),
        is_met: ratio >= 2.0,
    });
    bars
}

fn how(plan: &Plan, resolved: &Resolved) -> String {
    format!(
        "Signed DescribeImageFromFamily, in JSON, over {large} images in {families} families of {accounts} accounts \
         with a key each; the small store has {small} images in {small_families} families. Bare hyper is a server on \
         the same runtime and allocator that gives one such answer ({bytes} bytes) to whatever it is asked. The \
         server has one core, the load the other: {connections} kept-alive connections, one request under way on \
         each, no pipelining. The load looks for answers without sleeping, so that no server pays for waking it. Every request has a nonce of its own and is signed just before it is sent; families \
         are drawn uniformly; every answer is checked for its status and its ImageId. Before the first round each \
         family is resolved once, so that its answer is in the server's cache of heads. A RAM user has a policy \
         of {statements} statements for this action or all of its kind, of which the last one allows it. The lanes take turns, {rounds} \
         rounds of {seconds} s each; the table has the medians, and the ratios are those of a turn, of which it has the median, too. A round in which other programs used more than 3 % of \
         the two cores was measured again.\n",
        large = thousands(f64::from(plan.large.images_total())),
        families = thousands(f64::from(plan.large.families_total())),
        accounts = thousands(f64::from(plan.large.accounts)),
        small = thousands(f64::from(plan.small.images_total())),
        small_families = thousands(f64::from(plan.small.families_total())),
        bytes = resolved.answer_bytes,
        connections = resolve::CONNECTIONS,
        statements = users::STATEMENTS,
        rounds = plan.rounds,
        seconds = plan.round.as_secs(),
    )
}

fn lanes(text: &mut String, resolved: &Resolved) -> anyhow::Result<()> {
    writeln!(
        text,
        "| | requests/s | of hyper | per server-CPU-s | of hyper | p50 µs | p99 µs | of hyper | server busy | load \
         busy | others |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    )?;
    for (lane, name) in LANES {
        let (round, of_hyper) = (resolved.lane(lane), resolved.of(lane, Lane::Hyper));
        writeln!(
            text,
            "| {name} | {} | {:.2} | {} | {:.2} | {:.0} | {:.0} | {:.2} | {:.0} % | {:.0} % | {:.1} % |",
            thousands(round.requests_per_s),
            of_hyper.requests_per_s,
            thousands(round.requests_per_cpu_s),
            of_hyper.requests_per_cpu_s,
            round.p50_us,
            round.p99_us,
            of_hyper.p99,
            round.server_busy * 100.0,
            round.load_busy * 100.0,
            round.others * 100.0,
        )?;
    }
    writeln!(
        text,
        "\nWhere the load is busy all the time and the server is not, requests/s tell the speed of the load; requests \
         per server-CPU-second tell that of the server. “Others” is what other programs used of the two cores."
    )?;
    Ok(())
}

fn others(plan: &Plan, ready: Ready, created: Created) -> String {
    format!(
        "\n## Starting\n\nFrom the start of the process on the large store, its files in the page cache, median of \
         {starts}: {listening:.0} ms until it listens, {answered:.0} ms until a first request is answered.\n\n## \
         Writing\n\nCreateImage over {connections} connections, in another account each time, on a copy of the large \
         store, in turns with a loop of single-row `INSERT`s, each committed durably (SQLite, WAL, `synchronous=FULL`), \
         in the same folder: {creates} images/s (p50 {p50:.1} ms, p99 {p99:.1} ms, {per_cpu} per CPU second, server \
         busy {busy:.0} %) against {commits} rows/s.\n\nWhere the time goes, and why a bar is not met: \
         [profiles.md](profiles.md).\n\n## How to run\n\n```\ncargo xtask bench           # about ten \
         minutes once the stores are made; writes this file\ncargo xtask bench --quick   # seconds; tells whether all \
         of it works\n```\n\nThe stores are made once, in the target folder, and kept. Nothing else should run \
         meanwhile; the ratios are what to look at, for they survive another machine.\n",
        starts = plan.starts,
        listening = ready.listening_ms,
        answered = ready.answered_ms,
        connections = create::CONNECTIONS,
        creates = thousands(created.round.requests_per_s),
        p50 = created.round.p50_us / 1_000.0,
        p99 = created.round.p99_us / 1_000.0,
        per_cpu = thousands(created.round.requests_per_cpu_s),
        busy = created.round.server_busy * 100.0,
        commits = thousands(created.commits_per_s),
    )
}
