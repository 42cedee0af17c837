//! Bytes in the buckets equal what the images name: the folder of a server against its database, read past the server.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use imagekin_catalog::ImageId;
use imagekin_catalog::disk::ExportFormat;
use imagekin_catalog::task::Export;
use imagekin_rpc::signature::sha256_hex;
use rusqlite::{Connection, Row};

/// The bucket that holds the bytes of snapshots.
const SNAPSHOTS: &str = "imagekin-snapshots";

/// What does not fit, when every task is ended: an object that nothing names, one that is named and is not there or is
/// not what it is said to be, an image without its disks, and what was to be taken away and is there. Objects of `theirs`,
/// buckets that clients put their own into, are nobody's business.
pub(crate) fn problems(db: &Connection, data: &Path, theirs: &[&str]) -> Vec<String> {
    let (mut found, mut problems) = (objects(&data.join("objects")), Vec::new());
    found.retain(|object, _| !theirs.iter().any(|bucket| object.split('/').nth(1) == Some(*bucket)));
    for Named { object, length, sha256 } in snapshots(db) {
        let Some(file) = found.remove(&object) else {
            problems.push(format!("{object} is named and not there"));
            continue;
        };
        let bytes = std::fs::read(file).expect("an object");
        if (bytes.len() as u64, sha256_hex(&bytes)) != (length, sha256) {
            problems.push(format!("{object} is not what its snapshot says"));
        }
    }
    for object in exports(db) {
        if found.remove(&object).is_none() {
            problems.push(format!("{object} was exported and is not there"));
        }
    }
    problems.extend(found.into_keys().map(|object| format!("{object} is there and nothing names it")));
    problems.extend(broken_images(db));
    problems.extend(misfiled(db));
    let removals = texts(db, "SELECT region_id || '/' || bucket || '/' || object FROM object_removals");
    problems.extend(removals.into_iter().map(|object| format!("{object} is still to be taken away")));
    let exports = std::fs::read_dir(data.join("exports")).into_iter().flatten();
    let left = exports.flatten().map(|entry| entry.path()).chain(drafts(&data.join("objects")));
    problems.extend(left.map(|path| format!("{} was left behind", path.display())));
    problems
}

/// The objects that are being written, and not seen yet: each process that has the buckets open has a folder of them.
pub(crate) fn drafts(objects: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(objects.join(".incoming")).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten());
    files.map(|file| file.path()).filter(|path| !path.ends_with("lock")).collect()
}

/// An object that a snapshot names.
struct Named {
    object: String,
    length: u64,
    sha256: String,
}

/// Every object of every bucket, as `<region>/<bucket>/<object>`, and its file.
fn objects(root: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            match path.is_dir() {
                true if name.starts_with('.') => {}
                true => folders.push(path),
                false => drop(found.insert(name, path)),
            }
        }
    }
    found
}

fn snapshots(db: &Connection) -> Vec<Named> {
    let sql = "SELECT region_id, bytes_path, bytes_length, bytes_sha256 FROM snapshots WHERE bytes_path IS NOT NULL";
    rows(db, sql, |row| {
        let (region, path): (String, String) = (row.get(0)?, row.get(1)?);
        let length: i64 = row.get(2)?;
        let object = format!("{region}/{SNAPSHOTS}/{path}");
        Ok(Named { object, length: u64::try_from(length).expect("a length"), sha256: row.get(3)? })
    })
}

/// The objects that exports which ended well have written.
fn exports(db: &Connection) -> Vec<String> {
    let sql = "SELECT t.region_id, t.image_id, t.export_bucket, t.export_prefix, t.export_format, \
               (SELECT json_array_length(i.disks) FROM images i WHERE i.account_id = t.account_id \
               AND i.region_id = t.region_id AND i.image_id = t.image_id) \
               FROM tasks t WHERE t.action = 'ExportImage' AND t.status = 'Finished'";
    let all = rows(db, sql, |row| {
        let text = |column: usize| row.get::<_, String>(column);
        let format = ExportFormat::parse(&text(4)?).expect("a format");
        let (bucket, prefix) = (text(2)?, text(3)?);
        let (region, image, disks) =
            (text(0)?, ImageId::parse(&text(1)?).expect("an id"), row.get::<_, i64>(5)?);
        let export = Export { bucket, prefix, format };
        let object = |n| format!("{region}/{}/{}", export.bucket, export.object(&image, n));
        Ok((0..usize::try_from(disks).expect("disks")).map(object).collect::<Vec<_>>())
    });
    let mut all = all.concat();
    all.sort();
    all.dedup();
    all
}

/// Images that can be used, and have no disk, or one whose snapshot is not complete.
fn broken_images(db: &Connection) -> Vec<String> {
    let sql = "SELECT i.image_id || ' is ' || i.status || ' and ' || d.snapshot_id || ' is ' || COALESCE(s.status, 'nowhere') \
               FROM images i JOIN image_snapshots d ON d.account_id = i.account_id AND d.region_id = i.region_id \
               AND d.image_id = i.image_id LEFT JOIN snapshots s ON s.account_id = d.account_id \
               AND s.region_id = d.region_id AND s.snapshot_id = d.snapshot_id \
               WHERE i.deleted_at_us IS NULL AND i.account_id > 0 AND i.status IN ('Available', 'Deprecated') \
               AND COALESCE(s.status, '') <> 'accomplished' \
               UNION ALL \
               SELECT s.snapshot_id || ' is ' || s.status || ' and no task makes it' FROM snapshots s \
               WHERE s.status = 'progressing'";
    texts(db, sql)
}

/// Tags of images, their counts, and the snapshots of images, that are not filed as the rows of the images have them.
fn misfiled(db: &Connection) -> Vec<String> {
    let tags = "SELECT i.account_id, i.region_id, i.image_id, t.key, t.value, i.status, i.created_at_us, i.sequence \
                FROM images i, json_each(i.tags) t WHERE i.deleted_at_us IS NULL";
    let filed = "SELECT account_id, region_id, resource_id, tag_key, tag_value, status, created_at_us, sequence \
                 FROM tags WHERE resource_type = 'image'";
    let counts = "SELECT i.account_id, i.region_id, t.key, t.value, i.status, COUNT(*) \
                  FROM images i, json_each(i.tags) t WHERE i.deleted_at_us IS NULL GROUP BY 1, 2, 3, 4, 5";
    let counted = "SELECT account_id, region_id, tag_key, tag_value, status, images FROM image_tag_counts";
    let disks = "SELECT DISTINCT i.account_id, i.region_id, i.image_id, d.value ->> 'snapshot_id' \
                 FROM images i, json_each(i.disks) d \
                 WHERE i.deleted_at_us IS NULL AND d.value ->> 'snapshot_id' IS NOT NULL";
    let snapshots = "SELECT account_id, region_id, image_id, snapshot_id FROM image_snapshots";
    let differ = |what: &str, one: &str, other: &str| {
        let sql = format!(
            "SELECT '{what}: ' || COUNT(*) FROM (SELECT * FROM ({one} EXCEPT {other}) \
             UNION ALL SELECT * FROM ({other} EXCEPT {one})) HAVING COUNT(*) > 0"
        );
        texts(db, &sql)
    };
    [
        differ("tags misfiled", tags, filed),
        differ("tags miscounted", counts, counted),
        differ("images misfiled by snapshot", disks, snapshots),
    ]
    .concat()
}

fn texts(db: &Connection, sql: &str) -> Vec<String> {
    rows(db, sql, |row| row.get(0))
}

fn rows<T>(db: &Connection, sql: &str, read: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let mut statement = db.prepare(sql).expect("a statement");
    statement.query_map([], |row| read(row)).expect("rows").collect::<Result<_, _>>().expect("rows")
}
