//! The schema: one list of migrations for every database, and what a program may do with a database of another state.
//!
//! Nodes of two versions run side by side on one database. So a migration either expands (what an older program reads and
//! writes stays as it was) or contracts (what only older programs needed goes). An older program works with a schema that
//! was expanded; one that was contracted it refuses.

use std::sync::LazyLock;

use refinery::Migration;

use crate::StoreError;

/// The name of a migration, and its statements.
type File = (&'static str, &'static str);

/// The migrations of `migrations/`, in order. One whose name begins with `contract_` contracts, any other expands.
const FILES: &[File] = &[
    ("V1__catalogue", include_str!("../../../migrations/0001_catalogue.sql")),
    ("V2__throttles", include_str!("../../../migrations/0002_throttles.sql")),
    ("V3__access", include_str!("../../../migrations/0003_access.sql")),
    ("V4__audit", include_str!("../../../migrations/0004_audit.sql")),
    ("V5__guards", include_str!("../../../migrations/0005_guards.sql")),
    ("V6__access_tags", include_str!("../../../migrations/0006_access_tags.sql")),
    ("V7__exports", include_str!("../../../migrations/0007_exports.sql")),
    ("V8__copies", include_str!("../../../migrations/0008_copies.sql")),
];

/// Those, and what a test adds: a program that is built without optimisation takes the files of the folder that
/// `IMAGEKIN_TEST_NEXT_MIGRATIONS` names, so that a test has nodes of a version that is not written yet.
static ALL: LazyLock<Vec<File>> = LazyLock::new(|| FILES.iter().copied().chain(next_version()).collect());

#[cfg(not(debug_assertions))]
fn next_version() -> Vec<File> {
    Vec::new()
}

/// The files are named as refinery wants it, and in the order of their names: `V02__what.sql`.
#[cfg(debug_assertions)]
fn next_version() -> Vec<File> {
    #[expect(clippy::disallowed_methods, reason = "it is no setting: a release knows nothing of it")]
    let Some(folder) = std::env::var_os("IMAGEKIN_TEST_NEXT_MIGRATIONS") else { return Vec::new() };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<File> = entries
        .filter_map(|entry| {
            let name = entry.path().file_stem()?.to_str()?.to_owned();
            Some((&*name.leak(), &*std::fs::read_to_string(entry.path()).ok()?.leak()))
        })
        .collect();
    files.sort_unstable();
    files
}

/// How a database writes what SQL leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// As the files are written.
    Sqlite,
    /// Without what only says how SQLite lays a table out; texts are compared by code point, whatever the database's own
    /// order is.
    Postgres,
}

impl Dialect {
    fn write(self, sql: &str) -> String {
        match self {
            Self::Sqlite => sql.to_owned(),
            Self::Postgres => sql
                .replace(") WITHOUT ROWID;", ");")
                .replace(" TEXT ", " TEXT COLLATE \"C\" ")
                .replace(" TEXT,", " TEXT COLLATE \"C\",")
                .replace(" TEXT;", " TEXT COLLATE \"C\";"),
        }
    }
}

/// All migrations that this program knows, in order.
pub(crate) fn migrations(dialect: Dialect) -> Result<Vec<Migration>, StoreError> {
    ALL.iter().map(|(name, sql)| migration(name, &dialect.write(sql))).collect()
}

pub(crate) fn migration(name: &str, sql: &str) -> Result<Migration, StoreError> {
    Migration::unapplied(name, sql).map_err(|error| StoreError::Inconsistent(error.to_string()))
}

pub(crate) fn contracts(migration: &Migration) -> bool {
    migration.name().starts_with("contract_")
}

/// The migrations that are still to be applied.
///
/// # Errors
/// [`StoreError::SchemaUnreleased`] where an applied one is not as this program knows it, [`StoreError::SchemaTooNew`]
/// where a newer program has contracted the schema.
pub(crate) fn pending<'k>(
    known: &'k [Migration],
    applied: &[Migration],
) -> Result<Vec<&'k Migration>, StoreError> {
    for applied in applied {
        match known.iter().find(|known| known.version() == applied.version()) {
            Some(known) if known != applied => {
                return Err(StoreError::SchemaUnreleased(applied.to_string()));
            }
            None if contracts(applied) => return Err(StoreError::SchemaTooNew(applied.name().to_owned())),
            _ => {}
        }
    }
    let is_applied = |known: &Migration| applied.iter().any(|applied| applied.version() == known.version());
    Ok(known.iter().filter(|known| !is_applied(known)).collect())
}

/// The statements of all migrations, in order.
pub(crate) fn sql() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|(_, sql)| *sql)
}

/// The number of the newest migration that this program knows: what its nodes can live with is told by it.
pub(crate) fn newest() -> i32 {
    i32::try_from(ALL.len()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::TABLES;

    fn unapplied(names: &[&str]) -> Vec<Migration> {
        names.iter().map(|name| migration(name, &format!("-- {name}")).expect("a name")).collect()
    }

    #[test]
    fn an_older_program_works_with_an_expanded_schema_not_with_a_contracted_one() {
        let known = unapplied(&["V1__catalogue", "V2__notes"]);
        let names = |applied: &[&str]| {
            let applied = unapplied(applied);
            let pending = pending(&known, &applied);
            pending.map(|pending| pending.iter().map(|m| m.name().to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]).expect("a new one"), ["catalogue", "notes"]);
        assert_eq!(names(&["V1__catalogue"]).expect("an older one"), ["notes"]);
        let expanded = ["V1__catalogue", "V2__notes", "V3__more_notes"];
        assert_eq!(names(&expanded).expect("an expanded one"), [""; 0]);
        let contracted = ["V1__catalogue", "V2__notes", "V3__contract_notes"];
        assert!(matches!(names(&contracted), Err(StoreError::SchemaTooNew(_))));
        assert!(matches!(names(&["V1__other"]), Err(StoreError::SchemaUnreleased(_))));
    }

    #[test]
    fn postgres_reads_every_table_and_compares_texts_by_code_point() {
        let sql: String = FILES.iter().map(|(_, sql)| Dialect::Postgres.write(sql)).collect();
        assert_eq!(sql.matches("CREATE TABLE").count(), TABLES.len());
        assert!(!sql.contains("ROWID;"));
        let texts = sql.matches(" TEXT").count();
        assert_eq!(sql.matches(" TEXT COLLATE \"C\"").count(), texts, "a text column without collation");
    }
}
