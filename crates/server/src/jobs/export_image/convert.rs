//! From the format that a disk has to the one that is asked for: qemu-img converts, raw disks are packed as ECS packs them.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use imagekin_catalog::disk::ExportFormat;
use imagekin_store::disk::{self, Format, HEAD_BYTES, TAIL_BYTES};
use tokio::process::Command;

/// What qemu-img says of a disk that is full or read-only, and what that is.
const OF_THE_DISK: [(&str, io::ErrorKind); 3] = [
    ("No space left on device", io::ErrorKind::StorageFull),
    ("Disk quota exceeded", io::ErrorKind::QuotaExceeded),
    ("Read-only file system", io::ErrorKind::ReadOnlyFilesystem),
];
/// The signals by which others end a program that is sound: SIGHUP, SIGINT, SIGKILL (as the system does when memory runs out) and
/// SIGTERM. Any other is its own fault, or that of the disk.
const OF_OTHERS: [i32; 4] = [1, 2, 9, 15];
/// Longest piece of qemu-img's complaint that is kept as the reason of a failure.
const COMPLAINT_BYTES_MAX: usize = 500;

/// Makes of the disk image `file` one of `format`, in `folder`; `name` is what a packed one is called inside. Gives the
/// file, or a reason for which there is none.
pub(super) async fn pack(
    qemu_img: &Path,
    file: &Path,
    format: ExportFormat,
    folder: &Path,
    name: &str,
) -> io::Result<PathBuf> {
    let there = format_of(file).map_err(failed("cannot read the disk"))?;
    let converted = if there == format {
        file.to_owned()
    } else {
        convert(qemu_img, (file, there), (&folder.join("converted"), format)).await?
    };
    if format != ExportFormat::Raw {
        return Ok(converted);
    }
    let (packed, name) = (folder.join("packed.tar.gz"), name.to_owned());
    let packing = tokio::task::spawn_blocking(move || tar_gz(&converted, &packed, &name).map(|()| packed));
    let outcome =
        packing.await.map_err(|error| io::Error::other(format!("packing was broken off: {error}")))?;
    outcome.map_err(failed("cannot pack the disk"))
}

/// The same failure, with what was in vain.
fn failed(what: &str) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::new(error.kind(), format!("{what}: {error}"))
}

/// What a file is; anything that is no known disk image is raw, as the sandbox takes anything for a disk.
fn format_of(file: &Path) -> io::Result<ExportFormat> {
    let mut file = File::open(file)?;
    let length = file.metadata()?.len();
    let mut head = Vec::new();
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL_BYTES as u64)))?;
    file.read_to_end(&mut tail)?;
    Ok(format_by_ends(&head, &tail, length))
}

/// The same, by what is known of its beginning and its end.
pub(crate) fn format_by_ends(head: &[u8], tail: &[u8], length: u64) -> ExportFormat {
    match disk::inspect(head, tail, length).map(|disk| disk.format) {
        Ok(Format::Qcow2) => ExportFormat::Qcow2,
        Ok(Format::Vhd) => ExportFormat::Vhd,
        _ => ExportFormat::Raw,
    }
}

/// Lets qemu-img convert a disk image.
async fn convert(
    qemu_img: &Path,
    (source, from): (&Path, ExportFormat),
    (target, to): (&Path, ExportFormat),
) -> io::Result<PathBuf> {
    // ECS and Azure want a VHD of exactly the disk's size.
    let exact: &[&str] = if to == ExportFormat::Vhd { &["-o", "force_size=on"] } else { &[] };
    let output = Command::new(qemu_img)
        .args(["convert", "-q", "-f", name_of(from), "-O", name_of(to)])
        .args(exact)
        .args([source, target])
        // In the words that are looked for.
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await;
    let output = output.map_err(failed(&format!("cannot run {}", qemu_img.display())))?;
    if output.status.success() {
        return Ok(target.to_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let complaint: String = complaint.trim().chars().take(COMPLAINT_BYTES_MAX).collect();
    let kind = kind_of(output.status, &complaint);
    Err(io::Error::new(kind, format!("{} ended with {}: {complaint}", qemu_img.display(), output.status)))
}

/// Why qemu-img has failed: for a while, or for good.
fn kind_of(status: ExitStatus, complaint: &str) -> io::ErrorKind {
    // As when a signal for the service reaches all of its processes.
    if status.signal().is_some_and(|signal| OF_OTHERS.contains(&signal)) {
        return io::ErrorKind::Interrupted;
    }
    let known = OF_THE_DISK.iter().find(|(words, _)| complaint.contains(words));
    known.map_or(io::ErrorKind::Other, |(_, kind)| *kind)
}

/// As qemu-img calls a format.
fn name_of(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Vhd => "vpc",
        other => other.as_str(),
    }
}

/// Packs one file.
fn tar_gz(file: &Path, packed: &Path, name: &str) -> io::Result<()> {
    let mut source = File::open(file)?;
    let mut header = tar::Header::new_gnu();
    header.set_size(source.metadata()?.len());
    header.set_mode(0o644);
    header.set_cksum();
    let mut archive = tar::Builder::new(GzEncoder::new(File::create(packed)?, Compression::fast()));
    archive.append_data(&mut header, name, &mut source)?;
    archive.into_inner()?.finish()?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_end_is_broken_off_and_what_crashes_is_not() {
        for (signal, kind) in [
            (1, io::ErrorKind::Interrupted),
            (2, io::ErrorKind::Interrupted),
            (9, io::ErrorKind::Interrupted),
            (15, io::ErrorKind::Interrupted),
            (6, io::ErrorKind::Other),
            (11, io::ErrorKind::Other),
        ] {
            assert_eq!(kind_of(ExitStatus::from_raw(signal), ""), kind, "{signal}");
        }
        let ended_with = |code: i32| ExitStatus::from_raw(code << 8);
        assert_eq!(kind_of(ended_with(1), "a broken disk"), io::ErrorKind::Other);
        assert_eq!(kind_of(ended_with(1), "No space left on device"), io::ErrorKind::StorageFull);
    }
}
