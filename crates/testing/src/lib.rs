//! Private PostgreSQL servers for tests and benchmarks, started from the Debian package `postgresql`.
//!
//! Each has a folder, a port of the loopback interface and a socket of its own, and is gone when it is dropped, or when its
//! process dies in whatever way: a small shell that holds the other end of a pipe sees to that.

mod elsewhere;
mod programs;
mod server;
mod session;

use std::sync::OnceLock;

pub use elsewhere::Elsewhere;
pub use programs::{Unavailable, command};
pub use server::{Durability, Postgres};
pub use session::Session;

/// The name of a database in its address.
#[must_use]
pub fn name_in(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
}

/// The server that all tests of a process share: it is started at its first use, and not durable.
///
/// # Errors
/// [`Unavailable`], which says what to install.
pub fn shared() -> Result<&'static Postgres, &'static Unavailable> {
    static SHARED: OnceLock<Result<Postgres, Unavailable>> = OnceLock::new();
    SHARED.get_or_init(|| Postgres::start(Durability::Fast)).as_ref()
}
