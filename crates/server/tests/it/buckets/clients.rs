//! Clients of S3 and of OSS that are not ours (OpenDAL's), against the object endpoint.

use futures_util::TryStreamExt;
use imagekin_server::{Clock, SystemClock};
use opendal::services::{Oss, S3};
use opendal::{ErrorKind, Operator};

use super::signing::send_as_it_is;
use crate::harness::disks::BUCKET;
use crate::harness::wait::until;
use crate::harness::wire::HttpRequest;
use crate::harness::{Key, OWNER, TestApp};

/// A server whose clock is right: these clients sign with the time of the machine.
async fn app() -> TestApp {
    let app = TestApp::start().await;
    app.set_clock(SystemClock.now().as_seconds());
    app.place("there", b"there".to_vec()).await;
    app
}

/// The bucket through a client of S3.
pub(crate) fn s3(app: &TestApp, key: Key) -> Operator {
    let s3 = S3::default()
        .endpoint(&format!("http://{}", app.address()))
        .bucket(BUCKET)
        .region("us-east-1")
        .access_key_id(key.id)
        .secret_access_key(key.secret)
        .disable_config_load()
        .disable_ec2_metadata();
    Operator::new(s3).unwrap()
}

/// A request for an address that a client has signed.
pub(crate) fn addressed(app: &TestApp, method: &str, address: &http::Uri) -> HttpRequest {
    let target = address.path_and_query().unwrap().as_str();
    HttpRequest::new(method, target).without_header("host").with_header("host", &app.address().to_string())
}

/// The bucket through each client.
fn clients(app: &TestApp, key: Key) -> [(&'static str, Operator); 2] {
    opendal::install_default();
    let oss = Oss::default()
        .endpoint(&format!("http://{}", app.address()))
        .bucket(BUCKET)
        .addressing_style("path")
        .access_key_id(key.id)
        .access_key_secret(key.secret);
    [("S3", s3(app, key)), ("OSS", Operator::new(oss).unwrap())]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn objects_come_are_read_and_go() {
    let app = app().await;
    for (name, client) in clients(&app, OWNER) {
        let small = client.write("a/b c+d&é", b"small".to_vec()).await;
        small.unwrap_or_else(|error| panic!("{name}: {error}"));
        let bytes: Vec<u8> = (0..17_000_000_u32).map(|n| (n ^ (n >> 9)) as u8).collect();
        let mut writer = client.writer_with("a/big").chunk(5 * 1024 * 1024).await.unwrap();
        writer.write(bytes.clone()).await.unwrap();
        writer.close().await.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(client.stat("a/big").await.unwrap().content_length(), 17_000_000, "{name}");
        assert!(client.read("a/big").await.unwrap().to_vec() == bytes, "{name}");
        let part = client.read_with("a/big").range(1_000..2_000).await.unwrap();
        assert_eq!(part.to_vec(), bytes[1_000..2_000], "{name}");
        let listed: Vec<_> = client.lister_with("a/").await.unwrap().try_collect().await.unwrap();
        let listed: Vec<&str> = listed.iter().map(opendal::Entry::path).collect();
        assert_eq!(listed, ["a/b c+d&é", "a/big"], "{name}");
        for object in ["a/b c+d&é", "a/big", "a/big"] {
            client.delete(object).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        assert_eq!(client.stat("a/big").await.unwrap_err().kind(), ErrorKind::NotFound, "{name}");
        // An upload that is given up.
        let mut writer = client.writer_with("given-up").chunk(5 * 1024 * 1024).await.unwrap();
        writer.write(bytes).await.unwrap();
        writer.abort().await.unwrap();
        assert!(!client.exists("given-up").await.unwrap(), "{name}");
    }
    // Nobody waits for the parts of a completed one to go.
    until("no upload is left", async || {
        let left = std::fs::read_dir(app.folder().join("objects/.uploads")).unwrap().count();
        (left == 0).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_can_be_signed() {
    let app = app().await;
    for (name, client) in clients(&app, OWNER) {
        let signed = client.presign_read("there", std::time::Duration::from_secs(60)).await.unwrap();
        let get = addressed(&app, "GET", signed.uri());
        let response = send_as_it_is(&app, &get).await;
        assert_eq!((response.status, response.text().as_str()), (200, "there"), "{name} {get:?}");
        let other = HttpRequest { target: get.target.replace("/there?", "/other?"), ..get };
        assert_eq!(send_as_it_is(&app, &other).await.status, 403, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_secret_opens_nothing() {
    let app = app().await;
    for wrong in [Key { secret: "wrong", ..OWNER }, Key { id: "nobody", ..OWNER }] {
        for (name, client) in clients(&app, wrong) {
            let error = client.read("there").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{name}: {error}");
            assert!(client.write("there", b"x".to_vec()).await.is_err(), "{name}");
        }
    }
}
