//! Why a command of the client did not succeed, and the exit code that says so.

use std::io;
use std::process::ExitCode;

/// What ended a command. Each kind has an exit code of its own: scripts branch on it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The service answered with an error.
    #[error("{code}: {message}\n  action {action}, request {request_id}")]
    Refused {
        /// The action that was called.
        action: &'static str,
        /// The service's code, such as `InvalidImageName.Duplicated`.
        code: String,
        /// The service's own words.
        message: String,
        /// By which the service's log has it.
        request_id: String,
    },
    /// What was begun did not end well.
    #[error("{0}")]
    Failed(String),
    /// What was said on the command line, in variables or in a profile is not enough, or makes no sense.
    #[error("{0}")]
    Usage(String),
    /// The family has no head, or there is no such thing.
    #[error("{0}")]
    NotFound(String),
    /// The service cannot be reached, or something else answered in its place.
    #[error("{0}")]
    Unreachable(String),
    /// It was not done within `--timeout`.
    #[error("{0}")]
    TimedOut(String),
    /// Ctrl-C while waiting.
    #[error("{0}")]
    Interrupted(String),
    /// Standard output cannot be written.
    #[error("cannot write the answer: {0}")]
    Output(#[from] io::Error),
}

/// Codes that end so say that what was named is not there …
const NOT_FOUND: &str = ".NotFound";
/// … as do those of RAM that begin so …
const NOT_FOUND_BY_RAM: &str = "EntityNotExist.";
/// … but for these, which are about how the service is called.
const NOT_OF_THINGS: [&str; 3] =
    ["InvalidRegionId.NotFound", "InvalidAccessKeyId.NotFound", "InvalidAction.NotFound"];

/// The code of a service that is there, but whose database is not.
const UNAVAILABLE: &str = "ServiceUnavailable";

impl Failure {
    /// The exit code of the process.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Refused { code, .. } if is_not_found(code) => 3,
            Self::Refused { .. } | Self::Failed(_) => 1,
            // Whoever reads the output has read enough, as `head` does.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) => 1,
            Self::Usage(_) => 2,
            Self::NotFound(_) => 3,
            Self::Unreachable(_) => 4,
            Self::TimedOut(_) => 5,
            // As shells have it for a command that SIGINT ended.
            Self::Interrupted(_) => 130,
        }
    }

    /// Tells it on standard error; gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        match self.exit_code() {
            0 => ExitCode::SUCCESS,
            code => crate::log::failed(&self.to_string(), code),
        }
    }

    /// Is what was named not there, or has what was begun come to nothing?
    pub(crate) fn is_of_what_is_gone(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::NotFound(_))
            || matches!(self, Self::Refused { code, .. } if is_not_found(code))
    }

    /// What is to be told of a service that is away, or lets nobody in for now: it may be asked again. `None` of all else.
    pub(crate) fn passing(&self) -> Option<String> {
        match self {
            Self::Unreachable(why) => Some(why.clone()),
            Self::Refused { code, message, .. } if code == UNAVAILABLE || is_throttled(code) => {
                Some(format!("{code}: {message}"))
            }
            _ => None,
        }
    }
}

/// Does the code say that there were too many calls for now? Then this one has done nothing.
pub(crate) fn is_throttled(code: &str) -> bool {
    code.starts_with("Throttling")
}

fn is_not_found(code: &str) -> bool {
    (code.ends_with(NOT_FOUND) || code.starts_with(NOT_FOUND_BY_RAM)) && !NOT_OF_THINGS.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: &str) -> Failure {
        Failure::Refused {
            action: "DescribeImages",
            code: code.to_owned(),
            message: "In words.".to_owned(),
            request_id: "R-1".to_owned(),
        }
    }

    fn refused(code: &str) -> u8 {
        refusal(code).exit_code()
    }

    #[test]
    fn what_passes_is_told_from_a_refusal() {
        for code in ["ServiceUnavailable", "Throttling", "Throttling.User", "Throttling.Api"] {
            assert_eq!(refusal(code).passing(), Some(format!("{code}: In words.")));
        }
        assert_eq!(Failure::Unreachable("away".to_owned()).passing().as_deref(), Some("away"));
        for code in ["InternalError", "InvalidAccessKeyId.Inactive", "QuotaExceed.Image"] {
            assert_eq!(refusal(code).passing(), None, "{code}");
        }
        assert_eq!(Failure::Failed("broken".to_owned()).passing(), None);
    }

    #[test]
    fn a_thing_that_is_not_there_is_told_from_a_refusal() {
        assert_eq!(refused("InvalidImageId.NotFound"), 3);
        assert_eq!(refused("InvalidSnapshotId.NotFound"), 3);
        assert_eq!(refused("EntityNotExist.User"), 3);
        for code in NOT_OF_THINGS.into_iter().chain(["InvalidImageName.Duplicated", "InternalError"]) {
            assert_eq!(refused(code), 1, "{code}");
        }
    }

    #[test]
    fn a_reader_that_has_enough_is_no_failure() {
        let closed = Failure::Output(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(closed.exit_code(), 0);
        assert_eq!(Failure::Output(io::Error::from(io::ErrorKind::StorageFull)).exit_code(), 1);
    }
}
