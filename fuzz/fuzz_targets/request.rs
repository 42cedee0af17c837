//! Any bytes as a request, signed or not: a well-formed answer, and no panic.
#![no_main]

use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::Timestamp;
use imagekin_rpc::sign::{Signer, query_string};
use imagekin_rpc::{Params, Service, SigningKey};
use imagekin_server::{App, Config, ManualClock, OsRandom, Profile, Random, answer};
use libfuzzer_sys::fuzz_target;
use tokio::runtime::Runtime;

const NOW: i64 = 1_700_000_000;
const ACTIONS: [&str; 8] = [
    "CreateImage",
    "DeleteImage",
    "DescribeImageFromFamily",
    "DescribeImages",
    "DescribeRegions",
    "ImportImage",
    "ModifyImageAttribute",
    "RunInstances",
];

struct World {
    runtime: Runtime,
    app: Arc<App>,
    key: SigningKey,
    _folder: tempfile::TempDir,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::defaults(Profile::Production);
    config.data_dir = folder.path().to_owned();
    let key = AccessKey {
        user: None,
        account: AccountId::parse("1234567890123456").unwrap(),
        id: AccessKeyId::parse("testid").unwrap(),
        secret: Secret::new("a-secret-of-fuzzing".to_owned()).unwrap(),
        status: KeyStatus::Active,
    };
    let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(NOW)));
    let app = runtime.block_on(App::open(config, Some(key), clock, Arc::new(OsRandom))).unwrap();
    World { runtime, app, key: SigningKey::new("a-secret-of-fuzzing"), _folder: folder }
});

/// The query as it is, or with the parameters that it decodes to signed, so that an action gets to see them.
fn target(signed: bool, action: &str, query: &[u8]) -> String {
    if !signed {
        return format!("/?{}", String::from_utf8_lossy(query));
    }
    let params = Params::decode(query, b"").unwrap_or_default();
    let system = [
        "AccessKeyId",
        "Action",
        "SignatureMethod",
        "SignatureNonce",
        "SignatureVersion",
        "Timestamp",
        "Version",
    ];
    let pairs: Vec<(&str, &str)> = params
        .iter()
        .map(|(key, value, _)| (key, value))
        .filter(|(key, _)| !system.contains(key) && *key != "Signature")
        .collect();
    if pairs.is_empty() {
        return format!("/?{}", query_string(&[("Action", action)]));
    }
    let nonce = format!("{:x}", OsRandom.bits());
    let signer = Signer {
        access_key_id: "testid",
        key: &WORLD.key,
        security_token: None,
        service: Service::Ecs,
        now: NOW,
        nonce: &nonce,
    };
    format!("/?{}", signer.v1("POST", action, &pairs))
}

fuzz_target!(|data: &[u8]| {
    let [how, action, rest @ ..] = data else { return };
    let (query, body) = rest.split_at(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()));
    let action = ACTIONS[usize::from(*action) % ACTIONS.len()];
    let request = http::Request::post(target(how % 2 == 0, action, query));
    let request = match how % 3 {
        0 => request.header("content-type", "application/x-www-form-urlencoded"),
        1 => request.header("authorization", String::from_utf8_lossy(body).replace(['\n', '\r', '\0'], "")),
        _ => request,
    };
    let Ok(request) = request.body(Full::new(Bytes::copy_from_slice(body))) else { return };
    let world = &*WORLD;
    world.runtime.block_on(async {
        let response = answer(&world.app, request).await;
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let request_id = head.headers["x-acs-request-id"].to_str().unwrap().to_owned();
        assert!(head.status.as_u16() < 500, "{} {}", head.status, String::from_utf8_lossy(&body));
        let text = std::str::from_utf8(&body).unwrap();
        assert!(text.contains(&request_id));
        if head.headers["content-type"] == "application/json;charset=utf-8" {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(value.get("Code").is_some(), !head.status.is_success());
        } else {
            assert!(text.starts_with("<?xml"));
        }
    });
});
