//! STS and Location on the same port, told apart by Version; zones and instance types.

use imagekin_rpc::codes;
use serde_json::json;

use crate::harness::actor::WAYS;
use crate::harness::disks::text;
use crate::harness::forge::V1;
use crate::harness::reply::Reply;
use crate::harness::words::each;
use crate::harness::{HOST, STRANGER, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_key_tells_whose_it_is() {
    let app = TestApp::standing().await;
    for way in WAYS {
        let answer = app.stranger().by(way).ok("GetCallerIdentity", &[]).await;
        assert_eq!([&answer["AccountId"], &answer["UserId"]], [STRANGER.account; 2]);
        assert_eq!(answer["Arn"], format!("acs:ram::{}:root", STRANGER.account));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endpoint_is_where_the_client_asks() {
    let app = TestApp::standing().await;
    for service in ["ecs", "ECS", "sts", "oss"] {
        let params = format!("Id=cn-beijing&ServiceCode={service}&Type=openAPI");
        let answer = app.owner().ask("DescribeEndpoints", &params).await;
        let endpoint = &answer["Endpoints"]["Endpoint"][0];
        let told = ["Endpoint", "Id", "ServiceCode", "Type"].map(|field| text(&endpoint[field]));
        assert_eq!(told, [HOST, "cn-beijing", service, "openAPI"]);
        assert_eq!(answer["Success"], json!(true));
    }
}

/// An action belongs to one service: under another version there is none of its name.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_version_tells_the_service() {
    let app = TestApp::standing().await;
    for (action, version, code) in [
        ("GetCallerIdentity", "2014-05-26", &codes::ACTION_NOT_FOUND),
        ("GetCallerIdentity", "2015-06-12", &codes::ACTION_NOT_FOUND),
        ("DescribeEndpoints", "2014-05-26", &codes::ACTION_NOT_FOUND),
        ("DescribeImages", "2015-04-01", &codes::ACTION_NOT_FOUND),
        ("AssumeRole", "2015-05-01", &codes::ACTION_NOT_FOUND),
        ("AssumeRoleWithSAML", "2015-04-01", &codes::ACTION_NOT_SUPPORTED),
        ("ListUsers", "2015-04-01", &codes::ACTION_NOT_FOUND),
        ("ListUsers", "2014-05-26", &codes::ACTION_NOT_FOUND),
        ("DescribeImages", "2014-05-27", &codes::ACTION_OR_VERSION_INVALID),
    ] {
        let request = V1::new(app.now(), action, &[("RegionId", "cn-hangzhou"), ("Format", "JSON")]);
        let response = app.target().send(&request.with("Version", version).request()).await;
        let reply =
            Reply { response, format: imagekin_rpc::Format::Json, asked: format!("{action} {version}") };
        reply.assert_refused(code);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_region_has_one_zone() {
    let app = TestApp::standing().await;
    for region in ["cn-hangzhou", "cn-beijing"] {
        for language in ["", "zh-CN", "en-US"] {
            let params = format!("RegionId={region}&AcceptLanguage={language}&InstanceChargeType=PostPaid");
            let answer = app.owner().ask("DescribeZones", &params).await;
            assert_eq!(each(&answer["Zones"]["Zone"], "ZoneId"), [format!("{region}-a")]);
        }
    }
}
