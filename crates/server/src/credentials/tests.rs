//! What keys that are ready may take, and what they tell.

use imagekin_access::{EntityId, PolicyDocument};
use imagekin_store::KeyRing;

use super::*;
use crate::permissions::{AsksOfTags, Settled};

/// Most policies that a user has, by itself and by groups.
const POLICIES_MAX: usize = 110;

/// A policy of so many conditions.
fn document(conditions: usize) -> PolicyDocument {
    let conditions: Vec<String> = (0..conditions).map(|n| format!(r#""{n}":"""#)).collect();
    let conditions = format!(r#"{{"StringLike":{{{}}}}}"#, conditions.join(","));
    let statement = format!(r#"{{"Effect":"Deny","Action":"*","Resource":"*","Condition":{conditions}}}"#);
    PolicyDocument::parse(&format!(r#"{{"Version":"1","Statement":{statement}}}"#)).expect("a policy")
}

/// A key of a session whose document has so many conditions.
fn session(n: usize, conditions: usize) -> Credential {
    Credential {
        account: AccountId::from_u64(1_234_567_890_123_456).expect("an account"),
        identity: Identity::AssumedRole {
            id: EntityId::generate(1),
            name: "role".to_owned(),
            session: "s".to_owned(),
        },
        access_key_id: AccessKeyId::parse(&format!("STS.{n}")).expect("an id"),
        status: KeyStatus::Active,
        key: SigningKey::new("secret"),
        permissions: Permissions::Granted {
            policies: Vec::new(),
            session: Some(document(conditions)),
            asks: AsksOfTags::default(),
            settled: Settled::default(),
        },
        throttles: Vec::new(),
        noted_at: AtomicI64::new(0),
        token: Some(SealedToken("t".repeat(1_000))),
    }
}

#[test]
fn keys_take_no_more_than_they_may_however_much_their_owners_may_do() {
    let credentials = Credentials::new(Profile::Production);
    let now = Timestamp::from_seconds(0);
    let room = usize::try_from(READY_BYTES_MAX).expect("it fits");
    let conditions = 600;
    // Three times as many as there is room for; the last ones are there.
    let many = 3 * room / document(conditions).memory_bytes();
    for n in 0..many {
        credentials.keep(session(n, conditions), now, 0);
    }
    assert!(credentials.ready.weight() <= READY_BYTES_MAX);
    assert!(credentials.ready.len() > many / 5, "{} of {many}", credentials.ready.len());
    assert!(credentials.ready.len() < many / 2, "{} of {many}", credentials.ready.len());
}

#[test]
fn many_keys_of_little_are_ready() {
    let credentials = Credentials::new(Profile::Production);
    for n in 0..8_000 {
        credentials.keep(session(n, 1), Timestamp::from_seconds(0), 0);
    }
    assert!(credentials.ready.len() > 7_200, "{}", credentials.ready.len());
}

#[test]
fn whoever_has_the_most_is_ready_too() {
    // A policy with its name, the longest token, and what policies have said.
    let policies = POLICIES_MAX * (PolicyDocument::MEMORY_BYTES_MAX + 256);
    let most = (ENTRY_BYTES + policies + 8 * 1024) as u64;
    // The cache keeps a few hundredths of its room for what has been asked for once only.
    assert!(most <= READY_BYTES_MAX / READY_SHARDS as u64 * 97 / 100);
}

#[test]
fn a_key_of_a_session_does_not_tell_its_token() {
    let session = session(1, 1);
    let token = &session.token.as_ref().expect("a token").0;
    let told = format!("{session:?}");
    assert!(told.contains("STS.1") && told.contains("SealedToken(…)"), "{told}");
    assert!(!told.contains(&token[..16]), "{told}");
}

/// What one account changes makes nobody else's keys be read again.
#[test]
fn a_change_is_of_its_account() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = KeyRing::open(&folder.path().join("master.key"), || [7; 32]).expect("a key");
    let store = Store::open(folder.path(), key).expect("a store");
    let (credentials, now) = (Credentials::new(Profile::Production), Timestamp::from_seconds(0));
    let own = credentials.keep(session(1, 1), now, 0).account;
    let other = AccountId::from_u64(own.as_u64() + 1).expect("an account");
    let is_ready = || credentials.ready(&store, "STS.1", now).is_some();
    credentials.changed(other);
    assert!(is_ready());
    credentials.changed(own);
    assert!(!is_ready());
    // Read after all that: it is current, until the account changes something again.
    credentials.keep(session(1, 1), now, 2);
    assert!(is_ready());
    credentials.changed(other);
    assert!(is_ready());
    credentials.changed(own);
    assert!(!is_ready());
}
