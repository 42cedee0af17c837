//! Objects and buckets over HTTP.

use std::time::Duration;

use super::signing::{code, request, send, v1};
use crate::harness::disks::{BUCKET, qcow2};
use crate::harness::wire::{Connection, HttpRequest};
use crate::harness::{OWNER, START, TestApp, wait};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_object_comes_is_read_and_goes() {
    let app = TestApp::start().await;
    assert_eq!(code(&send(&app, request("PUT", "/golden-images/a").with_body("x")).await), "NoSuchBucket");
    assert_eq!(send(&app, request("PUT", "/golden-images/")).await.status, 200);
    let put = send(&app, request("PUT", "/golden-images/a/b").with_body("0123456789")).await;
    assert_eq!(put.status, 200, "{}", put.text());
    let head = send(&app, request("HEAD", "/golden-images/a/b")).await;
    assert_eq!((head.status, head.header("content-length")), (200, Some("10")));
    assert_eq!(head.header("etag"), put.header("etag"));
    let whole = send(&app, request("GET", "/golden-images/a/b")).await;
    assert_eq!((whole.status, whole.text().as_str()), (200, "0123456789"));
    for (range, expected) in [
        ("bytes=2-4", (206, "234", Some("bytes 2-4/10"))),
        ("bytes=7-", (206, "789", Some("bytes 7-9/10"))),
        ("bytes=-3", (206, "789", Some("bytes 7-9/10"))),
        ("bytes=8-100", (206, "89", Some("bytes 8-9/10"))),
    ] {
        let part = send(&app, request("GET", "/golden-images/a/b").with_header("range", range)).await;
        assert_eq!((part.status, part.text().as_str(), part.header("content-range")), expected, "{range}");
    }
    let beyond = send(&app, request("GET", "/golden-images/a/b").with_header("range", "bytes=10-")).await;
    assert_eq!(beyond.status, 416);
    for _ in 0..2 {
        assert_eq!(send(&app, request("DELETE", "/golden-images/a/b")).await.status, 204);
    }
    let gone = send(&app, request("HEAD", "/golden-images/a/b")).await;
    assert_eq!(gone.status, 404);
    assert!(gone.header("x-oss-request-id").is_some());
    assert_eq!(code(&send(&app, request("GET", "/golden-images/a/b")).await), "NoSuchKey");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn buckets_come_and_go() {
    let app = TestApp::start().await;
    let put = |host: &str, target: &str| {
        HttpRequest::new("PUT", target).without_header("host").with_header("host", host)
    };
    let there = put("new-one.oss-cn-beijing.aliyuncs.com", "/");
    let there = v1(there, OWNER, START, "/new-one/");
    assert_eq!(super::signing::send_as_it_is(&app, &there).await.status, 200);
    assert!(app.folder().join("objects/cn-beijing/new-one").is_dir());
    assert_eq!(send(&app, request("HEAD", "/new-one/")).await.status, 200);
    let all = send(&app, request("GET", "/")).await;
    assert!(all.text().contains("<Name>new-one</Name>"), "{}", all.text());
    send(&app, request("PUT", "/new-one/a").with_body("x")).await;
    assert_eq!(code(&send(&app, request("DELETE", "/new-one/")).await), "BucketNotEmpty");
    send(&app, request("DELETE", "/new-one/a")).await;
    assert_eq!(send(&app, request("DELETE", "/new-one/")).await.status, 204);
    assert_eq!(send(&app, request("HEAD", "/new-one/")).await.status, 404);
    // Without a region anywhere, it is the first one of the settings.
    assert_eq!(send(&app, request("PUT", "/another/")).await.status, 200);
    assert!(app.folder().join("objects/cn-qingdao/another").is_dir());
}

/// ImportImage takes a bucket by its name alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_made_in_one_region_however_many_make_it() {
    const REGIONS: [&str; 2] = ["cn-beijing", "cn-hangzhou"];
    let app = TestApp::start().await;
    let make = async |region: &str, name: &str| {
        let host = format!("{name}.oss-{region}.aliyuncs.com");
        let put = HttpRequest::new("PUT", "/").without_header("host").with_header("host", &host);
        let put = v1(put, OWNER, START, &format!("/{name}/"));
        super::signing::send_as_it_is(&app, &put).await.status
    };
    for n in 0..10 {
        let name = format!("contested-{n}");
        let (one, other) = tokio::join!(make(REGIONS[0], &name), make(REGIONS[1], &name));
        assert_eq!((one.min(other), one.max(other)), (200, 409), "{name}");
        let is_there = |region: &&&str| app.folder().join(format!("objects/{region}/{name}")).is_dir();
        assert_eq!(REGIONS.iter().filter(is_there).count(), 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bucket_of_snapshots_is_closed_and_no_name_leads_out() {
    let app = TestApp::start().await;
    app.import("golden").await;
    app.place("disk", b"disk".to_vec()).await;
    for (method, target) in [
        ("GET", "/imagekin-snapshots/"),
        ("GET", "/imagekin-snapshots/1234567890123456/s-1"),
        ("PUT", "/imagekin-snapshots/x"),
        ("DELETE", "/imagekin-snapshots/"),
    ] {
        let response = send(&app, request(method, target)).await;
        assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"), "{method} {target}");
    }
    assert!(!send(&app, request("GET", "/")).await.text().contains("imagekin-snapshots"));
    for target in [
        "/golden-images/../../../master.key",
        "/golden-images/a/../../x",
        "/golden-images/%2e%2e/x",
        "/golden-images/a%2F..%2F..%2Fx",
        "/golden-images/a//b",
        "/golden-images/a%00b",
        "/../x",
        "/.incoming/x",
        "/.uploads/x",
    ] {
        for method in ["GET", "PUT", "DELETE"] {
            let decoded = target.replace("%2e", ".").replace("%2F", "/").replace("%00", "\0");
            let signed = v1(request(method, target), OWNER, START, &decoded);
            let response = super::signing::send_as_it_is(&app, &signed).await;
            assert!((400..500).contains(&response.status), "{method} {target}: {}", response.status);
        }
    }
    assert!(app.folder().join("master.key").is_file());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_listing_has_pages_and_folders() {
    let app = TestApp::start().await;
    for name in ["a", "b/1", "b/2", "b/c/3", "d", "e f"] {
        app.place(name, name.as_bytes().to_vec()).await;
    }
    let list = async |query: &str| {
        let response = send(&app, request("GET", &format!("/{BUCKET}/?{query}"))).await;
        assert_eq!(response.status, 200, "{query} {}", response.text());
        response.text()
    };
    let names = |text: &str, tag: &str| {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        text.split(&open)
            .skip(1)
            .map(|rest| rest.split(&close).next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let all = list("prefix=").await;
    assert_eq!(names(&all, "Key"), ["a", "b/1", "b/2", "b/c/3", "d", "e f"]);
    let folders = list("delimiter=%2F&list-type=2").await;
    assert_eq!(names(&folders, "Key"), ["a", "d", "e f"]);
    assert!(folders.contains("<CommonPrefixes><Prefix>b/</Prefix></CommonPrefixes>"), "{folders}");
    let below = list("delimiter=%2F&prefix=b%2F").await;
    assert_eq!(names(&below, "Key"), ["b/1", "b/2"]);
    assert!(list("encoding-type=url&prefix=e").await.contains("<Key>e%20f</Key>"));
    // Page by page, with folders.
    let (mut seen, mut token) = (Vec::new(), String::new());
    loop {
        let page = list(&format!("max-keys=1&delimiter=%2F&marker={token}")).await;
        seen.extend(names(&page, "Key"));
        seen.extend(page.split("<CommonPrefixes><Prefix>").nth(1).map(|rest| rest[..2].to_owned()));
        match names(&page, "NextMarker").first() {
            Some(next) => token = next.replace(' ', "%20").replace('/', "%2F"),
            None => break,
        }
    }
    assert_eq!(seen, ["a", "b/", "d", "e f"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_put_can_be_imported() {
    let app = TestApp::start().await;
    let target = format!("/{BUCKET}/");
    let signed = v1(request("PUT", &target), OWNER, START, &target);
    let here = HttpRequest { headers: signed.headers.clone(), ..signed };
    let here = here.without_header("host").with_header("host", "oss-cn-hangzhou.aliyuncs.com");
    assert_eq!(super::signing::send_as_it_is(&app, &here).await.status, 200);
    let put = send(&app, request("PUT", &format!("/{BUCKET}/disk.qcow2")).with_body(qcow2(20, "put"))).await;
    assert_eq!(put.status, 200, "{}", put.text());
    let params = [
        ("RegionId", "cn-hangzhou"),
        ("DiskDeviceMapping.1.OSSBucket", BUCKET),
        ("DiskDeviceMapping.1.OSSObject", "disk.qcow2"),
    ];
    app.owner().ok("ImportImage", &params).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_long_or_differs_is_refused_and_leaves_nothing() {
    let app = TestApp::setup().with_config(|config| config.limits.object_bytes_max = 1_000).start().await;
    app.place("other", Vec::new()).await;
    let target = format!("/{BUCKET}/a");
    let put = |bytes: usize| request("PUT", &target).with_body(vec![7; bytes]);
    assert_eq!(code(&send(&app, put(1_001)).await), "EntityTooLarge");
    assert_eq!(code(&send(&app, put(9).with_header("content-md5", "AAAA")).await), "BadDigest");
    assert_eq!(send(&app, request("HEAD", &target)).await.status, 404);
    assert_eq!(send(&app, put(1_000)).await.status, 200);
    assert_eq!(
        code(&send(&app, request("PUT", &format!("{target}/b")).with_body("x")).await),
        "InvalidRequest"
    );
    let own = std::fs::read_dir(app.folder().join("objects/.incoming/0")).unwrap().flatten();
    assert_eq!(own.map(|draft| draft.file_name()).collect::<Vec<_>>(), ["lock"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_may_take_its_time_but_must_go_on() {
    const STALL: Duration = Duration::from_millis(500);
    let app = TestApp::setup().with_config(|config| config.limits.body_ms_max = 500).start().await;
    app.place("other", Vec::new()).await;
    let target = format!("/{BUCKET}/slow");
    let begin = async |length: usize| {
        let signed = v1(request("PUT", &target), OWNER, START, &target);
        let mut connection = Connection::open(app.address()).await;
        connection.send(&signed.with_header("content-length", &length.to_string()).bytes()).await;
        connection
    };
    let (mut steady, mut left) = (begin(100_000).await, 100_000);
    let began = tokio::time::Instant::now();
    wait::until("an upload has taken longer than a stall may", async || {
        steady.send(b"x").await;
        left -= 1;
        (began.elapsed() > 3 * STALL).then_some(())
    })
    .await;
    steady.send(&vec![b'x'; left]).await;
    assert_eq!(steady.response().await.status, 200);
    let mut stalled = begin(10).await;
    stalled.send(b"yy").await;
    let response = stalled.response().await;
    assert_eq!((response.status, code(&response).as_str()), (400, "RequestTimeout"));
    // The older one is still there, whole.
    let there = send(&app, request("HEAD", &target)).await;
    assert_eq!(there.header("content-length"), Some("100000"));
}
