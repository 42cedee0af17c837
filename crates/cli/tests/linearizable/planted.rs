//! What is planted is caught: a checker that finds nothing wrong must also be one that would.

use std::sync::Arc;

use crate::chance::{self, Dice};
use crate::clients::Clients;
use crate::cluster::Cluster;
use crate::history::{Answer, Call, Named, Operation};
use crate::judge::judge;
use crate::proxy::Proxy;
use crate::truth::Truth;
use crate::waiting::{PATIENCE, wait_until};

/// Clients at work.
const CLIENTS: usize = 6;
/// Operations of a run.
const OPERATIONS: u64 = 600;
/// Answers that are changed, one at a time.
const CHANGED: usize = 20;
/// Answers from memory, at least.
const STALE_ANSWERS: u64 = 40;

/// A history of a real run; and node 0 by way of a proxy, if one is made.
fn run(seed: u64, proxy: impl FnOnce(&Cluster) -> Option<Proxy>) -> (Vec<Operation>, Truth) {
    let cluster = Arc::new(Cluster::embedded());
    let proxy = proxy(&cluster);
    let address = proxy.as_ref().map(|proxy| proxy.address().to_owned());
    let clients = Clients::start(&cluster, seed, CLIENTS, address);
    wait_until("clients are answered", PATIENCE, || {
        let enough = proxy.as_ref().is_none_or(|proxy| proxy.stale_answers() >= STALE_ANSWERS);
        (enough && clients.operations() >= OPERATIONS).then_some(())
    });
    let history = clients.stop();
    cluster.stop();
    (history, Truth::of_folder(&cluster.data(0)))
}

/// One answer of a true history is that of before: the head is an image whose deletion was acknowledged by then.
#[test]
fn an_answer_of_before_is_caught() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let (history, truth) = run(seed, |_| None);
    judge(&history, &truth).unwrap_or_else(|why| panic!("nothing is planted yet: {why}"));
    let mut dice = Dice::new(seed);
    for _ in 0..CHANGED {
        let (place, head) = deleted_before(&history, &truth, &mut dice);
        let mut planted = history.clone();
        planted[place].answer = Answer::Head(Some(head));
        let why = judge(&planted, &truth).expect_err("it is caught");
        assert!(why.contains("is not linearizable"), "{why}");
        assert!(why.contains(&planted[place].to_string()), "{}, but it is said:\n{why}", planted[place]);
    }
    println!("{CHANGED} answers of before are caught, each in a history of {} operations", history.len());
}

/// The place of a resolve, and an image that was deleted before it was called.
fn deleted_before(history: &[Operation], truth: &Truth, dice: &mut Dice) -> (usize, Named) {
    let resolves = history.iter().enumerate().filter(|(_, operation)| operation.call == Call::Resolve);
    let after_a_delete: Vec<(usize, Named)> = resolves
        .filter_map(|(place, resolve)| {
            let deleted = history.iter().rev().find_map(|operation| match &operation.call {
                Call::Delete { name }
                    if operation.answer == Answer::Done
                        && operation.family == resolve.family
                        && operation.answered < resolve.called =>
                {
                    Some(Named { name: name.clone(), id: truth.images[name].id.clone() })
                }
                _ => None,
            });
            deleted.map(|deleted| (place, deleted))
        })
        .collect();
    assert!(!after_a_delete.is_empty(), "no family was resolved after an image of it was deleted");
    after_a_delete[dice.throw(0..after_a_delete.len() as u64) as usize].clone()
}

/// A running service whose heads are remembered on their way to the clients, and told again when they have changed.
#[test]
fn a_memory_between_client_and_node_is_caught() {
    let seed = chance::seed();
    println!("IMAGEKIN_TEST_SEED={seed}");
    let (history, truth) = run(seed, |cluster| Some(Proxy::before(&cluster.address(0).expect("it listens"))));
    let why = judge(&history, &truth).expect_err("it is caught");
    assert!(why.contains("is not linearizable"), "{why}");
    println!("seed {seed}: {why}");
}
