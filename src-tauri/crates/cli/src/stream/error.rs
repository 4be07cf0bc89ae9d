//! Why a line has no answer.

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
    /// An instant of another clock is no date and time.
    #[error("{field} is not a date and time of RFC 3339: {text}")]
    BadInstant { field: &'static str, text: String },
    /// A date is none.
    #[error("{field} is not a date, written YYYY-MM-DD: {text}")]
    BadDate { field: &'static str, text: String },
    /// An instant, a date or a deadline is outside the years that the calendar covers.
    #[error("an instant, a date or a deadline is outside the years 1955 to 2100")]
    OutOfRange,
    /// No clock has that name.
    #[error("no clock is called {0}")]
    UnknownClock(String),
    /// The product's policy does not promise that.
    #[error("the policy of {0} has no such clock")]
    NotPromised(String),
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
            Self::BadInstant { .. } => "bad-instant",
            Self::BadDate { .. } => "bad-date",
            Self::OutOfRange => "out-of-range",
            Self::UnknownClock(_) => "unknown-clock",
            Self::NotPromised(_) => "not-promised",
            Self::UnknownLevel(_) => "unknown-level",
            Self::UnknownPlan(_) => "unknown-plan",
            Self::UnknownProduct(_) => "unknown-product",
            Self::UnknownCalendar(_) => "unknown-calendar",
        }
    }
}
