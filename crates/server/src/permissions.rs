//! What an identity may do: the policies that it has, read and ready to be asked.

use imagekin_access::policy::{AccessRequest, Verdict, decide};
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
    },
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
        let policies = grants.into_iter().map(GrantedPolicy::read).collect::<Result<_, _>>()?;
        let session = session.map(|document| read(document, "of a session")).transpose()?;
        Ok(Self::Granted { policies, session })
    }

    /// The documents that they are read from.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &PolicyDocument> {
        let (policies, session) = match self {
            Self::All => (&[][..], None),
            Self::Granted { policies, session } => (&**policies, session.as_ref()),
        };
        policies.iter().map(|policy| &policy.document).chain(session)
    }

    /// Does any condition ask about a key that begins so?
    pub(crate) fn asks_about(&self, prefix: &str) -> bool {
        self.documents().any(|document| document.asks_about(prefix))
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
        let Self::Granted { policies, session } = self else { return Ok(()) };
        let by_policies = decide(policies.iter().map(|policy| &policy.document), request);
        let by_session = session.as_ref().map(|session| decide([session], request));
        let verdicts = [(Some(by_policies), false), (by_session, true)];
        let denied = |explicitly: bool| {
            verdicts.iter().find_map(|(verdict, by_session)| {
                let is_denied = match verdict {
                    None | Some(Verdict::Allowed(_)) => false,
                    Some(Verdict::ExplicitDeny(_)) => explicitly,
                    Some(Verdict::ImplicitDeny) => !explicitly,
                };
                is_denied.then_some(Denied { explicitly, by_session: *by_session })
            })
        };
        denied(true).or_else(|| denied(false)).map_or(Ok(()), Err)
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
