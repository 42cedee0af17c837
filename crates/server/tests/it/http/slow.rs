//! Clients that are slow, silent or do not listen: each is dropped after its time, and nobody else waits for it.

use std::time::Duration;

use imagekin_rpc::{Format, codes};
use imagekin_server::config::Limits;

use super::be_patient;
use crate::harness::TestApp;
use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::wait;
use crate::harness::wire::{Connection, HttpRequest};

const SHORT_MS: u64 = 300;

/// A server all of whose limits are long but for what `change` shortens.
async fn patient(change: impl FnOnce(&mut Limits)) -> TestApp {
    let setup = TestApp::setup().with_config(|config| {
        be_patient(&mut config.limits);
        change(&mut config.limits);
    });
    setup.start().await
}

fn regions(app: &TestApp) -> HttpRequest {
    V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]).request()
}

/// Sends `bytes`, then `drop` again and again, until the server closes.
async fn drip(app: &TestApp, bytes: &[u8], drop: &[u8]) -> Connection {
    let mut connection = Connection::open(app.address()).await;
    connection.send(bytes).await;
    wait::until("the server has had enough", async || {
        // Nobody else waits for the slow one.
        app.owner().ok("DescribeRegions", &[]).await;
        (connection.is_closed() || !connection.try_send(drop).await).then_some(())
    })
    .await;
    connection
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_that_drips_is_closed() {
    let app = patient(|limits| limits.head_ms_max = SHORT_MS).await;
    drip(&app, b"GET /?Format=JSON HTTP/1.1\r\n", b"x-drop: 1\r\n").await;
    drip(&app, b"G", b"E").await;
    let whole = regions(&app).bytes();
    drip(&app, &[&whole[..], b"GET /?"].concat(), b"a").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_connection_is_closed() {
    let app = patient(|limits| limits.idle_ms_max = SHORT_MS).await;
    let mut silent = Connection::open(app.address()).await;
    assert_eq!(silent.end().await, Ok(Vec::new()));
    let mut kept = Connection::open(app.address()).await;
    for _ in 0..2 {
        kept.send(&regions(&app).bytes()).await;
        assert_eq!(kept.response().await.status, 200);
    }
    assert_eq!(kept.end().await, Ok(Vec::new()));
}

/// A body that comes byte by byte is as late as one that does not come at all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_drips_is_answered_and_closed() {
    let app = patient(|limits| limits.body_ms_max = SHORT_MS).await;
    let head =
        "POST /?Format=JSON HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    for rest in ["content-length: 100000\r\n\r\na=", "transfer-encoding: chunked\r\n\r\n2\r\na=\r\n"] {
        let drop = if rest.contains("chunked") { "1\r\nx\r\n" } else { "x" };
        let mut connection = Connection::open(app.address()).await;
        connection.send(format!("{head}{rest}").as_bytes()).await;
        let response = wait::until("the server has had enough", async || {
            let answer = tokio::time::timeout(Duration::from_millis(20), connection.try_response()).await;
            if let Ok(response) = answer {
                return Some(response.expect("an answer before the end"));
            }
            if connection.try_send(drop.as_bytes()).await {
                return None;
            }
            // It has closed just now: then its answer is there.
            Some(connection.try_response().await.expect("an answer before the end"))
        })
        .await;
        let reply = Reply { response, format: Format::Json, asked: rest.to_owned() };
        reply.assert_refused(&codes::REQUEST_TIMEOUT);
        wait::until("the connection is closed", async || connection.is_closed().then_some(())).await;
    }
}

/// A client that is refused and goes on sending is dropped, though nothing else has an end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_client_cannot_go_on_for_ever() {
    let app = patient(|_| ()).await;
    let mut connection = Connection::open(app.address()).await;
    connection.send(b"GET /?Format=JSON HTTP/9.9\r\n\r\n").await;
    assert_eq!(connection.response().await.status, 400);
    wait::until("the server has had enough", async || (!connection.try_send(b"a").await).then_some(())).await;
}

/// A client that asks and asks and never listens fills its own pipe, not the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_does_not_listen_is_closed() {
    let app = patient(|limits| limits.write_ms_max = SHORT_MS).await;
    let asked: Vec<u8> = regions(&app).bytes().repeat(100);
    let mut connection = Connection::open(app.address()).await;
    wait::until("the server has had enough", async || (!connection.try_send(&asked).await).then_some(()))
        .await;
    app.owner().ok("DescribeRegions", &[]).await;
}

/// More connections than there are places wait; they are taken as soon as others go.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_beyond_the_limit_wait_for_a_place() {
    let app = patient(|limits| (limits.connections_max, limits.idle_ms_max) = (2, SHORT_MS)).await;
    let _idle = [Connection::open(app.address()).await, Connection::open(app.address()).await];
    app.owner().ok("DescribeRegions", &[]).await;
}

/// While those who have a place are in use, nobody beyond the limit is served; he is as soon as one of them goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_connection_beyond_the_limit_is_served() {
    let app = patient(|limits| limits.connections_max = 2).await;
    let mut placed = [Connection::open(app.address()).await, Connection::open(app.address()).await];
    for connection in &mut placed {
        assert_served(connection, &app).await;
    }
    let mut waiting = Connection::open(app.address()).await;
    waiting.send(&regions(&app).bytes()).await;
    // So many answers come after its request that its own would be among them.
    for _ in 0..50 {
        for connection in &mut placed {
            assert_served(connection, &app).await;
        }
    }
    let early = tokio::time::timeout(Duration::from_millis(20), waiting.try_response()).await;
    assert!(early.is_err(), "it is served beside the others: {early:?}");
    let [_kept, gone] = placed;
    drop(gone);
    assert_eq!(waiting.response().await.status, 200);
}

async fn assert_served(connection: &mut Connection, app: &TestApp) {
    connection.send(&regions(app).bytes()).await;
    assert_eq!(connection.response().await.status, 200);
}

/// The other limits do not strike: a connection that is used now and then is kept, whatever the body limit is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_in_use_is_kept() {
    let app = patient(|limits| (limits.head_ms_max, limits.body_ms_max) = (SHORT_MS, SHORT_MS)).await;
    let mut connection = Connection::open(app.address()).await;
    // Longer than either limit by the machine's clock, in which nothing is late: each request comes whole.
    let until = tokio::time::Instant::now() + Duration::from_millis(3 * SHORT_MS);
    while tokio::time::Instant::now() < until {
        connection.send(&regions(&app).bytes()).await;
        assert_eq!(connection.response().await.status, 200);
    }
}
