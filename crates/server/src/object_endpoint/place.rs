//! The place that an object request has among those under way: it is given back when its answer is gone.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use imagekin_access::AccountId;
use s3s::{Body, S3Result};
use tokio::sync::OwnedSemaphorePermit;

use super::failure;
use crate::App;
use crate::call::{AccountPlace, OVERLOADED_RETRY_AFTER_MS};

/// The place of a request: one of all, and, once it is known whose the request is, one of those that its account may have.
pub(super) struct Place {
    /// Given back first: who finds one of all free is to find one of the account's.
    of_account: OnceLock<AccountPlace>,
    _of_all: OwnedSemaphorePermit,
}

impl Place {
    /// Takes a place; `None` where there is none.
    pub(super) fn take(app: &App) -> Option<Arc<Self>> {
        let of_all = Arc::clone(&app.object_places).try_acquire_owned().ok()?;
        Some(Arc::new(Self { of_account: OnceLock::new(), _of_all: of_all }))
    }

    /// It is proved whose request it is.
    ///
    /// # Errors
    /// `SlowDown`, where the account has half of all places already.
    pub(super) fn know_account(&self, app: &App, account: AccountId) -> S3Result<()> {
        let place = app.account_object_places.take(account);
        let place = place.ok_or_else(|| failure::slow_down(OVERLOADED_RETRY_AFTER_MS))?;
        let _ = self.of_account.set(place);
        Ok(())
    }
}

/// A body that holds a place. One that is in memory as a whole does not need it any more.
pub(super) fn held(body: Body, place: Arc<Place>) -> Body {
    if body.bytes().is_some() {
        return body;
    }
    Body::http_body_unsync(Held { body, _place: place })
}

struct Held {
    body: Body,
    _place: Arc<Place>,
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
