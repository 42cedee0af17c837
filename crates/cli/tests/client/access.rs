//! The commands of docs/access.md, as they stand there, and what is refused to whom afterwards.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Outcome, outcome};
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
    let told = sandbox.type_in(folder.path(), "versions", &[]);
    assert!(told.contains("v2") && told.contains("v1\tyes"), "{told}");
    assert!(sandbox.run(&["policy", "version", "list", "build-images"]).starts_with("v2\tyes"));
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

/// Writes a file, and gives its path as a command takes it.
fn file(folder: &Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

/// A policy that allows one action on everything.
fn allows(action: &str) -> String {
    json!({"Version": "1", "Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}).to_string()
}

/// A trust policy: every user of the account may assume the role, if it knows `external_id`, where there is one.
fn trusts(external_id: Option<&str>) -> String {
    let mut statement = json!({
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:root"]},
    });
    if let Some(id) = external_id {
        statement["Condition"] = json!({"StringEquals": {"sts:ExternalId": id}});
    }
    json!({"Version": "1", "Statement": [statement]}).to_string()
}

/// What a command has made, another one changes.
#[test]
fn what_is_made_is_changed() {
    let (sandbox, folder) = (Sandbox::start(), tempfile::tempdir().unwrap());
    sandbox.run(&["user", "create", "ana", "--comments", "builds"]);
    sandbox.run(&["group", "create", "builders"]);
    sandbox.run(&["group", "add", "builders", "ana"]);
    let change = ["--new-name", "anna", "--display-name", "Anna", "--comments", ""];
    let user = sandbox.json(&[&["user", "update", "ana"], &change[..]].concat())["User"].clone();
    assert_eq!([&user["UserName"], &user["DisplayName"], &user["Comments"]], ["anna", "Anna", ""]);
    assert!(sandbox.fails(3, &["user", "show", "ana"]).contains("EntityNotExist.User"));
    let change = ["--new-name", "makers", "--comments", "make images"];
    let group = sandbox.json(&[&["group", "update", "builders"], &change[..]].concat())["Group"].clone();
    assert_eq!([&group["GroupName"], &group["Comments"]], ["makers", "make images"]);
    assert!(sandbox.run(&["group", "members", "makers"]).contains("anna"));

    let [all, visitors] = [("all.json", None), ("visitors.json", Some("visitors"))]
        .map(|(name, external_id)| file(folder.path(), name, &trusts(external_id)));
    sandbox.run(&["role", "create", "release", "--trust", &all, "--max-session-duration", "7200"]);
    let role = || sandbox.json(&["role", "show", "release"])["Role"].clone();
    assert_eq!(role()["MaxSessionDuration"], 7200);
    sandbox.run(&["role", "update", "release", "--max-session-duration", "10800", "--description", "d"]);
    let changed = role();
    assert_eq!((&changed["MaxSessionDuration"], &changed["Description"]), (&json!(10800), &json!("d")));
    assert_eq!(changed["AssumeRolePolicyDocument"], trusts(None));
    sandbox.run(&["role", "update", "release", "--trust", &visitors, "--description", ""]);
    let changed = role();
    assert_eq!((&changed["MaxSessionDuration"], &changed["Description"]), (&json!(10800), &json!("")));
    assert_eq!(changed["AssumeRolePolicyDocument"], trusts(Some("visitors")));
}

/// The external id proves what the trust policy asks for; a policy of the session takes from what the role may do.
#[test]
fn a_session_knows_its_external_id_and_may_do_less() {
    let (sandbox, folder) = (Sandbox::start(), tempfile::tempdir().unwrap());
    let trust = file(folder.path(), "trust.json", &trusts(Some("visitors")));
    sandbox.run(&["role", "create", "release", "--trust", &trust]);
    sandbox.run(&["policy", "attach", "AliyunECSFullAccess", "--system", "--role", "release"]);
    let ana = sandbox.user_with_key("ana", "AliyunSTSAssumeRoleAccess");
    let assume = |more: &[&str]| {
        let arn = "acs:ram::1234567890123456:role/release";
        sandbox.by(&ana, &[&["role", "assume", arn, "--output", "json"], more].concat())
    };
    let session = |assumed: Outcome| -> Value {
        serde_json::from_str::<Value>(&assumed.ok()).unwrap()["Credentials"].clone()
    };
    assert!(assume(&[]).fails(1).contains("NoPermission"));
    assert!(assume(&["--external-id", "others"]).fails(1).contains("NoPermission"));
    let share = ["images", "share", "m-1", "--public"];
    let whole = session(assume(&["--external-id", "visitors"]));
    assert!(sandbox.by(&whole, &share).fails(3).contains("InvalidImageId.NotFound"));
    let policy = file(folder.path(), "session.json", &allows("ecs:DescribeImages"));
    let part = session(assume(&["--external-id", "visitors", "--policy", &policy]));
    sandbox.by(&part, &["images", "list"]).ok();
    assert!(sandbox.by(&part, &share).fails(1).contains("Forbidden.RAM"));
    let long = ["--external-id", "visitors", "--duration", "7200"];
    assert!(assume(&long).fails(1).contains("InvalidParameter.DurationSeconds"));
    sandbox.run(&["role", "update", "release", "--max-session-duration", "7200"]);
    assume(&long).ok();
}

#[test]
fn versions_of_a_policy_are_made_chosen_and_deleted() {
    let (sandbox, folder) = (Sandbox::start(), tempfile::tempdir().unwrap());
    let [list, all] = [("list.json", "ram:ListAccessKeys"), ("all.json", "ram:*")]
        .map(|(name, action)| file(folder.path(), name, &allows(action)));
    sandbox.run(&["policy", "create", "keys", "--document", &list]);
    let version = |arguments: &[&str]| sandbox.run(&[&["policy", "version"], arguments].concat());
    let refused = |arguments: &[&str]| sandbox.fails(1, &[&["policy", "version"], arguments].concat());
    let versions = || {
        let told = version(&["list", "keys"]);
        told.lines().map(|line| line.split('\t').take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let create = ["create", "keys", "--document", &*all];
    assert_eq!(version(&create), "v2");
    assert_eq!(versions(), ["v1 yes", "v2 no"]);
    assert!(sandbox.run(&["policy", "show", "keys"]).contains("ram:ListAccessKeys"));
    version(&["set-default", "keys", "v2"]);
    assert!(sandbox.run(&["policy", "show", "keys"]).contains("ram:*"));
    assert!(version(&["show", "keys", "v1"]).contains("ram:ListAccessKeys"));
    assert!(refused(&["delete", "keys", "v2"]).contains("DeleteConflict.Policy.Version.Default"));
    version(&["delete", "keys", "v1"]);
    assert_eq!(versions(), ["v2 yes"]);
    for number in 3..7 {
        assert_eq!(version(&create), format!("v{number}"));
    }
    assert!(refused(&create).contains("LimitExceeded.Policy.Version"));
    assert_eq!(version(&[&create[..], &["--delete-oldest", "--set-as-default"]].concat()), "v7");
    assert_eq!(versions(), ["v2 no", "v4 no", "v5 no", "v6 no", "v7 yes"]);
    assert!(version(&["list", "ReadOnlyAccess", "--system"]).starts_with("v1\tyes\t"));
    assert!(version(&["show", "ReadOnlyAccess", "v1", "--system"]).contains("*:Describe*"));
}

/// The old key goes on until somebody disables it; where it has leaked, at once no more.
#[test]
fn a_key_gives_way_to_the_next() {
    let sandbox = Sandbox::start();
    let old = sandbox.user_with_key("ana", "AliyunRAMFullAccess");
    let id = |key: &Value| key["AccessKeyId"].as_str().unwrap().to_owned();
    let made = sandbox.json(&["key", "rotate", &id(&old), "--user", "ana"])["AccessKey"].clone();
    for key in [&old, &made] {
        assert_eq!(sandbox.by(key, &["key", "list"]).ok().matches("Active").count(), 2);
    }
    let refused = sandbox.fails(1, &["key", "rotate", &id(&old), "--user", "ana"]);
    assert!(refused.contains(&format!("`imagekin key delete {} --user ana`", id(&made))), "{refused}");
    let refused = sandbox.fails(3, &["key", "rotate", "nobodys-key", "--user", "ana"]);
    assert!(refused.contains("ana has no access key nobodys-key"), "{refused}");
    sandbox.run(&["key", "delete", &id(&old), "--user", "ana"]);

    // By its owner, with itself.
    let leaked = sandbox.by(&made, &["key", "rotate", &id(&made), "--disable", "--output", "json"]).ok();
    let next = serde_json::from_str::<Value>(&leaked).unwrap()["AccessKey"].clone();
    assert!(sandbox.by(&made, &["key", "list"]).fails(1).contains("InvalidAccessKeyId.Inactive"));
    assert!(sandbox.by(&next, &["key", "list"]).ok().contains(&format!("{}\tInactive", id(&made))));
    // A person is told what is left to be done.
    sandbox.run(&["key", "delete", &id(&made), "--user", "ana"]);
    let told = outcome(sandbox.client(&["key", "rotate", &id(&next), "--user", "ana", "-o", "table"]));
    let disable = format!("`imagekin key disable {} --user ana`", id(&next));
    assert!(told.stderr.contains(&disable), "{}", told.stderr);
    assert!(told.ok().contains("secret"));
}

impl Sandbox {
    /// What becomes of a command with another key.
    fn by(&self, key: &Value, arguments: &[&str]) -> Outcome {
        let mut command = self.client(arguments);
        command.envs(self.with_key(key));
        outcome(command)
    }

    /// Makes a user that has a policy of the system's; gives a key of it.
    fn user_with_key(&self, name: &str, policy: &str) -> Value {
        self.run(&["user", "create", name]);
        self.run(&["policy", "attach", policy, "--system", "--user", name]);
        self.json(&["key", "create", "--user", name])["AccessKey"].clone()
    }

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
