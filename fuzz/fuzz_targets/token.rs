//! Any text as a security token, and a sound one that was damaged: read as what was sealed or refused, never as anything else.
#![no_main]

use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use imagekin_access::{AccessKey, AccessKeyId, AccountId, KeyStatus, Secret};
use imagekin_catalog::Timestamp;
use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_server::{App, Config, ManualClock, OsRandom, Profile, Random, answer};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tokio::runtime::Runtime;

const NOW: i64 = 1_700_000_000;
const TRUST: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"RAM": ["acs:ram::1234567890123456:root"]}}]}"#;
const ALL: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;

/// A server, and a session of a role that may do everything.
struct World {
    runtime: Runtime,
    app: Arc<App>,
    session: Key,
    token: String,
    _folder: tempfile::TempDir,
}

/// An access key.
struct Key {
    id: String,
    key: SigningKey,
}

impl Key {
    fn new(id: &str, secret: &str) -> Self {
        Self { id: id.to_owned(), key: SigningKey::new(secret) }
    }
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::defaults(Profile::Production);
    config.data_dir = folder.path().to_owned();
    let first = AccessKey {
        user: None,
        account: AccountId::parse("1234567890123456").unwrap(),
        id: AccessKeyId::parse("testid").unwrap(),
        secret: Secret::new("a-secret-of-fuzzing".to_owned()).unwrap(),
        status: KeyStatus::Active,
    };
    let clock = Arc::new(ManualClock::new(Timestamp::from_seconds(NOW)));
    let app = runtime.block_on(App::open(config, Some(first), clock, Arc::new(OsRandom))).unwrap();
    let (session, token) = runtime.block_on(assume(&app));
    World { runtime, app, session, token, _folder: folder }
});

/// Makes a user and a role, and lets the one assume the other.
async fn assume(app: &Arc<App>) -> (Key, String) {
    let owner = Key::new("testid", "a-secret-of-fuzzing");
    let ram = async |action: &str, params: &[(&str, &str)]| {
        call(app, &owner, None, Service::Ram, action, params).await.1
    };
    ram("CreateUser", &[("UserName", "alice")]).await;
    ram("CreatePolicy", &[("PolicyName", "all"), ("PolicyDocument", ALL)]).await;
    let all = [("PolicyType", "Custom"), ("PolicyName", "all")];
    ram("AttachPolicyToUser", &[&all[..], &[("UserName", "alice")]].concat()).await;
    let role = ram("CreateRole", &[("RoleName", "builder"), ("AssumeRolePolicyDocument", TRUST)]).await;
    let made = ram("CreateAccessKey", &[("UserName", "alice")]).await["AccessKey"].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let alice = Key::new(&text(&made["AccessKeyId"]), &text(&made["AccessKeySecret"]));
    let arn = text(&role["Role"]["Arn"]);
    let params = [("RoleArn", &*arn), ("RoleSessionName", "fuzz")];
    let credentials =
        call(app, &alice, None, Service::Sts, "AssumeRole", &params).await.1["Credentials"].clone();
    let key = Key::new(&text(&credentials["AccessKeyId"]), &text(&credentials["AccessKeySecret"]));
    (key, text(&credentials["SecurityToken"]))
}

/// Calls an action; gives the status and what is answered.
async fn call(
    app: &Arc<App>,
    by: &Key,
    token: Option<&str>,
    service: Service,
    action: &str,
    params: &[(&str, &str)],
) -> (u16, Value) {
    let nonce = format!("{:x}", OsRandom.bits());
    let signer = Signer {
        access_key_id: &by.id,
        key: &by.key,
        security_token: token,
        service,
        now: NOW,
        nonce: &nonce,
    };
    let params = [&[("Format", "JSON")], params].concat();
    let request = http::Request::post(format!("/?{}", signer.v1("POST", action, &params)));
    let Ok(request) = request.body(Full::new(Bytes::new())) else { return (400, Value::Null) };
    let (head, body) = answer(app, request).await.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status.as_u16(), serde_json::from_slice(&body).unwrap())
}

/// The sound token with the damage that the bytes say: what is put where, or how much is cut off.
fn damaged(token: &str, data: &[u8]) -> String {
    let mut bytes = token.as_bytes().to_vec();
    let (places, _) = data.as_chunks::<3>();
    for [high, low, byte] in places {
        let at = usize::from(u16::from_be_bytes([*high, *low])) % bytes.len().max(1);
        match byte {
            0 => bytes.truncate(at),
            byte => bytes.get_mut(at).map_or((), |there| *there = *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fuzz_target!(|data: &[u8]| {
    let [how, rest @ ..] = data else { return };
    let world = &*WORLD;
    let token = match how % 3 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        1 => damaged(&world.token, rest),
        // Hexadecimal, as tokens are, of any length.
        _ => rest.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    let call = call(&world.app, &world.session, Some(&token), Service::Sts, "GetCallerIdentity", &[]);
    let (status, told) = world.runtime.block_on(call);
    if token == world.token {
        assert_eq!(status, 200, "{told}");
        assert_eq!(told["IdentityType"], "AssumedRoleUser");
    } else {
        assert!((400..500).contains(&status), "{token}: {status} {told}");
    }
});
