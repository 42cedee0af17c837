//! Trust policies: who may assume a role.

use super::condition::{self, Condition};
use super::node::{At, Object};
use super::statement::Effect;
use super::{Context, PolicyError, read_statements};
use crate::AccountId;

/// The one action of a trust policy.
const ASSUME_ROLE: &str = "sts:AssumeRole";

/// The trust policy of a role, Version "1".
///
/// <https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role>
#[derive(Clone, Debug)]
pub struct TrustPolicy {
    statements: Box<[Trust]>,
}

impl TrustPolicy {
    /// Reads a trust policy: as a policy, but with `Principal` in the place of `Resource`, and `sts:AssumeRole` as its one
    /// action.
    ///
    /// # Errors
    /// [`PolicyError`] says where the document is wrong, and what to write there.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        Ok(Self { statements: read_statements(text, Trust::read)? })
    }

    /// Reads a trust policy that somebody makes now, as [`PolicyDocument::parse_new`](super::PolicyDocument::parse_new) reads a
    /// policy.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), or with the key that is none and those that there are.
    pub fn parse_new(text: &str) -> Result<Self, PolicyError> {
        let policy = Self::parse(text)?;
        condition::admit_keys(policy.statements.iter().map(|trust| &trust.conditions))?;
        Ok(policy)
    }

    /// May this principal assume the role, as far as the role goes? Its own policies must allow that as well.
    ///
    /// `principal` is `acs:ram::<uid>:user/<name>`, `acs:ram::<uid>:role/<name>` or the name of a service; `account` is the
    /// one it belongs to, none for a service. As in any policy a Deny comes before every Allow.
    #[must_use]
    pub fn allows(&self, principal: &str, account: Option<AccountId>, context: &dyn Context) -> bool {
        let mut fitting = self
            .statements
            .iter()
            .filter(|trust| trust.principals.iter().any(|trusted| trusted.is(principal, account)))
            .filter(|trust| trust.conditions.iter().all(|condition| condition.holds(context)))
            .peekable();
        fitting.peek().is_some() && fitting.all(|trust| trust.effect == Effect::Allow)
    }
}

#[derive(Clone, Debug)]
struct Trust {
    effect: Effect,
    principals: Box<[Principal]>,
    conditions: Box<[Condition]>,
}

impl Trust {
    fn read(at: &At<'_>) -> Result<Self, PolicyError> {
        let statement = at.object(&["Effect", "Action", "Principal", "Condition"])?;
        for action in statement.require("Action")?.items()? {
            if !action.text()?.eq_ignore_ascii_case(ASSUME_ROLE) {
                return Err(action.wrong(format!("a trust policy has no other action; write {ASSUME_ROLE}")));
            }
        }
        Ok(Self {
            effect: Effect::read(&statement)?,
            principals: Principal::read_all(&statement)?,
            conditions: statement.get("Condition").map_or_else(|| Ok(Box::default()), Condition::read_all)?,
        })
    }
}

/// Whom a statement trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Principal {
    /// Every identity of an account.
    Account(AccountId),
    /// The one that is called so.
    Named(Box<str>),
}

impl Principal {
    fn is(&self, principal: &str, account: Option<AccountId>) -> bool {
        match self {
            Self::Account(trusted) => account == Some(*trusted),
            Self::Named(name) => **name == *principal,
        }
    }

    fn read_all(statement: &Object<'_>) -> Result<Box<[Self]>, PolicyError> {
        let mut principals = Vec::new();
        let given = statement.require("Principal")?;
        for (kind, names) in given.entries()? {
            let (parse, wanted): (fn(&str) -> Option<Self>, &str) = match kind {
                "RAM" => (
                    Self::parse_identity,
                    "acs:ram::<uid>:root, acs:ram::<uid>:user/<name>, acs:ram::<uid>:role/<name>",
                ),
                "Service" => (Self::parse_service, "the name of a service, e.g. ecs.aliyuncs.com"),
                _ => {
                    return Err(
                        names.wrong("there is no such kind of principal here; there are RAM, Service")
                    );
                }
            };
            // Terraform's provider writes a list of each kind, of which one may be empty.
            for name in if names.is_empty_list() { Vec::new() } else { names.items()? } {
                let text = name.text()?;
                let principal = parse(text).ok_or_else(|| {
                    name.wrong(format!("`{text}` is no principal of this kind; write {wanted}"))
                })?;
                principals.push(principal);
            }
        }
        if principals.is_empty() {
            return Err(given.wrong("it names nobody; write at least one of RAM or Service"));
        }
        Ok(principals.into())
    }

    /// Reads a uid, or the name of an account, a user or a role. Names have no wildcards here: none is documented.
    fn parse_identity(text: &str) -> Option<Self> {
        if let Some(account) = AccountId::parse(text) {
            return Some(Self::Account(account));
        }
        let (uid, relative) = text.strip_prefix("acs:ram::")?.split_once(':')?;
        let account = AccountId::parse(uid)?;
        if relative == "root" {
            return Some(Self::Account(account));
        }
        let name = relative.strip_prefix("user/").or_else(|| relative.strip_prefix("role/"))?;
        let sound = !name.is_empty() && !name.contains(['*', '?', ':', '/']);
        sound.then(|| Self::Named(text.into()))
    }

    fn parse_service(text: &str) -> Option<Self> {
        let sound = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-');
        // A dot tells it from everything that a user could be called.
        (text.contains('.') && text.bytes().all(sound)).then(|| Self::Named(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    struct Source(&'static str);

    impl Context for Source {
        fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
            if key == "acs:SourceIp" { vec![Cow::Borrowed(self.0)] } else { Vec::new() }
        }
    }

    fn trust(principal: &str, more: &str) -> Result<TrustPolicy, PolicyError> {
        let statement =
            format!(r#"{{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{principal}{more}}}"#);
        TrustPolicy::parse(&format!(r#"{{"Version":"1","Statement":[{statement}]}}"#))
    }

    fn account(text: &str) -> Option<AccountId> {
        Some(AccountId::parse(text).unwrap())
    }

    const ALICE: &str = "acs:ram::1234567890123456:user/alice";

    #[test]
    fn an_account_is_all_its_identities() {
        for principal in [r#"{"RAM":"acs:ram::1234567890123456:root"}"#, r#"{"RAM":["1234567890123456"]}"#] {
            let policy = trust(principal, "").unwrap();
            assert!(policy.allows(ALICE, account("1234567890123456"), &Source("")));
            assert!(!policy.allows(ALICE, account("9999999999999999"), &Source("")));
            assert!(!policy.allows("ecs.aliyuncs.com", None, &Source("")));
        }
    }

    #[test]
    fn one_user_is_not_another() {
        let policy = trust(&format!(r#"{{"RAM":"{ALICE}","Service":"ecs.aliyuncs.com"}}"#), "").unwrap();
        let own = account("1234567890123456");
        assert!(policy.allows(ALICE, own, &Source("")));
        assert!(policy.allows("ecs.aliyuncs.com", None, &Source("")));
        for other in [
            "acs:ram::1234567890123456:user/alice2",
            "acs:ram::1234567890123456:role/alice",
            "oss.aliyuncs.com",
        ] {
            assert!(!policy.allows(other, own, &Source("")), "{other}");
        }
    }

    #[test]
    fn one_kind_may_be_empty_and_not_both() {
        let policy = trust(&format!(r#"{{"RAM":["{ALICE}"],"Service":[]}}"#), "").unwrap();
        assert!(policy.allows(ALICE, account("1234567890123456"), &Source("")));
        assert!(!policy.allows("ecs.aliyuncs.com", None, &Source("")));
        let error = trust(r#"{"RAM":[],"Service":[]}"#, "").unwrap_err();
        assert_eq!(error.place(), "Statement[0].Principal");
    }

    #[test]
    fn a_deny_and_a_condition_hold_here_as_well() {
        let condition = r#","Condition":{"IpAddress":{"acs:SourceIp":"192.0.2.0/24"}}"#;
        let policy = trust(r#"{"RAM":"1234567890123456"}"#, condition).unwrap();
        assert!(policy.allows(ALICE, account("1234567890123456"), &Source("192.0.2.1")));
        assert!(!policy.allows(ALICE, account("1234567890123456"), &Source("192.0.3.1")));
        let statement = |effect: &str, name: &str| {
            format!(r#"{{"Effect":"{effect}","Action":"sts:AssumeRole","Principal":{{"RAM":"{name}"}}}}"#)
        };
        let both = format!("{},{}", statement("Allow", "1234567890123456"), statement("Deny", ALICE));
        let policy = TrustPolicy::parse(&format!(r#"{{"Version":"1","Statement":[{both}]}}"#)).unwrap();
        assert!(!policy.allows(ALICE, account("1234567890123456"), &Source("")));
        assert!(policy.allows(
            "acs:ram::1234567890123456:user/bob",
            account("1234567890123456"),
            &Source("")
        ));
    }

    #[test]
    fn who_is_nobody_is_refused() {
        for name in
            ["*", "acs:ram::*:root", "acs:ram::123:root", "acs:ram::1234567890123456:user/", "alice", ""]
        {
            let error = trust(&format!(r#"{{"RAM":["{name}"]}}"#), "").unwrap_err();
            assert_eq!(error.place(), "Statement[0].Principal.RAM[0]", "{name}");
        }
        for principal in [r#"{"Service":"*"}"#, r#"{"Federated":"x"}"#, r#"{"RAM":[]}"#, "{}", r#""*""#] {
            assert!(trust(principal, "").is_err(), "{principal}");
        }
        assert!(trust(r#"{"RAM":"1234567890123456"}"#, r#","Resource":"*""#).is_err());
        let action = r#"{"Version":"1","Statement":{"Effect":"Allow","Action":"sts:*","Principal":{"RAM":"1234567890123456"}}}"#;
        assert_eq!(TrustPolicy::parse(action).unwrap_err().place(), "Statement.Action");
    }
}
