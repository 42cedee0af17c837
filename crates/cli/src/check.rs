//! `imagekin check`: look for what does not fit together in a store, its data and its bytes.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use imagekin_catalog::RegionId;
use imagekin_server::Config;
use imagekin_store::{BytesChecked, Check, Checked, Objects, Store, StoreError};

use crate::data::{Data, open_to_read};
use crate::progress::grouped;
use crate::teller::Teller;

/// Flags of `imagekin check`.
#[derive(Args)]
pub(crate) struct CheckStore {
    #[command(flatten)]
    data: Data,
    /// Bytes of snapshots: not looked at, looked for, or all read
    #[arg(long, value_enum, default_value = "length")]
    bytes: Bytes,
}

/// How closely the bytes are looked at: no bucket is asked; every object is there with its length, and there is no other;
/// and it has its SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bytes {
    None,
    Length,
    Digest,
}

impl From<Bytes> for BytesChecked {
    fn from(bytes: Bytes) -> Self {
        match bytes {
            Bytes::None | Bytes::Length => Self::Length,
            Bytes::Digest => Self::Digest,
        }
    }
}

impl CheckStore {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.data.settings()?;
        let store = open_to_read(&settings).await?;
        let objects = match self.bytes {
            Bytes::None => None,
            _ => Some(Objects::open_to_read(&settings.objects_dir(), settings.placements()?)?),
        };
        let checked = run(&store, objects.as_ref(), &what(&settings, self.bytes)).await?;
        Ok(if checked.problems == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

/// What of a store of these settings is looked at.
pub(crate) fn what(settings: &Config, bytes: Bytes) -> Check {
    Check {
        bytes: bytes.into(),
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
    let teller = Teller::begin();
    let checked = store.check(objects, check, teller.listener()).await;
    match &checked {
        Ok(Checked { catalogues, rows, objects, problems }) => {
            let problems = match problems {
                0 => "no problems".to_owned(),
                1 => "1 problem".to_owned(),
                more => format!("{} problems", grouped(*more)),
            };
            let [catalogues, rows, objects] = [catalogues, rows, objects].map(|count| grouped(*count));
            teller.end(&format!(
                "looked at {catalogues} catalogues, {rows} rows and {objects} objects: {problems}"
            ));
        }
        Err(_) => teller.end("not all was looked at"),
    }
    checked
}
