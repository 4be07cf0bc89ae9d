//! Names of things: ids that machines use and numbers that people read aloud.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID, by custom of version 7, as this id.
            #[must_use]
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Gives the UUID.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// Names one inquiry.
    InquiryId,
    /// Names one event of the log.
    EventId,
    /// Names one thing that a person or the desk did; all its events carry it, and doing it twice has the effect of once.
    OperationId,
    /// Names one message of an inquiry.
    MessageId,
    /// Names one obligation.
    ObligationId,
    /// Names a sign-off of a period.
    SignOffId,
    /// Names one contract of the register.
    ContractId,
    /// Names one person of the register.
    PersonId,
}

/// The person, or the part of the desk, that did something.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Actor(Arc<str>);

impl Actor {
    /// Takes a name; surrounding white space does not count.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.trim().into())
    }

    /// Gives the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Takes a name as it was written down.
impl From<String> for Actor {
    fn from(name: String) -> Self {
        Self(name.into())
    }
}

impl From<Actor> for String {
    fn from(actor: Actor) -> Self {
        actor.as_str().to_owned()
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The short number that people read aloud: the letter of the desktop that recorded it, and a count (`A-1042`).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number {
    /// The device's letter, `A` to `Z`.
    pub device: char,
    /// Counts up from 1001 on each device.
    pub count: u32,
}

/// Why a text is no inquiry number.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an inquiry number: {0}")]
pub struct NumberError(pub String);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.device, self.count)
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for Number {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NumberError(text.to_owned());
        let (letter, count) = text.trim().split_once('-').ok_or_else(wrong)?;
        let mut letters = letter.chars();
        match (letters.next(), letters.next(), count.parse()) {
            (Some(device), None, Ok(count)) if device.is_ascii_alphabetic() => Ok(Self {
                device: device.to_ascii_uppercase(),
                count,
            }),
            (_, _, _) => Err(wrong()),
        }
    }
}
