//! An image that goes elsewhere, with `imagekin serve`: to another region, to another account, into a bucket.

use std::path::PathBuf;

use crate::real::{BUCKET, Sandbox};

#[test]
fn an_image_is_copied_into_a_family_of_another_region() {
    let sandbox = Sandbox::start();
    let image = sandbox.import("one.raw", "base-1", "base");
    let copy =
        ["images", "copy", &image, "--to-region", "cn-beijing", "--name", "copied", "--family", "base"];
    let copied = sandbox.run(&copy);
    assert_ne!(copied, image);
    assert_eq!(sandbox.run(&["resolve", "base", "--region", "cn-beijing"]), copied);
    assert_eq!(sandbox.run(&["resolve", "base"]), image);
    sandbox.fails(3, &["images", "copy", "m-nothing", "--to-region", "cn-beijing"]);
}

#[test]
fn an_image_is_shared_and_no_longer() {
    let sandbox = Sandbox::start();
    let image = sandbox.import("one.raw", "base-1", "base");
    let is_public = |yes: &str| {
        let shown = sandbox.run(&["images", "show", &image, "-o", "table"]);
        assert!(shown.contains(&format!("\nPublic        {yes}\n")), "{shown}");
    };
    is_public("no");
    let shared = sandbox.run(&["images", "share", &image, "--public", "-o", "table"]);
    assert_eq!(shared, format!("{image} is shared"));
    is_public("yes");
    sandbox.run(&["images", "unshare", &image, "--public"]);
    is_public("no");
    // There is one account only.
    let told = sandbox.fails(3, &["images", "share", &image, "--account", "1234567890123457"]);
    assert!(told.contains("InvalidAccount.NotFound"), "{told}");
}

#[test]
fn an_image_is_exported_into_a_bucket() {
    let sandbox = Sandbox::start();
    let image = sandbox.import("one.raw", "base-1", "base");
    let task = sandbox.run(&["images", "export", &image, "--to-bucket", BUCKET, "--prefix", "out"]);
    let shown = sandbox.run(&["images", "task", &task, "-o", "table"]);
    assert!(shown.contains("ExportImage") && shown.contains("Finished"), "{shown}");
    let objects = std::fs::read_dir(sandbox.folder().join("objects/cn-hangzhou").join(BUCKET)).unwrap();
    let names: Vec<PathBuf> = objects.map(|object| object.unwrap().file_name().into()).collect();
    assert!(names.iter().any(|name| name.to_string_lossy().starts_with("out")), "{names:?}");
    sandbox.fails(3, &["images", "export", &image, "--to-bucket", "no-such-bucket"]);
}
