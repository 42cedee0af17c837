//! `imagekin move` into a real PostgreSQL server, and `imagekin check` there.

use std::path::Path;

use imagekin_testing::{Postgres, name_in};

use crate::busy::Busy;
use crate::client::Client;
use crate::command::{Outcome, on, run};
use crate::plants::PLANTS;
use crate::server::Server;
use crate::story;

/// Checks beside a node that clients keep busy.
const CHECKS: usize = 5;

pub(crate) fn postgres() -> &'static Postgres {
    imagekin_testing::shared().unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn execute(url: &str, sql: &str) -> String {
    postgres().execute(name_in(url), sql).unwrap_or_else(|error| panic!("{error}"))
}

/// Every table of the schema, by its name.
pub(crate) fn tables(url: &str) -> Vec<String> {
    let sql = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \
               AND relname <> 'refinery_schema_history' ORDER BY 1";
    execute(url, sql).lines().map(str::to_owned).collect()
}

/// How many rows all tables have.
fn rows(url: &str) -> u64 {
    let counts = tables(url)
        .iter()
        .map(|table| execute(url, &format!("SELECT COUNT(*) FROM {table}")))
        .collect::<Vec<_>>();
    counts.iter().map(|count| count.trim().parse::<u64>().expect("a number")).sum()
}

fn rows_of_folder(folder: &Path, tables: &[String]) -> u64 {
    let database = rusqlite::Connection::open(folder.join("imagekin.db")).expect("a database");
    let count = |table: &String| {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        database.query_row(&sql, [], |row| row.get::<_, i64>(0)).expect("a count")
    };
    tables.iter().map(|table| u64::try_from(count(table)).expect("a count")).sum()
}

/// All rows of a database, kept beside it, and how they are put back.
struct Kept {
    put_back: String,
}

impl Kept {
    fn of(url: &str) -> Self {
        let tables = tables(url);
        let each = |sql: &str| tables.iter().map(|table| sql.replace("{}", table)).collect::<String>();
        execute(url, &format!("CREATE SCHEMA kept; {}", each("CREATE TABLE kept.{} AS TABLE {};")));
        let index = execute(url, "SELECT pg_get_indexdef('images_by_name'::regclass)");
        let put_back = format!(
            "BEGIN; DROP INDEX IF EXISTS images_by_name; {} {}; COMMIT",
            each("DELETE FROM {}; INSERT INTO {} TABLE kept.{};"),
            index.trim()
        );
        Self { put_back }
    }
}

fn moved(folder: &Path, url: &str) -> Outcome {
    on("move", folder, &["--database", url])
}

fn check(folder: &Path, url: &str) -> Outcome {
    on("check", folder, &["--database", url, "--bytes", "digest"])
}

#[test]
fn a_store_that_is_moved_is_whole_and_its_faults_are_told() {
    let folder = story::filled();
    let url = postgres().create_database();
    let running = Server::start(folder.path(), &[]);
    assert!(moved(folder.path(), &url).fails().contains("another process is using"));
    let names = ["base-1", "base-3", "made-1"];
    let look = |server: &Server, number| {
        let mut client = Client::new(&server.address, number);
        names.map(|name| client.image_named(name).unwrap_or_else(|| panic!("no image {name}")))
    };
    let before = look(&running, 50);
    running.stop();

    assert!(moved(folder.path(), &url).ok().starts_with("moved the database of"));
    assert_eq!(rows(&url), rows_of_folder(folder.path(), &tables(&url)));
    assert_eq!(check(folder.path(), &url).ok(), "");
    let kept = Kept::of(&url);
    let mut missing = Vec::new();
    for plant in PLANTS {
        execute(&url, &plant.sql());
        missing.extend(plant.missed(&check(folder.path(), &url)));
        execute(&url, &kept.put_back);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));

    // Served from there, it is what it was. While it is served, it can be checked.
    let server = Server::start(folder.path(), &["--database", &url]);
    assert_eq!(look(&server, 51), before);
    let busy = Busy::start(&server.address, 60);
    for _ in 0..CHECKS {
        busy.beside(|| assert_eq!(check(folder.path(), &url).ok(), ""));
    }
    busy.stop();
    server.stop();
    // It is in use now.
    assert!(moved(folder.path(), &url).fails().contains("the database is in use"));
}

/// Rows that cannot be what they were are told, and nothing is left of a move that breaks off.
#[test]
fn a_move_that_breaks_off_leaves_nothing() {
    let folder = story::filled();
    let url = postgres().create_database();
    let migrate = || run(["migrate", "--database", &url]);
    assert_eq!(
        migrate().ok(),
        "applied catalogue\napplied throttles\napplied access\napplied audit\napplied guards\napplied access_tags\napplied exports\napplied copies\n"
    );
    assert_eq!(migrate().ok(), "the schema is up to date\n");
    // Half-way, the server loses the connection.
    let breaking = "CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS \
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$; \
                    CREATE TRIGGER break BEFORE INSERT ON head_log EXECUTE FUNCTION break()";
    execute(&url, breaking);
    let told = moved(folder.path(), &url).fails();
    assert!(told.contains("nothing was moved"), "{told}");
    assert_eq!(rows(&url), 0);
    // A row that does not arrive as it was sent is found.
    let changing = "DROP TRIGGER break ON head_log; \
                    CREATE OR REPLACE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS \
                    $$ BEGIN IF NEW.name = 'base-1' THEN NEW.description = 'another'; END IF; \
                    IF NEW.name = 'made-3' THEN RETURN NULL; END IF; RETURN NEW; END $$; \
                    CREATE TRIGGER break BEFORE INSERT ON images FOR EACH ROW EXECUTE FUNCTION break()";
    execute(&url, changing);
    let outcome = moved(folder.path(), &url);
    assert_eq!(outcome.code, Some(1), "{}", outcome.stderr);
    for told in ["is another row in the new database", "is not in the new database"] {
        assert!(
            outcome.stdout.lines().any(|line| line.starts_with("images ") && line.ends_with(told)),
            "{outcome:?}"
        );
    }
}
