//! Who may come in: with which signatures, whose keys, and when.

use super::signing::{code, http_date, request, send_as_it_is, v1, v1_address, v4};
use crate::harness::wire::HttpRequest;
use crate::harness::{INACTIVE, Key, OWNER, START, STRANGER, TestApp};

const OBJECT: &str = "/golden-images/disk.qcow2";
/// [`START`], as version 4 writes it.
const START_V4: &str = "20260102T030405Z";

async fn app() -> TestApp {
    let app = TestApp::start().await;
    app.place("disk.qcow2", b"disk".to_vec()).await;
    app
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_signature_of_oss_opens() {
    let app = app().await;
    let get = || request("GET", OBJECT);
    let by_host = |host: &str, target: &str| {
        HttpRequest::new("GET", target).without_header("host").with_header("host", host)
    };
    for signed in [
        v1(get(), OWNER, START, OBJECT),
        v1(get(), STRANGER, START, OBJECT),
        v1(get().with_header("content-type", "text/plain"), OWNER, START, OBJECT),
        v1(get().with_header("content-md5", "x"), OWNER, START - 899, OBJECT),
        // It is signed, and comes before Date, which browsers do not let anybody set.
        v1(get().with_header("x-oss-date", START_V4), OWNER, START - 901, OBJECT),
        v1_address(get(), OWNER, START + 60, OBJECT),
        v4(get(), OWNER, START_V4, "cn-hangzhou"),
        v1(by_host("golden-images.oss-cn-hangzhou.aliyuncs.com", "/disk.qcow2"), OWNER, START, OBJECT),
        v1(
            by_host("oss.example.com", "http://golden-images.oss.example.com/disk.qcow2")
                .without_header("host")
                .with_header("host", "golden-images.oss.example.com"),
            OWNER,
            START,
            OBJECT,
        ),
    ] {
        let response = send_as_it_is(&app, &signed).await;
        assert_eq!((response.status, response.text().as_str()), (200, "disk"), "{signed:?}");
        assert!(response.header("x-oss-request-id").is_some());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_not_signed_well_hears_why_and_nothing_else() {
    let app = app().await;
    let get = || request("GET", OBJECT);
    let wrong = Key { secret: "wrong", ..OWNER };
    let unknown = Key { id: "nobody", ..OWNER };
    for (signed, expected) in [
        (v1(get(), wrong, START, OBJECT), (403, "SignatureDoesNotMatch")),
        (v1(get(), OWNER, START, "/golden-images/other"), (403, "SignatureDoesNotMatch")),
        (v1(get(), unknown, START, OBJECT), (403, "InvalidAccessKeyId")),
        (v1(get(), INACTIVE, START, OBJECT), (403, "InvalidAccessKeyId")),
        (v1(get(), OWNER, START - 901, OBJECT), (403, "RequestTimeTooSkewed")),
        (v1(get(), OWNER, START + 901, OBJECT), (403, "RequestTimeTooSkewed")),
        (v1_address(get(), OWNER, START - 1, OBJECT), (403, "AccessDenied")),
        (v1_address(get(), wrong, START + 60, OBJECT), (403, "SignatureDoesNotMatch")),
        (v4(get(), wrong, START_V4, "cn-hangzhou"), (403, "SignatureDoesNotMatch")),
        (v4(get(), unknown, START_V4, "cn-hangzhou"), (403, "InvalidAccessKeyId")),
        (v4(get(), OWNER, "20260102T020405Z", "cn-hangzhou"), (403, "RequestTimeTooSkewed")),
        (get().with_header("authorization", "OSS nonsense"), (400, "InvalidArgument")),
        (get().with_header("authorization", "OSS4-HMAC-SHA256 Signature=a"), (400, "InvalidArgument")),
        (get().with_header("authorization", "AWS4-HMAC-SHA256 Credential=a"), (400, "")),
    ] {
        let response = send_as_it_is(&app, &signed).await;
        assert_eq!(response.status, expected.0, "{signed:?} {}", response.text());
        assert!(expected.1.is_empty() || code(&response) == expected.1, "{signed:?} {}", response.text());
    }
    // A signature of one time is none of another, and no header may be added.
    let moved =
        v1(get(), OWNER, START, OBJECT).without_header("date").with_header("date", &http_date(START + 1));
    assert_eq!(code(&send_as_it_is(&app, &moved).await), "SignatureDoesNotMatch");
    let added = v1(get(), OWNER, START, OBJECT).with_header("x-oss-copy-source", "/golden-images/x");
    assert_eq!(code(&send_as_it_is(&app, &added).await), "SignatureDoesNotMatch");
    let token = v1(get(), OWNER, START, OBJECT).with_header("x-oss-security-token", "token");
    assert_eq!(code(&send_as_it_is(&app, &token).await), "InvalidToken");
}

/// Whoever has overheard a request cannot make it a new one: no time counts that its signature does not cover.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_signature_gets_another_time() {
    let app = app().await;
    let get = || request("GET", OBJECT);
    for (signed, expected) in [
        (v1(get(), OWNER, START - 901, OBJECT), "RequestTimeTooSkewed"),
        (
            v1(get().with_header("x-oss-date", "20260102T020405Z"), OWNER, START, OBJECT),
            "RequestTimeTooSkewed",
        ),
        (v1_address(get(), OWNER, START - 1, OBJECT), "AccessDenied"),
        (v4(get(), OWNER, "20260102T020405Z", "cn-hangzhou"), "RequestTimeTooSkewed"),
    ] {
        for now in [START_V4.to_owned(), http_date(START).replace(' ', "%20")] {
            let mark = if signed.target.contains('?') { '&' } else { '?' };
            let target = format!("{}{mark}x-oss-date={now}", signed.target);
            let renewed = HttpRequest { target, ..signed.clone() };
            assert_eq!(code(&send_as_it_is(&app, &renewed).await), expected, "{renewed:?}");
        }
        let renewed = signed.clone().with_header("x-oss-date", START_V4);
        assert_eq!(send_as_it_is(&app, &renewed).await.status, 403, "{renewed:?}");
    }
}

/// Nor does nothing, which would be the shortest.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_beginning_of_a_signature_opens_nothing() {
    let app = app().await;
    let get = || request("GET", OBJECT);
    let refused = async |forged: &HttpRequest| {
        let response = send_as_it_is(&app, forged).await;
        let told = (response.status, code(&response));
        assert_eq!(told, (403, "SignatureDoesNotMatch".to_owned()), "{forged:?}");
    };
    for (signed, length) in
        [(v1(get(), OWNER, START, OBJECT), 28), (v4(get(), OWNER, START_V4, "cn-hangzhou"), 64)]
    {
        // Of version 1, four characters are three bytes.
        for left in [0, 4, length - 4] {
            let mut begun = signed.clone();
            let authorization = &mut begun.headers.last_mut().expect("the authorization comes last").1;
            authorization.truncate(authorization.len() - length + left);
            refused(&begun).await;
        }
        assert_eq!(send_as_it_is(&app, &signed).await.text(), "disk");
    }
    let address = v1_address(get(), OWNER, START + 60, OBJECT);
    let (unsigned, _) = address.target.split_once("&Signature=").expect("the signature comes last");
    let empty = HttpRequest { target: format!("{unsigned}&Signature="), ..address };
    refused(&empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_not_signed_at_all_meets_the_api() {
    let app = app().await;
    for (method, target) in [("GET", OBJECT), ("PUT", OBJECT), ("DELETE", OBJECT), ("GET", "/golden-images")]
    {
        let response = send_as_it_is(&app, &request(method, target)).await;
        let text = response.text();
        let is_api = ["InvalidApi.NotFound", "UnsupportedHTTPMethod"].iter().any(|code| text.contains(code));
        assert!(is_api && response.header("x-acs-request-id").is_some(), "{method} {target}: {text}");
    }
}
