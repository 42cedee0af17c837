//! What a statement alone can find in a catalogue: rules as data.

use super::look::Look;
use crate::db::Value;
use crate::store::key;
use crate::{Catalogue, StoreError};

/// Most things that break one rule and are told, in one catalogue.
const TOLD_MAX: usize = 100;

/// What must never be.
struct Rule {
    /// What is so of that which the statement finds.
    says: &'static str,
    /// Finds what breaks the rule: a text that names it. `{here}` stands for the rows of the catalogue, `$3` for the bucket
    /// of snapshots. Other accounts are never joined: they may be on another server.
    finds: &'static str,
}

const RULES: &[Rule] = &[
    // Images.
    Rule {
        says: "has a commit sequence that its catalogue has not reached",
        finds: "SELECT 'image ' || image_id FROM images WHERE {here} \
                AND sequence > COALESCE((SELECT sequence FROM catalogues WHERE {here}), 0)",
    },
    Rule {
        says: "has the commit sequence of another image",
        finds: "SELECT 'image ' || MAX(image_id) FROM images WHERE {here} GROUP BY sequence HAVING COUNT(*) > 1",
    },
    Rule {
        says: "is that of more than one image",
        finds: "SELECT 'the name ' || name FROM images WHERE {here} AND deleted_at_us IS NULL \
                GROUP BY name HAVING COUNT(*) > 1",
    },
    Rule {
        says: "has a number that cannot be",
        finds: "SELECT 'image ' || image_id FROM images WHERE {here} AND (progress NOT BETWEEN 0 AND 100 \
                OR is_public NOT BETWEEN 0 AND 1 OR deletion_protection NOT BETWEEN 0 AND 1 OR share_count < 0 \
                OR instance_count < 0)",
    },
    // The recycle bin.
    Rule {
        says: "can be restored, and is not a deleted image",
        finds: "SELECT 'image ' || image_id FROM bin_images b WHERE {here} AND NOT EXISTS \
                (SELECT 1 FROM images i WHERE {here} AND i.image_id = b.image_id AND deleted_at_us IS NOT NULL)",
    },
    Rule {
        says: "is kept for an image that is not as long in the recycle bin",
        finds: "SELECT 'snapshot ' || snapshot_id FROM bin_snapshots b WHERE {here} AND NOT EXISTS \
                (SELECT 1 FROM bin_images i WHERE {here} AND i.image_id = b.image_id \
                AND i.restorable_until_us = b.restorable_until_us)",
    },
    Rule {
        says: "is kept for a deleted image, and is not there",
        finds: "SELECT 'snapshot ' || snapshot_id FROM bin_snapshots b WHERE {here} AND NOT EXISTS \
                (SELECT 1 FROM snapshots s WHERE {here} AND s.snapshot_id = b.snapshot_id)",
    },
    Rule {
        says: "is being made, and no task makes it",
        finds: "SELECT 'image ' || image_id FROM images i WHERE {here} AND deleted_at_us IS NULL \
                AND status IN ('Creating', 'Waiting') AND NOT EXISTS (SELECT 1 FROM tasks t WHERE {here} \
                AND t.image_id = i.image_id AND t.status IN ('Waiting', 'Processing') \
                AND t.action IN ('CreateImage', 'ImportImage', 'CopyImage'))",
    },
    Rule {
        says: "counts another number of accounts than it is shared with",
        finds: "SELECT 'image ' || image_id FROM images i WHERE {here} AND deleted_at_us IS NULL \
                AND share_count <> (SELECT COUNT(*) FROM image_shares s WHERE {here} AND s.image_id = i.image_id \
                AND s.shared_with > 0)",
    },
    Rule {
        says: "is public and shared with not everyone, or the other way round",
        finds: "SELECT 'image ' || image_id FROM images i WHERE {here} AND deleted_at_us IS NULL \
                AND is_public <> (SELECT COUNT(*) FROM image_shares s WHERE {here} AND s.image_id = i.image_id \
                AND s.shared_with = 0)",
    },
    Rule {
        says: "counts another number of instances than use it",
        finds: "SELECT 'image ' || image_id FROM images i WHERE {here} AND deleted_at_us IS NULL \
                AND instance_count <> (SELECT COUNT(*) FROM image_instances u WHERE {here} AND u.image_id = i.image_id)",
    },
    Rule {
        says: "is shared, and there is no such image",
        finds: "SELECT 'image ' || image_id FROM image_shares s WHERE {here} AND NOT EXISTS (SELECT 1 FROM images i \
                WHERE {here} AND i.image_id = s.image_id AND i.deleted_at_us IS NULL)",
    },
    Rule {
        says: "is used by an instance, and there never was such an image",
        finds: "SELECT 'image ' || image_id FROM image_instances u WHERE {here} AND NOT EXISTS (SELECT 1 FROM images i \
                WHERE {here} AND i.image_id = u.image_id)",
    },
    // Tags of images, as they are counted. Whether they are those of the images, tags.rs says.
    Rule {
        says: "is counted wrong",
        finds: "SELECT 'the tag ' || tag_key || '=' || tag_value || ' of images that are ' || status FROM \
                (SELECT tag_key, tag_value, status, images FROM image_tag_counts WHERE {here} EXCEPT \
                SELECT tag_key, tag_value, status, COUNT(*) FROM tags WHERE {here} AND resource_type = 'image' \
                GROUP BY tag_key, tag_value, status) miscounted",
    },
    Rule {
        says: "is not counted",
        finds: "SELECT 'the tag ' || tag_key || '=' || tag_value || ' of images that are ' || status FROM \
                (SELECT tag_key, tag_value, status FROM tags WHERE {here} AND resource_type = 'image' EXCEPT \
                SELECT tag_key, tag_value, status FROM image_tag_counts WHERE {here}) uncounted",
    },
    // The log of heads. Whether it ends with the head, heads.rs says.
    Rule {
        says: "has a revision that its catalogue has not reached",
        finds: "SELECT 'the log of family ' || family FROM head_log WHERE {here} \
                AND revision > COALESCE((SELECT sequence FROM catalogues WHERE {here}), 0)",
    },
    Rule {
        says: "has a head that never was an image",
        finds: "SELECT 'the log of family ' || family FROM head_log l WHERE {here} AND image_id IS NOT NULL \
                AND NOT EXISTS (SELECT 1 FROM images i WHERE {here} AND i.image_id = l.image_id)",
    },
    Rule {
        says: "has a head that was made later",
        finds: "SELECT DISTINCT 'the log of family ' || family FROM head_log l WHERE {here} AND EXISTS \
                (SELECT 1 FROM images i WHERE {here} AND i.image_id = l.image_id AND i.sequence > l.revision)",
    },
    Rule {
        says: "has a row that changes nothing",
        finds: "SELECT DISTINCT 'the log of family ' || family FROM (SELECT family, image_id, \
                LAG(image_id) OVER (PARTITION BY family ORDER BY revision) AS before_it FROM head_log WHERE {here}) pairs \
                WHERE COALESCE(image_id, '') = COALESCE(before_it, '')",
    },
    // Snapshots.
    Rule {
        says: "is being made, and no task makes it",
        finds: "SELECT 'snapshot ' || snapshot_id FROM snapshots s WHERE {here} AND status = 'progressing' \
                AND NOT EXISTS (SELECT 1 FROM tasks t WHERE {here} AND t.status IN ('Waiting', 'Processing') \
                AND t.action IN ('ImportImage', 'CopyImage') AND t.image_id IN \
                (SELECT f.image_id FROM image_snapshots f WHERE {here} AND f.snapshot_id = s.snapshot_id))",
    },
    Rule {
        says: "has not all of path, length and digest, or has them before it is accomplished",
        finds: "SELECT 'snapshot ' || snapshot_id FROM snapshots WHERE {here} AND \
                ((bytes_path IS NULL) <> (bytes_length IS NULL) OR (bytes_path IS NULL) <> (bytes_sha256 IS NULL) \
                OR (bytes_path IS NOT NULL AND (status <> 'accomplished' OR length(bytes_sha256) <> 64)))",
    },
    Rule {
        says: "is accomplished, and is not what it is a copy of",
        finds: "SELECT 'snapshot ' || snapshot_id FROM snapshots WHERE {here} AND status = 'accomplished' \
                AND copied_path IS NOT NULL AND (COALESCE(bytes_length, -1) <> copied_length \
                OR COALESCE(bytes_sha256, '') <> copied_sha256)",
    },
    Rule {
        says: "has the object of another snapshot",
        finds: "SELECT 'snapshot ' || MAX(snapshot_id) FROM snapshots WHERE {here} AND bytes_path IS NOT NULL \
                GROUP BY bytes_path HAVING COUNT(*) > 1",
    },
    Rule {
        says: "has an object that is to be taken away",
        finds: "SELECT 'snapshot ' || snapshot_id FROM snapshots s WHERE {here} AND EXISTS \
                (SELECT 1 FROM object_removals r WHERE {here} AND r.bucket = $3 AND r.object = s.bytes_path)",
    },
    // Tasks.
    Rule {
        says: "is about an image that never was",
        finds: "SELECT 'task ' || task_id FROM tasks t WHERE {here} AND NOT EXISTS (SELECT 1 FROM images i WHERE {here} \
                AND i.image_id = t.image_id)",
    },
    Rule {
        says: "makes an image that is made",
        finds: "SELECT 'task ' || task_id FROM tasks t WHERE {here} AND t.status IN ('Waiting', 'Processing') \
                AND t.action IN ('CreateImage', 'ImportImage', 'CopyImage') AND EXISTS (SELECT 1 FROM images i \
                WHERE {here} AND i.image_id = t.image_id AND i.deleted_at_us IS NULL \
                AND i.status NOT IN ('Creating', 'Waiting'))",
    },
    Rule {
        says: "is ended and goes on, or neither",
        finds: "SELECT 'task ' || task_id FROM tasks WHERE {here} \
                AND (finished_at_us IS NULL) <> (status IN ('Waiting', 'Processing'))",
    },
    Rule {
        says: "run at once",
        finds: "SELECT CAST(COUNT(*) AS TEXT) || ' copies' FROM tasks WHERE {here} AND action = 'CopyImage' \
                AND status = 'Processing' HAVING COUNT(*) > 5",
    },
];

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue, bucket: &str) -> Result<(), StoreError> {
    let [account, region] = key(catalogue);
    let values = [account, region, Value::Text(bucket)];
    for Rule { says, finds } in RULES {
        let sql = format!("{finds} LIMIT {TOLD_MAX}").replace("{here}", "account_id = $1 AND region_id = $2");
        let values = if sql.contains("$3") { &values[..] } else { &values[..2] };
        let found = look.rows(&sql, values, |row| Ok(row.text(0)?.to_owned()))?;
        for what in &found {
            look.problem(&format!("{what} {says}"));
        }
        if found.len() == TOLD_MAX {
            look.problem(&format!("…: there may be more that {says}"));
        }
    }
    Ok(())
}
