//! The commands of docs/access.md, as they stand there, and what is refused to whom afterwards.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::harness::outcome;
use crate::real::Sandbox;

/// The block of docs/access.md that follows `<!-- snippet: NAME -->`.
fn snippet(name: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (_, rest) = page.split_once(&format!("<!-- snippet: {name} -->\n```sh\n")).expect("a snippet");
    rest.split_once("\n```").expect("its end").0.to_owned()
}

impl Sandbox {
    /// Runs a block of the page in a shell that has `imagekin`, the account's key, and these variables.
    fn type_in(&self, folder: &Path, name: &str, variables: &[(&str, &str)]) -> String {
        let of_client = self.client(&[]);
        let mut shell = Command::new("sh");
        shell.env_clear().current_dir(folder).args(["-euc", &snippet(name)]);
        let program = Path::new(env!("CARGO_BIN_EXE_imagekin")).parent().unwrap();
        shell.env("PATH", format!("{}:/usr/bin:/bin", program.display()));
        for (name, value) in of_client.get_envs() {
            shell.env(name, value.unwrap_or_default());
        }
        shell.envs(variables.iter().copied());
        outcome(shell).ok()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["--output", "json"]].concat())).unwrap()
    }
}

#[test]
fn the_commands_of_the_page_do_what_it_says() {
    let (sandbox, folder) = (Sandbox::start(), tempfile::tempdir().unwrap());
    let told = sandbox.type_in(folder.path(), "user", &[]);
    // Not tagged so: no statement allows it.
    assert!(told.contains("ImplicitDeny"), "{told}");
    let told = sandbox.type_in(folder.path(), "group", &[]);
    assert!(told.contains("AliyunECSReadOnlyAccess"), "{told}");
    let keys = sandbox.json(&["key", "list", "--user", "ci-builder"]);
    let old = keys["AccessKeys"]["AccessKey"][0]["AccessKeyId"].as_str().unwrap().to_owned();
    sandbox.type_in(folder.path(), "rotate", &[("OLD", &old)]);
    let keys = sandbox.json(&["key", "list", "--user", "ci-builder"]);
    let left = keys["AccessKeys"]["AccessKey"].as_array().unwrap();
    assert!(left.len() == 1 && left[0]["AccessKeyId"] != old.as_str(), "{left:?}");
    sandbox.type_in(folder.path(), "role", &[]);

    // The user, and what it may do.
    let made = sandbox.json(&["key", "create", "--user", "ci-builder"]);
    let user = sandbox.with_key(&made["AccessKey"]);
    let allowed = |key: &[(String, String)], arguments: &[&str]| {
        let mut command = sandbox.client(arguments);
        command.envs(key.iter().cloned());
        outcome(command)
    };
    allowed(&user, &["images", "list"]).ok();
    let refused = allowed(&user, &["images", "share", "m-1", "--public"]).fails(1);
    assert!(refused.contains("Forbidden.RAM"), "{refused}");
    let refused = allowed(&user, &["user", "list"]).fails(1);
    assert!(refused.contains("NoPermission"), "{refused}");
    let arn = "acs:ram::1234567890123456:role/release";
    let assumed = allowed(&user, &["role", "assume", arn, "--output", "json"]).ok();
    let assumed: Value = serde_json::from_str(&assumed).unwrap();
    let session = sandbox.with_key(&assumed["Credentials"]);
    let refused = allowed(&session, &["images", "share", "m-1", "--public"]).fails(3);
    assert!(refused.contains("InvalidImageId.NotFound"), "{refused}");
}

/// What docs/access.md does not show: what is made by a command is seen by others, and gone when it is deleted.
#[test]
fn what_is_made_is_seen_and_deleted() {
    let (sandbox, folder) = (Sandbox::start(), tempfile::tempdir().unwrap());
    sandbox.run(&["user", "create", "ana", "--display-name", "Ana"]);
    assert_eq!(sandbox.json(&["user", "show", "ana"])["User"]["DisplayName"], "Ana");
    sandbox.run(&["group", "create", "builders"]);
    sandbox.run(&["group", "add", "builders", "ana"]);
    assert!(sandbox.run(&["group", "members", "builders"]).contains("ana"));
    let refused = sandbox.fails(1, &["user", "delete", "ana"]);
    assert!(refused.contains("DeleteConflict.User.Group"), "{refused}");
    sandbox.run(&["group", "remove", "builders", "ana"]);
    assert!(!sandbox.run(&["group", "members", "builders"]).contains("ana"));
    sandbox.run(&["group", "delete", "builders"]);
    assert!(!sandbox.run(&["group", "list"]).contains("builders"));

    let key = sandbox.json(&["key", "create", "--user", "ana"])["AccessKey"].clone();
    let id = key["AccessKeyId"].as_str().unwrap();
    let by_ana = || {
        let mut command = sandbox.client(&["key", "list"]);
        command.envs(sandbox.with_key(&key));
        outcome(command)
    };
    sandbox.run(&["key", "disable", id, "--user", "ana"]);
    assert!(by_ana().fails(1).contains("InvalidAccessKeyId.Inactive"));
    sandbox.run(&["key", "enable", id, "--user", "ana"]);
    assert!(by_ana().fails(1).contains("NoPermission"));
    sandbox.run(&["key", "delete", id, "--user", "ana"]);

    let document = |name: &str, action: &str| {
        let text = r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":"ACTION","Resource":"*"}]}"#;
        let file = folder.path().join(name);
        std::fs::write(&file, text.replace("ACTION", action)).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let [list, all] = [document("list.json", "ram:ListAccessKeys"), document("all.json", "ram:*")];
    sandbox.run(&["policy", "create", "keys", "--document", &list]);
    sandbox.run(&["policy", "update", "keys", "--document", &all]);
    assert!(sandbox.run(&["policy", "show", "keys"]).contains("ram:*"));
    sandbox.run(&["policy", "attach", "keys", "--user", "ana"]);
    assert!(sandbox.run(&["policy", "list", "--user", "ana"]).contains("keys"));
    sandbox.run(&["policy", "detach", "keys", "--user", "ana"]);
    assert!(!sandbox.run(&["policy", "list", "--user", "ana"]).contains("keys"));
    sandbox.run(&["policy", "delete", "keys"]);
    assert!(sandbox.run(&["policy", "list", "--custom"]).lines().count() <= 1);
    sandbox.run(&["user", "delete", "ana"]);
    assert!(sandbox.fails(3, &["user", "show", "ana"]).contains("EntityNotExist.User"));

    let trust = r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
        "Principal":{"RAM":["acs:ram::1234567890123456:root"]}}]}"#;
    let file = folder.path().join("trust.json");
    std::fs::write(&file, trust).unwrap();
    sandbox.run(&["role", "create", "release", "--trust", file.to_str().unwrap()]);
    assert!(sandbox.run(&["role", "show", "release"]).contains("1234567890123456:root"));
    assert!(sandbox.run(&["role", "list"]).contains("release"));
    sandbox.run(&["role", "delete", "release"]);
    assert!(!sandbox.run(&["role", "list"]).contains("release"));
}

impl Sandbox {
    /// The variables of a key, and of its token if it has one.
    fn with_key(&self, told: &Value) -> Vec<(String, String)> {
        let names = [
            ("ALIBABA_CLOUD_ACCESS_KEY_ID", "AccessKeyId"),
            ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "AccessKeySecret"),
            ("ALIBABA_CLOUD_SECURITY_TOKEN", "SecurityToken"),
        ];
        let given =
            |(variable, field): (&str, &str)| Some((variable.to_owned(), told[field].as_str()?.to_owned()));
        names.into_iter().filter_map(given).collect()
    }
}
