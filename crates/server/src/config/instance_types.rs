//! The instance types that DescribeImageSupportInstanceTypes tells of, by default a few that many use.

use imagekin_catalog::image::Architecture;
use serde::{Deserialize, Serialize};

/// An instance type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceType {
    /// Its id, e.g. `ecs.g8i.large`.
    pub id: String,
    /// Its family, e.g. `ecs.g8i`.
    pub family: String,
    /// Number of vCPUs.
    pub cpu_core_count: u32,
    /// Memory, in GiB.
    pub memory_gib: f64,
    /// Architecture of the images that it takes: `i386`, `x86_64` or `arm64`. x86_64 takes i386 images as well.
    pub architecture: String,
}

impl InstanceType {
    /// Does it run images of this architecture?
    pub(crate) fn runs(&self, architecture: Architecture) -> bool {
        self.architecture == architecture.as_str()
            || (self.architecture.as_str(), architecture) == ("x86_64", Architecture::I386)
    }
}

/// Id without `ecs.`, vCPUs, memory in GiB, architecture (page “Overview of instance families”).
const TYPES: &[(&str, &str, u32, f64, &str)] = &[
    ("g7", "large", 2, 8.0, "x86_64"),
    ("g7", "xlarge", 4, 16.0, "x86_64"),
    ("c7", "large", 2, 4.0, "x86_64"),
    ("r7", "large", 2, 16.0, "x86_64"),
    ("g8i", "large", 2, 8.0, "x86_64"),
    ("g8i", "xlarge", 4, 16.0, "x86_64"),
    ("t6-c1m1", "large", 2, 2.0, "x86_64"),
    ("e-c1m2", "large", 2, 4.0, "x86_64"),
    ("g8y", "large", 2, 8.0, "arm64"),
    ("c8y", "large", 2, 4.0, "arm64"),
];

pub(super) fn all() -> Vec<InstanceType> {
    let made = |&(family, size, cpu_core_count, memory_gib, architecture): &(&str, &str, u32, f64, &str)| {
        InstanceType {
            id: format!("ecs.{family}.{size}"),
            family: format!("ecs.{family}"),
            cpu_core_count,
            memory_gib,
            architecture: architecture.to_owned(),
        }
    };
    TYPES.iter().map(made).collect()
}
