//! What `Objects` promises, on a folder and on a real S3 server, with faults of the server.

mod cases;
mod faults;
mod s3_server;
mod uploads;

use std::path::Path;

use imagekin_catalog::RegionId;
use imagekin_store::{At, Far, ObjectPath, Objects, Placement, Protocol};
use s3_server::S3Server;
use tempfile::TempDir;

/// The region whose buckets are in the folder.
const NEAR: &str = "cn-hangzhou";
/// The region whose buckets are on the S3 server.
const FAR: &str = "cn-beijing";

/// An object store with a region in a folder and one on an S3 server.
struct World {
    folder: TempDir,
    server: S3Server,
    objects: Objects,
}

impl World {
    async fn new() -> Self {
        let (folder, server) = (tempfile::tempdir().unwrap(), S3Server::start().await);
        let far = far(format!("http://{}", server.address));
        let objects = Objects::open_with(folder.path(), vec![far]).unwrap();
        server.add_bucket("from");
        server.add_bucket("into");
        Self { folder, server, objects }
    }

    /// The file behind an object.
    fn file(&self, path: (&str, &str, &str)) -> std::path::PathBuf {
        let (region, bucket, object) = path;
        let near = self.folder.path().join(NEAR);
        let root: &Path = if region == NEAR { &near } else { self.server.root() };
        root.join(bucket).join(object)
    }

    /// Half-written objects and forgotten uploads.
    fn leftovers(&self) -> Vec<String> {
        let own = std::fs::read_dir(self.folder.path().join(".incoming/0")).unwrap();
        let names =
            own.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| name != "lock");
        names.chain(self.server.uploads()).collect()
    }
}

/// The buckets of [`FAR`] on the S3 server at this address.
fn far(endpoint: String) -> Placement {
    let at = At::Far(Far {
        protocol: Protocol::S3,
        endpoint,
        remote_bucket: None,
        root: None,
        signing_region: "us-east-1".to_owned(),
        virtual_host: false,
        may_lead_inside: false,
        access_key_id: s3_server::KEY.0.to_owned(),
        access_key_secret: s3_server::KEY.1.to_owned(),
    });
    Placement { region: region(FAR), bucket: None, at }
}

fn region(id: &str) -> RegionId {
    RegionId::parse(id).unwrap()
}

fn path((region_id, bucket, object): (&str, &str, &str)) -> ObjectPath {
    ObjectPath::new(&region(region_id), bucket, object).unwrap()
}
