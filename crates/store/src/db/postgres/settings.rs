//! Where the database is, and what is asked of it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use serde::{Deserialize, Serialize};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::StoreError;

/// `postgres://user:password@host:port,host2:port2/database?…`, as libpq reads it. Its password is not shown.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// Takes a text for an address; whether it is one shows when it is used.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self(url.into())
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(…)")
    }
}

/// How a PostgreSQL database is reached.
#[derive(Clone, Debug)]
pub struct PostgresSettings {
    /// Where it is.
    pub url: DatabaseUrl,
    /// Most transactions at once.
    pub connections_max: usize,
    /// Longest time that the server works, or waits for a row, on one statement, in milliseconds.
    pub statement_ms_max: u64,
}

impl PostgresSettings {
    /// The same for work that takes as long as it takes.
    #[must_use]
    pub fn without_time_limit(mut self) -> Self {
        // As PostgreSQL has it.
        self.statement_ms_max = 0;
        self
    }

    /// The address taken apart, host by host; with what to speak TLS with, where it asks for TLS.
    pub(super) fn parse(&self) -> Result<(Vec<Config>, Option<MakeRustlsConnect>), StoreError> {
        let unusable = |why: String| StoreError::Unusable(format!("the address of the database: {why}"));
        let (url, verification) = Verification::take_from(&self.url.0);
        let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
            // It names an option whose value is wrong. Anything else that it says may be a piece of a password that was not
            // escaped.
            let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            let is_harmless = source.starts_with("invalid value for option");
            let why = "it cannot be read; what is no letter and no digit is written as %40 and the like in a password";
            unusable(if is_harmless { source } else { why.to_owned() })
        })?;
        if config.get_dbname().is_none() || config.get_hosts().is_empty() {
            return Err(unusable(
                "it needs a host and a database, as in postgres://user@host/database".into(),
            ));
        }
        // What is not said is as libpq has it, but that a certificate is always looked at: on this machine no TLS is
        // needed, elsewhere it is.
        if !verification.is_asked && config.get_ssl_mode() == SslMode::Prefer {
            let is_local = config.get_hosts().iter().all(is_on_this_machine);
            config.ssl_mode(if is_local { SslMode::Disable } else { SslMode::Require });
        }
        let hosts = (0..config.get_hosts().len()).map(|host| only(&config, host)).collect();
        if config.get_ssl_mode() == SslMode::Disable {
            return Ok((hosts, None));
        }
        let roots = verification.roots().map_err(unusable)?;
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| unusable(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok((hosts, Some(MakeRustlsConnect::new(tls))))
    }
}

/// The same address with one of its hosts: the library would wait for each host's answer as long as it takes.
fn only(all: &Config, host: usize) -> Config {
    let mut one = Config::new();
    match &all.get_hosts()[host] {
        Host::Tcp(name) => one.host(name),
        Host::Unix(path) => one.host_path(path),
    };
    // One port, or none, is that of all hosts.
    let ports = all.get_ports();
    if let Some(port) = ports.get(host).or(ports.first()) {
        one.port(*port);
    }
    if let Some(address) = all.get_hostaddrs().get(host) {
        one.hostaddr(*address);
    }
    if let Some(user) = all.get_user() {
        one.user(user);
    }
    if let Some(password) = all.get_password() {
        one.password(password);
    }
    if let Some(database) = all.get_dbname() {
        one.dbname(database);
    }
    if let Some(options) = all.get_options() {
        one.options(options);
    }
    if let Some(name) = all.get_application_name() {
        one.application_name(name);
    }
    if let Some(time) = all.get_connect_timeout() {
        one.connect_timeout(*time);
    }
    one.ssl_mode(all.get_ssl_mode()).ssl_negotiation(all.get_ssl_negotiation());
    one.channel_binding(all.get_channel_binding());
    one
}

fn is_on_this_machine(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
        }
    }
}

/// What libpq knows of the verification of certificates, and the client library does not.
struct Verification {
    /// `sslmode=verify-ca` or `verify-full`: both are what TLS always means here.
    is_asked: bool,
    /// `sslrootcert`: a file of authorities (PEM); without it those of the platform are trusted.
    root_certificates: Option<PathBuf>,
}

impl Verification {
    /// Takes its parameters out of the address.
    fn take_from(url: &str) -> (String, Self) {
        let mut verification = Self { is_asked: false, root_certificates: None };
        let Some((address, query)) = url.split_once('?') else { return (url.to_owned(), verification) };
        let mut left = Vec::new();
        for parameter in query.split('&') {
            match parameter.split_once('=') {
                Some(("sslmode", "verify-ca" | "verify-full")) => {
                    verification.is_asked = true;
                    left.push("sslmode=require");
                }
                Some(("sslrootcert", path)) => verification.root_certificates = Some(PathBuf::from(path)),
                _ => left.push(parameter),
            }
        }
        (format!("{address}?{}", left.join("&")), verification)
    }

    fn roots(&self) -> Result<RootCertStore, String> {
        let mut roots = RootCertStore::empty();
        let certificates = match &self.root_certificates {
            Some(path) => read_certificates(path)?,
            None => rustls_native_certs::load_native_certs().certs,
        };
        let (added, _) = roots.add_parsable_certificates(certificates);
        if added == 0 {
            return Err(
                "no certificate of an authority to verify the server with; give sslrootcert=FILE".into()
            );
        }
        Ok(roots)
    }
}

fn read_certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let unreadable =
        |error: rustls::pki_types::pem::Error| format!("sslrootcert {}: {error}", path.display());
    let certificates = CertificateDer::pem_file_iter(path).map_err(unreadable)?;
    certificates.collect::<Result<_, _>>().map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(url: &str) -> Result<(Vec<Config>, Option<MakeRustlsConnect>), StoreError> {
        let url = DatabaseUrl::new(url);
        PostgresSettings { url, connections_max: 1, statement_ms_max: 1 }.parse()
    }

    #[test]
    fn tls_is_left_out_on_this_machine_only() {
        for (url, mode) in [
            ("postgres://u@localhost/d", SslMode::Disable),
            ("postgres://u@127.0.0.1:5433/d", SslMode::Disable),
            ("postgres://u@/d?host=/run/postgresql", SslMode::Disable),
            ("postgres://u@10.0.0.1,localhost/d", SslMode::Require),
            ("postgres://u@db.example.com/d?sslmode=disable", SslMode::Disable),
            ("postgres://u@localhost/d?sslmode=verify-full", SslMode::Require),
        ] {
            let (hosts, tls) = parse(url).unwrap_or_else(|error| panic!("{url}: {error}"));
            assert!(hosts.iter().all(|host| host.get_ssl_mode() == mode), "{url}");
            assert_eq!(tls.is_some(), mode != SslMode::Disable, "{url}");
        }
    }

    #[test]
    fn each_host_is_reached_as_the_whole_address_says() {
        let url = "postgres://u:p@one:1,two:2/d?application_name=a&connect_timeout=7&options=-cx%3Dy";
        let hosts = parse(url).unwrap_or_else(|error| panic!("{error}")).0;
        for (host, (name, port)) in hosts.iter().zip([("one", 1), ("two", 2)]) {
            assert_eq!(host.get_hosts(), [Host::Tcp(name.to_owned())]);
            assert_eq!(host.get_ports(), [port]);
            let of_all = (host.get_user(), host.get_password(), host.get_dbname());
            assert_eq!(of_all, (Some("u"), Some(&b"p"[..]), Some("d")));
            assert_eq!((host.get_application_name(), host.get_options()), (Some("a"), Some("-cx=y")));
            assert_eq!(host.get_connect_timeout(), Some(&std::time::Duration::from_secs(7)));
        }
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        for (url, why) in [
            ("mysql://u@h/d", "database"),
            ("postgres://u@h", "needs a host and a database"),
            ("postgres://u@h/d?sslmode=sometimes", "sslmode"),
            ("postgres://u@h/d?sslrootcert=/there/is/none.pem", "/there/is/none.pem"),
        ] {
            let error = parse(url).err().unwrap_or_else(|| panic!("{url} is taken")).to_string();
            assert!(error.contains(why), "{url}: {error}");
        }
    }

    /// Nor a piece of one that was not escaped.
    #[test]
    fn a_password_is_not_shown() {
        for url in [
            "postgres://u:p@ss?secret=1@h/d",
            "postgres://u:secret@secret:secret@h/d",
            "host=h user=u dbname=d password=a secret=b",
            "host=h password=a secret",
        ] {
            let told = parse(url).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(!told.is_empty() && !told.contains("secret"), "{url}: {told}");
        }
        assert!(!format!("{:?}", DatabaseUrl::new("postgres://u:secret@h/d")).contains("secret"));
    }
}
