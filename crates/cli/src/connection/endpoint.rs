//! The address of the service.

use std::fmt;
use std::net::IpAddr;

use ureq::http::uri::Authority;

use crate::failure::Failure;

/// Scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// With TLS?
    pub(crate) https: bool,
    /// Host, with its port where one was given: what the Host header says, and what is signed.
    pub(crate) authority: String,
}

impl Endpoint {
    /// Reads `http://host:port`, `https://host`, or `host:port`, which is plain HTTP as well.
    ///
    /// # Errors
    /// [`Failure::Usage`] for anything else, a path included: the API has none.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let (https, rest) = match text.split_once("://") {
            Some(("https", rest)) => (true, rest),
            Some(("http", rest)) => (false, rest),
            None => (false, text),
            Some(_) => return Err(unusable(text)),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let authority: Authority = rest.parse().map_err(|_| unusable(text))?;
        if authority.host().is_empty() || rest.contains('@') {
            return Err(unusable(text));
        }
        Ok(Self { https, authority: rest.to_owned() })
    }

    /// Is it this machine, which no proxy can stand before?
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.authority.parse::<Authority>().map(|authority| authority.host().to_owned());
        let host = host.unwrap_or_default();
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

fn unusable(text: &str) -> Failure {
    Failure::Usage(format!(
        "the endpoint must be http://HOST:PORT or https://HOST:PORT, without a path; it is {text}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        for (text, shown, is_loopback) in [
            ("http://127.0.0.1:7070", "http://127.0.0.1:7070", true),
            ("127.0.0.1:7070", "http://127.0.0.1:7070", true),
            ("localhost", "http://localhost", true),
            ("http://[::1]:7070/", "http://[::1]:7070", true),
            ("https://images.example.com", "https://images.example.com", false),
            ("images.example.com:8080", "http://images.example.com:8080", false),
        ] {
            let endpoint = Endpoint::parse(text).unwrap();
            assert_eq!(endpoint.to_string(), shown);
            assert_eq!(endpoint.is_loopback(), is_loopback, "{text}");
        }
        for text in ["", "http://", "ftp://host", "http://host/path", "http://me@host", "http://a b"] {
            assert!(matches!(Endpoint::parse(text), Err(Failure::Usage(_))), "{text}");
        }
    }
}
