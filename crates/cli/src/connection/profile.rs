//! The aliyun CLI's file of profiles, `~/.aliyun/config.json`.

use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use super::Source;
use crate::failure::Failure;

/// What the aliyun CLI uses when nothing names a profile.
const DEFAULT: &str = "default";
/// The kinds of profile that are a key by themselves, the second with its token; the others get one from somewhere else.
const ACCESS_KEY: &str = "AK";
const SECURITY_TOKEN: &str = "StsToken";

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    current: String,
    #[serde(default)]
    profiles: Vec<Profile>,
}

/// One profile. It has no `Debug`: it holds a secret.
#[derive(Deserialize)]
pub(super) struct Profile {
    name: String,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    access_key_id: String,
    #[serde(default)]
    access_key_secret: String,
    #[serde(default)]
    sts_token: String,
    #[serde(default)]
    region_id: String,
    #[serde(default)]
    endpoint: String,
}

impl Profile {
    /// The profile that is named, else the current one; `None` if none is named and there is no such file.
    pub(super) fn find(file: Option<&Path>, named: Option<&str>) -> Result<Option<Self>, Failure> {
        let not_there = |name: &str, place: &str| {
            Failure::Usage(format!(
                "there is no profile {name} in {place}: `aliyun configure list` shows which are"
            ))
        };
        let Some(path) = file else {
            return named.map_or(Ok(None), |name| Err(not_there(name, "~/.aliyun/config.json")));
        };
        let place = path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return named.map_or(Ok(None), |name| Err(not_there(name, &place)));
            }
            Err(error) => return Err(Failure::Usage(format!("cannot read {place}: {error}"))),
        };
        // Not serde's own words: they may quote a value, and the value may be the secret.
        let file: File = serde_json::from_str(&text).map_err(|error| {
            Failure::Usage(format!(
                "{place} is not as the aliyun CLI writes it: see line {}, column {}",
                error.line(),
                error.column()
            ))
        })?;
        let wanted = named.or(Some(file.current.as_str()).filter(|name| !name.is_empty())).unwrap_or(DEFAULT);
        let found = file.profiles.into_iter().find(|profile| profile.name == wanted);
        match (found, named) {
            (Some(profile), _) => profile.usable(named.is_some()).map(Some),
            (None, Some(name)) => Err(not_there(name, &place)),
            (None, None) => Ok(None),
        }
    }

    /// A profile that was named must have a key; of another, what it has is taken.
    fn usable(mut self, is_named: bool) -> Result<Self, Failure> {
        let has_key = matches!(self.mode.as_str(), "" | ACCESS_KEY | SECURITY_TOKEN);
        if !has_key && is_named {
            let (name, mode) = (self.name, self.mode);
            return Err(Failure::Usage(format!(
                "the profile {name} has the mode {mode}: Imagekin knows the modes {ACCESS_KEY} and \
                 {SECURITY_TOKEN}: `aliyun sts AssumeRole` gives what a profile of the second needs"
            )));
        }
        if !has_key {
            self.access_key_id.clear();
            self.access_key_secret.clear();
        }
        if self.mode != SECURITY_TOKEN {
            self.sts_token.clear();
        }
        Ok(self)
    }

    pub(super) fn into_source(self) -> Source {
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        Source {
            endpoint: given(self.endpoint),
            region: given(self.region_id),
            access_key_id: given(self.access_key_id),
            secret: given(self.access_key_secret),
            security_token: given(self.sts_token),
        }
    }
}
