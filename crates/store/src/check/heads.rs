//! The head of each family: one function chooses it, an index finds it, and the log ends with it.

use imagekin_catalog::{FamilyName, ImageId, family};

use super::look::Look;
use crate::db::{Value, first_row};
use crate::families::AsOf;
use crate::images::{HEAD, head_values};
use crate::store::key;
use crate::{Catalogue, StoreError};

/// Families looked up at once.
const PAGE_FAMILIES: usize = 500;

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let page = families(look, catalogue, &after)?;
        // A name that is none is told with its row.
        for name in page.iter().filter_map(|name| FamilyName::parse(name).ok()) {
            match check_family(look, catalogue, &name) {
                Err(StoreError::Inconsistent(why)) => {
                    look.problem(&format!("family {}: its head cannot be told: {why}", name.as_str()));
                }
                outcome => outcome?,
            }
        }
        match page.into_iter().last() {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

/// The next families by name, of images or of the log.
fn families(look: &Look<'_>, catalogue: &Catalogue, after: &str) -> Result<Vec<String>, StoreError> {
    let of = |table: &str, condition: &str| {
        format!(
            "SELECT family FROM (SELECT DISTINCT family FROM {table} WHERE account_id = $1 AND region_id = $2 \
             AND family > $3{condition} ORDER BY family LIMIT {PAGE_FAMILIES}) of_{table}"
        )
    };
    let sql = format!(
        "{} UNION {} ORDER BY family LIMIT {PAGE_FAMILIES}",
        of("images", " AND deleted_at_us IS NULL"),
        of("head_log", "")
    );
    let [account, region] = key(catalogue);
    look.rows(&sql, &[account, region, Value::Text(after)], |row| Ok(row.text(0)?.to_owned()))
}

fn check_family(look: &Look<'_>, catalogue: &Catalogue, name: &FamilyName) -> Result<(), StoreError> {
    let candidates = look.read.candidates(catalogue, name)?;
    let head = family::resolve(&candidates).head.map(|head| &head.image_id);
    let told = |head: Option<&ImageId>| head.map_or("no image".to_owned(), ToString::to_string);
    let found = first_row(look.read.db, &HEAD, &head_values(catalogue, name), |row| {
        crate::db::parsed(row.text(0)?, ImageId::parse)
    })?;
    if found.as_ref() != head {
        look.problem(&format!(
            "family {}: its head is {}, and the index finds {}",
            name.as_str(),
            told(head),
            told(found.as_ref())
        ));
    }
    let last = look.read.head_as_of(catalogue, name, AsOf::Revision(u64::MAX))?;
    let logged = last.and_then(|last| last.image_id);
    if logged.as_ref() != head {
        look.problem(&format!(
            "family {}: its head is {}, and its log ends with {}",
            name.as_str(),
            told(head),
            told(logged.as_ref())
        ));
    }
    Ok(())
}
