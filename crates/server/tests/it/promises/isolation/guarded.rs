//! A stranger's image must never win: where an owner guard is enforced, what an owner who is not trusted shares or makes public
//! is answered as what is not there, by every action; and what is trusted is not touched.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use imagekin_rpc::codes;
use serde_json::Value;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use super::calls::{LISTS, READS, WRITES};
use super::{golden, nobodys, owned, told};
use crate::harness::actor::WAYS;
use crate::harness::disks::{describe, text};
use crate::harness::words::{borrowed, each};
use crate::harness::{OWNER, REGION, STRANGER, TestApp};

/// A server on which families of others are resolved, too.
async fn resolving() -> TestApp {
    let setup = TestApp::setup().with_config(|config| {
        config.resolve_shared_families = true;
        config.recycle_bin.retention_days = 7;
    });
    setup.standing().await
}

async fn share(app: &TestApp, image: &str, change: (&str, &str)) {
    let params = [("RegionId", REGION), ("ImageId", image), change];
    app.owner().ok("ModifyImageSharePermission", &params).await;
}

/// Sets the stranger's guard.
async fn guard(app: &TestApp, params: &str) {
    app.stranger().ask("ModifyImageOwnerGuard", params).await;
}

/// What the stranger's families of the owner's resolve to, and the ids in its plain list.
async fn seen(app: &TestApp) -> (Value, Vec<String>) {
    let stranger = app.stranger();
    let params = "ImageFamily=acs:1234567890123456:daily";
    let head = stranger.ask("DescribeImageFromFamily", params).await["Image"]["ImageId"].clone();
    let listed = stranger.ask("DescribeImages", "Status=ALL").await;
    (head, each(&listed["Images"]["Image"], "ImageId"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_enforced_guard_hides_what_is_shared_from_every_action() {
    let app = resolving().await;
    let (owned, nobodys) = (owned(&app).await, nobodys());
    let [image, other] = ["$image", "$other"].map(|word| owned.fill(word));
    share(&app, &image, ("AddAccount.1", STRANGER.account)).await;
    share(&app, &other, ("IsPublic", "true")).await;
    // Without the guard both are seen: else this test would show nothing.
    let stranger = app.stranger();
    for id in [&image, &other] {
        assert_eq!(describe(&stranger, REGION, id).await["ImageId"], id.as_str());
    }
    assert_eq!(seen(&app).await.0, image.as_str());
    guard(&app, "Mode=enforce&TrustedOwner.1=system").await;
    let before = app.dump();
    for way in WAYS {
        let stranger = app.stranger().by(way);
        for call in READS.iter().chain(WRITES) {
            let [of_owner, of_nobody] =
                [told(&stranger, &owned, *call).await, told(&stranger, &nobodys, *call).await];
            assert_eq!(of_owner, of_nobody, "{call:?} by {way:?}");
        }
        for id in [&image, &other] {
            for (action, params) in
                LISTS.iter().chain(&[("DescribeImages", "ImageOwnerAlias=others&IsPublic=true")])
            {
                let answer = stranger.call(action, &borrowed(&owned.parameters(params))).await;
                assert!(!answer.response.text().contains(id), "{action} {params} tells of {id}");
            }
        }
    }
    assert_eq!(seen(&app).await, (Value::Null, vec![]));
    assert_eq!(app.dump(), before);
    // It is the stranger's guard, and nobody else's.
    app.assert_head("daily", Some(&image)).await;
    guard(&app, "Mode=off").await;
    assert_eq!(seen(&app).await.0, image.as_str());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_trusted_is_seen_and_used() {
    let app = resolving().await;
    let [image, _] = golden(&app).await;
    share(&app, &image, ("AddAccount.1", STRANGER.account)).await;
    guard(&app, "Mode=enforce&TrustedOwner.1=1234567890123456").await;
    assert_eq!(seen(&app).await, (image.as_str().into(), vec![image.clone()]));
    let stranger = app.stranger();
    let of_image = [("RegionId", REGION), ("ImageId", &*image)];
    stranger.ok("CopyImage", &of_image).await;
    stranger.ok("RegisterImageUsage", &[&of_image[..], &[("InstanceId", "i-1")]].concat()).await;
    assert!(describe(&stranger, REGION, &image).await["OwnerTrusted"].is_null());
    // Who is named no longer is not trusted from the next call on.
    guard(&app, "Mode=enforce&TrustedOwner.1=3000000000000001").await;
    stranger.call("CopyImage", &of_image).await.assert_refused(&codes::IMAGE_NOT_FOUND);
    assert!(describe(&stranger, REGION, &image).await.is_null());
    // What has been made of it before is the stranger's own.
    let own = stranger.ask("DescribeImages", "ImageOwnerAlias=self&Status=ALL").await;
    assert_eq!(own["TotalCount"], 1);
}

/// An audit changes no answer but for a field, which is there where the owner is not trusted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_audit_tells_and_changes_nothing() {
    let app = resolving().await;
    let [image, _] = golden(&app).await;
    share(&app, &image, ("AddAccount.1", STRANGER.account)).await;
    let before = seen(&app).await;
    let family = "ImageFamily=acs:1234567890123456:daily";
    let stranger = app.stranger();
    let trusted = async || {
        let explained = stranger.ask("ExplainImageFamily", family).await;
        assert_eq!(explained["ImageId"], image.as_str());
        let candidate = &explained["Candidates"]["Candidate"][0];
        assert_eq!([&candidate["ImageId"], &candidate["Verdict"]], [image.as_str(), "Head"]);
        let described = describe(&stranger, REGION, &image).await;
        [described["OwnerTrusted"].clone(), candidate["OwnerTrusted"].clone()]
    };
    assert_eq!(trusted().await, [Value::Null, Value::Null]);
    guard(&app, "Mode=audit").await;
    assert_eq!(seen(&app).await, before);
    assert_eq!(trusted().await, [Value::Bool(false), Value::Bool(false)]);
    guard(&app, "Mode=audit&TrustedOwner.1=1234567890123456").await;
    assert_eq!(trusted().await, [Value::Null, Value::Null]);
    // What is one's own is trusted by all that is.
    app.owner().ask("ModifyImageOwnerGuard", "Mode=audit").await;
    let mine = describe(&app.owner(), REGION, &image).await;
    assert_eq!(
        [&mine["ImageOwnerId"].to_string(), &mine["OwnerTrusted"].to_string()],
        [OWNER.account, "null"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_systems_images_are_those_of_an_owner_too() {
    let app = resolving().await;
    app.apply(serde_json::json!({"system_images": [{
        "id": "ubuntu_22_04.vhd", "family": "ubuntu_22_04", "platform": "Ubuntu", "size": 20,
        "os_name": "Ubuntu 22.04 64位", "os_name_en": "Ubuntu 22.04 64 bit",
    }]}))
    .await;
    let stranger = app.stranger();
    let seen = async || {
        let head = stranger.ask("DescribeImageFromFamily", "ImageFamily=acs:ubuntu_22_04").await;
        let listed = stranger.ask("DescribeImages", "ImageOwnerAlias=system").await;
        let count = listed["TotalCount"].as_u64().unwrap_or_default();
        assert_eq!(listed["Images"]["Image"].as_array().map(Vec::len), usize::try_from(count).ok());
        (
            head["Image"]["ImageId"] == "ubuntu_22_04.vhd",
            count,
            listed["Images"]["Image"][0]["OwnerTrusted"].clone(),
        )
    };
    assert_eq!(seen().await, (true, 1, Value::Null));
    guard(&app, "Mode=audit").await;
    assert_eq!(seen().await, (true, 1, Value::Bool(false)));
    guard(&app, "Mode=enforce").await;
    assert_eq!(seen().await, (false, 0, Value::Null));
    guard(&app, "Mode=enforce&TrustedOwner.1=system").await;
    assert_eq!(seen().await, (true, 1, Value::Null));
}

/// What is set is told as it was set; each region has a guard of its own, and so has each account.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_guard_is_of_an_account_in_a_region() {
    let app = TestApp::standing().await;
    let told = async |actor: &crate::harness::actor::Actor, params: &str| {
        let guard = actor.ask("DescribeImageOwnerGuard", params).await;
        (text(&guard["Mode"]), guard["TrustedOwners"]["TrustedOwner"].clone())
    };
    let none = ("off".to_owned(), serde_json::json!([]));
    assert_eq!(told(&app.stranger(), "").await, none);
    guard(&app, "Mode=enforce&TrustedOwner.1=3000000000000001&TrustedOwner.2=system&TrustedOwner.3=system")
        .await;
    let set = ("enforce".to_owned(), serde_json::json!(["system", "3000000000000001"]));
    assert_eq!(told(&app.stranger(), "").await, set);
    assert_eq!(told(&app.stranger(), "RegionId=cn-beijing").await, none);
    assert_eq!(told(&app.owner(), "").await, none);
    // It names a hundred owners, and not one more.
    let owners = |count: u64| -> Vec<(String, String)> {
        (1..=count).map(|n| (format!("TrustedOwner.{n}"), (3_000_000_000_000_000 + n).to_string())).collect()
    };
    for (count, fits) in [(100, true), (101, false)] {
        let owners = owners(count);
        let params = [&[("RegionId", REGION), ("Mode", "audit")], &borrowed(&owners)[..]].concat();
        let reply = app.stranger().call("ModifyImageOwnerGuard", &params).await;
        if fits {
            reply.ok();
        } else {
            reply.assert_refused(&codes::INVALID_PARAMETER);
        }
    }
    assert_eq!(told(&app.stranger(), "").await.1.as_array().map(Vec::len), Some(100));
    let app = app.stop().await.standing().await;
    assert_eq!(told(&app.stranger(), "").await.0, "audit");
}

/// The warnings of this thread, a line each.
#[derive(Clone, Default)]
struct Warnings(Arc<Mutex<Vec<String>>>);

impl Warnings {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().expect("no test has panicked"))
    }
}

impl Subscriber for Warnings {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == Level::WARN
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().expect("no test has panicked").push(line.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{}={value:?} ", field.name()).expect("a text takes any text");
    }
}

/// Each use of what is not trusted is one warning, that says who has used what; a look at it is none, nor is a refusal.
#[tokio::test]
async fn an_audit_warns_of_each_use() {
    let app = resolving().await;
    let [image, _] = golden(&app).await;
    share(&app, &image, ("AddAccount.1", STRANGER.account)).await;
    let warnings = Warnings::default();
    // Where there is one subscriber alone, tracing asks the thread that comes first to what is told, which may be another
    // test's, and tells nobody from then on.
    let _second = tracing::Dispatch::new(warnings.clone());
    let _guard = tracing::subscriber::set_default(warnings.clone());
    let stranger = app.stranger();
    let of_image = format!("ImageId={image}");
    let uses = [
        ("DescribeImageFromFamily", "ImageFamily=acs:1234567890123456:daily".to_owned()),
        ("RegisterImageUsage", format!("{of_image}&InstanceId=i-1")),
        ("CopyImage", of_image.clone()),
    ];
    let use_all = async |name: &str| {
        for (action, params) in &uses {
            let named =
                if *action == "CopyImage" { format!("&DestinationImageName={name}") } else { String::new() };
            stranger.ask(action, &format!("{params}{named}")).await;
        }
        app.settle().await;
    };
    use_all("first").await;
    assert_eq!(warnings.take(), [""; 0], "the guard is off");
    guard(&app, "Mode=audit").await;
    use_all("second").await;
    let told = warnings.take();
    assert_eq!(told.len(), uses.len(), "{told:#?}");
    for ((action, _), line) in uses.iter().zip(&told) {
        for part in [*action, STRANGER.account, OWNER.account, &*image] {
            assert!(line.contains(part), "{part} is not in {line}");
        }
    }
    stranger.ask("DescribeImages", &of_image).await;
    stranger.say("CopyImage", &format!("{of_image}&DryRun=true")).await.assert_refused(&codes::DRY_RUN);
    assert_eq!(warnings.take(), [""; 0]);
    guard(&app, "Mode=audit&TrustedOwner.1=1234567890123456").await;
    use_all("third").await;
    assert_eq!(warnings.take(), [""; 0], "the owner is trusted");
}
