//! A family's past, told by `imagekin serve`: history, explanation, and what it resolved to then.

use serde_json::Value;

use crate::real::Sandbox;

fn json(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    serde_json::from_str(&sandbox.run(&[arguments, &["-o", "json"]].concat())).unwrap()
}

#[test]
fn a_family_is_looked_back_on() {
    let sandbox = Sandbox::start();
    let first = sandbox.import("one.raw", "base-1", "base");
    let second = sandbox.import("two.raw", "base-2", "base");
    sandbox.run(&["images", "deprecate", &second]);
    sandbox.run(&["images", "delete", &first]);

    // Newest first: none, the first again, the second, the first.
    let history = json(&sandbox, &["history", "base"]);
    let changes = history["HeadChanges"]["HeadChange"].as_array().unwrap();
    let heads: Vec<&str> = changes.iter().map(|change| change["ImageId"].as_str().unwrap()).collect();
    assert_eq!(heads, ["", &first, &second, &first]);
    let whys: Vec<&str> = changes.iter().map(|change| change["ChangedBy"].as_str().unwrap()).collect();
    assert_eq!(whys[..2], ["DeleteImage", "ModifyImageAttribute"]);

    // Each change is what was resolved from its revision, and from its instant, on.
    for change in changes {
        let (head, revision) = (change["ImageId"].as_str().unwrap(), change["Revision"].to_string());
        for then in [["--revision", &revision], ["--as-of", change["ChangedTime"].as_str().unwrap()]] {
            let resolve = [&["resolve", "base"][..], &then].concat();
            if head.is_empty() {
                sandbox.fails(3, &resolve);
            } else {
                assert_eq!(sandbox.run(&resolve), head, "{then:?}");
                assert_eq!(json(&sandbox, &resolve)["Revision"], change["Revision"], "{then:?}");
            }
        }
    }
    sandbox.fails(3, &["resolve", "base"]);
    sandbox.fails(3, &["resolve", "base", "--as-of", "2020-01-01T00:00:00Z"]);

    let page = sandbox.run(&["history", "base", "--page-size", "1", "--page-number", "3"]);
    assert!(page.contains(&second), "{page}");
    assert!(sandbox.fails(3, &["history", "nobody"]).contains("has never had a head"));
}

#[test]
fn each_image_of_a_family_is_explained() {
    let sandbox = Sandbox::start();
    let [first, second, third] = [("one.raw", "base-1"), ("two.raw", "base-2"), ("one.raw", "base-3")]
        .map(|(object, name)| sandbox.import(object, name, "base"));
    sandbox.run(&["images", "deprecate", &third]);
    let explained = sandbox.run(&["explain", "base"]);
    let verdicts: Vec<(&str, &str)> = explained
        .lines()
        .map(|line| {
            let mut cells = line.split('\t');
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect();
    assert_eq!(verdicts, [("NotAvailable", third.as_str()), ("Head", &second), ("Older", &first)]);
    assert!(sandbox.fails(3, &["explain", "nobody"]).contains("no image in cn-hangzhou"));
}

#[test]
fn families_are_listed_with_their_heads() {
    let sandbox = Sandbox::start();
    assert_eq!(sandbox.run(&["families"]), "");
    let web = sandbox.import("one.raw", "web-1", "web");
    let base = sandbox.import("two.raw", "base-1", "base");
    sandbox.run(&["images", "deprecate", &base]);
    let families = json(&sandbox, &["families"]);
    assert_eq!(families["TotalCount"], 2);
    let rows: Vec<[String; 4]> = families["Families"]["Family"]
        .as_array()
        .unwrap()
        .iter()
        .map(|family| {
            let number = |field: &str| family[field].to_string();
            let text = |field: &str| family[field].as_str().unwrap().to_owned();
            [text("ImageFamily"), number("ImageCount"), number("AvailableImageCount"), text("ImageId")]
        })
        .collect();
    assert_eq!(rows, [["base", "1", "0", ""], ["web", "1", "1", &web]].map(|row| row.map(str::to_owned)));
}
