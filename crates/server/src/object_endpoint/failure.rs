//! What the store says, as object stores say it.

use imagekin_store::StoreError;
use s3s::{S3Error, S3ErrorCode, s3_error};

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
