//! An event, in the shape that ActionTrail gives it (page “Management event structure”).

use std::collections::BTreeMap;

use imagekin_access::Identity;
use imagekin_catalog::Timestamp;
use imagekin_rpc::{Fault, Params, Service, codes, time};
use imagekin_store::AuditEvent;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::parameters::{PARAMETERS_BYTES_MAX, UNKNOWN_PARAMETERS_BYTES_MAX, cut, shown};
use super::resources::Resources;
use crate::actions;
use crate::call::{Origin, Resource};
use crate::credentials::Credential;

/// Longest text that a client sends beside its parameters, or is told, in bytes.
const TEXT_BYTES_MAX: usize = 256;

/// What is known of a request.
pub(crate) struct About<'r> {
    pub(crate) now: Timestamp,
    pub(crate) request_id: &'r str,
    pub(crate) action: &'r str,
    pub(crate) service: Option<Service>,
    pub(crate) resources: &'r [Resource],
    pub(crate) params: &'r Params,
    pub(crate) host: &'r str,
    pub(crate) user_agent: &'r str,
    pub(crate) origin: Origin,
    /// The region, if it is one.
    pub(crate) region: Option<&'r str>,
    pub(crate) identity: UserIdentity,
}

/// What a request to the object endpoint is about.
#[derive(Clone, Copy)]
pub(crate) struct InBucket<'r> {
    /// Empty where it is about all of them.
    pub(crate) bucket: &'r str,
    /// The objects; none where it is about the bucket itself.
    pub(crate) objects: &'r [String],
    /// What is copied, `<bucket>/<object>`.
    pub(crate) source: Option<&'r str>,
}

/// An event. What has no value is left out.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    event_id: String,
    event_version: &'static str,
    event_category: &'static str,
    event_type: &'static str,
    event_name: String,
    #[serde(rename = "eventRW")]
    event_rw: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    event_source: String,
    event_time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    acs_region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_version: Option<&'static str>,
    request_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_ip_address: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    user_agent: String,
    user_identity: UserIdentity,
    request_parameters: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_name: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    referenced_resources: BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    response_elements: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<String>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    additional_event_data: Map<String, Value>,
    #[serde(skip)]
    resources: Resources,
}

/// Who did it, as far as it is known.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserIdentity {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    principal_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_context: Option<Value>,
}

impl UserIdentity {
    /// Who has proved who it is.
    pub(crate) fn of(credential: &Credential) -> Self {
        let account = credential.account.to_string();
        let (r#type, principal_id, user_name) = match &credential.identity {
            Identity::Account => ("root-account", account.clone(), "root".to_owned()),
            Identity::User { id, name } => ("ram-user", id.to_string(), name.clone()),
            Identity::AssumedRole { id, name, session } => {
                ("assumed-role", format!("{id}:{session}"), format!("{name}:{session}"))
            }
        };
        let in_session = matches!(credential.identity, Identity::AssumedRole { .. });
        Self {
            r#type,
            principal_id: Some(principal_id),
            account_id: Some(account),
            user_name: Some(user_name),
            access_key_id: Some(credential.access_key_id.to_string()),
            session_context: in_session.then(|| json!({"attributes": {"mfaAuthenticated": "false"}})),
        }
    }

    /// Who has not, and claims to have this key.
    pub(crate) fn unknown(access_key_id: Option<&str>) -> Self {
        let access_key_id = access_key_id.map(|id| cut(id, TEXT_BYTES_MAX));
        Self { r#type: "unknown", access_key_id, ..Self::default() }
    }

    fn is_unknown(&self) -> bool {
        self.r#type == "unknown"
    }

    fn parameters_bytes_max(&self) -> usize {
        if self.is_unknown() { UNKNOWN_PARAMETERS_BYTES_MAX } else { PARAMETERS_BYTES_MAX }
    }

    fn system() -> Self {
        Self { r#type: "system", user_name: Some("operator".to_owned()), ..Self::default() }
    }
}

impl Event {
    /// Of a request, before it is known what becomes of it.
    pub(crate) fn of(about: &About<'_>) -> Self {
        let parameters = about.params.iter().map(|(name, value, _)| (name, value));
        let scheme = if about.origin.is_secure { "https" } else { "http" };
        Self {
            event_id: about.request_id.to_owned(),
            event_version: "1",
            event_category: "Management",
            event_type: "ApiCall",
            event_name: cut(about.action, TEXT_BYTES_MAX),
            event_rw: if actions::is_read(about.action) { "Read" } else { "Write" },
            event_source: cut(about.host, TEXT_BYTES_MAX),
            event_time: time::print(about.now.as_seconds()),
            acs_region: about.region.map(str::to_owned),
            service_name: about.service.map(name_of),
            api_version: about.service.map(Service::version),
            request_id: about.request_id.to_owned(),
            source_ip_address: about.origin.address.map(|address| address.to_string()),
            user_agent: cut(about.user_agent, TEXT_BYTES_MAX),
            user_identity: about.identity.clone(),
            request_parameters: shown(parameters, about.identity.parameters_bytes_max()),
            resource_type: None,
            resource_name: None,
            referenced_resources: BTreeMap::new(),
            response_elements: Map::new(),
            error_code: None,
            error_message: None,
            additional_event_data: Map::from_iter([("Scheme".to_owned(), scheme.into())]),
            resources: Resources::of_request(about.resources, about.params),
        }
    }

    /// Of a request to the object endpoint, whose operation is called as OSS calls it.
    pub(crate) fn of_objects(about: &About<'_>, named: &InBucket<'_>) -> Self {
        let object = if let [object] = named.objects { object.as_str() } else { "" };
        let parameters =
            [("Bucket", named.bucket), ("Object", object), ("CopySource", named.source.unwrap_or_default())];
        let looks = ["Get", "Head", "List"].iter().any(|beginning| about.action.starts_with(beginning));
        let resources = if about.identity.is_unknown() {
            // Whoever has no key names what he likes.
            Resources::default()
        } else {
            Resources::in_bucket(named.bucket, named.objects)
        };
        Self {
            // As ActionTrail tells them apart: what is done with buckets is management.
            event_category: if about.action.contains("Bucket") { "Management" } else { "Data" },
            event_rw: if looks { "Read" } else { "Write" },
            service_name: Some("Oss"),
            request_parameters: shown(
                parameters.into_iter().filter(|(_, value)| !value.is_empty()),
                about.identity.parameters_bytes_max(),
            ),
            resources,
            ..Self::of(about)
        }
    }

    /// Of what an operator does, past the API.
    pub(super) fn of_operator(
        name: &str,
        parameters: &[(&str, &str)],
        now: Timestamp,
        request_id: &str,
    ) -> Self {
        let about = About {
            now,
            request_id,
            action: name,
            service: None,
            resources: &[],
            params: &Params::default(),
            host: "",
            user_agent: "",
            origin: Origin::NOWHERE,
            region: None,
            identity: UserIdentity::system(),
        };
        Self {
            // ActionTrail's word for what whoever runs the service does to what is an account's.
            event_type: "AliyunServiceEvent",
            request_parameters: shown(parameters.iter().copied(), PARAMETERS_BYTES_MAX),
            additional_event_data: Map::new(),
            ..Self::of(&about)
        }
    }

    /// With more about it.
    pub(super) fn with_data(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.additional_event_data.insert(name.to_owned(), value.into());
        self
    }

    /// With what was made.
    pub(crate) fn with_elements(mut self, elements: Map<String, Value>) -> Self {
        self.resources.add_made(&elements);
        Self { response_elements: elements, ..self }
    }

    /// The `n`th of one request, counted from 0: each has an id of its own.
    pub(crate) fn numbered(self, n: usize) -> Self {
        if n == 0 {
            return self;
        }
        Self { event_id: format!("{}-{}", self.event_id, n + 1), ..self }
    }

    /// With why the object endpoint refused it.
    pub(crate) fn refused_as(self, code: &str, message: &str) -> Self {
        let error_message = (!message.is_empty()).then(|| cut(message, TEXT_BYTES_MAX));
        Self { error_code: Some(cut(code, TEXT_BYTES_MAX)), error_message, ..self }
    }

    /// With why it was refused.
    pub(crate) fn refused_with(self, fault: &Fault) -> Self {
        // These tell the client what it should have signed, its token among it.
        let tells_proofs =
            [&codes::SIGNATURE_V1_MISMATCH, &codes::SIGNATURE_V3_MISMATCH].contains(&fault.code);
        let message = match fault.code.message.split_once("{}") {
            Some((told, _)) if tells_proofs => told.trim_end(),
            _ => &fault.message,
        };
        let error_message = Some(cut(message, TEXT_BYTES_MAX));
        Self { error_code: Some(fault.code.code.to_owned()), error_message, ..self }
    }

    /// As it is written.
    pub(crate) fn printed(mut self, at: Timestamp) -> AuditEvent {
        if let Some((kind, name)) = self.resources.first() {
            (self.resource_type, self.resource_name) = (Some(kind), Some(name));
        }
        self.referenced_resources = self.resources.by_type();
        // Texts and maps of texts can always be printed.
        let json = serde_json::to_string(&self).unwrap_or_default();
        AuditEvent { at, json: escaped(&json) }
    }
}

/// JSON leaves some characters as they are that a terminal obeys, or that end a line for some readers.
fn escaped(json: &str) -> String {
    let is_odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}');
    if !json.contains(is_odd) {
        return json.to_owned();
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_odd(c) {
            // All of them are one unit of UTF-16; outside of texts, JSON without spaces has none.
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// The name of a service, as ActionTrail writes it.
const fn name_of(service: Service) -> &'static str {
    match service {
        Service::Ecs => "Ecs",
        Service::Ram => "Ram",
        Service::Sts => "Sts",
        Service::Location => "Location",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever a client writes, an event is one line, and reads as what was written.
    #[test]
    fn no_text_forges_a_line() {
        let forged = "x\r\n{\"eventName\":\"Forged\"}\u{1b}[2J\u{9b}1A\u{2028}\u{202e}\u{7f}";
        let event = Event::of_operator(forged, &[(forged, forged)], Timestamp::from_seconds(0), forged);
        let printed = event.printed(Timestamp::from_seconds(0)).json;
        assert!(
            printed.chars().all(|c| !c.is_control() && !('\u{2028}'..='\u{202e}').contains(&c)),
            "{printed}"
        );
        let read: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(
            (&read["eventName"], &read["requestParameters"][forged]),
            (&json!(forged), &json!(forged))
        );
    }

    #[test]
    fn what_should_have_been_signed_is_not_told() {
        let fault = Fault::with(&codes::SIGNATURE_V1_MISMATCH, "GET&SecurityToken=sealed");
        let event = Event::of_operator("X", &[], Timestamp::from_seconds(0), "");
        let printed = event.refused_with(&fault).printed(Timestamp::from_seconds(0)).json;
        assert!(
            printed.contains(codes::SIGNATURE_V1_MISMATCH.code) && !printed.contains("sealed"),
            "{printed}"
        );
    }
}
