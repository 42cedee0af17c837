//! Who calls: signs as the SDKs do, and reads the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use imagekin_rpc::sign::{Signer, query_string};
use imagekin_rpc::{Format, Service, SigningKey};
use imagekin_server::actions::{Description, describe};
use imagekin_server::{Clock, ManualClock};
use serde_json::Value;

use super::reply::Reply;
use super::wire::{HttpRequest, Target};
use super::{HOST, Key, signing_key};

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signing {
    V1,
    V3,
}

/// How a call is put into a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) signing: Signing,
    pub(crate) method: &'static str,
    /// In a form body, not in the query.
    pub(crate) form: bool,
    /// What Format says; `None` without one.
    pub(crate) format: Option<Format>,
}

/// Each way in which clients call, half of them asking for JSON and half for XML.
pub(crate) const WAYS: [Way; 6] = [
    way(Signing::V1, "POST", false, Some(Format::Json)),
    way(Signing::V1, "GET", false, Some(Format::Xml)),
    way(Signing::V1, "POST", true, None),
    way(Signing::V3, "POST", false, None),
    way(Signing::V3, "GET", false, Some(Format::Xml)),
    way(Signing::V3, "POST", true, Some(Format::Json)),
];

const fn way(signing: Signing, method: &'static str, form: bool, format: Option<Format>) -> Way {
    Way { signing, method, form, format }
}

impl Way {
    /// The format of the answer: as asked, else XML for V1 and JSON for V3.
    pub(crate) fn expected(self) -> Format {
        self.format.unwrap_or(if self.signing == Signing::V3 { Format::Json } else { Format::Xml })
    }
}

/// A caller.
#[derive(Clone)]
pub(crate) struct Actor {
    target: Target,
    clock: Arc<ManualClock>,
    key: Key,
    signing_key: SigningKey,
    /// What goes with the key, if it is a temporary one.
    token: Option<String>,
    way: Way,
}

impl Actor {
    pub(crate) fn new(target: Target, clock: Arc<ManualClock>, key: Key) -> Self {
        Self { target, clock, key, signing_key: signing_key(key), token: None, way: WAYS[0] }
    }

    /// Somebody else, with this key, at the same server.
    pub(crate) fn with_key(&self, key: Key, token: Option<String>) -> Self {
        Self { key, signing_key: signing_key(key), token, ..self.clone() }
    }

    /// With which key.
    pub(crate) fn key(&self) -> Key {
        self.key
    }

    /// The token that goes with it.
    pub(crate) fn token(&self) -> Option<String> {
        self.token.clone()
    }

    /// The same caller, calling another way.
    #[must_use]
    pub(crate) fn by(&self, way: Way) -> Self {
        Self { way, ..self.clone() }
    }

    fn with_format<'p>(&self, params: &[(&'p str, &'p str)]) -> Vec<(&'p str, &'p str)> {
        let format = self.way.format.map(|format| match format {
            Format::Json => ("Format", "JSON"),
            Format::Xml => ("Format", "xml"),
        });
        format.into_iter().chain(params.iter().copied()).collect()
    }

    /// Calls an action.
    pub(crate) async fn call(&self, action: &str, params: &[(&str, &str)]) -> Reply {
        let mut reply = self.send(&self.prepare(action, params)).await;
        reply.asked = format!("{action} {params:?} by {:?}", self.way);
        reply
    }

    /// Calls an action that must succeed.
    pub(crate) async fn ok(&self, action: &str, params: &[(&str, &str)]) -> Value {
        self.call(action, params).await.ok()
    }

    /// Sends a request, whoever made it.
    pub(crate) async fn send(&self, request: &HttpRequest) -> Reply {
        let response = self.target.send(request).await;
        Reply {
            response,
            format: self.way.expected(),
            asked: format!("{} {}", request.method, request.target),
        }
    }

    /// The signed request of a call.
    pub(crate) fn prepare(&self, action: &str, params: &[(&str, &str)]) -> HttpRequest {
        let (service, action) = service_and_name(action);
        let nonce = nonce();
        let signer = Signer {
            access_key_id: self.key.id,
            key: &self.signing_key,
            security_token: self.token.as_deref(),
            service,
            now: self.clock.now().as_seconds(),
            nonce: &nonce,
        };
        let params = self.with_format(params);
        match self.way.signing {
            Signing::V1 => {
                let signed = signer.v1(self.way.method, action, &params);
                if self.way.form {
                    HttpRequest::new(self.way.method, "/").with_form(signed)
                } else {
                    HttpRequest::new(self.way.method, &format!("/?{signed}"))
                }
            }
            Signing::V3 => {
                let (query, form) =
                    if self.way.form { (&[][..], &params[..]) } else { (&params[..], &[][..]) };
                let body = query_string(form).into_bytes();
                let signed = signer.v3(self.way.method, HOST, action, query, &body);
                let mut request = HttpRequest::new(self.way.method, &format!("/?{}", signed.query));
                for (name, value) in signed.headers {
                    request = request.with_header(name, &value);
                }
                if self.way.form { request.with_form(body) } else { request }
            }
        }
    }
}

/// What the tests call an action: `ram:TagResources`, where ECS has one of the same name, else as it is called.
pub(crate) fn called(action: &Description) -> String {
    let is_namesake = |other: Description| other.name == action.name && other.service == Service::Ecs;
    if action.service == Service::Ram && describe().any(is_namesake) {
        return format!("ram:{}", action.name);
    }
    action.name.to_owned()
}

/// The service of an action that the tests call so, ECS for one that nobody has; and its name.
fn service_and_name(called: &str) -> (Service, &str) {
    match called.strip_prefix("ram:") {
        Some(name) => (Service::Ram, name),
        None => {
            let known = describe().find(|known| known.name == called);
            (known.map_or(Service::Ecs, |known| known.service), called)
        }
    }
}

/// The name of an action that the tests call so.
pub(crate) fn name_of(called: &str) -> &str {
    service_and_name(called).1
}

/// A nonce that no other request of this process has.
pub(crate) fn nonce() -> String {
    static NONCES: AtomicU64 = AtomicU64::new(1);
    format!("{:032}", NONCES.fetch_add(1, Ordering::Relaxed))
}
