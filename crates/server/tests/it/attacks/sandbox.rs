//! What is for the sandbox: each of its freedoms is refused in production, or does no harm there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::Timestamp;
use imagekin_rpc::codes;
use imagekin_server::{
    App, Clock, Config, OsRandom, Profile, SANDBOX_ACCOUNT, SANDBOX_KEY, StartError, SystemClock,
};
use imagekin_store::StoreError;
use serde_json::{Value, json};

use crate::buckets::clients::{addressed, s3};
use crate::buckets::signing::{request, send_as_it_is, v1};
use crate::harness::actor::WAYS;
use crate::harness::disks::{BUCKET, describe, text};
use crate::harness::{Key, START, TestApp, wait};

/// Where the program asks which profile it runs in, and what the sandbox is free to do there. Whatever is added gets a line
/// here, and a test.
const FREEDOMS: &[(&str, &str)] = &[
    ("crates/cli/src/quickstart.rs", "a demonstration is a sandbox, in a folder of its own"),
    ("crates/cli/src/serve.rs", "an access key of its own, which is in the vendor's examples"),
    ("crates/server/src/actions/copy_image.rs", "a copy that is said to be encrypted"),
    (
        "crates/server/src/app.rs",
        "no access key at all, or the one that everybody knows; fixtures that bring keys at every start",
    ),
    ("crates/server/src/config.rs", "imports that nobody has looked at"),
    ("crates/server/src/http.rs", "no warning of plain HTTP beyond the machine"),
    ("crates/server/src/sandbox_key.rs", "the access key that everybody knows may be used"),
];

/// The files below a folder that name a profile, tests aside.
fn naming_a_profile(folder: &Path, found: &mut BTreeSet<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for entry in std::fs::read_dir(root.join(folder)).expect("a folder").flatten() {
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() {
            naming_a_profile(&path, found);
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let source = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let is_named = ["Profile::Sandbox", "Profile::Production"].iter().any(|name| source.contains(name));
        if is_named && !path.ends_with("tests.rs") {
            found.insert(path.to_str().expect("text").to_owned());
        }
    }
}

#[test]
fn every_freedom_of_the_sandbox_is_known() {
    let mut found = BTreeSet::new();
    for part in ["cli", "server", "store", "rpc", "access", "catalog"] {
        naming_a_profile(&Path::new("crates").join(part).join("src"), &mut found);
    }
    assert_eq!(found, FREEDOMS.iter().map(|(file, _)| (*file).to_owned()).collect());
}

/// Every setting by its path.
fn settings(profile: Profile) -> BTreeMap<String, Value> {
    fn gather(path: &str, value: &Value, into: &mut BTreeMap<String, Value>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| gather(&format!("{path}/{name}"), value, into));
            }
            value => drop(into.insert(path.to_owned(), value.clone())),
        }
    }
    let mut all = BTreeMap::new();
    gather("", &serde_json::to_value(Config::defaults(profile)).expect("settings"), &mut all);
    all
}

/// A setting that is laxer in the sandbox cannot be had in production.
#[test]
fn what_the_sandbox_is_lax_in_production_refuses() {
    let (strict, lax) = (settings(Profile::Production), settings(Profile::Sandbox));
    let differ: Vec<&String> = strict.keys().filter(|name| strict[*name] != lax[*name]).collect();
    assert_eq!(differ, ["/import/verify", "/profile"]);
    for name in differ.iter().filter(|name| **name != "/profile") {
        let with = |profile: &str| {
            let names: Vec<&str> = name.trim_start_matches('/').split('/').collect();
            let given = names.iter().rev().fold(lax[*name].clone(), |value, name| json!({*name: value}));
            let mut given = given.as_object().cloned().expect("an object");
            given.insert("profile".to_owned(), profile.into());
            Config::load(None, Value::Object(given))
        };
        assert!(with("production").expect_err(name).to_string().contains("sandbox"), "{name}");
        with("sandbox").expect(name);
    }
    // Nothing that makes calls fail, or says what is answered, is a setting at all.
    assert!(
        strict.keys().all(|name| !["fault", "fail", "script", "fake"].iter().any(|word| name.contains(word)))
    );
}

/// The settings of a production server in a new folder, with these fixtures.
fn production(folder: &Path, fixtures: &Value) -> Config {
    let file = folder.join("fixtures.yaml");
    std::fs::write(&file, fixtures.to_string()).expect("written");
    let mut config = Config::defaults(Profile::Production);
    config.data_dir = folder.join("data");
    config.fixtures = Some(file);
    config
}

async fn open(config: Config) -> Result<Arc<App>, StartError> {
    let clock = Arc::new(SystemClock);
    App::open(config, None, clock, Arc::new(OsRandom)).await
}

/// Neither is there a key that nobody has made, nor do fixtures bring one back that was deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_has_no_key_but_those_that_were_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let account = |keys: Value| json!({"accounts": [{"id": "1234567890123456", "access_keys": keys}]});
    for fixtures in [json!({}), account(json!([])), account(json!([{"id": "exported-without-a-secret"}]))] {
        let refused = open(production(folder.path(), &fixtures)).await.err().expect("no server");
        assert!(matches!(refused, StartError::NoAccessKey), "{refused}");
    }
    let with_key = account(json!([{"id": "LTAI-of-a-fixture", "secret": "of-a-fixture"}]));
    let refused = open(production(folder.path(), &with_key)).await.err().expect("no server");
    assert!(matches!(refused, StartError::FixtureKeys(_)), "{refused}");
    assert!(!refused.to_string().contains("of-a-fixture"));
    let mut sandbox = production(folder.path(), &with_key);
    sandbox.profile = Profile::Sandbox;
    open(sandbox).await.expect("a sandbox");
}

/// The sandbox's access key, with its secret or another one.
fn known_key(secret: &str) -> AccessKey {
    AccessKey {
        user: None,
        account: AccountId::parse(SANDBOX_ACCOUNT).expect("an account"),
        id: AccessKeyId::parse(SANDBOX_KEY.0).expect("an access key id"),
        secret: Secret::new(secret.to_owned()).expect("a secret"),
        status: KeyStatus::Active,
    }
}

/// Opens a data folder that another server may just have let go of.
async fn open_again(
    folder: &Path,
    profile: Profile,
    first: Option<&AccessKey>,
) -> Result<Arc<App>, StartError> {
    let mut config = Config::defaults(profile);
    config.data_dir = folder.to_owned();
    wait::until("the folder is free", async || {
        let clock = Arc::new(SystemClock);
        match App::open(config.clone(), first.cloned(), clock, Arc::new(OsRandom)).await {
            Err(StartError::Store(StoreError::InUse(_))) => None,
            opened => Some(opened),
        }
    })
    .await
}

async fn set_status(app: &App, key: &AccessKey, status: KeyStatus) {
    let id = key.id.clone();
    let now = Timestamp::from_seconds(START);
    let set =
        app.store().write_access(key.account, now, move |write| write.set_key_status(None, &id, status));
    assert!(set.await.expect("the store works"), "the account has this key");
}

/// What a sandbox has served has its key, which is in the vendor's examples, for whoever serves it next.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_serves_no_store_with_the_key_that_everybody_knows() {
    let folder = tempfile::tempdir().expect("a folder");
    let known = known_key(SANDBOX_KEY.1);
    let refused = open_again(folder.path(), Profile::Production, Some(&known)).await.err();
    assert!(matches!(refused, Some(StartError::FirstKeyOfTheSandbox)), "{refused:?}");
    drop(open_again(folder.path(), Profile::Sandbox, Some(&known)).await.expect("a sandbox"));
    let refused = open_again(folder.path(), Profile::Production, None).await.err().expect("no server");
    assert!(matches!(refused, StartError::SandboxKey(account) if account == known.account), "{refused}");
    let told = refused.to_string();
    assert!(told.contains("imagekin account delete-key 1234567890123456 testid\n"), "{told}");
    assert!(!told.contains(SANDBOX_KEY.1), "{told}");

    // It may not be used.
    let sandbox = open_again(folder.path(), Profile::Sandbox, None).await.expect("a sandbox");
    set_status(&sandbox, &known, KeyStatus::Inactive).await;
    drop(sandbox);
    let production = open_again(folder.path(), Profile::Production, None).await.expect("a server");

    // It has a secret of its own.
    let other = known_key("a-secret-of-its-own");
    let now = Timestamp::from_seconds(START);
    let put = production.store().write_accounts(move |accounts| accounts.put_access_key(&other, now));
    put.await.expect("the store works");
    set_status(&production, &known, KeyStatus::Active).await;
    drop(production);
    open_again(folder.path(), Profile::Production, None).await.expect("a server");
}

/// A sandbox that is started on the database of production by mistake puts its key there while production runs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_takes_production_that_key_while_it_runs() {
    let known = Key { account: SANDBOX_ACCOUNT, id: SANDBOX_KEY.0, secret: SANDBOX_KEY.1 };
    for (setup, is_taken) in [(TestApp::setup(), false), (TestApp::sandbox(), true)] {
        let app = setup.start().await;
        // S3's signatures go by the machine's clock.
        app.set_clock(SystemClock.now().as_seconds());
        app.place("there", b"there".to_vec()).await;
        let (key, now) = (known_key(SANDBOX_KEY.1), Timestamp::from_seconds(app.now()));
        let put = app.app.store().write_accounts(move |accounts| accounts.put_access_key(&key, now));
        put.await.expect("the store works");
        for way in WAYS {
            let actor = app.actor(known).by(way);
            if is_taken {
                actor.ok("DescribeRegions", &[]).await;
            } else {
                actor.call("DescribeRegions", &[]).await.assert_refused(&codes::ACCESS_KEY_INACTIVE);
            }
        }
        let there = format!("/{BUCKET}/there");
        let by_oss = v1(request("GET", &there), known, app.now(), &there);
        let address =
            s3(&app, known).presign_read("there", Duration::from_secs(60)).await.expect("an address");
        for get in [by_oss, addressed(&app, "GET", address.uri())] {
            let response = send_as_it_is(&app, &get).await;
            let told = response.text();
            assert_eq!((response.status == 200, told == "there"), (is_taken, is_taken), "{get:?} {told}");
            assert!(is_taken || told.contains("<Code>InvalidAccessKeyId</Code>"), "{get:?} {told}");
        }
    }
}

/// A delay makes nothing usable before its time, and a fixture's snapshot has no bytes that anybody could get.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn delays_only_make_things_later() {
    let app =
        TestApp::setup().with_config(|config| config.delays.create_image_ms = vec![60_000]).standing().await;
    let snapshot = app.system_snapshot().await;
    let made = app
        .owner()
        .ok(
            "CreateImage",
            &[("RegionId", "cn-hangzhou"), ("SnapshotId", &snapshot), ("ImageFamily", "daily")],
        )
        .await;
    let id = text(&made["ImageId"]);
    app.settle().await;
    assert_eq!(describe(&app.owner(), "cn-hangzhou", &id).await["Status"], "Creating");
    app.assert_head("daily", None).await;
    app.advance(Duration::from_secs(61));
    app.settle().await;
    app.assert_head("daily", Some(&id)).await;
}

/// What no one has looked at, and what is only said to be encrypted, is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_takes_nothing_on_trust() {
    let app = TestApp::standing().await;
    app.place("text.txt", b"not a disk at all".to_vec()).await;
    let object = [("DiskDeviceMapping.1.OSSBucket", BUCKET), ("DiskDeviceMapping.1.OSSObject", "text.txt")];
    let import = [&[("RegionId", "cn-hangzhou")][..], &object].concat();
    let id = app.import("golden").await;
    let copy = [
        ("RegionId", "cn-hangzhou"),
        ("ImageId", &*id),
        ("DestinationRegionId", "cn-beijing"),
        ("Encrypted", "true"),
    ];
    for way in WAYS {
        app.owner().by(way).call("ImportImage", &import).await.assert_refused(&codes::IMAGE_FORMAT_BROKEN);
        app.owner().by(way).call("CopyImage", &copy).await.assert_refused(&codes::KMS_NOT_ENABLED);
    }
}
