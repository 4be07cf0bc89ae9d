//! Enums that are the same on both sides of the wire. Each pair is written once, and a new value on either side does
//! not compile until the other has it.

use crate::ipc::wire::{
    cause, inquiry as wire_inquiry, obligations, queue, report as wire_report, rules, settings,
};

/// A word on the wire that stands for one inside.
pub trait Mirror: Sized {
    /// The word inside.
    type Inside;

    /// Reads the word inside.
    fn show(inside: Self::Inside) -> Self;

    /// Gives the word inside.
    fn inside(self) -> Self::Inside;
}

macro_rules! mirror {
    ($($wire:path = $inside:path { $($variant:ident),+ })+) => {$(
        impl Mirror for $wire {
            type Inside = $inside;

            fn show(inside: $inside) -> Self {
                match inside {
                    $(<$inside>::$variant => Self::$variant,)+
                }
            }

            fn inside(self) -> $inside {
                match self {
                    $(Self::$variant => <$inside>::$variant,)+
                }
            }
        }
    )+};
}

mirror! {
    queue::Level = policy::ImpactLevel { Outage, Serious, Minor, Question }
    queue::Band = policy::Band { Breach, Late, Urgent, Soon, Fine, Waiting, Answered, Ended }
    queue::InquiryChannel = policy::Channel { Form, Mail, Phone }
    queue::Plan = policy::SupportPlan { Standard, Trial }
    queue::Status = inquiry::Status { New, InProgress, WaitingForCustomer, OnHold, Completed }
    queue::Verdict = policy::Verdict { InTime, Late, Breach }
    queue::View = desk::View { Mine, Unassigned, Open, NeedsLevel, Late, Answered, NeedsReply }
    queue::Sort = desk::Sort { Target, Received, Level, Customer, Assignee, Status }
    wire_inquiry::Kind = policy::InquiryKind {
        Usage, Specification, Troubleshooting, Installation, PlatformIntegration, FeedbackOrRequest, Other
    }
    cause::Cause = policy::Cause {
        LateTriage, WrongLevel, WaitingOnVendor, Volume, Absence, CalendarError, SystemOutage, Other
    }
    wire_inquiry::ResponseKind = policy::ResponseKind { Answer, Question, OutOfScope, Receipt }
    obligations::MatterKind = inquiry::MatterKind {
        EnterpriseApp, Maintenance, Change, OsVerification, Suspension, Incident
    }
    obligations::Measure = inquiry::Measure { Notice, Timing, Alternative, ContinuedSupport }
    obligations::ChangeException = inquiry::ChangeException { Safety, OsVendor }
    obligations::IncidentKind = inquiry::IncidentKind { InformationHarmed, Malware, Other }
    obligations::Affected = inquiry::Affected { Yes, No, Unknown }
    obligations::WhichObligations = desk::WhichObligations { Open, Closed, All }
    obligations::ClockBand = policy::ClockBand { Overdue, Urgent, Soon, Fine, Done }
    wire_report::ReportBasis = report::Basis { Receipt, Due }
    wire_report::ReportDimension = report::Dimension {
        Product, Level, Channel, Agent, Customer, Cause
    }
    wire_report::ReportFormat = report_files::Format { Json, Csv, Xlsx, Pdf }
    rules::Turn = policy::Turn { BecomesBreach, BecomesLate, StopsBreach, StopsLate }
    settings::Role = desk::Role { Agent, Lead }
    settings::Language = desk::Language { Ja, En }
    settings::Theme = desk::Theme { System, Light, Dark }
    settings::Density = desk::Density { Comfortable, Compact }
}
