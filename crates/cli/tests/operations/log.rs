//! The log: each line is an event of the server's own, whatever clients send.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::client::Client;
use crate::command::{imagekin, with_log};
use crate::server::Server;

/// Begins a line that looks like one of the log, clears the screen, turns the order of letters, and ends a text.
const FORGED: &str =
    "a\n2026-01-01T00:00:00.000000Z ERROR forged: all is lost\r\u{1b}[2J\u{85}\u{2028}\u{202e}\"'";

/// Sends a request as it is and waits for whatever is answered.
fn send(address: &str, head: &str) {
    let mut stream = TcpStream::connect(address).expect("a server");
    stream.write_all(format!("{head}connection: close\r\n\r\n").as_bytes()).expect("it listens");
    let _ = stream.read_to_end(&mut Vec::new());
}

/// The text as an address has it.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Is it what the server writes before each event: a time and a level?
fn is_an_event(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_time = words.next().is_some_and(|word| word.len() == 27 && word.ends_with('Z'));
    is_time && words.next().is_some_and(|word| ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"].contains(&word))
}

#[test]
fn no_client_writes_a_line_of_the_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("log");
    let mut command = imagekin();
    command.env("IMAGEKIN_LOG", "trace");
    let server = Server::start_with_log(command, folder.path(), &log);

    let mut client = Client::new(&server.address, 1);
    for name in [
        "ImageFamily",
        "ImageName",
        "ImageId",
        "RegionId",
        "Tag.1.Key",
        "ClientToken",
        "Filter.1.Value",
        FORGED,
    ] {
        for action in ["DescribeImages", "DescribeImageFromFamily", "CreateImage", FORGED] {
            client.call(action, &[(name, FORGED)]);
        }
    }
    client.call("CreateUser", &[("UserName", FORGED)]);
    client.call("AssumeRole", &[("RoleArn", FORGED), ("RoleSessionName", FORGED)]);
    let disk =
        [("DiskDeviceMapping.1.OSSBucket", "golden-images"), ("DiskDeviceMapping.1.OSSObject", FORGED)];
    client.call("ImportImage", &disk);
    let text = encoded(FORGED);
    for target in
        [format!("/?Action={text}&AccessKeyId={text}&Signature={text}"), format!("/{text}?{text}={text}")]
    {
        for header in [
            "authorization: ACS3-HMAC-SHA256 Credential=\u{85}\u{202e},SignedHeaders=host,Signature=\t",
            "authorization: OSS \u{85}\u{2028}:\u{202e}",
            "authorization: AWS4-HMAC-SHA256 Credential=\u{85}/20260101/\u{2028}/s3/aws4_request,SignedHeaders=host,Signature=\u{202e}",
            "x-acs-action: \u{85}\u{2028}\u{202e}\nforged: 1",
        ] {
            let address = &server.address;
            send(
                address,
                &format!(
                    "GET {target} HTTP/1.1\r\nhost: {address}\u{202e}\r\nuser-agent: \u{85}\r\n{header}\r\n"
                ),
            );
        }
    }
    server.stop();
    let told = std::fs::read_to_string(&log).expect("text");
    for line in told.lines() {
        assert!(is_an_event(line), "a line of its own: {line:?}\nin\n{told}");
        assert!(line.chars().all(|c| !c.is_control() && !"\u{2028}\u{202e}".contains(c)), "{line:?}");
    }
    assert!(told.lines().count() > 20, "hardly anything is logged:\n{told}");
}

/// So `journalctl -p warning` shows what an operator must see. Whoever has inherited the variable of a service, and writes
/// elsewhere, writes for people.
#[test]
fn the_journal_is_told_how_bad_each_line_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("log");
    let journal = File::create(&log).and_then(|file| file.metadata()).expect("a file");
    let read = || std::fs::read_to_string(&log).expect("text");
    let with_journal = |inode: u64| {
        let mut command = with_log("info");
        command.env("JOURNAL_STREAM", format!("{}:{inode}", journal.dev()));
        command
    };
    Server::start_with_log(with_journal(journal.ino()), folder.path(), &log).stop();
    let told = read();
    let has_priority = |line: &str| ["<3>", "<4>", "<6>"].iter().any(|priority| line.starts_with(priority));
    assert!(told.lines().all(has_priority), "{told}");
    assert!(told.lines().any(|line| line.starts_with("<6>") && line.contains("Stopping")), "{told}");
    Server::start_with_log(with_journal(journal.ino() + 1), folder.path(), &log).stop();
    assert!(read().contains("Stopping") && read().lines().all(is_an_event), "{}", read());

    // What does not begin is told there, too.
    let fails = |mut command: Command, code: i32, arguments: &[&str]| {
        let errors = File::create(&log).expect("a file");
        let status = command.args(arguments).stderr(errors).status().expect("the binary is built");
        assert_eq!(status.code(), Some(code), "{}", read());
        assert!(read().starts_with("<3>imagekin: ") && read().lines().all(has_priority), "{}", read());
    };
    fails(with_journal(journal.ino()), 1, &["serve", "--config", "/nowhere.toml"]);
    fails(with_journal(journal.ino()), 2, &["check", "--data-dir", "/nowhere"]);
    let mut command = with_journal(journal.ino());
    command.env("IMAGEKIN_LOG", "warning");
    fails(command, 2, &["serve"]);
}
