//! The trails of the audit log are as they were written.

use super::look::Look;
use crate::StoreError;
use crate::audit::{Filed, verify};

pub(super) fn check(look: &Look<'_>) -> Result<(), StoreError> {
    let verified = match verify(look.read, &Filed::default()) {
        // Where keys cannot be read, that is told with the rows.
        Err(StoreError::Inconsistent(_)) => Vec::new(),
        verified => verified?,
    };
    for trail in verified {
        for problem in trail.problems {
            look.problem(&format!("trail {}: {problem}", trail.trail));
        }
    }
    Ok(())
}
