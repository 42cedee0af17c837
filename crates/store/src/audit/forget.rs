//! Events that are kept no longer: they go from the beginning of their trail, and the anchor says what the rest follows.

use imagekin_catalog::Timestamp;

use super::{Link, OWN, read_link};
use crate::db::{Connection, Value, rows};
use crate::store::signed;
use crate::{Read, Store, StoreError};

/// Events that go in one transaction: bit by bit, so that no writer waits long.
const FORGOTTEN_AT_ONCE: usize = 1_000;

impl Store {
    /// Forgets the events before `before`; gives how many.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_audit(&self, before: Timestamp) -> Result<u64, StoreError> {
        let trails = self.read(|read: &Read<'_>| {
            let mut trails = rows(read.db, "SELECT account_id, region_id FROM catalogues", &[], |row| {
                Ok((row.int(0)?, row.text(1)?.to_owned()))
            })?;
            let own = rows(read.db, "SELECT account_id FROM audit_trails", &[], |row| row.int(0))?;
            trails.extend(own.into_iter().map(|account| (account, OWN.to_owned())));
            Ok::<_, StoreError>(trails)
        });
        let mut forgotten = 0;
        for (account, trail) in trails.await? {
            loop {
                let trail = trail.clone();
                let forgetting =
                    self.transaction(move |db: &dyn Connection, _| forget(db, account, &trail, before));
                let gone = forgetting.await?;
                forgotten += gone as u64;
                if gone < FORGOTTEN_AT_ONCE {
                    break;
                }
            }
        }
        Ok(forgotten)
    }
}

/// Forgets what is old at the beginning of a trail: behind an event that is kept nothing goes, whatever its time.
fn forget(db: &dyn Connection, account: i64, trail: &str, before: Timestamp) -> Result<usize, StoreError> {
    let of_trail: [Value<'_>; 2] = [account.into(), trail.into()];
    let sql = format!(
        "SELECT sequence, hash, at_us FROM audit_events WHERE account_id = $1 AND trail = $2 \
         ORDER BY sequence LIMIT {FORGOTTEN_AT_ONCE}"
    );
    let oldest = rows(db, &sql, &of_trail, |row| Ok((read_link(row, 0)?, row.int(2)?)))?;
    let old: Vec<Link> =
        oldest.into_iter().take_while(|(_, at)| *at < before.as_micros()).map(|(link, _)| link).collect();
    let Some(Link { sequence, hash }) = old.last() else { return Ok(0) };
    let sequence: Value<'_> = signed(*sequence)?.into();
    // Another node may have gone further meanwhile.
    let anchor = "INSERT INTO audit_anchors (account_id, trail, sequence, hash) VALUES ($1, $2, $3, $4) \
                  ON CONFLICT (account_id, trail) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash \
                  WHERE audit_anchors.sequence < excluded.sequence";
    db.send(anchor, &[of_trail[0], of_trail[1], sequence, hash.as_str().into()])?;
    let gone = "DELETE FROM audit_events WHERE account_id = $1 AND trail = $2 AND sequence <= $3";
    db.send(gone, &[of_trail[0], of_trail[1], sequence])?;
    Ok(old.len())
}
