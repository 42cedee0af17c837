//! What can go wrong with a store.

use thiserror::Error;

/// A failure of the store. A write that failed has changed nothing; only where the connection to a database on a server was
/// lost with the answer to the commit, it may have changed all that it was to change.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database cannot be reached or written now: busy, full, read-only, broken device. Trying again may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The database holds, or was asked, what this program does not understand. Trying again does not help.
    #[error("the database and this program disagree: {0}")]
    Inconsistent(String),
    /// The schema is newer than this program.
    #[error("the database was written by a newer version of imagekin: {0}; run that version, or a newer one")]
    SchemaTooNew(String),
    /// The schema is that of a state between two releases.
    #[error(
        "the database was made by an unreleased state of imagekin, whose {0} is another; run that state, or begin with \
         an empty data folder"
    )]
    SchemaUnreleased(String),
    /// The schema is older than this program, and older programs could not go on if it were changed.
    #[error(
        "the database is to be changed in a way that older versions of imagekin cannot go on with ({0}); run \
         `imagekin migrate` of this version, then start it again"
    )]
    SchemaTooOld(String),
    /// The schema is to be changed in a way that nodes that are connected cannot go on with.
    #[error(
        "nodes of an older version of imagekin are connected, which cannot go on with {0}; replace them by the version \
         before this one, or stop them, then run `imagekin migrate` again"
    )]
    OlderNodes(String),
    /// The schema is older than this program, which is only to look at it.
    #[error(
        "the database is that of an older version of imagekin, without its migration {0}; run `imagekin migrate` first, or \
         the version that serves it"
    )]
    SchemaBehind(String),
    /// Secrets in the database were sealed with a master key that this process does not have; with which, if they say it.
    #[error(
        "the secrets in the database were sealed with another master key{0}; copy the master keys of a node that serves it, \
         or of its backup: the file master.key in its data folder, if the setting master_key says nothing else"
    )]
    OtherMasterKey(String),
    /// What the settings say cannot be used.
    #[error("{0}")]
    Unusable(String),
    /// Another process holds the data folder.
    #[error("another process is using the data folder {0}; stop it first, or use another folder")]
    InUse(String),
    /// The data folder cannot be read or written.
    #[error("cannot use {path}: {why}")]
    Folder {
        /// The file or folder.
        path: String,
        /// Why: told in the text, so it is no `source` that would be told again.
        why: std::io::Error,
    },
    /// The object store failed.
    #[error("the object store failed: {0}")]
    Objects(opendal::Error),
}

impl StoreError {
    /// A file or folder of the data folder, or of a backup, that fails.
    pub(crate) fn folder(path: &std::path::Path) -> impl Fn(std::io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |why| Self::Folder { path: path.clone(), why }
    }

    /// What does not fit, without saying that something does not.
    pub(crate) fn inconsistency(self) -> String {
        match self {
            Self::Inconsistent(what) => what,
            other => other.to_string(),
        }
    }

    /// Is the same call likely to succeed later?
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        use std::io::ErrorKind::{Interrupted, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match self {
            Self::Unavailable(_) => true,
            Self::Objects(error) => error.is_temporary(),
            // Somebody makes room, or mends it; and what was broken off is begun again.
            Self::Folder { why, .. } => {
                matches!(why.kind(), StorageFull | QuotaExceeded | ReadOnlyFilesystem | Interrupted)
            }
            Self::Inconsistent(_)
            | Self::SchemaTooNew(_)
            | Self::SchemaUnreleased(_)
            | Self::SchemaTooOld(_)
            | Self::OlderNodes(_)
            | Self::SchemaBehind(_)
            | Self::Unusable(_)
            | Self::OtherMasterKey(_)
            | Self::InUse(_) => false,
        }
    }
}

impl StoreError {
    /// Is one object in the way of another, as `a` is in that of `a/b` where objects are files?
    #[must_use]
    pub fn is_in_the_way(&self) -> bool {
        use std::io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory};
        let Self::Objects(error) = self else { return false };
        let io = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
        io.is_some_and(|io| matches!(io.kind(), AlreadyExists | IsADirectory | NotADirectory))
    }

    /// Is it what the place of a bucket cannot do?
    #[must_use]
    pub fn is_unsupported(&self) -> bool {
        matches!(self, Self::Objects(error) if error.kind() == opendal::ErrorKind::Unsupported)
    }
}

impl From<opendal::Error> for StoreError {
    /// OpenDAL takes nearly every failure of a file for a passing one, and what it has tried in vain for a lasting one.
    fn from(error: opendal::Error) -> Self {
        use std::io::ErrorKind::{
            AlreadyExists, CrossesDevices, FileTooLarge, InvalidFilename, InvalidInput, IsADirectory,
            NotADirectory, ReadOnlyFilesystem,
        };
        let lasting = [
            AlreadyExists,
            CrossesDevices,
            FileTooLarge,
            InvalidFilename,
            InvalidInput,
            IsADirectory,
            NotADirectory,
            ReadOnlyFilesystem,
        ];
        let io = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<std::io::Error>());
        Self::Objects(match io {
            Some(io) if lasting.contains(&io.kind()) => error.set_permanent(),
            _ if error.is_persistent() => error.set_temporary(),
            _ => error,
        })
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, FileLockingProtocolFailed, OutOfMemory,
            ReadOnly, SystemIoFailure,
        };
        let retryable = [
            CannotOpen,
            DatabaseBusy,
            DatabaseLocked,
            DiskFull,
            FileLockingProtocolFailed,
            OutOfMemory,
            ReadOnly,
            SystemIoFailure,
        ];
        match error.sqlite_error_code() {
            Some(code) if retryable.contains(&code) => Self::Unavailable(error.to_string()),
            _ => Self::Inconsistent(error.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        // Without a code it is the connection that has failed, or what was sent or answered made no sense.
        let passes = match error.code() {
            Some(code) => PASSING.iter().any(|class| code.code().starts_with(class)),
            None => {
                error.is_closed()
                    || std::error::Error::source(&error).is_some_and(|source| source.is::<std::io::Error>())
            }
        };
        let cause = std::error::Error::source(&error).map(|source| format!(": {source}")).unwrap_or_default();
        let text = format!("{error}{cause}");
        if passes { Self::Unavailable(text) } else { Self::Inconsistent(text) }
    }
}

/// Classes and codes of PostgreSQL's errors that may be over at the next try (its manual, appendix A): connections;
/// read-only, as a standby is; transactions that got in each other's way; resources; statements that took too long; servers
/// that start, stop or have crashed; broken devices.
const PASSING: &[&str] = &["08", "25006", "25P03", "40", "53", "55P03", "57014", "57P", "58"];
