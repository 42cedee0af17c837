//! Each form in which a client sends a good request is understood; formats and heads are as asked for.

use imagekin_rpc::{Format, codes};

use crate::harness::actor::{Actor, Signing, WAYS, Way};
use crate::harness::forge::{V1, V3};
use crate::harness::oracle::assert_same;
use crate::harness::reply::Reply;
use crate::harness::wire::{Connection, HttpRequest};
use crate::harness::{HOST, OWNER, REGION, TestApp};

const FORM: &str = "application/x-www-form-urlencoded";

/// A V1 request of an action that needs nothing, in JSON.
fn regions(app: &TestApp, params: &[(&str, &str)]) -> V1 {
    V1::new(app.now(), "DescribeRegions", &[&[("Format", "JSON")], params].concat())
}

/// The request with another target for its `/`.
fn at(target: &str, request: &HttpRequest) -> HttpRequest {
    HttpRequest { target: format!("{target}{}", &request.target[1..]), ..request.clone() }
}

fn post(app: &TestApp, params: &[(&str, &str)]) -> V1 {
    V1 { method: "POST", ..regions(app, params) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn v1_is_understood_however_it_is_sent() {
    let app = TestApp::start().await;
    let get = || regions(&app, &[]).request();
    let empty_post = || post(&app, &[]).request();
    // Terraform: some parameters in the query, some in the form, the signature over both.
    let both = post(&app, &[("ResourceType", "disk"), ("AcceptLanguage", "en-US")]).signed(OWNER);
    let (form, query): (Vec<&str>, Vec<&str>) = both.split('&').partition(|pair| pair.contains("Type"));
    let split = HttpRequest::new("POST", &format!("/?{}", query.join("&"))).with_form(form.join("&"));
    // The order of parameters is nobody's business, and the signature need not come last.
    let mut reversed: Vec<String> = regions(&app, &[]).signed(OWNER).split('&').map(str::to_owned).collect();
    reversed.reverse();
    // Python's V2 SDK writes a space as a plus, JavaScript leaves !'()* as they are, some write %7e.
    let odd = regions(&app, &[("Odd", "a b!'()*~"), ("键", "值")]).signed(OWNER);
    let odd = odd.replace("%20", "+").replace("%21%27%28%29%2A", "!'()*").replace('~', "%7e");
    for (what, request) in [
        ("GET", get()),
        ("an absolute target", at("http://ecs-cn-hangzhou.aliyuncs.com/", &get())),
        ("an absolute target with a port", at("http://ecs.aliyuncs.com:80/", &empty_post())),
        ("an absolute target without a path", at("http://ecs.aliyuncs.com", &get())),
        ("an absolute target of https", at("https://ecs.aliyuncs.com/", &get())),
        ("two slashes", at("//", &get())),
        ("a fragment of a form", empty_post().with_header("content-type", FORM)),
        ("all in a form", HttpRequest::new("POST", "/").with_form(post(&app, &[]).signed(OWNER))),
        ("all in a form with a charset", {
            let form = post(&app, &[]).signed(OWNER);
            HttpRequest::new("POST", "/")
                .with_header("content-type", &format!("{FORM}; charset=UTF-8"))
                .with_body(form)
        }),
        ("query and form", split),
        (
            "a body that is no form",
            empty_post().with_header("content-type", "application/json").with_body("{\"a\":1}"),
        ),
        ("a body of no type", empty_post().with_body("sdk&-%zz")),
        ("a GET of application/json", get().with_header("content-type", "application/json")),
        ("no host", get().without_header("host")),
        ("x-acs-action of V1", get().with_header("x-acs-action", "Other").with_header("x-acs-version", "1")),
        ("another order", HttpRequest::new("GET", &format!("/?{}", reversed.join("&")))),
        ("other escapes", HttpRequest::new("GET", &format!("/?{odd}"))),
        (
            "needless ampersands",
            HttpRequest::new("GET", &format!("/?&&{}&&", regions(&app, &[]).signed(OWNER))),
        ),
        (
            "empty values",
            regions(&app, &[("SignatureType", ""), ("SecurityToken", ""), ("Tag.1.Key", "")]).request(),
        ),
        ("a parameter that nobody knows", regions(&app, &[("key.11", "x"), ("OwnerId", "1")]).request()),
        ("a method in lower case", regions(&app, &[]).with("SignatureMethod", "hmac-sha1").request()),
    ] {
        assert_ok(&app, what, &request, Format::Json).await;
    }
}

async fn assert_ok(app: &TestApp, what: &str, request: &HttpRequest, format: Format) {
    let response = app.target().send(request).await;
    Reply { response, format, asked: what.to_owned() }.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn v3_is_understood_however_it_is_sent() {
    let app = TestApp::start().await;
    let plain = || V3::new(app.now(), "DescribeRegions", &[]);
    // Python's V2 SDK signs every header there is.
    let every = plain().with("accept", "application/json").with("user-agent", "AlibabaCloud (Linux; x86_64)");
    let names: Vec<String> = every.headers.iter().map(|(name, _)| name.clone()).collect();
    let spaced = plain().request();
    let authorization = spaced.headers.last().expect("the authorization comes last").1.replace(',', ", ");
    let body = b"AcceptLanguage=en-US";
    for (what, request) in [
        ("as the older SDKs", plain().request()),
        ("every header signed", every.signing(&names.join(";")).request()),
        ("another header unsigned", plain().with("x-forwarded-for", "10.0.0.1").request()),
        ("spaces in the authorization", {
            spaced.clone().without_header("authorization").with_header("authorization", &authorization)
        }),
        ("another order of the list", {
            let mut names: Vec<&str> = plain().signed_headers.leak().split(';').collect();
            names.reverse();
            plain().signing(&names.join(";")).request()
        }),
        ("a form that is signed", plain().with_body(body).request().with_header("content-type", FORM)),
        (
            "a body that is no form",
            plain().with_body(b"{}").request().with_header("content-type", "application/json"),
        ),
        (
            "V1 parameters beside",
            V3::new(app.now(), "DescribeRegions", &[("Action", "MakeCoffee"), ("Signature", "x")]).request(),
        ),
        (
            "an empty token",
            plain().with("x-acs-security-token", "").signing_also("x-acs-security-token").request(),
        ),
        ("an absolute target", at("http://ecs.aliyuncs.com/", &plain().request())),
    ] {
        assert_ok(&app, what, &request, Format::Json).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_format_is_that_asked_for_or_that_of_the_signature() {
    let app = TestApp::start().await;
    for (text, format) in
        [("json", Format::Json), ("JSON", Format::Json), ("Xml", Format::Xml), ("xml", Format::Xml)]
    {
        let v1 = regions(&app, &[]).with("Format", text).request();
        assert_ok(&app, text, &v1, format).await;
        let v3 = V3::new(app.now(), "DescribeRegions", &[("Format", text)]).request();
        assert_ok(&app, text, &v3, format).await;
    }
    assert_ok(&app, "V1 without", &regions(&app, &[]).without("Format").request(), Format::Xml).await;
    assert_ok(&app, "V1 with an empty one", &regions(&app, &[]).with("Format", "").request(), Format::Xml)
        .await;
    assert_ok(&app, "V3 without", &V3::new(app.now(), "DescribeRegions", &[]).request(), Format::Json).await;
    // A name is written in one way only: this is a parameter that nobody knows.
    let lower = regions(&app, &[("format", "JSON")]).without("Format").request();
    assert_ok(&app, "format=", &lower, Format::Xml).await;
    let accepting = regions(&app, &[]).without("Format").request().with_header("accept", "application/json");
    assert_ok(&app, "accept", &accepting, Format::Xml).await;
}

/// The caller, by V3 in both formats.
fn both(app: &TestApp) -> [Actor; 2] {
    [Format::Json, Format::Xml].map(|format| {
        app.owner().by(Way { signing: Signing::V3, method: "POST", form: false, format: Some(format) })
    })
}

/// What each action that changes nothing says in JSON, it says in XML.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_formats_say_the_same() {
    let app = TestApp::start().await;
    let id = app.import("golden").await;
    let tags = [("Tag.1.Key", "k 1"), ("Tag.1.Value", "v*~+/<>&\"'()"), ("Tag.2.Key", "键")];
    let description = ("Description", "<b>&amp; ]]> \"quoted\" 'too'\ttab\nline\r\nline 说明 😀");
    let snapshot = app.system_snapshot().await;
    let made = [
        &[("RegionId", REGION), ("SnapshotId", &snapshot), ("ImageFamily", "daily"), description][..],
        &tags,
    ]
    .concat();
    let made = app.owner().ok("CreateImage", &made).await;
    assert_ne!(made["ImageId"], id.as_str());
    let [json, xml] = both(&app);
    for (action, params) in [
        ("DescribeRegions", &[][..]),
        ("DescribeImages", &[("RegionId", REGION), ("Status", "ALL")]),
        ("DescribeImages", &[("RegionId", "cn-beijing")]),
        ("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "daily")]),
        ("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "weekly")]),
    ] {
        let (json, xml) = (json.ok(action, params).await, xml.ok(action, params).await);
        assert_same(&json, &xml);
        assert_ne!(json["RequestId"], xml["RequestId"]);
    }
    let head = json.ok("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "daily")]).await;
    assert_eq!(head["Image"]["Description"], description.1);
    let none = xml.call("DescribeImageFromFamily", &[("RegionId", REGION), ("ImageFamily", "weekly")]).await;
    assert!(
        none.response.text().ends_with("<Image/></DescribeImageFromFamilyResponse>"),
        "{}",
        none.response.text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_names_the_host_that_was_addressed() {
    let app = TestApp::start().await;
    for way in WAYS {
        let fault = app.owner().by(way).call("DescribeImages", &[("RegionId", "mars")]).await.fault();
        assert_eq!(
            (fault.host.as_str(), fault.message.as_str()),
            (HOST, "The RegionId provided does not exist.")
        );
    }
    let nowhere = regions(&app, &[]).with("Action", "X").request().without_header("host");
    assert_eq!(app.owner().send(&nowhere).await.fault().host, "");
    let odd = nowhere.with_header("host", "<a&b>");
    assert_eq!(app.owner().send(&odd).await.fault().host, "<a&b>");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn head_is_refused_and_the_connection_goes_on() {
    let app = TestApp::start().await;
    let mut connection = Connection::open(app.address()).await;
    let head = HttpRequest { method: "HEAD".to_owned(), ..regions(&app, &[]).request() };
    connection.send(&head.bytes()).await;
    let response = connection.response_to_head().await;
    assert_eq!(response.status, codes::METHOD_UNSUPPORTED.status);
    connection.send(&regions(&app, &[]).request().bytes()).await;
    assert_eq!(connection.response().await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_and_readiness_need_no_key() {
    let app = TestApp::start().await;
    for (path, text) in [("/healthz", "ok\n"), ("/readyz", "ready\n"), ("/healthz?verbose=1", "ok\n")] {
        let response = app.target().send(&HttpRequest::new("GET", path)).await;
        assert_eq!((response.status, response.text().as_str()), (200, text), "{path}");
    }
    let posted = app.target().send(&HttpRequest::new("POST", "/healthz")).await;
    assert_eq!(posted.status, 404);
}
