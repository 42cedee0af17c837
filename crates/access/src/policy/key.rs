//! The keys that conditions can ask for.

/// A key of a condition, which somebody knows an answer to.
///
/// Names are compared without regard to case, the key of a tag behind them exactly: `team` and `Team` are two tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionKey<'k> {
    /// `acs:SourceIp`: who has opened the connection.
    SourceIp,
    /// `acs:SecureTransport`: whether that was by TLS.
    SecureTransport,
    /// `acs:CurrentTime`: when.
    CurrentTime,
    /// `acs:PrincipalArn`: who calls.
    PrincipalArn,
    /// `acs:MFAPresent`: whether with a second factor.
    MfaPresent,
    /// `sts:ExternalId`: what `AssumeRole` brings with it for the role's trust policy.
    ExternalId,
    /// `acs:ResourceTag/<key>`: a tag of the resource.
    ResourceTag(&'k str),
    /// `acs:RequestTag/<key>`: a tag in the request.
    RequestTag(&'k str),
    /// `ecs:tag/<key>`: the older way to ask for the first, or of what is being made the second.
    EcsTag(&'k str),
}

use ConditionKey::{
    CurrentTime, EcsTag, ExternalId, MfaPresent, PrincipalArn, RequestTag, ResourceTag, SecureTransport,
    SourceIp,
};

/// Keys that are a name.
const NAMES: [(&str, ConditionKey<'static>); 6] = [
    ("acs:SourceIp", SourceIp),
    ("acs:SecureTransport", SecureTransport),
    ("acs:CurrentTime", CurrentTime),
    ("acs:PrincipalArn", PrincipalArn),
    ("acs:MFAPresent", MfaPresent),
    ("sts:ExternalId", ExternalId),
];

/// What stands before the key of a tag.
const TAGS: [&str; 3] = [ConditionKey::RESOURCE_TAG, ConditionKey::REQUEST_TAG, ConditionKey::ECS_TAG];

impl<'k> ConditionKey<'k> {
    /// What stands before the key of a tag of the resource.
    pub const RESOURCE_TAG: &'static str = "acs:ResourceTag/";
    /// What stands before the key of a tag in the request.
    pub const REQUEST_TAG: &'static str = "acs:RequestTag/";
    /// What stands before the key of a tag of either, the older way.
    pub const ECS_TAG: &'static str = "ecs:tag/";

    /// Reads a key; `None` if there is no such one.
    #[must_use]
    pub fn parse(text: &'k str) -> Option<Self> {
        if let Some((_, key)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            return Some(*key);
        }
        let tag = |name: &str| {
            let (head, tag) = text.split_at_checked(name.len())?;
            (head.eq_ignore_ascii_case(name) && !tag.is_empty()).then_some(tag)
        };
        let of_resource = || tag(Self::RESOURCE_TAG).map(ResourceTag);
        let of_request = || tag(Self::REQUEST_TAG).map(RequestTag);
        of_resource().or_else(of_request).or_else(|| tag(Self::ECS_TAG).map(EcsTag))
    }

    /// How each is written, for who has written another.
    #[must_use]
    pub fn all() -> String {
        let names = NAMES.iter().map(|(name, _)| (*name).to_owned());
        let tags = TAGS.iter().map(|name| format!("{name}<key>"));
        names.chain(tags).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_tags_have() {
        for (text, key) in [
            ("acs:SourceIp", SourceIp),
            ("ACS:sourceIP", SourceIp),
            ("acs:mfapresent", MfaPresent),
            ("sts:externalid", ExternalId),
            ("acs:resourcetag/Team", ResourceTag("Team")),
            ("acs:RequestTag/a/b", RequestTag("a/b")),
            ("ecs:Tag/team", EcsTag("team")),
        ] {
            assert_eq!(ConditionKey::parse(text), Some(key), "{text}");
        }
        for text in
            ["", "acs:SourceVpc", "SourceIp", "acs:SourceIp ", "acs:ResourceTag", "ecs:tag/", "oss:Prefix"]
        {
            assert_eq!(ConditionKey::parse(text), None, "{text}");
        }
    }

    #[test]
    fn all_that_are_named_are_there() {
        for text in ConditionKey::all().split(", ") {
            assert!(ConditionKey::parse(text).is_some(), "{text}");
        }
        assert_eq!(ConditionKey::all().split(", ").count(), NAMES.len() + TAGS.len());
    }
}
