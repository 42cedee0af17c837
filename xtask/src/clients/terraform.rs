//! The vendor's Terraform provider, run by OpenTofu: what is configured is made, found unchanged, changed in place and
//! destroyed.

use std::collections::BTreeSet;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow, bail};
use serde_json::Value;
use tempfile::TempDir;

use super::{identity::ROLE_VARIABLE, server, suite::without_proxy};
use crate::command::{output, run as run_command, shown, step};

/// A program that is built from a module in the suite's folder.
pub(super) struct Program {
    /// The module's folder, in that of the suite.
    pub(super) module: &'static str,
    package: &'static str,
    name: &'static str,
}

pub(super) const PROGRAMS: [Program; 2] = [
    Program { module: "tofu", package: "github.com/opentofu/opentofu/cmd/tofu", name: "tofu" },
    Program {
        module: "provider",
        package: "github.com/aliyun/terraform-provider-alicloud",
        name: "terraform-provider-alicloud",
    },
];

/// What the second revision changes in place: each resource that has anything to change.
const CHANGED_IN_PLACE: [&str; 11] = [
    "alicloud_ecs_snapshot.system_disk",
    "alicloud_image.from_disks",
    "alicloud_image.from_instance",
    "alicloud_image.from_snapshot",
    "alicloud_image_copy.from_snapshot",
    "alicloud_image_import.disk_image",
    "alicloud_ram_access_key.builder",
    "alicloud_ram_group.builders",
    "alicloud_ram_policy.describe",
    "alicloud_ram_role.nightly",
    "alicloud_ram_user.builder",
];

/// The configuration's variables, and the environment that they are taken from.
const VARIABLES: [(&str, &str); 7] = [
    ("TF_VAR_endpoint", "IMAGEKIN_ENDPOINT"),
    ("TF_VAR_region", "ALIBABA_CLOUD_REGION_ID"),
    ("TF_VAR_bucket", "IMAGEKIN_TEST_BUCKET"),
    ("TF_VAR_instance", "IMAGEKIN_TEST_INSTANCE"),
    ("TF_VAR_disk", "IMAGEKIN_TEST_DISK"),
    ("TF_VAR_other_account", "IMAGEKIN_TEST_OTHER_ACCOUNT"),
    ("TF_VAR_role", ROLE_VARIABLE),
];

/// The exit statuses of `plan -detailed-exitcode`.
const NOTHING_TO_DO: i32 = 0;
const CHANGES: i32 = 2;

impl Program {
    /// Where it is, in what is made for the suite.
    pub(super) fn path(&self, made: &Path) -> PathBuf {
        made.join("bin").join(self.name)
    }

    /// Builds it: minutes without Go's cache, since the provider has a thousand resources.
    pub(super) fn build(&self, folder: &Path, made: &Path) -> anyhow::Result<()> {
        let program = std::env::current_dir()?.join(self.path(made));
        let mut go = Command::new("go");
        go.args(["build", "-ldflags=-s -w", "-o"]).arg(program).arg(self.package);
        run_command(go.current_dir(folder.join(self.module)))
    }
}

/// Applies, plans, changes, plans and destroys the configuration of `folder`, each command with the environment. Where that
/// names a role, the provider assumes it.
pub(super) fn test(folder: &Path, made: &Path, environment: &[(&str, String)]) -> anyhow::Result<()> {
    let role = environment.iter().any(|(name, _)| *name == ROLE_VARIABLE).then(|| folder.join("role"));
    let work = Work::new(iter::once(folder).chain(role.as_deref()), made)?;
    let tofu = |revision: u32, arguments: &[&str]| {
        let mut command = work.tofu(revision, arguments);
        for (name, value) in environment {
            command.env(name, value);
            let variable = VARIABLES.iter().find(|(_, source)| source == name);
            variable.map(|(variable, _)| command.env(variable, value));
        }
        without_proxy(&mut command);
        command
    };
    let plan = |revision, arguments: &[&str]| planned(&mut tofu(revision, &[&["plan"], arguments].concat()));

    step("apply", || run_command(&mut tofu(1, &["apply", "-auto-approve"])))?;
    step("plan: nothing to do", || expect(plan(1, &[])?, NOTHING_TO_DO))?;
    step("plan the second revision: all is changed in place", || {
        expect(plan(2, &["-out=second.plan"])?, CHANGES)?;
        in_place(&serde_json::from_str(&output(&mut tofu(2, &["show", "-json", "second.plan"]))?)?)
    })?;
    step("apply the second revision", || run_command(&mut tofu(2, &["apply", "second.plan"])))?;
    step("plan: nothing to do", || expect(plan(2, &[])?, NOTHING_TO_DO))?;
    step("destroy", || {
        run_command(&mut tofu(2, &["destroy", "-auto-approve"]))?;
        let left = output(&mut tofu(2, &["state", "list"]))?;
        if left.is_empty() { Ok(()) } else { Err(anyhow!("still there: {left}")) }
    })
}

/// A folder to run in, with the configuration, its state and what the configuration names.
struct Work {
    program: PathBuf,
    folder: TempDir,
}

impl Work {
    /// Files of later folders take the place of those of earlier ones.
    fn new<'f>(configuration: impl Iterator<Item = &'f Path>, made: &Path) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a folder to run Terraform in")?;
        for entry in configuration.map(fs::read_dir).collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
            let file = entry?.path();
            if file.extension().is_some_and(|extension| extension == "tf") {
                fs::copy(&file, folder.path().join(file.file_name().unwrap_or_default()))?;
            }
        }
        let programs = std::env::current_dir()?.join(made).join("bin");
        // The provider that was built, and no other from anywhere: so there is nothing to `init`, either.
        let settings = format!(
            "provider_installation {{\n  dev_overrides {{\n    \"aliyun/alicloud\" = {:?}\n  }}\n}}\n",
            programs.to_string_lossy()
        );
        fs::write(folder.path().join("tofu.rc"), settings)?;
        fs::write(folder.path().join("disk.raw"), server::disk_image())?;
        Ok(Self { program: programs.join("tofu"), folder })
    }

    fn tofu(&self, revision: u32, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("TF_CLI_CONFIG_FILE", self.folder.path().join("tofu.rc"))
            .env("TF_IN_AUTOMATION", "1")
            .env("TF_INPUT", "0")
            .env("TF_CLI_ARGS", "-no-color")
            .env("TF_VAR_name", "terraform")
            .env("TF_VAR_disk_image", self.folder.path().join("disk.raw"))
            .env("TF_VAR_revision", revision.to_string());
        command
    }
}

/// The exit status of a plan: neither of its two good ones says that it failed.
fn planned(plan: &mut Command) -> anyhow::Result<i32> {
    plan.arg("-detailed-exitcode");
    println!("    $ {}", shown(plan));
    let status = plan.status().with_context(|| format!("cannot start `{}`", shown(plan)))?;
    status.code().context("it was killed")
}

fn expect(status: i32, wanted: i32) -> anyhow::Result<()> {
    if status != wanted {
        bail!(
            "the plan ended with {status}, not {wanted} ({NOTHING_TO_DO}: nothing to do, {CHANGES}: changes)"
        );
    }
    Ok(())
}

/// Whether the plan, as JSON, changes in place what it should, and makes or destroys nothing.
fn in_place(plan: &Value) -> anyhow::Result<()> {
    let changes = plan["resource_changes"].as_array().context("the plan has no `resource_changes`")?;
    let mut changed = BTreeSet::new();
    for change in changes {
        let address = change["address"].as_str().context("a change without an address")?;
        let actions: Vec<&str> =
            change["change"]["actions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        match actions[..] {
            ["update"] => drop(changed.insert(address)),
            ["no-op" | "read"] => {}
            _ => bail!("{address} would not be changed in place, but {}", actions.join(" and ")),
        }
    }
    if changed != BTreeSet::from(CHANGED_IN_PLACE) {
        bail!("changed in place are {changed:?}, not {CHANGED_IN_PLACE:?}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn plan(changes: &[(&str, &[&str])]) -> Value {
        let change = |(address, actions): &(&str, &[&str])| json!({"address": address, "change": {"actions": actions}});
        json!({"resource_changes": changes.iter().map(change).collect::<Vec<_>>()})
    }

    #[test]
    fn a_plan_that_replaces_anything_is_refused() {
        let mut changes: Vec<(&str, &[&str])> =
            CHANGED_IN_PLACE.iter().map(|address| (*address, &["update"] as &[&str])).collect();
        changes.push(("data.alicloud_images.none", &["read"]));
        changes.push(("alicloud_image_export.from_instance", &["no-op"]));
        in_place(&plan(&changes)).unwrap();

        let error = in_place(&plan(&changes[1..])).unwrap_err().to_string();
        assert!(error.starts_with("changed in place are "), "{error}");
        changes[0].1 = &["delete", "create"];
        let error = in_place(&plan(&changes)).unwrap_err().to_string();
        let replaced =
            "alicloud_ecs_snapshot.system_disk would not be changed in place, but delete and create";
        assert_eq!(error, replaced);
        assert!(in_place(&json!({})).is_err());
    }
}
