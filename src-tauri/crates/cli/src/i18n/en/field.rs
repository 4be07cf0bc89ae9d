use business_time::{ClosedBecause, HolidaySource};
use chrono::NaiveDate;
use desk::intake::Field;
use inquiry::{LevelReason, Relation, Status};
use policy::{
    Band, Cause, Channel, DayLimit, ImpactLevel, InquiryKind, ResponseKind, SupportPlan, Verdict,
};

use crate::i18n::FieldWords;
use crate::word::EndWord;

pub(super) const FIELD: FieldWords = FieldWords {
    level: |it| match it {
        ImpactLevel::Outage => "Outage",
        ImpactLevel::Serious => "Serious",
        ImpactLevel::Minor => "Minor",
        ImpactLevel::Question => "Question",
    },
    no_level: "No level yet",
    band: |it| match it {
        Band::Breach => "Past limit",
        Band::Late => "Past target",
        Band::Urgent => "Due soon",
        Band::Soon => "Watch",
        Band::Fine => "On track",
        Band::Waiting => "Waiting",
        Band::Answered => "Answered",
        Band::Ended => "Ended",
    },
    status: |it| match it {
        Status::New => "New",
        Status::InProgress => "In progress",
        Status::WaitingForCustomer => "Waiting for customer",
        Status::OnHold => "On hold",
        Status::Completed => "Completed",
    },
    channel: |it| match it {
        Channel::Form => "Form",
        Channel::Mail => "Mail",
        Channel::Phone => "Phone",
    },
    plan: |it| match it {
        SupportPlan::Standard => "Standard",
        SupportPlan::Trial => "Trial",
    },
    kind: |it| match it {
        InquiryKind::Usage => "Settings and use",
        InquiryKind::Specification => "Specification",
        InquiryKind::Troubleshooting => "Troubleshooting",
        InquiryKind::Installation => "Installing apps",
        InquiryKind::PlatformIntegration => "OS platform services",
        InquiryKind::FeedbackOrRequest => "Defect report or request",
        InquiryKind::Other => "Other",
    },
    response: |it| match it {
        ResponseKind::Answer => "answer or solution",
        ResponseKind::Question => "narrowing question",
        ResponseKind::OutOfScope => "out of scope",
        ResponseKind::Receipt => "receipt only (no first response)",
    },
    ending: |it| match it {
        EndWord::NotAnInquiry => "not an inquiry",
        EndWord::Duplicate => "duplicate",
        EndWord::Withdrawn => "withdrawn",
    },
    verdict: |it| match it {
        Verdict::InTime => "in time",
        Verdict::Late => "past target, within limit",
        Verdict::Breach => "past limit",
    },
    cause: |it| match it {
        Cause::LateTriage => "late triage",
        Cause::WrongLevel => "wrong level",
        Cause::WaitingOnVendor => "waiting on vendor",
        Cause::Volume => "volume",
        Cause::Absence => "absence",
        Cause::CalendarError => "calendar error",
        Cause::SystemOutage => "system outage",
        Cause::Other => "other",
    },
    relation: |it| match it {
        Relation::Related => "related",
        Relation::Follows => "follows it",
        Relation::FollowedBy => "followed by it",
        Relation::SplitFrom => "split off it",
        Relation::SplitInto => "split into it",
        Relation::Absorbed => "merged into this one",
        Relation::MergedInto => "merged into it",
        Relation::SameOutage => "of the same outage",
    },
    reason: |it| match it {
        LevelReason::First => "first decision",
        LevelReason::WrongBefore => "the one before was wrong",
        LevelReason::SituationChanged { .. } => "the situation changed",
    },
    day_limit: |it| match it {
        DayLimit::Carried => "close of the business day onto which the target carries over",
        DayLimit::WholeDays => "close of the last of the business days after the start's",
    },
    source: |it| match it {
        HolidaySource::Shipped => "holidays as published (shipped)",
        HolidaySource::Computed => "computed holidays (provisional)",
        HolidaySource::Imported => "imported holidays",
    },
    closed: |it| match it {
        ClosedBecause::Weekday => "no hours on that weekday".to_owned(),
        ClosedBecause::NationalHoliday {
            name,
            provisional: false,
        } => holiday(name).to_owned(),
        ClosedBecause::NationalHoliday {
            name,
            provisional: true,
        } => format!("{} (provisional)", holiday(name)),
        ClosedBecause::ClosingDay { name } => {
            name.clone().unwrap_or_else(|| "closing day".to_owned())
        }
        ClosedBecause::Override => "closed by exception".to_owned(),
    },
    column: |it| match it {
        Field::ReceivedAt => "received at",
        Field::Subject => "subject",
        Field::Text => "text",
        Field::Company => "company",
        Field::Person => "person",
        Field::PersonKana => "how the name is read",
        Field::Address => "mail address",
        Field::Phone => "phone",
        Field::CallbackPhone => "call-back number",
        Field::CallbackWish => "wished time of the call",
        Field::Contract => "contract",
        Field::Product => "product",
        Field::Plan => "plan",
        Field::Channel => "channel",
        Field::Level => "level",
        Field::Kind => "kind",
        Field::RespondedAt => "instant of the first response",
        Field::ResponseKind => "kind of the first response",
        Field::Assignee => "assignee",
        Field::MessageId => "message id",
        Field::InReplyTo => "id of the message that it answers",
    },
    unassigned: "unassigned",
    needs_reply: "reply needed",
    sample: "sample",
    unproven: "receipt by the sender's own date",
    provisional: "provisional holidays",
    after_the_fact: "recorded after the fact",
    erased: "(erased)",
};

pub(super) fn day(on: NaiveDate, with_year: bool) -> String {
    let shape = if with_year {
        "%a %-d %b %Y"
    } else {
        "%a %-d %b"
    };
    on.format(shape).to_string()
}

/// Gives the name of a national holiday that the Cabinet Office lists; another name stays as it is.
fn holiday(name: &str) -> &str {
    HOLIDAYS
        .iter()
        .find(|(listed, _)| *listed == name)
        .map_or(name, |(_, english)| english)
}

const HOLIDAYS: [(&str, &str); 23] = [
    ("元日", "New Year's Day"),
    ("成人の日", "Coming of Age Day"),
    ("建国記念の日", "National Foundation Day"),
    ("天皇誕生日", "Emperor's Birthday"),
    ("春分の日", "Vernal Equinox Day"),
    ("昭和の日", "Showa Day"),
    ("みどりの日", "Greenery Day"),
    ("憲法記念日", "Constitution Day"),
    ("こどもの日", "Children's Day"),
    ("海の日", "Marine Day"),
    ("山の日", "Mountain Day"),
    ("敬老の日", "Respect for the Aged Day"),
    ("秋分の日", "Autumnal Equinox Day"),
    ("体育の日", "Health and Sports Day"),
    ("体育の日（スポーツの日）", "Sports Day"),
    ("スポーツの日", "Sports Day"),
    ("文化の日", "Culture Day"),
    ("勤労感謝の日", "Labour Thanksgiving Day"),
    ("休日", "Holiday between or in lieu"),
    ("休日（祝日扱い）", "Holiday by special act"),
    ("即位礼正殿の儀", "Enthronement ceremony"),
    ("大喪の礼", "Imperial funeral"),
    ("結婚の儀", "Imperial wedding"),
];
