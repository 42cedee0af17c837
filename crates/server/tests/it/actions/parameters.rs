//! Every parameter of the vendor's tables, missing and malformed: the oracle says which there are and of which type.

use imagekin_rpc::codes;
use serde_json::Value;

use crate::harness::actor::WAYS;
use crate::harness::{REGION, TestApp};

/// The vendor's own tables.
const ACTIONS: &str = include_str!("../../../../../data/ecs/actions.json");

/// An action, what a good call of it needs (beside what is yet to be made), and the parameters that it does not read:
/// they sort out what a catalogue of one's own images has not, and any text may stand in them.
struct Served {
    action: &'static str,
    needs: &'static [(&'static str, &'static str)],
    unread: &'static [&'static str],
}

const fn served(
    action: &'static str,
    needs: &'static [(&'static str, &'static str)],
    unread: &'static [&'static str],
) -> Served {
    Served { action, needs, unread }
}

const SERVED: [Served; 7] = [
    served("CreateImage", &[("RegionId", REGION)], &["SecureBootOptions", "ClientToken"]),
    served("DeleteImage", &[("RegionId", REGION), ("ImageId", "m-none")], &[]),
    served("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "daily")], &[]),
    served("DescribeImages", &[("RegionId", REGION)], &["ActionType", "InstanceType", "ShowExpired"]),
    served("DescribeRegions", &[], &["InstanceChargeType"]),
    served("ImportImage", &[("RegionId", REGION)], &["RoleName", "StorageLocationArn", "ClientToken"]),
    served("ModifyImageAttribute", &[("RegionId", REGION), ("ImageId", "m-none")], &[]),
];

/// A parameter of the tables: its name with 1 for N, its type, and whether it must be there.
struct Parameter {
    name: String,
    kind: String,
    required: bool,
}

impl Served {
    fn parameters(&self) -> Vec<Parameter> {
        let tables: Value = serde_json::from_str(ACTIONS).expect("actions.json is JSON");
        let parameters = tables["actions"][self.action]["parameters"].as_array().expect("parameters").clone();
        let text = |value: &Value| value.as_str().expect("a text").replace(".N.", ".1.");
        let parameter = |entry: &Value| Parameter {
            name: text(&entry["name"]),
            kind: text(&entry["type"]).to_ascii_lowercase(),
            required: entry["required"] == true,
        };
        parameters.iter().map(parameter).collect()
    }

    /// The parameters that this service reads and that are a value of their own.
    fn values(&self) -> impl Iterator<Item = Parameter> {
        let unread = self.unread;
        self.parameters().into_iter().filter(move |parameter| {
            parameter.kind != "repeatlist" && !unread.contains(&parameter.name.as_str())
        })
    }

    /// What a good call needs, with `name` as `value`.
    fn with<'p>(&self, name: &'p str, value: &'p str) -> Vec<(&'p str, &'p str)> {
        let mut params: Vec<(&str, &str)> =
            self.needs.iter().copied().filter(|(given, _)| *given != name).collect();
        params.push((name, value));
        params
    }
}

#[tokio::test]
async fn each_mandatory_parameter_is_named_when_it_is_missing() {
    let app = TestApp::standing().await;
    let mut named = 0;
    for served in &SERVED {
        let import = served.action == "ImportImage";
        let code = if import { &codes::IMPORT_PARAMETER_MISSING } else { &codes::MISSING_PARAMETER };
        for parameter in served.parameters().iter().filter(|parameter| parameter.required) {
            for way in WAYS {
                let empty = served.with(&parameter.name, "");
                let absent: Vec<_> =
                    empty.iter().copied().filter(|(name, _)| *name != parameter.name).collect();
                for params in [empty, absent] {
                    let reply = app.owner().by(way).call(served.action, &params).await;
                    reply.assert_refused_with(code, &parameter.name);
                }
            }
            named += 1;
        }
    }
    assert_eq!(named, 9, "as many mandatory parameters as the tables have");
}

#[tokio::test]
async fn each_number_and_boolean_is_named_when_it_is_none() {
    let app = TestApp::standing().await;
    for served in &SERVED {
        for Parameter { name, kind, .. } in served.values() {
            let wrong: &[&str] = match kind.as_str() {
                "integer" => &["seven", "1.5", "-1", "1e3", "0x10", " 1", "4294967296", "１"],
                "long" => &["seven", "-1", "18446744073709551616"],
                "boolean" => &["yes", "1", "0", "truee", " true"],
                _ => &[],
            };
            for (value, way) in wrong.iter().zip(WAYS.iter().cycle()) {
                let reply = app.owner().by(*way).call(served.action, &served.with(&name, value)).await;
                reply.assert_refused_with(&codes::INVALID_PARAMETER, &name);
            }
        }
    }
}

/// One value is no list, and a list is not one value; N counts from 1 to 1000, in plain digits.
#[tokio::test]
async fn lists_and_values_are_told_apart() {
    let app = TestApp::standing().await;
    let refused = async |served: &Served, name: &str, part: &str, way: usize| {
        let reply = app.owner().by(WAYS[way % WAYS.len()]).call(served.action, &served.with(name, "x")).await;
        reply.assert_refused_with(&codes::INVALID_PARAMETER, part);
    };
    for served in &SERVED {
        for (way, parameter) in served.values().enumerate() {
            let name = &parameter.name;
            // A struct has names below it that it does not know; all others have none.
            if !matches!(parameter.kind.as_str(), "struct" | "object") {
                refused(served, &format!("{name}.1"), name, way).await;
                refused(served, &format!("{name}.1.Key"), name, way).await;
            } else {
                refused(served, name, name, way).await;
            }
        }
        for list in served.parameters().iter().filter(|parameter| parameter.kind == "repeatlist") {
            let name = &list.name;
            refused(served, name, name, 0).await;
            for (way, n) in ["0", "01", "1001", "999999999", "4294967297", "-1", "N", "１"].iter().enumerate()
            {
                refused(served, &format!("{name}.{n}.Key"), &format!("{name}.{n}"), way).await;
            }
        }
    }
}

#[tokio::test]
async fn parameters_that_are_not_read_may_say_anything() {
    let app = TestApp::standing().await;
    let snapshot = app.system_snapshot().await;
    let before = app.dump();
    for served in &SERVED {
        for name in served.unread {
            let mut params = served.with(name, "any thing");
            params.extend([("SnapshotId", &*snapshot), ("DryRun", "true")]);
            params.extend(
                [
                    ("DiskDeviceMapping.1.OSSBucket", "golden-images"),
                    ("DiskDeviceMapping.1.OSSObject", "base-of-all.qcow2"),
                ]
                .iter()
                .filter(|_| served.action == "ImportImage"),
            );
            let reply = app.owner().call(served.action, &params).await;
            if served.action == "DescribeRegions" {
                reply.ok();
            } else {
                reply.assert_refused(&codes::DRY_RUN);
            }
        }
    }
    assert_eq!(app.dump(), before);
}
