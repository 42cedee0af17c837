//! What each account is shown, by every way of asking, against what the model says that it may see.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::reference::{Image, Model};
use super::{ACCOUNTS, FAMILIES, KEYS, SYSTEM_IMAGE, VALUES, Who, World, text};

/// Entries of a page: few, so that there are several.
const PAGE_SIZE: u64 = 4;

/// Things by their ids, each with what is told of it.
type Told = BTreeMap<String, String>;

/// Every account sees in the region what the model says, and nothing else.
pub(super) async fn compare(world: &mut World, model: &Model, region: usize) {
    for account in 0..ACCOUNTS.len() {
        let who = (account, region);
        images(world, model, who).await;
        deleted(world, model, who).await;
        images_by_tag(world, model, who).await;
        families(world, model, who).await;
        snapshots(world, model, who).await;
        tasks(world, model, who).await;
        tags(world, model, who).await;
        shares(world, model, who).await;
    }
}

/// All pages of a list: as many entries as TotalCount says, each once, and the page after the last one empty.
async fn pages(
    world: &mut World,
    who: Who,
    action: &str,
    params: &[(&str, &str)],
    at: [&str; 2],
) -> Vec<Value> {
    let size = PAGE_SIZE.to_string();
    let mut all = Vec::new();
    for number in 1.. {
        let number = number.to_string();
        let params = [params, &[("PageSize", &*size), ("PageNumber", &*number)]].concat();
        let page = world.ok(who, action, &params).await;
        let entries = page[at[0]][at[1]].as_array().unwrap().clone();
        let (total, last) = (page["TotalCount"].as_u64().unwrap(), entries.is_empty());
        all.extend(entries);
        assert!(
            all.len() as u64 <= total && (!last || all.len() as u64 == total),
            "{action} {params:?}: {page}"
        );
        if last {
            return all;
        }
    }
    unreachable!("a list ends")
}

/// Each entry by its id; none may be there twice.
fn by_id(entries: &[Value], id: &str, told: impl Fn(&Value) -> String) -> Told {
    let count = entries.len();
    let told: Told = entries.iter().map(|entry| (text(&entry[id]), told(entry))).collect();
    assert_eq!(told.len(), count, "something is there twice");
    told
}

async fn images(world: &mut World, model: &Model, who: Who) {
    let own: Told =
        model.of(who).images().map(|image| (image.id.clone(), told_of(model, who, who.0, image))).collect();
    let others = |public| -> Told {
        model
            .of_others(who, public)
            .map(|(owner, image)| (image.id.clone(), told_of(model, who, owner, image)))
            .collect()
    };
    let of_system = |is_doubted| (SYSTEM_IMAGE.to_owned(), format!("system{}", doubt(is_doubted)));
    let system: Told = model.sees_system(who).map(of_system).into_iter().collect();
    let together = |lists: [&Told; 3]| lists.into_iter().flat_map(Clone::clone).collect();
    let none = Told::new();
    for (params, expected) in [
        (&[("ImageOwnerAlias", "self")][..], own.clone()),
        (&[("ImageOwnerAlias", "others")], others(false)),
        (&[("ImageOwnerAlias", "others"), ("IsPublic", "true")], others(true)),
        (&[("ImageOwnerAlias", "system")], system.clone()),
        (&[("ImageOwnerAlias", "marketplace")], none),
        (&[], together([&own, &others(false), &system])),
    ] {
        let params = [params, &[("Status", "ALL")]].concat();
        let told =
            by_id(&pages(world, who, "DescribeImages", &params, ["Images", "Image"]).await, "ImageId", told);
        assert_eq!(told, expected, "{params:?} of {who:?}");
    }
    // By its id one sees what is public, too, and not a stranger's image.
    let visible: BTreeSet<String> =
        own.keys().chain(others(false).keys()).chain(others(true).keys()).cloned().collect();
    let every: Vec<String> =
        (0..3).flat_map(|owner| model.of((owner, who.1)).images()).map(|image| image.id.clone()).collect();
    if !every.is_empty() {
        let params = [("ImageId", &*every.join(",")), ("Status", "ALL")];
        let shown = pages(world, who, "DescribeImages", &params, ["Images", "Image"]).await;
        let shown: BTreeSet<String> = shown.iter().map(|image| text(&image["ImageId"])).collect();
        assert_eq!(shown, visible, "by id, of {who:?}");
    }
}

/// By each tag that an image has or had, in any status and in the one that is listed when none is asked for.
async fn images_by_tag(world: &mut World, model: &Model, who: Who) {
    for (key, value) in
        KEYS.iter().flat_map(|key| (0..VALUES).map(move |value| (*key, format!("value-{value}"))))
    {
        for status in ["ALL", "Available"] {
            let tagged = |image: &&Image| {
                image.tags.get(key) == Some(&value) && (status == "ALL" || image.status == status)
            };
            let expected: BTreeSet<_> =
                model.of(who).images().filter(tagged).map(|image| image.id.clone()).collect();
            let params = [("Tag.1.Key", key), ("Tag.1.Value", &*value), ("Status", status)];
            let listed = pages(world, who, "DescribeImages", &params, ["Images", "Image"]).await;
            let listed: BTreeSet<_> = listed.iter().map(|image| text(&image["ImageId"])).collect();
            assert_eq!(listed, expected, "{key}={value} in {status} of {who:?}");
        }
    }
    // What more than a tag is asked for, or less, goes another way.
    let ways: [&[(&str, &str)]; 4] = [
        &[("Tag.1.Key", KEYS[0])],
        &[("Tag.1.Key", KEYS[0]), ("Tag.1.Value", "value-0"), ("Tag.2.Key", KEYS[1])],
        &[("Tag.1.Key", KEYS[0]), ("Tag.1.Value", "value-1"), ("ImageFamily", FAMILIES[0])],
        &[("Tag.1.Key", KEYS[0]), ("Tag.1.Value", "value-0"), ("Status", "Creating,Available,Deprecated")],
    ];
    let fits = |image: &Image, way: &[(&str, &str)]| {
        let asked = |name: &str| way.iter().find(|(asked, _)| *asked == name).map(|(_, value)| *value);
        let tagged = |key: &str, value: Option<&str>| {
            image.tags.get(key).is_some_and(|has| value.is_none_or(|value| has == value))
        };
        tagged(KEYS[0], asked("Tag.1.Value"))
            && asked("Tag.2.Key").is_none_or(|key| tagged(key, None))
            && asked("ImageFamily").is_none_or(|_| image.family == Some(0))
            && asked("Status").unwrap_or("Available").contains(image.status)
    };
    for way in ways {
        let images = model.of(who).images().filter(|image| fits(image, way));
        let expected: BTreeSet<_> = images.map(|image| image.id.clone()).collect();
        let listed = pages(world, who, "DescribeImages", way, ["Images", "Image"]).await;
        let newest_first = listed.iter().map(|image| text(&image["CreationTime"])).collect::<Vec<_>>();
        assert!(newest_first.is_sorted_by(|newer, older| newer >= older), "{way:?}: {newest_first:?}");
        let listed: BTreeSet<_> = listed.iter().map(|image| text(&image["ImageId"])).collect();
        assert_eq!(listed, expected, "{way:?} of {who:?}");
    }
}

fn doubt(is_doubted: bool) -> &'static str {
    if is_doubted { ", not trusted" } else { "" }
}

fn told_of(model: &Model, who: Who, owner: usize, image: &Image) -> String {
    let viewer = who.0;
    let family = match image.family {
        None => String::new(),
        Some(family) if viewer == owner => FAMILIES[family].to_owned(),
        Some(family) => format!("acs:{}:{}", ACCOUNTS[owner], FAMILIES[family]),
    };
    let alias = if viewer == owner { "self" } else { "others" };
    let usage = if image.users.is_empty() { "none" } else { "instance" };
    let shared = if viewer == owner && !image.shared.is_empty() { "true" } else { "" };
    let own = viewer == owner;
    // What an owner notes on an image, and where it has its bytes from, is its own business.
    let group = if own && image.group { "rg-golden" } else { "" };
    let snapshot = image.snapshot.as_deref().filter(|_| own).unwrap_or_default();
    let tags = if own { image.tags.clone() } else { Default::default() };
    format!(
        "{alias} {} {} {} [{family}] {usage} {} [{shared}] [{group}] [{}] {:?} {}{}",
        ACCOUNTS[owner],
        image.name,
        image.status,
        image.public,
        snapshot,
        tags,
        own && image.protected,
        doubt(model.doubts(who, owner)),
    )
}

fn told(image: &Value) -> String {
    let field = |name: &str| text(&image[name]);
    let doubt = doubt(image["OwnerTrusted"] == false);
    if field("ImageOwnerAlias") == "system" {
        return format!("system{doubt}");
    }
    format!(
        "{} {} {} {} [{}] {} {} [{}] [{}] [{}] {:?} {}{doubt}",
        field("ImageOwnerAlias"),
        image["ImageOwnerId"],
        field("ImageName"),
        field("Status"),
        field("ImageFamily"),
        field("Usage"),
        image["IsPublic"],
        field("IsSelfShared"),
        field("ResourceGroupId"),
        text(&image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]),
        tags_of(image),
        image["DeletionProtection"] == true,
    )
}

/// What is in the recycle bin, page by page: each once, those that are kept longest first.
async fn deleted(world: &mut World, model: &Model, who: Who) {
    let now = world.now();
    let mut expected: Vec<_> = model
        .of(who)
        .restorable(now)
        .map(|(image, until)| (until, image.id.clone(), image.name.clone()))
        .collect();
    expected.sort_by(|a, b| b.cmp(a));
    let expected: Vec<_> = expected.into_iter().map(|(_, id, name)| (id, name)).collect();
    let (mut listed, mut token) = (Vec::new(), String::new());
    loop {
        let params = [("MaxResults", "2"), ("NextToken", &*token)];
        let page = world.ok(who, "ListDeletedImages", &params).await;
        let images = page["DeletedImages"]["DeletedImage"].as_array().unwrap().clone();
        listed.extend(images.iter().map(|image| (text(&image["ImageId"]), text(&image["ImageName"]))));
        token = text(&page["NextToken"]);
        assert!(token.is_empty() || images.len() == 2, "{page}");
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(listed, expected, "the recycle bin of {who:?}");
}

fn tags_of(resource: &Value) -> BTreeMap<String, String> {
    let tags = resource["Tags"]["Tag"].as_array().unwrap();
    tags.iter().map(|tag| (text(&tag["TagKey"]), text(&tag["TagValue"]))).collect()
}

/// Heads, explanations, lists and histories of the account's families.
async fn families(world: &mut World, model: &Model, who: Who) {
    let catalogue = model.of(who);
    let mut listed = Told::new();
    for (n, name) in FAMILIES.iter().enumerate() {
        let family = [("ImageFamily", *name)];
        let head = catalogue.head(n).map(|image| image.id.clone());
        let resolved = world.ok(who, "DescribeImageFromFamily", &family).await;
        assert_eq!(
            resolved["Image"].get("ImageId").and_then(Value::as_str),
            head.as_deref(),
            "{name} of {who:?}"
        );
        let head = head.unwrap_or_default();
        let explained = world.ok(who, "ExplainImageFamily", &family).await;
        assert_eq!(text(&explained["ImageId"]), head);
        let verdict = |image: &Image| match image.status {
            "Available" if image.id == head => "Head Available",
            "Available" => "Older Available",
            "Deprecated" => "NotAvailable Deprecated",
            _ => "NotAvailable CreateFailed",
        };
        let expected: Told =
            catalogue.of_family(n).map(|image| (image.id.clone(), verdict(image).to_owned())).collect();
        let candidates = explained["Candidates"]["Candidate"].as_array().unwrap().clone();
        let candidates = by_id(&candidates, "ImageId", |candidate| {
            format!("{} {}", text(&candidate["Verdict"]), text(&candidate["Status"]))
        });
        assert_eq!(candidates, expected, "explanation of {name} of {who:?}");
        if !expected.is_empty() {
            listed.insert((*name).to_owned(), format!("{head} {}", expected.len()));
        }
        let history =
            pages(world, who, "DescribeImageFamilyHistory", &family, ["HeadChanges", "HeadChange"]).await;
        let mut history: Vec<String> = history.iter().map(|change| text(&change["ImageId"])).collect();
        history.reverse();
        let log: Vec<String> =
            catalogue.logs[n].iter().map(|head| head.clone().unwrap_or_default()).collect();
        assert_eq!(history, log, "history of {name} of {who:?}");
    }
    let families = pages(world, who, "ListImageFamilies", &[], ["Families", "Family"]).await;
    let families = by_id(&families, "ImageFamily", |family| {
        format!("{} {}", text(&family["ImageId"]), family["ImageCount"])
    });
    assert_eq!(families, listed, "families of {who:?}");
}

async fn snapshots(world: &mut World, model: &Model, who: Who) {
    let catalogue = model.of(who);
    let expected = catalogue.snapshots().map(|snapshot| {
        let usage = if catalogue.is_used(&snapshot.id) { "image" } else { "none" };
        let group = if snapshot.group { "rg-golden" } else { "" };
        let told = format!("{} {} {usage} [{group}] {:?}", snapshot.name, snapshot.status, snapshot.tags);
        (snapshot.id.clone(), told)
    });
    let shown = pages(world, who, "DescribeSnapshots", &[], ["Snapshots", "Snapshot"]).await;
    let shown = by_id(&shown, "SnapshotId", |snapshot| {
        let field = |name: &str| text(&snapshot[name]);
        let (name, status, usage) = (field("SnapshotName"), field("Status"), field("Usage"));
        format!("{name} {status} {usage} [{}] {:?}", field("ResourceGroupId"), tags_of(snapshot))
    });
    assert_eq!(shown, expected.collect::<Told>(), "snapshots of {who:?}");
}

async fn tasks(world: &mut World, model: &Model, who: Who) {
    let told = |task: &super::reference::Task| format!("{} {} {}", task.action, task.status, task.image);
    let expected: Told = model.of(who).tasks.iter().map(|task| (task.id.clone(), told(task))).collect();
    let shown = pages(world, who, "DescribeTasks", &[], ["TaskSet", "Task"]).await;
    let shown = by_id(&shown, "TaskId", |task| {
        let field = |name: &str| text(&task[name]);
        format!("{} {} {}", field("TaskAction"), field("TaskStatus"), field("ResourceId"))
    });
    assert_eq!(shown, expected, "tasks of {who:?}");
}

/// Asked for the tags of every image or snapshot there is, whosever, one is told of one's own.
async fn tags(world: &mut World, model: &Model, who: Who) {
    let every = || (0..ACCOUNTS.len()).map(|owner| (owner, model.of((owner, who.1))));
    let images =
        every().flat_map(|(owner, all)| all.images().map(move |image| (owner, &image.id, &image.tags)));
    let snapshots =
        every().flat_map(|(owner, all)| all.snapshots().map(move |image| (owner, &image.id, &image.tags)));
    for (kind, all) in [("image", images.collect::<Vec<_>>()), ("snapshot", snapshots.collect())] {
        // As many resources as one call may name.
        for all in all.chunks(50) {
            let names: Vec<String> = (1..=all.len()).map(|n| format!("ResourceId.{n}")).collect();
            let ids = names.iter().zip(all).map(|(name, (_, id, _))| (name.as_str(), id.as_str()));
            let params: Vec<(&str, &str)> = [("ResourceType", kind)].into_iter().chain(ids).collect();
            let mut shown = BTreeSet::new();
            let mut token = String::new();
            loop {
                let params =
                    [&params[..], &[("NextToken", &*token)][usize::from(token.is_empty())..]].concat();
                let listed = world.ok(who, "ListTagResources", &params).await;
                for tag in listed["TagResources"]["TagResource"].as_array().unwrap() {
                    shown.insert(["ResourceId", "TagKey", "TagValue"].map(|field| text(&tag[field])));
                }
                token = text(&listed["NextToken"]);
                if token.is_empty() {
                    break;
                }
            }
            let own = all.iter().filter(|(owner, _, _)| *owner == who.0);
            let expected: BTreeSet<_> = own.flat_map(|(_, id, tags)| carried(id, tags)).collect();
            assert_eq!(shown, expected, "tags of {kind}s of {who:?}");
        }
    }
}

fn carried<'t>(id: &'t str, tags: &'t BTreeMap<String, String>) -> impl Iterator<Item = [String; 3]> + 't {
    tags.iter().map(|(key, value)| [id.to_owned(), key.clone(), value.clone()])
}

/// With whom the account shares its images: told to it, and to nobody else.
async fn shares(world: &mut World, model: &Model, who: Who) {
    let strangers = (1..ACCOUNTS.len()).map(|further| ((who.0 + further) % ACCOUNTS.len(), who.1));
    for image in strangers.filter_map(|stranger| model.of(stranger).images().next()) {
        let told = world.call(who, "DescribeImageSharePermission", &[("ImageId", &image.id)]).await;
        assert_eq!(told, Err("InvalidImageId.NotFound".to_owned()));
    }
    for image in model.of(who).images() {
        let told = world.ok(who, "DescribeImageSharePermission", &[("ImageId", &image.id)]).await;
        let accounts = told["Accounts"]["Account"].as_array().unwrap();
        let accounts: BTreeSet<String> = accounts.iter().map(|account| text(&account["AliyunId"])).collect();
        let expected = image.shared.iter().map(|account| ACCOUNTS[*account].to_owned()).collect();
        assert_eq!(accounts, expected, "shares of {}", image.id);
        assert_eq!(
            told["ShareGroups"]["ShareGroup"].as_array().map(Vec::len),
            Some(usize::from(image.public))
        );
    }
}
