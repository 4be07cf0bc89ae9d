//! A case of a first-response clock as it is written.

use serde::Deserialize;

use crate::stream::{CaseError, Id, Named, Text};

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

impl<'a> Named<'a> for Case<'a> {
    fn id(&self) -> Result<&Id<'a>, CaseError> {
        self.id.as_ref().ok_or(CaseError::MissingField("id"))
    }
}

impl Case<'_> {
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
