//! XML answers as JSON values, so that one assertion reads both.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value};

/// An element: a text, or its children by name; children of one name are an array.
#[derive(Default)]
struct Element {
    text: String,
    children: Map<String, Value>,
}

impl Element {
    fn into_value(self) -> Value {
        if self.children.is_empty() { Value::String(self.text) } else { Value::Object(self.children) }
    }

    fn add(&mut self, name: String, value: Value) {
        match self.children.get_mut(&name) {
            None => {
                self.children.insert(name, value);
            }
            Some(Value::Array(items)) => items.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
        }
    }
}

/// Name of the root element, and its value. Panics where the text is not well-formed.
pub(crate) fn parse(text: &str) -> (String, Value) {
    const DECLARATION: &str = "<?xml version='1.0' encoding='UTF-8'?>";
    assert!(text.starts_with(DECLARATION), "does not begin with the declaration: {text}");
    // As XML 1.0, 2.11, wants it of whoever reads; quick-xml leaves it to its caller.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = Reader::from_str(text);
    let mut open: Vec<(String, Element)> = vec![(String::new(), Element::default())];
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {text}")) {
            Event::Start(start) => open.push((start.name().as_ref().to_owned(), Element::default())),
            Event::Empty(empty) => {
                let name = empty.name().as_ref().to_owned();
                last(&mut open).add(name, Value::String(String::new()));
            }
            Event::End(_) => {
                let (name, element) = open.pop().expect("the reader checks that ends match");
                last(&mut open).add(name, element.into_value());
            }
            Event::Text(text) => last(&mut open).text.push_str(&text),
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().expect("a character");
                let named = || match entity.as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other}; is not an entity of XML"),
                };
                last(&mut open).text.push(character.unwrap_or_else(named));
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?} has no place in an answer"),
        }
    }
    let (_, document) = open.pop().expect("the document");
    assert!(open.is_empty(), "an element is not closed: {text}");
    let mut roots = document.children.into_iter();
    let root = roots.next().expect("a root element");
    assert!(roots.next().is_none(), "two root elements: {text}");
    root
}

fn last(open: &mut [(String, Element)]) -> &mut Element {
    &mut open.last_mut().expect("the document is always open").1
}

/// A JSON answer as [`parse`] would give it, had it been asked for in XML.
pub(crate) fn from_json(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        Value::Array(items) => match items.as_slice() {
            [one] => from_json(one),
            items => Value::Array(items.iter().map(from_json).collect()),
        },
        Value::Object(fields) => {
            let fields =
                fields.iter().filter(|(_, value)| value.as_array().is_none_or(|array| !array.is_empty()));
            let fields: Map<String, Value> =
                fields.map(|(name, value)| (name.clone(), from_json(value))).collect();
            if fields.is_empty() { Value::String(String::new()) } else { Value::Object(fields) }
        }
        // XML has 8 where JSON, to be no integer, has 8.0.
        Value::Number(number) if number.is_f64() => {
            Value::String(number.as_f64().map(|number| number.to_string()).unwrap_or_default())
        }
        other => Value::String(other.to_string()),
    }
}
