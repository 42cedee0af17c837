//! Images made by one node, in many catalogues and in one; and what the catalogue takes on the disk.

use serde::{Deserialize, Serialize};

use super::super::work::Create;
use super::Bench;
use super::database::{CATALOGUE, Database, WIDE};
use super::lap::Lap;

/// Connections of the load.
pub(super) const CONNECTIONS: usize = 64;

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Created {
    /// In another catalogue each time.
    pub(super) many: Lap,
    /// In one catalogue.
    pub(super) one: Lap,
    pub(super) sizes: Sizes,
}

/// Bytes on the disk, with indexes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sizes {
    /// For each image.
    pub(super) image: f64,
    /// For each account beside its images.
    pub(super) account: f64,
    /// Table, bytes, rows: those of the database of many families.
    pub(super) tables: Vec<(String, u64, u64)>,
}

pub(super) fn measure(bench: &Bench<'_>) -> anyhow::Result<Created> {
    let Bench { plan, database, patience, .. } = bench;
    let sizes = sizes(bench)?;
    let node = database.node(database.copy()?)?;
    let work = || Create::new(node.address, plan.catalogue);
    let (mut in_many, mut in_one) = (work(), work().in_one());
    let (mut many, mut one) = (Vec::new(), Vec::new());
    for turn in 1..=plan.rounds {
        for (name, work, laps) in [("many", &mut in_many, &mut many), ("one", &mut in_one, &mut one)] {
            let lap = patience.quiet(|| {
                let lap = Lap::closed(&[&node], database, CONNECTIONS, work, plan.round)?;
                Ok((lap, lap.others))
            })?;
            println!("round {turn}: CreateImage in {name}: {}", lap.told());
            laps.push(lap);
        }
    }
    node.stop()?;
    Ok(Created { many: Lap::median(&many), one: Lap::median(&one), sizes })
}

fn sizes(bench: &Bench<'_>) -> anyhow::Result<Sizes> {
    /// Their rows come with images; those of the others with accounts.
    const OF_IMAGES: [&str; 5] = ["images", "image_snapshots", "tags", "image_tag_counts", "head_log"];
    let Bench { plan, database, .. } = bench;
    let tables = tables(database, CATALOGUE)?;
    let bytes = |tables: &[(String, u64, u64)], is_of_images: bool| {
        let counted = tables
            .iter()
            .filter(|(name, _, rows)| *rows > 0 && OF_IMAGES.contains(&name.as_str()) == is_of_images);
        counted.map(|(_, bytes, _)| *bytes).sum::<u64>() as f64
    };
    let image = bytes(&tables, true) / f64::from(plan.catalogue.images_total());
    let account = bytes(&self::tables(database, WIDE)?, false) / f64::from(plan.wide.accounts);
    println!("{image:.0} bytes for each image, {account:.0} for each account");
    Ok(Sizes { image, account, tables: tables.into_iter().filter(|(.., rows)| *rows > 0).collect() })
}

fn tables(database: &Database, name: &str) -> anyhow::Result<Vec<(String, u64, u64)>> {
    let sql = "SELECT relname, pg_total_relation_size(oid), reltuples::bigint FROM pg_class \
               WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC, 1";
    let told = database.execute(name, sql)?;
    let row = |line: &str| {
        let mut fields = line.split('|');
        let name = fields.next()?.to_owned();
        Some((
            name,
            fields.next()?.parse().ok()?,
            fields.next()?.parse::<i64>().ok()?.try_into().unwrap_or(0),
        ))
    };
    Ok(told.lines().filter_map(row).collect())
}
