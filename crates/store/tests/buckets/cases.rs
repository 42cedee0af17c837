//! The same cases wherever a bucket is.

use imagekin_store::StoreError;

use super::{FAR, NEAR, World, path, region};

/// From where to where things are copied.
pub(crate) const WAYS: [(&str, &str); 4] = [(NEAR, NEAR), (NEAR, FAR), (FAR, NEAR), (FAR, FAR)];

/// Bytes that are no other's.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n ^ (n >> 8) ^ (n >> 16)) as u8).collect()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn objects_come_are_read_and_go() {
    let world = World::new().await;
    for at in [NEAR, FAR] {
        let (here, nowhere) = (path((at, "from", "a/b.raw")), path((at, "no-such-bucket", "a")));
        let objects = &world.objects;
        assert_eq!(objects.length(&here).await.unwrap(), None, "{at}");
        assert!(!objects.has_bucket(&nowhere).await.unwrap(), "{at}");
        let bytes = bytes(3_000_000);
        objects.put(&here, bytes.clone()).await.unwrap();
        assert!(objects.has_bucket(&here).await.unwrap(), "{at}");
        assert_eq!(objects.length(&here).await.unwrap(), Some(3_000_000), "{at}");
        let (head, tail) = objects.ends(&here, 3_000_000).await.unwrap();
        assert!(bytes.starts_with(&head) && bytes.ends_with(&tail), "{at}");
        let read: Vec<_> =
            futures_util::TryStreamExt::try_collect(objects.read(&here, 1_000..2_000_000).await.unwrap())
                .await
                .unwrap();
        assert_eq!(read.concat(), bytes[1_000..2_000_000], "{at}");
        objects.put(&here, b"other".to_vec()).await.unwrap();
        assert_eq!(objects.length(&here).await.unwrap(), Some(5), "{at}");
        objects.put(&here, Vec::new()).await.unwrap();
        assert_eq!(objects.length(&here).await.unwrap(), Some(0), "{at}");
        for _ in 0..2 {
            objects.delete(&here).await.unwrap();
            assert_eq!(objects.length(&here).await.unwrap(), None, "{at}");
        }
        let error = objects.copy(&here, &path((at, "into", "a"))).await.err().unwrap();
        assert!(!error.is_retryable(), "{at}: {error}");
    }
    assert_eq!(world.leftovers(), [""; 0]);
}

#[tokio::test]
async fn a_listing_is_in_the_order_of_names() {
    let world = World::new().await;
    let names = ["a-b", "a.d/x", "a/b", "b/a/c", "b/a/d", "b/b", "b0", "c d"];
    for at in [NEAR, FAR] {
        for name in names {
            world.objects.put(&path((at, "from", name)), name.as_bytes().to_vec()).await.unwrap();
        }
        let list = async |prefix: &str, after: &str, limit| {
            let listed = world.objects.list(&region(at), "from", prefix, after, limit).await.unwrap();
            assert!(listed.iter().all(|listed| listed.length == listed.object.len() as u64));
            listed.into_iter().map(|listed| listed.object).collect::<Vec<_>>()
        };
        assert_eq!(list("", "", 100).await, names, "{at}");
        assert_eq!(list("", "a/b", 2).await, ["b/a/c", "b/a/d"], "{at}");
        assert_eq!(list("b", "b/a/c", 100).await, ["b/a/d", "b/b", "b0"], "{at}");
        assert_eq!(list("b/", "", 2).await, ["b/a/c", "b/a/d"], "{at}");
        assert_eq!(list("d", "", 100).await, [""; 0], "{at}");
    }
}

#[tokio::test]
async fn a_copy_has_the_bytes_and_the_digest_of_its_source() {
    // One piece, several, and a last one that is whole.
    for length in [0, 1, 3_000_000, 2 * 8 * 1024 * 1024, 17_000_000] {
        let world = World::new().await;
        let bytes = bytes(length);
        for (from, into) in WAYS {
            world.objects.put(&path((from, "from", "a")), bytes.clone()).await.unwrap();
            let (source, target) = (path((from, "from", "a")), path((into, "into", "b/c")));
            let copied = world.objects.copy(&source, &target).await.unwrap().run().await.unwrap();
            assert_eq!((copied.length, copied.sha256), (length as u64, sha256(&bytes)), "{from} {into}");
            assert_eq!(std::fs::read(world.file((into, "into", "b/c"))).unwrap(), bytes, "{from} {into}");
            world.objects.delete(&target).await.unwrap();
        }
        assert_eq!(world.leftovers(), [""; 0]);
    }
}

#[tokio::test]
async fn files_come_and_go() {
    let world = World::new().await;
    let file = world.folder.path().join("a-file");
    let bytes = bytes(17_000_000);
    for at in [NEAR, FAR] {
        std::fs::write(&file, &bytes).unwrap();
        let object = path((at, "into", "a"));
        let uploaded = world.objects.upload(&file, &object).await.unwrap().run().await.unwrap();
        assert_eq!(uploaded.sha256, sha256(&bytes), "{at}");
        std::fs::remove_file(&file).unwrap();
        let downloaded = world.objects.download(&object, &file).await.unwrap().run().await.unwrap();
        assert_eq!((downloaded, std::fs::read(&file).unwrap()), (uploaded, bytes.clone()), "{at}");
    }
}

#[tokio::test]
async fn what_is_given_up_leaves_nothing() {
    let world = World::new().await;
    for (from, into) in WAYS {
        world.objects.put(&path((from, "from", "a")), bytes(34_000_000)).await.unwrap();
        let target = path((into, "into", "a"));
        let mut copying = world.objects.copy(&path((from, "from", "a")), &target).await.unwrap();
        while copying.step().await.unwrap().unwrap() < 20_000_000 {}
        copying.abandon().await;
        assert_eq!(world.objects.length(&target).await.unwrap(), None, "{from} {into}");
        assert_eq!(world.leftovers(), [""; 0], "{from} {into}");
    }
}

#[tokio::test]
async fn a_source_that_changes_or_is_cut_short_is_no_copy() {
    let changes: [fn(&std::path::Path); 3] = [
        |file| std::fs::File::options().write(true).open(file).unwrap().set_len(10_000_000).unwrap(),
        |file| {
            std::fs::write(file, vec![7; 17_000_000]).unwrap();
            // This server tells its files apart by whole seconds.
            let later = std::time::UNIX_EPOCH + std::time::Duration::from_secs(4_000_000_000);
            std::fs::File::options().write(true).open(file).unwrap().set_modified(later).unwrap();
        },
        |file| std::fs::remove_file(file).unwrap(),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let world = World::new().await;
        for (from, into) in WAYS {
            world.objects.put(&path((from, "from", "a")), bytes(17_000_000)).await.unwrap();
            let target = path((into, "into", "a"));
            let mut copying = world.objects.copy(&path((from, "from", "a")), &target).await.unwrap();
            copying.step().await.unwrap();
            change(&world.file((from, "from", "a")));
            let outcome: Result<_, StoreError> = copying.run().await;
            assert!(outcome.is_err(), "{n} {from} {into}: {outcome:?}");
            assert_eq!(world.objects.length(&target).await.unwrap(), None, "{n} {from} {into}");
            assert_eq!(world.leftovers(), [""; 0], "{n} {from} {into}");
        }
    }
}
