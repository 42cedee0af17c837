//! What an identity may do: the policies that it has, read and ready to be asked.

use std::sync::{PoisonError, RwLock};

use imagekin_access::policy::{AccessRequest, ConditionKey, Verdict, decide, decide_and_tell};
use imagekin_access::{AccountId, EntityId, PolicyDocument, PolicyType, SystemPolicy};
use imagekin_store::{Grant, Store, StoreError};

/// What an identity may do.
#[derive(Debug)]
pub(crate) enum Permissions {
    /// Everything: it is the account itself.
    All,
    /// What its policies give.
    Granted {
        policies: Vec<GrantedPolicy>,
        /// And, where it is a session that was begun with one, what this document gives, too.
        session: Option<PolicyDocument>,
        /// What their conditions ask of tags.
        asks: AsksOfTags,
        /// What they have said already.
        settled: Settled,
    },
}

/// Of which tags conditions ask. It is found out once: who has fifty statements has fifty to look through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AsksOfTags {
    /// Of those of the resource.
    pub(crate) of_resource: bool,
    /// Of those of the request.
    pub(crate) of_request: bool,
}

impl AsksOfTags {
    /// What keys begin with that ask for a tag of the resource, and of the request; the older one may ask for either.
    const RESOURCE_KEYS: [&str; 2] = [ConditionKey::RESOURCE_TAG, ConditionKey::ECS_TAG];
    const REQUEST_KEYS: [&str; 2] = [ConditionKey::REQUEST_TAG, ConditionKey::ECS_TAG];

    fn of<'d>(documents: impl Iterator<Item = &'d PolicyDocument>) -> Self {
        let any =
            |document: &PolicyDocument, keys: [&str; 2]| keys.iter().any(|key| document.asks_about(key));
        documents.fold(Self::default(), |asks, document| Self {
            of_resource: asks.of_resource || any(document, Self::RESOURCE_KEYS),
            of_request: asks.of_request || any(document, Self::REQUEST_KEYS),
        })
    }
}

/// A policy that somebody has.
#[derive(Debug)]
pub(crate) struct GrantedPolicy {
    pub(crate) policy_type: PolicyType,
    pub(crate) name: String,
    document: PolicyDocument,
}

/// Why something is not permitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Denied {
    /// A statement says no; if not, none says yes.
    pub(crate) explicitly: bool,
    /// It is the document of the session that decides.
    pub(crate) by_session: bool,
}

impl Permissions {
    pub(crate) async fn of_user(
        store: &Store,
        account: AccountId,
        user: &EntityId,
    ) -> Result<Self, StoreError> {
        Self::of(store.grants_of_user(account, user).await?, None)
    }

    /// Those of a session of a role, which may have been begun with a document of its own.
    pub(crate) async fn of_role(
        store: &Store,
        account: AccountId,
        role: &EntityId,
        session: Option<&str>,
    ) -> Result<Self, StoreError> {
        Self::of(store.grants_of_role(account, role).await?, session)
    }

    fn of(grants: Vec<Grant>, session: Option<&str>) -> Result<Self, StoreError> {
        let policies = grants.into_iter().map(GrantedPolicy::read).collect::<Result<Vec<_>, _>>()?;
        let session = session.map(|document| read(document, "of a session")).transpose()?;
        let asks = AsksOfTags::of(policies.iter().map(|policy| &policy.document).chain(&session));
        Ok(Self::Granted { policies, session, asks, settled: Settled::default() })
    }

    /// What they take in memory beside themselves at most, in bytes.
    pub(crate) fn memory_bytes(&self) -> usize {
        let Self::Granted { policies, session, .. } = self else { return 0 };
        let policies: usize = policies.iter().map(GrantedPolicy::memory_bytes).sum();
        policies + session.as_ref().map_or(0, PolicyDocument::memory_bytes) + Settled::BYTES_MAX
    }

    /// Of which tags their conditions ask.
    pub(crate) fn asks_of_tags(&self) -> AsksOfTags {
        if let Self::Granted { asks, .. } = self { *asks } else { AsksOfTags::default() }
    }

    /// Which statement decides, of the policies that the identity has.
    pub(crate) fn explain(&self, request: &AccessRequest<'_>) -> Explanation<'_> {
        let Self::Granted { policies, .. } = self else {
            return Explanation { decision: "Allow", policy: None, statement: None };
        };
        let verdict = decide(policies.iter().map(|policy| &policy.document), request);
        let (decision, by) = match verdict {
            Verdict::Allowed(by) => ("Allow", Some(by)),
            Verdict::ExplicitDeny(by) => ("ExplicitDeny", Some(by)),
            Verdict::ImplicitDeny => ("ImplicitDeny", None),
        };
        let policy = by.and_then(|by| policies.get(by.policy));
        Explanation { decision, policy, statement: by.map(|by| by.statement + 1) }
    }

    /// Is it permitted?
    pub(crate) fn admit(&self, request: &AccessRequest<'_>) -> Result<(), Denied> {
        let Self::Granted { policies, session, settled, .. } = self else { return Ok(()) };
        if let Some(outcome) = settled.find(request) {
            return outcome;
        }
        let by_policies = decide_and_tell(policies.iter().map(|policy| &policy.document), request);
        let by_session = session.as_ref().map(|session| decide_and_tell([session], request));
        let is_settled = by_policies.1 && by_session.is_none_or(|(_, is_settled)| is_settled);
        let verdicts = [(Some(by_policies), false), (by_session, true)];
        let denied = |explicitly: bool| {
            verdicts.iter().find_map(|(verdict, by_session)| {
                let is_denied = match verdict {
                    None | Some((Verdict::Allowed(_), _)) => false,
                    Some((Verdict::ExplicitDeny(_), _)) => explicitly,
                    Some((Verdict::ImplicitDeny, _)) => !explicitly,
                };
                is_denied.then_some(Denied { explicitly, by_session: *by_session })
            })
        };
        let outcome = denied(true).or_else(|| denied(false)).map_or(Ok(()), Err);
        if is_settled {
            settled.keep(request, outcome);
        }
        outcome
    }
}

/// What an identity may do whatever else is known of a request: of the actions and resources that it asked for last. It goes
/// with the policies that it is of, so it is never out of date.
#[derive(Debug, Default)]
pub(crate) struct Settled(RwLock<Ring>);

#[derive(Debug, Default)]
struct Ring {
    known: Vec<Known>,
    /// Which gives way to the next one.
    oldest: usize,
}

#[derive(Debug)]
struct Known {
    /// The action, and right behind it the resource.
    names: Box<str>,
    /// So long is the action, in bytes.
    action_bytes: usize,
    outcome: Result<(), Denied>,
}

impl Known {
    fn is_of(&self, request: &AccessRequest<'_>) -> bool {
        let (action, resource) = (request.action.as_bytes(), request.resource.as_bytes());
        let names = self.names.as_bytes();
        self.action_bytes == action.len()
            && names.len() == action.len() + resource.len()
            && names.starts_with(action)
            && names.ends_with(resource)
    }
}

impl Settled {
    /// So many are known at once: a program calls a few actions again and again.
    const KNOWN_MAX: usize = 16;
    /// Of an action and a resource whose names are no longer than that together, in bytes: so they have a bound, which is part
    /// of what a key is reckoned to take.
    const NAMES_BYTES_MAX: usize = 128;
    /// What they take at most, in bytes.
    const BYTES_MAX: usize = Self::KNOWN_MAX * (Self::NAMES_BYTES_MAX + size_of::<Known>());

    fn find(&self, request: &AccessRequest<'_>) -> Option<Result<(), Denied>> {
        let ring = self.0.read().unwrap_or_else(PoisonError::into_inner);
        ring.known.iter().find(|known| known.is_of(request)).map(|known| known.outcome)
    }

    fn keep(&self, request: &AccessRequest<'_>, outcome: Result<(), Denied>) {
        if request.action.len() + request.resource.len() > Self::NAMES_BYTES_MAX {
            return;
        }
        let names = [request.action, request.resource].concat().into();
        let known = Known { names, action_bytes: request.action.len(), outcome };
        let mut ring = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if ring.known.len() < Self::KNOWN_MAX {
            ring.known.push(known);
            return;
        }
        let oldest = ring.oldest;
        ring.known[oldest] = known;
        ring.oldest = (oldest + 1) % Self::KNOWN_MAX;
    }
}

/// What policies say, and which of them.
#[derive(Debug)]
pub(crate) struct Explanation<'p> {
    /// `Allow`, `ExplicitDeny` or `ImplicitDeny`.
    pub(crate) decision: &'static str,
    pub(crate) policy: Option<&'p GrantedPolicy>,
    /// Counted from 1.
    pub(crate) statement: Option<usize>,
}

impl GrantedPolicy {
    fn memory_bytes(&self) -> usize {
        size_of::<Self>() + self.name.len() + self.document.memory_bytes()
    }

    fn read(grant: Grant) -> Result<Self, StoreError> {
        let Grant { policy_type, policy_name: name, document } = grant;
        let text = match (policy_type, &document) {
            (PolicyType::System, _) => SystemPolicy::named(&name).map(|policy| policy.document),
            (PolicyType::Custom, document) => document.as_deref(),
        };
        // Not left out: it may be the one that says no.
        let text = text.ok_or_else(|| StoreError::Inconsistent(format!("there is no policy {name}")))?;
        let document = read(text, &name)?;
        Ok(Self { policy_type, name, document })
    }
}

fn read(document: &str, name: &str) -> Result<PolicyDocument, StoreError> {
    PolicyDocument::parse(document)
        .map_err(|error| StoreError::Inconsistent(format!("the policy {name} cannot be read: {error}")))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use imagekin_access::policy::Context;

    use super::*;

    /// A request from an address.
    struct Sender(&'static str);

    impl Context for Sender {
        fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
            if key == "acs:SourceIp" { vec![self.0.into()] } else { Vec::new() }
        }
    }

    fn permissions(statements: &str) -> Permissions {
        let document = format!(r#"{{"Version": "1", "Statement": [{statements}]}}"#);
        let grant = Grant {
            policy_type: PolicyType::Custom,
            policy_name: "policy".to_owned(),
            document: Some(document),
        };
        Permissions::of(vec![grant], None).unwrap()
    }

    fn is_allowed(permissions: &Permissions, action: &str, resource: &str, address: &'static str) -> bool {
        permissions.admit(&AccessRequest { action, resource, context: &Sender(address) }).is_ok()
    }

    /// What was said to one request is not said to another that comes from elsewhere.
    #[test]
    fn what_depends_on_more_is_asked_again() {
        let network = r#""Condition": {"IpAddress": {"acs:SourceIp": "192.0.2.0/24"}}"#;
        let conditional =
            permissions(&format!(r#"{{"Effect": "Allow", "Action": "ecs:*", "Resource": "*", {network}}}"#));
        let denied = permissions(&format!(
            r#"{{"Effect": "Allow", "Action": "*", "Resource": "*"}},
               {{"Effect": "Deny", "Action": "ecs:*", "Resource": "*", {network}}}"#
        ));
        for _ in 0..3 {
            for (address, is_here) in [("192.0.2.1", true), ("203.0.113.1", false)] {
                assert_eq!(is_allowed(&conditional, "ecs:DeleteImage", "*", address), is_here);
                assert_eq!(is_allowed(&denied, "ecs:DeleteImage", "*", address), !is_here);
                assert!(is_allowed(&denied, "ram:GetUser", "*", address));
                assert!(!is_allowed(&conditional, "ram:GetUser", "*", address));
            }
        }
    }

    /// However many are asked for, each is answered by the policies, and only the last ones are kept.
    #[test]
    fn each_resource_has_an_answer_of_its_own() {
        let permissions =
            permissions(r#"{"Effect": "Allow", "Action": "ecs:*", "Resource": "acs:ecs:*:*:image/m-1*"}"#);
        for _ in 0..2 {
            for n in 0..100 {
                let resource = format!("acs:ecs:cn-hangzhou:1:image/m-{n}");
                let expected = n.to_string().starts_with('1');
                assert_eq!(is_allowed(&permissions, "ecs:DeleteImage", &resource, "::1"), expected, "{n}");
                assert!(!is_allowed(&permissions, "ram:DeleteImage", &resource, "::1"));
            }
        }
        let Permissions::Granted { settled, .. } = &permissions else { panic!("policies") };
        assert_eq!(settled.0.read().unwrap().known.len(), Settled::KNOWN_MAX);
    }
}
