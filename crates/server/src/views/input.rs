//! Wire shapes that several actions take.

use serde::Deserialize;

/// `Tag.N.Key` and `Tag.N.Value`; the old spelling is in lower case.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagInput {
    #[serde(alias = "key")]
    pub(crate) key: Option<String>,
    #[serde(alias = "value")]
    pub(crate) value: Option<String>,
}

impl TagInput {
    /// Key and value, each `""` if it is absent.
    pub(crate) fn pair(&self) -> (&str, &str) {
        (self.key.as_deref().unwrap_or_default(), self.value.as_deref().unwrap_or_default())
    }
}

/// `Features.ImdsSupport` and `Features.NvmeSupport`, or both in one JSON text (aliyun CLI).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FeaturesInput {
    imds_support: Option<String>,
    nvme_support: Option<String>,
}

impl FeaturesInput {
    pub(crate) fn imds(&self) -> Option<&str> {
        self.imds_support.as_deref()
    }

    pub(crate) fn nvme(&self) -> Option<&str> {
        self.nvme_support.as_deref()
    }
}
