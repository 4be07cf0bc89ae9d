//! The use cases: one verb a file, on one record.
//!
//! A [`Desk`] owns the record, the clock and what follows from both: the [`Rules`] compiled from the record's
//! reference events, and the open inquiries in memory. Every writing verb takes a [`Call`] and returns a [`Done`],
//! which says what changed; readings reckon from the clock's now, or as of an earlier instant.

mod act;
mod answers;
mod call;
mod clock;
mod counts;
mod data_dir;
mod desk;
mod drafts;
mod error;
mod evidence;
pub mod intake;
mod ledger;
mod obligation_act;
mod obligations;
mod open_inquiries;
mod reference;
mod reference_file;
mod register;
pub mod reminders;
mod replies;
mod rules;
pub mod sample;
mod settings;
mod shown;
mod sign_off;
mod standings;
mod upkeep;
mod verbs;
mod views;

pub use call::{Call, Done};
pub use clock::{Clock, FixedClock, SystemClock};
pub use data_dir::data_dir;
pub use desk::Desk;
pub use error::{DeskError, UnwritableCause};
pub use evidence::{Difference, Evidence, EvidenceRequest, EvidenceVerdict, verify_evidence};
pub use obligations::ObligationRow;
pub use reference_file::{read_reference_file, read_reference_text};
pub use register::{
    ContractForm, CustomerImport, PersonForm, RegisterColumn, RegisterProblem, RegisterProblemCode,
    RegisteredContract,
};
pub use reminders::{
    Due, Notification, OpeningDigest, ReminderAbout, ReminderClock, ReminderKey, ReminderThreshold,
    Signs, Wake,
};
pub use replies::ReplyDraft;
pub use rules::{RuleChange, Rules};
pub use settings::{Density, Language, LocalSettings, Role, SavedView, SharedSettings, Theme};
pub use sign_off::{ChangingEvent, PublishedSince, SignOffView, SignedChange};
pub use verbs::add_message::NewMessage;
pub use verbs::assist_level::AssistedLevel;
pub use verbs::change_os_table::OsTableChange;
pub use verbs::change_product_table::ProductTableChange;
pub use verbs::import_holidays::HolidayImport;
pub use verbs::open_obligation::NewObligation;
pub use verbs::open_verifications::NewRelease;
pub use verbs::record_call::NewInquiry;
pub use verbs::respond::NewResponse;
pub use verbs::undo::Undone;
pub use views::asker::{AskerFound, AskerView, KnownPerson};
pub use views::assistant::AssistantView;
pub use views::bands::BandCount;
pub use views::business_clock::BusinessClock;
pub use views::calendar_picture::{CalendarPicture, PictureDay};
pub use views::calendar_year::{CalendarYear, ClosedDay};
pub use views::change_preview::{ChangePreview, MovedDeadline, MovedObligation};
pub use views::deadline::{Deadline, TimeLine};
pub use views::filter::{AssigneeFilter, Filter};
pub use views::inquiry::{HistoryEntry, InquiryView, LinkedInquiry};
pub use views::obligations::{ObligationCounts, ObligationView, WhichObligations};
pub use views::original::Attachment;
pub use views::phone_line::{DuePreview, PhoneLine, SuspensionPeriod};
pub use views::queue::{Queue, QueueRequest, Sort, View};
pub use views::rail::{Counts, Rail};
pub use views::report::{ReportRow, ReportRows};
pub use views::report_file::ReportForm;
pub use views::report_obligations::ReportObligation;
pub use views::row::QueueRow;
pub use views::scope::ScopeView;
pub use views::search::Found;
pub use views::suspension::{SuspensionSummary, SuspensionTriage};
pub use views::today::{DueRow, TodayRow, TodayView};
pub use views::what_if::{OtherVerdict, WhatIf};

pub use store::{Access, Changed, Unproven, VerifyProblem, VerifyReport};
