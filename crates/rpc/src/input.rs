//! Parameters into typed inputs: `Name`, `Name.N`, `Name.N.Sub` and `Name.Sub`, read by serde.
//!
//! An empty value is as good as absent, and so is an element of a list in which there is no other; unknown names are ignored,
//! booleans are read whatever their case (spec/protocol.md a). A struct may also come as one JSON value: the aliyun CLI sends
//! `Features={"ImdsSupport":"v2"}`; and a list, where the service writes lists so: [`JsonList`].

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use crate::Params;
use crate::params::is_forbidden;

mod describe;
pub use describe::{Kind, Parameter, parameters};

/// Largest N of `Name.N`; what an action permits is less.
pub const LIST_INDEX_MAX: u32 = 1_000;

/// Why the parameters are not the input that an action takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// This parameter is mandatory and is not there.
    Missing(String),
    /// This parameter is not of its type.
    Invalid(String),
}

/// Reads the input of an action.
///
/// # Errors
/// [`InputError`], naming the parameter as the wire does, e.g. `Tag.2.Key`.
pub fn read<T: DeserializeOwned>(params: &Params) -> Result<T, InputError> {
    T::deserialize(Node { params, spans: 0..params.len(), prefix: 0 })
}

/// A text that a caller can clear: absent keeps what is there, `Name=` clears it.
///
/// Descriptions of images and snapshots are (Terraform removes one so, then waits until it is gone), and what RAM shows of users,
/// and groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Clearable {
    /// Not given.
    #[default]
    Keep,
    /// Given; the empty text clears.
    Set(String),
}

/// The name by which [`Clearable`] asks for its text, the empty one too.
const CLEARABLE: &str = "imagekin_rpc::Clearable";

impl<'de> de::Deserialize<'de> for Clearable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Clearable;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Clearable, E> {
                Ok(Clearable::Set(text.to_owned()))
            }
        }
        deserializer.deserialize_newtype_struct(CLEARABLE, Text)
    }
}

/// A list that may come as one JSON value, `TagKeys=["team"]`, as RAM's SDKs and Terraform write it, or as `TagKeys.1=team`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonList<T>(pub Vec<T>);

impl<T> Default for JsonList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// The name by which [`JsonList`] asks for its text, where it is one.
const JSON_LIST: &str = "imagekin_rpc::JsonList";

impl<'de, T: DeserializeOwned> de::Deserialize<'de> for JsonList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);
        impl<'de, T: DeserializeOwned> Visitor<'de> for List<T> {
            type Value = JsonList<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_str<E: de::Error>(self, json: &str) -> Result<JsonList<T>, E> {
                let list: Vec<T> =
                    serde_json::from_str(admit_json(json).map_err(E::custom)?).map_err(E::custom)?;
                if list.len() > LIST_INDEX_MAX as usize {
                    return Err(E::invalid_length(list.len(), &self));
                }
                Ok(JsonList(list))
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, list: D) -> Result<JsonList<T>, D::Error> {
                de::Deserialize::deserialize(list).map(JsonList)
            }
        }
        deserializer.deserialize_newtype_struct(JSON_LIST, List(PhantomData))
    }
}

/// A JSON value in which nothing stands that could not have come as parameters of its own: JSON writes with `\u` what they
/// may not hold.
fn admit_json(json: &str) -> Result<&str, InputError> {
    let mut rest = vec![serde_json::from_str(json).map_err(|_| InputError::invalid())?];
    while let Some(value) = rest.pop() {
        let is_sound = match value {
            serde_json::Value::String(text) => !text.contains(is_forbidden),
            serde_json::Value::Array(items) => {
                rest.extend(items);
                true
            }
            serde_json::Value::Object(fields) => {
                let names_are = !fields.keys().any(|name| name.contains(is_forbidden));
                rest.extend(fields.into_iter().map(|(_, value)| value));
                names_are
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => true,
        };
        if !is_sound {
            return Err(InputError::invalid());
        }
    }
    Ok(json)
}

impl InputError {
    /// The same fault, of a parameter that stands below `segment`.
    fn below(self, segment: &str) -> Self {
        let join =
            |name: String| if name.is_empty() { segment.to_owned() } else { format!("{segment}.{name}") };
        match self {
            Self::Missing(name) => Self::Missing(join(name)),
            Self::Invalid(name) => Self::Invalid(join(name)),
        }
    }

    fn invalid() -> Self {
        Self::Invalid(String::new())
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "parameter {name} is missing"),
            Self::Invalid(name) => write!(f, "parameter {name} is not valid"),
        }
    }
}

impl std::error::Error for InputError {}

impl de::Error for InputError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::invalid()
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field.to_owned())
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Invalid(field.to_owned())
    }
}

/// The parameters `spans`, which have the first `prefix` bytes of their names in common: `Tag.1.`, say.
#[derive(Clone)]
struct Node<'p> {
    params: &'p Params,
    spans: Range<usize>,
    prefix: usize,
}

impl<'p> Node<'p> {
    /// The value, if this node is one parameter and not several below one name.
    fn leaf(&self) -> Option<&'p str> {
        if self.spans.len() != 1 {
            return None;
        }
        let (key, value) = self.params.at(self.spans.start);
        (key.len() < self.prefix).then_some(value)
    }

    fn value(&self) -> Result<&'p str, InputError> {
        match self.leaf() {
            Some("") => Err(InputError::Missing(String::new())),
            Some(value) => Ok(value),
            None => Err(InputError::invalid()),
        }
    }

    fn parse<T: std::str::FromStr>(&self) -> Result<T, InputError> {
        self.value()?.parse().map_err(|_| InputError::invalid())
    }

    /// Splits the first child off: its segment and its parameters.
    fn next_child(&mut self) -> Option<(&'p str, Node<'p>)> {
        if self.spans.is_empty() {
            return None;
        }
        let segment_at = |index: usize| {
            let rest = self.params.at(index).0.get(self.prefix..).unwrap_or_default();
            rest.split('.').next().unwrap_or_default()
        };
        let segment = segment_at(self.spans.start);
        let end = self.spans.clone().find(|index| segment_at(*index) != segment).unwrap_or(self.spans.end);
        let child = Node {
            params: self.params,
            spans: self.spans.start..end,
            prefix: self.prefix + segment.len() + 1,
        };
        self.spans.start = end;
        Some((segment, child))
    }

    /// Has none of its parameters a value?
    fn is_empty(&self) -> bool {
        self.spans.clone().all(|index| self.params.at(index).1.is_empty())
    }

    /// The elements of a list, in the order of their numbers. One without a value is as good as absent, and so is a struct none
    /// of whose fields has one.
    fn elements(mut self) -> Result<Vec<(u32, Node<'p>)>, InputError> {
        if self.leaf() == Some("") {
            return Ok(Vec::new());
        }
        let mut elements = Vec::new();
        while let Some((segment, node)) = self.next_child() {
            let plain = segment.bytes().all(|b| b.is_ascii_digit()) && !segment.starts_with('0');
            let index = segment.parse().ok().filter(|index| plain && *index <= LIST_INDEX_MAX);
            let index = index.ok_or_else(|| InputError::invalid().below(segment))?;
            if !node.is_empty() {
                elements.push((index, node));
            }
        }
        elements.sort_unstable_by_key(|(index, _)| *index);
        Ok(elements)
    }
}

/// Reads numbers by their own parser.
macro_rules! numbers {
    ($($method:ident $visit:ident),*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
            visitor.$visit(self.parse()?)
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = InputError;

    numbers!(
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64,
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
        deserialize_f32 visit_f32, deserialize_f64 visit_f64, deserialize_char visit_char
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        match self.value()? {
            text if text.eq_ignore_ascii_case("true") => visitor.visit_bool(true),
            text if text.eq_ignore_ascii_case("false") => visitor.visit_bool(false),
            _ => Err(InputError::invalid()),
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        visitor.visit_str(self.value()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        if self.leaf() == Some("") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, InputError> {
        if name == CLEARABLE {
            return visitor.visit_str(self.leaf().ok_or_else(InputError::invalid)?);
        }
        match self.leaf() {
            Some(json) if name == JSON_LIST && !json.is_empty() => visitor.visit_str(json),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        visitor.visit_seq(Elements { rest: self.elements()?.into_iter() })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        visitor.visit_map(Children { rest: self, child: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        if self.spans.is_empty() {
            return self.deserialize_map(visitor);
        }
        match self.leaf() {
            None => self.deserialize_map(visitor),
            Some("") => {
                visitor.visit_map(de::value::MapDeserializer::new(std::iter::empty::<(&str, &str)>()))
            }
            Some(json) => serde_json::Deserializer::from_reader(admit_json(json)?.as_bytes())
                .deserialize_struct(name, fields, visitor)
                .map_err(|_| InputError::invalid()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 str string bytes byte_buf unit unit_struct tuple tuple_struct enum identifier
    }
}

struct Children<'p> {
    rest: Node<'p>,
    child: Option<(&'p str, Node<'p>)>,
}

impl<'de> MapAccess<'de> for Children<'_> {
    type Error = InputError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, InputError> {
        self.child = self.rest.next_child();
        self.child.as_ref().map(|(segment, _)| seed.deserialize(segment.into_deserializer())).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, InputError> {
        let (segment, node) = self.child.take().ok_or_else(InputError::invalid)?;
        seed.deserialize(node).map_err(|error| error.below(segment))
    }
}

struct Elements<'p> {
    rest: std::vec::IntoIter<(u32, Node<'p>)>,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = InputError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, InputError> {
        let Some((index, node)) = self.rest.next() else { return Ok(None) };
        seed.deserialize(node).map(Some).map_err(|error| error.below(&index.to_string()))
    }
}

#[cfg(test)]
mod tests;
