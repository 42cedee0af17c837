//! What the store says, as object stores say it.

use http::{HeaderMap, HeaderValue};
use imagekin_store::StoreError;
use s3s::{S3Error, S3ErrorCode, s3_error};

/// What hears who comes too often, or when there are too many: when to come again, in milliseconds for the API's clients, in
/// seconds for all others.
pub(super) fn slow_down(retry_after_ms: u32) -> S3Error {
    let mut error = s3_error!(SlowDown, "Please reduce your request rate.");
    let mut headers = HeaderMap::new();
    headers.insert("x-acs-retry-after", HeaderValue::from(retry_after_ms));
    headers.insert(http::header::RETRY_AFTER, HeaderValue::from(retry_after_ms.div_ceil(1_000)));
    error.set_headers(headers);
    error
}

/// The answer to a failure of the store, which is logged here.
pub(super) fn of(error: &StoreError) -> S3Error {
    if error.is_in_the_way() {
        return s3_error!(
            InvalidRequest,
            "No object can have a name that goes on, after a /, from another's."
        );
    }
    if error.is_unsupported() {
        return s3_error!(NotImplemented, "Buckets on other machines are made and deleted there.");
    }
    tracing::error!(%error, "The store failed");
    let passes = error.is_retryable();
    S3Error::new(if passes { S3ErrorCode::ServiceUnavailable } else { S3ErrorCode::InternalError })
}
