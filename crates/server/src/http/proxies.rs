//! Where a request came from, when it came through a proxy that the settings trust.

use std::net::IpAddr;

use hyper::HeaderMap;

use crate::call::Origin;

/// Where proxies say who called: each adds whom it heard at the end.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The origin of a request on a connection from `origin`. What a proxy adds is believed of one that the settings name, and of
/// nobody else: whoever may connect could write anything there. A request that it has added nothing to is the proxy's own.
pub(super) fn origin(origin: Origin, headers: &HeaderMap, trusted: &[IpAddr]) -> Origin {
    if !origin.address.is_some_and(|address| trusted.contains(&address)) {
        return origin;
    }
    let last = headers.get_all(FORWARDED_FOR).iter().next_back().and_then(|value| value.to_str().ok());
    let last = last.and_then(|value| value.rsplit(',').next());
    let client = last.and_then(|last| last.trim().parse().ok()).map(|client: IpAddr| client.to_canonical());
    Origin { address: client.or(origin.address), ..origin }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUSTED: [IpAddr; 1] = [IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 31))];

    fn origin_of(peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, value.parse().unwrap());
        }
        let connection = Origin { address: peer.parse().ok(), ..Origin::NOWHERE };
        origin(connection, &headers, &TRUSTED).address.map_or_else(String::new, |found| found.to_string())
    }

    #[test]
    fn only_a_trusted_proxy_says_who_called() {
        assert_eq!(origin_of("10.0.0.31", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(origin_of("10.0.0.31", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(origin_of("10.0.0.31", &["::ffff:192.0.2.1"]), "192.0.2.1");
        // What the client wrote itself comes before what the proxy added.
        assert_eq!(origin_of("10.0.0.31", &["203.0.113.9, 192.0.2.1"]), "192.0.2.1");
        assert_eq!(origin_of("10.0.0.31", &["203.0.113.9", "192.0.2.1"]), "192.0.2.1");
        assert_eq!(origin_of("10.0.0.32", &["192.0.2.1"]), "10.0.0.32");
        for nothing in [&[][..], &[""], &["unknown"], &["192.0.2.1, unknown"], &["\"[2001:db8::1]:80\""]] {
            assert_eq!(origin_of("10.0.0.31", nothing), "10.0.0.31", "{nothing:?}");
        }
    }
}
