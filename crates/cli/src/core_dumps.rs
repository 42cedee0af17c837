//! The memory of a server is for nobody else: secrets are in it.

#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Forbids core dumps of this process, and of those that it starts, for good.
#[cfg(target_os = "linux")]
pub(crate) fn forbid() {
    let nothing = Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = setrlimit(Resource::Core, nothing) {
        tracing::warn!(%error, "Core dumps could not be forbidden: one would hold secrets");
    }
}

/// Hides the memory from whoever is not root: from debuggers of the same user, and from a collector of core dumps, to which
/// Linux hands one whatever the limit is.
#[cfg(target_os = "linux")]
pub(crate) fn hide_memory() {
    if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "The memory, which holds secrets, could not be hidden from debuggers");
    }
}

/// Other systems have nothing of the kind.
#[cfg(not(target_os = "linux"))]
pub(crate) fn forbid() {}

/// Other systems have nothing of the kind.
#[cfg(not(target_os = "linux"))]
pub(crate) fn hide_memory() {}
