//! What policies refuse, and temporary keys: calls of somebody who is not the account.

use imagekin_rpc::{Code, codes as c};

use super::Seen;
use crate::harness::TestApp;
use crate::harness::access::{policy, statement};
use crate::harness::actor::WAYS;

/// Calls of AssumeRole that are refused, by a user who may assume every role. The first of the parameters is RoleArn.
const REFUSED: &[(&[(&str, &str)], &Code)] = &[
    (&[("RoleArn", "role/builder"), ("RoleSessionName", "test")], &c::ROLE_ARN_MALFORMED),
    (
        &[("RoleArn", "acs:ram::1234567890123456:role/none"), ("RoleSessionName", "test")],
        &c::ROLE_TO_ASSUME_NOT_FOUND,
    ),
    (&[("RoleArn", ROLE), ("RoleSessionName", "a")], &c::SESSION_NAME_MALFORMED),
    (&[("RoleArn", ROLE), ("RoleSessionName", "te st")], &c::SESSION_NAME_MALFORMED),
    (&[("RoleArn", ROLE), ("RoleSessionName", "test"), ("DurationSeconds", "60")], &c::DURATION_INVALID),
    (&[("RoleArn", ROLE), ("RoleSessionName", "test"), ("Policy", "{}")], &c::SESSION_POLICY_MALFORMED),
    (
        &[("RoleArn", ROLE), ("RoleSessionName", "test"), ("SourceIdentity", "alice")],
        &c::SOURCE_IDENTITY_NOT_SUPPORTED,
    ),
];
const ROLE: &str = "acs:ram::1234567890123456:role/builder";

pub(super) async fn send_all() -> Vec<Seen> {
    let app = TestApp::standing().await;
    app.role("builder", None).await;
    let user = app.user("alice", Some(&policy(&[statement("Allow", "sts:*", "*")]))).await;
    let session = user.assume(ROLE, &[]).await;
    let long = "x".repeat(2_049);
    let too_long = [("RoleArn", ROLE), ("RoleSessionName", "test"), ("Policy", &*long)];
    let before = app.state();
    let mut seen = Vec::new();
    let images = [("RegionId", "cn-hangzhou")];
    for way in WAYS {
        let (user, session) = (user.by(way), session.by(way));
        for (params, code) in REFUSED {
            seen.push(Seen::of("AssumeRole", &user.call("AssumeRole", params).await, code, None));
        }
        let reply = user.call("AssumeRole", &too_long).await;
        seen.push(Seen::of("AssumeRole", &reply, &c::SESSION_POLICY_TOO_LONG, None));
        let reply = user.call("DescribeImages", &images).await;
        seen.push(Seen::of("DescribeImages", &reply, &c::FORBIDDEN_BY_RAM, None));
        let reply = user.call("ListUsers", &[]).await;
        seen.push(Seen::of("ListUsers", &reply, &c::NO_PERMISSION, None));
        let reply = session.with_key(session.key(), None).call("DescribeImages", &images).await;
        seen.push(Seen::of("", &reply, &c::SECURITY_TOKEN_MISSING, None));
        let reply = user.with_key(user.key(), session.token()).call("DescribeImages", &images).await;
        seen.push(Seen::of("", &reply, &c::SECURITY_TOKEN_MISMATCH, None));
    }
    if let Some(last) = seen.pop() {
        seen.push(last.and(app.state() == before, "a refused call changed the database"));
    }
    app.advance(std::time::Duration::from_secs(3_601));
    let reply = session.call("DescribeImages", &images).await;
    seen.push(Seen::of("", &reply, &c::SECURITY_TOKEN_EXPIRED, None));
    seen
}
