//! Obligations: what the policies ask for besides answering inquiries (§4, §5, §6, §9, §15, §20), as events.

mod leave;
mod state;
mod taking_back;

use business_time::Instant;
use chrono::NaiveDate;
use policy::{OsFamily, ProductId, ReleaseKind};
use serde::{Deserialize, Serialize};

pub use leave::ObligationRefusal;
pub use state::{Obligation, Withdrawal, fold_obligation};
pub use taking_back::plan_taking_back;

use crate::{Actor, Number, OperationId, PersonalRef};

/// What can happen to one obligation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum ObligationEvent {
    /// It came into being.
    Opened(Box<Opened>),
    /// What it is about turned out otherwise, or was planned anew; its clock is reckoned anew.
    Changed(Box<Matter>),
    /// Its words were written anew; its clock stays.
    Reworded(PersonalRef),
    /// It was done: the app handed over, the release verified, the notice given.
    Done(Box<Fulfilment>),
    /// A phone suspension ended (§15), at its planned end or before.
    Lifted {
        /// When.
        at: Instant,
    },
    /// It fell away.
    Withdrawn {
        /// The agent's words.
        reason: PersonalRef,
    },
    /// An operation was taken back.
    Undone {
        /// The operation that no longer counts here.
        operation: OperationId,
    },
}

/// An event of one obligation, with what the fold needs of its envelope.
#[derive(Copy, Clone, Debug)]
pub struct RecordedObligation<'a> {
    /// The operation it belongs to.
    pub operation: OperationId,
    /// Who did it.
    pub actor: &'a Actor,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// What was done.
    pub event: &'a ObligationEvent,
}

/// How an obligation began.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// Its short number, from the same count as those of the inquiries.
    pub number: Number,
    /// The product family whose policy promises it.
    pub product: ProductId,
    /// What it is about.
    pub matter: Matter,
    /// An [`ObligationText`].
    pub words: PersonalRef,
}

/// What an obligation is about, by the clause that makes it one; what people wrote stands in its [`ObligationText`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "kebab-case")]
pub enum Matter {
    /// An Enterprise app was asked for (§4).
    EnterpriseApp {
        /// When.
        requested_at: Instant,
    },
    /// Work on the system is announced (§5).
    Maintenance {
        /// When it was planned.
        planned_at: Instant,
        /// When the work starts.
        starts_at: Instant,
        /// When it ends.
        ends_at: Instant,
        /// Whether a service stops or many are hit.
        is_heavy: bool,
        /// Whether it cannot wait; the reason stands in the words.
        is_emergency: bool,
    },
    /// A specification changes or a product is retired (§6).
    Change {
        /// When it was planned.
        planned_at: Instant,
        /// From which day it holds.
        takes_effect_on: NaiveDate,
        /// What was done to soften it.
        measures: Vec<Measure>,
        /// Why nothing could be done, where that is so.
        exception: Option<ChangeException>,
    },
    /// A product is verified on a release of an operating system (§9).
    OsVerification {
        /// The operating system.
        os: OsFamily,
        /// The release's version, as its maker writes it.
        version: String,
        /// How much it changes.
        release: ReleaseKind,
        /// When it came out.
        released_on: NaiveDate,
        /// What is verified, by the English name that the pack gives it.
        part: String,
    },
    /// Phone intake is suspended (§15).
    Suspension {
        /// When it was planned.
        planned_at: Instant,
        /// Its beginning.
        from: Instant,
        /// Its planned end.
        until: Instant,
    },
    /// Something happened to the information kept for customers (§20).
    Incident {
        /// When it was detected.
        detected_at: Instant,
        /// What happened.
        incident: IncidentKind,
        /// Whether customers are affected.
        affected: Affected,
    },
}

/// The kinds of matters, as people name them.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatterKind {
    /// §4.
    EnterpriseApp,
    /// §5.
    Maintenance,
    /// §6.
    Change,
    /// §9.
    OsVerification,
    /// §15.
    Suspension,
    /// §20.
    Incident,
}

/// What softens a change (§6).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// It was announced beforehand.
    Notice,
    /// It was put at a time that suits; only the CLOMO policy names it.
    Timing,
    /// There is another way, or a way round.
    Alternative,
    /// The old is supported for some time more.
    ContinuedSupport,
}

/// Why a change comes without measures (§6).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeException {
    /// Safe use was at stake.
    Safety,
    /// The maker of the operating system ended a service.
    OsVendor,
}

/// What happened (§20).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncidentKind {
    /// Important information leaked, was lost or damaged.
    InformationHarmed,
    /// Malware got in.
    Malware,
    /// Another mistake or trouble with information security.
    Other,
}

/// Whether customers are affected (§20).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Affected {
    /// They are.
    Yes,
    /// They are not: nobody has to be told.
    No,
    /// Nobody knows yet: the clock runs as if they were.
    Unknown,
}

/// What people wrote about an obligation; each part may be empty. Kept in one erasable row.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ObligationText {
    /// One line that tells it from others.
    pub title: String,
    /// Whatever else is to be said of it.
    pub detail: String,
    /// Why: of a suspension, of an emergency, of an exception.
    pub reason: String,
    /// Which customers are affected, or who asked.
    pub customers: String,
    /// Who is told.
    pub recipients: String,
    /// The notice's text.
    pub notice: String,
}

/// An obligation done, with the verdict of its day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fulfilment {
    /// When it was done.
    pub at: Instant,
    /// Who did it, where that is another person than the one who recorded it.
    pub by: Option<Actor>,
    /// Whether that was in time; nothing where no time is promised.
    pub judgement: Option<ClockJudgement>,
}

/// Whether an obligation was done in time, with what the verdict rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClockJudgement {
    /// Whether it was too late.
    pub late: bool,
    /// When it was due.
    pub due: DueRecord,
    /// The pack's version, as `id version`.
    pub pack: String,
    /// The pack's hash.
    pub pack_hash: String,
    /// The calendar's and holidays' hash.
    pub calendar_hash: String,
}

/// When an obligation was due.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueRecord {
    /// At that instant.
    At(Instant),
    /// On that date, until its end.
    On(NaiveDate),
}

impl From<policy::Due> for DueRecord {
    fn from(due: policy::Due) -> Self {
        match due {
            policy::Due::At(at) => Self::At(at),
            policy::Due::On(on) => Self::On(on),
        }
    }
}

impl Matter {
    /// Gives its kind.
    #[must_use]
    pub const fn kind(&self) -> MatterKind {
        match self {
            Self::EnterpriseApp { .. } => MatterKind::EnterpriseApp,
            Self::Maintenance { .. } => MatterKind::Maintenance,
            Self::Change { .. } => MatterKind::Change,
            Self::OsVerification { .. } => MatterKind::OsVerification,
            Self::Suspension { .. } => MatterKind::Suspension,
            Self::Incident { .. } => MatterKind::Incident,
        }
    }

    /// Gives the instant from which it can be done; nothing where that is a date.
    #[must_use]
    pub const fn known_at(&self) -> Option<Instant> {
        match self {
            Self::EnterpriseApp { requested_at: at }
            | Self::Maintenance { planned_at: at, .. }
            | Self::Change { planned_at: at, .. }
            | Self::Suspension { planned_at: at, .. }
            | Self::Incident {
                detected_at: at, ..
            } => Some(*at),
            Self::OsVerification { .. } => None,
        }
    }
}

impl MatterKind {
    /// Gives the number of the clause that makes it an obligation.
    #[must_use]
    pub const fn clause(self) -> u8 {
        match self {
            Self::EnterpriseApp => 4,
            Self::Maintenance => 5,
            Self::Change => 6,
            Self::OsVerification => 9,
            Self::Suspension => 15,
            Self::Incident => 20,
        }
    }
}

/// Gives words of the field their spelling and their list.
macro_rules! spelled {
    ($($name:ident { $($variant:ident = $word:literal),+ })+) => {$(
        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Gives the spelling used in files, on the wire and on the command line.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    )+};
}

spelled! {
    MatterKind {
        EnterpriseApp = "enterprise-app", Maintenance = "maintenance", Change = "change",
        OsVerification = "os-verification", Suspension = "suspension", Incident = "incident"
    }
    Measure {
        Notice = "notice", Timing = "timing", Alternative = "alternative", ContinuedSupport = "continued-support"
    }
    ChangeException { Safety = "safety", OsVendor = "os-vendor" }
    IncidentKind { InformationHarmed = "information-harmed", Malware = "malware", Other = "other" }
    Affected { Yes = "yes", No = "no", Unknown = "unknown" }
}
