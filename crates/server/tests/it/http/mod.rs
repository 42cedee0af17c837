//! HTTP itself: what clients send that is fine, connections that live on, and clients that are slow or go away.

mod connections;
mod http2;
mod requests;
mod slow;
mod tls;

use imagekin_server::config::Limits;

/// Far longer than any test: a limit that must not be the one that strikes.
const LONG_MS: u64 = 3_600_000;

/// Makes all limits of what a client does long.
fn be_patient(limits: &mut Limits) {
    (limits.head_ms_max, limits.body_ms_max) = (LONG_MS, LONG_MS);
    (limits.idle_ms_max, limits.write_ms_max) = (LONG_MS, LONG_MS);
}
