//! A folder that appears when it is whole: made under another name beside its place, and moved there at the end.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::TempDir;

/// A folder that is being made. Dropped, it goes.
pub(crate) struct Unfinished {
    folder: TempDir,
    target: PathBuf,
}

impl Unfinished {
    /// Begins a folder that is to be at `target`, where nothing may be yet.
    pub(crate) fn begin(target: &Path) -> anyhow::Result<Self> {
        if target.symlink_metadata().is_ok() {
            bail!("{} is there already; choose another folder", target.display());
        }
        let name = target.file_name().with_context(|| format!("{} names no folder", target.display()))?;
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let cannot = || format!("cannot make a folder in {}", parent.display());
        std::fs::create_dir_all(parent).with_context(cannot)?;
        let prefix = format!(".{}.unfinished-", name.to_string_lossy());
        let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(parent).with_context(cannot)?;
        Ok(Self { folder, target: target.to_owned() })
    }

    /// Where it is meanwhile.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Moves it to its place, durably.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        let cannot = || format!("cannot make {}", self.target.display());
        std::fs::rename(self.folder.path(), &self.target).with_context(cannot)?;
        let parent = self.target.canonicalize().with_context(cannot)?;
        let parent = parent.parent().unwrap_or(Path::new("/"));
        File::open(parent).and_then(|parent| parent.sync_all()).with_context(cannot)?;
        // Nothing is there any more to be removed.
        let _moved = self.folder.keep();
        Ok(())
    }
}
