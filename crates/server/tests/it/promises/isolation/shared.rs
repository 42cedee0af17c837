//! What sharing opens, to whom, for how long, and nothing more.

use imagekin_rpc::{Code, codes};
use serde_json::{Value, json};

use super::{golden, told};
use crate::harness::actor::WAYS;
use crate::harness::disks::{describe, text};
use crate::harness::words::Words;
use crate::harness::{OWNER, REGION, STRANGER, TestApp};

/// The owner's image of the family `daily`, shared with the stranger.
async fn shared(app: &TestApp) -> String {
    let [image, _] = golden(app).await;
    let join = [
        ("RegionId", REGION),
        ("ResourceType", "image"),
        ("ResourceId", &*image),
        ("ResourceGroupId", "rg-golden"),
    ];
    app.owner().ok("JoinResourceGroup", &join).await;
    share(app, &image, ("AddAccount.1", STRANGER.account)).await;
    image
}

async fn share(app: &TestApp, image: &str, change: (&str, &str)) {
    let params = [("RegionId", REGION), ("ImageId", image), change];
    app.owner().ok("ModifyImageSharePermission", &params).await;
}

/// The ids of the images that the stranger finds so.
async fn found(app: &TestApp, params: &[(&str, &str)]) -> Vec<String> {
    let answer = app.stranger().ok("DescribeImages", &[&[("RegionId", REGION)], params].concat()).await;
    let images = answer["Images"]["Image"].as_array().expect("a list").clone();
    assert_eq!(answer["TotalCount"], images.len());
    images.iter().map(|image| text(&image["ImageId"])).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_it_is_shared_with_sees_it() {
    let app = TestApp::standing().await;
    let image = shared(&app).await;
    for way in WAYS {
        let params = [("RegionId", REGION), ("ImageId", &*image)];
        let answer = app.stranger().by(way).ok("DescribeImages", &params).await;
        let images = &answer["Images"]["Image"];
        // XML cannot tell a list of one from one.
        let seen = images.get(0).unwrap_or(images);
        for (field, expected) in [
            ("ImageOwnerAlias", "others"),
            ("ImageOwnerId", OWNER.account),
            ("ImageFamily", "acs:1234567890123456:daily"),
            ("IsSelfShared", ""),
            ("IsPublic", "false"),
            ("ResourceGroupId", ""),
        ] {
            let told = seen[field].as_str().map_or_else(|| seen[field].to_string(), str::to_owned);
            assert_eq!(told, expected, "{field}");
        }
        assert!(!answer.to_string().contains("\"env\""), "the owner's tags are the owner's: {answer}");
        let snapshot = &seen["DiskDeviceMappings"]["DiskDeviceMapping"];
        assert!(!snapshot.to_string().contains("s-"), "the owner's snapshot is the owner's: {snapshot}");
    }
    let mine = describe(&app.owner(), REGION, &image).await;
    assert_eq!(
        [&mine["ImageOwnerAlias"], &mine["IsSelfShared"], &mine["ImageFamily"]],
        ["self", "true", "daily"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_found_as_anothers() {
    let app = TestApp::standing().await;
    let image = shared(&app).await;
    let owner = ("ImageOwnerId", OWNER.account);
    for params in [
        &[][..],
        &[("ImageOwnerAlias", "others")],
        &[owner],
        &[owner, ("ImageOwnerAlias", "others")],
        &[("ImageFamily", "acs:1234567890123456:daily")],
        &[("ImageName", "golden")],
        &[("ImageId", &*image), ("ImageOwnerAlias", "others")],
    ] {
        assert_eq!(found(&app, params).await, std::slice::from_ref(&image), "{params:?}");
    }
    for params in [
        &[("ImageOwnerAlias", "self")][..],
        &[("ImageOwnerAlias", "system")],
        &[("ImageOwnerAlias", "others"), ("IsPublic", "true")],
        &[("ImageOwnerId", STRANGER.account)],
        &[("ImageFamily", "daily")],
        &[("ImageFamily", "acs:daily")],
        &[("ImageFamily", "acs:6543210987654321:daily")],
        // What its owner notes on it finds it for its owner only.
        &[("Tag.1.Key", "env")],
        &[("ResourceGroupId", "rg-golden")],
    ] {
        assert_eq!(found(&app, params).await, [""; 0], "{params:?}");
    }
    let elsewhere = [("RegionId", "cn-beijing"), ("ImageId", &image)];
    let elsewhere = app.stranger().ok("DescribeImages", &elsewhere).await;
    assert_eq!(elsewhere["TotalCount"], 0);
}

/// What a share does not open, of `$image`.
static REFUSED: [(&str, &str, &Code); 15] = [
    ("ModifyImageAttribute", "ImageId=$image&Description=mine now", &codes::IMAGE_NOT_FOUND),
    ("ModifyImageAttribute", "ImageId=$image&Status=Deprecated", &codes::IMAGE_NOT_FOUND),
    ("DeleteImage", "ImageId=$image", &codes::IMAGE_NOT_FOUND),
    ("DeleteImage", "ImageId=$image&Force=true", &codes::IMAGE_NOT_FOUND),
    ("ModifyImageSharePermission", "ImageId=$image&AddAccount.1=1234567890123456", &codes::IMAGE_NOT_FOUND),
    (
        "ModifyImageSharePermission",
        "ImageId=$image&RemoveAccount.1=6543210987654321",
        &codes::SHARE_WITH_OWNER,
    ),
    ("ModifyImageSharePermission", "ImageId=$image&IsPublic=true", &codes::IMAGE_NOT_FOUND),
    ("DescribeImageSharePermission", "ImageId=$image", &codes::IMAGE_NOT_FOUND),
    ("ExportImage", "ImageId=$image&OSSBucket=golden-images", &codes::IMAGE_CATEGORY_UNSUPPORTED),
    ("TagResources", "ResourceType=image&ResourceId.1=$image&Tag.1.Key=k", &codes::TAG_RESOURCE_NOT_FOUND),
    ("UntagResources", "ResourceType=image&ResourceId.1=$image&All=true", &codes::TAG_RESOURCE_NOT_FOUND),
    ("AddTags", "ResourceType=image&ResourceId=$image&Tag.1.Key=k", &codes::TAG_RESOURCE_NOT_FOUND),
    (
        "JoinResourceGroup",
        "ResourceType=image&ResourceId=$image&ResourceGroupId=rg-1",
        &codes::IMAGE_NOT_FOUND,
    ),
    ("CopyImage", "ImageId=$image&DestinationRegionId=cn-beijing", &codes::COPY_IN_SAME_REGION_ONLY),
    ("CancelCopyImage", "ImageId=$image", &codes::IMAGE_NOT_FOUND),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_it_is_shared_with_uses_and_copies_it_and_no_more() {
    let app = TestApp::standing().await;
    let image = shared(&app).await;
    app.place("any", b"a bucket is there as long as something is in it".to_vec()).await;
    let before = app.dump();
    for (action, params, code) in REFUSED {
        for way in WAYS {
            let params = params.replace("$image", &image);
            app.stranger().by(way).say(action, &params).await.assert_refused(code);
        }
    }
    assert_eq!(app.dump(), before);
    let (region, id) = (("RegionId", REGION), ("ImageId", &*image));
    let stranger = app.stranger();
    stranger.ok("DescribeImageSupportInstanceTypes", &[region, id]).await;
    stranger.ok("RegisterImageUsage", &[region, id, ("InstanceId", "i-theirs")]).await;
    assert_eq!(describe(&app.owner(), REGION, &image).await["Usage"], "instance");
    stranger.ok("DeregisterImageUsage", &[region, ("InstanceId", "i-theirs")]).await;
    assert_eq!(describe(&app.owner(), REGION, &image).await["Usage"], "none");
    let copy = text(&stranger.ok("CopyImage", &[region, id]).await["ImageId"]);
    app.settle().await;
    let copy = describe(&stranger, REGION, &copy).await;
    let told =
        ["Status", "ImageOwnerAlias", "IsCopied", "ImageFamily", "Tags"].map(|field| copy[field].clone());
    assert_eq!(told, [json!("Available"), json!("self"), json!(true), json!(""), json!({"Tag": []})]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_share_ends_when_it_is_taken_back() {
    let app = TestApp::standing().await;
    let image = shared(&app).await;
    let mut words = Words::default();
    words.insert("image", image.clone());
    let mut nobodys = Words::default();
    nobodys.insert("image", "m-00000000000000000000".to_owned());
    let stranger = app.stranger();
    let seen_as_nothing = async || {
        for call in [
            ("DescribeImages", "ImageId=$image"),
            ("CopyImage", "ImageId=$image&DryRun=true"),
            ("DescribeImageSupportInstanceTypes", "ImageId=$image"),
            ("RegisterImageUsage", "ImageId=$image&InstanceId=i-1"),
            ("ExportImage", "ImageId=$image&OSSBucket=golden-images"),
        ] {
            assert_eq!(
                told(&stranger, &words, call).await,
                told(&stranger, &nobodys, call).await,
                "{call:?}"
            );
        }
    };
    share(&app, &image, ("RemoveAccount.1", STRANGER.account)).await;
    seen_as_nothing().await;
    assert_eq!(describe(&app.owner(), REGION, &image).await["IsSelfShared"], "");
    share(&app, &image, ("IsPublic", "true")).await;
    // Public images are shown to who asks for them, by id or as public ones.
    assert_eq!(found(&app, &[]).await, [""; 0]);
    assert_eq!(found(&app, &[("ImageId", &image)]).await, std::slice::from_ref(&image));
    assert_eq!(
        found(&app, &[("ImageOwnerAlias", "others"), ("IsPublic", "true")]).await,
        std::slice::from_ref(&image)
    );
    let seen = describe(&stranger, REGION, &image).await;
    assert_eq!([&seen["IsPublic"], &seen["ImageOwnerAlias"]], [&json!(true), &json!("others")]);
    share(&app, &image, ("IsPublic", "false")).await;
    seen_as_nothing().await;
}

/// An image that is shared does not come into the families of others, unless the settings say so, and then by the name
/// that its owner's uid is part of.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_family_stays_its_owners() {
    let app = TestApp::standing().await;
    let image = shared(&app).await;
    let head = async |app: &TestApp, family: &str| {
        let params = [("RegionId", REGION), ("ImageFamily", family)];
        app.stranger().ok("DescribeImageFromFamily", &params).await["Image"]["ImageId"].clone()
    };
    for family in ["daily", "acs:1234567890123456:daily", "acs:daily"] {
        assert_eq!(head(&app, family).await, Value::Null, "{family}");
    }
    let app = app.stop().await.with_config(|config| config.resolve_shared_families = true).standing().await;
    for family in ["daily", "acs:daily", "acs:6543210987654321:daily", "acs:1234567890123456:weekly"] {
        assert_eq!(head(&app, family).await, Value::Null, "{family}");
    }
    assert_eq!(head(&app, "acs:1234567890123456:daily").await, image.as_str());
    // What was is kept of one's own families alone: others' would be answered with what is now.
    for (parameter, past) in [("AsOf", "2020-01-01T00:00:00Z"), ("Revision", "0")] {
        let params = [("RegionId", REGION), ("ImageFamily", "acs:1234567890123456:daily"), (parameter, past)];
        let own = app.owner().ok("DescribeImageFromFamily", &params).await;
        assert_eq!((&own["Image"], &own["Revision"]), (&json!({}), &json!(0)), "{parameter}");
        let refused = app.stranger().call("DescribeImageFromFamily", &params).await;
        refused.assert_refused_with(&codes::INVALID_PARAMETER, parameter);
    }
    app.assert_head("daily", Some(&image)).await;
    share(&app, &image, ("RemoveAccount.1", STRANGER.account)).await;
    assert_eq!(head(&app, "acs:1234567890123456:daily").await, Value::Null);
}
