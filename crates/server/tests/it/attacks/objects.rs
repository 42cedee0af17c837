//! Signatures at the object endpoint: none of an older kind or for another service, none that is good for ever, and no header
//! beside what was signed.

use std::time::Duration;

use imagekin_rpc::time;
use imagekin_server::{Clock, SystemClock};

use crate::buckets::clients::{addressed, s3};
use crate::buckets::signing::{self, code, request, send, send_as_it_is};
use crate::harness::disks::BUCKET;
use crate::harness::wire::{Connection, HttpRequest};
use crate::harness::{OWNER, TestApp};

/// A server whose clock is right: what signs here goes by the machine's.
async fn app() -> TestApp {
    let app = TestApp::start().await;
    app.set_clock(SystemClock.now().as_seconds());
    app.place("secret", b"secret".to_vec()).await;
    app
}

/// Version 2 has no time that s3s would look at: what is overheard would be good for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_older_signature_of_s3_is_not_taken() {
    let app = app().await;
    let target = format!("/{BUCKET}/secret");
    for day in [0, 400] {
        // It is signed as OSS's first version is, where there is no header of OSS.
        let oss = signing::v1(request("GET", &target), OWNER, app.now() - day * 86_400, &target);
        let authorization =
            oss.headers.iter().find(|(name, _)| name == "authorization").expect("a signature");
        let s3 = authorization.1.replacen("OSS ", "AWS ", 1);
        let s3 = oss.clone().without_header("authorization").with_header("authorization", &s3);
        let response = send_as_it_is(&app, &s3).await;
        assert_eq!(
            (response.status, code(&response).as_str()),
            (400, "InvalidRequest"),
            "{}",
            response.text()
        );
    }
    let address = signing::v1_address(request("GET", &target), OWNER, app.now() + 60, &target);
    assert_eq!(send_as_it_is(&app, &address).await.text(), "secret");
    let s3 = HttpRequest { target: address.target.replace("OSSAccessKeyId", "AWSAccessKeyId"), ..address };
    let response = send_as_it_is(&app, &s3).await;
    assert_eq!((response.status, code(&response).as_str()), (400, "InvalidRequest"));
}

/// Whoever was given the signed address of an upload can put in what he likes, and not make it a copy of what he may not read.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_is_good_for_what_was_signed() {
    let app = app().await;
    let client = s3(&app, OWNER);
    let signed = client.presign_write("upload", Duration::from_secs(60)).await.expect("an address");
    let put = addressed(&app, "PUT", signed.uri());
    let copy = put.clone().with_header("x-amz-copy-source", &format!("/{BUCKET}/secret"));
    let response = send_as_it_is(&app, &copy).await;
    assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"), "{}", response.text());
    let tagged = put.clone().with_header("x-amz-tagging", "a=b").with_body("mine");
    assert_eq!(send_as_it_is(&app, &tagged).await.status, 403);
    assert_eq!(send_as_it_is(&app, &put.with_body("mine")).await.status, 200);
    let read = client.presign_read("upload", Duration::from_secs(60)).await.expect("an address");
    assert_eq!(send_as_it_is(&app, &addressed(&app, "GET", read.uri())).await.text(), "mine");
}

/// The signatures of OSS cover no header of S3's: one that comes with such a signature counts for nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_that_is_signed_as_oss_has_it_is_no_copy_either() {
    let app = app().await;
    let target = format!("/{BUCKET}/upload");
    let (put, now) = (|| request("PUT", &target), app.now());
    let date = time::print(now).replace(['-', ':'], "");
    for (signed, bytes) in [
        (signing::v1_address(put(), OWNER, now + 60, &target), "by an address"),
        (signing::v1(put(), OWNER, now, &target), "by version 1"),
        (signing::v4(put(), OWNER, &date, "cn-hangzhou"), "by version 4"),
    ] {
        let copy = signed.with_header("x-amz-copy-source", &format!("/{BUCKET}/secret")).with_body(bytes);
        let response = send_as_it_is(&app, &copy).await;
        assert_eq!(response.status, 200, "{bytes}: {}", response.text());
        assert_eq!(send(&app, request("GET", &target)).await.text(), bytes);
    }
}

/// Of STS, s3s reads a body before it looks at the signature: whoever knows no more than the id of a key could hold a place for
/// as long as he likes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_read_of_whom_nobody_knows() {
    let app = app().await;
    let day = time::print(app.now()).replace(['-', ':'], "");
    let credential = format!("{}/{}/cn-hangzhou/sts/aws4_request", OWNER.id, &day[..8]);
    let signature = "0".repeat(64);
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host;x-amz-date, Signature={signature}"
    );
    let forged = request("PUT", &format!("/{BUCKET}/upload"))
        .with_header("x-amz-date", &day)
        .with_header("authorization", &authorization)
        .with_header("content-length", "8192")
        .with_header("expect", "100-continue");
    let mut connection = Connection::open(app.address()).await;
    connection.send(&forged.bytes()).await;
    // A server that would read it asks for it first.
    let response = connection.response().await;
    assert_eq!((response.status, code(&response).as_str()), (400, "AuthorizationHeaderMalformed"));
}

/// s3s takes any number of seconds.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_address_is_good_for_longer_than_a_week() {
    let app = app().await;
    let signed = s3(&app, OWNER).presign_read("secret", Duration::from_secs(60)).await.expect("an address");
    let get = addressed(&app, "GET", signed.uri());
    assert_eq!(send_as_it_is(&app, &get).await.text(), "secret");
    for (seconds, expected) in [
        // It was signed for another time.
        ("604800", (403, "SignatureDoesNotMatch")),
        ("604801", (400, "AuthorizationQueryParametersError")),
        ("4294967295", (400, "AuthorizationQueryParametersError")),
        ("0", (400, "AuthorizationQueryParametersError")),
    ] {
        let target = get.target.replace("X-Amz-Expires=60", &format!("X-Amz-Expires={seconds}"));
        assert_ne!(target, get.target);
        let response = send_as_it_is(&app, &HttpRequest { target, ..get.clone() }).await;
        assert_eq!((response.status, code(&response).as_str()), expected, "{seconds}");
    }
}
