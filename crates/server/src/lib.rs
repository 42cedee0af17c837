//! The server: a request goes `http` → `call` → `actions/<name>` → `catalog` → `store` → `rpc::reply`, one way.

pub mod actions;
mod admission;
mod app;
mod audit;
mod call;
mod clock;
pub mod config;
mod credentials;
mod faults;
pub mod fixtures;
mod guesses;
mod head_cache;
mod http;
mod jobs;
mod master_keys;
mod memory;
mod object_endpoint;
mod owner_guard;
mod permissions;
mod random;
mod reload;
mod sandbox_key;
mod security_token;
mod tagging;
mod views;

pub use app::{App, StartError};
pub use audit::{operator_event, write_refusals};
pub use clock::{Clock, ManualClock, SystemClock};
pub use config::{Config, Profile};
pub use fixtures::Fixtures;
pub use http::{Running, ServeError, TlsError, answer, serve};
pub use jobs::settle;
pub use master_keys::new_master_key;
pub use object_endpoint::object_operations;
pub use random::{OsRandom, Random, new_access_key};
pub use sandbox_key::{SANDBOX_ACCOUNT, SANDBOX_KEY};
