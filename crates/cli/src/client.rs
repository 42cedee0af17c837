//! A client of the public API: signs a request as ACS3-HMAC-SHA256, sends it, and reads the answer.

use std::sync::Arc;
use std::time::Duration;

use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_server::actions::is_read;
use imagekin_server::{Clock, OsRandom, Random, SystemClock};
use serde_json::Value;
use ureq::http::Response;
use ureq::tls::{Certificate, ClientCert, RootCerts, TlsConfig};
use ureq::{Agent, Body};

use crate::connection::{Connection, Endpoint};
use crate::failure::{Failure, is_throttled};

/// How long a connection may take to be there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the answer to one request may take, all in all.
const CALL_TIMEOUT: Duration = Duration::from_secs(60);
/// How long it waits to ask again, if the service does not say.
const RETRY_PAUSE: Duration = Duration::from_secs(1);
/// The longest that the service can make it wait.
const RETRY_PAUSE_MAX: Duration = Duration::from_secs(30);
/// When to ask again, in milliseconds: the header that the aliyun CLI follows.
const RETRY_AFTER: &str = "x-acs-retry-after";
/// What names a write, so that the service knows it again.
const CLIENT_TOKEN: &str = "ClientToken";
/// Largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: u64 = 64 << 20;
/// How much of an answer that is no answer is shown, in characters.
const EXCERPT_CHARS: usize = 200;

/// One call: an action and its parameters.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    service: Service,
    action: &'static str,
    params: Vec<(String, String)>,
}

impl Request {
    /// A call of ECS without parameters.
    pub(crate) fn new(action: &'static str) -> Self {
        Self { service: Service::Ecs, action, params: Vec::new() }
    }

    /// A call of RAM without parameters.
    pub(crate) fn ram(action: &'static str) -> Self {
        Self { service: Service::Ram, ..Self::new(action) }
    }

    /// A call of STS without parameters.
    pub(crate) fn sts(action: &'static str) -> Self {
        Self { service: Service::Sts, ..Self::new(action) }
    }

    /// With one more parameter.
    pub(crate) fn with(mut self, name: &str, value: &(impl ToString + ?Sized)) -> Self {
        self.params.push((name.to_owned(), value.to_string()));
        self
    }

    /// With the parameter, if there is a value for it.
    pub(crate) fn with_some(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, &value),
            None => self,
        }
    }

    /// With `name=true`, if it is so.
    pub(crate) fn with_flag(self, name: &str, is_set: bool) -> Self {
        self.with_some(name, is_set.then_some("true"))
    }

    /// With `name.1`, `name.2` and so on.
    pub(crate) fn with_list(self, name: &str, values: &[String]) -> Self {
        let numbered = (1..).zip(values);
        numbered.fold(self, |request, (n, value)| request.with(&format!("{name}.{n}"), value))
    }

    /// With the tags, each `key=value`.
    pub(crate) fn with_tags(self, tags: &[(String, String)]) -> Self {
        (1..).zip(tags).fold(self, |request, (n, (key, value))| {
            request.with(&format!("Tag.{n}.Key"), key).with(&format!("Tag.{n}.Value"), value)
        })
    }

    /// With a ClientToken, so that it is done once however often it is sent.
    pub(crate) fn once(self) -> Self {
        self.with(CLIENT_TOKEN, &format!("{:032x}", OsRandom.bits()))
    }

    /// Does it do the same when it is sent again after it may have been carried out? What only looks does, and what has a
    /// ClientToken.
    fn is_repeatable(&self) -> bool {
        is_read(self.action) || self.params.iter().any(|(name, _)| name == CLIENT_TOKEN)
    }
}

/// Calls one service with one key. Clones share their connections.
#[derive(Clone)]
pub(crate) struct Client(Arc<Inner>);

struct Inner {
    agent: Agent,
    endpoint: Endpoint,
    access_key_id: String,
    key: SigningKey,
    security_token: Option<String>,
}

impl Client {
    /// A client; nothing is sent yet.
    pub(crate) fn new(connection: Connection) -> Self {
        let Connection { endpoint, certificate, access_key_id, key, security_token, .. } = connection;
        Self(Arc::new(Inner {
            agent: agent(&endpoint, certificate),
            endpoint,
            access_key_id,
            key,
            security_token,
        }))
    }

    /// Sends the request; gives the answer. A service that is busy is asked once more, when it says, unless that might do the same
    /// thing twice.
    ///
    /// # Errors
    /// [`Failure::Refused`] with the service's own words; [`Failure::Unreachable`] if there is no answer of this API.
    pub(crate) async fn send(&self, request: &Request) -> Result<Value, Failure> {
        let mut answer = self.send_once(request).await?;
        if let Some(pause) = answer.retry_after(request.is_repeatable()) {
            tokio::time::sleep(pause).await;
            answer = self.send_once(request).await?;
        }
        answer.read(&self.0.endpoint, request.action)
    }

    async fn send_once(&self, request: &Request) -> Result<Answer, Failure> {
        let (inner, request) = (Arc::clone(&self.0), request.clone());
        let sent = tokio::task::spawn_blocking(move || inner.exchange(&request)).await;
        sent.map_err(|error| Failure::Failed(format!("the request was given up: {error}")))?
    }
}

impl Inner {
    fn exchange(&self, request: &Request) -> Result<Answer, Failure> {
        let nonce = format!("{:032x}", OsRandom.bits());
        let signer = Signer {
            access_key_id: &self.access_key_id,
            key: &self.key,
            security_token: self.security_token.as_deref(),
            service: request.service,
            now: SystemClock.now().as_seconds(),
            nonce: &nonce,
        };
        let params: Vec<(&str, &str)> =
            request.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let signed = signer.v3("POST", &self.endpoint.authority, request.action, &params, b"");
        let mut post = self.agent.post(format!("{}/?{}", self.endpoint, signed.query));
        for (name, value) in signed.headers {
            post = post.header(name, value);
        }
        // As it was signed, whatever the port.
        post = post.header("host", &self.endpoint.authority).header("accept", "application/json");
        let answer = post.send_empty().and_then(Answer::of);
        answer.map_err(|error| Failure::Unreachable(format!("cannot reach {}: {error}", self.endpoint)))
    }
}

fn agent(endpoint: &Endpoint, certificate: Option<ClientCert>) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        // A request is signed for one host: it must not be sent on to another.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_connect(Some(CONNECT_TIMEOUT))
        .timeout_global(Some(CALL_TIMEOUT))
        .user_agent(concat!("imagekin/", env!("CARGO_PKG_VERSION")));
    if endpoint.is_loopback() {
        config = config.proxy(None);
    }
    if endpoint.https {
        config = config.tls_config(tls(certificate));
    }
    config.build().into()
}

/// TLS by aws-lc, which signs here already, trusting what this machine trusts: a service of one's own often has a
/// certificate of one's own. `SSL_CERT_FILE` names other ones.
fn tls(certificate: Option<ClientCert>) -> TlsConfig {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<Certificate<'static>> =
        trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&trusted))
        .client_cert(certificate)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build()
}

/// An answer as it came.
struct Answer {
    status: u16,
    /// When the service wants to be asked again, in milliseconds from now.
    retry_after_ms: Option<u64>,
    body: String,
}

impl Answer {
    fn of(mut response: Response<Body>) -> Result<Self, ureq::Error> {
        let header = response.headers().get(RETRY_AFTER);
        let retry_after_ms = header.and_then(|value| value.to_str().ok()?.parse().ok());
        let body =
            response.body_mut().with_config().limit(ANSWER_BYTES_MAX).lossy_utf8(true).read_to_string()?;
        Ok(Self { status: response.status().as_u16(), retry_after_ms, body })
    }

    /// How long to wait before the request is sent again; `None` if that makes no sense. Who throttles has done nothing; after a
    /// 503 nobody knows what was done.
    fn retry_after(&self, is_repeatable: bool) -> Option<Duration> {
        let throttles = || self.json().is_some_and(|json| is_throttled(&text(&json, "Code")));
        let is_busy = (self.status == 503 && is_repeatable) || (self.status >= 400 && throttles());
        let pause = self.retry_after_ms.map_or(RETRY_PAUSE, Duration::from_millis);
        is_busy.then(|| pause.min(RETRY_PAUSE_MAX))
    }

    fn json(&self) -> Option<Value> {
        serde_json::from_str(&self.body).ok().filter(Value::is_object)
    }

    fn read(&self, endpoint: &Endpoint, action: &'static str) -> Result<Value, Failure> {
        match self.json() {
            Some(json) if self.status == 200 => Ok(json),
            Some(json) if json["Code"].is_string() => Err(Failure::Refused {
                action,
                code: text(&json, "Code"),
                message: text(&json, "Message"),
                request_id: text(&json, "RequestId"),
            }),
            _ => Err(Failure::Unreachable(format!(
                "what answers at {endpoint} does not speak this API (status {}): {}",
                self.status,
                crate::table::printable(&self.body.chars().take(EXCERPT_CHARS).collect::<String>())
            ))),
        }
    }
}

/// A field that is a text; empty if it is not there.
pub(crate) fn text(json: &Value, field: &str) -> String {
    json[field].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, retry_after_ms: Option<u64>, body: &str) -> Answer {
        Answer { status, retry_after_ms, body: body.to_owned() }
    }

    #[test]
    fn who_is_busy_is_asked_again() {
        let throttled = r#"{"Code":"Throttling.User","Message":"slowly"}"#;
        let pause = |status, after, body| answer(status, after, body).retry_after(true);
        assert_eq!(pause(503, None, "<html>"), Some(RETRY_PAUSE));
        assert_eq!(pause(503, Some(20), "{}"), Some(Duration::from_millis(20)));
        assert_eq!(pause(400, Some(7), throttled), Some(Duration::from_millis(7)));
        assert_eq!(pause(400, Some(u64::MAX), throttled), Some(RETRY_PAUSE_MAX));
        assert_eq!(pause(400, Some(7), r#"{"Code":"MissingParameter"}"#), None);
        assert_eq!(pause(200, Some(7), throttled), None);
    }

    #[test]
    fn what_might_be_done_twice_is_sent_again_to_who_has_done_nothing() {
        let pause = |status, body| answer(status, Some(7), body).retry_after(false);
        assert_eq!(pause(503, r#"{"Code":"ServiceUnavailable"}"#), None);
        assert_eq!(pause(503, "<html>"), None);
        for status in [400, 429, 503] {
            assert_eq!(pause(status, r#"{"Code":"Throttling"}"#), Some(Duration::from_millis(7)), "{status}");
        }
        for action in ["DescribeImages", "GetUser", "ListUsers", "ExplainPermission"] {
            assert!(Request::new(action).is_repeatable(), "{action}");
        }
        for action in ["CreateAccessKey", "ExportImage", "DeleteImage", "AssumeRole", "ModifyImageAttribute"]
        {
            assert!(
                !Request::new(action).is_repeatable() && Request::new(action).once().is_repeatable(),
                "{action}"
            );
        }
    }

    #[test]
    fn lists_are_numbered_from_one() {
        let accounts = ["1".to_owned(), "2".to_owned()];
        let tags = [("k".to_owned(), "v".to_owned())];
        let request = Request::new("X").with_list("AddAccount", &accounts).with_tags(&tags);
        let request =
            request.with_some("No", None::<&str>).with_flag("Force", true).with_flag("DryRun", false);
        let names: Vec<(&str, &str)> =
            request.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let expected = [
            ("AddAccount.1", "1"),
            ("AddAccount.2", "2"),
            ("Tag.1.Key", "k"),
            ("Tag.1.Value", "v"),
            ("Force", "true"),
        ];
        assert_eq!(names, expected);
    }
}
