//! TLS: versions and protocols, certificates that are replaced, clients that must show one, and whoever speaks something else.

use imagekin_rpc::Format;
use serde_json::json;
use tokio::io::AsyncWriteExt;

use crate::harness::access::policy;
use crate::harness::actor::WAYS;
use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::tls::{Authority, HTTP1, HTTP2, Identity, Session, TlsClient};
use crate::harness::wire::{Connection, HttpRequest, Response};
use crate::harness::{TestApp, wait};

const SHORT_MS: u64 = 300;

async fn start(authority: &Authority) -> TestApp {
    TestApp::setup().with_tls(authority).start().await
}

fn regions(app: &TestApp) -> HttpRequest {
    V1::new(app.now(), "DescribeRegions", &[("Format", "JSON")]).request()
}

fn ok(response: Response) {
    Reply { response, format: Format::Json, asked: "a request over TLS".to_owned() }.ok();
}

async fn is_served(session: &mut Session, app: &TestApp) {
    ok(session.send(&regions(app)).await.expect("an answer"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_versions_and_both_protocols_are_spoken() {
    let authority = Authority::new();
    let app = start(&authority).await;
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        for (protocols, spoken) in [
            (&[HTTP2, HTTP1][..], "HTTP/2.0"),
            (&[HTTP2], "HTTP/2.0"),
            (&[HTTP1], "HTTP/1.1"),
            (&[], "HTTP/1.1"),
        ] {
            let client = TlsClient::with(&authority, &[version], protocols, None);
            let stream = client.connect(app.address()).await.expect("a handshake");
            assert_eq!(stream.get_ref().1.protocol_version(), Some(version.version));
            let response = client.send(app.address(), &regions(&app)).await;
            assert_eq!(response.version, spoken, "{version:?}");
            ok(response);
        }
    }
    let other = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[b"spdy/3"], None);
    assert!(other.connect(app.address()).await.is_err());
}

/// Both signatures, in the query and in forms, in both formats; over HTTP/2 the host is where HTTP/1 has none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_way_of_calling_works_over_both_protocols() {
    let authority = Authority::new();
    let setup = TestApp::setup().with_tls(&authority);
    let app = setup.start().await;
    for way in WAYS {
        app.owner().by(way).ok("DescribeRegions", &[]).await;
    }
    let client = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[HTTP1], None);
    for way in WAYS {
        let request = app.owner().by(way).prepare("DescribeRegions", &[]);
        let response = client.send(app.address(), &request).await;
        Reply { response, format: way.expected(), asked: format!("{way:?}") }.ok();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn policies_see_that_a_request_came_by_tls() {
    let authority = Authority::new();
    let app = start(&authority).await;
    for (name, is_asked_for) in [("secure", "true"), ("insecure", "false")] {
        let condition = json!({"Bool": {"acs:SecureTransport": is_asked_for}});
        let statement =
            json!({"Effect": "Allow", "Action": "ecs:*", "Resource": "*", "Condition": condition});
        let user = app.user(name, Some(&policy(&[statement]))).await;
        let reply = user.call("ListImageFamilies", &[("RegionId", crate::harness::REGION)]).await;
        assert_eq!(reply.response.status == 200, name == "secure", "{name}");
    }
}

/// The certificate that the server shows to a new connection.
async fn shown(app: &TestApp, client: &TlsClient) -> Vec<u8> {
    let stream = client.connect(app.address()).await.expect("a handshake");
    stream.get_ref().1.peer_certificates().expect("a certificate")[0].to_vec()
}

async fn until_shown(app: &TestApp, client: &TlsClient, identity: &Identity) {
    wait::until("the new certificate is shown", async || {
        (shown(app, client).await == identity.der().to_vec()).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replaced_certificate_is_shown_to_new_connections_and_old_ones_go_on() {
    let authority = Authority::new();
    let app = start(&authority).await;
    let client = TlsClient::new(&authority);
    let http1 = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[HTTP1], None);
    let mut sessions = Vec::new();
    for client in [&client, &http1] {
        sessions.push(client.open(app.address()).await.expect("a session"));
    }
    for _ in 0..2 {
        let next = authority.issue();
        next.write(&app.tls_folder());
        until_shown(&app, &client, &next).await;
        for session in &mut sessions {
            is_served(session, &app).await;
        }
    }
    // As Kubernetes and certbot do it: another file under the old name.
    let next = authority.issue();
    let beside = app.tls_folder().join("next");
    next.write(&beside);
    for file in ["key.pem", "certificate.pem"] {
        std::fs::rename(beside.join(file), app.tls_folder().join(file)).expect("a file");
    }
    until_shown(&app, &client, &next).await;
}

/// Whatever is put there that cannot be used, each new connection is served, and a pair that can be used is taken.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_cannot_be_used_change_nothing() {
    let authority = Authority::new();
    let app = start(&authority).await;
    let client = TlsClient::new(&authority);
    let before = shown(&app, &client).await;
    let (folder, other) = (app.tls_folder(), authority.issue());
    std::fs::remove_file(folder.join("key.pem")).expect("a file");
    std::fs::write(folder.join("certificate.pem"), &other.certificate).expect("a file");
    for _ in 0..20 {
        assert_eq!(shown(&app, &client).await, before);
    }
    std::fs::write(folder.join("key.pem"), &other.key).expect("a file");
    until_shown(&app, &client, &other).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_must_show_a_certificate_where_it_is_asked() {
    let (authority, clients, strangers) = (Authority::new(), Authority::new(), Authority::new());
    let versions: [&[_]; 2] = [&[&rustls::version::TLS12], &[&rustls::version::TLS13]];
    let known = clients.issue();
    let client = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[HTTP2], Some(&known));
    let app = TestApp::setup().with_tls(&authority).with_client_ca(&clients, client).start().await;
    app.owner().ok("DescribeRegions", &[]).await;
    for versions in versions {
        for protocols in [&[HTTP2][..], &[HTTP1]] {
            let client =
                |identity: Option<&Identity>| TlsClient::with(&authority, versions, protocols, identity);
            ok(client(Some(&known)).send(app.address(), &regions(&app)).await);
            for stranger in [None, Some(strangers.issue()), Some(authority.issue())] {
                let client = client(stranger.as_ref());
                // In TLS 1.3 a client hears of it after its own handshake.
                if let Ok(mut session) = client.open(app.address()).await {
                    assert!(session.send(&regions(&app)).await.is_err());
                }
            }
        }
    }
}

/// Nor does what it was once given: the ticket of an earlier handshake.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_authority_that_is_taken_away_lets_nobody_in() {
    let (authority, old, new) = (Authority::new(), Authority::new(), Authority::new());
    let known = old.issue();
    let clients = [&rustls::version::TLS12, &rustls::version::TLS13]
        .map(|version| TlsClient::with(&authority, &[version], &[HTTP1], Some(&known)));
    let app = TestApp::setup().with_tls(&authority).with_client_ca(&old, clients[0].clone()).start().await;
    for client in &clients {
        for _ in 0..3 {
            ok(client.send(app.address(), &regions(&app)).await);
        }
    }
    std::fs::write(app.tls_folder().join("clients.pem"), new.pem()).expect("a file");
    let comer = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[HTTP1], Some(&new.issue()));
    let asks = async |client: &TlsClient| match client.open(app.address()).await {
        Ok(mut session) => session.send(&regions(&app)).await.is_ok(),
        Err(_) => false,
    };
    wait::until("the new authority is asked", async || asks(&comer).await.then_some(())).await;
    for client in &clients {
        assert!(!asks(client).await);
    }
}

/// It could be sent again by anybody. Who comes back with a ticket may go on with it, and has to shake hands first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_taken_before_the_handshake_is_done() {
    let authority = Authority::new();
    let app = start(&authority).await;
    for protocol in [HTTP2, HTTP1] {
        let client = TlsClient::with(&authority, &[&rustls::version::TLS13], &[protocol], None).eager();
        ok(client.send(app.address(), &regions(&app)).await);
        let stream = client.connect(app.address()).await.expect("a handshake");
        let connection = stream.get_ref().1;
        assert_eq!(connection.handshake_kind(), Some(rustls::HandshakeKind::Resumed));
        // With tickets of this kind rustls would take none anyway; that none is allowed at all, the unit tests say.
        assert!(!connection.is_early_data_accepted());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handshake_that_drips_is_closed() {
    let authority = Authority::new();
    let setup = TestApp::setup().with_tls(&authority).with_config(|config| {
        (config.limits.handshake_ms_max, config.limits.connections_max) = (SHORT_MS, 2);
    });
    let app = setup.start().await;
    let mut silent = Connection::open(app.address()).await;
    let mut slow = Connection::open(app.address()).await;
    // The beginning of a greeting of 512 bytes.
    slow.send(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03").await;
    wait::until("the server has had enough", async || (!slow.try_send(b"\0").await).then_some(())).await;
    assert_eq!(silent.end().await, Ok(Vec::new()));
    // Their places are free again.
    app.owner().ok("DescribeRegions", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_tls_is_closed_and_harms_nobody() {
    let authority = Authority::new();
    let app = start(&authority).await;
    let plain = regions(&app).bytes();
    for bytes in
        [&plain[..], b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", &[0xff; 70_000], b"\x16\x03\x01\0\0", b"\x16"]
    {
        let mut connection = Connection::open(app.address()).await;
        // It may have closed before all of it was sent.
        let _ = connection.try_send(bytes).await;
        connection.try_finish().await;
        if let Ok(rest) = connection.end().await {
            assert!(!rest.starts_with(b"HTTP"), "{rest:?}");
        }
        app.owner().ok("DescribeRegions", &[]).await;
    }
    let stream = tokio::net::TcpStream::connect(app.address()).await.expect("the server listens");
    drop(stream);
    app.owner().ok("DescribeRegions", &[]).await;
}

/// What TLS has taken and cannot send is not sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_does_not_listen_is_closed() {
    let authority = Authority::new();
    let setup = TestApp::setup().with_tls(&authority).with_config(|config| {
        (config.limits.write_ms_max, config.limits.idle_ms_max) = (SHORT_MS, 3_600_000);
    });
    let app = setup.start().await;
    let client = TlsClient::with(&authority, rustls::ALL_VERSIONS, &[HTTP1], None);
    let mut stream = client.connect(app.address()).await.expect("a handshake");
    let asked = regions(&app).bytes().repeat(100);
    wait::until("the server has had enough", async || {
        let sent = wait::within("the server to take or close", stream.write_all(&asked)).await;
        sent.is_err().then_some(())
    })
    .await;
    app.owner().ok("DescribeRegions", &[]).await;
}
