//! DescribeRegions: the regions of the settings, in the language asked for.

use imagekin_server::config::Region;
use serde_json::json;

use crate::harness::TestApp;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_regions_are_those_of_the_settings() {
    let app = TestApp::setup().with_config(|config| {
        let region = |id: &str, endpoint: Option<&str>| Region {
            id: id.to_owned(),
            name_zh: format!("{id} 地域"),
            name_en: format!("Region {id}"),
            endpoint: endpoint.map(str::to_owned),
        };
        config.regions = vec![region("here", None), region("there", Some("images.example.com"))];
    });
    let app = app.start().await;
    for (language, name) in [
        ("", "here 地域"),
        ("zh-CN", "here 地域"),
        ("zh_TW", "here 地域"),
        ("en-US", "Region here"),
        ("ja", "Region here"),
        ("fr", "Region here"),
        ("de", "Region here"),
        ("ko", "Region here"),
    ] {
        let answer = app.owner().ok("DescribeRegions", &[("AcceptLanguage", language)]).await;
        let here = json!({"RegionId": "here", "RegionEndpoint": "ecs.here.aliyuncs.com", "LocalName": name, "Status": "available"});
        assert_eq!(answer["Regions"]["Region"][0], here, "{language}");
        assert_eq!(answer["Regions"]["Region"][1]["RegionEndpoint"], "images.example.com");
        assert_eq!(answer["Regions"]["Region"].as_array().map(Vec::len), Some(2));
    }
    for kind in ["instance", "disk", "reservedinstance", "scu"] {
        app.owner().ok("DescribeRegions", &[("ResourceType", kind)]).await;
    }
    app.owner().ok("DescribeImages", &[("RegionId", "there")]).await;
    app.owner()
        .call("DescribeImages", &[("RegionId", "cn-hangzhou")])
        .await
        .assert_refused(&imagekin_rpc::codes::REGION_NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_default_there_are_those_of_the_vendor() {
    let app = TestApp::start().await;
    let answer = app.owner().ok("DescribeRegions", &[]).await;
    let regions = answer["Regions"]["Region"].as_array().expect("a list");
    assert_eq!(regions.len(), 27);
    let hangzhou = json!({
        "RegionId": "cn-hangzhou", "RegionEndpoint": "ecs.cn-hangzhou.aliyuncs.com", "LocalName": "华东1（杭州）",
        "Status": "available",
    });
    assert!(regions.contains(&hangzhou));
}
