//! What agents found of an inquiry's scope where nothing else tells (§7–§11, §19).

use std::collections::BTreeMap;

use policy::{NamedOs, OutReason};
use serde::{Deserialize, Serialize};

/// An answer on the checklist; nothing takes an earlier answer back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "about", content = "answer", rename_all = "snake_case")]
pub enum ScopeAnswer {
    /// Whether the contract is valid (§19).
    Contract(Option<bool>),
    /// Whether the inquiry is in Japanese (§19).
    Japanese(Option<bool>),
    /// Which part of the product it is about (§7).
    Part(Option<PartUsed>),
    /// Which operating system it is about (§8, §10).
    Os(Option<OsUsed>),
    /// Whether the device stands on the verified list, or meets the requirements (§11).
    Device(Option<bool>),
    /// Whether a reason of §19 holds.
    Outside {
        /// The reason.
        reason: OutReason,
        /// Whether it holds.
        holds: Option<bool>,
    },
}

/// The part of the product that an inquiry is about, as far as its version bears on the scope (§7).
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartUsed {
    /// The web application or console.
    Console,
    /// The newest published version of an app.
    NewestApp,
    /// An older version of an app.
    OlderApp,
    /// An app of which nobody knows the version.
    App,
}

/// The operating system that an inquiry is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OsUsed {
    /// None in particular, whatever the text names.
    None,
    /// This one.
    Named(NamedOs),
}

/// The answers that count: the last of each.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ScopeAnswers {
    /// Whether the contract is valid.
    pub contract: Option<bool>,
    /// Whether it is in Japanese.
    pub japanese: Option<bool>,
    /// The part of the product.
    pub part: Option<PartUsed>,
    /// The operating system.
    pub os: Option<OsUsed>,
    /// Whether the device is supported.
    pub device: Option<bool>,
    /// The reasons of §19 that were answered.
    pub outside: BTreeMap<OutReason, bool>,
}

impl ScopeAnswers {
    /// Takes an answer in.
    pub fn take(&mut self, answer: &ScopeAnswer) {
        match answer {
            ScopeAnswer::Contract(valid) => self.contract = *valid,
            ScopeAnswer::Japanese(is) => self.japanese = *is,
            ScopeAnswer::Part(part) => self.part = *part,
            ScopeAnswer::Os(os) => self.os.clone_from(os),
            ScopeAnswer::Device(supported) => self.device = *supported,
            ScopeAnswer::Outside { reason, holds } => match holds {
                Some(holds) => {
                    self.outside.insert(*reason, *holds);
                }
                None => {
                    self.outside.remove(reason);
                }
            },
        }
    }

    /// Tells whether an answer says nothing new.
    #[must_use]
    pub fn says(&self, answer: &ScopeAnswer) -> bool {
        let mut after = self.clone();
        after.take(answer);
        after == *self
    }
}
