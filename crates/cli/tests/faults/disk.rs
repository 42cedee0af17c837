//! What a power cut leaves: a disk that is rebuilt from the log of all that was done to a folder.
//!
//! What was synced is there. What was not may be there or not, page by page and name by name: nothing else is said of it.
//! A name is on the disk when its folder was synced, the bytes of a file when the file was.

use std::collections::{BTreeMap, HashMap};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::chance::Dice;
use crate::record::{Kind, Record};

/// What a disk writes as one.
const PAGE: usize = 4096;

/// What is there of what was not synced.
pub(crate) enum Kept {
    /// Nothing.
    Nothing,
    /// Names, and no bytes: journals of file systems hold names only.
    Names,
    /// All: the folder as it is.
    All,
    /// Each by chance.
    Some(Dice),
}

impl Kept {
    fn name(&mut self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Names | Self::All => true,
            Self::Some(dice) => dice.throw(0..2) == 0,
        }
    }

    fn page(&mut self) -> bool {
        match self {
            Self::Nothing | Self::Names => false,
            Self::All => true,
            Self::Some(dice) => dice.throw(0..2) == 0,
        }
    }
}

/// Files and folders by number; the first is the folder itself.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    things: Vec<Thing>,
    inodes: HashMap<u64, usize>,
    /// Names that were changed, and whose folders were not synced since.
    changes: Vec<Change>,
}

/// A file or a folder.
#[derive(Clone, Default)]
struct Thing {
    /// Of a folder: what is in it by name, as the process sees it and as the disk has it.
    seen: BTreeMap<Vec<u8>, usize>,
    names: BTreeMap<Vec<u8>, usize>,
    /// Of a file: what the disk has of it, and what was not synced.
    bytes: Vec<u8>,
    writes: Vec<Write>,
    is_folder: bool,
}

#[derive(Clone)]
enum Write {
    At(usize, Vec<u8>),
    Truncate(usize),
}

/// What one call does to names, as one: of which folder, which name, and what it names then.
type Change = Vec<(usize, Vec<u8>, Option<usize>)>;

impl Disk {
    /// A folder as it is, all of it on the disk.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut disk = Self::default();
        disk.take_in(folder);
        disk
    }

    fn take_in(&mut self, path: &Path) -> usize {
        let (meta, number) = (path.symlink_metadata().unwrap(), self.things.len());
        self.things.push(Thing { is_folder: meta.is_dir(), ..Thing::default() });
        self.inodes.insert(meta.ino(), number);
        if meta.is_dir() {
            for entry in std::fs::read_dir(path).unwrap().map(Result::unwrap) {
                let (name, inside) = (entry.file_name().into_encoded_bytes(), self.take_in(&entry.path()));
                self.things[number].seen.insert(name, inside);
            }
            self.things[number].names = self.things[number].seen.clone();
        } else {
            self.things[number].bytes = std::fs::read(path).unwrap();
        }
        number
    }

    /// One thing more was done.
    pub(crate) fn apply(&mut self, record: &Record<'_>) {
        let offset = usize::try_from(record.offset).unwrap();
        match record.kind {
            Kind::Create | Kind::MakeFolder => {
                let number = self.things.len();
                let is_folder = record.kind == Kind::MakeFolder;
                self.things.push(Thing { is_folder, ..Thing::default() });
                self.inodes.insert(record.inode, number);
                let (folder, name) = self.place(record.path);
                self.change(vec![(folder, name, Some(number))]);
            }
            Kind::Write => self.file(record).writes.push(Write::At(offset, record.bytes.to_vec())),
            Kind::Truncate => self.file(record).writes.push(Write::Truncate(offset)),
            Kind::Sync => self.sync(self.inodes[&record.inode]),
            Kind::Rename | Kind::Link => {
                let (from, to) = (self.place(record.path), self.place(record.other));
                let moved = self.things[from.0].seen[&from.1];
                let mut change = vec![(to.0, to.1, Some(moved))];
                if record.kind == Kind::Rename {
                    change.insert(0, (from.0, from.1, None));
                }
                self.change(change);
            }
            Kind::Remove => {
                let (folder, name) = self.place(record.path);
                self.change(vec![(folder, name, None)]);
            }
        }
    }

    fn file(&mut self, record: &Record<'_>) -> &mut Thing {
        &mut self.things[self.inodes[&record.inode]]
    }

    /// The folder of a path, and the name in it.
    fn place(&self, path: &[u8]) -> (usize, Vec<u8>) {
        assert!(!path.is_empty(), "something has left the folder, or come into it");
        let mut parts: Vec<_> = path.split(|byte| *byte == b'/').collect();
        let name = parts.pop().unwrap().to_vec();
        (parts.into_iter().fold(0, |folder, part| self.things[folder].seen[part]), name)
    }

    fn change(&mut self, change: Change) {
        for (folder, name, named) in &change {
            set(&mut self.things[*folder].seen, name, *named);
        }
        self.changes.push(change);
    }

    fn sync(&mut self, number: usize) {
        if !self.things[number].is_folder {
            let thing = &mut self.things[number];
            let writes = std::mem::take(&mut thing.writes);
            writes.iter().for_each(|write| write.apply(&mut thing.bytes, &mut Kept::All));
            return;
        }
        while let Some(at) = self.changes.iter().position(|change| change.iter().any(|(f, ..)| *f == number))
        {
            for (folder, name, named) in self.changes.remove(at) {
                // What was done to the same name before is past, should its folder be synced later.
                for earlier in &mut self.changes[..at] {
                    earlier.retain(|(f, n, _)| (f, n) != (&folder, &name));
                }
                set(&mut self.things[folder].names, &name, named);
            }
            self.changes.retain(|change| !change.is_empty());
        }
    }

    /// The path of a file or folder; empty when nothing has a name for it any more.
    pub(crate) fn path(&self, inode: u64) -> String {
        let (wanted, mut folders) = (self.inodes[&inode], vec![(0, String::new())]);
        while let Some((folder, path)) = folders.pop() {
            for (name, number) in &self.things[folder].seen {
                let path = format!("{path}/{}", String::from_utf8_lossy(name));
                if *number == wanted {
                    return path;
                }
                folders.push((*number, path));
            }
        }
        String::new()
    }

    /// What is there after a power cut: bytes of files by their paths, `None` of a folder.
    pub(crate) fn after_power_cut(&self, mut kept: Kept) -> BTreeMap<String, Option<Vec<u8>>> {
        let mut names: Vec<_> = self.things.iter().map(|thing| thing.names.clone()).collect();
        for change in self.changes.iter().filter(|_| kept.name()) {
            for (folder, name, named) in change {
                set(&mut names[*folder], name, *named);
            }
        }
        let (mut found, mut folders) = (BTreeMap::new(), vec![(0, String::new())]);
        while let Some((folder, path)) = folders.pop() {
            for (name, number) in &names[folder] {
                let path = format!("{path}/{}", String::from_utf8_lossy(name));
                let thing = &self.things[*number];
                if thing.is_folder {
                    folders.push((*number, path.clone()));
                    found.insert(path, None);
                    continue;
                }
                let mut bytes = thing.bytes.clone();
                thing.writes.iter().for_each(|write| write.apply(&mut bytes, &mut kept));
                found.insert(path, Some(bytes));
            }
        }
        // Memory that processes share, which does not outlive them; how it is written to the log does not say.
        found.retain(|path, _| !path.ends_with("-shm"));
        found
    }
}

impl Write {
    /// Does it to bytes, page by page, as far as it is kept.
    fn apply(&self, bytes: &mut Vec<u8>, kept: &mut Kept) {
        match self {
            Self::Truncate(length) if kept.page() => bytes.resize(*length, 0),
            Self::Truncate(_) => {}
            Self::At(offset, written) => {
                let (mut from, end) = (*offset, offset + written.len());
                while from < end {
                    let until = end.min((from / PAGE + 1) * PAGE);
                    if kept.page() {
                        bytes.resize(bytes.len().max(until), 0);
                        bytes[from..until].copy_from_slice(&written[from - offset..until - offset]);
                    }
                    from = until;
                }
            }
        }
    }
}

fn set(names: &mut BTreeMap<Vec<u8>, usize>, name: &[u8], named: Option<usize>) {
    match named {
        Some(number) => drop(names.insert(name.to_vec(), number)),
        None => drop(names.remove(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files after a power cut, with their bytes.
    fn left(disk: &Disk, kept: Kept) -> Vec<(String, String)> {
        let files = disk.after_power_cut(kept).into_iter();
        let files = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes?).unwrap())));
        files.collect()
    }

    fn file(name: &str, bytes: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), bytes.to_owned())]
    }

    /// `draft`, which is inode 9, is written and named `object` in a folder that was there; `sync` says what is synced.
    fn published(sync: &[u64]) -> Disk {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().metadata().unwrap().ino();
        let mut disk = Disk::of(folder.path());
        disk.apply(&Record { path: b"draft", ..Record::of(Kind::Create, 9) });
        disk.apply(&Record { bytes: b"bytes", ..Record::of(Kind::Write, 9) });
        sync.iter().filter(|inode| **inode == 9).for_each(|_| disk.apply(&Record::of(Kind::Sync, 9)));
        disk.apply(&Record { path: b"draft", other: b"object", ..Record::of(Kind::Rename, 0) });
        sync.iter().filter(|inode| **inode == 0).for_each(|_| disk.apply(&Record::of(Kind::Sync, root)));
        disk
    }

    #[test]
    fn what_was_not_synced_may_be_there_or_not() {
        assert_eq!(left(&published(&[]), Kept::All), file("/object", "bytes"));
        assert_eq!(left(&published(&[]), Kept::Names), file("/object", ""));
        assert_eq!(left(&published(&[]), Kept::Nothing), []);
        assert_eq!(left(&published(&[9]), Kept::Names), file("/object", "bytes"));
        assert_eq!(left(&published(&[9]), Kept::Nothing), []);
        assert_eq!(left(&published(&[0]), Kept::Nothing), file("/object", ""));
        assert_eq!(left(&published(&[9, 0]), Kept::Nothing), file("/object", "bytes"));
    }

    #[test]
    fn by_chance_each_page_is_there_or_not() {
        let mut disk = published(&[9, 0]);
        let pages = vec![b'x'; 8 * PAGE];
        disk.apply(&Record { bytes: &pages, ..Record::of(Kind::Write, 9) });
        let kinds: std::collections::BTreeSet<Vec<u8>> = (0..20)
            .map(|seed| {
                let files = disk.after_power_cut(Kept::Some(Dice::new(seed)));
                let bytes = files["/object"].clone().unwrap();
                bytes.chunks(PAGE).map(|page| page[page.len() - 1]).collect()
            })
            .collect();
        assert!(kinds.len() > 10, "{kinds:?}");
    }
}
