//! Which statement decides.

use std::cell::RefCell;

use super::*;

/// A request from 192.0.2.1 that notes what it is asked.
#[derive(Default)]
struct Asked(RefCell<Vec<String>>);

impl Context for Asked {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        self.0.borrow_mut().push(key.to_owned());
        if key == "acs:SourceIp" { vec![Cow::Borrowed("192.0.2.1")] } else { Vec::new() }
    }
}

fn policy(statements: &[&str]) -> PolicyDocument {
    PolicyDocument::parse(&format!(r#"{{"Version":"1","Statement":[{}]}}"#, statements.join(","))).unwrap()
}

const ALLOW_ALL: &str = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;
const ALLOW_READING: &str = r#"{"Effect":"Allow","Action":["ecs:Describe*","ECS:LIST*"],"Resource":"*"}"#;
const DENY_DELETE: &str = r#"{"Effect":"Deny","Action":"ecs:deleteimage","Resource":"acs:ecs:*:*:image/*"}"#;
const DENY_OTHERS: &str = r#"{"Effect":"Deny","NotAction":"ecs:*","Resource":"*"}"#;
const DENY_ELSEWHERE: &str = r#"{"Effect":"Deny","Action":"*","NotResource":"acs:ecs:cn-hangzhou:*"}"#;
const DENY_OUTSIDE: &str = r#"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NotIpAddress":{"acs:SourceIp":"192.0.2.0/24"}}}"#;

const IMAGE: &str = "acs:ecs:cn-hangzhou:1234567890123456:image/m-1";

fn asked(policies: &[PolicyDocument], action: &str, resource: &str) -> Verdict {
    decide(policies, &AccessRequest { action, resource, context: &Asked::default() })
}

fn allowed(policy: usize, statement: usize) -> Verdict {
    Verdict::Allowed(By { policy, statement })
}

fn denied(policy: usize, statement: usize) -> Verdict {
    Verdict::ExplicitDeny(By { policy, statement })
}

#[test]
fn nothing_is_allowed_by_nobody() {
    assert_eq!(asked(&[], "ecs:DescribeImages", IMAGE), Verdict::ImplicitDeny);
    assert_eq!(asked(&[policy(&[ALLOW_READING])], "ecs:DeleteImage", IMAGE), Verdict::ImplicitDeny);
    assert_eq!(asked(&[policy(&[DENY_DELETE])], "ecs:DescribeImages", IMAGE), Verdict::ImplicitDeny);
}

#[test]
fn a_deny_wins_wherever_it_stands() {
    for statements in [[ALLOW_ALL, DENY_DELETE], [DENY_DELETE, ALLOW_ALL]] {
        let at = statements.iter().position(|statement| *statement == DENY_DELETE).unwrap();
        assert_eq!(asked(&[policy(&statements)], "ecs:DeleteImage", IMAGE), denied(0, at));
        let apart = statements.map(|statement| policy(&[statement]));
        assert_eq!(asked(&apart, "ecs:DeleteImage", IMAGE), denied(at, 0));
        assert_eq!(asked(&apart, "ecs:CreateImage", IMAGE), allowed(1 - at, 0));
    }
}

#[test]
fn the_first_that_decides_is_named() {
    let policies =
        [policy(&[DENY_OTHERS, ALLOW_READING]), policy(&[ALLOW_ALL]), policy(&[DENY_DELETE, DENY_DELETE])];
    assert_eq!(asked(&policies, "ecs:DescribeImages", IMAGE), allowed(0, 1));
    assert_eq!(asked(&policies, "ecs:ListTagResources", IMAGE), allowed(0, 1));
    assert_eq!(asked(&policies, "ecs:CreateImage", IMAGE), allowed(1, 0));
    assert_eq!(asked(&policies, "ecs:DeleteImage", IMAGE), denied(2, 0));
    assert_eq!(asked(&policies, "ram:CreateUser", "*"), denied(0, 0));
}

#[test]
fn resources_are_told_apart_by_case_and_actions_are_not() {
    let policies = [policy(&[ALLOW_ALL, DENY_DELETE])];
    assert_eq!(asked(&policies, "ECS:DELETEIMAGE", IMAGE), denied(0, 1));
    assert_eq!(
        asked(&policies, "ecs:DeleteImage", "acs:ecs:cn-hangzhou:1234567890123456:Image/m-1"),
        allowed(0, 0)
    );
}

#[test]
fn all_but_a_resource() {
    let policies = [policy(&[ALLOW_ALL, DENY_ELSEWHERE])];
    assert_eq!(asked(&policies, "ecs:DeleteImage", IMAGE), allowed(0, 0));
    assert_eq!(
        asked(&policies, "ecs:DeleteImage", "acs:ecs:cn-beijing:1234567890123456:image/m-1"),
        denied(0, 1)
    );
}

#[test]
fn the_context_is_asked_for_what_decides_only() {
    let conditional = r#"{"Effect":"Allow","Action":"oss:*","Resource":"*","Condition":{"Bool":{"acs:MFAPresent":"true"}}}"#;
    let second = r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"acs:SecureTransport":"true"}}}"#;
    let policies = [policy(&[conditional, ALLOW_ALL, second, DENY_OUTSIDE])];
    let context = Asked::default();
    let request = AccessRequest { action: "ecs:DeleteImage", resource: IMAGE, context: &context };
    assert_eq!(decide(&policies, &request), allowed(0, 1));
    // The first is for another action, the third could only allow again.
    assert_eq!(context.0.into_inner(), ["acs:SourceIp"]);
}
