//! A service that answers as a test wants it: what no real one does when it is asked to.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What a client sent.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// The request line and the headers.
    pub(crate) head: String,
}

impl Received {
    /// A header; empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .next()
            .unwrap_or("")
    }

    pub(crate) fn action(&self) -> &str {
        self.header("x-acs-action")
    }

    /// A parameter, as it is encoded; empty if it is not there.
    pub(crate) fn param(&self, name: &str) -> &str {
        let query = self.head.split(['?', ' ']).nth(2).unwrap_or_default();
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next().unwrap_or_default()
    }
}

/// An answer.
pub(crate) struct Answer {
    status: u16,
    headers: String,
    body: String,
}

impl Answer {
    pub(crate) fn json(body: &serde_json::Value) -> Self {
        Self::new(200, &body.to_string())
    }

    pub(crate) fn new(status: u16, body: &str) -> Self {
        Self { status, headers: String::new(), body: body.to_owned() }
    }

    pub(crate) fn error(status: u16, code: &str) -> Self {
        Self::new(status, &format!(r#"{{"RequestId":"R-1","Code":"{code}","Message":"In words."}}"#))
    }

    /// No answer: the connection is closed.
    pub(crate) fn none() -> Self {
        Self::new(0, "")
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers += &format!("{name}: {value}\r\n");
        self
    }
}

/// The service. It ends with the process.
pub(crate) struct Fake {
    pub(crate) address: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Fake {
    /// Answers each request by `answer`, which is told how many came before.
    pub(crate) fn start(mut answer: impl FnMut(&Received, usize) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&received);
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let mut socket = socket.unwrap();
                let Some(request) = read(&mut socket) else { continue };
                let before = kept.lock().unwrap().len();
                let answer = answer(&request, before);
                kept.lock().unwrap().push(request);
                write(&mut socket, &answer);
            }
        });
        Self { address, received }
    }

    /// What has come so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

/// Reads a request, which has no body.
fn read(socket: &mut TcpStream) -> Option<Received> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        socket.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    Some(Received { head: String::from_utf8(head).unwrap() })
}

fn write(socket: &mut TcpStream, answer: &Answer) {
    let Answer { status, headers, body } = answer;
    if *status > 0 {
        let length = body.len();
        let _ = write!(
            socket,
            "HTTP/1.1 {status} Status\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"
        );
    }
}
