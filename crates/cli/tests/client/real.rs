//! The commands against `imagekin serve`, over one image's life.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::harness::{client, imagekin, outcome};

pub(crate) const BUCKET: &str = "golden-images";

/// A sandbox with two objects in a bucket. It is killed when it is dropped.
pub(crate) struct Sandbox {
    child: Child,
    address: String,
    folder: tempfile::TempDir,
}

impl Sandbox {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bucket = folder.path().join("objects/cn-hangzhou").join(BUCKET);
        std::fs::create_dir_all(&bucket).unwrap();
        for object in ["one.raw", "two.raw"] {
            std::fs::write(bucket.join(object), object.repeat(1 << 10)).unwrap();
        }
        let (listen, profile) = (["--listen", "127.0.0.1:0"], ["--profile", "sandbox"]);
        let mut command = imagekin(&[&["serve"][..], &listen, &profile, &["--data-dir"]].concat());
        command
            .arg(folder.path())
            .env("IMAGEKIN_LOG", "warn")
            .env("IMAGEKIN_RECYCLE_BIN__RETENTION_DAYS", "7");
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.trim_end().strip_prefix("listening on http://").expect("where it listens").to_owned();
        Self { child, address, folder }
    }

    /// What a command that must succeed prints, without the end of its last line.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        outcome(self.client(arguments)).ok().trim_end().to_owned()
    }

    /// What a command that must end with the code tells.
    pub(crate) fn fails(&self, code: i32, arguments: &[&str]) -> String {
        outcome(self.client(arguments)).fails(code)
    }

    pub(crate) fn client(&self, arguments: &[&str]) -> Command {
        let mut command = client(&self.address, arguments);
        command.env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
        command
    }

    /// Imports an object into a family; gives the image.
    pub(crate) fn import(&self, object: &str, name: &str, family: &str) -> String {
        let from = ["images", "import", "--from-bucket", BUCKET, "--object", object, "--platform", "Ubuntu"];
        self.run(&[&from[..], &["--name", name, "--family", family, "--tag", "env=生产"]].concat())
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn an_image_is_made_chosen_rolled_back_and_deleted() {
    let sandbox = Sandbox::start();
    let first = sandbox.import("one.raw", "镜像-1", "base");
    assert_eq!(sandbox.run(&["resolve", "base"]), first);
    let second = sandbox.import("two.raw", "镜像-2", "base");
    assert_eq!(sandbox.run(&["resolve", "base"]), second);

    assert_eq!(sandbox.run(&["images", "deprecate", &second]), "");
    assert_eq!(sandbox.run(&["resolve", "base"]), first);
    assert!(sandbox.fails(1, &["images", "deprecate", &second]).contains("action ModifyImageAttribute"));
    sandbox.run(&["images", "restore", &second]);
    assert_eq!(sandbox.run(&["resolve", "base"]), second);

    sandbox.run(&["images", "delete", &first, &second]);
    assert!(sandbox.fails(3, &["resolve", "base"]).contains("has no head in cn-hangzhou"));
    assert!(sandbox.fails(3, &["images", "delete", &first]).contains("InvalidImageId.NotFound"));
    assert!(sandbox.fails(3, &["images", "show", &first]).contains("there is no image"));
}

#[test]
fn an_image_is_protected_and_comes_back() {
    let sandbox = Sandbox::start();
    let image = sandbox.import("one.raw", "one", "base");
    sandbox.run(&["images", "modify", &image, "--protect"]);
    let refused = sandbox.fails(1, &["images", "delete", &image, "--force"]);
    assert!(refused.contains("InvalidOperation.DeletionProtection"), "{refused}");
    let shown = sandbox.run(&["images", "show", &image, "-o", "table"]);
    assert!(shown.lines().any(|line| line.starts_with("Protected") && line.ends_with("yes")), "{shown}");
    sandbox.run(&["images", "modify", &image, "--unprotect"]);
    sandbox.run(&["images", "delete", &image]);
    assert!(sandbox.run(&["images", "deleted"]).starts_with(&format!("{image}\tone\tbase\t")));
    sandbox.run(&["images", "undelete", &image]);
    assert_eq!(sandbox.run(&["resolve", "base"]), image);
    assert_eq!(sandbox.run(&["images", "deleted"]), "");
    assert_eq!(sandbox.run(&["guard", "show"]), "Mode\toff");
    sandbox.run(&["guard", "set", "enforce", "--trust", "1234567890123456", "--trust", "system"]);
    sandbox.run(&["guard", "set", "audit"]);
    let guard = "Mode\taudit\nTrusted\tsystem\nTrusted\t1234567890123456";
    assert_eq!(sandbox.run(&["guard", "show"]), guard);
}

#[test]
fn images_are_listed_and_shown() {
    let sandbox = Sandbox::start();
    let (first, second) =
        (sandbox.import("one.raw", "镜像-1", "base"), sandbox.import("two.raw", "镜像-2", "other"));
    let ids = |more: &[&str]| {
        let list = sandbox.run(&[&["images", "list"][..], more].concat());
        list.lines().filter_map(|line| line.split('\t').next()).collect::<Vec<_>>().join(" ")
    };
    let both = format!("{second} {first}");
    assert_eq!(ids(&[]), both);
    assert_eq!(ids(&["--family", "base"]), first);
    assert_eq!(ids(&["--name", "镜像-*", "--tag", "env=生产", "--all"]), both);
    assert_eq!(ids(&["--page-size", "1", "--page-number", "2"]), first);
    assert_eq!(ids(&["--owner", "all", "--status", "Deprecated"]), "");
    let shown = sandbox.run(&["images", "show", &first, "-o", "table"]);
    for line in
        ["Name          镜像-1", "Family        base", "Platform      Ubuntu", "Tag           env=生产"]
    {
        assert!(shown.lines().any(|shown| shown == line), "no {line} in\n{shown}");
    }
    let reply: Value = serde_json::from_str(&sandbox.run(&["images", "show", &first, "-o", "json"])).unwrap();
    let image = &reply["Images"]["Image"][0];
    assert_eq!(image["ImageId"], first.as_str());

    let snapshot = image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].as_str().unwrap();
    let made =
        sandbox.run(&["images", "create", "--snapshot-id", snapshot, "--name", "third", "--family", "base"]);
    assert_eq!(sandbox.run(&["resolve", "base"]), made);
    sandbox.run(&["images", "modify", &made, "--family", "other", "--name", "renamed"]);
    assert_eq!(sandbox.run(&["resolve", "other"]), made);
    assert_eq!(sandbox.run(&["resolve", "base"]), first);
}

#[test]
fn a_profile_of_the_aliyun_cli_is_enough() {
    let sandbox = Sandbox::start();
    let image = sandbox.import("one.raw", "one", "base");
    let config = sandbox.folder().join(".aliyun/config.json");
    std::fs::create_dir_all(config.parent().unwrap()).unwrap();
    let profile = serde_json::json!({"current": "mine", "profiles": [{
        "name": "mine", "mode": "AK", "access_key_id": "testid", "access_key_secret": "testsecret",
        "region_id": "cn-hangzhou", "endpoint": sandbox.address,
    }]});
    std::fs::write(config, profile.to_string()).unwrap();
    let mut command = imagekin(&["resolve", "base"]);
    command.env("HOME", sandbox.folder());
    assert_eq!(outcome(command).ok().trim_end(), image);
    let mut elsewhere = imagekin(&["resolve", "base", "--region", "cn-beijing"]);
    elsewhere.env("HOME", sandbox.folder());
    outcome(elsewhere).fails(3);
}

#[test]
fn a_wrong_secret_is_refused() {
    let sandbox = Sandbox::start();
    let secret = sandbox.folder().join("secret");
    std::fs::write(&secret, "wrong\n").unwrap();
    let told = sandbox.fails(1, &["resolve", "base", "--access-key-secret-file", secret.to_str().unwrap()]);
    assert!(told.contains("SignatureDoesNotMatch"), "{told}");
}
