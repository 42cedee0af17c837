//! Any bytes as a policy: read or refused with a reason; and what is read decides, whatever the request has.
#![no_main]

use std::borrow::Cow;

use imagekin_access::policy::{AccessRequest, Context, Verdict, decide};
use imagekin_access::{AccountId, PolicyDocument, TrustPolicy};
use libfuzzer_sys::fuzz_target;

const ACTION: &str = "ecs:DeleteImage";
const RESOURCE: &str = "acs:ecs:cn-hangzhou:1234567890123456:image/m-1";
const PRINCIPAL: &str = "acs:ram::1234567890123456:user/alice";

/// Answers a key with a value of each kind, itself, and the whole policy.
struct Echo<'p>(&'p str);

impl Context for Echo<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        let mut values: Vec<Cow<'_, str>> =
            ["192.0.2.1", "2001:db8::1", "2019-08-12T09:00:00Z", "10.5", "true", "", self.0]
                .map(Cow::Borrowed)
                .into();
        values.push(Cow::Owned(key.to_owned()));
        values
    }
}

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let context = Echo(text);
    match TrustPolicy::parse(text) {
        Ok(policy) => drop(policy.allows(PRINCIPAL, AccountId::parse("1234567890123456"), &context)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    match PolicyDocument::parse(text) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(policy) => {
            let verdict = |policies: &[PolicyDocument], resource: &str| {
                decide(policies, &AccessRequest { action: ACTION, resource, context: &context })
            };
            let once = [policy.clone()];
            let _ = verdict(&once, text);
            // What is denied once is denied twice, and an Allow does not become another for being repeated.
            assert_eq!(verdict(&once, RESOURCE), verdict(&[policy.clone(), policy], RESOURCE));
            assert_eq!(verdict(&[], RESOURCE), Verdict::ImplicitDeny);
        }
    }
});
