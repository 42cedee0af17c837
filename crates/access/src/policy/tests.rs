//! What a policy must be, and what is said of one that is not.

use super::*;

/// Policies that are refused: the place that is told, a part of what is said, the document.
const REFUSED: [(&str, &str, &str); 24] = [
    ("", "sound JSON", ""),
    ("", "sound JSON", "{"),
    ("", "is not an object", "[]"),
    ("", "has no Statement", r#"{"Version":"1"}"#),
    ("Id", "no such element", r#"{"Version":"1","Id":"x","Statement":[]}"#),
    ("Version", "write \"1\"", r#"{"Version":"2012-10-17","Statement":[]}"#),
    ("Version", "not a text", r#"{"Version":1,"Statement":[]}"#),
    ("Statement", "list is empty", r#"{"Version":"1","Statement":[]}"#),
    ("Statement[1].Sid", "no such element", r#"{"Version":"1","Statement":[OK,{"Sid":"x"}]}"#),
    ("Statement.Effect", "write Allow or Deny", r#"{"Version":"1","Statement":{"Effect":"allow"}}"#),
    ("Statement[0]", "neither Action nor NotAction", r#"{"Version":"1","Statement":[{"Effect":"Deny"}]}"#),
    (
        "Statement[0]",
        "both Action and NotAction",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","Action":"*","NotAction":"*","Resource":"*"}]}"#,
    ),
    (
        "Statement[0]",
        "neither Resource nor NotResource",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","Action":"*"}]}"#,
    ),
    (
        "Statement[0].NotAction",
        "list is empty",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","NotAction":[],"Resource":"*"}]}"#,
    ),
    (
        "Statement[0].Action[1]",
        "is empty",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","Action":["*",""],"Resource":"*"}]}"#,
    ),
    (
        "",
        "`Effect` stands twice",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}"#,
    ),
    (
        "Statement[0].Condition",
        "object is empty",
        r#"{"Version":"1","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{}}]}"#,
    ),
    ("Statement[0].Condition.Bool", "object is empty", CONDITION_BOOL_EMPTY),
    ("Statement[0].Condition.ForAnyValue:StringEquals", "no such operator", CONDITION_SET),
    ("Statement[0].Condition.Null", "no such operator", CONDITION_NULL),
    ("Statement[0].Condition.IpAddress.acs:SourceIp[1]", "a CIDR block", CONDITION_BLOCK),
    ("Statement[0].Condition.DateLessThan.acs:CurrentTime", "a date", CONDITION_DATE),
    ("Statement[0].Condition.NumericEquals.x", "a decimal number", CONDITION_NUMBER),
    ("Statement[0].Condition.Bool.acs:MFAPresent", "not a text", CONDITION_UNQUOTED),
];

const CONDITION_BOOL_EMPTY: &str = r#"IF{"Bool":{}}"#;
const CONDITION_SET: &str = r#"IF{"ForAnyValue:StringEquals":{"x":"y"}}"#;
const CONDITION_NULL: &str = r#"IF{"Null":{"x":"true"}}"#;
const CONDITION_BLOCK: &str = r#"IF{"IpAddress":{"acs:SourceIp":["192.0.2.0/24","192.0.2.0/33"]}}"#;
const CONDITION_DATE: &str = r#"IF{"DateLessThan":{"acs:CurrentTime":"2024-02-30T00:00:00Z"}}"#;
const CONDITION_NUMBER: &str = r#"IF{"NumericEquals":{"x":"1e3"}}"#;
const CONDITION_UNQUOTED: &str = r#"IF{"Bool":{"acs:MFAPresent":true}}"#;

/// Writes a document out: `OK` is a sound statement, `IF` the beginning of one with a condition.
fn document(short: &str) -> String {
    let sound = r#"{"Effect":"Deny","Action":"*","Resource":"*"}"#;
    match short.strip_prefix("IF") {
        Some(condition) => {
            let statement = format!("{},\"Condition\":{condition}}}", &sound[..sound.len() - 1]);
            format!(r#"{{"Version":"1","Statement":[{statement}]}}"#)
        }
        None => short.replace("OK", sound),
    }
}

#[test]
fn a_refusal_says_where_and_what() {
    for (place, said, short) in REFUSED {
        let error = PolicyDocument::parse(&document(short)).expect_err(short);
        assert_eq!(error.place(), place, "{error}");
        assert!(error.to_string().contains(said), "{error}");
    }
    let error = PolicyDocument::parse(&document(CONDITION_BLOCK)).unwrap_err().to_string();
    let expected = "Statement[0].Condition.IpAddress.acs:SourceIp[1]: `192.0.2.0/33` is not what it compares; \
                    write an address or a CIDR block, e.g. 192.0.2.0/24";
    assert_eq!(error, expected);
}

#[test]
fn the_length_is_bounded_in_characters() {
    let policy = |name: &str| {
        format!(r#"{{"Version":"1","Statement":{{"Effect":"Deny","Action":"{name}","Resource":"*"}}}}"#)
    };
    let room = PolicyDocument::LENGTH_MAX - policy("").len();
    assert!(PolicyDocument::parse(&policy(&"镜".repeat(room))).is_ok());
    let error = PolicyDocument::parse(&policy(&"镜".repeat(room + 1))).unwrap_err();
    assert_eq!(error.to_string(), "the policy: it has more than 6144 characters; spread it over two");
}

#[test]
fn depth_is_refused_and_not_followed() {
    let deep = "[".repeat(PolicyDocument::LENGTH_MAX);
    assert!(PolicyDocument::parse(&deep).unwrap_err().to_string().contains("recursion limit"));
}

#[test]
fn what_conditions_ask_about() {
    let policy =
        PolicyDocument::parse(&document(r#"IF{"StringEquals":{"acs:ResourceTag/team":"dev"}}"#)).unwrap();
    assert!(policy.asks_about("acs:ResourceTag/") && policy.asks_about("acs:resourcetag/"));
    assert!(!policy.asks_about("acs:RequestTag/") && !policy.asks_about("acs:ResourceTag/teams"));
    let unconditional = PolicyDocument::parse(&document(r#"{"Version":"1","Statement":[OK]}"#)).unwrap();
    assert!(!unconditional.asks_about(""));
}

#[test]
fn a_key_that_is_none_is_refused_when_a_policy_is_made() {
    let asks =
        |key: &str| document(&format!(r#"IF{{"StringEquals":{{"acs:ResourceTag/team":"x","{key}":"y"}}}}"#));
    for key in ["acs:SourceVpc", "ecs:Tags/team", "sts:SourceIdentity", "acs:ResourceTag/", "oss:Prefix", "x"]
    {
        assert!(PolicyDocument::parse(&asks(key)).is_ok(), "{key}: one that is there is read");
        let error = PolicyDocument::parse_new(&asks(key)).unwrap_err();
        assert_eq!(error.place(), "Statement[0].Condition");
        assert!(error.to_string().contains(&format!("`{key}`")), "{error}");
        assert!(error.to_string().contains("acs:SourceIp, "), "{error}");
        let trust = format!(
            r#"{{"Version":"1","Statement":{{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{{"RAM":"1234567890123456"}},"Condition":{{"StringEquals":{{"{key}":"y"}}}}}}}}"#
        );
        assert!(TrustPolicy::parse(&trust).is_ok() && TrustPolicy::parse_new(&trust).is_err(), "{key}");
    }
    assert!(PolicyDocument::parse_new(&asks("acs:requesttag/Team")).is_ok());
}

/// The role `admin` of the account, as RAM tells it and as its policies write it.
const ADMIN: [&str; 2] = ["acs:ram::1234567890123456:role/admin", "acs:ram:*:1234567890123456:role/admin"];

struct Unknown;

impl Context for Unknown {
    fn values(&self, _: &str) -> Vec<std::borrow::Cow<'_, str>> {
        Vec::new()
    }
}

#[test]
fn both_spellings_of_a_role_are_that_role() {
    let all = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;
    let decides = |statements: &str, name: &str| {
        let policy = format!(r#"{{"Version":"1","Statement":[{statements}]}}"#);
        let policies = [PolicyDocument::parse_new(&policy).unwrap()];
        let resource = canonical_resource(name);
        decide(&policies, &AccessRequest { action: "sts:AssumeRole", resource: &resource, context: &Unknown })
    };
    let is_allowed = |statements: &str, name: &str| matches!(decides(statements, name), Verdict::Allowed(_));
    for written in ADMIN {
        let statement = |effect: &str, element: &str| {
            format!(r#"{{"Effect":"{effect}","Action":"sts:AssumeRole","{element}":"{written}"}}"#)
        };
        for asked in ADMIN {
            let other = asked.replace("admin", "other");
            let allow = statement("Allow", "Resource");
            assert!(is_allowed(&allow, asked) && !is_allowed(&allow, &other), "{written}, {asked}");
            let deny = format!("{all},{}", statement("Deny", "Resource"));
            assert!(!is_allowed(&deny, asked) && is_allowed(&deny, &other), "{written}, {asked}");
            let but = format!("{all},{}", statement("Deny", "NotResource"));
            assert!(is_allowed(&but, asked) && !is_allowed(&but, &other), "{written}, {asked}");
        }
    }
}

#[test]
fn an_action_without_a_service_is_refused_when_a_policy_is_made() {
    let policy = |element: &str, action: &str| {
        format!(
            r#"{{"Version":"1","Statement":[{{"Effect":"Deny","{element}":["ecs:*","{action}"],"Resource":"*"}}]}}"#
        )
    };
    for element in ["Action", "NotAction"] {
        for action in [
            "DeleteImage",
            "ecs.DeleteImage",
            "ecs:",
            ":DeleteImage",
            "ecs:image:Delete",
            "ecs: Delete",
            "Delete*",
        ] {
            let policy = policy(element, action);
            assert!(PolicyDocument::parse(&policy).is_ok(), "{action}: one that is there is read");
            let error = PolicyDocument::parse_new(&policy).unwrap_err();
            assert_eq!(error.place(), format!("Statement[0].{element}[1]"));
            assert!(error.to_string().contains("write ecs:DeleteImage"), "{error}");
        }
        for action in [
            "*",
            "*:*",
            "*Image",
            "ecs:Describe*",
            "e?s:Delet?Image",
            "ecs*",
            "yundun-waf:*",
            "log:GetLogStoreLogs",
        ] {
            assert!(PolicyDocument::parse_new(&policy(element, action)).is_ok(), "{action}");
        }
    }
}

#[test]
fn a_resource_that_can_be_nowhere_is_refused_when_a_policy_is_made() {
    let policy = |resource: &str| {
        format!(
            r#"{{"Version":"1","Statement":[{{"Effect":"Deny","Action":"*","Resource":["*","{resource}"]}}]}}"#
        )
    };
    for (resource, said) in [
        ("acs:ram:cn-hangzhou:*:role/admin", "write acs:ram:*:"),
        ("acs:oss:oss-cn-hangzhou:*:golden-images/*", "write acs:oss:*:"),
        ("acs:ram:??:*:role/admin", "write acs:ram:*:"),
        ("acs:ecs::*:image/*", "* for all"),
        ("acs:ecs:*::image/*", "* for all"),
        ("acs:oss:::golden-images/*", "* for all"),
        ("acs:*::1234567890123456:*", "* for all"),
        ("*::1234567890123456:role/admin", "* for all"),
        ("ACS:RAM::1234567890123456:role/admin", "write * or acs:"),
        ("a?s:ram::1234567890123456:role/admin", "write * or acs:"),
        ("image/m-1", "write * or acs:"),
        ("acs:ECS:*:*:image/*", "lower case"),
    ] {
        assert!(PolicyDocument::parse(&policy(resource)).is_ok(), "{resource}: one that is there is read");
        let error = PolicyDocument::parse_new(&policy(resource)).unwrap_err();
        assert_eq!(error.place(), "Statement[0].Resource[1]");
        assert!(error.to_string().contains(said), "{error}");
    }
    for resource in [
        "*",
        "acs:*",
        "*:role/admin",
        "*/m-1",
        "acs:oss::*:b/a::b",
        "acs:oss:?:*:b",
        "acs:ecs:*:*:image/*",
        "acs:log:x:*:y",
        "acs:mns:*:*:/queues/q",
    ] {
        assert!(PolicyDocument::parse_new(&policy(resource)).is_ok(), "{resource}");
    }
}
