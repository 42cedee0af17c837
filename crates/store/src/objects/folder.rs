//! What buckets in a folder need beside OpenDAL: objects that appear whole, stay after a power cut, and leave no folder
//! behind when they go.

use std::fs::{File, create_dir_all, remove_dir, remove_file, rename};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use opendal::Error;

/// Where objects are written before they appear, beside the buckets: no region and no bucket has a `.` in its name.
const INCOMING: &str = ".incoming";
/// In the folder of all drafts, and in that of each process's.
const LOCK: &str = "lock";
/// How often a file is moved into a folder that another call takes away again at the same moment.
const MOVE_TRIES: usize = 8;

/// ELOOP, whose kind has no stable name yet: a symbolic link that leads to itself.
const LOOP: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };

/// A folder of buckets.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    /// `None` where it is only read.
    drafts: Option<Drafts>,
}

/// Where this process writes objects before they appear: nobody else writes there. Several processes may share the buckets.
#[derive(Debug)]
struct Drafts {
    /// Relative to the folder of the buckets.
    folder: String,
    path: PathBuf,
    next: AtomicU64,
    /// Those that were given up and could not be deleted, as on a disk that is read-only for a while.
    given_up: Mutex<Vec<PathBuf>>,
    /// Held as long as this process lives: who can take it may remove the drafts.
    _lock: File,
}

impl Folder {
    /// The folder, which is made if it is not there. What processes of the past left half-written goes.
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let incoming = root.join(INCOMING);
        create_dir_all(&incoming)?;
        // One process at a time looks for what is abandoned and takes a number, until this is dropped.
        let turn = File::create(incoming.join(LOCK))?;
        turn.lock()?;
        for entry in std::fs::read_dir(&incoming)? {
            let path = entry?.path();
            match remove_abandoned(&path) {
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                    tracing::warn!(path = %path.display(), "A folder of drafts that nobody uses is another user's; it stays");
                }
                removed => removed?,
            }
        }
        Ok(Self { root: root.to_owned(), drafts: Some(Drafts::begin(&incoming)?) })
    }

    /// The folder, to be read.
    pub(super) fn open_to_read(root: &Path) -> Self {
        Self { root: root.to_owned(), drafts: None }
    }

    /// A name for a file that is not to be seen yet, relative to the folder.
    pub(super) fn new_draft(&self) -> Result<String, Error> {
        let to_read =
            || Error::new(opendal::ErrorKind::PermissionDenied, "the buckets were opened to be read only");
        let drafts = self.drafts.as_ref().ok_or_else(to_read)?;
        Ok(format!("{}/{}", drafts.folder, drafts.next.fetch_add(1, Ordering::Relaxed)))
    }

    /// Deletes a draft that is given up, if there is one, and those that could not be deleted before.
    pub(super) async fn clear_drafts(self: &Arc<Self>, given_up: Option<&str>) {
        let (this, given_up) = (Arc::clone(self), given_up.map(|draft| self.file(draft)));
        let clear = move || {
            let Some(drafts) = &this.drafts else { return Ok(()) };
            let mut drafts = drafts.given_up.lock().unwrap_or_else(PoisonError::into_inner);
            drafts.extend(given_up);
            drafts.retain(|draft| remove_file(draft).is_err_and(|error| !is_absent(&error)));
            Ok(())
        };
        // What is left the next one takes with it.
        let _ = blocking(clear).await;
    }

    pub(super) fn file(&self, key: &str) -> PathBuf {
        self.root.join(key)
    }

    /// Moves a draft to where it is seen; durable when this returns.
    pub(super) async fn publish(&self, draft: &str, key: &str) -> Result<(), Error> {
        let (root, draft, file) = (self.root.clone(), self.file(draft), self.file(key));
        blocking(move || {
            let mut tries = 1;
            while let Err(error) = move_to(&draft, &file) {
                if error.kind() != ErrorKind::NotFound || tries == MOVE_TRIES {
                    return Err(error);
                }
                tries += 1;
            }
            sync_up(&file, &root)
        })
        .await
    }

    /// Takes a file away, with the folders that held nothing else; `bucket` stays.
    pub(super) async fn remove(&self, key: &str, bucket: &str) -> Result<(), Error> {
        let (file, bucket) = (self.file(key), self.file(bucket));
        blocking(move || {
            if let Err(error) = remove_file(&file) {
                // What is no file is no object.
                return if is_absent(&error) || file.is_dir() { Ok(()) } else { Err(error) };
            }
            let mut folder = file.parent();
            while let Some(empty) = folder.filter(|folder| *folder != bucket && remove_dir(folder).is_ok()) {
                folder = empty.parent();
            }
            folder.map_or(Ok(()), |folder| File::open(folder)?.sync_all())
        })
        .await
    }
}

impl Drafts {
    /// A folder of this process's own: the first number that nobody has.
    fn begin(incoming: &Path) -> io::Result<Self> {
        for number in 0_u64.. {
            let path = incoming.join(number.to_string());
            match std::fs::create_dir(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                made => made?,
            }
            let lock = File::create_new(path.join(LOCK))?;
            lock.lock()?;
            let (folder, next) = (format!("{INCOMING}/{number}"), AtomicU64::new(0));
            return Ok(Self { folder, path, next, given_up: Mutex::default(), _lock: lock });
        }
        Err(io::Error::other("there is no number left for a folder of drafts"))
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        // What is left, the next process finds.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// Removes the drafts of a process, if it has ended.
fn remove_abandoned(path: &Path) -> io::Result<()> {
    if path.file_name().is_some_and(|name| name == LOCK) {
        return Ok(());
    }
    let lock = match File::open(path.join(LOCK)) {
        Ok(lock) => Some(lock),
        Err(error) if is_absent(&error) => None,
        Err(error) => return Err(error),
    };
    if lock.as_ref().is_some_and(|lock| lock.try_lock().is_err()) {
        return Ok(());
    }
    let removed = if path.is_dir() { std::fs::remove_dir_all(path) } else { remove_file(path) };
    match removed {
        Err(error) if !is_absent(&error) => Err(error),
        _ => Ok(()),
    }
}

impl Folder {
    /// Makes a folder for a bucket; durable when this returns.
    pub(super) async fn add_bucket(&self, bucket: &str) -> Result<(), Error> {
        let (root, bucket) = (self.root.clone(), self.file(bucket));
        blocking(move || {
            create_dir_all(&bucket)?;
            sync_up(&bucket, &root)
        })
        .await
    }

    /// Takes the folder of a bucket away if there is no file in it; says whether it is gone.
    pub(super) async fn remove_bucket(&self, bucket: &str) -> Result<bool, Error> {
        let bucket = self.file(bucket);
        blocking(move || match remove_empty(&bucket) {
            Err(error) if is_absent(&error) => Ok(true),
            Err(error) if matches!(error.kind(), ErrorKind::IsADirectory | ErrorKind::DirectoryNotEmpty) => {
                Ok(false)
            }
            Err(error) => Err(error),
            Ok(()) => Ok(true),
        })
        .await
    }

    /// Takes a folder away with all that is in it.
    pub(super) async fn remove_all(&self, key: &str) -> Result<(), Error> {
        let folder = self.file(key);
        blocking(move || match std::fs::remove_dir_all(folder) {
            Err(error) if is_absent(&error) => Ok(()),
            outcome => outcome,
        })
        .await
    }
}

/// Does the error say that there is no such file, and cannot be?
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
        || error.raw_os_error() == Some(LOOP)
}

/// Runs what waits for a disk where it holds nobody up.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let outcome =
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)));
    outcome.map_err(error)
}

/// As OpenDAL says it.
pub(super) fn error(error: io::Error) -> Error {
    let kind = match error.kind() {
        ErrorKind::NotFound => opendal::ErrorKind::NotFound,
        ErrorKind::NotADirectory => opendal::ErrorKind::NotADirectory,
        ErrorKind::IsADirectory => opendal::ErrorKind::IsADirectory,
        ErrorKind::PermissionDenied => opendal::ErrorKind::PermissionDenied,
        _ => opendal::ErrorKind::Unexpected,
    };
    let temporary = kind == opendal::ErrorKind::Unexpected;
    Error::new(kind, error.kind().to_string()).set_source(error).with_temporary(temporary)
}

fn move_to(draft: &Path, file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        create_dir_all(folder)?;
    }
    match rename(draft, file) {
        // Folders without a file in them are nothing that a client could see.
        Err(error) if error.kind() == ErrorKind::IsADirectory => {
            remove_empty(file)?;
            rename(draft, file)
        }
        outcome => outcome,
    }
}

/// Takes away a folder that holds nothing but such folders.
fn remove_empty(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        remove_empty(&entry.path())?;
    }
    remove_dir(folder)
}

/// Makes the name of a file durable, and those of the folders that it is in, up to `root`.
fn sync_up(file: &Path, root: &Path) -> io::Result<()> {
    for folder in file.ancestors().skip(1) {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            // Another call took the file away again: nothing is left to be durable.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            outcome => outcome?,
        }
        if folder == root {
            break;
        }
    }
    Ok(())
}
