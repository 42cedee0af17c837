//! What a process has done to its disk, one record after the other: the form in which it is written down and read again.

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// A file was made: `path`, which is `inode` from now on.
    Create,
    /// Bytes were written into `inode` at `offset`.
    Write,
    /// `inode` is `offset` bytes long now.
    Truncate,
    /// What was done to `inode`, a file or a folder, is on the disk.
    Sync,
    /// A folder was made: `path`, which is `inode`.
    MakeFolder,
    /// `path` is `other` now, in the place of what `other` was.
    Rename,
    /// `path` names nothing any more.
    Remove,
    /// `other` names what `path` names.
    Link,
}

const KINDS: [Kind; 8] = [
    Kind::Create,
    Kind::Write,
    Kind::Truncate,
    Kind::Sync,
    Kind::MakeFolder,
    Kind::Rename,
    Kind::Remove,
    Kind::Link,
];

/// Bytes before the paths and the bytes of a record.
const HEAD: usize = 29;

/// One thing that was done. Paths are below the folder that is looked at; what a kind has no use for is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'r> {
    /// What.
    pub kind: Kind,
    /// To which file or folder.
    pub inode: u64,
    /// Where, or how long.
    pub offset: u64,
    /// By which name.
    pub path: &'r [u8],
    /// And by which other.
    pub other: &'r [u8],
    /// What was written.
    pub bytes: &'r [u8],
}

impl Record<'_> {
    /// Something that was done to a file or folder.
    #[must_use]
    pub fn of(kind: Kind, inode: u64) -> Self {
        Self { kind, inode, offset: 0, path: &[], other: &[], bytes: &[] }
    }

    /// As it is written down.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut encoded = Vec::with_capacity(HEAD + self.path.len() + self.other.len() + self.bytes.len());
        encoded.push(self.kind as u8);
        encoded.extend(self.inode.to_le_bytes());
        encoded.extend(self.offset.to_le_bytes());
        for part in [self.path, self.other, self.bytes] {
            encoded.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
        encoded.extend(self.path.iter().chain(self.other).chain(self.bytes));
        encoded
    }

    /// The first record of `encoded`, and how long it is; `None` when there is no whole one.
    #[must_use]
    pub fn decode(encoded: &[u8]) -> Option<(Record<'_>, usize)> {
        let (head, rest) = encoded.split_at_checked(HEAD)?;
        let long = |at: usize| Some(u64::from_le_bytes(head.get(at..at + 8)?.try_into().ok()?));
        let length = |at: usize| Some(u32::from_le_bytes(head.get(at..at + 4)?.try_into().ok()?) as usize);
        let (path, rest) = rest.split_at_checked(length(17)?)?;
        let (other, rest) = rest.split_at_checked(length(21)?)?;
        let (bytes, _) = rest.split_at_checked(length(25)?)?;
        let kind = *KINDS.get(usize::from(*head.first()?))?;
        let record = Record { kind, inode: long(1)?, offset: long(9)?, path, other, bytes };
        Some((record, HEAD + path.len() + other.len() + bytes.len()))
    }
}
