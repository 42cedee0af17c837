//! `imagekin serve` and `imagekin quickstart` as a person starts and stops them.

#![expect(clippy::disallowed_methods, reason = "real processes run in real time")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use imagekin_store::{KeyRing, Store, StoreError};
use waiting::{PATIENCE, wait_until};

#[path = "common/waiting.rs"]
mod waiting;

fn imagekin(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command.args(arguments).env("IMAGEKIN_LOG", "warn");
    for name in ["ACCOUNT_ID", "ACCESS_KEY_ID", "ACCESS_KEY_SECRET"] {
        command.env_remove(format!("IMAGEKIN_BOOTSTRAP_{name}"));
    }
    command
}

fn serve(folder: &Path, more: &[&str]) -> Command {
    let mut command = imagekin(&["serve", "--listen", "127.0.0.1:0", "--data-dir"]);
    command.arg(folder).args(more);
    command
}

fn with_key(mut command: Command) -> Command {
    command
        .env("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID", "1234567890123456")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID", "LTAI-first")
        .env("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_SECRET", "of-my-choice");
    command
}

/// A server that is killed when the test fails.
struct Running(Child, String);

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("listening on http://").expect("the line that says where");
        Self(child, address.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.1).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.1).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn signal(&self, signal: &str) {
        let pid = self.0.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
    }

    fn terminate(mut self) -> Option<i32> {
        self.signal("-TERM");
        self.0.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn fails(mut command: Command) -> String {
    let Output { status, stderr, stdout } = command.output().unwrap();
    assert!(!status.success());
    assert_eq!(String::from_utf8_lossy(&stdout), "", "nothing says that it listens");
    String::from_utf8_lossy(&stderr).into_owned()
}

#[test]
fn production_wants_a_key_and_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let told = fails(serve(folder.path(), &[]));
    assert!(told.contains("IMAGEKIN_BOOTSTRAP_ACCESS_KEY_ID"), "{told}");
    let mut half = serve(folder.path(), &[]);
    half.env("IMAGEKIN_BOOTSTRAP_ACCOUNT_ID", "1234567890123456");
    assert!(fails(half).contains("all three"));

    assert_eq!(Running::start(with_key(serve(folder.path(), &[]))).terminate(), Some(0));
    // Later starts do without the variables.
    let running = Running::start(serve(folder.path(), &[]));
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(running.get("/readyz").ends_with("\r\n\r\nready\n"));
    assert_eq!(running.terminate(), Some(0));
}

/// What a sandbox has served has the key that everybody knows: production says how it goes away, and that is so.
#[test]
fn production_wants_the_key_of_the_sandbox_gone() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Running::start(serve(folder.path(), &["--profile", "sandbox"])).terminate(), Some(0));
    let told = fails(serve(folder.path(), &[]));
    let delete = told.lines().find_map(|line| line.trim().strip_prefix("imagekin ")).expect("a command");
    assert_eq!(delete, "account delete-key 1234567890123456 testid");
    let mut command = imagekin(&delete.split(' ').collect::<Vec<_>>());
    assert!(command.arg("--data-dir").arg(folder.path()).output().unwrap().status.success());
    assert!(fails(serve(folder.path(), &[])).contains("there is no access key yet"));
    assert_eq!(Running::start(with_key(serve(folder.path(), &[]))).terminate(), Some(0));
}

#[test]
fn the_secret_is_nowhere_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Running::start(with_key(serve(folder.path(), &[]))).terminate(), Some(0));
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() };
        assert!(!bytes.windows(12).any(|window| window == b"of-my-choice"), "{}", path.display());
    }
}

#[test]
fn the_sandbox_has_a_key_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Running::start(serve(folder.path(), &["--profile", "sandbox"])).terminate(), Some(0));
}

/// Kubernetes tells every pod of a service called imagekin; a misspelt setting is told all the same.
#[test]
fn variables_that_are_no_settings() {
    let folder = tempfile::tempdir().unwrap();
    let mut in_a_pod = with_key(serve(folder.path(), &[]));
    in_a_pod.env("IMAGEKIN_PORT", "tcp://10.0.0.1:7070").env("IMAGEKIN_SERVICE_HOST", "10.0.0.1");
    assert_eq!(Running::start(in_a_pod).terminate(), Some(0));
    let mut misspelt = with_key(serve(folder.path(), &[]));
    misspelt.env("IMAGEKIN_LISSTEN", "127.0.0.1:0");
    assert!(fails(misspelt).contains("lissten"));
}

#[test]
fn one_process_at_a_time_uses_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let running = Running::start(with_key(serve(folder.path(), &[])));
    assert!(fails(serve(folder.path(), &[])).contains("another process is using the data folder"));
    assert_eq!(running.terminate(), Some(0));
}

/// Whoever does not want to wait for what is under way says so.
#[test]
fn a_second_signal_ends_it_at_once() {
    for (signal, code) in [("-TERM", 143), ("-INT", 130)] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = serve(folder.path(), &["--profile", "sandbox"]);
        command
            .env("IMAGEKIN_LIMITS__BODY_MS_MAX", "3600000")
            .env("IMAGEKIN_LIMITS__DRAIN_MS_MAX", "3600000");
        let mut running = Running::start(command);
        let mut busy = TcpStream::connect(&running.1).unwrap();
        busy.write_all(b"POST / HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n")
            .unwrap();
        let mut line = String::new();
        BufReader::new(&busy).read_line(&mut line).unwrap();
        assert!(line.starts_with("HTTP/1.1 100"), "it has begun with the request: {line}");
        running.signal("-TERM");
        wait_until("it takes no connection", PATIENCE, || TcpStream::connect(&running.1).err());
        assert_eq!(running.0.try_wait().unwrap(), None, "it waits for the rest of the request");
        running.signal(signal);
        let status = wait_until("it ends", PATIENCE, || running.0.try_wait().unwrap());
        assert_eq!(status.code(), Some(code));
    }
}

/// A word that is no level would be taken for a module, and nothing else be logged.
#[test]
fn what_is_to_be_logged_is_a_level_or_directives() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for mut command in
        [serve(&data, &["--profile", "sandbox"]), imagekin(&["quickstart"]), imagekin(&["families"])]
    {
        let output = command.env("IMAGEKIN_LOG", "warning").output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(
            told.starts_with("imagekin: IMAGEKIN_LOG cannot be `warning`") && told.contains("warn, info"),
            "{told}"
        );
    }
    assert!(!data.exists());
    let mut command = serve(&data, &["--profile", "sandbox"]);
    command.env("IMAGEKIN_LOG", "warn,imagekin_server=debug");
    assert_eq!(Running::start(command).terminate(), Some(0));
}

#[test]
fn settings_that_do_not_fit_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("imagekin.toml");
    for (text, told) in [
        ("lissten = \"127.0.0.1:0\"", "lissten"),
        ("[limits]\nnonces_max = \"many\"", "nonces_max"),
        ("[import]\nverify = false", "sandbox"),
        ("[limits]\nhead_bytes_max = 1", "8192"),
        ("[limits]\nstreams_max = 0", "streams_max"),
        ("[limits]\nhandshake_ms_max = 0", "handshake_ms_max"),
        ("[limits]\nhead_ms_max = 0", "head_ms_max"),
        ("[limits]\nbody_ms_max = 0", "body_ms_max"),
        ("[limits]\nidle_ms_max = 0", "idle_ms_max"),
        ("[limits]\nwrite_ms_max = 0", "must be at least 1"),
        ("[import]\nsnapshot_bucket = \"Snapshots\"", "3 to 63 of a-z"),
        ("[import]\nsnapshot_bucket = \"a/b\"", "import.snapshot_bucket"),
        ("[import]\ndisk_gib_max = 0", "1 to 2048"),
        ("[import]\ndisk_gib_max = 2049", "1 to 2048"),
        ("[tls]\ncertificate = \"a.pem\"", "--tls-key"),
        ("[tls]\nkey = \"a.pem\"", "--tls-certificate"),
        ("[tls]\nclient_ca = \"a.pem\"", "without a certificate of the service's own"),
        ("[tls]\ncertificate = \"/nowhere.pem\"\nkey = \"/nowhere.pem\"", "cannot read /nowhere.pem"),
    ] {
        std::fs::write(&file, text).unwrap();
        let stderr = fails(with_key(serve(folder.path(), &["--config", file.to_str().unwrap()])));
        assert!(stderr.contains(told), "{stderr}");
    }
    // Not to wait is one way to work.
    std::fs::write(&file, "[limits]\nplace_ms_max = 0\ndrain_ms_max = 0").unwrap();
    let none = with_key(serve(folder.path(), &["--config", file.to_str().unwrap()]));
    assert_eq!(Running::start(none).terminate(), Some(0));
    assert!(fails(serve(folder.path(), &["--config", "/nowhere.toml"])).contains("nowhere.toml"));
    assert!(fails(serve(folder.path(), &["--creation-delay", "1h"])).contains("1h"));
}

#[test]
fn a_schema_of_another_state_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let open = || {
        let key = KeyRing::open(&folder.path().join("master.key"), || [7; 32]).unwrap();
        Store::open(folder.path(), key).map(drop)
    };
    open().unwrap();
    let database = rusqlite::Connection::open(folder.path().join("imagekin.db")).unwrap();
    let sql = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
               SELECT 99, 'the_future', applied_on, checksum FROM refinery_schema_history LIMIT 1";
    database.execute(sql, []).unwrap();
    // What a newer version has added is none of this one's business; what it has taken away is.
    open().unwrap();
    database
        .execute("UPDATE refinery_schema_history SET name = 'contract_it' WHERE version = 99", [])
        .unwrap();
    assert!(matches!(open(), Err(StoreError::SchemaTooNew(_))));
    assert!(fails(with_key(serve(folder.path(), &[]))).contains("newer version of imagekin"));
    // As made between two releases, with more migrations than this one.
    database.execute("UPDATE refinery_schema_history SET checksum = '1' WHERE version = 1", []).unwrap();
    drop(database);
    assert!(matches!(open(), Err(StoreError::SchemaUnreleased(_))));
    assert!(fails(with_key(serve(folder.path(), &[]))).contains("an empty data folder"));
}

#[test]
fn quickstart_shows_a_real_image_resolved() {
    let output = imagekin(&["quickstart", "--once", "--listen", "127.0.0.1:0"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).unwrap();
    for part in
        ["qcow2 image", "curl '", "\"ImageFamily\": \"hangzhou-daily-update\"", "aliyun ecs", "pip install"]
    {
        assert!(told.contains(part), "no {part} in\n{told}");
    }
}

#[test]
fn quickstart_works_without_qemu_img() {
    let mut command = imagekin(&["quickstart", "--once", "--listen", "127.0.0.1:0"]);
    let output = command.env("PATH", "/nowhere").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(output.stdout).unwrap().contains("made by imagekin itself"));
}
