//! Requests that are refused before they come to an action: each in JSON and in XML, signed well but for what is wrong.

use imagekin_rpc::{Code, Format};

use super::Seen;
use crate::harness::TestApp;
use crate::harness::reply::Reply;
use crate::harness::wire::{HttpRequest, Target};

mod params;
mod v1;
mod v3;

/// A request and what it is refused with.
#[derive(Clone)]
pub(super) struct Case {
    /// What is wrong with it.
    what: String,
    request: HttpRequest,
    code: &'static Code,
    /// What stands in the text of the code for its `{}`, where that is told.
    part: Option<String>,
    /// The format of the answer, where it is not the one asked for.
    format: Option<Format>,
    /// What it is refused with is refused only the second time.
    twice: bool,
}

impl Case {
    fn new(what: &str, request: HttpRequest, code: &'static Code) -> Self {
        Self { what: what.to_owned(), request, code, part: None, format: None, twice: false }
    }

    fn part(self, part: &str) -> Self {
        Self { part: Some(part.to_owned()), ..self }
    }

    fn told_in(self, format: Format) -> Self {
        Self { format: Some(format), ..self }
    }

    fn twice(self) -> Self {
        Self { twice: true, ..self }
    }
}

/// How Format spells a format.
fn spelled(format: Format) -> &'static str {
    match format {
        Format::Json => "JSON",
        Format::Xml => "XML",
    }
}

/// Sends each case over a socket, asking for JSON and for XML.
pub(super) async fn send_all() -> Vec<Seen> {
    let app = TestApp::start().await;
    let before = app.dump();
    let mut seen = Vec::new();
    for format in [Format::Json, Format::Xml] {
        let (now, asked) = (app.now(), spelled(format));
        for case in [v1::cases(now, asked), v3::cases(now, asked), params::cases(now, asked)].concat() {
            seen.push(send(&app.target(), &case, format).await);
        }
    }
    assert_eq!(app.dump(), before, "a refused request changed the database");
    seen
}

async fn send(target: &Target, case: &Case, format: Format) -> Seen {
    if case.twice {
        let first = target.send(&case.request).await;
        assert_eq!(first.status, 200, "{}: {}", case.what, first.text());
    }
    let reply = Reply {
        response: target.send(&case.request).await,
        format: case.format.unwrap_or(format),
        asked: case.what.clone(),
    };
    Seen::of("", &reply, case.code, case.part.as_deref())
}
