//! Guesses at keys and secrets: who sends too many wrong signatures is not listened to, and nobody else is shut out for it.

use std::net::IpAddr;
use std::time::Duration;

use imagekin_rpc::{Code, codes};

use crate::buckets::clients::{addressed, s3};
use crate::buckets::signing::{self, code, send_as_it_is};
use crate::harness::access::{policy, statement};
use crate::harness::actor::{Actor, WAYS};
use crate::harness::reply::Reply;
use crate::harness::wire::{Connection, HttpRequest, Response};
use crate::harness::{INACTIVE, Key, OWNER, STRANGER, TestApp};

const OF_KEY_MAX: u32 = 6;
const OF_ADDRESS_MAX: u32 = 20;
/// A minute is a window.
const WINDOW_S: i64 = 60;
const WRONG: Key = Key { secret: "a-guess", ..OWNER };
/// At the object endpoint.
const OBJECT: &str = "/golden-images/disk";

async fn app() -> TestApp {
    let setup = TestApp::setup().with_config(|config| {
        config.limits.wrong_signatures_of_key_max = OF_KEY_MAX;
        config.limits.wrong_signatures_of_address_max = OF_ADDRESS_MAX;
    });
    setup.start().await
}

/// Sends a request from another address of this machine.
async fn send_from(source: &str, app: &TestApp, request: &HttpRequest) -> Response {
    let source: IpAddr = source.parse().expect("an address");
    let mut connection = Connection::open_from(source, app.address()).await;
    connection.send(&request.bytes()).await;
    connection.response().await
}

/// Calls from another address of this machine.
async fn call_from(source: &str, app: &TestApp, actor: &Actor) -> Reply {
    let response = send_from(source, app, &actor.prepare("DescribeRegions", &[])).await;
    Reply { response, format: WAYS[0].expected(), asked: format!("from {source}") }
}

/// A request to read [`OBJECT`], signed by an address of S3.
async fn s3_address(app: &TestApp, key: Key) -> HttpRequest {
    let address = s3(app, key).presign_read("disk", Duration::from_secs(600)).await.expect("an address");
    addressed(app, "GET", address.uri())
}

/// A user, and two sessions of a role that it has assumed.
async fn sessions(app: &TestApp) -> (Actor, [Actor; 2]) {
    let arn = app.role("builder", None).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "sts:AssumeRole", "*")]))).await;
    let sessions = [user.assume(&arn, &[]).await, user.assume(&arn, &[]).await];
    (user, sessions)
}

/// It is not listened to, and told when it will be again.
#[track_caller]
fn assert_unheard(app: &TestApp, reply: &Reply) {
    reply.assert_refused(&codes::THROTTLED);
    let rest_ms = (WINDOW_S - app.now().rem_euclid(WINDOW_S)) * 1_000;
    assert_eq!(reply.response.header("x-acs-retry-after"), Some(rest_ms.to_string().as_str()));
}

/// Whoever guesses hears after some tries no more whether a guess is right, in whatever way it comes; the next minute he does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_secret_is_guessed_at_so_often() {
    let app = app().await;
    let call = async |key: Key, n: usize| app.actor(key).by(WAYS[n]).call("DescribeRegions", &[]).await;
    for n in 0..OF_KEY_MAX as usize {
        let reply = call(WRONG, n).await;
        assert_eq!((reply.response.status, reply.fault().code.as_str()), (400, "SignatureDoesNotMatch"));
    }
    for n in 0..WAYS.len() {
        for key in [WRONG, OWNER] {
            assert_unheard(&app, &call(key, n).await);
        }
        call(STRANGER, n).await.ok();
    }
    app.advance(Duration::from_secs(WINDOW_S as u64));
    call(OWNER, 0).await.ok();
    call(WRONG, 0).await.assert_refused(&codes::SIGNATURE_V1_MISMATCH);
}

/// What one address sends shuts out nobody at another, whichever keys it names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_shut_out_for_what_comes_from_elsewhere() {
    let app = app().await;
    for _ in 0..2 * OF_KEY_MAX {
        call_from("127.0.0.2", &app, &app.actor(WRONG)).await.fault();
    }
    assert_unheard(&app, &call_from("127.0.0.2", &app, &app.owner()).await);
    app.owner().ok("DescribeRegions", &[]).await;
    // As many keys as one likes, none of which there is.
    let nobody = |n: u32| Key { id: format!("nobody-{n}").leak(), ..OWNER };
    for n in 0..2 * OF_ADDRESS_MAX {
        call_from("127.0.0.3", &app, &app.actor(nobody(n))).await.fault();
    }
    assert_unheard(&app, &call_from("127.0.0.3", &app, &app.stranger()).await);
    call_from("127.0.0.2", &app, &app.stranger()).await.ok();
    for way in WAYS {
        app.owner().by(way).ok("DescribeRegions", &[]).await;
    }
}

/// Who comes through a proxy that says whom it hears is counted by himself; what others write into that header counts for nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_of_a_trusted_proxy_are_told_apart() {
    let setup = TestApp::setup().with_config(|config| {
        config.limits.wrong_signatures_of_key_max = OF_KEY_MAX;
        config.trusted_proxies = vec!["127.0.0.1".parse().expect("an address")];
    });
    let app = setup.start().await;
    let asked = |client: &str, key: Key| {
        app.actor(key).prepare("DescribeRegions", &[]).with_header("x-forwarded-for", client)
    };
    let through = async |client: &str, key: Key| app.owner().send(&asked(client, key)).await;
    for _ in 0..OF_KEY_MAX {
        through("192.0.2.1", WRONG).await.fault();
    }
    assert_unheard(&app, &through("192.0.2.1", OWNER).await);
    assert_unheard(&app, &through("192.0.2.2, 192.0.2.1", OWNER).await);
    through("192.0.2.1, 192.0.2.2", OWNER).await.ok();
    for n in 0..OF_KEY_MAX {
        send_from("127.0.0.2", &app, &asked(&format!("192.0.2.{n}"), WRONG)).await;
    }
    let told = send_from("127.0.0.2", &app, &asked("192.0.2.99", OWNER)).await;
    assert!(told.text().contains(codes::THROTTLED.code), "{}", told.text());
}

/// A forged token is a guess, too, and so is that of another key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_guessed_at_so_often() {
    let app = app().await;
    let (user, [one, other]) = sessions(&app).await;
    let of_another = one.token();
    for (session, token, refusal) in [
        (one, Some("00".repeat(100)), &codes::SECURITY_TOKEN_MALFORMED),
        (other, of_another, &codes::SECURITY_TOKEN_MISMATCH),
    ] {
        let guess = session.with_key(session.key(), token);
        for _ in 0..OF_KEY_MAX {
            guess.call("DescribeRegions", &[]).await.assert_refused(refusal);
        }
        assert_unheard(&app, &guess.call("DescribeRegions", &[]).await);
    }
    user.call("GetCallerIdentity", &[]).await.ok();
}

/// Only what shows nothing of a key is a guess at it: a clock that is wrong, a request that comes again, or a key that is
/// disabled shuts nobody out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_otherwise_is_no_guess() {
    let app = app().await;
    let late = app.owner().prepare("DescribeRegions", &[]);
    app.advance(Duration::from_secs(16 * 60));
    let again = app.owner().prepare("DescribeRegions", &[]);
    app.owner().send(&again).await.ok();
    let refused = async |request: &HttpRequest, code: &'static Code| {
        app.owner().send(request).await.assert_refused(code);
    };
    let asleep = signing::v1(signing::request("GET", OBJECT), INACTIVE, app.now(), OBJECT);
    let by_s3 = s3_address(&app, INACTIVE).await;
    for _ in 0..2 * OF_KEY_MAX {
        refused(&late, &codes::TIMESTAMP_EXPIRED).await;
        refused(&again, &codes::NONCE_USED).await;
        app.actor(INACTIVE).call("DescribeRegions", &[]).await.assert_refused(&codes::ACCESS_KEY_INACTIVE);
        for request in [&asleep, &by_s3] {
            assert_eq!(code(&send_as_it_is(&app, request).await), "InvalidAccessKeyId");
        }
    }
    app.owner().ok("DescribeRegions", &[]).await;
}

/// Whoever has begun a session and goes on with it when its role is gone shuts nobody out, himself included.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_whose_role_is_gone_is_no_guess() {
    let app = app().await;
    app.place("disk", b"disk".to_vec()).await;
    let (user, [session, _]) = sessions(&app).await;
    app.owner().ok("DeleteRole", &[("RoleName", "builder")]).await;
    let token = session.token().expect("a token");
    let get = signing::request("GET", OBJECT).with_header("x-oss-security-token", &token);
    let get = signing::v1(get, session.key(), app.now(), OBJECT);
    for _ in 0..2 * OF_KEY_MAX {
        let reply = session.call("DescribeRegions", &[]).await;
        reply.assert_refused(&codes::ACCESS_KEY_NOT_FOUND);
        assert_eq!(code(&send_as_it_is(&app, &get).await), "InvalidToken");
    }
    user.ok("GetCallerIdentity", &[]).await;
}

/// At the object endpoint it is the same, and a guess there counts here.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_secret_is_guessed_at_by_no_other_door() {
    let app = app().await;
    app.place("disk", b"disk".to_vec()).await;
    for method in ["GET", "HEAD"].repeat(OF_KEY_MAX as usize / 2) {
        let guess = signing::v1(signing::request(method, OBJECT), WRONG, app.now(), OBJECT);
        assert_eq!(send_as_it_is(&app, &guess).await.status, 403);
    }
    let signed = |key: Key| signing::v1(signing::request("GET", OBJECT), key, app.now(), OBJECT);
    for key in [WRONG, OWNER] {
        let response = send_as_it_is(&app, &signed(key)).await;
        assert_eq!((response.status, code(&response).as_str()), (503, "SlowDown"));
        let rest_s = WINDOW_S - app.now().rem_euclid(WINDOW_S);
        assert_eq!(response.header("x-acs-retry-after"), Some((rest_s * 1_000).to_string().as_str()));
        assert_eq!(response.header("retry-after"), Some(rest_s.to_string().as_str()));
    }
    assert_unheard(&app, &app.owner().call("DescribeRegions", &[]).await);
    assert_eq!(send_as_it_is(&app, &signed(STRANGER)).await.text(), "disk");
    let elsewhere = send_from("127.0.0.2", &app, &signed(OWNER)).await;
    assert_eq!(elsewhere.text(), "disk");
}

/// The same of S3, whose wrong signatures s3s tells nobody but the client.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_secret_is_guessed_at_by_no_address_of_s3() {
    let app = app().await;
    app.place("disk", b"disk".to_vec()).await;
    let (guess, right) = (s3_address(&app, WRONG).await, s3_address(&app, OWNER).await);
    for method in ["GET", "HEAD"].repeat(OF_KEY_MAX as usize / 2) {
        let guess = HttpRequest { method: method.to_owned(), ..guess.clone() };
        assert_eq!(send_as_it_is(&app, &guess).await.status, 403);
    }
    for request in [&guess, &right] {
        let response = send_as_it_is(&app, request).await;
        assert_eq!((response.status, code(&response).as_str()), (503, "SlowDown"));
    }
    assert_unheard(&app, &app.owner().call("DescribeRegions", &[]).await);
    assert_eq!(send_as_it_is(&app, &s3_address(&app, STRANGER).await).await.text(), "disk");
    assert_eq!(send_from("127.0.0.2", &app, &right).await.text(), "disk");
}

/// What is no key, or no token of its key, is a guess at that door, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_and_tokens_are_guessed_at_by_no_other_door() {
    let app = app().await;
    app.place("disk", b"disk".to_vec()).await;
    let (user, [one, other]) = sessions(&app).await;
    let nobody = Key { id: "nobody", ..OWNER };
    let by_oss = signing::v1(signing::request("GET", OBJECT), nobody, app.now(), OBJECT);
    let with_token = |token: &str| {
        let get = signing::request("GET", OBJECT).with_header("x-oss-security-token", token);
        signing::v1(get, one.key(), app.now(), OBJECT)
    };
    let of_another = other.token().expect("a token");
    for (guesses, refusal) in [
        ([by_oss, s3_address(&app, nobody).await], "InvalidAccessKeyId"),
        ([with_token("00"), with_token(&of_another)], "InvalidToken"),
    ] {
        for guess in guesses.iter().cycle().take(OF_KEY_MAX as usize) {
            assert_eq!(code(&send_as_it_is(&app, guess).await), refusal);
        }
        for guess in &guesses {
            assert_eq!(code(&send_as_it_is(&app, guess).await), "SlowDown");
        }
    }
    user.ok("GetCallerIdentity", &[]).await;
}
