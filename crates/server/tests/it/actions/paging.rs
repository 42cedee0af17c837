//! DescribeImages page by page: all pages together are the images, each once, newest first.

use std::time::Duration;

use serde_json::Value;

use crate::harness::actor::Actor;
use crate::harness::disks::text;
use crate::harness::{REGION, TestApp};

const IMAGES: usize = 25;

/// Makes images of which some have the same creation instant; gives their ids, newest first.
async fn make_images(app: &TestApp) -> Vec<String> {
    let snapshot = app.system_snapshot().await;
    let mut ids = Vec::new();
    for n in 0..IMAGES {
        if n % 3 == 0 {
            app.advance(Duration::from_millis(1));
        }
        let made = app.owner().ok("CreateImage", &[("RegionId", REGION), ("SnapshotId", &snapshot)]).await;
        ids.push(text(&made["ImageId"]));
    }
    ids.reverse();
    ids
}

async fn page(actor: &Actor, number: u32, size: &str) -> Value {
    let number = number.to_string();
    let mut params = vec![("RegionId", REGION), ("PageNumber", &*number)];
    params.extend((!size.is_empty()).then_some(("PageSize", size)));
    let page = actor.ok("DescribeImages", &params).await;
    assert_eq!(page["PageNumber"], serde_json::from_str::<Value>(&number).expect("a number"));
    page
}

fn ids_of(page: &Value) -> Vec<String> {
    page["Images"]["Image"].as_array().expect("a list").iter().map(|image| text(&image["ImageId"])).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_pages_together_are_the_images_each_once() {
    let app = TestApp::start().await;
    let ids = make_images(&app).await;
    for (size, page_size) in
        [("1", 1), ("2", 2), ("7", 7), ("24", 24), ("25", 25), ("26", 26), ("100", 100), ("", 10)]
    {
        let mut seen = Vec::new();
        for number in 1.. {
            let page = page(&app.owner(), number, size).await;
            assert_eq!((&page["TotalCount"], &page["PageSize"]), (&IMAGES.into(), &page_size.into()));
            let images = ids_of(&page);
            assert!(images.len() <= page_size);
            if images.is_empty() {
                assert_eq!(number as usize, IMAGES.div_ceil(page_size) + 1, "the first page past the end");
                break;
            }
            seen.extend(images);
        }
        assert_eq!(seen, ids, "pages of {size}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_past_the_end_is_empty() {
    let app = TestApp::start().await;
    make_images(&app).await;
    for (number, size) in [(2, "25"), (26, "1"), (1_000, "100"), (u32::MAX, "1"), (u32::MAX, "100")] {
        let page = page(&app.owner(), number, size).await;
        assert_eq!((ids_of(&page), &page["TotalCount"]), (Vec::new(), &IMAGES.into()));
    }
    let nobody = app.stranger();
    let page = page(&nobody, 1, "").await;
    assert_eq!((ids_of(&page), &page["TotalCount"]), (Vec::new(), &0.into()));
}

/// What is added while a client pages shifts the pages, as with the vendor, but no page shows an image twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_is_of_one_instant() {
    let app = TestApp::start().await;
    let ids = make_images(&app).await;
    let first = ids_of(&page(&app.owner(), 1, "10").await);
    app.owner().ok("DeleteImage", &[("RegionId", REGION), ("ImageId", &ids[0])]).await;
    let second = page(&app.owner(), 2, "10").await;
    assert_eq!(first, ids[..10]);
    assert_eq!((ids_of(&second), &second["TotalCount"]), (ids[11..21].to_vec(), &(IMAGES - 1).into()));
}
