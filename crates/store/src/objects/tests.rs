//! What the object store promises, on a folder.

use std::path::PathBuf;

use aws_lc_rs::digest;
use imagekin_catalog::RegionId;

use super::*;

fn path(bucket: &str, object: &str) -> ObjectPath {
    ObjectPath::new(&RegionId::parse("cn-hangzhou").unwrap(), bucket, object).unwrap()
}

fn bytes(length: u32) -> Vec<u8> {
    (0..length).map(|n| (n ^ (n >> 8)) as u8).collect()
}

fn sha256(bytes: &[u8]) -> String {
    digest::digest(&digest::SHA256, bytes).as_ref().iter().map(|b| format!("{b:02x}")).collect()
}

/// A store in a folder of its own.
struct InFolder {
    folder: tempfile::TempDir,
    objects: Objects,
}

impl InFolder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::open(folder.path()).unwrap();
        Self { folder, objects }
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// How many files are half-written.
    fn drafts(&self) -> usize {
        let folders = std::fs::read_dir(self.file(".incoming")).unwrap().flatten().map(|entry| entry.path());
        // Each has a lock beside the drafts, and so have all together.
        folders.filter(|path| path.is_dir()).map(|folder| folder.read_dir().unwrap().count() - 1).sum()
    }
}

#[tokio::test]
async fn a_copy_has_the_length_and_digest_of_its_source() {
    let at = InFolder::new();
    let (source, target) = (path("from", "a/b.raw"), path("into", "c"));
    assert_eq!(at.objects.length(&source).await.unwrap(), None);
    assert!(!at.objects.has_bucket(&source).await.unwrap());
    let bytes = bytes(3_000_000);
    at.objects.put(&source, bytes.clone()).await.unwrap();
    assert!(at.objects.has_bucket(&source).await.unwrap());
    assert_eq!(at.objects.length(&source).await.unwrap(), Some(3_000_000));
    let mut told = Vec::new();
    let mut copying = at.objects.copy(&source, &target).await.unwrap();
    assert_eq!(copying.length(), 3_000_000);
    while let Some(done) = copying.step().await.unwrap() {
        told.push(done);
        assert_eq!(at.objects.length(&target).await.unwrap(), None, "it is seen before it is whole");
    }
    let copied = copying.finish().await.unwrap();
    assert_eq!(copied, Copied { length: 3_000_000, sha256: sha256(&bytes) });
    assert!(told.len() > 1 && told.last() == Some(&3_000_000));
    assert_eq!(std::fs::read(at.file("cn-hangzhou/into/c")).unwrap(), bytes);
    let (head, tail) = at.objects.ends(&source, 3_000_000).await.unwrap();
    assert_eq!((head.len(), tail.len()), (HEAD_BYTES, TAIL_BYTES));
    at.objects.delete(&target).await.unwrap();
    at.objects.delete(&target).await.unwrap();
    assert_eq!(at.objects.length(&target).await.unwrap(), None);
    assert_eq!(at.drafts(), 0);
}

#[tokio::test]
async fn files_come_and_go() {
    let at = InFolder::new();
    let (object, again) = (path("from", "a"), path("into", "a"));
    let bytes = bytes(2_500_000);
    at.objects.put(&object, bytes.clone()).await.unwrap();
    let file = at.file("downloaded");
    let copied = at.objects.download(&object, &file).await.unwrap().run().await.unwrap();
    assert_eq!(copied.sha256, sha256(&bytes));
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    assert_eq!(at.objects.upload(&file, &again).await.unwrap().run().await.unwrap(), copied);
    assert_eq!(std::fs::read(at.file("cn-hangzhou/into/a")).unwrap(), bytes);
    let mut given_up = at.objects.download(&object, &at.file("partly")).await.unwrap();
    given_up.step().await.unwrap();
    given_up.abandon().await;
    assert!(!at.file("partly").exists());
}

#[tokio::test]
async fn what_is_given_up_leaves_nothing() {
    let at = InFolder::new();
    let (source, target) = (path("from", "a"), path("into", "a"));
    at.objects.put(&source, bytes(3_000_000)).await.unwrap();
    at.objects.put(&target, b"older".to_vec()).await.unwrap();
    let mut copying = at.objects.copy(&source, &target).await.unwrap();
    copying.step().await.unwrap();
    copying.abandon().await;
    assert_eq!(at.objects.length(&target).await.unwrap(), Some(5));
    assert_eq!(at.drafts(), 0);
    // A process that ends in the midst of it leaves a draft, which the next one takes away.
    for file in ["lock", "0"] {
        std::fs::create_dir_all(at.file(".incoming/7")).unwrap();
        std::fs::write(at.file(".incoming/7").join(file), b"half").unwrap();
    }
    // One that goes on beside it keeps its own.
    std::fs::write(at.file(".incoming/0/9"), b"half").unwrap();
    let other = Objects::open(at.folder.path()).unwrap();
    assert!(at.file(".incoming/0/9").is_file() && !at.file(".incoming/7").exists());
    other.put(&source, b"newer".to_vec()).await.unwrap();
    drop(other);
    // One that only reads begins nothing.
    let before = std::fs::read_dir(at.file(".incoming")).unwrap().count();
    let reader = Objects::open_to_read(at.folder.path(), Vec::new()).unwrap();
    assert_eq!(reader.length(&source).await.unwrap(), Some(5));
    assert!(reader.put(&source, b"other".to_vec()).await.is_err());
    assert_eq!(std::fs::read_dir(at.file(".incoming")).unwrap().count(), before);
    assert_eq!(at.drafts(), 1);
}

#[tokio::test]
async fn a_source_that_changes_is_no_copy() {
    let changes: [fn(&Path); 4] = [
        |file| std::fs::write(file, b"short").unwrap(),
        |file| std::fs::write(file, vec![7; 3_000_000]).unwrap(),
        |file| std::fs::write(file, vec![7; 3_000_001]).unwrap(),
        |file| std::fs::remove_file(file).unwrap(),
    ];
    for change in changes {
        let at = InFolder::new();
        let (source, target) = (path("from", "a"), path("into", "a"));
        at.objects.put(&source, bytes(3_000_000)).await.unwrap();
        let mut copying = at.objects.copy(&source, &target).await.unwrap();
        copying.step().await.unwrap();
        change(&at.file("cn-hangzhou/from/a"));
        let error = copying.run().await.unwrap_err();
        assert!(!error.is_retryable(), "{error}");
        assert_eq!(at.objects.length(&target).await.unwrap(), None);
        assert_eq!(at.objects.length(&path("into", "other")).await.unwrap(), None);
    }
}

#[tokio::test]
async fn what_cannot_be_there_is_not_there() {
    let at = InFolder::new();
    at.objects.put(&path("from", "disk.qcow2"), b"disk".to_vec()).await.unwrap();
    std::os::unix::fs::symlink("loop", at.file("cn-hangzhou/from/loop")).unwrap();
    for object in ["disk.qcow2/within", "disk.qcow2/within/it", "loop", "loop/within", "no-such"] {
        assert_eq!(at.objects.length(&path("from", object)).await.unwrap(), None, "{object}");
        at.objects.delete(&path("from", object)).await.unwrap();
        assert!(at.objects.copy(&path("from", object), &path("into", "a")).await.is_err(), "{object}");
    }
    let error = at.objects.put(&path("from", "disk.qcow2/within"), b"x".to_vec()).await.unwrap_err();
    assert!(!error.is_retryable(), "{error}");
    assert_eq!(at.objects.length(&path("from", "disk.qcow2")).await.unwrap(), Some(4));
    assert_eq!(at.drafts(), 0);
}

#[tokio::test]
async fn a_folder_is_in_the_way_of_no_object() {
    let at = InFolder::new();
    let put = async |object: &str| at.objects.put(&path("from", object), object.as_bytes().to_vec()).await;
    put("a/b/c").await.unwrap();
    assert!(!put("a/b").await.unwrap_err().is_retryable());
    at.objects.delete(&path("from", "a/b")).await.unwrap();
    assert_eq!(at.objects.length(&path("from", "a/b/c")).await.unwrap(), Some(5));
    at.objects.delete(&path("from", "a/b/c")).await.unwrap();
    put("a").await.unwrap();
    at.objects.delete(&path("from", "a")).await.unwrap();
    assert!(at.objects.has_bucket(&path("from", "a")).await.unwrap(), "the bucket went with its last object");
    std::fs::create_dir_all(at.file("cn-hangzhou/from/d/e/f")).unwrap();
    put("d").await.unwrap();
    let name = "n".repeat(255);
    at.objects.put(&path("from", &name), vec![1]).await.unwrap();
    assert_eq!(at.objects.length(&path("from", &name)).await.unwrap(), Some(1));
}

#[tokio::test]
async fn a_listing_is_in_the_order_of_names() {
    let at = InFolder::new();
    let names = ["a", "a-b", "a.d/x", "a/b", "b/a/c", "b/a/d", "b/b", "b0", "镜像"];
    // Files and folders of one name do not go together.
    for name in names.iter().filter(|name| **name != "a") {
        at.objects.put(&path("from", name), name.as_bytes().to_vec()).await.unwrap();
    }
    let list = async |prefix: &str, after: &str, limit| {
        let region = RegionId::parse("cn-hangzhou").unwrap();
        let listed = at.objects.list(&region, "from", prefix, after, limit).await.unwrap();
        listed.into_iter().map(|listed| listed.object).collect::<Vec<_>>()
    };
    assert_eq!(list("", "", 100).await, names[1..]);
    assert_eq!(list("", "a/b", 2).await, ["b/a/c", "b/a/d"]);
    assert_eq!(list("", "b/a/c", 1).await, ["b/a/d"]);
    assert_eq!(list("b", "", 100).await, ["b/a/c", "b/a/d", "b/b", "b0"]);
    assert_eq!(list("b/", "b/a0", 100).await, ["b/b"]);
    assert_eq!(list("b/a/d", "", 100).await, ["b/a/d"]);
    assert_eq!(list("c", "", 100).await, [""; 0]);
    for start in 0..names.len() {
        assert_eq!(list("", names[start], 100).await, names[start + 1..]);
    }
}
