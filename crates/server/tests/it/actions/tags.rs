//! Tags of images and snapshots, by the new actions and by the old ones.

use serde_json::{Value, json};

use crate::harness::actor::Actor;
use crate::harness::disks::text;
use crate::harness::words::each;
use crate::harness::{REGION, TestApp};

/// An image of the family `daily` and its snapshot.
async fn made(app: &TestApp, name: &str) -> [String; 2] {
    let snapshot = app.system_snapshot().await;
    let params = format!("SnapshotId={snapshot}&ImageName={name}&ImageFamily=daily");
    [text(&app.owner().ask("CreateImage", &params).await["ImageId"]), snapshot]
}

/// The tags of the head of `daily`, `key=value`, in their order.
async fn of_head(owner: &Actor) -> Vec<String> {
    let head = owner.ask("DescribeImageFromFamily", "ImageFamily=daily").await;
    let tags = &head["Image"]["Tags"]["Tag"];
    let [keys, values] = [each(tags, "TagKey"), each(tags, "TagValue")];
    keys.iter().zip(values).map(|(key, value)| format!("{key}={value}")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_gets_the_new_value_and_the_head_shows_it_at_once() {
    let app = TestApp::standing().await;
    let [image, _] = made(&app, "golden").await;
    let owner = app.owner();
    let resource = format!("ResourceType=image&ResourceId.1={image}");
    for (action, params, expected) in [
        (
            "TagResources",
            "Tag.1.Key=env&Tag.1.Value=test&Tag.2.Key=tier&Tag.2.Value=web",
            &["env=test", "tier=web"][..],
        ),
        ("TagResources", "Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=new", &["env=prod", "tier=web", "new="]),
        ("TagResources", "Tag.1.Key=ENV&Tag.1.Value=other", &["env=prod", "tier=web", "new=", "ENV=other"]),
        ("UntagResources", "TagKey.1=ENV&TagKey.2=none", &["env=prod", "tier=web", "new="]),
        // All counts only where no key is given.
        ("UntagResources", "TagKey.1=tier&All=true", &["env=prod", "new="]),
        ("UntagResources", "All=true", &[]),
        ("TagResources", "Tag.*20.Key=k", &["k1="]),
    ] {
        // Read before, so that it is ready, and after.
        of_head(&owner).await;
        owner.ask(action, &format!("{resource}&{params}")).await;
        let tags = of_head(&owner).await;
        assert_eq!(tags[..expected.len()], *expected, "{action} {params}");
        assert!(tags.len() == expected.len() || tags.len() == 20, "{action} {params}: {tags:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_old_way_takes_away_by_value() {
    let app = TestApp::standing().await;
    let [image, _] = made(&app, "golden").await;
    let owner = app.owner();
    let resource = format!("ResourceType=Image&ResourceId={image}");
    for (action, params, expected) in [
        ("AddTags", "Tag.1.key=a&Tag.1.value=1&Tag.2.Key=b&Tag.2.Value=2", &["a=1", "b=2"][..]),
        ("AddTags", "Tag.1.Key=a&Tag.1.Value=3", &["a=3", "b=2"]),
        ("RemoveTags", "Tag.1.Key=a&Tag.1.Value=1", &["a=3", "b=2"]),
        ("RemoveTags", "Tag.1.Key=a&Tag.1.Value=3", &["b=2"]),
        ("RemoveTags", "", &["b=2"]),
        ("RemoveTags", "Tag.1.key=b", &[]),
    ] {
        owner.ask(action, &format!("{resource}&{params}")).await;
        assert_eq!(of_head(&owner).await, expected, "{action} {params}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_resources_of_a_call_are_tagged() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let [one, snapshot] = made(&app, "one").await;
    let two = text(&owner.ask("CreateImage", &format!("SnapshotId={snapshot}")).await["ImageId"]);
    let resources = format!("ResourceType=image&ResourceId.1={one}&ResourceId.2={two}");
    owner.ask("TagResources", &format!("{resources}&Tag.1.Key=env&Tag.1.Value=prod")).await;
    let of_snapshot = format!("ResourceType=snapshot&ResourceId.1={snapshot}&Tag.1.Key=env&Tag.1.Value=prod");
    owner.ask("TagResources", &of_snapshot).await;
    let listed = owner.ask("ListTagResources", &resources).await;
    let mut tagged = each(&listed["TagResources"]["TagResource"], "ResourceId");
    tagged.sort();
    let mut both = [one, two];
    both.sort();
    assert_eq!(tagged, both);
    let snapshots = owner.ask("DescribeSnapshots", "Tag.1.Key=env&Tag.1.Value=prod").await;
    assert_eq!(each(&snapshots["Snapshots"]["Snapshot"], "SnapshotId"), [snapshot]);
    owner.ask("UntagResources", &format!("{resources}&All=true")).await;
    assert_eq!(owner.ask("ListTagResources", &resources).await["TagResources"]["TagResource"], json!([]));
    let images = owner.ask("DescribeImages", "Tag.1.Key=env").await;
    assert_eq!(images["TotalCount"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_tag_is_told_with_how_many_carry_it() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let [one, snapshot] = made(&app, "one").await;
    let two = text(&owner.ask("CreateImage", &format!("SnapshotId={snapshot}")).await["ImageId"]);
    for (kind, id, tags) in [
        ("image", &one, "Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=tier"),
        ("image", &two, "Tag.1.Key=env&Tag.1.Value=prod"),
        ("snapshot", &snapshot, "Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=env2"),
    ] {
        owner.ask("TagResources", &format!("ResourceType={kind}&ResourceId.1={id}&{tags}")).await;
    }
    let uses = async |params: &str| {
        let answer = owner.ask("DescribeTags", params).await;
        let tags = answer["Tags"]["Tag"].as_array().expect("a list").clone();
        let told = |tag: &Value| {
            let count = &tag["ResourceTypeCount"];
            format!("{}:{}+{}", text(&tag["TagKey"]), count["Image"], count["Snapshot"])
        };
        (answer["TotalCount"].clone(), tags.iter().map(told).collect::<Vec<_>>())
    };
    let by_id = format!("ResourceId={one}");
    for (params, total, expected) in [
        ("", 3, &["env:2+1", "env2:0+1", "tier:1+0"][..]),
        ("ResourceType=image", 2, &["env:2+0", "tier:1+0"]),
        ("ResourceType=snapshot", 2, &["env:0+1", "env2:0+1"]),
        ("ResourceType=instance", 0, &[]),
        (&by_id, 2, &["env:1+0", "tier:1+0"]),
        ("Tag.1.Key=tier&Tag.2.Key=env2", 2, &["env2:0+1", "tier:1+0"]),
        ("Tag.1.Key=env&Tag.1.Value=test", 0, &[]),
        ("Tag.1.key=env&Tag.1.value=prod", 1, &["env:2+1"]),
        ("PageSize=2", 3, &["env:2+1", "env2:0+1"]),
        ("PageSize=2&PageNumber=2", 3, &["tier:1+0"]),
        ("PageSize=2&PageNumber=3", 3, &[]),
    ] {
        assert_eq!(
            uses(params).await,
            (json!(total), expected.iter().map(|t| (*t).to_owned()).collect()),
            "{params}"
        );
    }
    // A deleted image carries none any more.
    owner.ask("DeleteImage", &format!("ImageId={one}")).await;
    assert_eq!(uses("ResourceType=image").await.1, ["env:1+0"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resources_are_found_that_carry_all_tags() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let [one, snapshot] = made(&app, "one").await;
    let tags = "Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=tier&Tag.2.Value=w*b";
    owner.ask("TagResources", &format!("ResourceType=image&ResourceId.1={one}&{tags}")).await;
    let of_snapshot = format!("ResourceType=snapshot&ResourceId.1={snapshot}&Tag.1.Key=env&Tag.1.Value=test");
    owner.ask("TagResources", &of_snapshot).await;
    let found = async |params: &str| {
        let answer = owner.ask("DescribeResourceByTags", params).await;
        each(&answer["Resources"]["Resource"], "ResourceType")
    };
    for (params, expected) in [
        ("Tag.1.Key=env", &["image", "snapshot"][..]),
        ("Tag.1.Key=env&PageSize=1&PageNumber=2", &["snapshot"]),
        ("Tag.1.Key=env&ResourceType=snapshot", &["snapshot"]),
        ("Tag.1.Key=env&ResourceType=keypair", &[]),
        ("Tag.1.Key=env&Tag.1.Value=prod", &["image"]),
        ("Tag.1.Key=env&Tag.2.Key=tier", &["image"]),
        ("Tag.1.Key=env&Tag.1.Value=test&Tag.2.Key=tier", &[]),
        ("Tag.1.Key=ENV", &[]),
        // Only TagFilter knows patterns.
        ("Tag.1.Key=e*", &[]),
        ("Tag.1.Key=tier&Tag.1.Value=w*b", &["image"]),
    ] {
        assert_eq!(found(params).await, expected, "{params}");
    }
    let listed = async |params: &str| {
        let answer = owner.ask("ListTagResources", &format!("ResourceType=image&{params}")).await;
        each(&answer["TagResources"]["TagResource"], "TagKey")
    };
    for (params, expected) in [
        ("Tag.1.Key=env", &["env", "tier"][..]),
        ("TagFilter.1.TagKey=e*", &["env", "tier"]),
        ("TagFilter.1.TagKey=*ie*&TagFilter.1.TagValues.1=x*&TagFilter.1.TagValues.2=w*", &["env", "tier"]),
        ("TagFilter.1.TagKey=env&TagFilter.1.TagValues.1=test", &[]),
        ("TagFilter.1.TagKey=env&TagFilter.1.TagValues.*4=v&TagFilter.1.TagValues.5=p*", &["env", "tier"]),
        ("TagFilter.1.TagKey=env&TagFilter.2.TagKey=none", &[]),
        ("Tag.1.Key=env&ResourceId.1=m-none", &[]),
    ] {
        assert_eq!(listed(params).await, expected, "{params}");
    }
}

/// More tags than one answer holds come token by token, each once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tokens_lead_through_all_tags() {
    let app = TestApp::standing().await;
    let owner = app.owner();
    let snapshot = app.system_snapshot().await;
    let mut resources = String::new();
    for n in 1..=3 {
        let made = owner.ask("CreateImage", &format!("SnapshotId={snapshot}&Tag.*20.Key=k")).await;
        resources.push_str(&format!("&ResourceId.{n}={}", text(&made["ImageId"])));
    }
    let (mut seen, mut token, mut answers) = (Vec::new(), String::new(), 0);
    loop {
        let params = format!("ResourceType=image{resources}&NextToken={token}");
        let answer = owner.ask("ListTagResources", &params).await;
        let page = &answer["TagResources"]["TagResource"];
        seen.extend(each(page, "ResourceId").into_iter().zip(each(page, "TagKey")));
        token = text(&answer["NextToken"]);
        answers += 1;
        if token.is_empty() {
            break;
        }
        assert_eq!(page.as_array().map(Vec::len), Some(50), "only the last answer is not full");
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((answers, count, seen.len()), (2, 60, 60));
    assert_eq!(owner.call("ListTagResources", &[("RegionId", REGION)]).await.fault().status, 404);
}
