//! Secrets are told by nobody: not in the log at its most talkative, not in an answer, not in the data folder, not in what a
//! command says when it fails.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::client::Client;
use crate::command::{imagekin, outcome, with_log};
use crate::moving::postgres;
use crate::server::Server;

/// Secrets that are like nothing else.
const FIRST: &str = "first-secret-7d1f";
const BUCKET: &str = "bucket-secret-93ac";
const DATABASE: &str = "database-secret-51be";
const MASTER: &str = "5ec2e7000000000000000000000000000000000000000000000000005ec2e7ff";
const ROLE: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"RAM": ["acs:ram::1234567890123456:root"]}}]}"#;
/// Actions whose answers have a secret in them, for whoever asked for it.
const GIVES_SECRETS: [&str; 2] = ["CreateAccessKey", "AssumeRole"];

/// Everything that was said by a server and its commands, and the secrets that must not be in it.
#[derive(Default)]
struct Said {
    texts: Vec<(String, Vec<u8>)>,
    secrets: Vec<Vec<u8>>,
}

impl Said {
    fn hear(&mut self, who: &str, text: impl Into<Vec<u8>>) {
        self.texts.push((who.to_owned(), text.into()));
    }

    /// All files of a folder.
    fn read(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.read(&path);
            } else {
                self.hear(&path.display().to_string(), std::fs::read(&path).expect("a file"));
            }
        }
    }

    fn assert_nothing_is_told(&self) {
        for (who, text) in &self.texts {
            for secret in &self.secrets {
                let told = text.windows(secret.len()).position(|window| window == secret);
                let about = told.map(|at| {
                    String::from_utf8_lossy(&text[at.saturating_sub(200)..(at + 40).min(text.len())])
                });
                assert!(
                    about.is_none(),
                    "{who} tells {}: …{}…",
                    String::from_utf8_lossy(secret),
                    about.unwrap()
                );
            }
        }
    }
}

/// The body of an answer, whatever it says.
fn get(address: &str, query: &str) -> String {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut answer = agent.get(format!("http://{address}/?{query}")).call().expect("an answer");
    answer.body_mut().read_to_string().expect("a text")
}

/// A server with every kind of secret in its settings.
fn start(folder: &Path, more: &[&str]) -> Server {
    let bucket = folder.with_extension("bucket");
    std::fs::write(&bucket, BUCKET).expect("a file");
    let id = folder.with_extension("bucket-id");
    std::fs::write(&id, "the-id-of-a-bucket").expect("a file");
    let (bucket, id) = (bucket.display(), id.display());
    let mut command = with_log("trace");
    command
        .env("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID", "1234567890123456")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID", "first-key")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET", FIRST)
        .env("KEY_OF_TEST", MASTER)
        .env("IMAGEKIN_MASTER_KEY", "env:KEY_OF_TEST")
        .env(
            "IMAGEKIN_BUCKETS",
            format!(
                "[{{region=\"cn-hangzhou\",name=\"far-away\",kind=\"s3\",endpoint=\"http://127.0.0.1:1\",\
                 access_key_id=\"file:{id}\",access_key_secret=\"file:{bucket}\"}}]"
            ),
        );
    Server::start_by(command, folder, more)
}

/// Calls that succeed, calls that fail, and calls of every action that make no sense.
fn call(address: &str, said: &mut Said) {
    let mut owner = Client::with_key(address, 1, ("first-key", FIRST));
    let hear = |said: &mut Said, client: &mut Client, action: &str, params: &[(&str, &str)]| {
        let answer = get(address, &client.signed(action, params));
        if !GIVES_SECRETS.contains(&action) {
            said.hear(action, answer.clone());
        }
        serde_json::from_str::<Value>(&answer).expect("JSON")
    };
    let user = [("UserName", "talkative")];
    hear(said, &mut owner, "CreateUser", &user);
    let policy = [("PolicyType", "System"), ("PolicyName", "AliyunSTSAssumeRoleAccess"), user[0]];
    hear(said, &mut owner, "AttachPolicyToUser", &policy);
    hear(said, &mut owner, "CreateRole", &[("RoleName", "role"), ("AssumeRolePolicyDocument", ROLE)]);
    let made = hear(said, &mut owner, "CreateAccessKey", &user)["AccessKey"].clone();
    let (id, secret) = pair(&made);
    let mut ana = Client::with_key(address, 2, (id, &secret));
    let assume = [("RoleArn", "acs:ram::1234567890123456:role/role"), ("RoleSessionName", "session")];
    let assumed = hear(said, &mut ana, "AssumeRole", &assume)["Credentials"].clone();
    let (temporary, of_session) = pair(&assumed);
    let mut session = Client::with_key(address, 3, (temporary, &of_session));
    let token = assumed["SecurityToken"].as_str().expect("a token").to_owned();
    for token in [None, Some("00ff".to_owned()), Some(token)] {
        session.security_token = token;
        hear(said, &mut session, "GetCallerIdentity", &[]);
    }
    let mut wrong = Client::with_key(address, 4, (id, "wrong"));
    hear(said, &mut wrong, "GetCallerIdentity", &[]);
    let import = crate::questions::import("far");
    let mut from_far = import;
    from_far[1].1 = "far-away";
    hear(said, &mut owner, "ImportImage", &from_far);
    for action in imagekin_server::actions::describe() {
        let nonsense = [("ImageId", "m-1"), ("UserName", "talkative"), ("Policy", "{"), ("Tag.1.Key", "")];
        hear(said, &mut ana, action.name, &nonsense);
        if !GIVES_SECRETS.contains(&action.name) {
            hear(said, &mut owner, action.name, &[("Nonsense", "1"), ("MaxResults", "x")]);
        }
    }
    said.secrets.extend([secret, of_session].map(String::into_bytes));
}

fn pair(key: &Value) -> (&'static str, String) {
    let [id, secret] =
        ["AccessKeyId", "AccessKeySecret"].map(|name| key[name].as_str().expect("text").to_owned());
    (id.leak(), secret)
}

fn serve_and_call(more: &[&str]) -> (Said, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let mut said = Said::default();
    said.secrets.extend([FIRST, BUCKET, DATABASE, MASTER].map(|secret| secret.as_bytes().to_vec()));
    let bytes = (0..32).map(|at| u8::from_str_radix(&MASTER[2 * at..2 * at + 2], 16).expect("a byte"));
    said.secrets.push(bytes.collect());
    let server = start(&data, more);
    call(&server.address, &mut said);
    let server_log = server.hear_out();
    // Nothing would be told by who is silent.
    assert!(server_log.contains("TRACE") && server_log.lines().count() > 100, "{server_log}");
    // What it logs of a secret need not be the whole of it, which alone is looked for.
    let of_credentials = server_log.lines().find(|line| line.contains("reqsign_"));
    assert_eq!(of_credentials, None);
    said.hear("the log", server_log);
    said.read(&data);
    (said, folder)
}

#[test]
fn no_secret_is_told_on_an_embedded_store() {
    serve_and_call(&[]).0.assert_nothing_is_told();
}

#[test]
fn no_secret_is_told_on_postgresql() {
    let url = postgres().create_database().replace("postgres@", &format!("postgres:{DATABASE}@"));
    serve_and_call(&["--database", &url]).0.assert_nothing_is_told();
}

/// Whoever has a signed address may do what it says.
#[test]
fn no_signed_address_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_by(with_log("trace"), folder.path(), &[]);
    let signature = "5ec2e75a".repeat(8);
    let address = format!(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=testid%2F20200101%2Fcn-hangzhou%2Fs3%2Faws4_request\
         &X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature={signature}"
    );
    let refused = get(&server.address, &address);
    // s3s says so, which at this level would log the whole request if it might.
    assert!(refused.contains("Request has expired"), "{refused}");
    let server_log = server.hear_out();
    assert!(server_log.contains("Refused an object request"), "{server_log}");
    let mut said = Said::default();
    said.secrets.push(signature.into_bytes());
    said.hear("the log", server_log);
    said.assert_nothing_is_told();
}

/// Commands that are given a secret in the wrong place, or cannot do what they are to do.
#[test]
fn no_command_tells_a_secret_as_it_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("imagekin.toml");
    let mut said = Said::default();
    said.secrets.extend([FIRST, BUCKET, DATABASE, MASTER].map(|secret| secret.as_bytes().to_vec()));
    let serve = ["serve", "--data-dir", folder.path().to_str().expect("text")];
    let with_at = format!("postgres://u:p@ss?{DATABASE}=1@h/d");
    let of_nobody = format!("postgres://u:{DATABASE}@127.0.0.1:1/d");
    let not_utf8: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(b"\xff".to_vec());
    let bucket =
        format!("[[buckets]]\nregion = 'r'\nname = '*'\nkind = 's3'\naccess_key_secret = '{BUCKET}'\n");
    let variables: [(&str, &str, &[&str]); 7] = [
        ("IMAGEKIN_MASTER_KEY", MASTER, &[]),
        ("IMAGEKIN_MASTERKEY", MASTER, &[]),
        ("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET", FIRST, &[]),
        ("IMAGEKIN_DATABASE", &with_at, &[]),
        ("IMAGEKIN_DATABASE", &of_nobody, &[]),
        ("IMAGEKIN_LOG", "trace", &["--master-key", MASTER]),
        ("IMAGEKIN_LOG", "trace", &["--config", settings.to_str().expect("text")]),
    ];
    std::fs::write(&settings, bucket).expect("a file");
    for (name, value, more) in variables {
        let mut command = imagekin();
        command.args(serve).args(more).env("IMAGEKIN_LOG", "trace").env(name, value);
        hear_failure(&mut said, command);
    }
    let mut command = imagekin();
    command.args(serve).env("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID", "1234567890123456");
    command.env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID", "id");
    let mut spaced = std::ffi::OsString::from(format!("{FIRST} "));
    spaced.push(not_utf8);
    command.env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET", spaced);
    hear_failure(&mut said, command);
    said.assert_nothing_is_told();
}

fn hear_failure(said: &mut Said, mut command: std::process::Command) {
    let done = outcome(&mut command);
    assert_ne!(done.code, Some(0), "{done:?}");
    said.hear(&format!("{command:?}").replace(MASTER, "…"), done.stdout + &done.stderr);
}
