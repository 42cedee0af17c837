//! The body of a request: read whole, within its limits.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Body;
use imagekin_rpc::{Fault, codes};

use super::OVERLOADED_RETRY_AFTER_MS;
use crate::config::Limits;
use crate::memory::{Held, RequestMemory};

/// So long a body may be without counting against the memory of all: no client's call is as long, but one with many disks or
/// a long policy. So whoever takes up that memory cannot get in the way of what is usual.
const FREE_BYTES: usize = 16 * 1024;

/// A body that has arrived, and the memory that it takes.
pub(super) struct Arrived {
    pub(super) bytes: Vec<u8>,
    held: Held,
}

impl Arrived {
    fn nothing(memory: &Arc<RequestMemory>) -> Self {
        Self { bytes: Vec::new(), held: memory.hold() }
    }

    /// Adds what came, of a body of at most `bytes_max`; `false` where there is no memory for it.
    fn push(&mut self, data: &[u8], bytes_max: usize) -> bool {
        let needed = self.bytes.len() + data.len();
        if needed > self.bytes.capacity() {
            let capacity = needed.max(self.bytes.capacity() * 2).min(bytes_max);
            if capacity > FREE_BYTES && !self.held.grow_to(capacity) {
                return false;
            }
            self.bytes.reserve_exact(capacity - self.bytes.len());
        }
        self.bytes.extend_from_slice(data);
        true
    }
}

/// Reads the body. One over the limit, or for which there is no memory, is read on and thrown away, so that the client is
/// there to hear of it.
pub(super) async fn read<B: Body<Data = Bytes>>(
    limits: &Limits,
    memory: &Arc<RequestMemory>,
    body: B,
) -> Result<Arrived, Fault> {
    if body.is_end_stream() {
        return Ok(Arrived::nothing(memory));
    }
    let in_time =
        tokio::time::timeout(Duration::from_millis(limits.body_ms_max), collect(limits, memory, body));
    in_time.await.map_err(|_| Fault::new(&codes::REQUEST_TIMEOUT))?
}

async fn collect<B: Body<Data = Bytes>>(
    limits: &Limits,
    memory: &Arc<RequestMemory>,
    body: B,
) -> Result<Arrived, Fault> {
    let mut body = pin!(body);
    let (mut kept, mut length, mut has_room) = (Arrived::nothing(memory), 0_usize, true);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Fault::new(&codes::REQUEST_MALFORMED))?;
        let Some(data) = frame.data_ref() else { continue };
        length = length.saturating_add(data.len());
        let fits = length <= limits.request_bytes_max;
        if fits && has_room {
            has_room = kept.push(data, limits.request_bytes_max);
        }
        if !(fits && has_room) {
            // What is refused is not kept while the rest of it comes.
            kept = Arrived::nothing(memory);
            if length > limits.drain_bytes_max {
                break;
            }
        }
    }
    if length > limits.request_bytes_max {
        return Err(Fault::with(&codes::REQUEST_BODY_TOO_LARGE, &limits.request_bytes_max.to_string()));
    }
    if !has_room {
        return Err(Fault::new(&codes::THROTTLED).retry_after_ms(OVERLOADED_RETRY_AFTER_MS));
    }
    Ok(kept)
}
