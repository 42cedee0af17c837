//! Parameters become inputs: names, numbers, lists, and what is refused.

use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Input {
    region_id: String,
    dry_run: Option<bool>,
    page_size: Option<u32>,
    #[serde(default)]
    description: Clearable,
    #[serde(default)]
    tag: Vec<Tag>,
    #[serde(default)]
    resource_id: Vec<String>,
    features: Option<Features>,
    #[serde(default)]
    tag_keys: JsonList<String>,
    #[serde(default)]
    tags: JsonList<Tag>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Tag {
    #[serde(alias = "key")]
    key: Option<String>,
    #[serde(alias = "value")]
    value: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Features {
    imds_support: Option<String>,
}

fn check(query: &str) -> Result<Input, InputError> {
    read(&Params::decode(query.as_bytes(), b"").unwrap())
}

fn tag(key: &str, value: Option<&str>) -> Tag {
    Tag { key: Some(key.to_owned()), value: value.map(str::to_owned) }
}

#[test]
fn the_least_input() {
    let input = check("RegionId=r&Unknown=1&Unknown2.1.X=3&Signature=s").unwrap();
    assert_eq!(input.region_id, "r");
    assert_eq!((input.dry_run, input.page_size, input.features), (None, None, None));
    assert_eq!((input.tag, input.resource_id), (vec![], vec![]));
    assert_eq!(input.description, Clearable::Keep);
}

#[test]
fn lists_are_in_the_order_of_their_numbers() {
    let input = check(
        "RegionId=r&Tag.10.Key=c&Tag.2.Key=b&Tag.2.Value=&Tag.1.key=a&Tag.1.value=1&ResourceId.2=y&ResourceId.1=x",
    )
    .unwrap();
    assert_eq!(input.tag, [tag("a", Some("1")), tag("b", None), tag("c", None)]);
    assert_eq!(input.resource_id, ["x", "y"]);
}

#[test]
fn booleans_of_any_case_and_empty_values() {
    assert_eq!(check("RegionId=r&DryRun=True").unwrap().dry_run, Some(true));
    assert_eq!(check("RegionId=r&DryRun=FALSE").unwrap().dry_run, Some(false));
    let empty = check("RegionId=r&DryRun=&PageSize=&Tag=&Features=&Description=").unwrap();
    assert_eq!((empty.dry_run, empty.page_size, empty.tag), (None, None, vec![]));
    assert_eq!(empty.description, Clearable::Set(String::new()));
}

#[test]
fn an_element_without_a_value_is_none() {
    let input =
        check("RegionId=r&ResourceId.1=&ResourceId.2=x&ResourceId.3=&TagKeys.1=&TagKeys.2=k").unwrap();
    assert_eq!((input.resource_id, input.tag_keys.0), (vec!["x".to_owned()], vec!["k".to_owned()]));
    assert_eq!(check("RegionId=r&ResourceId.1=").unwrap().resource_id, [""; 0]);
    // Nor is a struct none of whose fields has one; of one that has some what it lacks is told.
    let query = "RegionId=r&Tag.1=&Tag.2.Key=&Tag.2.Value=&Tag.3.Key=k&Tag.4.Key=&Tag.4.Value=v";
    let input = check(query).unwrap();
    assert_eq!(input.tag, [tag("k", None), Tag { key: None, value: Some("v".to_owned()) }]);
    assert_eq!(check("RegionId=r&ResourceId.01="), Err(InputError::Invalid("ResourceId.01".to_owned())));
}

#[test]
fn a_struct_comes_dotted_or_as_json() {
    let features = Some(Features { imds_support: Some("v2".to_owned()) });
    assert_eq!(check("RegionId=r&Features.ImdsSupport=v2").unwrap().features, features);
    assert_eq!(check("RegionId=r&Features=%7B%22ImdsSupport%22%3A%22v2%22%7D").unwrap().features, features);
}

#[test]
fn faults_name_the_parameter() {
    let missing = |name: &str| Err(InputError::Missing(name.to_owned()));
    let invalid = |name: &str| Err(InputError::Invalid(name.to_owned()));
    assert_eq!(check(""), missing("RegionId"));
    assert_eq!(check("RegionId="), missing("RegionId"));
    assert_eq!(check("RegionId.1=x"), invalid("RegionId"));
    assert_eq!(check("RegionId=r&DryRun=yes"), invalid("DryRun"));
    assert_eq!(check("RegionId=r&PageSize=-1"), invalid("PageSize"));
    assert_eq!(check("RegionId=r&PageSize=99999999999999999999"), invalid("PageSize"));
    assert_eq!(check("RegionId=r&Tag.999999999.Key=k"), invalid("Tag.999999999"));
    assert_eq!(check("RegionId=r&Tag.0.Key=k"), invalid("Tag.0"));
    assert_eq!(check("RegionId=r&Tag.01.Key=k"), invalid("Tag.01"));
    assert_eq!(check("RegionId=r&Tag.x.Key=k"), invalid("Tag.x"));
    assert_eq!(check("RegionId=r&Tag.1.Key.Deep=k"), invalid("Tag.1.Key"));
    assert_eq!(check("RegionId=r&Tag=k"), invalid("Tag"));
    assert_eq!(check("RegionId=r&Features=%7B"), invalid("Features"));
}

#[test]
fn a_list_may_be_one_json_value_where_its_service_writes_it_so() {
    let keys = |query: &str| check(&format!("RegionId=r&{query}")).map(|input| input.tag_keys.0);
    for one_way in [r#"TagKeys=["a","b"]"#, "TagKeys.2=b&TagKeys.1=a", r#"TagKeys=[ "\u0061" , "b" ]"#] {
        assert_eq!(keys(one_way).unwrap(), ["a", "b"], "{one_way}");
    }
    for none in ["", "TagKeys=", "TagKeys=[]"] {
        assert_eq!(keys(none).unwrap(), [""; 0], "{none}");
    }
    let tags = check(r#"RegionId=r&Tags=[{"Key":"a","Value":"1"},{"key":"b"}]"#).unwrap().tags.0;
    assert_eq!(tags, [tag("a", Some("1")), tag("b", None)]);
    let many = format!("TagKeys={:?}", vec!["k"; LIST_INDEX_MAX as usize + 1]);
    for wrong in [
        "TagKeys=a",
        "TagKeys=[1]",
        r#"TagKeys=["a""#,
        r#"TagKeys={"1":"a"}"#,
        r#"TagKeys=["a"]&TagKeys.1=b"#,
        r#"TagKeys=["\u0000"]"#,
        r#"TagKeys=["a\uffff"]"#,
        r#"TagKeys=["\u007f"]"#,
        r#"TagKeys=["\u009f"]"#,
        &many,
    ] {
        assert_eq!(keys(wrong), Err(InputError::Invalid("TagKeys".to_owned())), "{wrong:.40}");
    }
    for wrong in [r#"Features={"ImdsSupport":"\u0001"}"#, r#"Features={"\u0001":"v2"}"#] {
        assert_eq!(keys(wrong), Err(InputError::Invalid("Features".to_owned())), "{wrong}");
    }
    // Elsewhere it is one value, and no list.
    let plain = check(r#"RegionId=r&ResourceId=["x"]"#);
    assert_eq!(plain, Err(InputError::Invalid("ResourceId".to_owned())));
}
