//! A case as it is written, read without copying it.

use std::borrow::Cow;
use std::fmt;

use business_time::InstantError;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

/// Why a case cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// The line is longer than what is read.
    #[error("the line is longer than 1 MiB")]
    LineTooLong,
    /// The line is not UTF-8.
    #[error("the line is not UTF-8")]
    NotUtf8,
    /// The line is not JSON.
    #[error("the line is not JSON: {0}")]
    NotJson(String),
    /// The line is JSON, but no case.
    #[error("the line is no case: {0}")]
    NotACase(String),
    /// A field that every case has is missing.
    #[error("{0} is missing")]
    MissingField(&'static str),
    /// The receipt is no date and time.
    #[error("received_at is not a date and time of RFC 3339: {0}")]
    BadReceipt(String),
    /// The receipt or a deadline is outside the years that the calendar covers.
    #[error("received_at or a deadline is outside the years 1955 to 2100")]
    OutOfRange,
    /// No impact level has that name.
    #[error("no impact level is called {0}: outage, serious, minor, question")]
    UnknownLevel(String),
    /// No support plan has that name.
    #[error("no support plan is called {0}: standard, trial")]
    UnknownPlan(String),
    /// No pack is for that product.
    #[error("no pack is for the product {0}")]
    UnknownProduct(String),
    /// No calendar has that name.
    #[error("no calendar is called {0}")]
    UnknownCalendar(String),
}

impl CaseError {
    /// Gives the code that programs tell the errors apart by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LineTooLong => "line-too-long",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson(_) => "not-json",
            Self::NotACase(_) => "not-a-case",
            Self::MissingField(_) => "missing-field",
            Self::BadReceipt(_) => "bad-received-at",
            Self::OutOfRange => "out-of-range",
            Self::UnknownLevel(_) => "unknown-level",
            Self::UnknownPlan(_) => "unknown-plan",
            Self::UnknownProduct(_) => "unknown-product",
            Self::UnknownCalendar(_) => "unknown-calendar",
        }
    }

    /// Says why a text is no receipt.
    pub fn receipt(error: InstantError, text: &str) -> Self {
        match error {
            InstantError::Shape | InstantError::NoSuchTime => Self::BadReceipt(text.to_owned()),
            InstantError::OutOfRange => Self::OutOfRange,
        }
    }
}

/// A case; the fields that it may not lack are asked for one by one, so that each can be named.
#[derive(Deserialize)]
pub struct Case<'a> {
    #[serde(borrow, default)]
    id: Option<Id<'a>>,
    #[serde(borrow, default)]
    received_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    level: Option<Text<'a>>,
    #[serde(borrow, default)]
    product: Option<Text<'a>>,
    #[serde(borrow, default)]
    plan: Option<Text<'a>>,
    #[serde(borrow, default)]
    calendar: Option<Text<'a>>,
}

impl<'a> Case<'a> {
    /// Reads a case from a line.
    pub fn read(line: &'a [u8]) -> Result<Self, CaseError> {
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

    pub fn id(&self) -> Result<&Id<'a>, CaseError> {
        self.id.as_ref().ok_or(CaseError::MissingField("id"))
    }

    pub fn received_at(&self) -> Result<&str, CaseError> {
        self.received_at
            .as_ref()
            .map(Text::as_str)
            .ok_or(CaseError::MissingField("received_at"))
    }

    pub fn level(&self) -> Result<&str, CaseError> {
        self.level
            .as_ref()
            .map(Text::as_str)
            .ok_or(CaseError::MissingField("level"))
    }

    pub fn product(&self) -> &str {
        self.product.as_ref().map_or("clomo", Text::as_str)
    }

    pub fn plan(&self) -> Option<&str> {
        self.plan.as_ref().map(Text::as_str)
    }

    pub fn calendar(&self) -> &str {
        self.calendar.as_ref().map_or("std", Text::as_str)
    }
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
struct Text<'a>(Cow<'a, str>);

impl Text<'_> {
    fn as_str(&self) -> &str {
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
