//! The place that an object request has among those under way: it is given back when its answer is gone.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use s3s::Body;
use tokio::sync::OwnedSemaphorePermit;

/// A body that holds a place. One that is in memory as a whole does not need it any more.
pub(super) fn held(body: Body, place: OwnedSemaphorePermit) -> Body {
    if body.bytes().is_some() {
        return body;
    }
    Body::http_body_unsync(Held { body, _place: place })
}

struct Held {
    body: Body,
    _place: OwnedSemaphorePermit,
}

impl hyper::body::Body for Held {
    type Data = Bytes;
    type Error = <Body as hyper::body::Body>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
