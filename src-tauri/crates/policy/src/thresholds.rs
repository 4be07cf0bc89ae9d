//! When an open inquiry changes its band.

use business_time::BusinessDuration;
use serde::{Deserialize, Serialize};

/// The settings that part the bands of open inquiries, and the aim for deciding a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// Urgent from this share of the allowance left, in percent.
    pub urgent_share_percent: u8,
    /// Urgent at the latest from this much business time left.
    pub urgent_business: BusinessDuration,
    /// Soon from this share of the allowance left, in percent.
    pub soon_share_percent: u8,
    /// The business time within which the level of an inquiry should be decided.
    pub triage_aim: BusinessDuration,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            urgent_share_percent: 25,
            urgent_business: BusinessDuration::from_minutes(30),
            soon_share_percent: 50,
            triage_aim: BusinessDuration::from_hours(1),
        }
    }
}

impl Thresholds {
    /// Gives the business time left from which an inquiry is urgent.
    pub(crate) fn urgent(&self, allowance: BusinessDuration) -> BusinessDuration {
        share(allowance, self.urgent_share_percent).max(self.urgent_business)
    }

    /// Gives the business time left from which an inquiry is at least soon due.
    pub(crate) fn soon(&self, allowance: BusinessDuration) -> BusinessDuration {
        share(allowance, self.soon_share_percent).max(self.urgent(allowance))
    }
}

/// Gives so many percent of a business time.
pub(crate) fn share(whole: BusinessDuration, percent: u8) -> BusinessDuration {
    BusinessDuration::from_micros(
        whole.as_micros() / 100 * i64::from(percent)
            + whole.as_micros() % 100 * i64::from(percent) / 100,
    )
}
