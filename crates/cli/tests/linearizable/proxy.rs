//! A planted bug: a proxy between clients and a node that answers from memory which head a family has.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// So many answers come from memory before the node is asked again.
const STALE_ANSWERS: u32 = 3;

/// The proxy. It ends with the process.
pub(crate) struct Proxy {
    address: String,
    told: Arc<AtomicU64>,
}

/// What is kept of a family.
struct Kept {
    answer: Vec<u8>,
    left: u32,
}

type Memory = Mutex<HashMap<String, Kept>>;

impl Proxy {
    /// A proxy before the node of this address.
    pub(crate) fn before(node: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let told = Arc::<AtomicU64>::default();
        let (node, memory, telling) = (node.to_owned(), Arc::<Memory>::default(), Arc::clone(&told));
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(std::result::Result::ok) {
                let (node, memory, told) = (node.clone(), Arc::clone(&memory), Arc::clone(&telling));
                // A client or a node that hangs up ends it.
                std::thread::spawn(move || pass(client, &node, &memory, &told));
            }
        });
        Self { address, told }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Answers that came from memory.
    pub(crate) fn stale_answers(&self) -> u64 {
        self.told.load(Ordering::SeqCst)
    }
}

/// Passes the calls of a client on, one after the other.
fn pass(mut client: TcpStream, node: &str, memory: &Memory, told: &AtomicU64) -> Result<()> {
    let mut node = TcpStream::connect(node)?;
    let (mut calls, mut answers) = (BufReader::new(client.try_clone()?), BufReader::new(node.try_clone()?));
    loop {
        let call = message(&mut calls)?;
        let Some(family) = family_resolved(&call) else {
            node.write_all(&call)?;
            client.write_all(&message(&mut answers)?)?;
            continue;
        };
        let mut kept = memory.lock().unwrap();
        let answer = match kept.get_mut(&family).filter(|kept| kept.left > 0) {
            Some(kept) => {
                kept.left -= 1;
                told.fetch_add(1, Ordering::SeqCst);
                kept.answer.clone()
            }
            None => {
                node.write_all(&call)?;
                let answer = message(&mut answers)?;
                kept.insert(family, Kept { answer: answer.clone(), left: STALE_ANSWERS });
                answer
            }
        };
        drop(kept);
        client.write_all(&answer)?;
    }
}

/// The next request or answer, with its body; an error when the connection is at its end.
fn message(from: &mut BufReader<TcpStream>) -> Result<Vec<u8>> {
    let (mut message, mut length) = (Vec::new(), 0);
    loop {
        let mut line = Vec::new();
        if from.read_until(b'\n', &mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        message.extend_from_slice(&line);
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if line.trim_end().is_empty() {
            from.take(length).read_to_end(&mut message)?;
            return Ok(message);
        }
    }
}

/// The family that a request asks the head of.
fn family_resolved(request: &[u8]) -> Option<String> {
    let line = String::from_utf8_lossy(request.split(|byte| *byte == b'\r').next()?).into_owned();
    let query = line.split(' ').nth(1)?.split_once('?')?.1.to_owned();
    let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    (value("Action")? == "DescribeImageFromFamily").then(|| value("ImageFamily").map(str::to_owned))?
}
