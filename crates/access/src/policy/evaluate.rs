//! What the policies of a caller say to a request: nothing is allowed that no statement allows, and a Deny comes before
//! every Allow (<https://www.alibabacloud.com/help/doc-detail/93740.htm>).

use std::borrow::Cow;

use super::PolicyDocument;
use super::statement::Effect;

/// What a caller wants to do.
#[derive(Clone, Copy)]
pub struct AccessRequest<'r> {
    /// The action, e.g. `ecs:DeleteImage`.
    pub action: &'r str,
    /// The resource, e.g. `acs:ecs:cn-hangzhou:1234567890123456:image/m-1`, as
    /// [`canonical_resource`](super::canonical_resource) writes it.
    pub resource: &'r str,
    /// All else that conditions may ask for.
    pub context: &'r dyn Context,
}

/// What is known of a request beyond action and resource.
///
/// It is asked only for the conditions of a statement whose action and resource fit, so an answer may cost a read.
pub trait Context {
    /// The values of a condition key, e.g. of `acs:SourceIp`; none if the request has no such key.
    ///
    /// The key is spelled as in the policy. Whoever answers compares it: names without regard to case, but the key of a tag,
    /// behind the `/` of `acs:ResourceTag/team`, exactly, since `team` and `Team` are two tags. No page says more.
    fn values(&self, key: &str) -> Vec<Cow<'_, str>>;
}

/// Which statement decided. Both are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// The how-many-th policy of those that were asked.
    pub policy: usize,
    /// The how-many-th statement of that policy.
    pub statement: usize,
}

/// What policies say to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This statement is the first that allows it, and none denies it.
    Allowed(By),
    /// This statement is the first that denies it.
    ExplicitDeny(By),
    /// No statement is for it.
    ImplicitDeny,
}

/// Asks all policies of a caller.
pub fn decide<'p>(
    policies: impl IntoIterator<Item = &'p PolicyDocument>,
    request: &AccessRequest<'_>,
) -> Verdict {
    decide_and_tell(policies, request).0
}

/// The same, and whether the verdict on this action and this resource is settled: it is, where no condition was asked for it.
/// Then it is the same whatever else is known of a request, as long as the policies are.
pub fn decide_and_tell<'p>(
    policies: impl IntoIterator<Item = &'p PolicyDocument>,
    request: &AccessRequest<'_>,
) -> (Verdict, bool) {
    let (mut verdict, mut is_settled) = (Verdict::ImplicitDeny, true);
    for (policy, document) in policies.into_iter().enumerate() {
        for (statement, candidate) in document.statements.iter().enumerate() {
            // One Allow is enough: no need to ask what a second one depends on.
            let is_enough = candidate.effect == Effect::Allow && matches!(verdict, Verdict::Allowed(_));
            if is_enough || !candidate.names(request) {
                continue;
            }
            is_settled &= candidate.conditions.is_empty();
            if !candidate.holds(request) {
                continue;
            }
            let by = By { policy, statement };
            match candidate.effect {
                Effect::Allow => verdict = Verdict::Allowed(by),
                Effect::Deny => return (Verdict::ExplicitDeny(by), is_settled),
            }
        }
    }
    (verdict, is_settled)
}

#[cfg(test)]
mod tests;
