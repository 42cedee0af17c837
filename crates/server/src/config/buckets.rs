//! Buckets that are not in the folder of the buckets: in another one, on S3, on OSS.

use std::path::PathBuf;

use imagekin_catalog::RegionId;
use imagekin_store::{At, Far, ObjectPath, Placement, Protocol, leads_inside};
use serde::{Deserialize, Serialize};

use super::{ConfigError, SecretSource};

/// Where a bucket is, or every bucket of a region.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BucketSettings {
    /// The region of the bucket.
    pub region: String,
    /// Its name, or `*` for every bucket of the region that is not named itself.
    pub name: String,
    /// What it is kept in.
    pub kind: BucketKind,
    /// Address of the S3 or OSS server, with `https://` or `http://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// What the bucket is called there, if it is called otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_bucket: Option<String>,
    /// For a folder: the one that has the folders of the buckets in it. Else: what stands before the names of objects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// Region in the signatures, for S3; `us-east-1` if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_region: Option<String>,
    /// The bucket stands before the host, not in the path; if not given, `true` for OSS and `false` for S3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub virtual_host: Option<bool>,
    /// The endpoint may be a link-local address or a metadata service of a cloud, as no bucket's is; `false` if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_link_local: Option<bool>,
    /// Where the access key id is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_key_id: Option<SecretSource>,
    /// Where the secret is, which never stands in the settings themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_key_secret: Option<SecretSource>,
}

/// What a bucket is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BucketKind {
    /// A folder of this machine.
    Folder,
    /// A server that speaks S3.
    S3,
    /// Alibaba Cloud's object storage.
    Oss,
}

impl BucketSettings {
    /// As the store takes it, the access key read from where it is.
    pub(super) fn placement(&self) -> Result<Placement, ConfigError> {
        let bad = |why: &str| {
            ConfigError::Unusable(format!("buckets: `{}` in `{}`: {why}", self.name, self.region))
        };
        let region = RegionId::parse(&self.region).ok_or_else(|| bad("there is no such region"))?;
        let bucket = (self.name != "*").then(|| self.name.clone());
        if bucket.as_ref().is_some_and(|name| !ObjectPath::is_bucket(name)) {
            return Err(bad("a bucket is called by 3 to 63 of a-z, 0-9 and -, or * for every bucket"));
        }
        if bucket.is_none() && self.remote_bucket.is_some() {
            return Err(bad("remote_bucket is for one bucket"));
        }
        let at = match self.kind {
            BucketKind::Folder => At::Folder {
                root: PathBuf::from(self.root.as_ref().ok_or_else(|| bad("a folder needs root"))?),
            },
            BucketKind::S3 => At::Far(self.far(Protocol::S3).map_err(|why| bad(&why))?),
            BucketKind::Oss => At::Far(self.far(Protocol::Oss).map_err(|why| bad(&why))?),
        };
        Ok(Placement { region, bucket, at })
    }

    fn far(&self, protocol: Protocol) -> Result<Far, String> {
        let endpoint = self.endpoint.clone().ok_or("endpoint is missing")?;
        if !["https://", "http://"].iter().any(|scheme| endpoint.starts_with(scheme)) {
            return Err("endpoint must begin with https:// or http://".to_owned());
        }
        let may_lead_inside = self.allow_link_local.unwrap_or(false);
        if !may_lead_inside && leads_inside(&endpoint) {
            return Err("endpoint is a link-local address, or that of a metadata service: say \
                        allow_link_local = true if a bucket is there all the same"
                .to_owned());
        }
        Ok(Far {
            protocol,
            endpoint,
            remote_bucket: self.remote_bucket.clone(),
            root: self.root.clone(),
            signing_region: self.signing_region.clone().unwrap_or_else(|| "us-east-1".to_owned()),
            virtual_host: self.virtual_host.unwrap_or(protocol == Protocol::Oss),
            may_lead_inside,
            access_key_id: held("access_key_id", self.access_key_id.as_ref())?,
            access_key_secret: held("access_key_secret", self.access_key_secret.as_ref())?,
        })
    }
}

/// What is held where a setting says.
fn held(setting: &str, source: Option<&SecretSource>) -> Result<String, String> {
    let source = source.ok_or_else(|| format!("{setting} is missing"))?;
    let mut held = source.read_text().map_err(|why| format!("{setting}: {why}"))?;
    Ok(std::mem::take(&mut *held))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<BucketSettings, Box<figment::Error>> {
        use figment::providers::{Format, Toml};
        figment::Figment::from(Toml::string(text)).extract().map_err(Box::new)
    }

    fn why(text: &str) -> String {
        let region_and_name = "region = \"cn-hangzhou\"\nname = \"golden-images\"\n";
        match settings(&format!("{region_and_name}{text}")) {
            Ok(settings) => settings.placement().unwrap_err().to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_cannot_be_used_is_told_without_the_secret() {
        assert!(why("kind = 'folder'").contains("a folder needs root"));
        assert!(why("kind = 's3'").contains("endpoint is missing"));
        assert!(why("kind = 's3'\nendpoint = 'file:///etc'").contains("must begin with https://"));
        let far = "kind = 'oss'\nendpoint = 'https://oss.example'\n";
        assert!(why(far).contains("access_key_id is missing"));
        for secret in ["'hunter2'", "7777", "77.77"] {
            let told = why(&format!("{far}access_key_id = {secret}"));
            assert!(told.contains("must be env:VARIABLE") && told.contains("access_key_id"), "{told}");
            assert!(!told.contains("hunter2") && !told.contains("77"), "{told}");
        }
        assert!(why(&format!("{far}access_key_id = 'env:NO_SUCH_VARIABLE'")).contains("is not set"));
        assert!(why(&format!("{far}access_key_id = 'file:/no/such/file'")).contains("/no/such/file"));
    }

    #[test]
    fn an_endpoint_that_tells_secrets_must_be_meant() {
        for endpoint in ["http://100.100.100.200", "http://169.254.169.254:80", "http://2852039166"] {
            let far = format!("kind = 's3'\nendpoint = '{endpoint}'\n");
            assert!(why(&far).contains("allow_link_local = true"), "{endpoint}: {}", why(&far));
            assert!(why(&format!("{far}allow_link_local = true")).contains("access_key_id is missing"));
        }
    }

    #[test]
    fn a_key_is_read_from_a_file_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        std::fs::write(&file, "hunter2\n").unwrap();
        let file = file.display();
        let text = format!(
            "region = 'cn-hangzhou'\nname = '*'\nkind = 'oss'\nendpoint = 'https://oss.example'\n\
             access_key_id = 'file:{file}'\naccess_key_secret = 'file:{file}'"
        );
        let placement = settings(&text).unwrap().placement().unwrap();
        assert_eq!(placement.bucket, None);
        assert!(!format!("{placement:?}").contains("hunter2"));
        let At::Far(far) = placement.at else { panic!("an OSS bucket is far") };
        assert_eq!((far.access_key_secret.as_str(), far.virtual_host), ("hunter2", true));
    }
}
