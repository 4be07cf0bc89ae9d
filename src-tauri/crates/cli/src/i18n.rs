//! What the program says, in Japanese and English. Both catalogues have the same shape: a sentence that one of them
//! lacks does not compile.

mod change;
mod en;
mod ja;
mod products;
mod register;
mod scope;
mod sign_off;
mod today;

use business_time::{ClosedBecause, HolidaySource};
use chrono::NaiveDate;
use desk::intake::{Field, RefusalCode};
use desk::{Difference, Language, Unproven, VerifyProblem};
use inquiry::{InquiryEvent, LevelReason, MatterKind, Relation, Status};
use policy::{
    Band, Cause, Channel, ClockBand, ClockStep, DayLimit, ImpactLevel, InquiryKind, Names,
    OsReason, OsVerdict, PackProblemCode, ResponseKind, Step, SupportPlan, Verdict,
};

use crate::shape::history::Naming;
use crate::tongue::Tongue;
use crate::word::EndWord;

pub use change::ChangeTold;
pub use products::ProductWords;

/// Everything that is said in one language.
pub struct Words {
    /// Which language it is.
    pub language: Language,
    /// Chooses the name in this language.
    pub name: fn(&Names) -> &str,
    /// Writes a date, with or without its year.
    pub day: fn(NaiveDate, bool) -> String,
    /// The words of the field.
    pub field: FieldWords,
    /// Headings and labels.
    pub label: Labels,
    /// What was done.
    pub told: Told,
    /// A step of an explanation.
    pub step: fn(&Step, &Tongue) -> String,
    /// Something that happened to an inquiry.
    pub history: fn(&InquiryEvent, &Naming<'_>) -> String,
    /// Why something was not taken in.
    pub refusal: fn(RefusalCode) -> &'static str,
    /// What is told of obligations.
    pub obligation: ObligationWords,
    /// What is told of sign-offs.
    pub sign_off: sign_off::SignOffTold,
    /// What is told of the day at the desk.
    pub today: today::TodayTold,
    /// What the verification found.
    pub problem: fn(&VerifyProblem) -> &'static str,
    /// What the verification cannot prove.
    pub unproven: fn(&Unproven, &Tongue) -> String,
    /// What recomputing a report found.
    pub difference: fn(&Difference) -> &'static str,
    /// What is wrong in a pack file.
    pub pack_problem: fn(PackProblemCode) -> &'static str,
    /// Why a version of an operating system is supported or not.
    pub os_reason: fn(OsReason) -> &'static str,
    /// What is told of apps and devices.
    pub products: ProductWords,
    /// What is told of a version of an operating system.
    pub os: OsTold,
    /// What is told of a change of the rules.
    pub change: ChangeTold,
    /// What is told of an inquiry's scope, and of the level assistant.
    pub scope: scope::ScopeTold,
    /// What is told of the register of customers.
    pub register: register::RegisterTold,
    /// Errors: their sentence and what helps.
    pub errors: &'static [Said],
    /// The help of commands and options, by their path; nothing in the language that the program is written in.
    pub help: &'static [&'static [(&'static str, &'static str)]],
    /// The frame of a command's help; nothing for clap's own.
    pub help_frame: Option<HelpFrame>,
}

/// An error's sentence and hint; `{name}` stands for a parameter.
pub struct Said {
    /// The code.
    pub code: &'static str,
    /// What happened.
    pub sentence: &'static str,
    /// What helps; empty where nothing does.
    pub hint: &'static str,
}

/// What is told of obligations.
pub struct ObligationWords {
    /// Why one cannot be so, by the code of the refusal.
    pub refusal: fn(&str) -> &'static str,
    /// What stands between two of those.
    pub and: &'static str,
    /// What one is about.
    pub kind: fn(MatterKind) -> &'static str,
    /// How near its clock is.
    pub band: fn(ClockBand) -> &'static str,
    /// A step of its explanation.
    pub step: fn(&ClockStep, &Tongue) -> String,
    /// It is due then.
    pub due: &'static str,
    /// No time is promised.
    pub no_time: &'static str,
    /// It was done in time, or late.
    pub done: fn(bool) -> &'static str,
    /// It fell away.
    pub withdrawn: &'static str,
    /// There is none.
    pub none: &'static str,
    /// Heads what it is about.
    pub matter: &'static str,
}

/// What is told of a version of an operating system.
pub struct OsTold {
    /// Whether it is supported.
    pub verdict: fn(OsVerdict) -> &'static str,
    /// Heads the newest version of the system.
    pub newest: &'static str,
    /// Heads the last version of its generation.
    pub last: &'static str,
    /// Heads the first day without support.
    pub ends: &'static str,
    /// A day of support is presumed.
    pub presumed: &'static str,
    /// The table ends before the day that was asked about.
    pub after_table: fn(&str) -> String,
}

/// The headings of a command's help.
pub struct HelpFrame {
    /// The template for clap.
    pub template: &'static str,
    /// Heads the commands.
    pub commands: &'static str,
    /// Heads the options.
    pub options: &'static str,
    /// Heads the arguments.
    pub arguments: &'static str,
    /// Tells of `--help`.
    pub help: &'static str,
    /// Tells of `--version`.
    pub version: &'static str,
}

/// The words of the field.
pub struct FieldWords {
    /// Impact levels (§17).
    pub level: fn(ImpactLevel) -> &'static str,
    /// No level yet.
    pub no_level: &'static str,
    /// Bands, short.
    pub band: fn(Band) -> &'static str,
    /// Statuses.
    pub status: fn(Status) -> &'static str,
    /// Channels (§13).
    pub channel: fn(Channel) -> &'static str,
    /// Plans (§1).
    pub plan: fn(SupportPlan) -> &'static str,
    /// Kinds (§16).
    pub kind: fn(InquiryKind) -> &'static str,
    /// Responses (§18).
    pub response: fn(ResponseKind) -> &'static str,
    /// Endings.
    pub ending: fn(EndWord) -> &'static str,
    /// Verdicts.
    pub verdict: fn(Verdict) -> &'static str,
    /// Causes.
    pub cause: fn(Cause) -> &'static str,
    /// Relations.
    pub relation: fn(Relation) -> &'static str,
    /// Reasons for a level.
    pub reason: fn(&LevelReason) -> &'static str,
    /// Readings of §18.
    pub day_limit: fn(DayLimit) -> &'static str,
    /// Sources of holidays.
    pub source: fn(HolidaySource) -> &'static str,
    /// Why a day is closed.
    pub closed: fn(&ClosedBecause) -> String,
    /// Fields of an imported table.
    pub column: fn(Field) -> &'static str,
    /// Nobody's.
    pub unassigned: &'static str,
    /// The customer wrote again.
    pub needs_reply: &'static str,
    /// Of the sample set.
    pub sample: &'static str,
    /// The receipt is the sender's word alone.
    pub unproven: &'static str,
    /// Rests on computed holidays.
    pub provisional: &'static str,
    /// Recorded after the fact.
    pub after_the_fact: &'static str,
    /// Was erased.
    pub erased: &'static str,
}

/// Headings and labels.
pub struct Labels {
    /// The band.
    pub band: &'static str,
    /// Business time left.
    pub left: &'static str,
    /// The start.
    pub start: &'static str,
    /// The target.
    pub target: &'static str,
    /// The limit.
    pub limit: &'static str,
    /// The aim for deciding a level.
    pub aim: &'static str,
    /// The number.
    pub number: &'static str,
    /// The level.
    pub level: &'static str,
    /// The product.
    pub product: &'static str,
    /// The plan.
    pub plan: &'static str,
    /// The subject.
    pub subject: &'static str,
    /// The customer.
    pub customer: &'static str,
    /// The customer's ways to be reached.
    pub contact: &'static str,
    /// The contract.
    pub contract: &'static str,
    /// The channel.
    pub channel: &'static str,
    /// The receipt.
    pub received: &'static str,
    /// The assignee.
    pub assignee: &'static str,
    /// The status.
    pub status: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// Pack and calendar.
    pub rests_on: &'static str,
    /// The reasons of a deadline.
    pub reasons: &'static str,
    /// The messages.
    pub messages: &'static str,
    /// The notes.
    pub notes: &'static str,
    /// The responses.
    pub responses: &'static str,
    /// The next contact.
    pub next_contact: &'static str,
    /// The links.
    pub links: &'static str,
    /// The history.
    pub history: &'static str,
    /// An undone entry.
    pub undone: &'static str,
    /// The version.
    pub version: &'static str,
    /// The first day.
    pub effective_on: &'static str,
    /// In force today.
    pub in_force: &'static str,
    /// The levels' times.
    pub allowance: &'static str,
    /// A date.
    pub date: &'static str,
    /// A reason.
    pub because: &'static str,
    /// A column of a table.
    pub column: &'static str,
    /// The reading of §18.
    pub day_limit: &'static str,
    /// The channels with hours.
    pub hours: &'static str,
    /// Always attended.
    pub always: &'static str,
    /// Separates a label from what it names.
    pub colon: &'static str,
}

/// What was done, or would be.
pub struct Told {
    /// Nothing to show.
    pub empty_queue: &'static str,
    /// How many rows of how many.
    pub rows: fn(usize, usize) -> String,
    /// So many texts are not searchable yet.
    pub lag: fn(u64) -> String,
    /// Nothing was found.
    pub nothing_found: &'static str,
    /// Done so far.
    pub progress: fn(u64, u64) -> String,
    /// Nothing was written.
    pub dry_run: &'static str,
    /// An inquiry was recorded.
    pub recorded: &'static str,
    /// A change was recorded.
    pub changed: &'static str,
    /// An operation was taken back.
    pub undone: &'static str,
    /// The sample set was added.
    pub sample_added: fn(usize) -> String,
    /// It is there already.
    pub sample_there: &'static str,
    /// The sample set was removed.
    pub sample_removed: fn(usize) -> String,
    /// What came of an import, in its order: files, created, linked, joined, outgoing, duplicates, flagged, refused.
    pub imported: [&'static str; 8],
    /// Heads what was refused.
    pub refused: &'static str,
    /// Says that an import was called off.
    pub called_off: &'static str,
    /// Where the refused is kept.
    pub kept: &'static str,
    /// A column without meaning.
    pub unused: &'static str,
    /// The sum of a verification: events, inquiries, texts, raw messages.
    pub verified: fn(u64, u64, u64, u64) -> String,
    /// The record is sound.
    pub sound: &'static str,
    /// The record has problems.
    pub unsound: fn(usize) -> String,
    /// The head of a chain: letter, events, hash.
    pub head: fn(&str, i64, &str) -> String,
    /// A backup was written: where, events.
    pub backed_up: fn(&str, u64) -> String,
    /// A backup was restored: events, made at.
    pub restored: fn(u64, &str) -> String,
    /// Where the old record is.
    pub replaced: fn(&str) -> String,
    /// A year of the calendar: year, business days.
    pub year: fn(i32, u32) -> String,
    /// The years that an import replaces: first, last, how many.
    pub years: fn(i32, i32, usize) -> String,
    /// The import changes nothing.
    pub no_difference: &'static str,
    /// A pack is sound: its label and first day.
    pub pack_sound: fn(&str, &str) -> String,
    /// A word that would do.
    pub suggestion: fn(&str) -> String,
    /// A report was written: where, inquiries.
    pub reported: fn(&str, usize) -> String,
    /// Evidence was written: where, events, hash.
    pub evidence: fn(&str, u64, &str) -> String,
    /// A period was signed off.
    pub signed_off: &'static str,
    /// The sum of recomputing a report: events, verdicts, inquiries.
    pub recomputed: fn(u64, u64, u64) -> String,
    /// Everything came out as stated.
    pub identical: &'static str,
    /// Something did not.
    pub differing: fn(usize) -> String,
    /// No record is there; what the program brings is shown.
    pub built_in: &'static str,
}

/// Gives the catalogue of a language.
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::WORDS,
        Language::En => &en::WORDS,
    }
}

/// Chooses the language by `LC_ALL` or `LANG`: English where they ask for it, Japanese in all else.
pub fn by_environment(lc_all: Option<&str>, lang: Option<&str>) -> Language {
    let asked = [lc_all, lang]
        .into_iter()
        .flatten()
        .find(|it| !it.is_empty());
    match asked {
        Some(locale) if locale.starts_with("en") => Language::En,
        Some(_) | None => Language::Ja,
    }
}

#[cfg(test)]
mod tests;
