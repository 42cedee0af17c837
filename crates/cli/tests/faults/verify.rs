//! When a fault is over: all is what clients were told, down to the bytes.

use crate::ledger::{self, Ledger};
use crate::world::World;

/// Clients that only look have numbers that no writer has.
const LOOKERS: u64 = 1_000_000;

/// What was acknowledged is there, what was not is there whole or not at all, every task has ended, and when all is at rest
/// the buckets hold what is named and nothing else, `imagekin check` finds nothing, each log of heads ends in the head, and the audit log has all of it.
/// Gives how many heads there are. The nodes are stopped then.
pub(crate) fn verify(world: &mut World, known: &mut Ledger) -> usize {
    known.settle_doubts(&mut world.client(LOOKERS));
    known.check_all(&mut world.client(2 * LOOKERS));
    world.wait_for_clean_buckets();
    world.stop();
    world.check();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = world.store().await;
        known.check_audit(&store).await;
        ledger::check_heads(&store).await
    })
}
