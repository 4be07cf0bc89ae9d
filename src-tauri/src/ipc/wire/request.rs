//! What the window asks the core to do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::inquiry::{ClosedBecause, Customer, Deadline, Kind, LevelWhy, ResponseKind};
use super::queue::{Ending, InquiryChannel, Level, Plan};

/// Sets the level of one or several inquiries.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SetLevel {
    /// The inquiries.
    pub inquiries: Vec<String>,
    /// The level.
    pub level: Level,
    /// Why.
    pub why: LevelWhy,
    /// The message that changed the situation.
    pub message: Option<String>,
    /// The agent's words.
    pub note: Option<String>,
}

/// Records a response: the first, a later one, or word of the receipt.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewResponse {
    /// What it is (§18).
    pub kind: ResponseKind,
    /// When it left; nothing for now.
    pub at: Option<String>,
    /// What was answered.
    pub text: Option<String>,
    /// Why it is recorded after the fact.
    pub why: Option<String>,
    /// The outgoing message that it is.
    pub message: Option<String>,
}

/// Ends inquiries without a first response.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EndInquiries {
    /// The inquiries.
    pub inquiries: Vec<String>,
    /// As what.
    pub ending: Ending,
    /// The inquiry that a duplicate repeats.
    pub duplicate_of: Option<String>,
    /// The reason.
    pub reason: String,
}

/// A call, or an inquiry that an agent records.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewInquiry {
    /// The product family.
    pub product: String,
    /// The plan.
    pub plan: Plan,
    /// The channel; the phone form says phone.
    pub channel: InquiryChannel,
    /// The start of the call; nothing for now.
    pub received_at: Option<String>,
    /// The customer.
    pub customer: Customer,
    /// The subject.
    pub subject: String,
    /// What was said.
    pub text: String,
    /// The level, if decided.
    pub level: Option<Level>,
    /// The kind, if chosen.
    pub kind: Option<Kind>,
    /// Who takes it.
    pub assignee: Option<String>,
    /// The answer given on the call.
    pub answer: Option<NewResponse>,
}

/// Asks what the deadline of an inquiry would be.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviewDeadline {
    /// The product family.
    pub product: String,
    /// The receipt; nothing for now.
    pub received_at: Option<String>,
    /// The level, if decided.
    pub level: Option<Level>,
}

/// A deadline that would be.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadlinePreview {
    /// The deadline card.
    pub deadline: Deadline,
    /// Business time to the target.
    pub business_left_s: i32,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Files read.
    pub files: u32,
    /// New inquiries.
    pub created: u32,
    /// Messages that joined an inquiry.
    pub joined: u32,
    /// New inquiries that follow an older one.
    pub linked: u32,
    /// Messages of our own that joined as outgoing.
    pub outgoing: u32,
    /// Messages that were there already.
    pub duplicates: u32,
    /// Messages kept although their id was there with other content.
    pub flagged: u32,
    /// What could not be read.
    pub refused: Vec<Refused>,
    /// For CSV: which column is taken as what.
    pub mapping: Vec<ColumnMapping>,
    /// Whether it was cancelled before the end.
    pub cancelled: bool,
}

/// A file or message that could not be read; it is kept for another try.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Refused {
    /// Names it.
    pub id: String,
    /// The file, with its place where it is part of one.
    pub name: String,
    /// Why, as a code of `docs/errors.md`.
    pub code: String,
    /// What the sentence needs: `line`, `cause`.
    pub params: BTreeMap<String, String>,
    /// When it was kept; nothing in the report of an import.
    pub at: Option<String>,
}

/// A column of a CSV and what it is taken as.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ColumnMapping {
    /// The file.
    pub file: String,
    /// The column's header.
    pub column: String,
    /// The field's code; nothing where the column is not used.
    pub field: Option<String>,
}

/// What checking the whole record found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VerifyReport {
    /// Events read.
    pub events: u32,
    /// Problems as codes with their place; none is good.
    pub problems: Vec<VerifyProblem>,
}

/// A place in the record that is not as it was written.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VerifyProblem {
    /// What is wrong.
    pub code: String,
    /// Where.
    pub place: String,
}

/// Whether a notification service answered.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NotificationAnswer {
    /// Whether one answered.
    pub answered: bool,
    /// Its name, where it gives one.
    pub name: Option<String>,
    /// Whether clicks come back.
    pub clicks: bool,
}

/// A year of the calendar, for reading.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Whether its holidays are computed.
    pub provisional: bool,
    /// The days that are closed for another reason than the weekday.
    pub days: Vec<ClosedDay>,
}

/// A closed day.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ClosedDay {
    /// The day.
    pub on: String,
    /// Why.
    pub because: ClosedBecause,
    /// Its name.
    pub name: Option<String>,
}

/// What a list of holidays changes in one year.
#[derive(Clone, Debug, Serialize, Type)]
pub struct HolidayYear {
    /// The year.
    pub year: i32,
    /// Days that become holidays, `YYYY-MM-DD name`.
    pub added: Vec<String>,
    /// Days that are holidays no longer.
    pub removed: Vec<String>,
}
