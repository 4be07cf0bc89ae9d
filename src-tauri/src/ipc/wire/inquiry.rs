//! One inquiry with everything about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cause::CauseView;
use super::queue::{Ending, Level, Localised, QueueRow, Verdict};
use super::register::AskerView;
use super::scope::{ScopeView, StatusPageView};

/// The kind of inquiry (§16).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Usage,
    Specification,
    Troubleshooting,
    Installation,
    PlatformIntegration,
    FeedbackOrRequest,
    Other,
}

/// What a response is (§18).
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ResponseKind {
    Answer,
    Question,
    OutOfScope,
    Receipt,
}

/// One inquiry with everything about it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InquiryView {
    /// Its row.
    pub row: QueueRow,
    /// The instant that times left are reckoned for.
    pub as_of: String,
    /// The customer.
    pub customer: Customer,
    /// Who asks, and whether they may (§12).
    pub asker: AskerView,
    /// Whether it is within standard support, and why (§19).
    pub scope: ScopeView,
    /// What is done with the status page, where it is an outage (§17).
    pub status_page: Option<StatusPageView>,
    /// Since when it is handed over to paid support (§1).
    pub handed_over_at: Option<String>,
    /// The replies that the desk drafts for it.
    pub drafts: Vec<ReplyDraft>,
    /// The kind.
    pub kind: Option<Kind>,
    /// The level with its reason.
    pub level: Option<LevelView>,
    /// The deadline card.
    pub deadline: Deadline,
    /// The messages, oldest first.
    pub messages: Vec<Message>,
    /// The internal notes, oldest first.
    pub notes: Vec<Note>,
    /// What was said of the next contact.
    pub next_contact_note: Option<String>,
    /// Why it has its status.
    pub status_reason: Option<String>,
    /// The responses, the first one first.
    pub responses: Vec<ResponseView>,
    /// Whether its first response is late or in breach, or owed past the target: then it has a cause.
    pub missed: bool,
    /// Why.
    pub cause: Option<CauseView>,
    /// The end without a first response.
    pub ended: Option<EndedView>,
    /// When word of the receipt went out.
    pub receipt_confirmed_at: Option<String>,
    /// The outgoing message that looks like the first response.
    pub proposal: Option<Proposal>,
    /// Inquiries that belong to it.
    pub links: Vec<LinkView>,
    /// Everything that happened, newest first.
    pub history: Vec<HistoryEntry>,
}

/// A reply as drafted.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ReplyDraft {
    /// What it answers: `asker`, `channel` or `scope`.
    pub topic: String,
    /// What it counts as (§18).
    pub kind: ResponseKind,
    /// The text, in Japanese.
    pub text: String,
}

/// The customer; each part may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Customer {
    /// The company.
    pub company: String,
    /// The person.
    pub person: String,
    /// How the name is read.
    pub person_kana: String,
    /// The mail address.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The number to call back.
    pub callback_phone: String,
    /// The wished time.
    pub callback_wish: String,
    /// The contract's number.
    pub contract: String,
}

/// The level that counts.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LevelView {
    /// The level.
    pub level: Level,
    /// Why.
    pub reason: LevelWhy,
    /// From when the clock is reckoned.
    pub reckoned_from: String,
    /// The agent's words.
    pub note: Option<String>,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: String,
}

/// Why a level was decided or changed.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LevelWhy {
    First,
    WrongBefore,
    SituationChanged,
}

/// The deadline card.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The start.
    pub start: String,
    /// The target.
    pub target: String,
    /// The limit.
    pub limit: String,
    /// Whether it is the triage aim.
    pub aim: bool,
    /// Whether the limit rests on computed holidays.
    pub provisional: bool,
    /// The level's business time in seconds.
    pub allowance_s: i32,
    /// The pack's name.
    pub pack: Localised,
    /// The pack's version.
    pub pack_version: String,
    /// The calendar's version.
    pub calendar_version: String,
    /// How it came about.
    pub steps: Vec<Step>,
    /// The stretch of time that the small time line shows.
    pub line: TimeLine,
}

/// A stretch of time with its open intervals.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TimeLine {
    /// Its beginning.
    pub from: String,
    /// Its end.
    pub to: String,
    /// The business time within, each as from–to.
    pub open: Vec<Span>,
}

/// From–to.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Span {
    /// The beginning.
    pub from: String,
    /// The end.
    pub to: String,
}

/// A step of the explanation: a code for its sentence, its clause, and what the sentence needs.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The code of the sentence, `starts-at-opening` and the like.
    pub code: String,
    /// The clause; nothing for the calendar.
    pub clause: Option<u8>,
    /// Whether the calendar says it.
    pub calendar: bool,
    /// Instants that the sentence names, by role.
    pub instants: BTreeMap<String, String>,
    /// Other parameters, by role: levels and kinds as codes, numbers as digits, dates as `YYYY-MM-DD`.
    pub params: BTreeMap<String, String>,
    /// The days that were skipped, with why.
    pub days: Vec<SkippedDay>,
}

/// A day that does not count.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SkippedDay {
    /// The day.
    pub on: String,
    /// Why.
    pub because: ClosedBecause,
    /// The holiday's or closing day's name.
    pub name: Option<String>,
    /// Whether the holiday is computed.
    pub provisional: bool,
}

/// Why a day is closed.
#[expect(
    missing_docs,
    reason = "each word stands for the one of the same name inside"
)]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ClosedBecause {
    Weekday,
    NationalHoliday,
    ClosingDay,
    Override,
}

/// A message.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Its id.
    pub id: String,
    /// Whether the customer sent it.
    pub incoming: bool,
    /// When it was received or sent.
    pub at: String,
    /// Whether only the sender's own date says so.
    pub unproven: bool,
    /// Who wrote it, by name.
    pub from_name: String,
    /// Who wrote it, by address.
    pub from_address: String,
    /// To whom.
    pub to: Vec<String>,
    /// In copy.
    pub cc: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Its cleaned HTML.
    pub html: Option<String>,
    /// The links of the HTML.
    pub links: Vec<MessageLink>,
    /// How many remote images were left out.
    pub blocked_remote: u32,
    /// The attachments.
    pub attachments: Vec<Attachment>,
    /// What had to be mended to read it, as codes.
    pub repairs: Vec<String>,
    /// Whether another message with the same id but other content is on record.
    pub same_id_other_content: bool,
    /// Whether its text was erased.
    pub erased: bool,
}

/// A link of a message, shown and not live.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MessageLink {
    /// What is shown.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// An attachment.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its name, made safe.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes, rounded up where it passes 32 bits.
    pub size: u32,
}

/// An internal note.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Note {
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: String,
}

/// A response that left.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ResponseView {
    /// What it was.
    pub kind: ResponseKind,
    /// When it left.
    pub at: String,
    /// Who gave it.
    pub by: String,
    /// What was answered.
    pub text: Option<String>,
    /// Why it was recorded after the fact.
    pub why: Option<String>,
    /// Whether it was.
    pub after_the_fact: bool,
    /// The verdict; only the first response has one.
    pub verdict: Option<Verdict>,
    /// The business time it took; only the first response has one.
    pub business_taken_s: Option<i32>,
}

/// An end without a first response.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EndedView {
    /// As what.
    pub ending: Ending,
    /// The reason.
    pub reason: String,
    /// Who ended it.
    pub by: String,
    /// When.
    pub at: String,
}

/// An outgoing message that looks like the first response.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Proposal {
    /// The message.
    pub message: String,
    /// When it left.
    pub at: String,
}

/// An inquiry that belongs to this one.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LinkView {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// How they belong together: `related`, `follows`, `followed-by`, `split-from`, `split-into`, `absorbed`, `merged-into`.
    pub relation: String,
}

/// Something that happened.
#[derive(Clone, Debug, Serialize, Type)]
pub struct HistoryEntry {
    /// When it was recorded.
    pub at: String,
    /// Who did it.
    pub by: String,
    /// The event's kind as a code, `level-set` and the like.
    pub what: String,
    /// What the sentence needs; instants RFC 3339, levels and the like as codes.
    pub params: BTreeMap<String, String>,
    /// Whether it was taken back.
    pub undone: bool,
}
