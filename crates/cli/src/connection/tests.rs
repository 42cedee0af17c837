//! Which of flags, variables and profile is taken.

use std::collections::BTreeMap;
use std::path::Path;

use super::*;

const CONFIG: &str = r#"{
    "current": "work",
    "profiles": [
        {"name": "default", "mode": "AK", "access_key_id": "default-key", "access_key_secret": "default-secret",
         "region_id": "cn-beijing", "output_format": "json"},
        {"name": "work", "mode": "AK", "access_key_id": "work-key", "access_key_secret": "work-secret",
         "region_id": "cn-shanghai", "endpoint": "images.example.com:8080"},
        {"name": "token", "mode": "StsToken", "access_key_id": "sts-key", "access_key_secret": "sts-secret",
         "sts_token": "x", "region_id": "cn-hangzhou"},
        {"name": "role", "mode": "RamRoleArn", "access_key_id": "role-key", "access_key_secret": "role-secret",
         "ram_role_arn": "acs:ram::1234567890123456:role/builder", "region_id": "cn-hangzhou"}
    ]
}"#;

/// A home with the file, and the variables of a shell.
struct Shell {
    home: tempfile::TempDir,
    variables: BTreeMap<&'static str, String>,
}

impl Shell {
    fn with(config: Option<&str>, variables: &[(&'static str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        if let Some(config) = config {
            std::fs::create_dir(home.path().join(".aliyun")).unwrap();
            std::fs::write(home.path().join(".aliyun/config.json"), config).unwrap();
        }
        let variables = variables.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { home, variables }
    }

    /// Endpoint, region, key; and which secret it is.
    fn find(&self, flags: &ConnectionFlags) -> Result<[String; 4], String> {
        let home = self.home.path().to_str().unwrap().to_owned();
        let environment =
            |name: &str| if name == "HOME" { Some(home.clone()) } else { self.variables.get(name).cloned() };
        let found = Connection::find(flags, &environment);
        let found = found.map_err(|failure| {
            assert_eq!(failure.exit_code(), 2);
            failure.to_string()
        })?;
        let secrets =
            ["default-secret", "work-secret", "sts-secret", "variable-secret", "file-secret", "odd-secret"];
        let signed = found.key.sign_v3(b"text");
        let secret = secrets.into_iter().find(|secret| SigningKey::new(secret).sign_v3(b"text") == signed);
        Ok([found.endpoint.to_string(), found.region, found.access_key_id, secret.unwrap().to_owned()])
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

const VARIABLES: [(&str, &str); 4] = [
    ("ALIBABA_CLOUD_ACCESS_KEY_ID", "variable-key"),
    ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "variable-secret"),
    ("ALIBABA_CLOUD_REGION_ID", "cn-shenzhen"),
    ("ALIBABA_CLOUD_ENDPOINT", "https://variable.example.com"),
];

fn flags() -> ConnectionFlags {
    ConnectionFlags::default()
}

#[test]
fn flags_come_before_variables_before_the_profile() {
    let shell = Shell::with(Some(CONFIG), &[]);
    let work = ["http://images.example.com:8080", "cn-shanghai", "work-key", "work-secret"];
    assert_eq!(shell.find(&flags()).unwrap(), work);

    let shell = Shell::with(Some(CONFIG), &VARIABLES);
    let variables = ["https://variable.example.com", "cn-shenzhen", "variable-key", "variable-secret"];
    assert_eq!(shell.find(&flags()).unwrap(), variables);

    let given = ConnectionFlags {
        endpoint: Some("http://flag:1".to_owned()),
        region: Some("cn-hongkong".to_owned()),
        access_key_id: Some("flag-key".to_owned()),
        access_key_secret_file: Some(shell.file("secret", "file-secret\n")),
        ..flags()
    };
    assert_eq!(shell.find(&given).unwrap(), ["http://flag:1", "cn-hongkong", "flag-key", "file-secret"]);
}

#[test]
fn each_setting_may_come_from_another_place() {
    let shell =
        Shell::with(Some(CONFIG), &[("IMAGEKIN_ENDPOINT", "http://own:1"), ("ALIBABA_CLOUD_REGION_ID", "")]);
    assert_eq!(shell.find(&flags()).unwrap(), ["http://own:1", "cn-shanghai", "work-key", "work-secret"]);
    let shell = Shell::with(None, &VARIABLES[..3]);
    assert_eq!(shell.find(&flags()).unwrap()[0], "http://127.0.0.1:7070");
    let both =
        [VARIABLES[0], VARIABLES[1], VARIABLES[2], VARIABLES[3], ("IMAGEKIN_ENDPOINT", "http://own:1")];
    assert_eq!(Shell::with(None, &both).find(&flags()).unwrap()[0], "http://own:1");
}

#[test]
fn a_profile_is_chosen_by_name() {
    let default = ["http://127.0.0.1:7070", "cn-beijing", "default-key", "default-secret"];
    let shell = Shell::with(Some(CONFIG), &[("ALIBABA_CLOUD_PROFILE", "default")]);
    assert_eq!(shell.find(&flags()).unwrap(), default);
    // By a flag, it comes before the variables: only what it lacks is taken from them.
    let shell = Shell::with(Some(CONFIG), &VARIABLES);
    let named = ConnectionFlags { profile: Some("default".to_owned()), ..flags() };
    let expected = ["https://variable.example.com", "cn-beijing", "default-key", "default-secret"];
    assert_eq!(shell.find(&named).unwrap(), expected);
    let without_current = Shell::with(Some(&CONFIG.replace("\"work\",\n", "\"\",\n")), &[]);
    assert_eq!(without_current.find(&flags()).unwrap(), default);
}

#[test]
fn a_secret_is_only_used_with_its_own_key() {
    let other = ConnectionFlags { access_key_id: Some("other-key".to_owned()), ..flags() };
    let told = Shell::with(Some(CONFIG), &[]).find(&other).unwrap_err();
    assert!(told.contains("no secret for the access key other-key"), "{told}");
    let same = ConnectionFlags { access_key_id: Some("work-key".to_owned()), ..flags() };
    assert_eq!(Shell::with(Some(CONFIG), &[]).find(&same).unwrap()[3], "work-secret");
    // Half a key in the variables does not borrow the other half from the profile.
    for half in &VARIABLES[..2] {
        let told = Shell::with(Some(CONFIG), &[*half]).find(&flags()).unwrap_err();
        assert!(told.contains("secret") && !told.contains("variable-secret"), "{told}");
    }
    let secret_alone = Shell::with(None, &VARIABLES[1..3]);
    assert_eq!(secret_alone.find(&other).unwrap()[2..], ["other-key", "variable-secret"]);
}

#[test]
fn what_is_missing_is_told() {
    let told = Shell::with(None, &VARIABLES[..2]).find(&flags()).unwrap_err();
    assert!(told.contains("--region") && told.contains("ALIBABA_CLOUD_REGION_ID"), "{told}");
    let told = Shell::with(None, &VARIABLES[2..]).find(&flags()).unwrap_err();
    assert!(told.contains("ALIBABA_CLOUD_ACCESS_KEY_ID") && told.contains("--profile"), "{told}");
    let named = |name: &str| ConnectionFlags { profile: Some(name.to_owned()), ..flags() };
    for config in [None, Some(CONFIG)] {
        let told = Shell::with(config, &VARIABLES).find(&named("nobody")).unwrap_err();
        assert!(told.contains("no profile nobody"), "{told}");
    }
    let told = Shell::with(Some(CONFIG), &VARIABLES).find(&named("role")).unwrap_err();
    assert!(told.contains("RamRoleArn") && told.contains("StsToken"), "{told}");
    let absent = ConnectionFlags { access_key_secret_file: Some(Path::new("/nowhere").into()), ..flags() };
    assert!(Shell::with(None, &VARIABLES).find(&absent).unwrap_err().contains("/nowhere"));
    let shell = Shell::with(None, &VARIABLES);
    let empty = ConnectionFlags { access_key_secret_file: Some(shell.file("empty", "\n")), ..flags() };
    assert!(shell.find(&empty).unwrap_err().contains("holds no secret"));
}

#[test]
fn a_broken_file_is_told_without_what_is_in_it() {
    let broken = r#"{"profiles": [{"name": "default", "access_key_secret": 918273645}]}"#;
    let told = Shell::with(Some(broken), &[]).find(&flags()).unwrap_err();
    assert!(told.contains("config.json") && told.contains("line 1"), "{told}");
    assert!(!told.contains("918273645"), "{told}");
}

#[test]
fn a_token_goes_with_the_key_that_it_is_of() {
    let token = ("ALIBABA_CLOUD_SECURITY_TOKEN", "variable-token");
    let shell = Shell::with(Some(CONFIG), &[&VARIABLES[..], &[token]].concat());
    let home = shell.home.path().to_str().unwrap().to_owned();
    let environment = |name: &str| match name {
        "HOME" => Some(home.clone()),
        name => shell.variables.get(name).cloned(),
    };
    let found = |flags: &ConnectionFlags| Connection::find(flags, &environment).unwrap().security_token;
    assert_eq!(found(&flags()).as_deref(), Some("variable-token"));
    let named = |name: &str| ConnectionFlags { profile: Some(name.to_owned()), ..flags() };
    assert_eq!(found(&named("token")).as_deref(), Some("x"));
    assert_eq!(found(&named("work")), None);
}
