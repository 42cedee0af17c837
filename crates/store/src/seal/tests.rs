//! What is sealed, by which key, and how keys are kept in their file.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::Barrier;

use super::*;

const ONE: [u8; KEY_BYTES] = [1; KEY_BYTES];
const TWO: [u8; KEY_BYTES] = [2; KEY_BYTES];

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

/// As texts were sealed before they said by which key.
fn without_id(sealed: &str) -> &str {
    sealed.split_once(SEPARATOR).unwrap().1
}

#[test]
fn a_key_is_written_whole_and_only_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    let ring = KeyRing::of(ONE);
    ring.write(&path).unwrap();
    assert!(matches!(KeyRing::of(TWO).write(&path), Err(StoreError::Folder { .. })));
    assert_eq!(KeyRing::read(&path).unwrap(), ring);
    assert_eq!(KeyRing::open(&path, || unreachable!("the file is there")).unwrap(), ring);
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(files(folder.path()), 1, "a draft was left behind");
}

#[test]
fn only_the_same_key_and_owner_unseal() {
    let (one, two) = (KeyRing::of(ONE), KeyRing::of(TWO));
    let sealed = one.seal("secret", "owner").unwrap();
    assert!(!sealed.contains("secret") && sealed.starts_with(&prefix(one.sealing())));
    assert_eq!(one.unseal(&sealed, "owner").unwrap().as_str(), "secret");
    assert_eq!(one.unseal(&sealed, "other"), Err(UnsealError::Broken));
    assert_eq!(two.unseal(&sealed, "owner"), Err(UnsealError::LostKey(one.sealing())));
    assert_eq!(two.unseal(without_id(&sealed), "owner"), Err(UnsealError::Broken));
    assert_ne!(sealed, one.seal("secret", "owner").unwrap(), "a nonce is used once");
    // Whoever says that another key has sealed it gains nothing.
    let claimed = format!("{}{}", prefix(two.sealing()), without_id(&sealed));
    let both = one.with(TWO).unwrap();
    assert_eq!(both.unseal(&claimed, "owner"), Err(UnsealError::Broken));
    for broken in ["", ".", "00", "zz", "é", "0101010.00", &sealed[..sealed.len() - 1], &sealed[9..40]] {
        assert_eq!(both.unseal(broken, "owner"), Err(UnsealError::Broken), "{broken}");
    }
}

/// Every step of a rotation: what was sealed before it is unsealed after it, until the key goes.
#[test]
fn a_ring_unseals_with_all_of_its_keys_and_seals_with_the_first() {
    let old = KeyRing::of(ONE);
    let sealed = old.seal("secret", "owner").unwrap();
    let added = old.with(TWO).unwrap();
    assert_eq!(added.sealing(), old.sealing());
    let new_id = KeyRing::of(TWO).sealing();
    let promoted = added.promoted(new_id).unwrap();
    assert_eq!(promoted.ids().collect::<Vec<_>>(), [new_id, old.sealing()]);
    let anew = promoted.seal("secret", "owner").unwrap();
    for ring in [&added, &promoted] {
        for text in [&*sealed, without_id(&sealed), &anew, without_id(&anew)] {
            assert_eq!(ring.unseal(text, "owner").unwrap().as_str(), "secret");
        }
    }
    assert_eq!(promoted.unseal_by(without_id(&sealed), "owner").unwrap().1, old.sealing());
    assert!(promoted.without(new_id).is_err(), "the key that seals stays");
    let dropped = promoted.without(old.sealing()).unwrap();
    assert_eq!(dropped.unseal(&sealed, "owner"), Err(UnsealError::LostKey(old.sealing())));
    assert!(dropped.promoted(old.sealing()).is_err() && dropped.without(old.sealing()).is_err());
    assert!(added.with(TWO).is_err(), "a key stands in a ring once");
}

#[test]
fn a_ring_is_read_as_lines_or_as_the_bytes_of_one_key() {
    let both = KeyRing::of(ONE).with(TWO).unwrap();
    let text = format!("{}\r\n\n  {}", "01".repeat(32), "02".repeat(32));
    assert_eq!(KeyRing::parse(text.as_bytes(), "it").unwrap(), both);
    assert_eq!(KeyRing::parse(both.to_text().as_bytes(), "it").unwrap(), both);
    assert_eq!(KeyRing::parse(&ONE, "it").unwrap(), KeyRing::of(ONE));
    let of_seventeen = (0..17).map(|n| format!("{n:064x}\n")).collect::<String>();
    let refused = [
        ("hunter2".to_owned(), "64 hexadecimal digits"),
        ("0g".repeat(32), "64 hexadecimal digits"),
        ("01".repeat(33), "64 hexadecimal digits"),
        (format!("{0}\n{0}", "01".repeat(32)), "twice"),
        ("\n".to_owned(), "empty"),
        (of_seventeen, "16 keys"),
    ];
    for (text, why) in refused {
        let told = KeyRing::parse(text.as_bytes(), "the file").unwrap_err().to_string();
        assert!(told.contains(why) && told.contains("the file"), "{told}");
        assert!(!told.contains("hunter2") && !told.contains("0101"), "{told}");
    }
}

#[test]
fn keys_do_not_show_themselves() {
    let ring = KeyRing::of([0xab; KEY_BYTES]).with([0xcd; KEY_BYTES]).unwrap();
    let shown = format!("{ring:?}");
    assert!(!shown.contains("171") && !shown.contains("abab") && shown.contains(&ring.sealing().to_string()));
    let ids: Vec<KeyId> = ring.ids().collect();
    assert_eq!(ids, ids.iter().map(|id| KeyId::parse(&id.to_string()).unwrap()).collect::<Vec<_>>());
    assert_eq!([KeyId::parse("1a2b3c4"), KeyId::parse("1a2b3c4d5e"), KeyId::parse("1a2b3c4g")], [None; 3]);
}

#[test]
fn a_file_is_changed_whole_and_by_one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("master.key");
    // As it was made before there were rings.
    std::fs::write(&path, ONE).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let together = Barrier::new(8);
    std::thread::scope(|scope| {
        for n in 2..10 {
            let (together, link) = (&together, &link);
            scope.spawn(move || {
                together.wait();
                change_key_file(link, |ring| ring.with([n; KEY_BYTES])).unwrap();
            });
        }
    });
    let ring = KeyRing::read(&path).unwrap();
    assert_eq!((ring.ids().count(), ring.sealing()), (9, KeyRing::of(ONE).sealing()), "a change was lost");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(link.metadata().unwrap().ino(), path.metadata().unwrap().ino(), "the link is one still");
    // A change that is refused changes nothing.
    assert!(change_key_file(&path, |ring| ring.with(ONE)).is_err());
    assert_eq!(KeyRing::read(&path).unwrap(), ring);
    assert_eq!(files(folder.path()), 2, "a draft was left behind");
    std::fs::write(&path, vec![b'0'; 5_000]).unwrap();
    assert!(KeyRing::read(&path).unwrap_err().to_string().contains("too long"));
}
