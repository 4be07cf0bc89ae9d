//! A case of another clock as it is written.

use business_time::{Instant, InstantError};
use chrono::NaiveDate;
use policy::Clock;
use serde::Deserialize;

use crate::stream::{CaseError, Id, Named, Text};

/// The clocks by the names that cases give them: with their usual length, or alone.
const CLOCKS: [(&str, Clock); 10] = [
    ("app_delivery_3_business_days", Clock::EnterpriseApp),
    ("enterprise-app", Clock::EnterpriseApp),
    ("incident_notice_2_wall_clock_hours", Clock::IncidentNotice),
    ("incident-notice", Clock::IncidentNotice),
    (
        "phone_suspension_notice_1_week_before",
        Clock::SuspensionNotice,
    ),
    ("suspension-notice", Clock::SuspensionNotice),
    (
        "maintenance_notice_1_month_before",
        Clock::MaintenanceNotice,
    ),
    ("maintenance-notice", Clock::MaintenanceNotice),
    ("os_verification", Clock::OsVerification),
    ("os-verification", Clock::OsVerification),
];

/// A case; the fields that it may not lack are asked for one by one, so that each can be named.
#[derive(Deserialize)]
pub struct Case<'a> {
    #[serde(borrow, default)]
    id: Option<Id<'a>>,
    #[serde(borrow, default)]
    clock: Option<Text<'a>>,
    #[serde(borrow, default)]
    calendar: Option<Text<'a>>,
    #[serde(borrow, default)]
    product: Option<Text<'a>>,
    #[serde(borrow, default)]
    given: Given<'a>,
}

/// From what a clock is reckoned; each clock asks for one of these.
#[derive(Deserialize, Default)]
struct Given<'a> {
    #[serde(borrow, default)]
    requested_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    occurred_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    suspension_date: Option<Text<'a>>,
    #[serde(borrow, default)]
    maintenance_date: Option<Text<'a>>,
    #[serde(borrow, default)]
    release_date: Option<Text<'a>>,
}

impl<'a> Named<'a> for Case<'a> {
    fn id(&self) -> Result<&Id<'a>, CaseError> {
        self.id.as_ref().ok_or(CaseError::MissingField("id"))
    }
}

impl Case<'_> {
    pub fn clock(&self) -> Result<Clock, CaseError> {
        let name = self
            .clock
            .as_ref()
            .ok_or(CaseError::MissingField("clock"))?
            .as_str();
        let found = CLOCKS.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, clock)| *clock)
            .ok_or_else(|| CaseError::UnknownClock(name.to_owned()))
    }

    pub fn calendar(&self) -> &str {
        self.calendar.as_ref().map_or("std", Text::as_str)
    }

    pub fn product(&self) -> Option<&str> {
        self.product.as_ref().map(Text::as_str)
    }

    pub fn requested_at(&self) -> Result<Instant, CaseError> {
        instant("requested_at", self.given.requested_at.as_ref())
    }

    pub fn occurred_at(&self) -> Result<Instant, CaseError> {
        instant("occurred_at", self.given.occurred_at.as_ref())
    }

    pub fn suspension_date(&self) -> Result<NaiveDate, CaseError> {
        date("suspension_date", self.given.suspension_date.as_ref())
    }

    pub fn maintenance_date(&self) -> Result<NaiveDate, CaseError> {
        date("maintenance_date", self.given.maintenance_date.as_ref())
    }

    pub fn release_date(&self) -> Result<NaiveDate, CaseError> {
        date("release_date", self.given.release_date.as_ref())
    }
}

fn instant(field: &'static str, text: Option<&Text<'_>>) -> Result<Instant, CaseError> {
    let text = text.ok_or(CaseError::MissingField(field))?.as_str();
    Instant::parse(text).map_err(|error| match error {
        InstantError::Shape | InstantError::NoSuchTime => CaseError::BadInstant {
            field,
            text: text.to_owned(),
        },
        InstantError::OutOfRange => CaseError::OutOfRange,
    })
}

fn date(field: &'static str, text: Option<&Text<'_>>) -> Result<NaiveDate, CaseError> {
    let text = text.ok_or(CaseError::MissingField(field))?.as_str();
    let padded = Some(text).filter(|text| text.len() == "YYYY-MM-DD".len());
    padded
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| CaseError::BadDate {
            field,
            text: text.to_owned(),
        })
}
