//! What every request says of itself: the action, the version, the format of the answer, and who signed it how.

use http::{HeaderMap, HeaderName, header};

use crate::signature::{Authorization, V3_ALGORITHM};
use crate::time::parse_timestamp;
use crate::{Fault, Format, Params, Service, codes};

/// The system parameters of a request. Its `'r` is the request.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'r> {
    /// The service asked, as the version tells.
    pub service: Service,
    /// The action asked for.
    pub action: &'r str,
    /// Who signed it, and how.
    pub scheme: Scheme<'r>,
}

/// How a request is signed.
#[derive(Clone, Copy, Debug)]
pub enum Scheme<'r> {
    /// By parameters: HMAC-SHA1 over all of them.
    V1(Signed<'r, &'r str>),
    /// By headers: ACS3-HMAC-SHA256.
    V3(Signed<'r, Authorization<'r>>),
}

/// The parts that both kinds of signature have.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'r, S> {
    /// Access key id.
    pub access_key_id: &'r str,
    /// The signature, and for V3 what it covers.
    pub signature: S,
    /// Nonce.
    pub nonce: &'r str,
    /// When it was signed, in seconds since 1970.
    pub timestamp: i64,
    /// Token of temporary credentials, if any.
    pub security_token: Option<&'r str>,
}

impl Scheme<'_> {
    /// Access key id.
    #[must_use]
    pub fn access_key_id(&self) -> &str {
        match self {
            Self::V1(signed) => signed.access_key_id,
            Self::V3(signed) => signed.access_key_id,
        }
    }

    /// Nonce.
    #[must_use]
    pub fn nonce(&self) -> &str {
        match self {
            Self::V1(signed) => signed.nonce,
            Self::V3(signed) => signed.nonce,
        }
    }

    /// When it was signed, in seconds since 1970.
    #[must_use]
    pub fn timestamp(&self) -> i64 {
        match self {
            Self::V1(signed) => signed.timestamp,
            Self::V3(signed) => signed.timestamp,
        }
    }

    /// Token of temporary credentials, if any.
    #[must_use]
    pub fn security_token(&self) -> Option<&str> {
        match self {
            Self::V1(signed) => signed.security_token,
            Self::V3(signed) => signed.security_token,
        }
    }
}

// Names of headers, read once: who looks a text up has it read and hashed each time.
static ACTION: HeaderName = HeaderName::from_static("x-acs-action");
static VERSION: HeaderName = HeaderName::from_static("x-acs-version");
static NONCE: HeaderName = HeaderName::from_static("x-acs-signature-nonce");
static DATE: HeaderName = HeaderName::from_static("x-acs-date");
static SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-acs-security-token");
static BEARER_TOKEN: HeaderName = HeaderName::from_static("x-acs-bearer-token");

/// Is the request signed the V3 way? The Authorization header tells; x-acs-action does not, V1 clients send it too.
#[must_use]
pub fn is_v3(headers: &HeaderMap) -> bool {
    text(headers, &header::AUTHORIZATION).is_some_and(|value| value.starts_with("ACS3-"))
        || headers.contains_key(&BEARER_TOKEN)
}

/// The format the answer is asked in, told as well as can be even of a request that cannot be decoded.
///
/// Without a Format, V1 is answered in XML and V3 in JSON.
#[must_use]
pub fn format_asked(query: &[u8], form: &[u8], headers: &HeaderMap) -> Format {
    let asked = [query, form].into_iter().flat_map(|raw| raw.split(|b| *b == b'&')).find_map(|pair| {
        let value = pair.strip_prefix(b"Format=")?;
        std::str::from_utf8(value).ok().and_then(Format::parse)
    });
    asked.unwrap_or(if is_v3(headers) { Format::Json } else { Format::Xml })
}

/// What a request names, told as well as can be of one whose envelope is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'r> {
    /// The action.
    pub action: &'r str,
    /// The service, if the version is that of one.
    pub service: Option<Service>,
    /// The access key, which need not be the caller's.
    pub access_key_id: Option<&'r str>,
}

/// What a request asks for; `None` where it names no action.
#[must_use]
pub fn asked<'r>(params: &'r Params, headers: &'r HeaderMap) -> Option<Asked<'r>> {
    let (action, version, access_key_id) = if is_v3(headers) {
        let authorization = text(headers, &header::AUTHORIZATION).and_then(Authorization::parse);
        let access_key_id = authorization.map(|authorization| authorization.credential);
        (text(headers, &ACTION), text(headers, &VERSION), access_key_id)
    } else {
        (params.get("Action"), params.get("Version"), params.get("AccessKeyId"))
    };
    let action = action.filter(|action| !action.is_empty())?;
    Some(Asked { action, service: version.and_then(Service::of_version), access_key_id })
}

impl<'r> Envelope<'r> {
    /// Reads the envelope of a request.
    ///
    /// # Errors
    /// The gateway's codes for what is missing or malformed (spec/protocol.md d).
    pub fn read(params: &'r Params, headers: &'r HeaderMap) -> Result<Self, Fault> {
        if is_v3(headers) { Self::read_v3(params, headers) } else { Self::read_v1(params) }
    }

    fn read_v1(params: &'r Params) -> Result<Self, Fault> {
        let mut given = System::default();
        for (key, value, _) in params.iter().filter(|(_, value, _)| !value.is_empty()) {
            given.take(key, value);
        }
        if given.format.is_some_and(|format| Format::parse(format).is_none()) {
            return Err(Fault::new(&codes::FORMAT_INVALID));
        }
        let action = required(given.action, "Action")?;
        let service = service(required(given.version, "Version")?)?;
        let access_key_id = required(given.access_key_id, "AccessKeyId")?;
        match required(given.signature_method, "SignatureMethod")? {
            method if method.eq_ignore_ascii_case("HMAC-SHA1") => {}
            _ => return Err(Fault::new(&codes::SIGNATURE_METHOD_INVALID)),
        }
        if required(given.signature_version, "SignatureVersion")? != "1.0" {
            return Err(Fault::new(&codes::SIGNATURE_VERSION_INVALID));
        }
        let signed = Signed {
            access_key_id,
            nonce: required(given.nonce, "SignatureNonce")?,
            timestamp: timestamp(required(given.timestamp, "Timestamp")?)?,
            signature: required(given.signature, "Signature")?,
            security_token: given.security_token,
        };
        Ok(Self { service, action, scheme: Scheme::V1(signed) })
    }

    fn read_v3(params: &'r Params, headers: &'r HeaderMap) -> Result<Self, Fault> {
        if params.get("Format").is_some_and(|format| Format::parse(format).is_none()) {
            return Err(Fault::new(&codes::FORMAT_INVALID));
        }
        let header = |name: &HeaderName| required(text(headers, name), name.as_str());
        let action = header(&ACTION)?;
        let service = service(header(&VERSION)?)?;
        let authorization = header(&header::AUTHORIZATION)?;
        if !authorization.starts_with(V3_ALGORITHM) {
            return Err(Fault::new(&codes::SIGNATURE_METHOD_INVALID));
        }
        let malformed =
            || Fault::with(&codes::SIGNATURE_INCOMPLETE, "The Authorization header is malformed.");
        let signature = Authorization::parse(authorization).ok_or_else(malformed)?;
        let signed = Signed {
            access_key_id: signature.credential,
            nonce: header(&NONCE)?,
            timestamp: timestamp(header(&DATE)?)?,
            signature,
            security_token: text(headers, &SECURITY_TOKEN).filter(|token| !token.is_empty()),
        };
        Ok(Self { service, action, scheme: Scheme::V3(signed) })
    }
}

/// The V1 system parameters, each as given.
#[derive(Default)]
struct System<'r> {
    action: Option<&'r str>,
    version: Option<&'r str>,
    format: Option<&'r str>,
    access_key_id: Option<&'r str>,
    signature: Option<&'r str>,
    signature_method: Option<&'r str>,
    signature_version: Option<&'r str>,
    nonce: Option<&'r str>,
    timestamp: Option<&'r str>,
    security_token: Option<&'r str>,
}

impl<'r> System<'r> {
    fn take(&mut self, key: &str, value: &'r str) {
        let slot = match key {
            "Action" => &mut self.action,
            "Version" => &mut self.version,
            "Format" => &mut self.format,
            "AccessKeyId" => &mut self.access_key_id,
            "Signature" => &mut self.signature,
            "SignatureMethod" => &mut self.signature_method,
            "SignatureVersion" => &mut self.signature_version,
            "SignatureNonce" => &mut self.nonce,
            "Timestamp" => &mut self.timestamp,
            "SecurityToken" => &mut self.security_token,
            _ => return,
        };
        *slot = Some(value);
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim)
}

fn required<'r>(value: Option<&'r str>, name: &str) -> Result<&'r str, Fault> {
    value.filter(|value| !value.is_empty()).ok_or_else(|| Fault::with(&codes::MISSING_PARAMETER, name))
}

fn service(version: &str) -> Result<Service, Fault> {
    Service::of_version(version).ok_or(Fault::new(&codes::ACTION_OR_VERSION_INVALID))
}

fn timestamp(value: &str) -> Result<i64, Fault> {
    parse_timestamp(value).ok_or(Fault::new(&codes::TIMESTAMP_MALFORMED))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(query: &str) -> (&'static str, String) {
        let params = Params::decode(query.as_bytes(), b"").unwrap();
        let fault = Envelope::read(&params, &HeaderMap::new()).unwrap_err();
        (fault.code.code, fault.message.into_owned())
    }

    #[test]
    fn each_missing_parameter_is_named() {
        let names = [
            "Action=A",
            "Version=2014-05-26",
            "AccessKeyId=k",
            "SignatureMethod=HMAC-SHA1",
            "SignatureVersion=1.0",
            "SignatureNonce=n",
            "Timestamp=2024-01-02T03:04:05Z",
            "Signature=s",
        ];
        for n in 0..names.len() {
            let (code, message) = fault(&names[..n].join("&"));
            let name = names[n].split('=').next().unwrap();
            assert_eq!(code, "MissingParameter");
            assert!(message.contains(&format!("\"{name}\"")), "{message}");
        }
        let params = Params::decode(names.join("&").as_bytes(), b"").unwrap();
        let none = HeaderMap::new();
        let envelope = Envelope::read(&params, &none).unwrap();
        assert_eq!((envelope.action, envelope.scheme.access_key_id()), ("A", "k"));
    }

    #[test]
    fn malformed_system_parameters() {
        let good = "Action=A&Version=2014-05-26&AccessKeyId=k&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&\
                    SignatureNonce=n&Timestamp=2024-01-02T03:04:05Z&Signature=s";
        for (from, to, code) in [
            ("2014-05-26", "2014-05-27", "InvalidParameter"),
            ("HMAC-SHA1", "HMAC-MD5", "InvalidSignatureMethod"),
            ("=1.0", "=2.0", "InvalidParameter"),
            ("03:04:05Z", "03:04:05", "InvalidTimeStamp.Format"),
            ("Action=A", "Format=yaml&Action=A", "InvalidParameter.Format"),
        ] {
            assert_eq!(fault(&good.replace(from, to)).0, code, "{to}");
        }
    }

    #[test]
    fn the_format_is_told_even_of_what_cannot_be_decoded() {
        let none = HeaderMap::new();
        assert_eq!(format_asked(b"a=%zz&Format=json", b"", &none), Format::Json);
        assert_eq!(format_asked(b"a=1", b"Format=XML", &none), Format::Xml);
        assert_eq!(format_asked(b"a=1", b"", &none), Format::Xml);
        let v3 = HeaderMap::from_iter([(header::AUTHORIZATION, "ACS3-HMAC-SHA256 x".parse().unwrap())]);
        assert_eq!(format_asked(b"", b"", &v3), Format::Json);
    }
}
