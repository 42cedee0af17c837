//! The reports: docs/performance-postgres.md and docs/scale.md, of what is kept.

use std::fmt::Write;
use std::path::Path;

use super::super::machine;
use super::super::report::{Bar, bars_table, thousands};
use super::create::{self, Created};
use super::database::SETTINGS;
use super::lap::Lap;
use super::nodes::{self, Nodes};
use super::overload::{self, Overload, Overloads};
use super::resolve::{self, Resolved};
use super::soak::{self, Soaked, Third};
use super::{Kept, Plan, scale};

mod bars;

/// A part of the report: nothing when the part was not measured.
type Section = fn(&Plan, &Kept) -> Option<(String, Vec<Bar>, String)>;

/// The parts, in their order. Each gives the day, its bars and its text.
const SECTIONS: [(&str, Section); 5] = [
    ("resolve", |plan, kept| {
        let (day, resolved) = kept.read("resolve")?;
        Some((day, bars::resolved(&resolved), resolving(plan, &resolved)))
    }),
    ("create", |_, kept| {
        let (day, created) = kept.read("create")?;
        Some((day, Vec::new(), creating(&created)))
    }),
    ("nodes", |_, kept| {
        let (day, nodes) = kept.read("nodes")?;
        Some((day, bars::nodes(&nodes), more_nodes(&nodes)))
    }),
    ("overload", |plan, kept| {
        let (day, overloads) = kept.read("overload")?;
        Some((day, bars::overloads(&overloads), overloading(plan, &overloads)))
    }),
    ("soak", |_, kept| {
        let (day, soaked) = kept.read("soak")?;
        Some((day, bars::soaked(&soaked), soaking(&soaked)))
    }),
];

/// Writes both into `folder`, and prints the first.
pub(super) fn write(plan: &Plan, kept: &Kept, folder: &Path) -> anyhow::Result<()> {
    let scale = scale::markdown(kept);
    let text = markdown(plan, kept, scale.is_some())?;
    println!("\n{text}");
    std::fs::write(folder.join("performance-postgres.md"), text)?;
    match scale {
        Some(text) => std::fs::write(folder.join("scale.md"), text)?,
        None => println!("scale.md is left as it is: resolve and create are not measured yet"),
    }
    Ok(())
}

fn markdown(plan: &Plan, kept: &Kept, is_scale_told: bool) -> anyhow::Result<String> {
    let mut text =
        "# Performance on PostgreSQL\n\nWritten by `cargo xtask bench --store postgres`; do not edit."
            .to_owned();
    if is_scale_told {
        text += " What the figures mean for a service of some size: [scale.md](scale.md).";
    }
    text += "\n\n";
    for (what, value) in machine::description()? {
        writeln!(text, "- {what}: {value}")?;
    }
    let settings: Vec<String> = SETTINGS.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    let version = imagekin_testing::command("postgres")?.arg("--version").output()?.stdout;
    writeln!(
        text,
        "- database: {}, durable; {}",
        String::from_utf8_lossy(&version).trim(),
        settings.join(", ")
    )?;
    let (mut bars, mut sections) = (Vec::new(), String::new());
    for (part, section) in SECTIONS {
        match section(plan, kept) {
            Some((day, of_part, section)) => {
                writeln!(text, "- {part}: measured on {day}")?;
                bars.extend(of_part);
                sections += &section;
            }
            None => writeln!(text, "- {part}: **not measured yet**")?,
        }
    }
    text += &bars_table(&bars);
    text += &sections;
    text += "\n## How to run\n\n```\ncargo xtask bench --store postgres                # all, three quarters of an hour; writes \
             this file and scale.md\ncargo xtask bench --store postgres --only nodes   # one part, the others as they were \
             measured last\ncargo xtask bench --store postgres --quick        # seconds; tells whether all of it works\n```\n\n\
             The database is made anew by each run, in the folder of temporary files, and is gone afterwards. Nothing else \
             should run meanwhile; the ratios are what to look at, for they survive another machine.\n";
    Ok(text)
}

/// The table of laps.
fn laps(laps: &[(&str, &Lap)]) -> String {
    let mut text = "| | requests/s | p50 ms | p99 ms | nodes: cores | CPU s for 1,000 | database: cores | CPU s for 1,000 | \
                    load: cores | others |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        .to_owned();
    for (name, lap) in laps {
        let or_dash = |value: f64, text: String| if value > 0.0 { text } else { "–".to_owned() };
        text += &format!(
            "| {name} | {} | {:.2} | {} | {} | {} | {:.2} | {:.3} | {:.2} | {:.1} % |\n",
            thousands(lap.requests_per_s),
            lap.p50_ms,
            or_dash(lap.p99_ms, format!("{:.2}", lap.p99_ms)),
            or_dash(lap.nodes, format!("{:.2}", lap.nodes)),
            or_dash(lap.nodes, format!("{:.3}", lap.node_ms())),
            lap.database,
            lap.database_ms(),
            lap.load,
            lap.others * 100.0,
        );
    }
    text
}

fn resolving(plan: &Plan, resolved: &Resolved) -> String {
    let Resolved { pgbench, node, user, first_of_key } = resolved;
    let mut of_node = vec![("pgbench", pgbench), ("one node", node)];
    of_node.extend(user.as_ref().map(|lap| ("one node, RAM users with 50 statements each", lap)));
    of_node.push(("one node, the first request of each key", first_of_key));
    format!(
        "\n## Resolving a family\n\nSigned DescribeImageFromFamily (V1, GET, in JSON) on one node, over {images} images in \
         {families} families of {accounts} accounts; and in turns pgbench with `-M prepared`, which asks the same server for \
         the same data with the statement that the node has sent, as `pg_stat_activity` shows it. Both have {CONNECTIONS} \
         connections, one request under way on each; families are drawn uniformly. The database has one core; whoever asks \
         has the other: pgbench, or the node together with its load. {rounds} rounds of {seconds} s each, medians. A round in \
         which other programs used more than 3 % of the two cores was measured again. pgbench tells a mean for p50.\n\n{laps}\n\
         In the last line a node that has just been started is asked once by each of {keys} accounts: it reads the access \
         key first. A key is read again when it was read 10 s ago, so that this is what a request costs whose account asks \
         less often than that.\n",
        CONNECTIONS = resolve::CONNECTIONS,
        images = thousands(f64::from(plan.catalogue.images_total())),
        families = thousands(f64::from(plan.catalogue.families_total())),
        accounts = thousands(f64::from(plan.catalogue.accounts)),
        keys = thousands(f64::from(plan.wide.accounts)),
        rounds = plan.rounds,
        seconds = plan.round.as_secs(),
        laps = laps(&of_node),
    )
}

fn creating(created: &Created) -> String {
    let mut text = format!(
        "\n## Writing\n\nCreateImage over {CONNECTIONS} connections, each committed durably before it is answered; in \
         another catalogue each time, and all in one, whose row every write takes. (PostgreSQL asks the disk for several \
         commits at once where they wait at the same time; those of one catalogue cannot.)\n\n{laps}\nOn the disk an image \
         takes {image} bytes with all that stands beside it, an account {account} bytes beside its images \
         (`pg_total_relation_size`):\n\n| table | MiB | rows | bytes/row |\n|---|--:|--:|--:|\n",
        CONNECTIONS = create::CONNECTIONS,
        laps = laps(&[("in many catalogues", &created.many), ("in one catalogue", &created.one)]),
        image = thousands(created.sizes.image),
        account = thousands(created.sizes.account),
    );
    for (table, bytes, rows) in &created.sizes.tables {
        let (bytes, rows) = (*bytes as f64, *rows as f64);
        text += &format!(
            "| `{table}` | {:.1} | {} | {} |\n",
            bytes / 1_048_576.0,
            thousands(rows),
            thousands(bytes / rows)
        );
    }
    text
}

fn more_nodes(nodes: &Nodes) -> String {
    format!(
        "\n## More nodes\n\nEach node is held to a quarter of a core ({how}), and has {CONNECTIONS} connections of the load.\n\n\
         {laps}",
        how = nodes.how,
        CONNECTIONS = nodes::CONNECTIONS,
        laps = laps(&[("one node", &nodes.one), ("three nodes", &nodes.three)]),
    )
}

fn overloading(plan: &Plan, overloads: &Overloads) -> String {
    let mut text = format!(
        "\n## Overload\n\nA node held to a quarter of a core ({how}) is offered {TOO_MUCH} times the resolves that it can \
         take, for {seconds} s, and before and after that half of them. They are due at their own rate, whatever becomes of \
         those before them, and are sent by {CLIENTS} clients with one connection each; one that is due while every client \
         waits for an answer is not sent. Nobody tries again.\n\n| | offered/s | accepted/s | of the capacity | refused/s | not \
         sent/s | p99 ms |\n|---|--:|--:|--:|--:|--:|--:|\n",
        how = overloads.how,
        TOO_MUCH = overload::TOO_MUCH,
        CLIENTS = thousands(overload::CLIENTS as f64),
        seconds = plan.overload.as_secs(),
    );
    for (store, overload) in [("PostgreSQL", &overloads.postgres), ("embedded", &overloads.embedded)] {
        let Overload { capacity, before, during, after } = overload;
        let seconds = after.iter().take(6).enumerate();
        let after = seconds.map(|(second, phase)| (format!("second {} after", second + 1), phase));
        let phases = [("before".to_owned(), before), ("during".to_owned(), during)];
        for (when, phase) in phases.into_iter().chain(after) {
            text += &format!(
                "| {store}, {when} | {} | {} | {:.2} | {} | {} | {:.1} |\n",
                thousands(phase.offered),
                thousands(phase.accepted),
                phase.accepted / capacity,
                thousands(phase.refused),
                thousands(phase.unsent),
                phase.p99_ms,
            );
        }
    }
    text + "\nOn PostgreSQL a request waits within the node, for the database: those beyond `limits.requests_max` are turned \
            away with `Throttling`. On the embedded store nothing waits within: a request is answered as soon as a thread \
            takes it up, so that those that are too many wait in their connections, and as many as there are clients.\n"
}

fn soaking(soaked: &Soaked) -> String {
    let mut text = format!(
        "\n## Soak\n\n{minutes:.1} minutes of {share:.0} % of what the node can take ({capacity} requests/s of this mix), from \
         {CLIENTS} clients, each request due at its time: resolves, and of each {writes} requests one that creates an image, deprecates the one \
         before, or deletes an old one, as a nightly build of each account does.\n\n| | requests/s | refused | p50 ms | p99 ms \
         | resident MiB |\n|---|--:|--:|--:|--:|--:|\n",
        minutes = soaked.minutes,
        share = soak::SHARE * 100.0,
        capacity = thousands(soaked.capacity),
        CLIENTS = soak::CLIENTS,
        writes = super::super::work::REQUESTS_PER_WRITE,
    );
    for (name, third) in ["first third", "second third", "last third"].iter().zip(&soaked.thirds) {
        let Third { requests_per_s, refused, p50_ms, p99_ms, resident_mib } = third;
        text += &format!(
            "| {name} | {} | {refused} | {p50_ms:.2} | {p99_ms:.2} | {resident_mib:.1} |\n",
            thousands(*requests_per_s)
        );
    }
    text
}
