//! The words that options take, each by one spelling: lower-case, with hyphens.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use desk::{Language, Sort, View, WhichObligations};
use inquiry::{
    Affected, ChangeException, Ending, IncidentKind, LevelReason, MatterKind, Measure, Relation,
    Status,
};
use policy::{
    Band, Cause, Channel, ImpactLevel, InquiryKind, OsFamily, Platform, ReleaseKind, ResponseKind,
    SupportPlan, Verdict,
};
use report::Basis;
use report_files::Format;

/// Accepts the words of a list and gives what each stands for.
fn one_of<T: Clone + Send + Sync + 'static>(
    words: Vec<(&'static str, T)>,
) -> impl TypedValueParser<Value = T> {
    let names: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
    PossibleValuesParser::new(names).try_map(move |word| {
        let found = words.iter().find(|(known, _)| *known == word);
        found.map(|(_, value)| value.clone()).ok_or("unknown word")
    })
}

fn spelled<T: Copy>(all: &[T], spell: fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|it| (spell(*it), *it)).collect()
}

/// Accepts an impact level (§17).
pub fn level() -> impl TypedValueParser<Value = ImpactLevel> {
    one_of(spelled(ImpactLevel::ALL, ImpactLevel::as_str))
}

/// Accepts an impact level, or `none` for an inquiry without one.
pub fn level_or_none() -> impl TypedValueParser<Value = WantedLevel> {
    let levels = ImpactLevel::ALL
        .iter()
        .map(|it| (it.as_str(), WantedLevel(Some(*it))));
    one_of(levels.chain([("none", WantedLevel(None))]).collect())
}

/// A level that rows must have, or that they have none.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct WantedLevel(pub Option<ImpactLevel>);

/// Accepts an operating system (§8).
pub fn os() -> impl TypedValueParser<Value = OsFamily> {
    one_of(spelled(OsFamily::ALL, OsFamily::as_str))
}

/// Accepts where an app runs.
pub fn platform() -> impl TypedValueParser<Value = Platform> {
    one_of(spelled(Platform::ALL, Platform::as_str))
}

/// Accepts how much a release changes (§9).
pub fn release_kind() -> impl TypedValueParser<Value = ReleaseKind> {
    one_of(spelled(ReleaseKind::ALL, ReleaseKind::as_str))
}

/// Accepts why a target or limit was missed.
pub fn cause() -> impl TypedValueParser<Value = Cause> {
    one_of(spelled(Cause::ALL, Cause::as_str))
}

/// Accepts which obligations are wanted.
pub fn which_obligations() -> impl TypedValueParser<Value = WhichObligations> {
    one_of(vec![
        ("open", WhichObligations::Open),
        ("closed", WhichObligations::Closed),
        ("all", WhichObligations::All),
    ])
}

/// Accepts what obligations are about.
pub fn matter_kind() -> impl TypedValueParser<Value = MatterKind> {
    one_of(spelled(MatterKind::ALL, MatterKind::as_str))
}

/// Accepts what softens a change (§6).
pub fn measure() -> impl TypedValueParser<Value = Measure> {
    one_of(spelled(Measure::ALL, Measure::as_str))
}

/// Accepts why a change comes without measures (§6).
pub fn change_exception() -> impl TypedValueParser<Value = ChangeException> {
    one_of(spelled(ChangeException::ALL, ChangeException::as_str))
}

/// Accepts what happened (§20).
pub fn incident_kind() -> impl TypedValueParser<Value = IncidentKind> {
    one_of(spelled(IncidentKind::ALL, IncidentKind::as_str))
}

/// Accepts whether customers are affected (§20).
pub fn affected() -> impl TypedValueParser<Value = Affected> {
    one_of(spelled(Affected::ALL, Affected::as_str))
}

/// Accepts a channel (§13).
pub fn channel() -> impl TypedValueParser<Value = Channel> {
    one_of(spelled(Channel::ALL, Channel::as_str))
}

/// Accepts a support plan (§1).
pub fn plan() -> impl TypedValueParser<Value = SupportPlan> {
    one_of(spelled(SupportPlan::ALL, SupportPlan::as_str))
}

/// Accepts a kind of inquiry (§16).
pub fn kind() -> impl TypedValueParser<Value = InquiryKind> {
    one_of(spelled(InquiryKind::ALL, kind_code))
}

/// Accepts what a response is (§18).
pub fn response() -> impl TypedValueParser<Value = ResponseKind> {
    one_of(spelled(ResponseKind::ALL, ResponseKind::as_str))
}

/// Accepts what an answer given on the call is: only what counts as a first response (§18).
pub fn counting_response() -> impl TypedValueParser<Value = ResponseKind> {
    let counting: Vec<ResponseKind> = ResponseKind::ALL
        .iter()
        .copied()
        .filter(|it| it.counts())
        .collect();
    one_of(spelled(&counting, ResponseKind::as_str))
}

/// Accepts a band.
pub fn band() -> impl TypedValueParser<Value = Band> {
    one_of(spelled(Band::ALL, Band::as_str))
}

/// Accepts a step of the status page (§17).
pub fn status_page_step() -> impl TypedValueParser<Value = policy::StatusPageStep> {
    one_of(spelled(
        policy::StatusPageStep::ALL,
        policy::StatusPageStep::as_str,
    ))
}

/// Accepts a status of the work.
pub fn status() -> impl TypedValueParser<Value = Status> {
    one_of(spelled(&STATUSES, status_code))
}

/// Accepts a way to end without a first response.
pub fn ending() -> impl TypedValueParser<Value = EndWord> {
    one_of(spelled(&EndWord::ALL, EndWord::as_str))
}

/// Accepts a view of the rail.
pub fn view() -> impl TypedValueParser<Value = View> {
    one_of(spelled(View::ALL, view_code))
}

/// Accepts an order of rows.
pub fn sort() -> impl TypedValueParser<Value = Sort> {
    one_of(spelled(&SORTS, sort_code))
}

/// Accepts by which day an inquiry belongs to a period.
pub fn basis() -> impl TypedValueParser<Value = Basis> {
    one_of(vec![("receipt", Basis::Receipt), ("due", Basis::Due)])
}

/// Accepts a form of a report.
pub fn format() -> impl TypedValueParser<Value = Format> {
    one_of(vec![
        ("json", Format::Json),
        ("csv", Format::Csv),
        ("xlsx", Format::Xlsx),
        ("pdf", Format::Pdf),
    ])
}

/// Accepts a language.
pub fn language() -> impl TypedValueParser<Value = Language> {
    one_of(vec![("ja", Language::Ja), ("en", Language::En)])
}

const STATUSES: [Status; 5] = [
    Status::New,
    Status::InProgress,
    Status::WaitingForCustomer,
    Status::OnHold,
    Status::Completed,
];

const SORTS: [Sort; 6] = [
    Sort::Target,
    Sort::Received,
    Sort::Level,
    Sort::Customer,
    Sort::Assignee,
    Sort::Status,
];

/// A way to end without a first response, before it is known of what it is a duplicate.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum EndWord {
    /// No inquiry at all.
    NotAnInquiry,
    /// The same as another one.
    Duplicate,
    /// The customer took it back.
    Withdrawn,
}

impl EndWord {
    const ALL: [Self; 3] = [Self::NotAnInquiry, Self::Duplicate, Self::Withdrawn];

    const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnInquiry => "not-an-inquiry",
            Self::Duplicate => "duplicate",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Spells a kind of inquiry.
pub const fn kind_code(kind: InquiryKind) -> &'static str {
    match kind {
        InquiryKind::PlatformIntegration => "platform-integration",
        InquiryKind::FeedbackOrRequest => "feedback-or-request",
        InquiryKind::Usage
        | InquiryKind::Specification
        | InquiryKind::Troubleshooting
        | InquiryKind::Installation
        | InquiryKind::Other => kind.as_str(),
    }
}

/// Spells a status.
pub const fn status_code(status: Status) -> &'static str {
    match status {
        Status::New => "new",
        Status::InProgress => "in-progress",
        Status::WaitingForCustomer => "waiting-for-customer",
        Status::OnHold => "on-hold",
        Status::Completed => "completed",
    }
}

/// Spells a verdict.
pub const fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::InTime => "in-time",
        Verdict::Late => "late",
        Verdict::Breach => "breach",
    }
}

/// Spells an ending.
pub const fn ending_code(ending: &Ending) -> &'static str {
    match ending {
        Ending::NotAnInquiry => EndWord::NotAnInquiry.as_str(),
        Ending::Duplicate { .. } => EndWord::Duplicate.as_str(),
        Ending::Withdrawn => EndWord::Withdrawn.as_str(),
    }
}

/// Spells why a level was decided.
pub const fn reason_code(reason: &LevelReason) -> &'static str {
    match reason {
        LevelReason::First => "first",
        LevelReason::WrongBefore => "wrong-before",
        LevelReason::SituationChanged { .. } => "situation-changed",
    }
}

/// Spells how two inquiries belong together.
pub const fn relation_code(relation: Relation) -> &'static str {
    match relation {
        Relation::Related => "related",
        Relation::Follows => "follows",
        Relation::FollowedBy => "followed-by",
        Relation::SplitFrom => "split-from",
        Relation::SplitInto => "split-into",
        Relation::Absorbed => "absorbed",
        Relation::MergedInto => "merged-into",
        Relation::SameOutage => "same-outage",
    }
}

const fn view_code(view: View) -> &'static str {
    match view {
        View::Mine => "mine",
        View::Unassigned => "unassigned",
        View::Open => "open",
        View::NeedsLevel => "needs-level",
        View::Late => "late",
        View::Answered => "answered",
        View::NeedsReply => "needs-reply",
    }
}

const fn sort_code(sort: Sort) -> &'static str {
    match sort {
        Sort::Target => "target",
        Sort::Received => "received",
        Sort::Level => "level",
        Sort::Customer => "customer",
        Sort::Assignee => "assignee",
        Sort::Status => "status",
    }
}
/// Gives the code of who asks.
pub const fn asker_code(asker: inquiry::Asker) -> &'static str {
    match asker {
        inquiry::Asker::ByAddress => "by-address",
        inquiry::Asker::Person(_) => "person",
        inquiry::Asker::Unregistered => "unregistered",
    }
}
