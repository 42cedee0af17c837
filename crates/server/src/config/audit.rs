//! Settings of the audit log.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// The audit log: docs/audit.md. What changes something is always in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AuditSettings {
    /// A file that every event of this node is appended to, too, as a line; none if not given.
    pub file: Option<PathBuf>,
    /// Longest that the file gets before it is rotated, in bytes.
    pub file_bytes_max: u64,
    /// Most files, the one that is written among them.
    pub files_max: usize,
    /// How many days events are kept in the store; 0: for ever.
    pub keep_days: u32,
    /// Most refusals of this node that become events, each second; further ones are counted.
    pub refusals_per_s_max: usize,
}

impl Default for AuditSettings {
    fn default() -> Self {
        Self {
            file: None,
            file_bytes_max: 64 * 1024 * 1024,
            files_max: 10,
            keep_days: 0,
            refusals_per_s_max: 256,
        }
    }
}
