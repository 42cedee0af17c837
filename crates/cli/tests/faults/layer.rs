//! The layer between a process and its disk and clock: how it is loaded, and what can be set in it.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What can be set, by its place in the file that the layer has mapped.
#[derive(Clone, Copy, Debug)]
enum Control {
    ClockOffset,
    FreeBytes,
    IsReadOnly,
    WritesWithoutRoom,
}

/// The layer of a process.
pub(crate) struct Layer {
    /// Of the controls and the log.
    folder: TempDir,
    controls: File,
    /// The folder whose disk it is.
    root: PathBuf,
    is_recording: bool,
}

impl Layer {
    /// A disk without limits, and a clock that is right.
    pub(crate) fn of(root: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let controls = folder.path().join("controls");
        let controls = File::options().create_new(true).read(true).write(true).open(controls).unwrap();
        let layer = Self { folder, controls, root: root.canonicalize().unwrap(), is_recording: false };
        layer.set(Control::ClockOffset, 0);
        layer.set_free_bytes(None);
        layer.set_read_only(false);
        layer.set(Control::WritesWithoutRoom, 0);
        layer
    }

    /// The same, which writes down all that is done to the folder.
    pub(crate) fn recording(root: &Path) -> Self {
        Self { is_recording: true, ..Self::of(root) }
    }

    /// Has the layer loaded into the process that is about to be started.
    pub(crate) fn load_into(&self, command: &mut Command) {
        let this = std::env::current_exe().unwrap();
        let library = this.with_file_name("libimagekin_interposer.so");
        assert!(library.is_file(), "{} is not built", library.display());
        command.env("LD_PRELOAD", library).env("FAULTS_ROOT", &self.root);
        command.env("FAULTS_CONTROLS", self.folder.path().join("controls"));
        if self.is_recording {
            command.env("FAULTS_LOG", self.log());
        }
    }

    /// Where it is written down what was done to the folder.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    pub(crate) fn set_clock_offset_s(&self, offset: i64) {
        self.set(Control::ClockOffset, offset);
    }

    /// `None`: any number.
    pub(crate) fn set_free_bytes(&self, free: Option<i64>) {
        self.set(Control::FreeBytes, free.unwrap_or(-1));
    }

    pub(crate) fn set_read_only(&self, is_read_only: bool) {
        self.set(Control::IsReadOnly, i64::from(is_read_only));
    }

    /// How many writes there was no room for.
    pub(crate) fn writes_without_room(&self) -> i64 {
        let mut value = [0; 8];
        self.controls.read_exact_at(&mut value, Control::WritesWithoutRoom as u64 * 8).unwrap();
        i64::from_ne_bytes(value)
    }

    fn set(&self, control: Control, value: i64) {
        self.controls.write_all_at(&value.to_ne_bytes(), control as u64 * 8).unwrap();
    }
}
