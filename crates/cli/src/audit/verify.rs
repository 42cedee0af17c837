//! `imagekin audit verify`: whether every trail is as it was written, in the store and in files.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use imagekin_store::{AuditEntry, Filed, VerifiedTrail};

use crate::data::{Data, open_to_read};
use crate::progress::grouped;
use crate::table::printable;

/// Longest line of a file that is read, in bytes: far more than the longest event.
const LINE_BYTES_MAX: u64 = 1024 * 1024;

/// Flags of `imagekin audit verify`.
#[derive(Args)]
pub(crate) struct Verify {
    /// Files of the audit log, rotated ones too: the store must have their events
    #[arg(long, value_name = "FILE", num_args = 1..)]
    file: Vec<PathBuf>,
    #[command(flatten)]
    data: Data,
}

impl Verify {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let store = open_to_read(&self.data.settings()?).await?;
        let (mut filed, mut problems) = (Filed::default(), Vec::new());
        for path in &self.file {
            read_file(path, &mut filed, &mut problems).with_context(|| path.display().to_string())?;
        }
        let trails = store.verify_audit(filed).await?;
        let of_trail = |trail: &VerifiedTrail| {
            let name = trail.trail.to_string();
            trail.problems.iter().map(move |problem| format!("trail {name}: {problem}")).collect::<Vec<_>>()
        };
        problems.extend(trails.iter().flat_map(of_trail));
        let mut out = std::io::stdout();
        for trail in &trails {
            writeln!(out, "{}", printable(&shown(trail, !self.file.is_empty())))?;
        }
        problems.iter().try_for_each(|problem| writeln!(out, "{}", printable(problem)))?;
        let events = grouped(trails.iter().map(|trail| trail.events).sum());
        let told = match problems.len() {
            0 => "no problems".to_owned(),
            1 => "1 problem".to_owned(),
            more => format!("{} problems", grouped(more as u64)),
        };
        eprintln!("looked at {events} events in {} trails: {told}", grouped(trails.len() as u64));
        Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

/// What is there of a trail, and what it ends with: for whoever keeps that where nobody can change it.
fn shown(trail: &VerifiedTrail, beside_files: bool) -> String {
    let VerifiedTrail { trail, events, not_filed, last, .. } = trail;
    let in_no_file = if beside_files { format!(", {not_filed} of them in no file") } else { String::new() };
    format!("{trail} {events} events{in_no_file}, the last is {} {}", last.sequence, last.hash)
}

/// Reads the events of a file. A line that was cut off, as by a crash, is none: it is told, and is no problem, for the store
/// has the event.
fn read_file(path: &Path, filed: &mut Filed, problems: &mut Vec<String>) -> anyhow::Result<()> {
    let mut file = BufReader::new(File::open(path)?);
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if std::io::Read::take(&mut file, LINE_BYTES_MAX).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let place = format!("{}:{number}", path.display());
        match std::str::from_utf8(&line).ok().and_then(AuditEntry::parse) {
            None => eprintln!("imagekin: {place} is no whole line of an audit log"),
            Some(entry) if !entry.is_sound() => problems.push(format!("{place} is not what was written")),
            Some(entry) => filed.add(&entry, &place),
        }
    }
    Ok(())
}
