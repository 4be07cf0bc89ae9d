//! Why a first response missed its target or limit.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a first response missed its target or limit.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    LateTriage,
    WrongLevel,
    WaitingOnVendor,
    Volume,
    Absence,
    CalendarError,
    SystemOutage,
    Other,
}

/// A cause, with who named it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CauseView {
    /// The cause.
    pub cause: Cause,
    /// What there is to say of it.
    pub note: Option<String>,
    /// Who named it.
    pub by: String,
    /// When.
    pub at: String,
}
