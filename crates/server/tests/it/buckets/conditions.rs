//! Conditions of requests: those of reads are kept, and whatever else is asked for is done or refused.

use super::signing::{code, http_date, request, send, send_as_it_is, v1};
use crate::harness::disks::BUCKET;
use crate::harness::wire::HttpRequest;
use crate::harness::{OWNER, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_depends_on_what_it_says() {
    let app = TestApp::start().await;
    app.place("there", b"0123456789".to_vec()).await;
    let there = format!("/{BUCKET}/there");
    let found = send(&app, request("HEAD", &there)).await;
    let (etag, modified) = (found.header("etag").unwrap(), found.header("last-modified").unwrap());
    let (other, earlier) = ("\"other\"", http_date(1_000_000_000));
    for (conditions, expected) in [
        (vec![("if-match", etag)], 200),
        (vec![("if-match", "*")], 200),
        (vec![("if-match", other)], 412),
        (vec![("if-unmodified-since", modified)], 200),
        (vec![("if-unmodified-since", earlier.as_str())], 412),
        (vec![("if-match", etag), ("if-unmodified-since", earlier.as_str())], 200),
        (vec![("if-none-match", other)], 200),
        (vec![("if-none-match", etag)], 304),
        (vec![("if-none-match", "*")], 304),
        (vec![("if-modified-since", earlier.as_str())], 200),
        (vec![("if-modified-since", modified)], 304),
        (vec![("if-none-match", other), ("if-modified-since", modified)], 200),
    ] {
        for method in ["GET", "HEAD"] {
            let asked = |request: HttpRequest, (name, value): &(&str, &str)| request.with_header(name, value);
            let response = send(&app, conditions.iter().fold(request(method, &there), asked)).await;
            assert_eq!(response.status, expected, "{method} {conditions:?}: {}", response.text());
            if expected == 304 {
                assert_eq!((response.header("etag"), response.text().as_str()), (Some(etag), ""));
                assert_eq!(response.header("last-modified"), Some(modified));
            }
        }
    }
    for (if_range, expected) in [(etag, (206, "23")), (modified, (206, "23")), (other, (200, "0123456789"))] {
        let get = request("GET", &there).with_header("range", "bytes=2-3").with_header("if-range", if_range);
        let response = send(&app, get).await;
        assert_eq!((response.status, response.text().as_str()), expected, "{if_range}");
    }
}

/// Requests about what no bucket and no object here has: what is left of one that is not understood would delete, overwrite, or
/// give something else.
fn of_what_nobody_has(there: &str) -> Vec<HttpRequest> {
    let bucket = format!("/{BUCKET}/");
    let asked =
        |method: &str, target: &str, parameters: &str| request(method, &format!("{target}?{parameters}"));
    let of_list = "<Delete><Object><Key>there</Key><VersionId>v</VersionId></Object></Delete>";
    let copied = format!("/{BUCKET}/other?versionId=v");
    vec![
        asked("DELETE", &bucket, "logging"),
        asked("DELETE", &bucket, "worm"),
        asked("DELETE", &bucket, "uploads"),
        asked("PUT", &bucket, "referer"),
        asked("DELETE", there, "versionId=v"),
        asked("DELETE", there, "uploads"),
        asked("PUT", there, "symlink"),
        asked("PUT", there, "uploads"),
        asked("PUT", there, "partNumber=1"),
        asked("PUT", there, "callback=e30"),
        asked("PUT", there, "x-oss-process=image/info"),
        asked("POST", &bucket, "delete").with_body(of_list),
        request("PUT", there).with_header("x-oss-copy-source", &copied),
        asked("GET", there, "versionId=v"),
        asked("GET", there, "symlink"),
        asked("GET", there, "x-oss-process=image/info"),
        asked("GET", there, "x-oss-ac-vpc-id=t4nlw426y44rd3iq4"),
        asked("GET", &bucket, "bucketInfo"),
        asked("GET", &bucket, "worm"),
    ]
}

/// Who asks for more than that, and is told that all is well, would believe that he has it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_done_is_refused_and_changes_nothing() {
    let app = TestApp::start().await;
    app.place("there", b"before".to_vec()).await;
    app.place("other", b"other".to_vec()).await;
    let there = format!("/{BUCKET}/there");
    let put = || request("PUT", &there).with_body("after");
    let copy = || request("PUT", &there).with_header("x-oss-copy-source", &format!("/{BUCKET}/other"));
    let completion = "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>";
    let complete = || request("POST", &format!("{there}?uploadId=u")).with_body(completion);
    let delete = || request("DELETE", &there);
    let of_list = "<Delete><Object><Key>there</Key><ETag>other</ETag></Object></Delete>";
    let conditions = [
        put().with_header("if-none-match", "*"),
        put().with_header("if-match", "\"other\""),
        put().with_header("x-oss-forbid-overwrite", "true"),
        put().with_header("x-oss-server-side-encryption", "KMS"),
        put().with_header("x-oss-server-side-encryption-key-id", "key"),
        copy().with_header("x-oss-forbid-overwrite", "true"),
        copy().with_header("x-oss-copy-source-if-match", "\"other\""),
        copy().with_header("x-oss-copy-source-if-unmodified-since", &http_date(1_000_000_000)),
        complete().with_header("if-none-match", "*"),
        complete().with_header("x-oss-forbid-overwrite", "true"),
        request("POST", &format!("{there}?uploads")).with_header("x-oss-forbid-overwrite", "true"),
        delete().with_header("if-match", "\"other\""),
        request("POST", &format!("/{BUCKET}/?delete")).with_body(of_list),
    ];
    for asked in conditions.into_iter().chain(of_what_nobody_has(&there)) {
        let what = format!("{asked:?}");
        let resource = asked.target.clone();
        let response = send_as_it_is(&app, &v1(asked, OWNER, app.now(), &resource)).await;
        assert_eq!((response.status, code(&response).as_str()), (501, "NotImplemented"), "{what}");
        assert_eq!(send(&app, request("GET", &there)).await.text(), "before", "{what}");
    }
    let put_with = |parameters: &str| request("PUT", &format!("{there}?{parameters}")).with_body("after");
    for harmless in [
        put().with_header("x-oss-forbid-overwrite", "false"),
        // Terraform's provider asks for it wherever its user says nothing.
        put().with_header("x-oss-server-side-encryption", "AES256"),
        put_with("sequential&x-oss-traffic-limit=819200"),
        put_with("versionId=null"),
    ] {
        let resource = harmless.target.clone();
        let response = send_as_it_is(&app, &v1(harmless, OWNER, app.now(), &resource)).await;
        assert_eq!(response.status, 200, "{}", response.text());
        assert_eq!(response.header("x-oss-server-side-encryption"), None, "nothing is claimed");
    }
    assert_eq!(send(&app, request("GET", &there)).await.text(), "after");
    // By this, OSS's clients ask whether there is such an object.
    let head = format!("{there}?objectMeta");
    let head = v1(request("HEAD", &head), OWNER, app.now(), &head);
    assert_eq!(send_as_it_is(&app, &head).await.header("content-length"), Some("5"));
}
