//! A load: kept-alive connections on one thread, each with at most one request under way.

use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail, ensure};
use hdrhistogram::Histogram;
use memchr::memmem;
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

mod open;
pub(super) use open::Offered;

/// How long an answer may take.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(20);
/// The longest latency that is told apart, in nanoseconds.
const LATENCY_MAX: u64 = 60_000_000_000;

/// Connections that are opened while the server has perhaps not taken them yet: one beyond what its system keeps for it
/// would wait for a second.
const UNGREETED_MAX: usize = 256;
/// The longest answer, in bytes: a page of ten images with its head.
const ANSWER_MAX: usize = 32 * 1024;

/// What is asked.
pub(super) trait Work {
    /// Appends the next request to `request`, signed at `now` (seconds since 1970); gives what its answer must have.
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected;

    /// Is told of every answer, as far as what comes next depends on it: what was expected, and the body; none when the
    /// request was turned away.
    fn answered(&mut self, _expected: Expected, _body: Option<&[u8]>) {}

    /// Does the load look for answers without ever sleeping? One that sleeps is woken by the server, which costs it a microsecond or
    /// more on a virtual machine; and the longer a request takes it, the oftener the load sleeps.
    fn never_sleeps(&self) -> bool {
        false
    }
}

/// What an answer must have beside a status of 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// The id of this image.
    Image([u8; 22]),
    /// The id of some image.
    AnyImage,
    /// The id of some image, which this account has asked for.
    Made(u32),
    /// Nothing; this account has asked for it.
    Done(u32),
    /// So many images in all, and so many on its page.
    Page { total: u32, images: usize },
}

/// What stands before the id of an image.
const IMAGE_ID: &[u8] = b"\"ImageId\":\"";
/// What stands in an answer that turns a request away.
const THROTTLED: &[u8] = b"\"Code\":\"Throttling\"";

/// When a load ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    /// After this time.
    Time(Duration),
    /// After so many requests.
    Requests(u64),
}

/// What came of a load.
pub(super) struct Outcome {
    pub(super) requests: u64,
    pub(super) wall: Duration,
    /// How much of that was spent on looking for answers that had not come yet.
    pub(super) looked_in_vain: Duration,
    /// From before a request is written until its answer is read, in nanoseconds.
    pub(super) latency: Histogram<u64>,
}

/// The connections of a load.
pub(super) struct Load {
    poll: Poll,
    connections: Vec<Connection>,
}

struct Connection {
    stream: TcpStream,
    request: Vec<u8>,
    /// As far as `answered` it holds what has come.
    answer: Box<[u8; ANSWER_MAX]>,
    answered: usize,
    expected: Expected,
    /// From when the latency counts.
    sent_at: Instant,
}

/// What a connection has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Got {
    /// Not the whole answer yet.
    Part,
    /// What was expected.
    Answer,
    /// The request was turned away.
    Refusal,
}

/// Asks whether the server is there. When it says so, it has taken this connection and all before it.
fn greet(stream: &mut std::net::TcpStream) -> anyhow::Result<()> {
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")?;
    let (mut answer, mut length) = ([0; ANSWER_MAX], 0);
    while whole_body(&answer[..length])?.is_none() {
        match stream.read(&mut answer[length..])? {
            0 => bail!("the server closed the connection"),
            more => length += more,
        }
    }
    Ok(())
}

impl Load {
    /// Opens so many connections.
    pub(super) fn connect(address: SocketAddr, connections: usize) -> anyhow::Result<Self> {
        Self::connect_to_all(&[address], connections)
    }

    /// Opens so many connections to each of these.
    pub(super) fn connect_to_all(addresses: &[SocketAddr], connections: usize) -> anyhow::Result<Self> {
        let poll = Poll::new()?;
        let mut opened = Vec::new();
        for n in 0..connections * addresses.len() {
            let mut stream = std::net::TcpStream::connect(addresses[n % addresses.len()])?;
            stream.set_nodelay(true)?;
            if (n + 1) % UNGREETED_MAX == 0 {
                greet(&mut stream)?;
            }
            stream.set_nonblocking(true)?;
            let mut stream = TcpStream::from_std(stream);
            poll.registry().register(&mut stream, Token(n), Interest::READABLE)?;
            opened.push(Connection {
                stream,
                request: Vec::with_capacity(2_048),
                answer: Box::new([0; ANSWER_MAX]),
                answered: 0,
                expected: Expected::AnyImage,
                sent_at: Instant::now(),
            });
        }
        Ok(Self { poll, connections: opened })
    }

    /// Keeps a request under way on every connection until the end. Every answer is checked; a wrong one ends all.
    pub(super) fn run(&mut self, work: &mut dyn Work, until: Until) -> anyhow::Result<Outcome> {
        let (begun, mut events) = (Instant::now(), Events::with_capacity(self.connections.len()));
        let mut latency = new_histogram()?;
        let mut now = seconds()?;
        let (mut sent, mut answered) = (0_u64, 0_u64);
        let mut looked_in_vain = Duration::ZERO;
        for connection in &mut self.connections {
            connection.send(work, now)?;
            sent += 1;
        }
        while answered < sent {
            looked_in_vain += self.wait(&mut events, work.never_sleeps())?;
            let at_end = match until {
                Until::Time(time) => begun.elapsed() >= time,
                Until::Requests(requests) => sent >= requests,
            };
            now = seconds()?;
            for event in &events {
                let connection = &mut self.connections[event.token().0];
                match connection.receive(work)? {
                    Got::Part => continue,
                    Got::Answer => latency.saturating_record(connection.took()),
                    Got::Refusal => bail!("the server turned a request away"),
                }
                answered += 1;
                if !at_end {
                    connection.send(work, now)?;
                    sent += 1;
                }
            }
        }
        Ok(Outcome { requests: answered, wall: begun.elapsed(), looked_in_vain, latency })
    }

    /// Waits for answers; tells how long it looked for them in vain.
    fn wait(&mut self, events: &mut Events, never_sleeps: bool) -> anyhow::Result<Duration> {
        if !never_sleeps {
            self.poll.poll(events, Some(ANSWER_TIMEOUT))?;
            ensure!(!events.is_empty(), "no answer came within {ANSWER_TIMEOUT:?}");
            return Ok(Duration::ZERO);
        }
        let begun = Instant::now();
        loop {
            let in_vain = begun.elapsed();
            ensure!(in_vain < ANSWER_TIMEOUT, "no answer came within {ANSWER_TIMEOUT:?}");
            self.poll.poll(events, Some(Duration::ZERO))?;
            if !events.is_empty() {
                return Ok(in_vain);
            }
        }
    }
}

fn new_histogram() -> anyhow::Result<Histogram<u64>> {
    Ok(Histogram::new_with_bounds(1, LATENCY_MAX, 3)?)
}

fn seconds() -> anyhow::Result<i64> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?)
}

impl Connection {
    fn send(&mut self, work: &mut dyn Work, now: i64) -> anyhow::Result<()> {
        self.request.clear();
        self.answered = 0;
        self.expected = work.next(now, &mut self.request);
        self.sent_at = Instant::now();
        let written = self.stream.write(&self.request)?;
        // An empty socket takes more than one request.
        ensure!(written == self.request.len(), "the socket took {written} of {} bytes", self.request.len());
        Ok(())
    }

    /// Since when the latency counts, in nanoseconds.
    fn took(&self) -> u64 {
        u64::try_from(self.sent_at.elapsed().as_nanos()).unwrap_or(LATENCY_MAX)
    }

    /// Reads what has come; if it is the whole answer, `work` is told.
    fn receive(&mut self, work: &mut dyn Work) -> anyhow::Result<Got> {
        loop {
            match self.stream.read(&mut self.answer[self.answered..]) {
                Ok(0) => bail!("the server closed the connection, or its answer is too long"),
                Ok(length) => self.answered += length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(Got::Part),
                Err(error) => return Err(error.into()),
            }
            if let Some(body) = whole_body(self.answer())? {
                let got = self.check(body)?;
                work.answered(self.expected, (got == Got::Answer).then_some(body));
                return Ok(got);
            }
        }
    }

    fn answer(&self) -> &[u8] {
        &self.answer[..self.answered]
    }

    fn check(&self, body: &[u8]) -> anyhow::Result<Got> {
        if self.answer().starts_with(b"HTTP/1.1 400 ") && memmem::find(body, THROTTLED).is_some() {
            return Ok(Got::Refusal);
        }
        let is_expected = match self.expected {
            Expected::Image(expected) => image_id(body) == Some(expected),
            Expected::AnyImage | Expected::Made(_) => image_id(body).is_some(),
            Expected::Done(_) => true,
            Expected::Page { total, images } => {
                let total = format!("\"TotalCount\":{total},");
                memmem::find(body, total.as_bytes()).is_some()
                    && memmem::find_iter(body, IMAGE_ID).count() == images
            }
        };
        let text = String::from_utf8_lossy;
        ensure!(
            is_expected && self.answer().starts_with(b"HTTP/1.1 200 "),
            "a wrong answer:\n{}\nto:\n{}",
            text(self.answer()),
            text(&self.request)
        );
        Ok(Got::Answer)
    }
}

/// The first id of an image in an answer.
pub(super) fn image_id(body: &[u8]) -> Option<[u8; 22]> {
    let at = memmem::find(body, IMAGE_ID)? + IMAGE_ID.len();
    body.get(at..at + 22)?.try_into().ok()
}

/// The body of an answer, if all of it is there.
fn whole_body(answer: &[u8]) -> anyhow::Result<Option<&[u8]>> {
    const LENGTH: &[u8] = b"\r\ncontent-length: ";
    let Some(head_end) = memmem::find(answer, b"\r\n\r\n") else { return Ok(None) };
    let at = memmem::find(&answer[..head_end], LENGTH).context("an answer without content-length")?;
    let digits = answer[at + LENGTH.len()..].iter().take_while(|byte| byte.is_ascii_digit());
    let length = digits.fold(0_usize, |length, digit| length * 10 + usize::from(digit - b'0'));
    let body = &answer[head_end + 4..];
    ensure!(body.len() <= length, "an answer longer than it says");
    Ok((body.len() == length).then_some(body))
}

/// Asks once, on a connection of its own, and gives the body of the answer.
pub(super) fn ask(address: SocketAddr, work: &mut dyn Work) -> anyhow::Result<Vec<u8>> {
    let mut load = Load::connect(address, 1)?;
    load.run(work, Until::Requests(1))?;
    let body = whole_body(load.connections[0].answer())?;
    Ok(body.context("an answer")?.to_vec())
}
