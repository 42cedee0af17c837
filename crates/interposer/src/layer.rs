//! What is looked at, where it is written down, and what is wrong with the disk and the clock just now.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use libc::{AT_FDCWD, c_int};

use crate::raw::{self, Name};
use crate::record::Record;

/// Files that may be open at once and are looked at.
const FDS: usize = 1 << 16;
/// Which of them are below the folder.
static WATCHED: [AtomicBool; FDS] = [const { AtomicBool::new(false) }; FDS];

static LAYER: OnceLock<Layer> = OnceLock::new();

/// The process's disk and clock.
pub(crate) struct Layer {
    /// The folder that is looked at, if one is.
    root: Option<Vec<u8>>,
    /// Where it is written down what is done to that.
    log: Option<c_int>,
    /// Held while something is done and written down: the log has the order in which things were done.
    order: Mutex<()>,
    /// The controls of who runs the process.
    controls: Option<&'static Controls>,
}

/// What can be set while the process runs, in a file that both map.
#[repr(C)]
pub(crate) struct Controls {
    /// By how many seconds the clock of the machine is wrong.
    clock_offset_s: AtomicI64,
    /// How many bytes the disk has room for; less than 0: any number.
    free_bytes: AtomicI64,
    /// Not 0: the disk is read-only.
    is_read_only: AtomicI64,
    /// How many writes there was no room for, or not for all of them: counted here, read by who runs the process.
    writes_without_room: AtomicI64,
}

/// The layer, which is made at the first call.
pub(crate) fn layer() -> &'static Layer {
    LAYER.get_or_init(Layer::new)
}

impl Layer {
    fn new() -> Self {
        let log = variable(c"FAULTS_LOG").map(|log| {
            let flags = libc::O_WRONLY | libc::O_CREAT | libc::O_APPEND | libc::O_CLOEXEC;
            raw::open(log, flags, 0o600)
        });
        let root = variable(c"FAULTS_ROOT").map(|root| root.path.to_bytes().to_vec());
        Self { root, log, order: Mutex::new(()), controls: variable(c"FAULTS_CONTROLS").and_then(map) }
    }

    /// The path below the folder that is looked at; `None` of any other.
    pub(crate) fn below(&self, name: Name<'_>) -> Option<Vec<u8>> {
        let root = self.root.as_ref()?;
        let path = name.path.to_bytes();
        let path = match (path.first(), name.folder) {
            (Some(b'/'), _) => path.to_vec(),
            (_, AT_FDCWD) => joined(raw::link(b"/proc/self/cwd"), path),
            (_, folder) => joined(raw::link(format!("/proc/self/fd/{folder}").as_bytes()), path),
        };
        let below = path.strip_prefix(root.as_slice())?;
        match below.first() {
            None => Some(Vec::new()),
            Some(b'/') => Some(below[1..].to_vec()),
            Some(_) => None,
        }
    }

    pub(crate) fn order(&self) -> MutexGuard<'_, ()> {
        self.order.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_recording(&self) -> bool {
        self.log.is_some()
    }

    /// Writes down what was done; `_order` is held since before it was.
    pub(crate) fn note(&self, _order: &MutexGuard<'_, ()>, record: &Record<'_>) {
        let Some(log) = self.log else { return };
        let encoded = record.encode();
        if raw::write(log, &encoded, None) != encoded.len() as libc::c_long {
            // A log with a gap tells of a disk that never was.
            std::process::abort();
        }
    }

    pub(crate) fn clock_offset_s(&self) -> i64 {
        self.controls.map_or(0, |controls| controls.clock_offset_s.load(Ordering::SeqCst))
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.controls.is_some_and(|controls| controls.is_read_only.load(Ordering::SeqCst) != 0)
    }

    /// How much of `wanted` more bytes the disk has room for, which they take up.
    pub(crate) fn take_room(&self, wanted: i64) -> i64 {
        let Some(controls) = self.controls else { return wanted };
        let free = controls.free_bytes.load(Ordering::SeqCst);
        if free < 0 {
            return wanted;
        }
        let taken = wanted.min(free);
        if taken < wanted {
            controls.writes_without_room.fetch_add(1, Ordering::SeqCst);
        }
        controls.free_bytes.fetch_sub(taken, Ordering::SeqCst);
        taken
    }
}

/// Is the file below the folder that is looked at?
pub(crate) fn is_watched(fd: c_int) -> bool {
    usize::try_from(fd)
        .ok()
        .and_then(|fd| WATCHED.get(fd))
        .is_some_and(|watched| watched.load(Ordering::SeqCst))
}

pub(crate) fn watch(fd: c_int, whether: bool) {
    if let Some(watched) = usize::try_from(fd).ok().and_then(|fd| WATCHED.get(fd)) {
        watched.store(whether, Ordering::SeqCst);
    }
}

fn joined(mut folder: Vec<u8>, path: &[u8]) -> Vec<u8> {
    folder.push(b'/');
    folder.extend(path);
    folder
}

/// A variable of the environment, which is a path.
fn variable(name: &std::ffi::CStr) -> Option<Name<'static>> {
    // SAFETY: the name is a string of C, and so is a value. Nobody changes these variables.
    unsafe {
        let value = libc::getenv(name.as_ptr());
        (!value.is_null()).then(|| Name::here(value))
    }
}

fn map(file: Name<'_>) -> Option<&'static Controls> {
    let file = raw::open(file, libc::O_RDWR | libc::O_CLOEXEC, 0);
    let access = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: the mapping is never taken away, as long as the file is, and used by atomics only.
    let mapped = unsafe {
        let mapped =
            libc::mmap(std::ptr::null_mut(), size_of::<Controls>(), access, libc::MAP_SHARED, file, 0);
        (mapped != libc::MAP_FAILED).then(|| &*mapped.cast::<Controls>())
    };
    raw::close(file);
    mapped
}
