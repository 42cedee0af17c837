//! `imagekin check`: look for what does not fit together in a store, its data and its bytes.

use std::io::Write;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use clap::{Args, ValueEnum};
use imagekin_catalog::RegionId;
use imagekin_server::Config;
use imagekin_store::{BytesChecked, Check, Checked, Objects, Store, StoreError, Told};

use crate::data::{Data, open_to_read};
use crate::progress::{Progress, grouped};

/// Flags of `imagekin check`.
#[derive(Args)]
#[command(after_help = "\
Exit codes:
    0  nothing was found
    1  something does not fit: a line on standard output for each
    2  not all could be looked at")]
pub(crate) struct CheckStore {
    #[command(flatten)]
    data: Data,
    /// How closely to look at the bytes of snapshots: not at all, whether they are there, or all of them
    #[arg(long, value_enum, default_value = "length")]
    bytes: Bytes,
}

/// How closely the bytes are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bytes {
    None,
    Length,
    Digest,
}

impl CheckStore {
    pub(crate) async fn run(self) -> ExitCode {
        match self.look().await {
            Ok(Checked { problems: 0, .. }) => ExitCode::SUCCESS,
            Ok(_) => ExitCode::from(1),
            Err(error) => {
                eprintln!("imagekin: {error}");
                ExitCode::from(2)
            }
        }
    }

    async fn look(&self) -> anyhow::Result<Checked> {
        let settings = self.data.settings()?;
        let store = open_to_read(&settings).await?;
        let objects = match self.bytes {
            Bytes::None => None,
            _ => Some(Objects::open_with(&settings.objects_dir(), settings.placements()?)?),
        };
        Ok(run(&store, objects.as_ref(), &what(&settings, self.bytes)).await?)
    }
}

/// What of a store of these settings is looked at.
pub(crate) fn what(settings: &Config, bytes: Bytes) -> Check {
    Check {
        bytes: if bytes == Bytes::Digest { BytesChecked::Digest } else { BytesChecked::Length },
        snapshot_bucket: settings.import.snapshot_bucket.clone(),
        regions: settings.regions.iter().filter_map(|region| RegionId::parse(&region.id)).collect(),
        left_out: Vec::new(),
    }
}

/// Looks at a store, and prints a line for each thing that does not fit.
pub(crate) async fn run(
    store: &Store,
    objects: Option<&Objects>,
    check: &Check,
) -> Result<Checked, StoreError> {
    let teller = Arc::new(Teller {
        progress: Progress::begin(),
        at: Mutex::default(),
        rows: AtomicU64::new(0),
        objects: AtomicU64::new(0),
    });
    let told = Arc::clone(&teller);
    let checked = store.check(objects, check, Arc::new(move |what| told.tell(what))).await;
    match &checked {
        Ok(Checked { catalogues, rows, objects, problems }) => {
            let problems = match problems {
                0 => "no problems".to_owned(),
                1 => "1 problem".to_owned(),
                more => format!("{} problems", grouped(*more)),
            };
            let [catalogues, rows, objects] = [catalogues, rows, objects].map(|count| grouped(*count));
            teller.progress.end(&format!(
                "looked at {catalogues} catalogues, {rows} rows and {objects} objects: {problems}"
            ));
        }
        Err(_) => teller.progress.end("not all was looked at"),
    }
    checked
}

/// Prints what is found, and how far the look is.
struct Teller {
    progress: Progress,
    at: Mutex<String>,
    rows: AtomicU64,
    objects: AtomicU64,
}

impl Teller {
    fn tell(&self, told: Told) {
        match told {
            Told::Problem(what) => {
                // Whoever reads the lines may have read enough.
                let _ = self.progress.aside(|| writeln!(std::io::stdout(), "{}", one_line(&what)));
            }
            Told::At(what) => *self.at.lock().unwrap_or_else(PoisonError::into_inner) = what,
            Told::Rows(more) => drop(self.rows.fetch_add(more, Ordering::Relaxed)),
            Told::Objects(more) => drop(self.objects.fetch_add(more, Ordering::Relaxed)),
        }
        self.progress.at(&|| {
            let [rows, objects] = [&self.rows, &self.objects].map(|of| grouped(of.load(Ordering::Relaxed)));
            let at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
            format!("{rows} rows, {objects} objects; at {at}")
        });
    }
}

/// What stands in a database may be anything, line ends and commands to a terminal, too.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_problem_is_one_line() {
        assert_eq!(one_line("镜像 a\nb\u{1b}[1m"), "镜像 a\\nb\\u{1b}[1m");
    }
}
