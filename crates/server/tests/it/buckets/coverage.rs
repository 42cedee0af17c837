//! Every operation on objects and buckets, by a RAM user: allowed, not allowed, denied, and allowed only for another account.

use std::collections::BTreeSet;

use imagekin_server::object_operations;

use super::signing::{request, send, send_as_it_is, v1};
use crate::harness::access::{policy, statement};
use crate::harness::actor::Actor;
use crate::harness::disks::BUCKET;
use crate::harness::wire::{HttpRequest, Response};
use crate::harness::{STRANGER, TestApp};

/// What each operation is called by policies (the vendor's page “RAM policies” of OSS), and what is sent for it: method, address,
/// header, body. `$upload` is that of an upload under way.
const REQUESTS: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("ListBuckets", "oss:ListBuckets", "GET", "/", "", ""),
    ("ListObjects", "oss:ListObjects", "GET", "/golden-images/", "", ""),
    ("ListObjectsV2", "oss:ListObjects", "GET", "/golden-images/?list-type=2", "", ""),
    ("HeadBucket", "oss:GetBucketInfo", "HEAD", "/golden-images/", "", ""),
    ("GetBucketLocation", "oss:GetBucketLocation", "GET", "/golden-images/?location", "", ""),
    ("CreateBucket", "oss:PutBucket", "PUT", "/another/", "", ""),
    ("PutObject", "oss:PutObject", "PUT", "/golden-images/a", "", "bytes"),
    ("CopyObject", "oss:PutObject", "PUT", "/golden-images/b", "/golden-images/there", ""),
    ("HeadObject", "oss:GetObject", "HEAD", "/golden-images/there", "", ""),
    ("GetObject", "oss:GetObject", "GET", "/golden-images/there", "", ""),
    ("CreateMultipartUpload", "oss:PutObject", "POST", "/golden-images/parts?uploads", "", ""),
    ("UploadPart", "oss:PutObject", "PUT", "/golden-images/parts?partNumber=1&uploadId=$upload", "", "bytes"),
    ("ListParts", "oss:ListParts", "GET", "/golden-images/parts?uploadId=$upload", "", ""),
    (
        "CompleteMultipartUpload",
        "oss:PutObject",
        "POST",
        "/golden-images/parts?uploadId=$upload",
        "",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>",
    ),
    (
        "AbortMultipartUpload",
        "oss:AbortMultipartUpload",
        "DELETE",
        "/golden-images/parts?uploadId=$upload",
        "",
        "",
    ),
    (
        "DeleteObjects",
        "oss:DeleteObject",
        "POST",
        "/golden-images/?delete",
        "",
        "<Delete><Object><Key>b</Key></Object></Delete>",
    ),
    ("DeleteObject", "oss:DeleteObject", "DELETE", "/golden-images/b", "", ""),
    ("DeleteBucket", "oss:DeleteBucket", "DELETE", "/another/", "", ""),
];

/// Sends the request of an operation; gives the answer.
async fn ask(app: &TestApp, actor: &Actor, operation: &str, upload: &str) -> Response {
    let found = REQUESTS.iter().find(|(name, ..)| *name == operation);
    let (_, _, method, target, source, body) =
        found.unwrap_or_else(|| panic!("nothing is sent for {operation}"));
    let target = target.replace("$upload", upload);
    let mut asked: HttpRequest = request(method, &target);
    if !source.is_empty() {
        asked = asked.with_header("x-oss-copy-source", source);
    }
    // list-type is not signed by version 1.
    let resource = target.replace("?list-type=2", "");
    send_as_it_is(app, &v1(asked.with_body(*body), actor.key(), app.now(), &resource)).await
}

/// An app with an object and an upload that has begun.
async fn app() -> (TestApp, String) {
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    let owner = app.owner();
    let begun = ask(&app, &owner, "CreateMultipartUpload", "").await.text();
    let upload = begun.split("<UploadId>").nth(1).and_then(|rest| rest.split("</UploadId>").next());
    let upload = upload.unwrap_or_else(|| panic!("no upload: {begun}")).to_owned();
    (app, upload)
}

#[test]
fn every_operation_is_tried_by_its_name() {
    let tried: BTreeSet<(&str, &str)> = REQUESTS.iter().map(|(name, action, ..)| (*name, *action)).collect();
    assert_eq!(tried, object_operations().collect());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operation_is_allowed_denied_and_not_another_accounts() {
    let (app, upload) = app().await;
    let everything = statement("Allow", "*", "*");
    let allowed = app.user("allowed", Some(&policy(std::slice::from_ref(&everything)))).await;
    let nothing = app.user("nothing", None).await;
    let others = format!("acs:oss:*:{}:*", STRANGER.account);
    let elsewhere = app.user("elsewhere", Some(&policy(&[statement("Allow", "oss:*", &others)]))).await;
    let denied = app.user("denied", Some(&policy(&[everything, statement("Deny", "oss:*", "*")]))).await;
    for (operation, ..) in REQUESTS {
        for (who, actor) in [("nothing", &nothing), ("elsewhere", &elsewhere), ("denied", &denied)] {
            let response = ask(&app, actor, operation, &upload).await;
            assert_eq!(response.status, 403, "{operation} by {who}: {}", response.text());
        }
        let response = ask(&app, &allowed, operation, &upload).await;
        assert_ne!(response.status, 403, "{operation}: {}", response.text());
        assert!(response.status < 500, "{operation}: {}", response.text());
    }
    assert_eq!(send(&app, request("GET", &format!("/{BUCKET}/there"))).await.text(), "bytes");
}

/// A policy that names one action gives the operations that are that one, and no other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operation_is_allowed_by_its_own_name_alone() {
    let (app, upload) = app().await;
    let names: BTreeSet<&str> = REQUESTS.iter().map(|(_, action, ..)| *action).collect();
    for (n, name) in names.iter().enumerate() {
        // A copy must be allowed to read, too.
        let read = statement("Allow", "oss:GetObject", "acs:oss:*:*:golden-images/there");
        let user =
            app.user(&format!("user-{n}"), Some(&policy(&[statement("Allow", name, "*"), read]))).await;
        for (operation, action, ..) in REQUESTS {
            let response = ask(&app, &user, operation, &upload).await;
            let expected = action == name || *action == "oss:GetObject";
            assert_eq!(response.status != 403, expected, "{operation} with {name}: {}", response.text());
        }
    }
}
