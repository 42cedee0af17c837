//! Requests that would have the service call somebody: nothing that a client sends names a host.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use imagekin_server::actions::describe;

use crate::buckets::signing::{request, send_as_it_is, v1};
use crate::harness::disks::BUCKET;
use crate::harness::{OWNER, REGION, TestApp, wait};

/// Words of parameters that would be called.
const WORDS: [&str; 8] = ["url", "uri", "endpoint", "host", "callback", "webhook", "notif", "address"];

/// Parameters with such a word that are called by nobody, with the reason; the list may only shrink.
const NAMES_ONLY: &[(&str, &str)] = &[];

#[test]
fn no_parameter_names_a_host() {
    for action in describe() {
        for parameter in action.parameters {
            let name = parameter.name.to_ascii_lowercase();
            let is_named = WORDS.iter().any(|word| name.contains(word));
            let is_known = NAMES_ONLY.iter().any(|(known, _)| *known == parameter.name);
            assert!(!is_named || is_known, "{}.{} names a host", action.name, parameter.name);
        }
    }
}

/// What object stores call back, fetch or mirror is not done: whoever listens where it is said hears nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_called() {
    let trap = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let trapped = trap.local_addr().expect("an address").to_string();
    let url = format!("http://{trapped}/latest/meta-data");
    let app = TestApp::start().await;
    app.place("there", b"bytes".to_vec()).await;
    let object = format!("/{BUCKET}/there");
    let callback = STANDARD.encode(format!(r#"{{"callbackUrl": "{url}", "callbackBody": "a=b"}}"#));
    for (method, target, name, value) in [
        ("PUT", object.clone(), "x-oss-callback", callback.as_str()),
        ("PUT", object.clone(), "x-oss-copy-source", url.as_str()),
        ("PUT", format!("{object}-copy"), "x-oss-copy-source", &format!("//{trapped}/there")),
        ("PUT", format!("{object}-copy"), "x-amz-copy-source", &url),
        ("POST", format!("{object}?asyncFetch"), "content-type", "application/xml"),
        ("PUT", format!("/{BUCKET}/?website"), "content-type", "application/xml"),
        ("PUT", format!("/{BUCKET}/?replication"), "content-type", "application/xml"),
        ("GET", object.clone(), "x-forwarded-host", &trapped),
    ] {
        let body = if method == "GET" {
            String::new()
        } else {
            format!("<A><Url>{url}</Url><Host>{trapped}</Host></A>")
        };
        let asked = request(method, &target).with_header(name, value).with_body(body);
        let response = send_as_it_is(&app, &v1(asked, OWNER, app.now(), &target)).await;
        assert!(response.status < 600, "{method} {target} {name}");
    }
    for (bucket, object) in [
        (trapped.as_str(), "disk"),
        (url.as_str(), "disk"),
        (BUCKET, url.as_str()),
        (BUCKET, &format!("//{trapped}/disk")),
    ] {
        let params = [
            ("RegionId", REGION),
            ("DiskDeviceMapping.1.OSSBucket", bucket),
            ("DiskDeviceMapping.1.OSSObject", object),
        ];
        let reply = app.owner().call("ImportImage", &params).await;
        assert!((400..500).contains(&reply.response.status), "{bucket} {object}: {}", reply.response.text());
    }
    for (name, value) in
        [("RegionId", &*trapped), ("Endpoint", &url), ("CallbackUrl", &url), ("RegionEndpoint", &url)]
    {
        app.owner().call("DescribeRegions", &[(name, value)]).await;
    }
    app.settle().await;
    // A connection of ours comes: nobody's came before it.
    let ours = tokio::net::TcpStream::connect(&trapped).await.expect("the trap listens");
    let (_, first) = wait::within("a connection", trap.accept()).await.expect("a connection");
    assert_eq!(Some(first), ours.local_addr().ok(), "somebody was called");
}
