//! The object endpoint: the APIs of S3 and of OSS over the buckets, on the port of the ECS API.
//!
//! A request comes here by its signature, which is one that only object stores have; so nothing is told to whoever has
//! not signed. What s3s speaks is S3. A request of OSS differs in its signature alone, as far as it goes here: that is
//! checked first (`oss.rs`), then it is answered as one of S3.

use std::sync::{Arc, LazyLock, OnceLock};

use http::request::Parts;
use http::{HeaderValue, Request, Response, StatusCode};
use hyper::body::Incoming;
use imagekin_catalog::RegionId;
use s3s::config::{S3Config, S3ConfigProvider, StaticConfigProvider};
use s3s::service::S3ServiceBuilder;
use s3s::{Body, S3Error, S3ErrorCode, S3Result, s3_error};

use crate::call::{OVERLOADED_RETRY_AFTER_MS, Origin};
use crate::{App, random};

mod access;
mod auth;
mod body;
mod buckets;
mod conditions;
mod failure;
mod host;
mod listing;
mod objects;
mod oss;
mod place;
mod recorded;
mod s3;
mod s3_signed;
mod uploads;

use access::Caller;
pub use access::object_operations;
use body::{Arrival, Upload};
use buckets::Buckets;
use place::Place;
use recorded::Recorder;

/// Beginnings of the Authorization headers of object stores.
const SCHEMES: [&str; 4] = ["OSS ", "OSS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256 ", "AWS "];
/// Parameters that only signed addresses of object stores have.
const SIGNED_ADDRESS: [&str; 4] = ["OSSAccessKeyId", "x-oss-signature", "X-Amz-Signature", "AWSAccessKeyId"];

/// s3s reads no longer body whole, whatever the request says of its length.
static CONFIG: LazyLock<Arc<dyn S3ConfigProvider>> = LazyLock::new(|| {
    let mut config = S3Config::default();
    config.xml_max_body_size = access::XML_BYTES_MAX;
    Arc::new(StaticConfigProvider::new(Arc::new(config)))
});

/// A request that has a place.
struct UnderWay {
    place: Arc<Place>,
    arrival: Arc<Arrival>,
}

/// Is the request one for the object endpoint?
pub(crate) fn is_for<B>(request: &Request<B>) -> bool {
    if let Some(header) = request.headers().get(http::header::AUTHORIZATION) {
        return SCHEMES.iter().any(|scheme| header.as_bytes().starts_with(scheme.as_bytes()));
    }
    let is_signed = |pair: &[u8]| {
        let rest = SIGNED_ADDRESS.iter().find_map(|name| pair.strip_prefix(name.as_bytes()));
        matches!(rest, Some([] | [b'=', ..]))
    };
    request.uri().query().unwrap_or_default().as_bytes().split(|byte| *byte == b'&').any(is_signed)
}

/// Answers a request for the object endpoint.
pub(crate) async fn answer(app: &Arc<App>, request: Request<Incoming>, origin: Origin) -> Response<Body> {
    let request_id = random::request_id(&*app.random);
    let is_form = is_form(&request);
    let (head, incoming) = request.into_parts();
    let recorder = Arc::new(Recorder::new(app, &head, origin, &request_id));
    if is_form {
        let response = form();
        recorder.note_refusal(&response);
        return response;
    }
    let waits = head.headers.contains_key(http::header::EXPECT);
    let (upload, rest) = Upload::new(incoming, &app.config.limits);
    let body = Body::http_body_unsync(upload);
    let mut response = match Place::take(app) {
        Some(place) => {
            let under_way = UnderWay { place: Arc::clone(&place), arrival: rest.arrival() };
            let answer = answer_signed(&recorder, head, body, under_way).await;
            // Until all of the answer is gone: as long as it comes, it is in memory piece by piece.
            answer.map(|body| place::held(body, place))
        }
        None => written(failure::slow_down(OVERLOADED_RETRY_AFTER_MS).to_http_response()),
    };
    if response.status().is_client_error() || response.status().is_server_error() {
        tracing::debug!(request_id, status = response.status().as_u16(), "Refused an object request");
        recorder.note_refusal(&response);
        // Closing at once would reset the connection, and the client would not hear why.
        rest.drain(&app.config.limits, waits).await;
    }
    if let Ok(request_id) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert("x-oss-request-id", request_id.clone());
        response.headers_mut().insert("x-amz-request-id", request_id);
    }
    response
}

/// Answers a request by the signature that it has.
async fn answer_signed(
    recorder: &Arc<Recorder>,
    mut head: Parts,
    body: Body,
    under_way: UnderWay,
) -> Response<Body> {
    match oss::Signed::find(&head) {
        Some(Ok(signed)) => {
            let checked = signed.check(&recorder.app, &mut head, recorder.origin.address).await;
            if let Some(Caller(caller)) = head.extensions.get() {
                recorder.know_caller(caller);
            }
            match checked {
                Ok(region) => {
                    let host = host::of(&head.headers).unwrap_or_default().to_owned();
                    oss::as_answered(call(recorder, head, body, region.as_deref(), under_way).await, &host)
                }
                Err(error) => written(error.to_http_response()),
            }
        }
        Some(Err(error)) => written(error.to_http_response()),
        None => match s3_signed::check(&head) {
            Ok(()) => call(recorder, head, body, None, under_way).await,
            Err(error) => written(error.to_http_response()),
        },
    }
}

fn written(outcome: S3Result<Response<Body>>) -> Response<Body> {
    outcome.unwrap_or_else(|error| {
        tracing::error!(?error, "An answer of the object endpoint could not be written");
        broken()
    })
}

/// Answers as S3 does. `region` is where a new bucket goes, if the request says so by its signature.
async fn call(
    recorder: &Arc<Recorder>,
    head: Parts,
    body: Body,
    region: Option<&str>,
    under_way: UnderWay,
) -> Response<Body> {
    let (app, address) = (&recorder.app, recorder.origin.address);
    let named = host::of(&head.headers).and_then(host::region);
    let known = |id: &str| app.regions.iter().find(|region| region.as_str() == id).cloned();
    let region: Option<RegionId> = named.and_then(known).or_else(|| region.and_then(known));
    let buckets = Buckets { app: Arc::clone(app), region, recorder: Arc::clone(recorder) };
    let mut service = S3ServiceBuilder::new(buckets);
    let token = auth::token_of(&head.headers, head.uri.query().unwrap_or_default());
    let asked = Arc::new(OnceLock::new());
    let keys = auth::Keys { app: Arc::clone(app), token: token.clone(), address, asked: Arc::clone(&asked) };
    service.set_auth(keys);
    service.set_config(Arc::clone(&CONFIG));
    let arrival = Arc::clone(&under_way.arrival);
    service.set_access(access::Policies { token, recorder: Arc::clone(recorder), under_way });
    // Of OSS the signature is checked, and the bucket stands in the path.
    if head.extensions.get::<Caller>().is_none() {
        service.set_host(host::Hosts);
    }
    let answer = service.build().call(Request::from_parts(head, body)).await;
    let answer = answer.unwrap_or_else(|error| {
        tracing::error!(?error, "An object request could not be answered");
        broken()
    });
    if let Some(key_id) = asked.get()
        && is_of_a_wrong_signature(&answer)
    {
        app.guesses.note(address, key_id, app.clock.now());
    }
    as_meant(answer, &arrival)
}

/// Whatever became of a request whose body was late, its client hears that, and not of a fault of ours or of a body that broke
/// off: only what was late do S3's clients send again. And what a client knows is not told it again.
fn as_meant(mut answer: Response<Body>, arrival: &Arrival) -> Response<Body> {
    if !answer.status().is_success() && arrival.is_late() {
        let late = s3_error!(RequestTimeout, "The body of the request did not come in time.");
        return written(late.to_http_response());
    }
    if answer.status() == StatusCode::NOT_MODIFIED {
        *answer.body_mut() = Body::empty();
    }
    answer
}

/// s3s tells nobody but the client when a signature is wrong.
fn is_of_a_wrong_signature(answer: &Response<Body>) -> bool {
    let code = format!("<Code>{}</Code>", S3ErrorCode::SignatureDoesNotMatch.as_str());
    answer.status() == StatusCode::FORBIDDEN
        && answer.body().bytes().is_some_and(|xml| String::from_utf8_lossy(&xml).contains(&code))
}

/// Is it the form of a browser, by which S3 takes objects, too? s3s would read it whole into memory before anybody is asked
/// who has signed it.
fn is_form<B>(request: &Request<B>) -> bool {
    let content_type = request.headers().get(http::header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let form = b"multipart/form-data";
    request.method() == http::Method::POST
        && content_type
            .is_some_and(|given| given.get(..form.len()).is_some_and(|head| head.eq_ignore_ascii_case(form)))
}

/// What the form of a browser hears. The connection is closed: nothing of the form is read.
fn form() -> Response<Body> {
    let error = S3Error::with_message(S3ErrorCode::NotImplemented, "Objects are not taken from forms.");
    let mut response = error.to_http_response().unwrap_or_else(|_| broken());
    response.headers_mut().insert(http::header::CONNECTION, HeaderValue::from_static("close"));
    response
}

fn broken() -> Response<Body> {
    let response = S3Error::new(S3ErrorCode::InternalError).to_http_response();
    response.unwrap_or_else(|_| {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_for_us(target: &str, authorization: &str) -> bool {
        let request = Request::get(target);
        let request =
            if authorization.is_empty() { request } else { request.header("authorization", authorization) };
        is_for(&request.body(()).unwrap())
    }

    #[test]
    fn requests_are_told_apart_by_their_signatures() {
        for ours in [
            ("/b/o", "OSS testid:c2ln"),
            ("/", "OSS4-HMAC-SHA256 Credential=a"),
            ("/b", "AWS4-HMAC-SHA256 Credential=a"),
            ("/b/o?OSSAccessKeyId=a&Expires=1&Signature=b", ""),
            ("/b/o?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=b", ""),
        ] {
            assert!(is_for_us(ours.0, ours.1), "{ours:?}");
        }
        for other in [
            ("/?Action=DescribeImages&AccessKeyId=a&Signature=b", ""),
            ("/", "ACS3-HMAC-SHA256 Credential=a"),
            ("/b/o", ""),
            ("/b/o", "Basic YTpi"),
        ] {
            assert!(!is_for_us(other.0, other.1), "{other:?}");
        }
    }
}
