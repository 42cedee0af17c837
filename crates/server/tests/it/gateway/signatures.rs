//! What a wrong signature is told: enough for the client's own comparison, and nothing of the secret.

use imagekin_rpc::codes;
use imagekin_rpc::signature::v3_string_to_sign;

use crate::harness::actor::{Signing, WAYS, Way};
use crate::harness::forge::{V1, V3};
use crate::harness::{OWNER, START, STRANGER, TestApp};

/// A value that is hard to put into any text.
const ODD: &str = "a b*~+/!'()<&>\"]]>\t\n键😀%25";

/// Python's SDK compares what stands after the first colon with its own string to sign, and crashes without a colon.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn v1_is_told_the_string_to_sign_straight_after_the_colon() {
    let app = TestApp::start().await;
    for (n, way) in WAYS.iter().enumerate().filter(|(_, way)| way.signing == Signing::V1) {
        let forger = app.owner().by(*way);
        let mut request = V1::new(START, "DescribeImages", &[("ImageName", ODD)]);
        request.method = way.method;
        if let Some(format) = way.format {
            request =
                request.with("Format", if format == imagekin_rpc::Format::Json { "JSON" } else { "XML" });
        }
        let message = forger
            .send(&request.request_by(STRANGER))
            .await
            .assert_refused(&codes::SIGNATURE_V1_MISMATCH)
            .message;
        let (before, string_to_sign) = message.split_once(':').expect("a colon");
        assert_eq!(
            before, "Specified signature is not matched with our calculation. server string to sign is",
            "{n}"
        );
        assert!(
            string_to_sign.starts_with(&format!("{}&%2F&AccessKeyId%3Dtestid%26", way.method)),
            "{string_to_sign}"
        );
        assert!(!string_to_sign.contains(':'), "the string to sign has no colon");
        assert!(string_to_sign.contains("ImageName%3Da%2520b%252A~%252B%252F%2521"), "{string_to_sign}");
        assert!(!message.contains(OWNER.secret));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn v3_is_told_the_string_to_sign_and_the_canonical_request() {
    let app = TestApp::start().await;
    for format in ["JSON", "XML"] {
        let expected = if format == "JSON" { imagekin_rpc::Format::Json } else { imagekin_rpc::Format::Xml };
        let way = Way { signing: Signing::V3, method: "POST", form: false, format: Some(expected) };
        let forged =
            V3::new(START, "DescribeImages", &[("Format", format), ("ImageName", ODD)]).request_by(STRANGER);
        let message =
            app.owner().by(way).send(&forged).await.assert_refused(&codes::SIGNATURE_V3_MISMATCH).message;
        let rest = message
            .strip_prefix("Specified signature does not match our calculation. server StringToSign is [")
            .expect("the string to sign");
        let (string_to_sign, rest) = rest.split_once("] server CanonicalRequest is [").expect("the request");
        let canonical = rest.strip_suffix(']').expect("a bracket");
        assert_eq!(v3_string_to_sign(canonical.as_bytes()), string_to_sign.as_bytes());
        assert!(
            canonical.starts_with(&format!("POST\n/\nFormat={format}&ImageName=a%20b%2A~")),
            "{canonical}"
        );
        assert!(!message.contains(OWNER.secret));
    }
}
