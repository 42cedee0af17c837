//! docs/scale.md: what the measured figures mean for services of some sizes. The text stands in a template beside this
//! file; every figure in it is measured, assumed here, or computed here of the two.

use std::collections::BTreeSet;

use super::super::report::thousands;
use super::Kept;
use super::create::Created;
use super::lap::Lap;
use super::resolve::Resolved;

const TEMPLATE: &str = include_str!("scale.template");
const SECONDS_PER_DAY: f64 = 86_400.0;

/// How large the services are that are told of.
const ACCOUNTS: [(f64, &str); 3] = [(1e3, "10³"), (1e6, "10⁶"), (1e8, "10⁸")];

// What is assumed, not measured; whoever knows better puts it into the formulae.
const RESOLVES_PER_DAY: f64 = 200.0;
const IMAGES_PER_WEEK: f64 = 1.0;
const IMAGES: f64 = 50.0;
const PEAK: f64 = 5.0;
/// Share of a core that may be busy at the peak, so that one that fails is made up for.
const BUSY: f64 = 0.5;
const CORES_OF_NODE: f64 = 2.0;
const CORES_OF_DATABASE: f64 = 16.0;
const BYTES_OF_DATABASE: f64 = 1e12;

/// What is measured.
struct Figures {
    resolve: Lap,
    first_of_key: Lap,
    create: Lap,
    one_catalogue: Lap,
    image_bytes: f64,
    account_bytes: f64,
    /// The days of the measurements.
    days: String,
}

/// What a service of so many accounts needs.
struct Needs {
    resolves_per_s: f64,
    creates_per_s: f64,
    node_cores: f64,
    nodes: f64,
    database_cores: f64,
    bytes: f64,
    bytes_per_year: f64,
    servers: f64,
}

impl Needs {
    fn of(accounts: f64, figures: &Figures) -> Self {
        let resolves_per_s = accounts * RESOLVES_PER_DAY * PEAK / SECONDS_PER_DAY;
        let creates_per_s = accounts * IMAGES_PER_WEEK / 7.0 * PEAK / SECONDS_PER_DAY;
        let cores = |of_resolve: f64, of_create: f64| {
            (resolves_per_s * of_resolve + creates_per_s * of_create) / 1_000.0 / BUSY
        };
        let node_cores = cores(figures.first_of_key.node_ms(), figures.create.node_ms());
        let database_cores = cores(figures.first_of_key.database_ms(), figures.create.database_ms());
        let bytes = accounts * (figures.account_bytes + IMAGES * figures.image_bytes);
        Self {
            resolves_per_s,
            creates_per_s,
            node_cores,
            // Two at least: one can fail.
            nodes: (node_cores / CORES_OF_NODE).ceil().max(2.0),
            database_cores,
            bytes,
            bytes_per_year: accounts * IMAGES_PER_WEEK * 52.0 * figures.image_bytes,
            servers: (database_cores / CORES_OF_DATABASE).max(bytes / BYTES_OF_DATABASE).ceil().max(1.0),
        }
    }
}

/// The document; `None` while not all of its figures are measured.
pub(super) fn markdown(kept: &Kept) -> Option<String> {
    let (resolved_on, resolved) = kept.read::<Resolved>("resolve")?;
    let (created_on, created) = kept.read::<Created>("create")?;
    let figures = Figures {
        resolve: resolved.node,
        first_of_key: resolved.first_of_key,
        create: created.many,
        one_catalogue: created.one,
        image_bytes: created.sizes.image,
        account_bytes: created.sizes.account,
        days: Vec::from_iter(BTreeSet::from([resolved_on, created_on])).join(" and "),
    };
    Some(filled(&figures))
}

fn filled(figures: &Figures) -> String {
    let mut text = TEMPLATE.to_owned();
    for (name, value) in words(figures) {
        text = text.replace(&format!("{{{name}}}"), &value);
    }
    text
}

/// The words of the template and what stands for them.
fn words(figures: &Figures) -> Vec<(&'static str, String)> {
    let ms = |value: f64| format!("{value:.3}");
    let Figures { resolve, first_of_key, create, one_catalogue, .. } = figures;
    let needs: String =
        ACCOUNTS.iter().map(|(accounts, name)| row(name, &Needs::of(*accounts, figures))).collect();
    vec![
        ("days", figures.days.clone()),
        ("resolve_node", ms(resolve.node_ms())),
        ("resolve_database", ms(resolve.database_ms())),
        ("first_node", ms(first_of_key.node_ms())),
        ("first_database", ms(first_of_key.database_ms())),
        ("create_node", ms(create.node_ms())),
        ("create_database", ms(create.database_ms())),
        ("image_bytes", thousands(figures.image_bytes)),
        ("account_bytes", thousands(figures.account_bytes)),
        ("resolves_per_core", thousands(1_000.0 / resolve.node_ms())),
        ("heads_per_core", thousands(1_000.0 / resolve.database_ms())),
        ("one_catalogue", thousands(one_catalogue.requests_per_s)),
        ("one_catalogue_p99", format!("{:.0}", one_catalogue.p99_ms)),
        ("many_catalogues", thousands(create.requests_per_s)),
        ("nonce_rate", thousands(4.0 * 1_048_576.0 / 1_800.0)),
        ("resolves_per_day", format!("{RESOLVES_PER_DAY}")),
        ("images_per_week", format!("{IMAGES_PER_WEEK}")),
        ("images", format!("{IMAGES}")),
        ("peak", format!("{PEAK}")),
        ("busy", format!("{BUSY}")),
        ("cores_of_node", format!("{CORES_OF_NODE}")),
        ("cores_of_database", format!("{CORES_OF_DATABASE}")),
        ("terabytes_of_database", format!("{}", BYTES_OF_DATABASE / 1e12)),
        ("needs", needs),
    ]
}

fn row(accounts: &str, needs: &Needs) -> String {
    let Needs { resolves_per_s, creates_per_s, node_cores, nodes, database_cores, .. } = needs;
    format!(
        "| {accounts} | {} | {creates_per_s:.1} | {node_cores:.1} | {nodes:.0} | {database_cores:.1} | {} | {} | {:.0} |\n",
        thousands(*resolves_per_s),
        bytes(needs.bytes),
        bytes(needs.bytes_per_year),
        needs.servers,
    )
}

fn bytes(count: f64) -> String {
    let (divisor, unit) = if count >= 1e12 { (1e12, "TB") } else { (1e9, "GB") };
    format!("{:.1} {unit}", count / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Figures {
        let lap = |requests_per_s, nodes, database| Lap {
            requests_per_s,
            p50_ms: 1.0,
            p99_ms: 2.0,
            nodes,
            database,
            load: 0.1,
            others: 0.0,
        };
        Figures {
            resolve: lap(10_000.0, 0.5, 0.5),
            first_of_key: lap(10_000.0, 1.0, 0.5),
            create: lap(1_000.0, 0.5, 0.5),
            one_catalogue: lap(500.0, 0.2, 0.5),
            image_bytes: 2_000.0,
            account_bytes: 1_000.0,
            days: "2026-11-24 and 2026-11-24".to_owned(),
        }
    }

    #[test]
    fn needs_follow_the_formulae() {
        let needs = Needs::of(1e6, &figures());
        assert_eq!(needs.resolves_per_s.round(), 11_574.0);
        // 11,574/s × 0.1 ms ÷ 0.5, and 8.3 images/s × 0.5 ms ÷ 0.5.
        assert_eq!((needs.node_cores * 1_000.0).round(), 2_323.0);
        assert_eq!((needs.nodes, needs.servers), (2.0, 1.0));
        assert_eq!(needs.bytes, 101e9);
    }

    #[test]
    fn no_word_is_left_over() {
        let text = filled(&figures());
        assert!(!text.contains('{'), "{text}");
        for (name, _) in words(&figures()) {
            assert!(TEMPLATE.contains(&format!("{{{name}}}")), "the template has no {name}");
        }
    }
}
