//! A server that the tests have not started: where it is says whoever runs them.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::{Session, Unavailable};

/// A server at an address, on which its role may make databases.
#[derive(Debug)]
pub struct Elsewhere {
    /// The address without a database, and what stands behind that.
    address: String,
    parameters: String,
    databases: AtomicU64,
}

impl Elsewhere {
    /// The server of an address such as `postgres://user:password@host/postgres`.
    #[must_use]
    pub fn at(url: &str) -> Self {
        let (url, parameters) = url.find('?').map_or((url, ""), |at| url.split_at(at));
        let host = url.find("://").map_or(0, |at| at + 3);
        let end = url[host..].find('/').map_or(url.len(), |at| host + at);
        let (address, parameters) = (url[..end].to_owned(), parameters.to_owned());
        Self { address, parameters, databases: AtomicU64::new(0) }
    }

    /// Where a database of it is.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("{}/{database}{}", self.address, self.parameters)
    }

    /// Makes a new database and gives its name.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn create_database(&self) -> Result<String, Unavailable> {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("imagekin_test_{}_{number}", std::process::id());
        self.session("postgres")?.run(&format!("CREATE DATABASE {name}"))?;
        Ok(name)
    }

    /// Opens a session.
    ///
    /// # Errors
    /// [`Unavailable`].
    pub fn session(&self, database: &str) -> Result<Session, Unavailable> {
        Session::open(&self.url(database))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_any_database() {
        for (url, of_a) in [
            ("postgres://u:p@h:5433/postgres?sslmode=disable", "postgres://u:p@h:5433/a?sslmode=disable"),
            ("postgres://u@h/x", "postgres://u@h/a"),
            ("postgres://u@h", "postgres://u@h/a"),
        ] {
            assert_eq!(Elsewhere::at(url).url("a"), of_a);
        }
    }
}
