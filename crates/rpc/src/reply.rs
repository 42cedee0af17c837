//! Answers: one serde value, printed as JSON or as XML, errors too.

use serde::Serialize;

use crate::{AccessDenied, Fault};

/// The format of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `application/json;charset=utf-8`. With the charset: without it fog-aliyun decodes twice and fails.
    Json,
    /// `text/xml;charset=utf-8`. Exactly so: the V2 SDKs take the XML path by comparing the whole text.
    Xml,
}

impl Format {
    /// Reads a Format parameter, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            _ if text.eq_ignore_ascii_case("JSON") => Some(Self::Json),
            _ if text.eq_ignore_ascii_case("XML") => Some(Self::Xml),
            _ => None,
        }
    }

    /// Value of the Content-Type header.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json;charset=utf-8",
            Self::Xml => "text/xml;charset=utf-8",
        }
    }
}

/// What begins an XML answer.
const XML_DECLARATION: &str = "<?xml version='1.0' encoding='UTF-8'?>";

/// All of an answer that follows its request id: what can be prepared before there is a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail(String);

impl Tail {
    /// Prints the answer of `action`. `output` must be a struct or a map.
    ///
    /// # Errors
    /// What serde says when `output` has no JSON or XML form: a fault of the program.
    pub fn of<T: Serialize>(format: Format, action: &str, output: &T) -> Result<Self, SerializeError> {
        match format {
            Format::Json => {
                let json =
                    serde_json::to_string(output).map_err(|error| SerializeError(error.to_string()))?;
                let fields = json.strip_prefix('{').ok_or_else(|| SerializeError(json.clone()))?;
                Ok(Self(if fields == "}" { fields.to_owned() } else { format!(",{fields}") }))
            }
            Format::Xml => {
                let root = format!("{action}Response");
                let xml = xml_element(&root, output)?;
                let fields =
                    xml.strip_prefix(&format!("<{root}>")).ok_or_else(|| SerializeError(xml.clone()))?;
                Ok(Self(fields.to_owned()))
            }
        }
    }

    /// The same with an element `<name></name>` as `<name/>`: for a struct that is empty, not for a text.
    #[must_use]
    pub fn with_collapsed(self, name: &str) -> Self {
        Self(self.0.replacen(&format!("<{name}></{name}>"), &format!("<{name}/>"), 1))
    }

    /// What [`Tail::as_str`] gave before.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    /// Its text, to be kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole answer to the request `request_id`.
    #[must_use]
    pub fn answer(&self, format: Format, action: &str, request_id: &str) -> String {
        let mut text = String::with_capacity(self.0.len() + request_id.len() + action.len() + 96);
        match format {
            Format::Json => {
                text.push_str("{\"RequestId\":\"");
                text.push_str(request_id);
                text.push('"');
            }
            Format::Xml => {
                text.push_str(XML_DECLARATION);
                text.push('<');
                text.push_str(action);
                text.push_str("Response><RequestId>");
                text.push_str(request_id);
                text.push_str("</RequestId>");
            }
        }
        text.push_str(&self.0);
        text
    }
}

/// An answer that cannot be printed: a fault of the program, never of a request.
#[derive(Debug)]
pub struct SerializeError(String);

impl std::fmt::Display for SerializeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an answer has no printed form: {}", self.0)
    }
}

impl std::error::Error for SerializeError {}

/// Prints `value` as one XML element. An empty text is `<Name></Name>`, as on the vendor's pages.
fn xml_element<T: Serialize>(name: &str, value: &T) -> Result<String, SerializeError> {
    let mut xml = String::new();
    let fault = |error: quick_xml::SeError| SerializeError(error.to_string());
    let mut serializer = quick_xml::se::Serializer::with_root(&mut xml, Some(name)).map_err(fault)?;
    serializer.expand_empty_elements(true);
    value.serialize(serializer).map_err(fault)?;
    Ok(xml)
}

/// An error as the wire shows it. All are texts: Go's V1 SDK misbehaves otherwise.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ErrorBody<'f> {
    request_id: &'f str,
    host_id: &'f str,
    code: &'f str,
    message: &'f str,
    recommend: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_denied_detail: Option<&'f AccessDenied>,
}

/// Prints a fault. `host` is the one the client addressed.
///
/// A fault always has a printed form: all its fields are texts.
#[must_use]
pub fn fault(format: Format, fault: &Fault, request_id: &str, host: &str) -> String {
    let code = fault.code.code;
    let body = ErrorBody {
        request_id,
        host_id: host,
        code,
        message: &fault.message,
        recommend: format!("https://api.aliyun.com/troubleshoot?q={code}&product=Ecs&requestId={request_id}"),
        access_denied_detail: fault.access_denied.as_deref(),
    };
    match format {
        Format::Json => serde_json::to_string(&body).unwrap_or_default(),
        Format::Xml => format!("{XML_DECLARATION}{}", xml_element("Error", &body).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;

    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct Output {
        images: Images,
        description: &'static str,
        total_count: u32,
        is_copied: bool,
    }

    #[derive(Serialize)]
    struct Images {
        #[serde(rename = "Image")]
        image: Vec<&'static str>,
    }

    #[derive(Serialize)]
    struct Nothing {}

    fn answer<T: Serialize>(format: Format, output: &T) -> String {
        Tail::of(format, "Do", output).unwrap().answer(format, "Do", "ID")
    }

    #[test]
    fn one_value_two_formats() {
        let output = Output {
            images: Images { image: vec!["a<b", "镜"] },
            description: "",
            total_count: 2,
            is_copied: false,
        };
        assert_eq!(
            answer(Format::Json, &output),
            r#"{"RequestId":"ID","Images":{"Image":["a<b","镜"]},"Description":"","TotalCount":2,"IsCopied":false}"#
        );
        assert_eq!(
            answer(Format::Xml, &output),
            "<?xml version='1.0' encoding='UTF-8'?><DoResponse><RequestId>ID</RequestId><Images><Image>a&lt;b</Image>\
             <Image>镜</Image></Images><Description></Description><TotalCount>2</TotalCount>\
             <IsCopied>false</IsCopied></DoResponse>"
        );
    }

    #[test]
    fn an_answer_without_fields_has_a_request_id() {
        assert_eq!(answer(Format::Json, &Nothing {}), r#"{"RequestId":"ID"}"#);
        let xml = answer(Format::Xml, &Nothing {});
        assert!(xml.ends_with("<DoResponse><RequestId>ID</RequestId></DoResponse>"), "{xml}");
    }

    #[test]
    fn an_error_is_texts_in_both_formats() {
        let region = Fault::new(&codes::REGION_NOT_FOUND);
        let json: serde_json::Value =
            serde_json::from_str(&fault(Format::Json, &region, "ID", "ecs.aliyuncs.com")).unwrap();
        assert_eq!(json["Code"], "InvalidRegionId.NotFound");
        assert_eq!(json["Message"], "The RegionId provided does not exist.");
        assert!(json.as_object().unwrap().values().all(serde_json::Value::is_string));
        let xml = fault(Format::Xml, &region, "ID", "a&b");
        assert!(xml.contains("<Error><RequestId>ID</RequestId><HostId>a&amp;b</HostId>"), "{xml}");
    }
}
