//! JSON as policies are written in it: a tree in which no object has a name twice, and places in that tree.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

use super::PolicyError;

/// A piece of JSON. What no policy has anywhere (numbers, `true`, `null`) is not told apart.
#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
    Other,
}

impl Node {
    /// Reads JSON. serde_json bounds how deep it is nested.
    pub(super) fn parse(text: &str) -> Result<Self, PolicyError> {
        serde_json::from_str(text)
            .map_err(|error| PolicyError::new("", format!("it is not sound JSON: {error}")))
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object: Vec<(String, Node)> = Vec::new();
        while let Some((name, value)) = entries.next_entry::<String, Node>()? {
            // Which of two Effects is meant would be a guess, and another reader's guess may be the other one.
            if object.iter().any(|(earlier, _)| *earlier == name) {
                return Err(de::Error::custom(format!("`{name}` stands twice in one object; leave one out")));
            }
            object.push((name, value));
        }
        Ok(Node::Object(object))
    }
}

/// A node and its place in the document.
#[derive(Debug)]
pub(super) struct At<'n> {
    node: &'n Node,
    place: String,
}

impl<'n> At<'n> {
    pub(super) fn root(node: &'n Node) -> Self {
        Self { node, place: String::new() }
    }

    /// A refusal of what stands here.
    pub(super) fn wrong(&self, complaint: impl Into<String>) -> PolicyError {
        PolicyError::new(self.place.clone(), complaint)
    }

    /// The text that stands here.
    pub(super) fn text(&self) -> Result<&'n str, PolicyError> {
        match self.node {
            Node::Text(text) => Ok(text),
            // “the value must be enclosed in double quotation marks” (help/doc-detail/93739.htm), numbers and booleans, too.
            Node::List(_) | Node::Object(_) | Node::Other => {
                Err(self.wrong("it is not a text; write it in double quotation marks"))
            }
        }
    }

    /// What stands here in a list, or alone: a single value may always stand without its list.
    pub(super) fn items(&self) -> Result<Vec<Self>, PolicyError> {
        let Node::List(items) = self.node else {
            return Ok(vec![Self { node: self.node, place: self.place.clone() }]);
        };
        if items.is_empty() {
            return Err(self.wrong("the list is empty; write at least one value, or leave the element out"));
        }
        let item = |(at, node)| Self { node, place: format!("{}[{at}]", self.place) };
        Ok(items.iter().enumerate().map(item).collect())
    }

    /// Does `[]` stand here?
    pub(super) fn is_empty_list(&self) -> bool {
        matches!(self.node, Node::List(items) if items.is_empty())
    }

    /// The names and values of the object that stands here.
    pub(super) fn entries(&self) -> Result<Vec<(&'n str, Self)>, PolicyError> {
        let Node::Object(entries) = self.node else {
            return Err(self.wrong("it is not an object; write it as {…}"));
        };
        if entries.is_empty() {
            return Err(self.wrong("the object is empty; fill it, or leave the element out"));
        }
        let child = |name: &str| match self.place.as_str() {
            "" => name.to_owned(),
            place => format!("{place}.{name}"),
        };
        Ok(entries.iter().map(|(name, node)| (name.as_str(), Self { node, place: child(name) })).collect())
    }

    /// The object that stands here, if it has no elements but `known` ones.
    pub(super) fn object(&self, known: &[&str]) -> Result<Object<'n>, PolicyError> {
        let entries = self.entries()?;
        if let Some((_, stranger)) = entries.iter().find(|(name, _)| !known.contains(name)) {
            return Err(
                stranger.wrong(format!("there is no such element here; there are {}", known.join(", ")))
            );
        }
        Ok(Object { place: self.place.clone(), entries })
    }
}

/// An object whose elements are all known.
#[derive(Debug)]
pub(super) struct Object<'n> {
    place: String,
    entries: Vec<(&'n str, At<'n>)>,
}

impl<'n> Object<'n> {
    pub(super) fn get(&self, name: &str) -> Option<&At<'n>> {
        self.entries.iter().find(|(given, _)| *given == name).map(|(_, at)| at)
    }

    pub(super) fn require(&self, name: &str) -> Result<&At<'n>, PolicyError> {
        self.get(name)
            .ok_or_else(|| PolicyError::new(self.place.clone(), format!("it has no {name}; add one")))
    }

    /// The one of two elements that is given, and whether it is the second.
    pub(super) fn either(&self, first: &str, second: &str) -> Result<(&At<'n>, bool), PolicyError> {
        match (self.get(first), self.get(second)) {
            (Some(at), None) => Ok((at, false)),
            (None, Some(at)) => Ok((at, true)),
            (Some(_), Some(_)) => {
                let complaint = format!("it has both {first} and {second}; leave one of them out");
                Err(PolicyError::new(self.place.clone(), complaint))
            }
            (None, None) => {
                let complaint = format!("it has neither {first} nor {second}; add one of them");
                Err(PolicyError::new(self.place.clone(), complaint))
            }
        }
    }
}
