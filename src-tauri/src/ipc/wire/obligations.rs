//! Obligations, the phone line and its suspensions.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::inquiry::Step;
use super::queue::QueueRow;

/// What an obligation is about.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Matter {
    /// An Enterprise app (§4).
    EnterpriseApp {
        /// When it was asked for.
        requested_at: String,
    },
    /// Work on the system (§5).
    Maintenance {
        /// When it was planned.
        planned_at: String,
        /// When it starts.
        starts_at: String,
        /// When it ends.
        ends_at: String,
        /// Whether a service stops or many are hit.
        is_heavy: bool,
        /// Whether it cannot wait.
        is_emergency: bool,
    },
    /// A change of a specification, or a retirement (§6).
    Change {
        /// When it was planned.
        planned_at: String,
        /// From which day it holds, `YYYY-MM-DD`.
        takes_effect_on: String,
        /// What softens it.
        measures: Vec<Measure>,
        /// Why nothing does.
        exception: Option<ChangeException>,
    },
    /// A verification on a release (§9).
    OsVerification {
        /// The operating system's word.
        os: String,
        /// The version.
        version: String,
        /// How much it changes.
        release: String,
        /// When it came out, `YYYY-MM-DD`.
        released_on: String,
        /// What is verified.
        part: String,
    },
    /// A suspension of phone intake (§15).
    Suspension {
        /// When it was planned.
        planned_at: String,
        /// Its beginning.
        from: String,
        /// Its planned end.
        until: String,
    },
    /// An incident (§20).
    Incident {
        /// When it was detected.
        detected_at: String,
        /// What happened.
        incident: IncidentKind,
        /// Whether customers are affected.
        affected: Affected,
    },
}

/// The kinds of matters.
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum MatterKind {
    EnterpriseApp,
    Maintenance,
    Change,
    OsVerification,
    Suspension,
    Incident,
}

/// What softens a change (§6).
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    Notice,
    Timing,
    Alternative,
    ContinuedSupport,
}

/// Why a change comes without measures (§6).
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeException {
    Safety,
    OsVendor,
}

/// What happened (§20).
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum IncidentKind {
    InformationHarmed,
    Malware,
    Other,
}

/// Whether customers are affected (§20).
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Affected {
    Yes,
    No,
    Unknown,
}

/// Which obligations are wanted.
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WhichObligations {
    Open,
    Closed,
    All,
}

/// How near a clock is to its due instant or date.
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ClockBand {
    Overdue,
    Urgent,
    Soon,
    Fine,
    Done,
}

/// What people wrote of an obligation; each part may be empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct ObligationText {
    /// One line that tells it from others.
    pub title: String,
    /// Whatever else is to be said.
    pub detail: String,
    /// Why.
    pub reason: String,
    /// Which customers.
    pub customers: String,
    /// Who is told.
    pub recipients: String,
    /// The notice's text.
    pub notice: String,
}

/// How the clock of an obligation stands.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ObligationClock {
    /// The instant at which it is due; nothing where that is a date.
    pub due_at: Option<String>,
    /// The date until whose end it is due; nothing where that is an instant.
    pub due_on: Option<String>,
    /// Up to when the time left is counted.
    pub counted_to: String,
    /// How near that is.
    pub band: ClockBand,
    /// The seconds left, negative when over.
    pub left_s: i32,
    /// Whether those are by the clock on the wall, and not in business time.
    pub on_the_wall: bool,
    /// Whether a computed holiday was counted.
    pub provisional: bool,
}

/// An obligation with everything about it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Obligation {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The product family.
    pub product: String,
    /// The clause that makes it one.
    pub clause: u8,
    /// The pack's version.
    pub pack: String,
    /// What it is about.
    pub matter: Matter,
    /// What people wrote of it.
    pub text: ObligationText,
    /// Its clock; nothing where no time is promised.
    pub clock: Option<ObligationClock>,
    /// How the clock came about.
    pub steps: Vec<Step>,
    /// When it was recorded.
    pub opened_at: String,
    /// Who recorded it.
    pub opened_by: String,
    /// When it was done.
    pub done_at: Option<String>,
    /// By whom.
    pub done_by: Option<String>,
    /// Whether that was too late; nothing where no time was promised or it is not done.
    pub late: Option<bool>,
    /// When a suspension was lifted.
    pub lifted_at: Option<String>,
    /// When it fell away.
    pub withdrawn_at: Option<String>,
}

/// An obligation that is to be recorded, one for each product.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewObligation {
    /// The products.
    pub products: Vec<String>,
    /// What it is about.
    pub matter: Matter,
    /// What is to be said of it.
    pub text: ObligationText,
}

/// When an obligation of a product would be due.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DuePreview {
    /// The product.
    pub product: String,
    /// The date until whose end, or the day on which, it would be due; nothing where no time is promised.
    pub due_on: Option<String>,
    /// Whether that is over already.
    pub too_late: bool,
    /// Who is told by the pack: the words of roles.
    pub recipients: Vec<String>,
}

/// How many obligations are open.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ObligationCounts {
    /// Open.
    pub open: u32,
    /// Of them past.
    pub overdue: u32,
}

/// A phone suspension as everybody sees it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Suspension {
    /// The products whose phone intake it closes.
    pub products: Vec<String>,
    /// Its beginning.
    pub from: String,
    /// Its planned end.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// The phone line.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PhoneLine {
    /// The suspension that lasts now.
    pub suspended: Option<Suspension>,
    /// The next one that was planned.
    pub next: Option<Suspension>,
}

/// The queue of a suspension: what came in since it began.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SuspensionTriage {
    /// Those that mention an earlier call.
    pub mentioning: Vec<QueueRow>,
    /// Calls that came through anyway.
    pub calls: Vec<QueueRow>,
    /// All others.
    pub others: Vec<QueueRow>,
}

/// What came of a suspension.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SuspensionSummary {
    /// Its beginning.
    pub from: String,
    /// When it ended, or will.
    pub until: String,
    /// Inquiries by form.
    pub form: u32,
    /// Inquiries by mail.
    pub mail: u32,
    /// Calls that came through anyway.
    pub phone: u32,
    /// Inquiries that mention an earlier call.
    pub mentioning: u32,
    /// First responses within the limit.
    pub kept: u32,
    /// First responses after it.
    pub breached: u32,
    /// Inquiries that still wait for their first response.
    pub waiting: u32,
}
