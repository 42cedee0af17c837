//! The vendor's own sample, held as an image and printed again.

use imagekin_access::AccountId;
use imagekin_catalog::disk::{DiskKind, DiskMapping};
use imagekin_catalog::image::{Architecture, ImdsSupport, OsName, OsType, Platform};
use imagekin_catalog::name::ImageVersion;
use imagekin_catalog::task::TaskAction;
use imagekin_catalog::{
    Description, FamilyName, Image, ImageId, ImageName, SnapshotId, Status, Tag, Timestamp,
};
use imagekin_rpc::Format;
use imagekin_rpc::reply::Tail;
use imagekin_store::OwnedImage;
use serde::Serialize;

use super::FamilyImageView;

/// The page's samples, to the letter.
const SAMPLE_JSON: &str = include_str!("sample.json");
const SAMPLE_XML: &str = include_str!("sample.xml");

/// Request id of the samples.
const REQUEST_ID: &str = "E39053A7-C3E6-41FA-8F8D-F5BD8063E61C";

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Output {
    image: FamilyImageView,
}

fn sample() -> Image {
    Image {
        id: ImageId::parse("m-bp1ejhb4r1lyu55t****").unwrap(),
        name: ImageName::parse("testImageName").unwrap(),
        family: Some(FamilyName::parse("testImageFamily").unwrap()),
        description: Description::parse("testDescription").unwrap(),
        version: ImageVersion::default(),
        status: Status::Available,
        failure: String::new(),
        progress: 100,
        origin: TaskAction::CreateImage,
        architecture: Architecture::X86_64,
        os_type: OsType::Linux,
        platform: Platform::parse("CentOS").unwrap(),
        os_name: Some(OsName { zh: "CentOS 8.0 64位".to_owned(), en: "CentOS 8.0 64 bit".to_owned() }),
        boot_mode: None,
        license_type: None,
        imds_support: ImdsSupport::V1,
        nvme_support: None,
        resource_group_id: String::new(),
        disks: vec![DiskMapping {
            device: "/dev/xvda".to_owned(),
            kind: DiskKind::System,
            size_gib: 40,
            snapshot_id: SnapshotId::parse("s-bp1ejhb4r1lyu55t****"),
            imported_from: None,
        }],
        tags: Vec::new(),
        is_public: false,
        share_count: 0,
        instance_count: 0,
        deletion_protection: false,
        // 2020-03-17T06:19:19Z and some: the fraction is not printed.
        created_at: Timestamp::from_micros(1_584_425_959_123_456),
        sequence: 1,
    }
}

fn print(format: Format, image: Option<&Image>) -> String {
    let owner = AccountId::parse("1234567890123456").unwrap();
    let head = image.map(|image| OwnedImage { owner, image: image.clone(), is_doubted: false });
    let output = Output { image: FamilyImageView::of(head.as_ref(), owner) };
    let tail = Tail::of(format, "DescribeImageFromFamily", &output);
    tail.unwrap().answer(format, "DescribeImageFromFamily", REQUEST_ID)
}

/// The samples were taken of an image whose Progress and Usage were empty; the page's own field table gives `100` and
/// `none`, and so do we (docs/decisions.md).
fn with_progress_and_usage(sample: &str, progress: [&str; 2], usage: [&str; 2]) -> String {
    assert!(sample.contains(progress[0]) && sample.contains(usage[0]));
    sample.replacen(progress[0], progress[1], 1).replacen(usage[0], usage[1], 1)
}

#[test]
fn the_json_is_that_of_the_page() {
    let expected = with_progress_and_usage(
        SAMPLE_JSON,
        ["\"Progress\": \"\"", "\"Progress\": \"100\""],
        ["\"Usage\": \"\"", "\"Usage\": \"none\""],
    );
    // Read and printed again: white space goes, fields, order and types stay.
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    assert_eq!(print(Format::Json, Some(&sample())), expected.to_string());
}

#[test]
fn the_xml_is_that_of_the_page() {
    let expected = with_progress_and_usage(
        SAMPLE_XML,
        ["<Progress></Progress>", "<Progress>100</Progress>"],
        ["<Usage></Usage>", "<Usage>none</Usage>"],
    );
    let expected: String = expected.lines().map(str::trim).collect();
    let declaration = "<?xml version='1.0' encoding='UTF-8'?>";
    assert_eq!(print(Format::Xml, Some(&sample())), format!("{declaration}{expected}"));
}

#[test]
fn no_head_is_an_empty_image() {
    assert_eq!(print(Format::Json, None), format!(r#"{{"RequestId":"{REQUEST_ID}","Image":{{}}}}"#));
    assert!(print(Format::Xml, None).ends_with("<Image></Image></DescribeImageFromFamilyResponse>"));
}

#[test]
fn tags_and_imports_are_shown() {
    let mut image = sample();
    image.tags.push(Tag { key: "TestKey".to_owned(), value: "TestValue".to_owned() });
    let json: serde_json::Value = serde_json::from_str(&print(Format::Json, Some(&image))).unwrap();
    assert_eq!(json["Image"]["Tags"]["Tag"][0]["TagKey"], "TestKey");
    assert!(
        print(Format::Xml, Some(&image))
            .contains("<Tags><Tag><TagKey>TestKey</TagKey><TagValue>TestValue</TagValue></Tag></Tags>")
    );
}
