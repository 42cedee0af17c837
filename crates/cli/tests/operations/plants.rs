//! Faults planted into a store, one at a time, and what `imagekin check` must say of each.

use crate::command::Outcome;

/// A fault.
pub(crate) struct Plant {
    /// Makes it. `OWNER` is the account of the story, `{here}` the rows of its catalogue in Hangzhou, `{trail}` the events of that, `ID(name)` the id of its image of
    /// that name, `SNAPSHOT(name)` that of the image's snapshot.
    sql: &'static str,
    /// A part of one of the lines that are told.
    told: &'static str,
}

impl Plant {
    /// What is wrong with what a check said of it: `None` when it was told.
    pub(crate) fn missed(&self, outcome: &Outcome) -> Option<String> {
        let Outcome { code, stdout, stderr } = outcome;
        let is_told = *code == Some(1) && stdout.lines().any(|line| line.contains(self.told));
        (!is_told).then(|| format!("{}\nnot told: {}\n{stdout}{stderr}", self.sql(), self.told))
    }

    pub(crate) fn sql(&self) -> String {
        let sql = replaced(self.sql, "SNAPSHOT(", |name| {
            format!("(SELECT MIN(snapshot_id) FROM image_snapshots WHERE image_id = ID({name}))")
        });
        replaced(&sql, "ID(", |name| {
            format!("(SELECT image_id FROM images WHERE account_id = OWNER AND name = '{name}')")
        })
        .replace("{trail}", "account_id = OWNER AND trail = 'cn-hangzhou'")
        .replace("{here}", "account_id = OWNER AND region_id = 'cn-hangzhou'")
        .replace("OWNER", "1234567890123456")
    }
}

/// Each `CALL(name)` in the text as `by` writes it.
fn replaced(text: &str, call: &str, by: impl Fn(&str) -> String) -> String {
    let mut parts = text.split(call);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').expect("a closing parenthesis");
        replaced += &format!("{}{rest}", by(name));
    }
    replaced
}

const fn plant(sql: &'static str, told: &'static str) -> Plant {
    Plant { sql, told }
}

/// For either database.
pub(crate) const PLANTS: &[Plant] = &[
    // Counts and the sequence.
    plant("UPDATE catalogues SET images = images + 1 WHERE {here}", "images and holds"),
    plant("UPDATE catalogues SET families = families + 1 WHERE {here}", "families and holds"),
    plant("DELETE FROM catalogues WHERE {here}", "the catalogue counts 0 images and holds"),
    plant(
        "UPDATE catalogues SET sequence = 1 WHERE {here}",
        "has a commit sequence that its catalogue has not",
    ),
    plant("UPDATE catalogues SET sequence = 1 WHERE {here}", "has a revision that its catalogue has not"),
    // Rows that are none.
    plant(
        "INSERT INTO accounts (account_id, created_at_us) VALUES (7, 0)",
        "accounts 7: 7 is not an account",
    ),
    plant(
        "UPDATE access_keys SET status = 'Odd'",
        "access_keys 1234567890123456 testid: `Odd` is not a value",
    ),
    plant("UPDATE catalogues SET sequence = -1 WHERE {here}", "catalogues: -1 is negative"),
    plant("UPDATE images SET status = 'Odd' WHERE name = 'made-1'", "`Odd` is not a value of its column"),
    plant("UPDATE images SET disks = '{}' WHERE name = 'made-1'", "invalid type: map, expected a sequence"),
    plant("UPDATE images SET tags = '[]' WHERE name = 'made-2'", "invalid type: sequence, expected a map"),
    plant(
        "INSERT INTO image_snapshots VALUES (OWNER, 'cn-hangzhou', 's-1', 'm 1')",
        "image_snapshots s-1 m 1: `m 1` is not a value",
    ),
    plant("UPDATE tags SET resource_type = 'disk'", "`disk` is not a value of its column"),
    plant("UPDATE image_tag_counts SET images = -1", "-1 is negative"),
    plant("UPDATE image_shares SET shared_with = 7 WHERE shared_with > 0", "7 is not an account"),
    plant("UPDATE shared_images SET owner_id = 7 WHERE account_id = 0", "7 is not an account"),
    plant("UPDATE snapshots SET source_disk = 'odd'", "`odd` is not a value of its column"),
    plant("UPDATE head_log SET family = 'b' WHERE family = 'base'", "`b` is not a value of its column"),
    plant(
        "UPDATE tasks SET action = 'Odd' WHERE action = 'ExportImage'",
        "`Odd` is not a value of its column",
    ),
    plant(
        "INSERT INTO object_removals VALUES (OWNER, 'cn-hangzhou', 'B', 'o', 0, NULL)",
        "object_removals B o: `B` is not a value",
    ),
    plant("UPDATE instances SET status = 'Odd'", "`Odd` is not a value of its column"),
    plant("UPDATE disks SET kind = 'odd'", "`odd` is not a value of its column"),
    plant("UPDATE image_instances SET user_id = 7 WHERE instance_id = 'i-own'", "7 is not an account"),
    plant("INSERT INTO nonces VALUES (OWNER, '', 'n', 0)", "nonces 1234567890123456  n: `` is not a value"),
    plant(
        "UPDATE disks SET region_id = 'Cn_X'",
        "1234567890123456 Cn_X: there is no such account, or no such region",
    ),
    // Names and numbers of images.
    plant(
        "DROP INDEX images_by_name; UPDATE images SET name = 'made-1' WHERE name = 'made-2'",
        "the name made-1 is that of more than one image",
    ),
    plant(
        "UPDATE images SET sequence = (SELECT sequence FROM images WHERE name = 'made-1') WHERE name = 'base-1'",
        "has the commit sequence of another image",
    ),
    plant("UPDATE images SET progress = 101 WHERE name = 'made-1'", "has a number that cannot be"),
    plant("UPDATE images SET deletion_protection = 2 WHERE name = 'guarded'", "has a number that cannot be"),
    // The recycle bin, and owner guards.
    plant(
        "UPDATE bin_images SET image_id = ID(made-1) WHERE image_id = ID(binned)",
        "can be restored, and is not a deleted image",
    ),
    plant(
        "UPDATE bin_images SET image_id = 'm 1' WHERE image_id = ID(binned)",
        "`m 1` is not a value of its column",
    ),
    plant("DELETE FROM bin_images", "is kept for an image that is not as long in the recycle bin"),
    plant(
        "UPDATE bin_snapshots SET restorable_until_us = 7",
        "is kept for an image that is not as long in the recycle bin",
    ),
    plant(
        "UPDATE bin_snapshots SET snapshot_id = 's-gone' WHERE image_id = ID(binned)",
        "snapshot s-gone is kept for a deleted image, and is not there",
    ),
    plant(
        "UPDATE bin_snapshots SET snapshot_id = 's 1' WHERE image_id = ID(binned)",
        "`s 1` is not a value of its column",
    ),
    plant("UPDATE owner_guards SET mode = 'odd'", "`odd` is not a value of its column"),
    plant("UPDATE owner_guards SET trusted_owners = '0,7'", "7 is not an account"),
    plant("UPDATE owner_guards SET trusted_owners = '0;1'", "`0;1` is not a value of its column"),
    // The log of heads.
    plant(
        "DELETE FROM head_log WHERE family = 'made' AND image_id = ID(made-3)",
        "has a row that changes nothing",
    ),
    plant(
        "DELETE FROM head_log WHERE family = 'made' \
         AND revision = (SELECT MAX(revision) FROM head_log WHERE family = 'made')",
        "family made: its head is m-",
    ),
    plant("DELETE FROM head_log WHERE family = 'made'", "and its log ends with no image"),
    plant("UPDATE images SET status = 'Deprecated' WHERE name = 'made-2'", "family made: its head is m-"),
    plant(
        "UPDATE head_log SET image_id = 'm-never' WHERE family = 'made' AND image_id = ID(made-1)",
        "the log of family made has a head that never was an image",
    ),
    plant(
        "UPDATE head_log SET image_id = ID(made-3) WHERE family = 'made' AND image_id = ID(made-1)",
        "the log of family made has a head that was made later",
    ),
    // Tags and how they are counted.
    plant(
        "DELETE FROM tags WHERE resource_id = ID(made-1) AND tag_key = 'tier'",
        "is not filed under its tag tier=golden",
    ),
    plant("UPDATE images SET tags = '{}' WHERE name = 'made-1'", "is filed wrong under the tag tier=golden"),
    plant(
        "UPDATE tags SET status = 'Deprecated' WHERE resource_id = ID(made-1)",
        "is filed wrong under the tag round=made-1",
    ),
    plant(
        "UPDATE tags SET created_at_us = 0 WHERE resource_type = 'snapshot'",
        "is filed wrong under the tag tier=golden",
    ),
    plant(
        "UPDATE images SET deleted_at_us = 0 WHERE name = 'made-1'",
        "is filed wrong under the tag round=made-1",
    ),
    plant(
        "DELETE FROM tags WHERE resource_type = 'snapshot'",
        "snapshot s-base is not filed under its tag made-by=fixtures",
    ),
    plant(
        "UPDATE tags SET resource_id = 'm-0' WHERE resource_id = ID(made-1)",
        "image m-0 is filed under a tag, and is not there",
    ),
    plant(
        "UPDATE tags SET resource_id = 's-z' WHERE resource_id = 's-base'",
        "snapshot s-z is filed under a tag, and is not there",
    ),
    plant(
        "UPDATE image_tag_counts SET images = images + 1 WHERE tag_key = 'tier'",
        "the tag tier=golden of images that are Available is counted wrong",
    ),
    plant(
        "DELETE FROM image_tag_counts WHERE tag_key = 'tier'",
        "the tag tier=golden of images that are Available is not counted",
    ),
    // Disks.
    plant("DELETE FROM image_snapshots WHERE image_id = ID(made-1)", "is not filed under its snapshot s-"),
    plant("UPDATE images SET disks = '[]' WHERE name = 'made-1'", "and has no disk that is made of it"),
    plant(
        "INSERT INTO image_snapshots VALUES (OWNER, 'cn-hangzhou', SNAPSHOT(made-1), ID(base-2))",
        "and has no disk that is made of it",
    ),
    plant("DELETE FROM snapshots WHERE snapshot_id = SNAPSHOT(base-1)", "its snapshot s-"),
    plant(
        "UPDATE snapshots SET status = 'progressing', bytes_path = NULL, bytes_length = NULL, bytes_sha256 = NULL \
         WHERE snapshot_id = SNAPSHOT(base-1)",
        "it is Available, and its snapshot s-",
    ),
    plant(
        "UPDATE snapshots SET bytes_path = NULL, bytes_length = NULL, bytes_sha256 = NULL \
         WHERE snapshot_id = SNAPSHOT(base-1)",
        "was imported and has no bytes",
    ),
    // Snapshots.
    plant(
        "UPDATE snapshots SET status = 'progressing', bytes_path = NULL, bytes_length = NULL, bytes_sha256 = NULL \
         WHERE snapshot_id = SNAPSHOT(base-1)",
        "is being made, and no task makes it",
    ),
    plant(
        "UPDATE snapshots SET bytes_length = NULL WHERE snapshot_id = SNAPSHOT(base-1)",
        "has not all of path, length",
    ),
    plant(
        "UPDATE snapshots SET status = 'failed' WHERE snapshot_id = SNAPSHOT(base-1)",
        "has them before it is accomplished",
    ),
    plant(
        "UPDATE snapshots SET copied_length = 1 WHERE region_id = 'cn-beijing'",
        "is not what it is a copy of",
    ),
    plant(
        "UPDATE snapshots SET bytes_path = (SELECT bytes_path FROM snapshots WHERE snapshot_id = SNAPSHOT(base-3)) \
         WHERE snapshot_id = SNAPSHOT(base-1)",
        "has the object of another snapshot",
    ),
    plant(
        "INSERT INTO object_removals SELECT account_id, region_id, 'imagekin-snapshots', bytes_path, 0, NULL \
         FROM snapshots WHERE snapshot_id = SNAPSHOT(base-1)",
        "has an object that is to be taken away",
    ),
    // Shares.
    plant(
        "UPDATE images SET share_count = 2 WHERE name = 'base-1'",
        "counts another number of accounts than it is",
    ),
    plant("UPDATE images SET is_public = 0 WHERE name = 'made-1'", "is public and shared with not everyone"),
    plant(
        "INSERT INTO image_shares VALUES (OWNER, 'cn-hangzhou', ID(base-2), 0, 0)",
        "is shared, and there is no such image",
    ),
    plant("DELETE FROM shared_images WHERE account_id = 0", "is shared with 0, and is not filed there"),
    plant(
        "DELETE FROM image_shares WHERE shared_with > 0",
        "is filed as shared, and its owner has not shared it",
    ),
    // Instances.
    plant(
        "UPDATE images SET instance_count = 0 WHERE name = 'base-1'",
        "counts another number of instances than use it",
    ),
    plant(
        "UPDATE image_instances SET image_id = 'm-never' WHERE instance_id = 'i-orphan'",
        "is used by an instance, and there never was such an image",
    ),
    plant(
        "DELETE FROM instances WHERE instance_id = 'i-others'",
        "counts instance i-others of 6543210987654321 among its users",
    ),
    plant("DELETE FROM image_instances WHERE instance_id = 'i-others'", "instance i-others uses image"),
    // Tasks.
    plant(
        "UPDATE tasks SET status = 'Finished', finished_at_us = 0 WHERE image_id = ID(slow)",
        "is being made, and no task makes it",
    ),
    plant(
        "UPDATE tasks SET image_id = 'm-never' WHERE action = 'ExportImage'",
        "is about an image that never was",
    ),
    plant(
        "UPDATE tasks SET status = 'Processing', finished_at_us = NULL WHERE action = 'ImportImage' AND image_id = ID(base-1)",
        "makes an image that is made",
    ),
    plant("UPDATE tasks SET finished_at_us = NULL", "is ended and goes on, or neither"),
    plant(
        "UPDATE tasks SET action = 'CopyImage', status = 'Processing', finished_at_us = NULL, \
         source_region_id = region_id, source_image_id = image_id WHERE {here}",
        "copies run at once",
    ),
    // Who may do what.
    plant("UPDATE users SET user_id = '7'", "users 1234567890123456 7: `7` is not a value"),
    plant("UPDATE policies SET default_version = -1", "policies 1234567890123456 images: -1 is negative"),
    plant("UPDATE roles SET tags = '[]'", "invalid type: sequence, expected a map"),
    plant(
        "UPDATE policies SET tags = '{\"a\": 1}'",
        "policies 1234567890123456 images: a tag with the value 1",
    ),
    plant("UPDATE policy_attachments SET entity_type = 'Odd'", "`Odd` is not a value of its column"),
    plant(
        "UPDATE access_keys SET user_id = NULL",
        "its secret cannot be unsealed: it was sealed with another",
    ),
    plant("DELETE FROM users", ": its user is not there"),
    plant("DELETE FROM users", ": it has a member who is not there"),
    plant("DELETE FROM user_groups", ": it has members, and is not there"),
    plant("UPDATE policies SET default_version = 9", "policy images: the version in force is not there"),
    plant("DELETE FROM policies", "policy images: it has versions, and is not there"),
    plant("DELETE FROM policies", "policy images: it is attached, and is not there"),
    plant("DELETE FROM roles", "policy images: it is attached to nobody who is there"),
    // The audit log.
    plant(
        "UPDATE audit_events SET event = '{}' WHERE {trail} AND sequence = 2",
        "trail 1234567890123456/cn-hangzhou: event 2 is not the one that was written after the one before it",
    ),
    plant(
        "UPDATE audit_events SET at_us = at_us + 1 WHERE {trail} AND sequence = 2",
        "event 2 is not the one",
    ),
    plant("DELETE FROM audit_events WHERE {trail} AND sequence = 2", "event 2 is missing"),
    plant("DELETE FROM audit_events WHERE {trail} AND sequence > 3", "are missing at its end"),
    plant("UPDATE catalogues SET audit_sequence = 3 WHERE {here}", "are put in at its end"),
    plant("UPDATE catalogues SET audit_hash = '0' WHERE {here}", "is not the one that it ends with"),
    plant(
        "UPDATE audit_trails SET sequence = sequence + 1 WHERE account_id = OWNER",
        "is missing at its end",
    ),
    plant(
        "UPDATE audit_trails SET sequence = -1 WHERE account_id = OWNER",
        "audit_trails 1234567890123456: -1 is negative",
    ),
    plant("UPDATE audit_events SET account_id = 7 WHERE {trail}", "7 is not an account"),
    // Access keys.
    plant("UPDATE access_keys SET sealed_secret = '00'", "access key testid: its secret cannot be unsealed"),
    plant(
        "UPDATE access_keys SET sealed_secret = '1a2b3c4d' || substr(sealed_secret, 9)",
        "access key testid: its secret cannot be unsealed: it was sealed with the master key 1a2b3c4d",
    ),
    // The secret of another key of the same user.
    plant(
        "INSERT INTO access_keys (account_id, user_id, access_key_id, sealed_secret, status, created_at_us) \
         SELECT account_id, user_id, 'copied', sealed_secret, status, 0 FROM access_keys WHERE user_id IS NOT NULL",
        "access key copied: its secret cannot be unsealed: it was sealed with another",
    ),
    plant(
        "INSERT INTO access_keys (account_id, access_key_id, sealed_secret, status, created_at_us) \
         SELECT 6543210987654321, access_key_id, sealed_secret, status, 0 FROM access_keys WHERE access_key_id = 'testid'",
        "access key testid belongs to more than one account",
    ),
    plant(
        "DELETE FROM accounts WHERE account_id = 6543210987654321",
        "access key otherid: its account is not there",
    ),
    // Objects.
    plant(
        "UPDATE snapshots SET bytes_length = 7 WHERE snapshot_id = SNAPSHOT(base-1)",
        "has 65536 bytes, not 7",
    ),
    plant(
        "UPDATE snapshots SET bytes_path = '../x' WHERE snapshot_id = SNAPSHOT(base-1)",
        "has a name that no object has",
    ),
    plant(
        "UPDATE snapshots SET bytes_path = 'x' WHERE snapshot_id = SNAPSHOT(base-1)",
        "its object x is not there",
    ),
    plant(
        "DELETE FROM snapshots WHERE snapshot_id = SNAPSHOT(base-1)",
        "in the bucket imagekin-snapshots, and nothing names it",
    ),
];

/// What only SQLite lets be.
pub(crate) const IN_SQLITE: &[Plant] = &[
    plant(
        "UPDATE client_tokens SET expires_at_us = 'soon'",
        "client_tokens CreateImage made-1: client_tokens.expires_at_us",
    ),
    plant("UPDATE nonces SET expires_at_us = 'soon'", "nonces.expires_at_us"),
    // Of two images that nothing tells apart, the index and the rule take another one.
    plant(
        "UPDATE images SET (created_at_us, sequence) = (SELECT created_at_us, sequence FROM images WHERE name = 'made-2') \
         WHERE name = 'made-1'",
        "and the index finds m-",
    ),
    // An index that was left behind: as long as it is not in the list, no row is written into it.
    plant(
        "PRAGMA writable_schema = ON; \
         CREATE TABLE kept AS SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'images_of_family'; \
         DELETE FROM sqlite_schema WHERE name = 'images_of_family'; PRAGMA writable_schema = RESET; \
         UPDATE images SET status = 'Deprecated' WHERE name = 'made-2'; PRAGMA writable_schema = ON; \
         INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) SELECT * FROM kept; \
         DROP TABLE kept; PRAGMA writable_schema = RESET",
        "the database is damaged: ",
    ),
];
