//! The body of a request: read whole, within its limits.

use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Body;
use imagekin_rpc::{Fault, codes};

use crate::config::Limits;

/// Reads the body. One over the limit is read on and thrown away, so that the client is there to hear of it.
pub(super) async fn read<B: Body<Data = Bytes>>(limits: &Limits, body: B) -> Result<Vec<u8>, Fault> {
    if body.is_end_stream() {
        return Ok(Vec::new());
    }
    let in_time = tokio::time::timeout(Duration::from_millis(limits.body_ms_max), collect(limits, body));
    in_time.await.map_err(|_| Fault::new(&codes::REQUEST_TIMEOUT))?
}

async fn collect<B: Body<Data = Bytes>>(limits: &Limits, body: B) -> Result<Vec<u8>, Fault> {
    let mut body = pin!(body);
    let (mut kept, mut length) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Fault::new(&codes::REQUEST_MALFORMED))?;
        let Some(data) = frame.data_ref() else { continue };
        length = length.saturating_add(data.len());
        if length <= limits.request_bytes_max {
            kept.extend_from_slice(data);
        } else if length > limits.drain_bytes_max {
            break;
        }
    }
    if length > limits.request_bytes_max {
        return Err(Fault::with(&codes::REQUEST_BODY_TOO_LARGE, &limits.request_bytes_max.to_string()));
    }
    Ok(kept)
}
