//! HTTPS: what this machine trusts is trusted, and nothing else.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::harness::{client, outcome};

/// `openssl s_server` with a certificate of its own, which sends what its standard input has.
struct Server(Child);

impl Server {
    /// Starts it; gives its port as well.
    fn start(certificate: &Path, key: &Path) -> (Self, String) {
        let mut command = Command::new("openssl");
        command.args(["s_server", "-accept", "127.0.0.1:0", "-cert"]).arg(certificate).arg("-key").arg(key);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let body = r#"{"RequestId":"R-1","Image":{"ImageId":"m-1"}}"#;
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        child.stdin.as_mut().unwrap().write_all(answer.as_bytes()).unwrap();
        let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines().map_while(Result::ok);
        let port = lines.find_map(|line| line.strip_prefix("ACCEPT 127.0.0.1:").map(str::to_owned)).unwrap();
        (Self(child), port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_certificate_that_the_machine_trusts_is_trusted() {
    if Command::new("openssl").arg("version").stdout(Stdio::null()).status().is_err() {
        eprintln!("skipped: openssl is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("certificate.pem"), folder.path().join("key.pem"));
    let mut make = Command::new("openssl");
    make.args([
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "1",
    ]);
    make.args(["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]);
    make.args(["-addext", "basicConstraints=critical,CA:FALSE", "-out"])
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key);
    assert!(make.stderr(Stdio::null()).status().unwrap().success());

    let (_server, port) = Server::start(&certificate, &key);
    let endpoint = format!("https://127.0.0.1:{port}");
    let resolve = ["resolve", "base", "--endpoint", &endpoint];
    let mut trusting = client("", &resolve);
    trusting.env("SSL_CERT_FILE", &certificate);
    assert_eq!(outcome(trusting).ok(), "m-1\n");
    let told = outcome(client("", &resolve)).fails(4);
    assert!(told.contains("certificate"), "{told}");
}
