//! Uploads in parts, wherever the bucket is: any node goes on with them, and nobody sees them before they are whole.

use std::path::{Path, PathBuf};

use imagekin_catalog::Timestamp;
use imagekin_store::{ObjectPath, Objects, Upload, UploadFault};

use super::cases::bytes;
use super::{FAR, NEAR, World, far, path, region};

/// When uploads begin.
const START: Timestamp = Timestamp::from_seconds(1_767_323_045);
/// When they are forgotten.
const LATER: Timestamp = Timestamp::from_seconds(4_000_000_000);

impl World {
    /// Another node, which has only the S3 server in common with the first one.
    fn node_elsewhere(&self, folder: &Path) -> Objects {
        Objects::open_with(folder, vec![far(format!("http://{}", self.server.address))]).unwrap()
    }

    /// What waits of uploads.
    fn waiting(&self) -> usize {
        let far = ["from", "into"].map(|bucket| self.server.root().join(bucket).join(".imagekin-uploads"));
        far.iter().chain([&self.folder.path().join(".uploads")]).map(|folder| files(folder).len()).sum()
    }
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

async fn begin(node: &Objects, target: &ObjectPath, random: u128) -> Upload {
    let id = node.begin_upload(target, random, START).await.unwrap();
    node.find_upload(target, &id).await.unwrap().unwrap()
}

/// Puts a part; gives its number and etag.
async fn put_part(node: &Objects, upload: &Upload, number: u32, bytes: Vec<u8>) -> (u32, String) {
    let mut draft = node.begin_part(upload, number).await.unwrap();
    draft.write(bytes).await.unwrap();
    draft.publish().await.unwrap();
    (number, node.part(upload, number).await.unwrap().unwrap().etag)
}

/// Behind a balancer each request of an upload may come to another node.
#[tokio::test]
async fn any_node_goes_on_with_an_upload() {
    let (world, elsewhere) = (World::new().await, tempfile::tempdir().unwrap());
    let (here, there) = (&world.objects, world.node_elsewhere(elsewhere.path()));
    let target = path((FAR, "into", "a/b.raw"));
    let bytes = bytes(17_000_003);
    let id = here.begin_upload(&target, 7, START).await.unwrap();
    assert_eq!(there.find_upload(&path((FAR, "into", "other")), &id).await.unwrap(), None);
    let upload = there.find_upload(&target, &id).await.unwrap().expect("it was begun elsewhere");
    let last = put_part(&there, &upload, 2, bytes[17_000_000..].to_vec()).await;
    put_part(&there, &upload, 1, b"another try".to_vec()).await;
    let first = put_part(here, &upload, 1, bytes[..17_000_000].to_vec()).await;
    let numbers: Vec<u32> =
        there.parts(&upload).await.unwrap().into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, [1, 2]);
    let wrong = there.assemble(&upload, &[first.clone(), (2, "other".to_owned())]).await;
    assert!(matches!(wrong.err(), Some(UploadFault::NoSuchPart(2))));
    let whole = there.assemble(&upload, &[first, last]).await.unwrap();
    assert_eq!(here.length(&target).await.unwrap(), None, "it is seen before it is whole");
    whole.publish().await.unwrap();
    here.abort_upload(&upload).await.unwrap();
    assert_eq!(std::fs::read(world.file((FAR, "into", "a/b.raw"))).unwrap(), bytes);
    assert_eq!(there.find_upload(&target, &id).await.unwrap(), None);
    assert_eq!((world.waiting(), world.leftovers()), (0, Vec::new()));
}

#[tokio::test]
async fn parts_are_no_objects_and_go_with_their_upload() {
    let world = World::new().await;
    for at in [NEAR, FAR] {
        let target = path((at, "from", "a"));
        world.objects.put(&path((at, "from", "there")), b"there".to_vec()).await.unwrap();
        let upload = begin(&world.objects, &target, 7).await;
        put_part(&world.objects, &upload, 1, b"part".to_vec()).await;
        assert_eq!(world.waiting(), 2, "{at}");
        let listed = world.objects.list(&region(at), "from", "", "", 100).await.unwrap();
        let listed: Vec<String> = listed.into_iter().map(|listed| listed.object).collect();
        assert_eq!(listed, ["there"], "{at}");
        world.objects.abort_upload(&upload).await.unwrap();
        assert_eq!(world.waiting(), 0, "{at}");
    }
    for hidden in [".imagekin-uploads/7/target", ".imagekin-uploads/7/00001", ".imagekin-uploads/"] {
        assert_eq!(ObjectPath::new(&region(FAR), "from", hidden), None, "{hidden}");
    }
}

#[tokio::test]
async fn uploads_that_nobody_ends_are_forgotten() {
    let world = World::new().await;
    for at in [NEAR, FAR] {
        let target = path((at, "from", "a"));
        let upload = begin(&world.objects, &target, 7).await;
        put_part(&world.objects, &upload, 1, b"part".to_vec()).await;
        begin(&world.objects, &target, 8).await;
        assert_eq!(world.waiting(), 3, "{at}: an upload may go on beside another");
        let id = world.objects.begin_upload(&target, 9, LATER).await.unwrap();
        assert_eq!(world.waiting(), 1, "{at}");
        let left = world.objects.find_upload(&target, &id).await.unwrap().expect("the newest");
        world.objects.abort_upload(&left).await.unwrap();
    }
}

/// However long ago it began.
#[tokio::test]
async fn an_upload_that_goes_on_is_not_forgotten() {
    let world = World::new().await;
    for at in [NEAR, FAR] {
        let target = path((at, "from", "a"));
        let upload = begin(&world.objects, &target, 7).await;
        put_part(&world.objects, &upload, 1, b"part".to_vec()).await;
        let part = world.objects.part(&upload, 1).await.unwrap().expect("a part");
        let now = Timestamp::from_micros(part.modified_us);
        let id = world.objects.begin_upload(&target, 9, now).await.unwrap();
        assert_eq!(world.waiting(), 3, "{at}");
        for upload in [Some(upload), world.objects.find_upload(&target, &id).await.unwrap()] {
            world.objects.abort_upload(&upload.expect("an upload")).await.unwrap();
        }
    }
}
