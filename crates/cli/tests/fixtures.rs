//! `imagekin fixtures`: the example of the documentation goes into a data folder, and comes out of it.

use std::path::Path;
use std::process::{Command, Output};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/fixtures.yaml");

fn fixtures(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_imagekin"));
    command.args(["fixtures"]).args(arguments).arg("--data-dir").arg(data);
    command.output().expect("the binary is built")
}

#[track_caller]
fn ok(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn the_example_goes_in_and_comes_out_the_same() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let applied = ok(&fixtures(first.path(), &["apply", EXAMPLE]));
    assert_eq!(applied, "applied 2 accounts, 216 system images, 1 snapshots, 1 instances\n");
    let exported = ok(&fixtures(first.path(), &["export"]));
    assert!(!exported.contains("secret"), "{exported}");
    // Applied again, it changes nothing; what was exported says the same.
    ok(&fixtures(first.path(), &["apply", EXAMPLE]));
    assert_eq!(ok(&fixtures(first.path(), &["export"])), exported);
    let file = second.path().join("exported.yaml");
    std::fs::write(&file, &exported).unwrap();
    ok(&fixtures(second.path(), &["apply", &file.to_string_lossy()]));
    let again = ok(&fixtures(second.path(), &["export"]));
    let without_keys = |text: &str| -> String {
        text.lines()
            .filter(|line| {
                !line.contains("access_keys") && !line.contains("id: testid") && !line.contains("id: otherid")
            })
            .collect()
    };
    assert_eq!(without_keys(&again), without_keys(&exported));
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_done() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("wrong.yaml");
    for (yaml, told) in [
        ("acounts: []", "acounts"),
        ("accounts: [{id: '1'}]", "the account `1` is not a uid of 16 digits"),
        (
            "accounts: [{id: '1234567890123456', regions: {mars: {}}}]",
            "the region `mars` is none of the regions in the settings",
        ),
        (
            "accounts: [{id: '1234567890123456', regions: {cn-hangzhou: {snapshots: [{id: s-1, size: 0}]}}}]",
            "the disk `s-1` has a size that is not 1 to 2048 GiB",
        ),
    ] {
        std::fs::write(&file, yaml).unwrap();
        let output = fixtures(data.path(), &["apply", &file.to_string_lossy()]);
        assert_eq!(output.status.code(), Some(2), "{yaml}");
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(complaint.starts_with("imagekin: ") && complaint.contains(told), "{yaml}: {complaint}");
    }
    assert_eq!(ok(&fixtures(data.path(), &["export"])).trim(), "{}");
}

/// Neither where there is nothing, nor beside whoever has the store.
#[test]
fn an_export_only_reads() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let output = fixtures(&nowhere, &["export"]);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{complaint}");
    assert!(complaint.starts_with("imagekin: there is no store in"), "{complaint}");
    assert!(!nowhere.exists(), "it has made a store");

    let data = folder.path().join("data");
    ok(&fixtures(&data, &["apply", EXAMPLE]));
    let _in_use = imagekin_store::lock_folder(&data).unwrap();
    assert!(ok(&fixtures(&data, &["export"])).contains("testid"));
    assert_eq!(fixtures(&data, &["apply", EXAMPLE]).status.code(), Some(2));
}
