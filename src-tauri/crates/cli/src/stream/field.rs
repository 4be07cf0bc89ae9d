//! Fields of a case, read from its line without copying them.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::error::CaseError;

/// Reads a case from a line.
pub fn read<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, CaseError> {
    let text = std::str::from_utf8(line).map_err(|_| CaseError::NotUtf8)?;
    // A list would be taken for the fields in their order.
    if text.trim_start().starts_with('[') {
        return Err(CaseError::NotACase("it is not an object".to_owned()));
    }
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => CaseError::NotACase(error.to_string()),
        serde_json::error::Category::Syntax
        | serde_json::error::Category::Eof
        | serde_json::error::Category::Io => CaseError::NotJson(error.to_string()),
    })
}

/// Reads the id of a line that is otherwise no case, if it has one.
pub fn id_alone(line: &[u8]) -> Option<Id<'static>> {
    #[derive(Deserialize)]
    struct Alone<'a> {
        #[serde(borrow)]
        id: Id<'a>,
    }
    let text = String::from_utf8_lossy(line);
    let alone: Alone<'_> = serde_json::from_str(&text).ok()?;
    Some(alone.id.into_owned())
}

/// The name of a case: a text or a whole number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Id<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

impl Id<'_> {
    fn into_owned(self) -> Id<'static> {
        match self {
            Self::Text(text) => Id::Text(Cow::Owned(text.into_owned())),
            Self::Number(number) => Id::Number(number),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Id<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a whole number")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Id<'de>, E> {
                Ok(Id::Number(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id<'de>, E> {
                i64::try_from(number)
                    .map(Id::Number)
                    .map_err(|_| E::custom("the id is too large"))
            }
        }

        from.deserialize_any(Reading)
    }
}

/// A text, copied only where it is written with escapes.
pub struct Text<'a>(Cow<'a, str>);

impl Text<'_> {
    /// Gives the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        from.deserialize_str(Reading)
    }
}
