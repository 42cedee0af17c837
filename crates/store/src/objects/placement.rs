//! Buckets that are elsewhere: in another folder, on S3, on OSS.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use imagekin_catalog::RegionId;
use opendal::layers::{RetryLayer, TimeoutLayer};
use opendal::services::{Fs, Oss, S3};
use opendal::{Error, ErrorKind, OperationContext, Operator};

use super::folder::Folder;
use super::inside::{leads_inside, transporter};
use super::place::Place;
use crate::StoreError;

/// How often a call to another machine is tried again, after 100 ms, 200 ms and so on.
const RETRIES_MAX: usize = 4;
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// Longest time for a call to another machine, and for one piece of an object to come or go.
const CALL_MAX: Duration = Duration::from_secs(60);

/// Says where buckets of a region are.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The region.
    pub region: RegionId,
    /// The bucket; `None` for every bucket of the region that has no placement of its own.
    pub bucket: Option<String>,
    /// Where.
    pub at: At,
}

/// Where a bucket is.
#[derive(Clone, Debug)]
pub enum At {
    /// In the folder `<root>/<bucket>`.
    Folder {
        /// A folder on one file system, of which only this process makes use.
        root: PathBuf,
    },
    /// On another machine.
    Far(Far),
}

/// How to talk to another machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// That of S3.
    S3,
    /// That of Alibaba Cloud's object storage.
    Oss,
}

/// A bucket on another machine.
#[derive(Clone)]
pub struct Far {
    /// How to talk to it.
    pub protocol: Protocol,
    /// Its address, beginning with `https://` or `http://`.
    pub endpoint: String,
    /// What the bucket is called there, if it is called otherwise.
    pub remote_bucket: Option<String>,
    /// What stands before the names of the objects there.
    pub root: Option<String>,
    /// The region that signatures name (S3 only).
    pub signing_region: String,
    /// Does the bucket stand before the host of the endpoint, and not in the path?
    pub virtual_host: bool,
    /// May its address be a link-local one, or that of a metadata service? Otherwise nothing is connected to there.
    pub may_lead_inside: bool,
    /// Access key.
    pub access_key_id: String,
    /// Its secret.
    pub access_key_secret: String,
}

impl fmt::Debug for Far {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Far")
            .field("protocol", &self.protocol)
            .field("endpoint", &self.endpoint)
            .field("remote_bucket", &self.remote_bucket)
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

/// A placement that is ready to be used.
pub(super) struct Placed {
    pub(super) region: RegionId,
    pub(super) bucket: Option<String>,
    at: Ready,
}

enum Ready {
    Folder(Operator, Arc<Folder>),
    /// One bucket on another machine.
    Bucket(Operator),
    /// Any bucket there: operators are made when they are needed, and share their connections.
    Any(Far),
}

impl Placed {
    pub(super) fn new(placement: Placement, access: Access) -> Result<Self, StoreError> {
        let at = match (placement.at, &placement.bucket) {
            (At::Folder { root }, _) => {
                let (operator, folder) = open_folder(&root, access)?;
                Ready::Folder(operator, folder)
            }
            (At::Far(far), Some(bucket)) => Ready::Bucket(operator(&far, bucket)?),
            (At::Far(far), None) => {
                // What it cannot be made of is told at the start.
                operator(&far, "any")?;
                Ready::Any(far)
            }
        };
        Ok(Self { region: placement.region, bucket: placement.bucket, at })
    }

    /// The place of a bucket.
    pub(super) fn place(&self, bucket: &str) -> Result<Place, Error> {
        let far = |operator| Place { operator, prefix: String::new(), folder: None };
        Ok(match &self.at {
            Ready::Folder(operator, folder) => Place {
                operator: operator.clone(),
                prefix: format!("{bucket}/"),
                folder: Some(Arc::clone(folder)),
            },
            Ready::Bucket(operator) => far(operator.clone()),
            Ready::Any(there) => far(operator(there, bucket)?),
        })
    }

    /// The folder that its buckets are in.
    pub(super) fn folder(&self) -> Option<&Folder> {
        match &self.at {
            Ready::Folder(_, folder) => Some(folder),
            Ready::Bucket(_) | Ready::Any(_) => None,
        }
    }
}

/// What buckets are opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

/// A folder that holds buckets.
pub(super) fn open_folder(root: &Path, access: Access) -> Result<(Operator, Arc<Folder>), StoreError> {
    let folder = match access {
        Access::Write => Folder::open(root),
        Access::Read => Ok(Folder::open_to_read(root)),
    };
    let folder = folder.map_err(StoreError::folder(root))?;
    let operator = Operator::new(Fs::default().root(&root.to_string_lossy()))?;
    Ok((operator, Arc::new(folder)))
}

/// Talks to a bucket on another machine.
fn operator(far: &Far, bucket: &str) -> Result<Operator, Error> {
    if !far.may_lead_inside && leads_inside(&far.endpoint) {
        let told = "the endpoint is a link-local address, or that of a metadata service";
        return Err(Error::new(ErrorKind::ConfigInvalid, told));
    }
    let bucket = far.remote_bucket.as_deref().unwrap_or(bucket);
    let root = far.root.as_deref().unwrap_or("/");
    let operator = match far.protocol {
        Protocol::S3 => {
            let builder = S3::default()
                .endpoint(&far.endpoint)
                .bucket(bucket)
                .root(root)
                .region(&far.signing_region)
                .access_key_id(&far.access_key_id)
                .secret_access_key(&far.access_key_secret)
                // Whose key is used is for the settings to say, not for what lies about on the machine.
                .disable_config_load()
                .disable_ec2_metadata();
            Operator::new(if far.virtual_host { builder.enable_virtual_host_style() } else { builder })?
        }
        Protocol::Oss => Operator::new(
            Oss::default()
                .endpoint(&far.endpoint)
                .bucket(bucket)
                .root(root)
                .addressing_style(if far.virtual_host { "virtual" } else { "path" })
                .access_key_id(&far.access_key_id)
                .access_key_secret(&far.access_key_secret),
        )?,
    };
    let retries = RetryLayer::new().with_max_times(RETRIES_MAX).with_min_delay(FIRST_PAUSE).with_jitter();
    let calls = OperationContext::new().with_http_transport(transporter(far.may_lead_inside)?);
    let operator = operator.with_context(calls);
    // In this order: a timeout outside would drop a retry in its midst.
    Ok(operator.layer(TimeoutLayer::new().with_timeout(CALL_MAX).with_io_timeout(CALL_MAX)).layer(retries))
}
