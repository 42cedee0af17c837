//! Answers as a client reads them: a success, or an error whose shape is checked each time one is read.

use imagekin_rpc::{Code, Format, codes};
use serde_json::{Map, Value};

use super::wire::Response;
use super::xml;

/// The fields of an error, in their order.
const ERROR_FIELDS: [&str; 5] = ["RequestId", "HostId", "Code", "Message", "Recommend"];

/// A further one, where a policy says no.
const ACCESS_DENIED_DETAIL: &str = "AccessDeniedDetail";

/// The answer to one call.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) response: Response,
    /// The format that it must be in.
    pub(crate) format: Format,
    /// What was asked, for whoever reads a failure.
    pub(crate) asked: String,
}

/// An error, as a client reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) host: String,
}

impl Reply {
    /// The fields of a success, RequestId among them.
    pub(crate) fn ok(&self) -> Value {
        self.try_ok().unwrap_or_else(|problem| panic!("{}: {problem}\n{}", self.asked, self.response.text()))
    }

    fn try_ok(&self) -> Result<Value, String> {
        let fields = self.fields("Response")?;
        expect(self.response.status == 200, "the status is not 200")?;
        // pop-core takes any success with a Code for an error, Terraform one with Success.
        // Of the endpoints, which Terraform does not ask for, the Go SDK wants to hear Success.
        let of_location = self.asked.starts_with("DescribeEndpoints");
        for name in ["Code", "code", "Success"] {
            let allowed = of_location && name == "Success";
            expect(allowed || !fields.contains_key(name), "a success must not have a Code")?;
        }
        Ok(Value::Object(fields))
    }

    /// The error that it must be.
    pub(crate) fn fault(&self) -> Fault {
        self.try_fault().unwrap_or_else(|problem| {
            panic!("{}: {problem}\n{}", self.asked, String::from_utf8_lossy(&self.response.body))
        })
    }

    /// The error that it must be, or what is wrong with its shape.
    pub(crate) fn try_fault(&self) -> Result<Fault, String> {
        let fields = self.fields("Error")?;
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        let is_denied = names.get(ERROR_FIELDS.len()) == Some(&ACCESS_DENIED_DETAIL);
        let usual = if is_denied { &names[..ERROR_FIELDS.len()] } else { &names[..] };
        expect(usual == ERROR_FIELDS, &format!("the fields of an error are {names:?}"))?;
        let text = |name: &str| {
            fields[name].as_str().map(str::to_owned).ok_or_else(|| format!("{name} is not a text"))
        };
        let (request_id, code) = (text("RequestId")?, text("Code")?);
        let recommend =
            format!("https://api.aliyun.com/troubleshoot?q={code}&product=Ecs&requestId={request_id}");
        expect(text("Recommend")? == recommend, "Recommend is not the page of this error")?;
        let status = self.response.status;
        expect((400..600).contains(&status), &format!("{status} is not the status of an error"))?;
        Ok(Fault { status, code, message: text("Message")?, host: text("HostId")? })
    }

    /// Is it the error `code`, its text included? Panics if it is not.
    #[track_caller]
    pub(crate) fn assert_refused(&self, code: &'static Code) -> Fault {
        let fault = self.fault();
        assert_eq!(code_of(&fault), Some(code), "{}: {fault:?}", self.asked);
        fault
    }

    /// Is it the error `code` with `part` in its text? Panics if it is not.
    #[track_caller]
    pub(crate) fn assert_refused_with(&self, code: &'static Code, part: &str) {
        let Fault { status, code: told, message, .. } = self.fault();
        let expected = (code.status, code.code, code.message.replacen("{}", part, 1));
        assert_eq!((status, told.as_str(), message), expected, "{}", self.asked);
    }

    /// The top fields of the body, whose format, content type and request id are checked.
    fn fields(&self, xml_root: &str) -> Result<Map<String, Value>, String> {
        let response = &self.response;
        let content_type = response.header("content-type").unwrap_or_default();
        expect(content_type == content_type_of(self.format), &format!("the content type is {content_type}"))?;
        let text = std::str::from_utf8(&response.body).map_err(|_| "the body is not UTF-8")?;
        let body = match self.format {
            Format::Json => serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?,
            Format::Xml => {
                let (root, body) = xml::parse(text);
                expect(root.ends_with(xml_root), &format!("the root element is {root}"))?;
                body
            }
        };
        let Value::Object(fields) = body else { return Err("the body is not an object".to_owned()) };
        let request_id = fields.get("RequestId").and_then(Value::as_str).unwrap_or_default();
        expect(is_request_id(request_id), &format!("`{request_id}` is not a request id"))?;
        let header = response.header("x-acs-request-id");
        expect(header == Some(request_id), &format!("the header says request {header:?}"))?;
        Ok(fields)
    }
}

fn expect(holds: bool, problem: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(problem.to_owned()) }
}

/// Spelled out: the V2 SDKs compare the whole text, so it is not ours to choose.
fn content_type_of(format: Format) -> &'static str {
    match format {
        Format::Json => "application/json;charset=utf-8",
        Format::Xml => "text/xml;charset=utf-8",
    }
}

/// 8-4-4-4-12 upper-case hexadecimal digits.
fn is_request_id(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_hex = |part: &&str| part.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12]) && parts.iter().all(is_hex)
}

/// The entry of `codes` that an error is: that of its code and status whose text fits, an exact one before a pattern.
pub(crate) fn code_of(fault: &Fault) -> Option<&'static Code> {
    let fits = |code: &&&'static Code| {
        (code.code, code.status) == (&fault.code, fault.status) && fits(code.message, &fault.message, "{}")
    };
    codes::ALL.iter().filter(fits).min_by_key(|code| code.message.contains("{}")).copied()
}

/// Is `text` what `pattern` says, with anything for the first `hole` in it?
pub(crate) fn fits(pattern: &str, text: &str, hole: &str) -> bool {
    match pattern.split_once(hole) {
        None => pattern == text,
        Some((before, after)) => {
            text.len() >= before.len() + after.len() && text.starts_with(before) && text.ends_with(after)
        }
    }
}
