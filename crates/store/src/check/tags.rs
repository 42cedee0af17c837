//! Tags are filed as the rows of what carries them have them.

use std::cmp::Ordering;

use imagekin_catalog::Tag;

use super::look::{self, Look};
use super::text;
use crate::tables::{Cell, Cursor, Table};
use crate::{Catalogue, ResourceType, StoreError, json};

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue) -> Result<(), StoreError> {
    check_kind(look, catalogue, ResourceType::Image)?;
    check_kind(look, catalogue, ResourceType::Snapshot)
}

/// A row of `tags` without account and region: what is filed of one tag.
type Filed = Vec<Cell>;

/// The tags of all resources of one kind: two lists in the same order, that of the ids.
fn check_kind(look: &Look<'_>, catalogue: &Catalogue, kind: ResourceType) -> Result<(), StoreError> {
    let (carriers, id) = match kind {
        ResourceType::Image => (Table::named("images"), "image_id"),
        ResourceType::Snapshot => (Table::named("snapshots"), "snapshot_id"),
    };
    let within = look::within(catalogue);
    let mut filed = {
        let kind = Cell::Text(kind.as_str().to_owned());
        look.read.cursor(Table::named("tags"), within.iter().cloned().chain([kind]).collect())
    };
    let id = carriers.place_of(id);
    look.each(carriers, &within, |carrier| {
        unfounded(look, &mut filed, Some(&carrier[id]))?;
        let expected = expected(carriers, kind, carrier, &carrier[id]);
        let mut found = Vec::new();
        while look.peek(&mut filed)?.is_some_and(|tag| tag[RESOURCE_ID] == carrier[id]) {
            found.extend(look.next(&mut filed)?.map(|tag| tag[within.len()..].to_vec()));
        }
        // A row that cannot be read is told elsewhere.
        if let Some(mut expected) = expected {
            expected.sort();
            compare(look, kind, &carrier[id], &expected, &found);
        }
        Ok(())
    })?;
    unfounded(look, &mut filed, None)
}

/// Where the id of what carries a tag stands in a row of `tags`.
const RESOURCE_ID: usize = 3;
/// Where key and value of a tag stand in [`Filed`].
const TAG: [usize; 2] = [2, 3];

/// Tells of all that is filed before `id`, or to the end: there is no such resource.
fn unfounded(look: &Look<'_>, filed: &mut Cursor<'_>, id: Option<&Cell>) -> Result<(), StoreError> {
    while look.peek(filed)?.is_some_and(|tag| id.is_none_or(|id| tag[RESOURCE_ID].cmp(id) == Ordering::Less))
    {
        let Some(tag) = look.next(filed)? else { break };
        let [kind, id] = [&tag[RESOURCE_ID - 1], &tag[RESOURCE_ID]];
        look.problem(&format!("{kind} {id} is filed under a tag, and is not there"));
    }
    Ok(())
}

/// What is to be filed of the tags of a resource; nothing of an image that is deleted, `None` where it cannot be read.
fn expected(table: &Table, kind: ResourceType, carrier: &[Cell], id: &Cell) -> Option<Vec<Filed>> {
    let cell = |column: &str| carrier[table.place_of(column)].clone();
    let sequence = match kind {
        ResourceType::Image if cell("deleted_at_us") != Cell::Null => return Some(Vec::new()),
        ResourceType::Image => cell("sequence"),
        ResourceType::Snapshot => Cell::Int(0),
    };
    let tags = json::tags(text(&cell("tags"))).ok()?;
    let filed = |tag: Tag| {
        let kind = Cell::Text(kind.as_str().to_owned());
        let (key, value) = (Cell::Text(tag.key), Cell::Text(tag.value));
        vec![kind, id.clone(), key, value, cell("status"), cell("created_at_us"), sequence.clone()]
    };
    Some(tags.into_iter().map(filed).collect())
}

fn compare(look: &Look<'_>, kind: ResourceType, id: &Cell, expected: &[Filed], found: &[Filed]) {
    let name = |tag: &Filed| TAG.map(|at| tag[at].to_string()).join("=");
    let kind = kind.as_str();
    for tag in expected.iter().filter(|tag| !found.contains(tag)) {
        look.problem(&format!("{kind} {id} is not filed under its tag {}", name(tag)));
    }
    for tag in found.iter().filter(|tag| !expected.contains(tag)) {
        look.problem(&format!("{kind} {id} is filed wrong under the tag {}", name(tag)));
    }
}
