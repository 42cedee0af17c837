//! A RAM user in each account, with a key and a policy of fifty statements. The last of them is the one that allows what is
//! measured; those before it are for the same action, so that each is asked about the resource.

use std::sync::Arc;

use anyhow::Context;
use imagekin_access::{AccessKey, AccessKeyId, EntityId, KeyStatus, PolicyType, Secret};
use imagekin_catalog::Timestamp;
use imagekin_store::{AccessWrite, Attachment, EntityType, Policy, PolicyVersion, Store, StoreError, User};
use tokio::task::JoinSet;

use super::{self as seed, Scale};

/// Statements of the policy.
pub(in crate::bench::measure) const STATEMENTS: usize = 50;
/// Accounts that get their user at once: their writes share commits.
const WRITERS: u32 = 64;
const NAME: &str = "resolver";
/// When they were made, in seconds since 1970.
const MADE: i64 = 1_700_000_000;

/// The access key id of the user of an account.
pub(in crate::bench::measure) fn access_key_id(account: u32) -> String {
    format!("LTAI5tBenchUser{account:09}")
}

/// The secret of the user's access key.
pub(in crate::bench::measure) fn secret(account: u32) -> String {
    format!("BenchUserSecret{account:015}")
}

/// The policy that every user has.
pub(super) fn policy() -> String {
    let other = |n: usize| match n % 10 {
        9 => format!(
            r#"{{"Effect":"Deny","Action":"ecs:D*","Resource":"acs:ecs:*:*:image/m-secret-{n:02}*"}}"#
        ),
        4 => format!(
            r#"{{"Effect":"Allow","Action":"ecs:Describe*","Resource":"acs:ecs:cn-beijing:*:image/{n:02}"}}"#
        ),
        _ => format!(
            r#"{{"Effect":"Allow","Action":"ecs:*Image*","Resource":"acs:ecs:*:*:image/m-team-{n:02}*"}}"#
        ),
    };
    let last = r#"{"Effect":"Allow","Action":"ecs:DescribeImageFromFamily","Resource":"*"}"#.to_owned();
    let statements: Vec<String> = (1..STATEMENTS).map(other).chain([last]).collect();
    format!(r#"{{"Version":"1","Statement":[{}]}}"#, statements.join(","))
}

/// Makes them.
pub(super) async fn add(store: &Arc<Store>, scale: Scale) -> anyhow::Result<()> {
    let mut writers = JoinSet::new();
    for account in 0..scale.accounts {
        if writers.len() == WRITERS as usize {
            writers.join_next().await.context("a writer")???;
        }
        writers.spawn(add_to(Arc::clone(store), account));
    }
    while let Some(written) = writers.join_next().await {
        written??;
    }
    Ok(())
}

async fn add_to(store: Arc<Store>, account: u32) -> anyhow::Result<()> {
    let now = Timestamp::from_seconds(MADE);
    let id = EntityId::generate(u128::from(account) + 1);
    let user = User {
        id: id.clone(),
        name: NAME.to_owned(),
        display_name: NAME.to_owned(),
        comments: String::new(),
        mobile_phone: String::new(),
        email: String::new(),
        created_at: now,
        updated_at: now,
    };
    let key = AccessKey {
        user: Some(id.clone()),
        account: seed::account_id(account)?,
        id: AccessKeyId::parse(&access_key_id(account)).context("an access key id")?,
        secret: Secret::new(secret(account)).context("a secret")?,
        status: KeyStatus::Active,
    };
    let policy = Policy {
        name: NAME.to_owned(),
        description: String::new(),
        default_version: 1,
        newest_version: 1,
        created_at: now,
        updated_at: now,
        tags: Vec::new(),
    };
    let version = PolicyVersion { version: 1, document: self::policy(), created_at: now };
    let attachment = Attachment {
        entity_type: EntityType::User,
        entity_id: id,
        policy_type: PolicyType::Custom,
        policy_name: NAME.to_owned(),
        attached_at: now,
    };
    let add = move |write: &AccessWrite<'_>| {
        write.put_user(&user)?;
        write.put_access_key(&key)?;
        write.put_policy(&policy)?;
        write.add_policy_version(NAME, &version)?;
        write.attach(&attachment).map(drop)
    };
    Ok(store.write_access::<_, StoreError>(seed::account_id(account)?, now, add).await?)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use imagekin_access::PolicyDocument;
    use imagekin_access::policy::{AccessRequest, By, Context, Verdict, decide};

    use super::*;

    struct Nothing;

    impl Context for Nothing {
        fn values(&self, _: &str) -> Vec<Cow<'_, str>> {
            Vec::new()
        }
    }

    #[test]
    fn the_last_statement_is_the_one_that_allows() {
        let document = PolicyDocument::parse(&policy()).unwrap();
        let (action, resource) =
            ("ecs:DescribeImageFromFamily", "acs:ecs:cn-hangzhou:1000000000000000:image/*");
        let request = AccessRequest { action, resource, context: &Nothing };
        let by = By { policy: 0, statement: STATEMENTS - 1 };
        assert_eq!(decide([&document], &request), Verdict::Allowed(by));
    }
}
