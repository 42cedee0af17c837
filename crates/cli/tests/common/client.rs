//! A client that signs, and tells a refusal from an answer that did not come.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use serde_json::Value;

pub(crate) const REGION: &str = "cn-hangzhou";
/// Longest wait for an answer: longer than a server waits for its database.
const ANSWER_MAX: Duration = Duration::from_secs(45);

/// What became of a call.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// It was answered.
    Done(Value),
    /// It was refused with this code: it has changed nothing.
    Refused(String),
    /// It may have been carried out or not.
    Doubtful(Doubt),
}

/// Why nobody knows what became of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Nobody listens there: it was not even sent, and so not carried out.
    NotSent,
    /// The connection was lost before the answer was there.
    Lost(String),
    /// The server has failed, and says so with this code.
    Failed(String),
}

impl std::fmt::Display for Doubt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotSent => f.write_str("nobody listens there"),
            Self::Lost(why) => write!(f, "no answer came: {why}"),
            Self::Failed(code) => write!(f, "the server failed with {code}"),
        }
    }
}

/// A client of a service.
pub(crate) struct Client {
    /// Which server it calls.
    pub(crate) address: String,
    agent: ureq::Agent,
    access_key_id: &'static str,
    key: SigningKey,
    /// The token of a temporary key.
    pub(crate) security_token: Option<String>,
    number: u64,
    nonces: u64,
    /// By how many seconds its clock is wrong.
    pub(crate) clock_offset_s: i64,
}

impl Client {
    /// A client of its own number: its nonces are nobody else's.
    pub(crate) fn new(address: &str, number: u64) -> Self {
        Self::with_key(address, number, ("testid", "testsecret"))
    }

    /// The same with another access key.
    pub(crate) fn with_key(
        address: &str,
        number: u64,
        (access_key_id, secret): (&'static str, &str),
    ) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent = config.timeout_global(Some(ANSWER_MAX)).build().into();
        let key = SigningKey::new(secret);
        Self {
            address: address.to_owned(),
            agent,
            access_key_id,
            key,
            security_token: None,
            number,
            nonces: 0,
            clock_offset_s: 0,
        }
    }

    pub(crate) fn call(&mut self, action: &str, params: &[(&str, &str)]) -> Outcome {
        let request = self.signed(action, params);
        self.send(&request)
    }

    /// A request, as it is sent to any server.
    pub(crate) fn signed(&mut self, action: &str, params: &[(&str, &str)]) -> String {
        self.nonces += 1;
        let nonce = format!("{}-{}", self.number, self.nonces);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let now = i64::try_from(now).unwrap() + self.clock_offset_s;
        let signer = Signer {
            access_key_id: self.access_key_id,
            key: &self.key,
            security_token: self.security_token.as_deref(),
            service: service_of(action),
            now,
            nonce: &nonce,
        };
        let mut all = vec![("RegionId", REGION), ("Format", "JSON")];
        all.retain(|(name, _)| params.iter().all(|(given, _)| given != name));
        all.extend_from_slice(params);
        signer.v1("GET", action, &all)
    }

    /// Sends a request, which may have been sent before.
    pub(crate) fn send(&self, request: &str) -> Outcome {
        let url = format!("http://{}/?{request}", self.address);
        match self.get(&url) {
            Ok((_, value)) if value.get("Code").is_none() => Outcome::Done(value),
            Ok((status, value)) => {
                let code = value["Code"].as_str().unwrap_or_default().to_owned();
                if status < 500 { Outcome::Refused(code) } else { Outcome::Doubtful(Doubt::Failed(code)) }
            }
            Err(error) => Outcome::Doubtful(match &error {
                ureq::Error::Io(io) if io.kind() == std::io::ErrorKind::ConnectionRefused => Doubt::NotSent,
                _ => Doubt::Lost(error.to_string()),
            }),
        }
    }

    /// Status and body of an answer that has come whole.
    fn get(&self, url: &str) -> Result<(u16, Value), ureq::Error> {
        let mut response = self.agent.get(url).call()?;
        let text = response.body_mut().read_to_string()?;
        let value = serde_json::from_str(&text).map_err(std::io::Error::from)?;
        Ok((response.status().as_u16(), value))
    }
}

/// The service that an action is of.
fn service_of(action: &str) -> Service {
    let known = imagekin_server::actions::describe().find(|known| known.name == action);
    known.map_or(Service::Ecs, |known| known.service)
}
