//! Objects and policies: what a RAM user, and a temporary key, may do in which bucket.

use super::signing::{code, request, send, send_as_it_is, v1, v1_address};
use crate::harness::access::{policy, statement};
use crate::harness::actor::Actor;
use crate::harness::disks::BUCKET;
use crate::harness::wire::{HttpRequest, Response};
use crate::harness::{OWNER, TestApp};

/// Sends a request of the user's. The path itself is what is signed.
async fn send_by(app: &TestApp, actor: &Actor, request: HttpRequest) -> Response {
    let (path, parameters) = request.target.split_once('?').unwrap_or((&request.target, ""));
    let resource = if parameters == "delete" { request.target.clone() } else { path.to_owned() };
    send_as_it_is(app, &v1(request, actor.key(), app.now(), &resource)).await
}

/// Everything below `mine/`, but for what is locked; and the listing of the bucket.
async fn user(app: &TestApp) -> Actor {
    let of = |path: &str| format!("acs:oss:*:{}:{BUCKET}{path}", OWNER.account);
    let document = policy(&[
        statement("Allow", "oss:*", &of("/mine/*")),
        statement("Allow", "oss:ListObjects", &of("")),
        statement("Deny", "oss:PutObject", &of("/mine/locked*")),
    ]);
    app.user("alice", Some(&document)).await
}

/// Takes several objects away at once.
fn delete(keys: &[&str]) -> HttpRequest {
    let objects: String = keys.iter().map(|key| format!("<Object><Key>{key}</Key></Object>")).collect();
    request("POST", &format!("/{BUCKET}/?delete")).with_body(format!("<Delete>{objects}</Delete>"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_user_reaches_the_objects_that_a_policy_allows() {
    let app = TestApp::start().await;
    app.place("secret", b"secret".to_vec()).await;
    let user = user(&app).await;
    let put = |path: &str| request("PUT", path).with_body("bytes");
    let (mine, locked) = (format!("/{BUCKET}/mine/a"), format!("/{BUCKET}/mine/locked"));
    let (secret, bucket) = (format!("/{BUCKET}/secret"), format!("/{BUCKET}/"));
    for (allowed, request) in [
        (true, put(&mine)),
        (true, request("GET", &mine)),
        (true, request("HEAD", &mine)),
        (true, request("GET", &bucket)),
        (false, request("GET", "/")),
        (false, request("PUT", "/another/")),
        (false, request("DELETE", &bucket)),
        (false, put(&locked)),
        (false, put(&secret)),
        (false, request("GET", &secret)),
        (false, request("HEAD", &secret)),
        (false, request("DELETE", &secret)),
        (false, request("POST", &format!("{secret}?uploads"))),
        (false, request("PUT", &mine).with_header("x-oss-copy-source", &secret)),
        (true, request("PUT", &format!("{mine}-copy")).with_header("x-oss-copy-source", &mine)),
        (true, request("DELETE", &mine)),
    ] {
        let asked = format!("{} {} {:?}", request.method, request.target, request.headers);
        let method = request.method.clone();
        let response = if request.target.ends_with("?uploads") {
            let signed = v1(request.clone(), user.key(), app.now(), &request.target);
            send_as_it_is(&app, &signed).await
        } else {
            send_by(&app, &user, request).await
        };
        assert_eq!(response.status < 400, allowed, "{asked}: {}", response.text());
        if !allowed && method != "HEAD" {
            assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"), "{asked}");
        }
    }
    assert_eq!(send(&app, request("GET", &secret)).await.text(), "secret");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_only_read_an_object_neither_deletes_nor_replaces_it() {
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    let user = app.user("reader", Some(&policy(&[statement("Allow", "oss:GetObject", "*")]))).await;
    let path = format!("/{BUCKET}/there");
    for request in [request("DELETE", &path), delete(&["there"]), request("PUT", &path).with_body("others")] {
        let asked = format!("{} {}", request.method, request.target);
        let response = send_by(&app, &user, request).await;
        assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"), "{asked}");
    }
    assert_eq!(send_by(&app, &user, request("GET", &path)).await.text(), "bytes");
}

/// Of several objects each must be allowed, and if one is not, none goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_are_deleted_only_if_each_may_be() {
    let app = TestApp::start().await;
    app.place("secret", b"secret".to_vec()).await;
    let user = user(&app).await;
    let mine = format!("/{BUCKET}/mine/a");
    assert_eq!(send_by(&app, &user, request("PUT", &mine).with_body("bytes")).await.status, 200);
    let response = send_by(&app, &user, delete(&["mine/a", "secret"])).await;
    assert_eq!((response.status, code(&response).as_str()), (403, "AccessDenied"));
    for path in [mine.clone(), format!("/{BUCKET}/secret")] {
        assert_eq!(send(&app, request("GET", &path)).await.status, 200, "{path}");
    }
    assert_eq!(send_by(&app, &user, delete(&["mine/a"])).await.status, 200);
    assert_eq!(send(&app, request("GET", &mine)).await.status, 404);
}

/// To hold it against every pattern of a policy would take as long as whoever sends it likes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_policy_is_asked_about_a_name_that_is_too_long() {
    let app = TestApp::start().await;
    app.place("mine/a", b"bytes".to_vec()).await;
    let user = user(&app).await;
    for (length, expected) in
        [(1_024, "AccessDenied"), (1_100, "KeyTooLongError"), (100_000, "KeyTooLongError")]
    {
        let response = send_by(&app, &user, delete(&["mine/a", &"k".repeat(length)])).await;
        assert_eq!(code(&response), expected, "{length} bytes");
    }
    assert_eq!(send_by(&app, &user, request("GET", &format!("/{BUCKET}/mine/a"))).await.text(), "bytes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_temporary_key_needs_its_token() {
    let app = TestApp::start().await;
    app.place("a", b"bytes".to_vec()).await;
    let everything = policy(&[statement("Allow", "oss:*", "*")]);
    let arn = app.role("reader", Some(&everything)).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "sts:*", "*")]))).await;
    let session = user.assume(&arn, &[]).await;
    let path = format!("/{BUCKET}/a");
    let token = session.token().expect("a token");
    let with_token = request("GET", &path).with_header("x-oss-security-token", &token);
    assert_eq!(send_by(&app, &session, with_token).await.text(), "bytes");
    let addressed = format!("{path}?security-token={token}");
    let address = v1_address(request("GET", &addressed), session.key(), app.now() + 60, &addressed);
    assert_eq!(send_as_it_is(&app, &address).await.text(), "bytes");
    let response = send_by(&app, &session, request("GET", &path)).await;
    assert_eq!((response.status, code(&response).as_str()), (403, "InvalidAccessKeyId"));
    let forged = request("GET", &path).with_header("x-oss-security-token", "00");
    assert_eq!(code(&send_by(&app, &session, forged).await), "InvalidToken");
    let of_another = request("GET", &path).with_header("x-oss-security-token", &token);
    assert_eq!(code(&send_by(&app, &user, of_another).await), "InvalidToken");
    app.advance(std::time::Duration::from_secs(3_601));
    let expired = request("GET", &path).with_header("x-oss-security-token", &token);
    assert_eq!(code(&send_by(&app, &session, expired).await), "ExpiredToken");
}

/// The form of a browser names its object where no policy is asked, and would be read before anybody is known to have signed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn objects_are_not_taken_from_forms() {
    let app = TestApp::start().await;
    let form = "--x\r\ncontent-disposition: form-data; name=\"key\"\r\n\r\nmine/locked\r\n--x\r\n\
                content-disposition: form-data; name=\"file\"\r\n\r\nbytes\r\n--x--\r\n";
    for scheme in ["AWS4-HMAC-SHA256 x", "OSS testid:c2ln"] {
        let request = request("POST", &format!("/{BUCKET}"))
            .with_header("content-type", "Multipart/Form-Data; boundary=x")
            .with_header("authorization", scheme)
            .with_body(form);
        let response = send_as_it_is(&app, &request).await;
        assert_eq!((response.status, code(&response).as_str()), (501, "NotImplemented"), "{scheme}");
    }
}
