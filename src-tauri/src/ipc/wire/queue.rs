//! The queue: what is asked of it, and its rows.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The impact level (§17).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Outage,
    Serious,
    Minor,
    Question,
}

/// How near the target is.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    Breach,
    Late,
    Urgent,
    Soon,
    Fine,
    Waiting,
    Answered,
    Ended,
}

/// The channel (§13).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum InquiryChannel {
    Form,
    Mail,
    Phone,
}

/// The support plan (§1).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Plan {
    Standard,
    Trial,
}

/// The status of the work.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    New,
    InProgress,
    WaitingForCustomer,
    OnHold,
    Completed,
}

/// The verdict of a first response (§18).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    InTime,
    Late,
    Breach,
}

/// An end without a first response.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    NotAnInquiry,
    Duplicate,
    Withdrawn,
}

/// The views of the rail.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    Mine,
    Unassigned,
    Open,
    NeedsLevel,
    Late,
    Answered,
    NeedsReply,
}

/// By what the rows are sorted.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    Target,
    Received,
    Level,
    Customer,
    Assignee,
    Status,
}

/// What the rows must match; an empty list or text lets everything through.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    /// The product families.
    pub products: Vec<String>,
    /// The levels.
    pub levels: Vec<Level>,
    /// The channels.
    pub channels: Vec<InquiryChannel>,
    /// The bands.
    pub bands: Vec<Band>,
    /// The statuses.
    pub statuses: Vec<Status>,
    /// The assignees, by name.
    pub assignees: Vec<String>,
}

/// Asks for a page of the queue.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueueRequest {
    /// The view.
    pub view: View,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether rows of one band stand together.
    pub group_by_band: bool,
    /// The first row wanted.
    pub offset: u32,
    /// How many, at most 500.
    pub limit: u32,
}

/// A page of the queue.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueuePage {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// How many there are in all.
    pub total: u32,
    /// The instant that the times left are reckoned for.
    pub as_of: String,
    /// How many rows each band has, in the order of the bands; only bands that have any.
    pub bands: Vec<BandCount>,
}

/// How many rows a band has.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BandCount {
    /// The band.
    pub band: Band,
    /// The rows.
    pub count: u32,
}

/// One inquiry as a row.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueueRow {
    /// The inquiry's id.
    pub id: String,
    /// Its short number, `A-1042`.
    pub number: String,
    /// The subject.
    pub subject: String,
    /// The customer's company and person.
    pub customer: String,
    /// The product family's id.
    pub product: String,
    /// Its name in the pack, Japanese and English.
    pub product_name: Localised,
    /// The support plan.
    pub plan: Plan,
    /// The channel.
    pub channel: InquiryChannel,
    /// The level; nothing while it is not decided レベル未判定.
    pub level: Option<Level>,
    /// Whether the times are the triage aim's 判定目安.
    pub aim: bool,
    /// The receipt.
    pub received_at: String,
    /// Whether only the sender's own date gives the receipt.
    pub unproven: bool,
    /// The start of the clock.
    pub start: String,
    /// The target 回答目安.
    pub target: String,
    /// The limit 回答期限.
    pub limit: String,
    /// Whether the limit rests on computed holidays 祝日（予定）.
    pub provisional: bool,
    /// The band.
    pub band: Band,
    /// Business time to the target as of the page's instant, or of the response; negative when over.
    pub business_left_s: i32,
    /// Business time to the limit; negative when over.
    pub business_left_to_limit_s: i32,
    /// Who has it.
    pub assignee: Option<String>,
    /// The status of the work.
    pub status: Status,
    /// When the first response left.
    pub answered_at: Option<String>,
    /// Its verdict.
    pub verdict: Option<Verdict>,
    /// The business time it took.
    pub business_taken_s: Option<i32>,
    /// The end without a first response.
    pub ended: Option<Ending>,
    /// Since when the customer waits for us again 要返信.
    pub needs_reply_since: Option<String>,
    /// The next contact.
    pub next_contact_at: Option<String>,
    /// Until when its reminders are silent.
    pub snoozed_until: Option<String>,
    /// Whether it belongs to the sample set.
    pub sample: bool,
}

/// A name in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct Localised {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}
