//! The golden replies: of each action one success in JSON and in XML, to the letter but for ids.
//!
//! They lie in `golden/<action>.json` and `.xml`; what is special about a second one stands behind a dot. Written anew
//! with `IMAGEKIN_TEST_BLESS=1`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use imagekin_rpc::Format;
use imagekin_server::actions::describe;
use serde_json::Value;

use super::{replies, scenario};
use crate::harness::actor::{WAYS, called};
use crate::harness::oracle::assert_same;
use crate::harness::xml;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_action_answers_as_it_did() {
    let mut files = BTreeMap::new();
    let mut answers: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for way in [WAYS[3], WAYS[1]] {
        for (name, reply) in scenario::tell(way).await {
            let text = redacted(&without_keys(&reply.response.text(), &reply.ok()));
            let (end, printed, answer) = match way.expected() {
                Format::Json => printed_json(&text),
                Format::Xml => printed_xml(&text),
            };
            let file = format!("{}.{end}", name.replace(':', "."));
            assert!(files.insert(file, printed).is_none(), "{name} is told twice");
            answers.entry(name).or_default().push(answer);
        }
    }
    for (name, answers) in &answers {
        let [json, xml] = answers.as_slice() else { panic!("{name} has not two answers") };
        assert_same(json, xml);
    }
    assert_each_has_one(&answers.keys().copied().collect());
    compare(&files);
    replies::check(&answers.iter().map(|(name, answers)| (*name, &answers[0])).collect());
}

/// Has every action a golden reply?
fn assert_each_has_one(names: &BTreeSet<&str>) {
    let without: Vec<String> =
        describe().map(|action| called(&action)).filter(|name| !names.contains(name.as_str())).collect();
    assert!(without.is_empty(), "no call of the story is of {without:?}");
}

/// A JSON answer, a line for each field. On the wire it has no spaces.
fn printed_json(text: &str) -> (&'static str, String, Value) {
    let answer: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(answer.to_string(), *text, "there is more in it than fields");
    ("json", format!("{answer:#}\n"), answer)
}

/// An XML answer, a line for each tag, an empty element on one. On the wire it has no line ends.
fn printed_xml(text: &str) -> (&'static str, String, Value) {
    assert!(!text.contains('\n'), "{text}");
    let mut printed = String::new();
    let mut before = "";
    for line in text.replace("><", ">\n<").lines() {
        let opened = printed.rsplit('\n').next().unwrap_or_default();
        let closes = line.strip_prefix("</").is_some_and(|name| opened.strip_prefix('<') == Some(name));
        printed.push_str(if closes { "" } else { before });
        printed.push_str(line);
        before = "\n";
    }
    ("xml", format!("{printed}\n"), xml::parse(text).1)
}

/// Fields that [`without_keys`] leaves out.
const KEYS: [&str; 4] = ["AccessKeyId", "AccessKeySecret", "NextToken", "SecurityToken"];

/// Access keys and the tokens of pages, which are others each time, as the names of their fields.
fn without_keys(text: &str, answer: &Value) -> String {
    let mut text = text.to_owned();
    let mut rest = vec![answer];
    while let Some(value) = rest.pop() {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field.as_str() {
                        Some(key) if !key.is_empty() && KEYS.contains(&&**name) => {
                            text = text.replace(key, &name.to_uppercase());
                        }
                        _ => rest.push(field),
                    }
                }
            }
            Value::Array(items) => rest.extend(items),
            _ => {}
        }
    }
    text
}

/// Ids as `m-1`, `m-2` in the order in which they come, request ids as `REQUEST-ID`. Times are those of the clock, which
/// stands still.
fn redacted(text: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut seen: Vec<&str> = Vec::new();
    let mut redacted = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        redacted.push_str(&name_of(word, &mut seen));
        let next = after.find(is_word).unwrap_or(after.len());
        redacted.push_str(&after[..next]);
        rest = &after[next..];
    }
    redacted
}

fn name_of<'t>(word: &'t str, seen: &mut Vec<&'t str>) -> String {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    match lengths.as_slice() {
        [8, 4, 4, 4, 12] => "REQUEST-ID".to_owned(),
        // Of a user, a group or a role.
        [18] if word.bytes().all(|b| b.is_ascii_digit()) => "ENTITY-ID".to_owned(),
        [1, 20] => {
            if !seen.contains(&word) {
                seen.push(word);
            }
            let kind = &word[..2];
            let of_kind = seen.iter().filter(|id| id.starts_with(kind));
            format!("{kind}{}", of_kind.take_while(|id| **id != word).count() + 1)
        }
        _ => word.to_owned(),
    }
}

/// Are the files of the folder these, and no others?
#[expect(clippy::disallowed_methods, reason = "how the tests are run is no setting of the program")]
fn compare(files: &BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    if std::env::var_os("IMAGEKIN_TEST_BLESS").is_some() {
        bless(&folder, files);
    }
    let differ = files
        .iter()
        .filter(|(name, printed)| std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(*printed));
    let differ: Vec<String> = differ.map(|(name, printed)| format!("{name} is now:\n{printed}")).collect();
    assert!(differ.is_empty(), "IMAGEKIN_TEST_BLESS=1 writes these anew:\n{}", differ.join("\n"));
    let unused: Vec<PathBuf> = paths(&folder).filter(|path| !files.contains_key(&file_name(path))).collect();
    assert!(unused.is_empty(), "no call of the story answers {unused:?}");
}

fn bless(folder: &Path, files: &BTreeMap<String, String>) {
    std::fs::create_dir_all(folder).expect("a folder");
    for path in paths(folder) {
        std::fs::remove_file(path).expect("a file");
    }
    for (name, printed) in files {
        std::fs::write(folder.join(name), printed).expect("a file");
    }
}

fn paths(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path())
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}
