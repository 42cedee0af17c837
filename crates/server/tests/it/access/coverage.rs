//! Every action, called by a RAM user: allowed, not allowed, denied, and allowed only for another account.

use imagekin_rpc::{Service, codes};
use imagekin_server::actions::{Description, describe};
use serde_json::Value;

use crate::harness::access::{policy, statement};
use crate::harness::actor::{Actor, WAYS, called};
use crate::harness::reply::Reply;
use crate::harness::tables::documented;
use crate::harness::{OWNER, REGION, STRANGER, TestApp};

/// Actions that everybody may call, with the reason; the list may only shrink.
const FREE: &[(&str, &str)] = &[
    ("DescribeEndpoints", "where the service is, is no secret of an account"),
    ("GetCallerIdentity", "STS: needs no permission"),
];

/// Is it the refusal of a policy?
fn is_denied(reply: &Reply) -> Option<String> {
    if reply.response.status != 403 {
        return None;
    }
    let detail = serde_json::from_slice::<Value>(&reply.response.body).ok()?["AccessDeniedDetail"].clone();
    detail["NoPermissionType"].as_str().map(str::to_owned)
}

/// Parameters that name something of each kind: authorisation comes before an action looks at them.
const NAMES: &[(&str, &str)] = &[
    ("RegionId", "cn-hangzhou"),
    ("ImageId", "m-1"),
    ("SnapshotId", "s-1"),
    ("SnapshotIds", "s-1"),
    ("InstanceId", "i-1"),
    ("DiskId", "d-1"),
    ("ResourceType", "image"),
    ("ResourceId.1", "m-1"),
    ("UserName", "nobody"),
    ("GroupName", "nobodies"),
    ("RoleName", "nothing"),
    ("PolicyType", "Custom"),
    ("PolicyName", "none"),
    ("RoleArn", "acs:ram::1234567890123456:role/nothing"),
];

async fn call(actor: &Actor, action: &Description) -> Reply {
    actor.call(&called(action), NAMES).await
}

fn name(action: &Description) -> String {
    let service = match action.service {
        Service::Ecs => "ecs",
        Service::Ram => "ram",
        Service::Sts => "sts",
        Service::Location => "location",
    };
    format!("{service}:{}", action.name)
}

fn needs_permission() -> impl Iterator<Item = Description> {
    describe().filter(|action| FREE.iter().all(|(free, _)| *free != action.name))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_action_is_allowed_denied_and_not_another_accounts() {
    let app = TestApp::standing().await;
    let everything = statement("Allow", "*", "*");
    let allowed = app.user("allowed", Some(&policy(std::slice::from_ref(&everything)))).await;
    let nothing = app.user("nothing", None).await;
    // Beside everything that is the account's, so that only the one action is what it may not.
    let others = format!("acs:*:*:{}:*", STRANGER.account);
    let elsewhere = app.user("elsewhere", Some(&policy(&[statement("Allow", "*", &others)]))).await;
    let denied = app.user("denied", Some(&policy(&[everything, statement("Deny", "*", "*")]))).await;
    for action in needs_permission() {
        let verdicts = [
            is_denied(&call(&allowed, &action).await),
            is_denied(&call(&nothing, &action).await),
            is_denied(&call(&elsewhere, &action).await),
            is_denied(&call(&denied, &action).await),
        ];
        let expected = [None, Some("ImplicitDeny"), Some("ImplicitDeny"), Some("ExplicitDeny")];
        assert_eq!(verdicts, expected.map(|verdict| verdict.map(str::to_owned)), "{}", action.name);
    }
    for (action, _) in FREE {
        let reply = nothing.call(action, &[("Id", "cn-hangzhou"), ("ServiceCode", "ecs")]).await;
        reply.ok();
    }
}

/// A policy that names one action gives that one and no other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_action_is_allowed_by_its_own_name_alone() {
    let app = TestApp::standing().await;
    let actions: Vec<Description> = needs_permission().collect();
    let owner = app.owner();
    let user = app.user("user", Some(&policy(&[statement("Allow", &name(&actions[0]), "*")]))).await;
    for (n, action) in actions.iter().enumerate() {
        let other = &actions[(n + 1) % actions.len()];
        assert_eq!(is_denied(&call(&user, action).await), None, "{}", action.name);
        assert!(is_denied(&call(&user, other).await).is_some(), "{} allows {}", action.name, other.name);
        let document = policy(&[statement("Allow", &name(other), "*")]);
        let version = [
            ("PolicyName", "user"),
            ("PolicyDocument", &*document),
            ("SetAsDefault", "true"),
            ("RotateStrategy", "DeleteOldestNonDefaultVersionWhenLimitExceeded"),
        ];
        owner.ok("CreatePolicyVersion", &version).await;
    }
}

/// A resource of the vendor's tables, of what [`NAMES`] names.
fn filled(template: &str) -> String {
    let values = [
        ("{#regionId}", REGION),
        ("{#accountId}", OWNER.account),
        ("{#imageId}", "m-1"),
        ("{#instanceId}", "i-1"),
        ("{#snapshotId}", "s-1"),
        ("{#resourceId}", "m-1"),
        ("<resource type>", "image"),
    ];
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(name, value))
}

/// What a resource is not: the same in another region, of another type, with another id; of nothing, but all there is.
fn others(resource: &str) -> Vec<String> {
    let Some((place, path)) = resource.rsplit_once(':') else {
        return vec![format!("acs:ecs:*:{}:*", OWNER.account)];
    };
    let (_, id) = path.split_once('/').expect("a type and an id");
    let mut others = vec![resource.replace(REGION, "cn-beijing"), format!("{place}:disk/{id}")];
    if id != "*" {
        others.push(format!("{resource}0"));
    }
    others
}

/// The resources that a call is of, and its parameters.
type Try = (Vec<String>, Vec<(&'static str, &'static str)>);

/// The calls that an action is tried with: where it is of one of a type or of all of it, one that names it and one that does
/// not.
fn calls(resources: &[String]) -> Vec<Try> {
    let is_all = |resource: &&String| resource.ends_with("/*");
    let kind = |resource: &str| resource.rsplit_once('/').map(|(kind, _)| kind.to_owned());
    let of_either = |all: &&String| resources.iter().any(|one| one != *all && kind(one) == kind(all));
    let Some(all) = resources.iter().filter(is_all).find(of_either) else {
        return vec![(resources.to_vec(), NAMES.to_vec())];
    };
    let nameless = NAMES.iter().filter(|(name, _)| !["ImageId", "SnapshotIds"].contains(name));
    let ones = resources.iter().filter(|one| *one != all).cloned().collect();
    vec![(ones, NAMES.to_vec()), (vec![all.clone()], nameless.copied().collect())]
}

/// Each action is of the resources that the vendor's table says: with exactly these it is allowed, and if any of them is
/// another, it is not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_action_is_of_the_resources_that_the_tables_say() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let user = app.user("user", Some(&policy(&[statement("Allow", "ecs:None", "*")]))).await;
    let is_allowed_with = async |action: &Description, resources: &[String], params: &[(&str, &str)]| {
        let statements: Vec<Value> =
            resources.iter().map(|resource| statement("Allow", &name(action), resource)).collect();
        let document = policy(&statements);
        let version = [
            ("PolicyName", "user"),
            ("PolicyDocument", &*document),
            ("SetAsDefault", "true"),
            ("RotateStrategy", "DeleteOldestNonDefaultVersionWhenLimitExceeded"),
        ];
        owner.ok("CreatePolicyVersion", &version).await;
        is_denied(&user.call(action.name, params).await).is_none()
    };
    let mut tried = 0;
    for (action, table) in documented() {
        let Some(resources) = table["ram"]["resources"].as_array() else { continue };
        let resources: Vec<String> =
            resources.iter().map(|resource| filled(resource.as_str().expect("a text"))).collect();
        tried += 1;
        for (resources, params) in calls(&resources) {
            assert!(is_allowed_with(&action, &resources, &params).await, "{}: {resources:?}", action.name);
            for (n, resource) in resources.iter().enumerate() {
                for other in others(resource) {
                    let mut changed = resources.clone();
                    changed[n] = other;
                    assert!(
                        !is_allowed_with(&action, &changed, &params).await,
                        "{}: {changed:?}",
                        action.name
                    );
                }
            }
        }
    }
    assert!(tried >= 15, "{tried}");
}

/// The refusal says what was asked and who asked, in each way and format.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_tells_what_it_is_of() {
    let app = TestApp::standing().await;
    let user = app.user("alice", None).await;
    for way in WAYS {
        let reply =
            user.by(way).call("DeleteImage", &[("RegionId", "cn-hangzhou"), ("ImageId", "m-1")]).await;
        reply.assert_refused(&codes::FORBIDDEN_BY_RAM);
        user.by(way).call("ListUsers", &[]).await.assert_refused(&codes::NO_PERMISSION);
    }
    let reply = user.call("DeleteImage", &[("RegionId", "cn-hangzhou"), ("ImageId", "m-1")]).await;
    let body: Value = serde_json::from_slice(&reply.response.body).expect("JSON");
    let detail = &body["AccessDeniedDetail"];
    let told = ["AuthAction", "AuthPrincipalOwnerId", "AuthPrincipalType", "NoPermissionType", "PolicyType"];
    assert_eq!(
        told.map(|field| detail[field].as_str().unwrap_or_default()),
        ["ecs:DeleteImage", "1234567890123456", "SubUser", "ImplicitDeny", "AccountLevelIdentityBasedPolicy"]
    );
    let of_user = app.owner().ok("GetUser", &[("UserName", "alice")]).await;
    assert_eq!(detail["AuthPrincipalDisplayName"], of_user["User"]["UserId"]);
}
