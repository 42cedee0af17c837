//! Signatures of OSS: version 1 and version 4, each in a header or in the address.

use std::collections::BTreeSet;
use std::net::IpAddr;

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::CONTENT_LENGTH;
use http::request::Parts;
use http::{HeaderMap, HeaderName, Response, Uri};
use imagekin_rpc::signature::{hex, is_same, sha256_hex};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use s3s::{Body, S3Result, s3_error};

use super::access::Caller;
use super::{auth, host};
use crate::App;

/// Signatures leave these as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
const ENCODED_IN_PATH: &AsciiSet = &ENCODED.remove(b'/');
/// Parameters that version 1 signs: those that choose what is done. From the vendor's SDKs.
const SIGNED_PARAMETERS: &str = "acl append asyncFetch bucketInfo callback callback-var cname comp continuation-token cors \
    delete encryption endTime group img inventory inventoryId lifecycle link live location logging metaQuery objectInfo \
    objectMeta partNumber policy position qos qosInfo referer regionList replication replicationLocation \
    replicationProgress requestPayment resourceGroup response-cache-control response-content-disposition \
    response-content-encoding response-content-language response-content-type response-expires restore \
    security-token sequential startTime stat status style styleName symlink tagging transferAcceleration udf udfId \
    udfImage udfName uploadId uploads versionId versioning versions vod website worm wormExtend wormId \
    x-oss-ac-forward-allow x-oss-ac-source-ip x-oss-ac-subnet-mask x-oss-ac-vpc-id x-oss-async-process \
    x-oss-process x-oss-request-payer x-oss-traffic-limit";
/// Parameters that belong to a signature and are not for whoever answers.
const OF_SIGNATURES: [&str; 11] = [
    "OSSAccessKeyId",
    "Signature",
    "Expires",
    "security-token",
    "x-oss-additional-headers",
    "x-oss-credential",
    "x-oss-date",
    "x-oss-expires",
    "x-oss-security-token",
    "x-oss-signature",
    "x-oss-signature-version",
];
/// The namespace of S3's XML.
const NAMESPACE: &str = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
/// Longest life of an address that is signed by version 4, in seconds.
pub(super) const ADDRESS_LIFE_S_MAX: i64 = 7 * 24 * 60 * 60;

/// The signature of a request.
pub(super) struct Signed {
    key_id: String,
    signature: String,
    kind: Kind,
}

enum Kind {
    HeaderV1,
    /// Until when it may be used, as it is signed.
    AddressV1(String),
    V4 {
        /// `<date>/<region>/oss/aliyun_v4_request`.
        scope: String,
        /// Names of headers that are signed as well, `;` between them.
        additional: String,
        /// How long it may be used after its time in seconds, if it stands in the address.
        life: Option<String>,
    },
}

/// Name and value of each parameter, decoded.
pub(super) type Query = Vec<(String, String)>;

impl Signed {
    /// The signature of the request, if it is one of OSS.
    pub(super) fn find(head: &Parts) -> Option<S3Result<Self>> {
        let malformed = || s3_error!(InvalidArgument, "The signature is not well-formed.");
        if let Some(header) = text(&head.headers, "authorization") {
            if let Some(given) = header.strip_prefix("OSS ") {
                let parsed = given.trim().split_once(':').map(|(key_id, signature)| Self {
                    key_id: key_id.to_owned(),
                    signature: signature.to_owned(),
                    kind: Kind::HeaderV1,
                });
                return Some(parsed.ok_or_else(malformed));
            }
            let given = header.strip_prefix("OSS4-HMAC-SHA256 ")?;
            return Some(Self::header_v4(given).ok_or_else(malformed));
        }
        let query = query(&head.uri);
        let get = |name: &str| value(&query, name).map(str::to_owned);
        if let Some(key_id) = get("OSSAccessKeyId") {
            let given = get("Signature").zip(get("Expires"));
            let signed =
                given.map(|(signature, until)| Self { key_id, signature, kind: Kind::AddressV1(until) });
            return Some(signed.ok_or_else(malformed));
        }
        let signature = get("x-oss-signature")?;
        let life = Some(get("x-oss-expires").unwrap_or_default());
        let additional = get("x-oss-additional-headers").unwrap_or_default();
        let credential = get("x-oss-credential").unwrap_or_default();
        let signed = credential.split_once('/').map(|(key_id, scope)| Self {
            key_id: key_id.to_owned(),
            signature,
            kind: Kind::V4 { scope: scope.to_owned(), additional, life },
        });
        Some(signed.ok_or_else(malformed))
    }

    fn header_v4(given: &str) -> Option<Self> {
        let field = |name: &str| {
            given.split(',').find_map(|field| field.trim().strip_prefix(name)?.strip_prefix('='))
        };
        let (key_id, scope) = field("Credential")?.split_once('/')?;
        Some(Self {
            key_id: key_id.to_owned(),
            signature: field("Signature")?.to_owned(),
            kind: Kind::V4 {
                scope: scope.to_owned(),
                additional: field("AdditionalHeaders").unwrap_or_default().to_owned(),
                life: None,
            },
        })
    }

    /// Checks the signature, and makes the request one of S3 that is not signed, but knows its caller. Gives the region that
    /// it names.
    pub(super) async fn check(
        self,
        app: &App,
        head: &mut Parts,
        address: Option<IpAddr>,
    ) -> S3Result<Option<String>> {
        let query = query(&head.uri);
        let in_query = value(&query, "security-token").or_else(|| value(&query, "x-oss-security-token"));
        let token = text(&head.headers, "x-oss-security-token").or(in_query);
        let key = auth::try_key(app, &self.key_id, token, address).await?;
        self.check_time(app, head, &query)?;
        let bucket = host::of(&head.headers).and_then(host::bucket).map(str::to_owned);
        let secret = key.secret.expose();
        let is_right = resources(&head.uri, bucket.as_deref()).iter().any(|resource| match &self.kind {
            Kind::HeaderV1 | Kind::AddressV1(_) => self.is_right_v1(secret, head, &query, resource),
            Kind::V4 { scope, additional, .. } => {
                self.is_right_v4(secret, head, &query, resource, scope, additional)
            }
        });
        if !is_right {
            app.guesses.note(address, &self.key_id, app.clock.now());
            return Err(s3_error!(
                SignatureDoesNotMatch,
                "The request signature we calculated does not match the signature you provided."
            ));
        }
        head.extensions.insert(Caller(key.caller));
        become_s3(head, &query, bucket.as_deref())?;
        Ok(match self.kind {
            Kind::V4 { scope, .. } => scope.split('/').nth(1).map(str::to_owned),
            Kind::HeaderV1 | Kind::AddressV1(_) => None,
        })
    }

    fn check_time(&self, app: &App, head: &Parts, query: &Query) -> S3Result<()> {
        let now = app.clock.now().as_seconds();
        let skew = i64::from(app.config.limits.clock_skew_s_max);
        let (from, until) = match &self.kind {
            Kind::AddressV1(until) => (i64::MIN, until.parse().unwrap_or(0)),
            Kind::HeaderV1 | Kind::V4 { life: None, .. } => around(self.signed_at(head, query), skew),
            Kind::V4 { life: Some(life), .. } => {
                let life = life.parse().unwrap_or(0).clamp(0, ADDRESS_LIFE_S_MAX);
                self.signed_at(head, query).map_or((0, 0), |at| (at - skew, at + life))
            }
        };
        if (from..=until).contains(&now) {
            return Ok(());
        }
        Err(match &self.kind {
            Kind::AddressV1(_) | Kind::V4 { life: Some(_), .. } => {
                s3_error!(AccessDenied, "Request has expired.")
            }
            Kind::HeaderV1 | Kind::V4 { .. } => s3_error!(
                RequestTimeTooSkewed,
                "The difference between the request time and the current time is too large."
            ),
        })
    }

    /// When the request was signed, in seconds since 1970.
    fn signed_at(&self, head: &Parts, query: &Query) -> Option<i64> {
        parse_date(self.date(head, query)?)
    }

    /// When the request says that it was signed: where its signature covers it, so that nobody else can say so.
    fn date<'r>(&self, head: &'r Parts, query: &'r Query) -> Option<&'r str> {
        let in_address = match &self.kind {
            // Version 1 signs only some parameters, and this one is not among them.
            Kind::HeaderV1 | Kind::AddressV1(_) => None,
            Kind::V4 { .. } => value(query, "x-oss-date"),
        };
        text(&head.headers, "x-oss-date").or(in_address).or_else(|| text(&head.headers, "date"))
    }

    fn is_right_v1(&self, secret: &str, head: &Parts, query: &Query, resource: &str) -> bool {
        let Ok(signature) = STANDARD.decode(&self.signature) else { return false };
        let header = |name| text(&head.headers, name).unwrap_or_default();
        let date = match &self.kind {
            Kind::AddressV1(until) => until,
            Kind::HeaderV1 | Kind::V4 { .. } => header("date"),
        };
        let mut own: Vec<(&str, &str)> = oss_headers(&head.headers).collect();
        own.sort_unstable();
        let own: String = own.into_iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let string_to_sign = format!(
            "{}\n{}\n{}\n{date}\n{own}{resource}{}",
            head.method,
            header("content-md5"),
            header("content-type"),
            subresource_v1(query)
        );
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret.as_bytes());
        is_same(hmac::sign(&key, string_to_sign.as_bytes()).as_ref(), &signature)
    }

    fn is_right_v4(
        &self,
        secret: &str,
        head: &Parts,
        query: &Query,
        resource: &str,
        scope: &str,
        additional: &str,
    ) -> bool {
        let [day, region, "oss", "aliyun_v4_request"] = scope.split('/').collect::<Vec<_>>()[..] else {
            return false;
        };
        let at = self.date(head, query).unwrap_or_default();
        let canonical_request = canonical_request_v4(head, query, resource, additional);
        let string_to_sign =
            format!("OSS4-HMAC-SHA256\n{at}\n{scope}\n{}", sha256_hex(canonical_request.as_bytes()));
        let mut key = format!("aliyun_v4{secret}").into_bytes();
        for part in [day, region, "oss", "aliyun_v4_request", &string_to_sign] {
            key = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), part.as_bytes()).as_ref().to_vec();
        }
        let is_of_the_day = parse_date(at).is_some_and(|at| {
            imagekin_rpc::time::print(at).get(..10).is_some_and(|text| text.replace('-', "") == day)
        });
        is_of_the_day && is_same(hex(&key).as_bytes(), self.signature.as_bytes())
    }
}

fn canonical_request_v4(head: &Parts, query: &Query, resource: &str, additional: &str) -> String {
    let encode = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let mut pairs: Vec<(String, String)> = query
        .iter()
        .filter(|(name, _)| name != "x-oss-signature")
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort_unstable();
    let pairs: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| if value.is_empty() { name } else { format!("{name}={value}") })
        .collect();
    let additional: BTreeSet<String> =
        additional.split(';').filter(|name| !name.is_empty()).map(str::to_ascii_lowercase).collect();
    let mut headers: Vec<(&str, &str)> = oss_headers(&head.headers).collect();
    let others = ["content-type", "content-md5"].into_iter().chain(additional.iter().map(String::as_str));
    headers.extend(others.filter_map(|name| Some((name, text(&head.headers, name)?.trim()))));
    headers.sort_unstable();
    headers.dedup();
    let headers: String = headers.into_iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let payload = text(&head.headers, "x-oss-content-sha256").unwrap_or("UNSIGNED-PAYLOAD");
    format!(
        "{}\n{}\n{}\n{headers}\n{}\n{payload}",
        head.method,
        utf8_percent_encode(resource, ENCODED_IN_PATH),
        pairs.join("&"),
        additional.into_iter().collect::<Vec<_>>().join(";")
    )
}

/// Bucket and object as they are signed: `/<bucket>/<object>`, `/<bucket>/`, or `/`. Some clients sign a bucket without
/// the slash at the end, as it stands in their address.
fn resources(uri: &Uri, bucket: Option<&str>) -> Vec<String> {
    let path = percent_decode_str(uri.path()).decode_utf8_lossy().into_owned();
    match bucket {
        Some(bucket) => vec![format!("/{bucket}{path}")],
        None if path.len() > 1 && !path[1..].contains('/') => vec![format!("{path}/"), path],
        None => vec![path],
    }
}

fn subresource_v1(query: &Query) -> String {
    let mut signed: Vec<String> = query
        .iter()
        .filter(|(name, _)| SIGNED_PARAMETERS.split_whitespace().any(|signed| signed == name))
        .map(|(name, value)| if value.is_empty() { name.clone() } else { format!("{name}={value}") })
        .collect();
    signed.sort_unstable();
    if signed.is_empty() { String::new() } else { format!("?{}", signed.join("&")) }
}

/// Takes the signature away, and names the bucket in the path.
fn become_s3(head: &mut Parts, query: &Query, bucket: Option<&str>) -> S3Result<()> {
    // What else is OSS's own stays: it is done, or refused, by who knows what is asked for.
    let is_kept = |name: &str| !OF_SIGNATURES.contains(&name) && !name.starts_with("x-amz-");
    // OSS's SDKs send these empty, where S3 wants a number or nothing.
    let is_unsaid =
        |name: &str, value: &str| value.is_empty() && (name.ends_with("-marker") || name.starts_with("max-"));
    let kept: Vec<String> = query
        .iter()
        .filter(|(name, value)| {
            is_kept(&name.to_ascii_lowercase()) && is_kept(name) && !is_unsaid(name, value)
        })
        .map(|(name, value)| {
            format!("{}={}", utf8_percent_encode(name, ENCODED), utf8_percent_encode(value, ENCODED))
        })
        .collect();
    let path = head.uri.path();
    let path = bucket.map_or_else(|| path.to_owned(), |bucket| format!("/{bucket}{path}"));
    let target = if kept.is_empty() { path } else { format!("{path}?{}", kept.join("&")) };
    head.uri = target.parse().map_err(|_| s3_error!(InvalidURI))?;
    head.headers.remove(http::header::AUTHORIZATION);
    let copied = head.headers.remove("x-oss-copy-source");
    let amazon: Vec<HeaderName> =
        head.headers.keys().filter(|name| name.as_str().starts_with("x-amz-")).cloned().collect();
    for name in amazon {
        // They were not signed, and OSS has none.
        head.headers.remove(name);
    }
    if let Some(source) = copied {
        head.headers.insert("x-amz-copy-source", source);
    }
    Ok(())
}

/// An answer of S3 as OSS gives it: its XML has no namespace, and its SDKs look for names without one.
///
/// `host` is the one that the client addressed.
pub(super) fn as_answered(response: Response<Body>, host: &str) -> Response<Body> {
    let (mut head, body) = response.into_parts();
    // What has no bytes yet is an object, which is given as it is.
    let xml = body.bytes().and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let Some(xml) = xml.filter(|xml| !xml.is_empty()) else { return Response::from_parts(head, body) };
    head.headers.remove(CONTENT_LENGTH);
    let is_plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b':' | b'-'));
    let host = if is_plain { host } else { "" };
    let of_a_bucket = format!(
        "<ExtranetEndpoint>{host}</ExtranetEndpoint><IntranetEndpoint>{host}</IntranetEndpoint>\
         <StorageClass>Standard</StorageClass><Location>oss-"
    );
    // In a name these would be escaped.
    let xml = xml
        .replacen(NAMESPACE, "", 1)
        .replace("<BucketRegion>", &of_a_bucket)
        .replace("</BucketRegion>", "</Location>")
        .replace("<Contents>", "<Contents><Type>Normal</Type>");
    Response::from_parts(head, Body::from(xml))
}

/// The headers whose names begin with `x-oss-`.
fn oss_headers(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let own = headers.iter().filter(|(name, _)| name.as_str().starts_with("x-oss-"));
    own.map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default().trim()))
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

fn value<'q>(query: &'q Query, name: &str) -> Option<&'q str> {
    query.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
}

/// The parameters in an address.
pub(super) fn query(uri: &Uri) -> Query {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Reads `20260102T030405Z` and `Fri, 02 Jan 2026 03:04:05 GMT`.
fn parse_date(text: &str) -> Option<i64> {
    if let Ok(date) = httpdate::parse_http_date(text) {
        return i64::try_from(date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs()).ok();
    }
    let part = |range: std::ops::Range<usize>| text.get(range);
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let (hour, minute, second) = (part(9..11)?, part(11..13)?, part(13..16)?);
    imagekin_rpc::time::parse_timestamp(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}"))
}

fn around(at: Option<i64>, skew: i64) -> (i64, i64) {
    at.map_or((0, 0), |at| (at - skew, at + skew))
}
