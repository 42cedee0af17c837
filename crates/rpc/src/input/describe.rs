//! The parameters that an input has. Serde is asked for them, so that no list of them is written a second time.
//!
//! A type says what it wants while it is deserialized: a struct names its fields, a field asks for a text or a number.
//! So the type is led to one field after the other, and each attempt ends there.

use std::cell::RefCell;
use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::CLEARABLE;

/// A parameter of an action.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parameter {
    /// As the vendor's tables write it: `RegionId`, `Tag`, `Tag.N.Key`, `Features.ImdsSupport`.
    pub name: String,
    /// Of which type its value is.
    pub kind: Kind,
    /// Must it be there, wherever what it is below is there?
    pub required: bool,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A number of 32 bits.
    Integer,
    /// A number of 64 bits.
    Long,
    /// Any text.
    Text,
    /// Values, or structs, each with a number in its name.
    List,
    /// Parameters below one name.
    Struct,
}

/// The parameters of an input, in the order in which it names them.
#[must_use]
pub fn parameters<T: DeserializeOwned>() -> Vec<Parameter> {
    let mut found = Vec::new();
    explore::<T>(&mut Vec::new(), "", &mut found);
    found
}

/// Adds the fields of the struct that `path` leads to, and what is below them.
fn explore<T: DeserializeOwned>(path: &mut Vec<&'static str>, prefix: &str, found: &mut Vec<Parameter>) {
    let Some(fields) = attempt::<T>(path, None).fields else { return };
    let required = required::<T>(path);
    for field in fields {
        path.push(field);
        let seen = attempt::<T>(path, None);
        let name = format!("{prefix}{field}");
        let kind = match (seen.is_list, seen.fields, seen.value) {
            (true, _, _) => Some(Kind::List),
            (false, Some(_), _) => Some(Kind::Struct),
            (false, None, value) => value,
        };
        let below = if seen.is_list { format!("{name}.N.") } else { format!("{name}.") };
        found.extend(kind.map(|kind| Parameter { name, kind, required: required.contains(field) }));
        explore::<T>(path, &below, found);
        path.pop();
    }
}

/// The fields that the struct at the end of `path` cannot do without.
fn required<T: DeserializeOwned>(path: &[&'static str]) -> Vec<&'static str> {
    let mut required = Vec::new();
    while let Some(missing) = attempt::<T>(path, Some(&required)).missing.filter(|m| !required.contains(m)) {
        required.push(missing);
    }
    required
}

/// What was asked for at the end of the path.
#[derive(Debug, Default)]
struct Seen {
    /// A struct with these fields.
    fields: Option<&'static [&'static str]>,
    /// A value.
    value: Option<Kind>,
    /// A list, of one of the two.
    is_list: bool,
    /// This field, which was not there.
    missing: Option<&'static str>,
}

/// Leads `T` along `path`; gives the struct at its end the fields `given`, if that is asked for.
fn attempt<T: DeserializeOwned>(path: &[&'static str], given: Option<&[&'static str]>) -> Seen {
    let seen = RefCell::default();
    // Always ends early, by design: what it came to stands in `seen`.
    let _ = T::deserialize(Probe { path, given, seen: &seen });
    seen.into_inner()
}

/// Why a type gets no further.
#[derive(Debug)]
struct Stop {
    missing: Option<&'static str>,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the end of the path")
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self { missing: None }
    }

    fn missing_field(field: &'static str) -> Self {
        Self { missing: Some(field) }
    }
}

/// Stands for the parameters at one place.
#[derive(Clone, Copy)]
struct Probe<'p> {
    path: &'p [&'static str],
    given: Option<&'p [&'static str]>,
    seen: &'p RefCell<Seen>,
}

impl Probe<'_> {
    fn end<T>(self, note: impl FnOnce(&mut Seen)) -> Result<T, Stop> {
        note(&mut self.seen.borrow_mut());
        Err(Stop { missing: None })
    }
}

/// Notes of which type the value is.
macro_rules! values {
    ($($method:ident $kind:ident),*) => {
        $(fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
            self.end(|seen| seen.value = Some(Kind::$kind))
        })*
    };
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Stop;

    values!(
        deserialize_bool Boolean, deserialize_u32 Integer, deserialize_u64 Long, deserialize_str Text,
        deserialize_string Text
    );

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        self.end(|_| {})
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if name == CLEARABLE { self.deserialize_str(visitor) } else { visitor.visit_newtype_struct(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.seen.borrow_mut().is_list = self.path.is_empty();
        visitor.visit_seq(One(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        match (self.path, self.given) {
            ([field, path @ ..], _) => visitor.visit_map(Field(Some((field, Self { path, ..self })))),
            ([], None) => self.end(|seen| seen.fields = Some(fields)),
            ([], Some(given)) => {
                let missing = visitor.visit_map(Given(given)).err().and_then(|stop| stop.missing);
                self.end(|seen| seen.missing = missing)
            }
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map enum
        identifier ignored_any
    }
}

/// A list of one element.
struct One<'p>(Probe<'p>);

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        seed.deserialize(self.0).map(Some)
    }
}

/// A struct with one field, the next of the path.
struct Field<'p>(Option<(&'static str, Probe<'p>)>);

impl<'de> MapAccess<'de> for Field<'_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        self.0.as_ref().map(|(name, _)| seed.deserialize(name.into_deserializer())).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.0.take() {
            Some((_, probe)) => seed.deserialize(probe),
            None => Err(Stop { missing: None }),
        }
    }
}

/// A struct with these fields, whatever is in them.
struct Given<'p>(&'p [&'static str]);

impl<'de> MapAccess<'de> for Given<'_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        self.0.first().map(|name| seed.deserialize(name.into_deserializer())).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        self.0 = self.0.get(1..).unwrap_or_default();
        seed.deserialize(Whatever)
    }
}

/// Some value of whatever type is asked for.
struct Whatever;

impl<'de> Deserializer<'de> for Whatever {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str("")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_bool(false)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u32(0)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_u64(0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_none()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_seq(de::value::SeqDeserializer::<_, Stop>::new(std::iter::empty::<&str>()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_map(Given(&[]))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::super::{Clearable, JsonList};
    use super::*;

    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Input {
        region_id: String,
        #[serde(default)]
        description: Clearable,
        #[serde(rename = "OSSBucket", alias = "OssBucket")]
        bucket: Option<String>,
        size: Option<u32>,
        owner: u64,
        dry_run: Option<bool>,
        features: Option<Features>,
        tag: Vec<Tag>,
        #[serde(default)]
        account: Vec<Option<String>>,
        #[serde(default)]
        names: JsonList<String>,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Features {
        imds_support: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    #[expect(dead_code, reason = "only its fields are asked for")]
    struct Tag {
        #[serde(alias = "key")]
        key: String,
        values: Vec<String>,
    }

    #[test]
    fn a_type_tells_its_parameters() {
        let found = parameters::<Input>();
        let told: Vec<(&str, Kind, bool)> =
            found.iter().map(|p| (p.name.as_str(), p.kind, p.required)).collect();
        let expected = [
            ("RegionId", Kind::Text, true),
            ("Description", Kind::Text, false),
            ("OSSBucket", Kind::Text, false),
            ("OssBucket", Kind::Text, false),
            ("Size", Kind::Integer, false),
            ("Owner", Kind::Long, true),
            ("DryRun", Kind::Boolean, false),
            ("Features", Kind::Struct, false),
            ("Features.ImdsSupport", Kind::Text, false),
            ("Tag", Kind::List, true),
            ("Tag.N.Key", Kind::Text, true),
            ("Tag.N.key", Kind::Text, false),
            ("Tag.N.Values", Kind::List, true),
            ("Account", Kind::List, false),
            ("Names", Kind::List, false),
        ];
        assert_eq!(told, expected);
    }
}
