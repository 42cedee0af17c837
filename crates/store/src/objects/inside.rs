//! Addresses at which no bucket is, but what tells secrets to whoever runs on a machine: link-local ones, and those of the
//! clouds' metadata services. Buckets are not looked for there unless the settings say so.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::OnceLock;

use opendal::{Error, ErrorKind, HttpTransporter};
use opendal_http_transport_reqwest::ReqwestTransport;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use url::{Host, Url};

/// Metadata services whose addresses are not link-local: of Alibaba Cloud, of Azure, of AWS by IPv6.
const METADATA: [IpAddr; 3] = [
    IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200)),
    IpAddr::V4(Ipv4Addr::new(168, 63, 129, 16)),
    IpAddr::V6(Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254)),
];

/// Is the address one at which no bucket is?
fn is_inside(address: IpAddr) -> bool {
    let address = address.to_canonical();
    METADATA.contains(&address)
        || match address {
            IpAddr::V4(address) => address.is_link_local(),
            IpAddr::V6(address) => address.is_unicast_link_local(),
        }
}

/// Does the address of a server, beginning with `https://` or `http://`, name such a place in numbers, however they are
/// written? What a name stands for is looked at when it is connected to.
#[must_use]
pub fn leads_inside(endpoint: &str) -> bool {
    match Url::parse(endpoint).as_ref().map(Url::host) {
        Ok(Some(Host::Ipv4(address))) => is_inside(address.into()),
        Ok(Some(Host::Ipv6(address))) => is_inside(address.into()),
        Ok(Some(Host::Domain(_)) | None) | Err(_) => false,
    }
}

/// What carries the calls to other machines: all of them share one, with its connections.
static OUTSIDE: OnceLock<HttpTransporter> = OnceLock::new();
/// The same for those that may lead inside.
static ANYWHERE: OnceLock<HttpTransporter> = OnceLock::new();

/// What carries calls. It follows no redirect, so that no server can send us anywhere else with what we would sign or read.
pub(super) fn transporter(may_lead_inside: bool) -> Result<HttpTransporter, Error> {
    let shared = if may_lead_inside { &ANYWHERE } else { &OUTSIDE };
    if let Some(transporter) = shared.get() {
        return Ok(transporter.clone());
    }
    let client = reqwest::Client::builder().redirect(Policy::none());
    let client = if may_lead_inside { client } else { client.dns_resolver(Outside) };
    let client = client.build().map_err(|error| {
        Error::new(ErrorKind::ConfigInvalid, "there can be no HTTP client").set_source(error)
    })?;
    Ok(shared.get_or_init(|| HttpTransporter::new(ReqwestTransport::new(client))).clone())
}

/// Resolves names to what is outside.
struct Outside;

impl Resolve for Outside {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(resolve(name.as_str().to_owned()))
    }
}

async fn resolve(name: String) -> Result<Addrs, Box<dyn std::error::Error + Send + Sync>> {
    let found = tokio::net::lookup_host((name.as_str(), 0)).await;
    let found = found.map_err(|error| format!("{name} cannot be resolved: {error}"))?;
    let outside: Vec<SocketAddr> = found.filter(|address| !is_inside(address.ip())).collect();
    if outside.is_empty() {
        return Err(format!("{name} leads to a link-local or metadata address").into());
    }
    Ok(Box::new(outside.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_secrets_is_known_however_it_is_written() {
        for inside in [
            "http://100.100.100.200",
            "http://100.100.100.200:80/latest/meta-data",
            "http://169.254.169.254",
            "https://169.254.0.1:9000",
            "http://0xa9fea9fe",
            "http://2852039166",
            "http://0251.0376.0251.0376",
            "http://169.254.43518",
            "http://[::ffff:169.254.169.254]",
            "http://[::ffff:6464:64c8]",
            "http://[fe80::1]",
            "http://[fd00:ec2::254]",
            "http://168.63.129.16",
            "http://user:password@169.254.169.254/",
        ] {
            assert!(leads_inside(inside), "{inside}");
        }
        for outside in [
            "https://oss-cn-hangzhou.aliyuncs.com",
            "http://127.0.0.1:9000",
            "http://10.0.0.31",
            "http://100.118.28.45",
            "http://[2001:db8::1]:9000",
            "http://169.254.169.254.example.com",
        ] {
            assert!(!leads_inside(outside), "{outside}");
        }
    }

    #[tokio::test]
    async fn a_name_is_looked_at_when_it_is_connected_to() {
        let addresses = Outside.resolve("localhost".parse().unwrap()).await.unwrap();
        assert!(addresses.count() > 0, "what is outside stays");
        let inside = Outside.resolve("169.254.169.254".parse().unwrap()).await;
        assert!(inside.err().unwrap().to_string().contains("metadata address"));
    }
}
