//! What the server's own folder says: the whole database, row by row, and the head of a family by every way there is.

use std::collections::BTreeMap;

use imagekin_catalog::{FamilyName, Image, ImageId, SnapshotId, Verdict, family};
use imagekin_rpc::Format;
use imagekin_store::{Catalogue, HeadChange, StoreError};
use rusqlite::types::Value as Cell;
use serde_json::Value;
use tokio::runtime::Handle;

use super::actor::{Signing, Way};
use super::{REGION, TestApp, xml};

/// Every row of every table, as text.
pub(crate) type Dump = BTreeMap<String, Vec<String>>;

impl TestApp {
    /// The whole database but the audit log, into which every refusal goes, and the nonces, which a refused write uses up, too. Read past the store on purpose: it must not vouch
    /// for itself.
    pub(crate) fn dump(&self) -> Dump {
        let db = self.database().open(self.folder());
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%' AND name <> 'nonces' ORDER BY name";
        let tables = rows(&db, sql);
        let table = |name: &Vec<Cell>| match name.as_slice() {
            [Cell::Text(name)] => name.clone(),
            other => panic!("{other:?} is not the name of a table"),
        };
        tables
            .iter()
            .map(table)
            .map(|table| {
                let rows = rows(&db, &format!("SELECT * FROM \"{table}\""));
                let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
                rows.sort_unstable();
                (table, rows)
            })
            .collect()
    }

    /// The same as a text that is another one when anything has changed.
    pub(crate) fn state(&self) -> String {
        // Much sooner there than a dump.
        let all = "SELECT query_to_xml('SELECT * FROM ' || relname || ' t ORDER BY t', false, true, '') FROM pg_class \
                   WHERE relkind = 'r' AND relname NOT LIKE 'audit%' AND relname <> 'nonces' AND relnamespace = 'public'::regnamespace ORDER BY relname";
        self.database().run(all).unwrap_or_else(|| format!("{:?}", self.dump()))
    }

    /// An image of the owner in [`REGION`], unless it is deleted.
    pub(crate) fn image(&self, id: &str) -> Option<Image> {
        let id = ImageId::parse(id).expect("an image id");
        self.read(move |read, catalogue| read.image(catalogue, &id))
    }

    /// A snapshot of the owner in [`REGION`].
    pub(crate) fn snapshot(&self, id: &str) -> Option<imagekin_catalog::Snapshot> {
        let id = SnapshotId::parse(id).expect("a snapshot id");
        self.read(move |read, catalogue| read.snapshot(catalogue, &id))
    }

    /// The log of heads of a family.
    pub(crate) fn head_log(&self, family: &str) -> Vec<HeadChange> {
        let family = FamilyName::parse(family).expect("a family name");
        self.read(move |read, catalogue| read.head_log(catalogue, &family))
    }

    /// The heads that a family has had, oldest first; `None` where it had none.
    pub(crate) fn heads_of(&self, family: &str) -> Vec<Option<String>> {
        self.head_log(family).into_iter().map(|change| change.image_id.map(|id| id.to_string())).collect()
    }

    /// Each candidate of a family with its verdict, by the one function that picks the head.
    pub(crate) fn verdicts(&self, family: &str) -> BTreeMap<String, Verdict> {
        let family = FamilyName::parse(family).expect("a family name");
        let candidates = self.read(move |read, catalogue| read.candidates(catalogue, &family));
        let resolution = family::resolve(&candidates);
        resolution
            .verdicts
            .iter()
            .map(|(candidate, verdict)| (candidate.image_id.to_string(), *verdict))
            .collect()
    }

    /// What the store says of the owner's catalogue in [`REGION`].
    pub(crate) fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&imagekin_store::Read<'_>, &Catalogue) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        let catalogue = self.catalogue();
        let reading = self.app.store().read(move |read| work(read, &catalogue));
        tokio::task::block_in_place(|| Handle::current().block_on(reading)).expect("the store works")
    }

    /// Is `expected` the head of the owner's family, whichever way one asks: by V1 and V3, in JSON and in XML, by the
    /// explanation, and by the last row of the log?
    #[track_caller]
    pub(crate) fn assert_head(
        &self,
        family: &str,
        expected: Option<&str>,
    ) -> impl Future<Output = ()> + use<'_> {
        let place = std::panic::Location::caller();
        let (family, expected) = (family.to_owned(), expected.map(str::to_owned));
        async move {
            let told = self.heads_told(&family).await;
            let explained = self.verdicts(&family).into_iter().find(|(_, verdict)| *verdict == Verdict::Head);
            let logged = self.heads_of(&family).pop().flatten();
            let all = [told, vec![explained.map(|(id, _)| id), logged]].concat();
            assert!(
                all.iter().all(|head| *head == expected),
                "{place}: {family} is {all:?}, not {expected:?}"
            );
        }
    }

    /// The head of a family as the API tells it.
    async fn heads_told(&self, family: &str) -> Vec<Option<String>> {
        let params = [("RegionId", REGION), ("ImageFamily", family)];
        let mut told = Vec::new();
        for (signing, method, format) in
            [(Signing::V3, "POST", Format::Json), (Signing::V1, "GET", Format::Xml)]
        {
            let way = Way { signing, method, form: false, format: Some(format) };
            let answer = self.owner().by(way).ok("DescribeImageFromFamily", &params).await;
            told.push(answer["Image"]["ImageId"].as_str().map(str::to_owned));
        }
        told
    }
}

fn rows(db: &rusqlite::Connection, sql: &str) -> Vec<Vec<Cell>> {
    let mut statement = db.prepare(sql).expect("a statement");
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
    statement.query_map([], row).expect("rows").collect::<Result<_, _>>().expect("rows")
}

/// Are the two the same answer, one in JSON and one in XML? RequestId aside, which is of each its own.
#[track_caller]
pub(crate) fn assert_same(json: &Value, xml: &Value) {
    let without_id = |value: &Value| {
        let mut value = value.clone();
        value.as_object_mut().expect("an answer").shift_remove("RequestId");
        value
    };
    assert_eq!(without_id(&xml::from_json(json)), without_id(xml));
}
