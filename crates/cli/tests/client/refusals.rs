//! A service that refuses, is busy, is not there, or is something else.

use serde_json::json;

use crate::fake::{Answer, Fake};
use crate::harness::{client, outcome};

fn head() -> Answer {
    Answer::json(&json!({"RequestId": "R-1", "Image": {"ImageId": "m-1"}}))
}

#[test]
fn who_is_busy_is_asked_once_more_with_another_nonce() {
    for (status, code) in [(503, "ServiceUnavailable"), (400, "Throttling.User")] {
        let fake = Fake::start(move |_, before| match before {
            0 => Answer::error(status, code).with("x-acs-retry-after", "1"),
            _ => head(),
        });
        assert_eq!(outcome(client(&fake.address, &["resolve", "base"])).ok(), "m-1\n");
        let [first, second] = <[_; 2]>::try_from(fake.received()).unwrap();
        for header in ["x-acs-signature-nonce", "authorization"] {
            assert_ne!(first.header(header), second.header(header));
        }
        assert_eq!(first.header("host"), fake.address);
        assert!(first.header("authorization").starts_with("ACS3-HMAC-SHA256 Credential=testid,"));
    }
}

/// A write is sent again with the ClientToken of the first time, so that it is done once.
#[test]
fn a_write_that_is_sent_again_is_the_same_write() {
    let fake = Fake::start(|_, before| match before {
        0 => Answer::error(503, "ServiceUnavailable").with("x-acs-retry-after", "1"),
        _ => Answer::json(&json!({"ImageId": "m-1"})),
    });
    let create = ["images", "create", "--snapshot-id", "s-1", "--no-wait"];
    assert_eq!(outcome(client(&fake.address, &create)).ok(), "m-1\n");
    let [first, second] = <[_; 2]>::try_from(fake.received()).unwrap();
    assert_eq!(first.param("ClientToken").len(), 32);
    assert_eq!(first.param("ClientToken"), second.param("ClientToken"));
}

/// Nobody knows whether it was done before the 503; who throttles has done nothing.
#[test]
fn a_write_that_might_be_done_twice_is_sent_once() {
    for command in [
        &["key", "create"][..],
        &["user", "create", "ana"],
        &["group", "create", "builders"],
        &["images", "export", "m-1", "--to-bucket", "b", "--no-wait"],
        &["images", "delete", "m-1"],
    ] {
        for (status, code, exit, sent) in [(503, "ServiceUnavailable", 1, 1), (400, "Throttling.User", 0, 2)]
        {
            let fake = Fake::start(move |_, before| match before {
                0 => Answer::error(status, code).with("x-acs-retry-after", "1"),
                _ => Answer::json(&json!({"RequestId": "R-2", "TaskId": "t-1"})),
            });
            let outcome = outcome(client(&fake.address, command));
            assert_eq!(outcome.code, exit, "{command:?}: {}", outcome.stderr);
            assert_eq!(fake.received().len(), sent, "{command:?}: {code}");
        }
    }
}

#[test]
fn who_stays_busy_has_refused() {
    let fake = Fake::start(|_, _| Answer::error(503, "ServiceUnavailable").with("x-acs-retry-after", "1"));
    let told = outcome(client(&fake.address, &["resolve", "base"])).fails(1);
    assert_eq!(
        told,
        "imagekin: ServiceUnavailable: In words.\n  action DescribeImageFromFamily, request R-1\n"
    );
    assert_eq!(fake.received().len(), 2);
}

#[test]
fn a_refusal_is_told_in_the_services_words() {
    for (status, code, exit) in [
        (403, "QuotaExceed.Image", 1),
        (404, "InvalidAccessKeyId.NotFound", 1),
        (404, "InvalidImageId.NotFound", 3),
    ] {
        let fake = Fake::start(move |_, _| Answer::error(status, code));
        let told = outcome(client(&fake.address, &["images", "delete", "m-1"])).fails(exit);
        assert!(told.contains(&format!("{code}: In words.")) && told.contains("R-1"), "{told}");
    }
}

#[test]
fn something_else_that_answers_is_no_service() {
    let page = "<html>\u{1b}[2JBad gateway</html>";
    for answer in [
        || Answer::new(502, "<html>\u{1b}[2JBad gateway</html>"),
        || Answer::new(200, "<html>\u{1b}[2JBad gateway</html>"),
        || Answer::new(307, "").with("location", "http://127.0.0.1:1/"),
        || Answer::new(200, "[]"),
    ] {
        let fake = Fake::start(move |_, _| answer());
        let told = outcome(client(&fake.address, &["resolve", "base"])).fails(4);
        assert!(told.contains("does not speak this API") && !told.contains(page), "{told}");
        assert_eq!(fake.received().len(), 1);
    }
}

#[test]
fn who_is_not_there_cannot_be_reached() {
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().to_string()
    };
    let told = outcome(client(&address, &["resolve", "base"])).fails(4);
    assert!(told.contains(&format!("cannot reach http://{address}")), "{told}");
    let fake = Fake::start(|_, _| Answer::none());
    assert!(outcome(client(&fake.address, &["resolve", "base"])).fails(4).contains("cannot reach"));
}

/// Neither does a proxy stand before this machine, nor does the log tell a secret.
#[test]
fn the_log_and_the_proxy_learn_nothing() {
    let fake = Fake::start(|_, _| head());
    let mut command = client(&fake.address, &["resolve", "base"]);
    command.env("IMAGEKIN_LOG", "trace").env("http_proxy", "http://127.0.0.1:1");
    assert_eq!(outcome(command).ok(), "m-1\n");
}

/// A reader that has seen enough, as `head`, is no error.
#[test]
fn a_closed_pipe_is_the_end() {
    let fake = Fake::start(|_, _| {
        let name = "x".repeat(1 << 20);
        Answer::json(&json!({"TotalCount": 1, "Families": {"Family": [{"ImageFamily": name}]}}))
    });
    let mut command = client(&fake.address, &["families"]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    command.stdout(writer);
    let mut child = command.spawn().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
