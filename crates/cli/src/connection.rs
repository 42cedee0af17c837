//! Which service is called, in which region and with which key: flags, then variables, then the aliyun CLI's profile.

mod endpoint;
mod identity;
mod profile;

use std::path::PathBuf;

use clap::Args;
use imagekin_rpc::SigningKey;
use ureq::tls::ClientCert;

use crate::failure::Failure;
pub(crate) use endpoint::Endpoint;
use profile::Profile;

/// The service that `imagekin serve` is, if nothing is said.
const DEFAULT_ENDPOINT: &str = "http://127.0.0.1:7070";

/// Flags of every command that calls the service.
#[derive(Args, Default)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionFlags {
    /// Service to call [$IMAGEKIN_ENDPOINT, $ALIBABA_CLOUD_ENDPOINT] [default: http://127.0.0.1:7070]
    #[arg(long, value_name = "URL")]
    pub(crate) endpoint: Option<String>,
    /// Region of the images [$ALIBABA_CLOUD_REGION_ID]
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// Access key [$ALIBABA_CLOUD_ACCESS_KEY_ID; the token of a temporary one: $ALIBABA_CLOUD_SECURITY_TOKEN]
    #[arg(long, value_name = "ID")]
    pub(crate) access_key_id: Option<String>,
    /// File with the secret of the key, and nothing else [$ALIBABA_CLOUD_ACCESS_KEY_SECRET is the secret itself]
    #[arg(long, value_name = "FILE")]
    pub(crate) access_key_secret_file: Option<PathBuf>,
    /// Certificate and private key of this client (PEM, one file), if the service asks for one [$IMAGEKIN_ENDPOINT_CERTIFICATE]
    #[arg(long, value_name = "FILE")]
    pub(crate) client_certificate: Option<PathBuf>,
    /// Profile of the aliyun CLI, to use before the variables [$ALIBABA_CLOUD_PROFILE] [file: ~/.aliyun/config.json]
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
}

/// What a client needs to know.
pub(crate) struct Connection {
    /// Whom to call.
    pub(crate) endpoint: Endpoint,
    /// What it shows of itself in a TLS handshake, if it is asked.
    pub(crate) certificate: Option<ClientCert>,
    /// The region of every call.
    pub(crate) region: String,
    /// The name of the key.
    pub(crate) access_key_id: String,
    /// Its secret, ready to sign and not to be shown.
    pub(crate) key: SigningKey,
    /// The token that goes with it, if it is a temporary one.
    pub(crate) security_token: Option<String>,
}

/// Where a variable is looked up; a test gives its own.
pub(crate) type Environment<'e> = &'e dyn Fn(&str) -> Option<String>;

/// What one place says. A key and its secret are always taken from the same place.
#[derive(Default)]
struct Source {
    endpoint: Option<String>,
    region: Option<String>,
    access_key_id: Option<String>,
    secret: Option<String>,
    security_token: Option<String>,
}

impl Connection {
    /// Finds every setting.
    ///
    /// # Errors
    /// [`Failure::Usage`], saying what is missing and the ways to give it.
    pub(crate) fn find(flags: &ConnectionFlags, environment: Environment<'_>) -> Result<Self, Failure> {
        let set = |name: &str| environment(name).filter(|value| !value.is_empty());
        let variables = Source {
            endpoint: set("IMAGEKIN_ENDPOINT").or_else(|| set("ALIBABA_CLOUD_ENDPOINT")),
            region: set("ALIBABA_CLOUD_REGION_ID"),
            access_key_id: set("ALIBABA_CLOUD_ACCESS_KEY_ID"),
            secret: set("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
            security_token: set("ALIBABA_CLOUD_SECURITY_TOKEN"),
        };
        let named = flags.profile.clone().or_else(|| set("ALIBABA_CLOUD_PROFILE"));
        let file = set("HOME").map(|home| PathBuf::from(home).join(".aliyun/config.json"));
        let profile = Profile::find(file.as_deref(), named.as_deref())?.map(Profile::into_source);
        let profile = profile.unwrap_or_default();
        // Who names a profile on the command line means its key, whatever the shell has.
        let sources = if flags.profile.is_some() { [profile, variables] } else { [variables, profile] };
        let certificate = flags.client_certificate.clone();
        let certificate = certificate.or_else(|| set("IMAGEKIN_ENDPOINT_CERTIFICATE").map(PathBuf::from));
        let certificate = certificate.map(|file| identity::read(&file)).transpose()?;
        Ok(Self { certificate, ..Self::from_sources(flags, &sources)? })
    }

    fn from_sources(flags: &ConnectionFlags, sources: &[Source]) -> Result<Self, Failure> {
        let first = |of: fn(&Source) -> &Option<String>| sources.iter().find_map(|source| of(source).clone());
        let endpoint = flags.endpoint.clone().or_else(|| first(|source| &source.endpoint));
        let endpoint = Endpoint::parse(endpoint.as_deref().unwrap_or(DEFAULT_ENDPOINT))?;
        let region = flags.region.clone().or_else(|| first(|source| &source.region)).ok_or_else(no_region)?;
        let (access_key_id, secret) = key(flags, sources)?;
        // Of the place that the key is from: the token of another key is not this one's.
        let of_key = sources.iter().find(|source| source.access_key_id.as_ref() == Some(&access_key_id));
        let security_token = of_key.and_then(|source| source.security_token.clone());
        let key = SigningKey::new(&secret);
        Ok(Self { endpoint, certificate: None, region, access_key_id, key, security_token })
    }
}

/// The access key and its secret.
fn key(flags: &ConnectionFlags, sources: &[Source]) -> Result<(String, String), Failure> {
    let nothing = Source::default();
    let found = sources.iter().find(|source| source.access_key_id.is_some() || source.secret.is_some());
    let found = found.unwrap_or(&nothing);
    let id = flags.access_key_id.as_ref().or(found.access_key_id.as_ref()).cloned();
    let secret = match &flags.access_key_secret_file {
        Some(file) => Some(secret_of(file)?),
        // The secret of another key is not this one's.
        None if found.access_key_id.is_some() && found.access_key_id != id => None,
        None => found.secret.clone(),
    };
    match (id, secret) {
        (Some(id), Some(secret)) => Ok((id, secret)),
        (None, None) => Err(no_key()),
        (Some(id), None) => Err(Failure::Usage(format!(
            "there is no secret for the access key {id}: set ALIBABA_CLOUD_ACCESS_KEY_SECRET, or give the file that \
             holds it with --access-key-secret-file"
        ))),
        (None, Some(_)) => Err(Failure::Usage(
            "there is a secret, but not the access key that it is of: set ALIBABA_CLOUD_ACCESS_KEY_ID, or give \
             --access-key-id"
                .to_owned(),
        )),
    }
}

fn secret_of(file: &std::path::Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::Usage(format!("cannot read the secret in {}: {error}", file.display())))?;
    match text.trim() {
        "" => Err(Failure::Usage(format!("the file {} holds no secret", file.display()))),
        secret => Ok(secret.to_owned()),
    }
}

fn no_key() -> Failure {
    Failure::Usage(
        "there is no access key. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or use a \
         profile of the aliyun CLI (`aliyun configure` writes ~/.aliyun/config.json; --profile NAME chooses one). A \
         sandbox has the key testid with the secret testsecret."
            .to_owned(),
    )
}

fn no_region() -> Failure {
    Failure::Usage(
        "there is no region. Give --region, such as cn-hangzhou, set ALIBABA_CLOUD_REGION_ID, or use a profile of the \
         aliyun CLI that has one."
            .to_owned(),
    )
}

#[cfg(test)]
mod tests;
