//! What the database has of the images when all is over, read past the program: the order of each family among it.

use std::collections::BTreeMap;
use std::path::Path;

use imagekin_testing::Postgres;
use rusqlite::{Connection, OpenFlags};

use crate::family::{Rank, Status};
use crate::waiting::{PATIENCE, wait_until};

/// All rows of images, those of deleted ones, too.
const IMAGES: &str = "SELECT family, name, image_id, sequence, status, coalesce(deleted_at_us, 0) FROM images \
    WHERE account_id > 0 AND family IS NOT NULL ORDER BY family, created_at_us, sequence";

/// An image of the database.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) family: String,
    /// Its place in the order of its family.
    pub(crate) rank: Rank,
    pub(crate) sequence: u64,
}

/// All images, and what became of them.
#[derive(Debug, Default)]
pub(crate) struct Truth {
    /// By their names, which are not used twice.
    pub(crate) images: BTreeMap<String, Row>,
    /// Of each family the status of each image, in their order; none of those that are deleted.
    families: BTreeMap<String, Vec<Option<Status>>>,
}

impl Truth {
    /// Reads the database in a data folder.
    pub(crate) fn of_folder(folder: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let database = Connection::open_with_flags(folder.join("imagekin.db"), flags).unwrap();
        let mut statement = database.prepare(IMAGES).unwrap();
        let mut rows = statement.query([]).unwrap();
        let mut truth = Self::default();
        while let Some(row) = rows.next().unwrap() {
            let text = |column: usize| row.get::<_, String>(column).unwrap();
            let number = |column: usize| row.get::<_, i64>(column).unwrap().to_string();
            truth.add([text(0), text(1), text(2), number(3), text(4), number(5)]);
        }
        truth
    }

    /// Reads a database on a PostgreSQL server, once all is over there: the transactions of nodes that were killed, too.
    pub(crate) fn of_postgres(server: &Postgres, database: &str) -> Self {
        wait_until("the transactions of the nodes have ended", PATIENCE, || {
            let others = format!(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()"
            );
            (server.execute(database, &others).unwrap().trim() == "0").then_some(())
        });
        let mut truth = Self::default();
        for line in server.execute(database, IMAGES).unwrap().lines() {
            let columns: Vec<String> = line.split('|').map(str::to_owned).collect();
            truth.add(columns.try_into().expect("six columns"));
        }
        truth
    }

    /// Adds the next image of a family.
    fn add(&mut self, [family, name, id, sequence, status, deleted_at]: [String; 6]) {
        let status = match status.as_str() {
            "Creating" => Status::Creating,
            "Available" => Status::Available,
            "Deprecated" => Status::Deprecated,
            other => panic!("{name} is {other}"),
        };
        let images = self.families.entry(family.clone()).or_default();
        let row = Row { id, family, rank: images.len(), sequence: sequence.parse().unwrap() };
        images.push((deleted_at == "0").then_some(status));
        assert!(self.images.insert(name, row).is_none(), "a name was used twice");
    }

    /// What is left of a family, in its order.
    pub(crate) fn left_of(&self, family: &str) -> Vec<(Rank, Status)> {
        let images = self.families.get(family).into_iter().flatten().enumerate();
        images.filter_map(|(rank, status)| Some((rank, (*status)?))).collect()
    }

    /// The image of a place in the order of a family, for people.
    pub(crate) fn name_of(&self, family: &str, rank: Rank) -> &str {
        let mut images = self.images.iter();
        images.find(|(_, row)| row.family == family && row.rank == rank).map_or("?", |(name, _)| name)
    }
}
