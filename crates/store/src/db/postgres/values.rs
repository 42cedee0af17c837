//! Values on their way to the server, and columns on their way back.

use bytes::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::StoreError;
use crate::db::{Row, Value};

type Fault = Box<dyn std::error::Error + Sync + Send>;

/// A [`Value`] that is sent off before its answer is waited for.
#[derive(Debug)]
pub(super) enum OwnedValue {
    Null,
    Int(i64),
    Text(Box<str>),
}

impl From<&Value<'_>> for OwnedValue {
    fn from(value: &Value<'_>) -> Self {
        match *value {
            Value::Null => Self::Null,
            Value::Int(int) => Self::Int(int),
            Value::Text(text) => Self::Text(text.into()),
        }
    }
}

impl OwnedValue {
    fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(int) => Value::Int(*int),
            Self::Text(text) => Value::Text(text),
        }
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Fault> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(int) if *of == Type::INT4 => i32::try_from(*int)?.to_sql(of, out),
            Self::Int(int) => int.to_sql_checked(of, out),
            Self::Text(text) => text.to_sql_checked(of, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // A null is of any type; the others are checked when they are written.
        true
    }

    to_sql_checked!();
}

impl ToSql for OwnedValue {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Fault> {
        self.as_value().to_sql(of, out)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// An integer of any width: a column is 64 bits wide, a literal 32.
struct Int(i64);

impl<'r> FromSql<'r> for Int {
    fn from_sql(of: &Type, raw: &'r [u8]) -> Result<Self, Fault> {
        match *of {
            Type::INT4 => i32::from_sql(of, raw).map(|int| Self(int.into())),
            _ => i64::from_sql(of, raw).map(Self),
        }
    }

    fn accepts(of: &Type) -> bool {
        matches!(*of, Type::INT4 | Type::INT8)
    }
}

impl Row for tokio_postgres::Row {
    fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get::<_, Option<Int>>(column)?.map(|int| int.0))
    }

    fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        Ok(self.try_get(column)?)
    }
}
