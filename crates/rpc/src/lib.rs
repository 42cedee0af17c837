//! The wire of the ECS RPC API (version 2014-05-26), both directions: the CLI signs with it, the server verifies with it.
//!
//! A request becomes [`Params`] (query and form merged, decoded, sorted), then an [`Envelope`] (action, version,
//! format, signature), then a typed input by serde. An answer is one serde value, printed as JSON or XML; a refusal is
//! a [`Fault`] with a [`codes`] entry.

pub mod codes;
pub mod envelope;
pub mod fault;
pub mod input;
pub mod params;
mod percent;
pub mod reply;
pub mod sign;
pub mod signature;
pub mod time;

pub use codes::Code;
pub use envelope::{Envelope, Scheme};
pub use fault::{AccessDenied, Fault};
pub use params::Params;
pub use reply::Format;
pub use signature::SigningKey;

/// The version of the ECS API that is spoken.
pub const VERSION: &str = "2014-05-26";

/// A service of Alibaba Cloud that is spoken here, told apart by the version that a request names. ECS is the matter; RAM says
/// who may do what of it, and the clients ask the other two before it, who they are and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Elastic Compute Service.
    Ecs,
    /// Resource Access Management.
    Ram,
    /// Security Token Service.
    Sts,
    /// Where the endpoints of services are.
    Location,
}

impl Service {
    /// The service whose API has this version.
    #[must_use]
    pub fn of_version(version: &str) -> Option<Self> {
        [Self::Ecs, Self::Ram, Self::Sts, Self::Location].into_iter().find(|s| s.version() == version)
    }

    /// The version of its API.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Ecs => VERSION,
            Self::Ram => "2015-05-01",
            Self::Sts => "2015-04-01",
            Self::Location => "2015-06-12",
        }
    }

    /// Its code, with which policies name its actions and its resources.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ecs => "ecs",
            Self::Ram => "ram",
            Self::Sts => "sts",
            Self::Location => "location",
        }
    }
}
