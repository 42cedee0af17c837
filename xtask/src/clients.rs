//! `cargo xtask clients`: the vendor's own SDKs, as they come from their registries, against the built binary.

mod certificate;
mod identity;
mod server;
mod snippets;
mod suite;
mod terraform;

use std::thread;

use anyhow::{anyhow, bail};

use crate::command::{of_workspace, run as run_command, step};
use crate::{install, prepare};
use identity::Identity;
use server::Server;
use suite::{SUITES, Suite};

/// Runs the named clients, or all that are run by default.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    step("what is missing", install::languages)?;
    check(arguments)
}

/// Installs the named clients (the default ones when none is named) while the binary is built, then runs their tests
/// one after the other against one server.
pub(crate) fn check(names: &[String]) -> anyhow::Result<()> {
    let suites = chosen(names)?;
    step("build the server and install the clients", || install_beside_the_build(&suites))?;
    let server = step("start the server", Server::start)?;
    let identities = step("make a user and a role", || identity::all(&server))?;
    let mut failed: Vec<&str> = Vec::new();
    let mut test = |suite: &Suite, server: &Server, identity: &Identity| {
        let name = format!("{} {}", suite.name, identity.name);
        let tested = step(&name, || suite.test(&identity.contract(server)));
        if tested.is_err() && !failed.contains(&suite.name) {
            failed.push(suite.name);
        }
    };
    for suite in &suites {
        let of_suite = identities.iter().filter(|identity| suite.is_run_as(identity));
        of_suite.for_each(|identity| test(suite, &server, identity));
    }
    let snippets = step("the README's programs", || snippets::check(&server, &suites));
    step("stop the server", || server.stop())?;
    snippets?;
    for suite in suites.iter().filter(|suite| suite.assumes_roles()) {
        let server = step("start a server with TLS", Server::start_with_tls)?;
        let identity = step("make a user that may assume a role", || identity::that_assumes_a_role(&server))?;
        test(suite, &server, &identity);
        step("stop the server", || server.stop())?;
    }
    if !failed.is_empty() {
        bail!("failed: {0}; to run them alone: cargo xtask clients {0}", failed.join(" "));
    }
    Ok(())
}

fn chosen(names: &[String]) -> anyhow::Result<Vec<&'static Suite>> {
    if names.is_empty() {
        return Ok(SUITES.iter().filter(|suite| suite.is_default()).collect());
    }
    let find = |name: &String| {
        let known = || SUITES.map(|suite| suite.name).join(", ");
        SUITES
            .iter()
            .find(|suite| suite.name == name)
            .ok_or_else(|| anyhow!("no client `{name}`; there are {}", known()))
    };
    names.iter().map(find).collect()
}

/// Installs the clients that are run by default.
pub(crate) fn install() -> anyhow::Result<()> {
    install::languages()?;
    beside(&chosen(&[])?, || Ok(()))
}

fn install_beside_the_build(suites: &[&'static Suite]) -> anyhow::Result<()> {
    let _alone = prepare::alone()?;
    // The binary of the tests, here that of the test `serve`: it answers fast enough, and it is there when they have run.
    beside(suites, || run_command(of_workspace("test").args(["--no-run", "--test", "serve"])))
}

/// Does `work` while the clients are installed: that waits for the network most of the time, and Go compiles for more than
/// a minute, so all go on at once.
fn beside(suites: &[&'static Suite], work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let installing: Vec<_> = suites.iter().map(|suite| scope.spawn(|| suite.install())).collect();
        work()?;
        for thread in installing {
            thread.join().map_err(|_| anyhow!("an installation panicked"))??;
        }
        Ok(())
    })
}
