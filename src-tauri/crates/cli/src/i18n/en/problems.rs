use desk::intake::RefusalCode;
use desk::{Difference, VerifyProblem};
use policy::PackProblemCode;

pub(super) const fn refusal(code: RefusalCode) -> &'static str {
    match code {
        RefusalCode::NotReadable => "the file cannot be opened",
        RefusalCode::Symlink => "a symbolic link is not followed",
        RefusalCode::Empty => "there is nothing in it",
        RefusalCode::TooLarge => "it is too large",
        RefusalCode::UnknownKind => "it is neither mail nor table nor JSON lines",
        RefusalCode::UnknownEncoding => "its encoding is not known",
        RefusalCode::NoColumns => "it has no column for a subject or a text",
        RefusalCode::BrokenRow => "the row is broken",
        RefusalCode::EmptyRow => "it has neither a subject nor a text",
        RefusalCode::BadInstant => "its receipt cannot be read",
        RefusalCode::NotMail => "it cannot be read as a mail",
        RefusalCode::TooComplex => "its parts lie too deep, or are too many",
        RefusalCode::NoThread => "it is ours, and no inquiry is known that it answers",
        RefusalCode::BadResponse => {
            "its first response cannot be read, or lies before the receipt or after now"
        }
        RefusalCode::NoLevel => "it tells of a first response, but of no impact level",
        RefusalCode::NoProduct => "there is no pack to judge it by",
    }
}

pub(super) const fn problem(problem: &VerifyProblem) -> &'static str {
    match problem {
        VerifyProblem::FileDamaged { .. } => "the file is damaged",
        VerifyProblem::EventMissing { .. } => "an event is missing",
        VerifyProblem::EventAltered { .. } => "an event was altered",
        VerifyProblem::ChainBroken { .. } => "the chain of events is broken",
        VerifyProblem::EventUnreadable { .. } => "an event cannot be read",
        VerifyProblem::EventMislabelled { .. } => "an event's labels differ from its content",
        VerifyProblem::HeadDiffers { .. } => "the end of the record is not as noted",
        VerifyProblem::TextAltered { .. } => "a text was altered",
        VerifyProblem::TextMissing { .. } => "a text is missing",
        VerifyProblem::RawAltered { .. } => "a raw message was altered",
        VerifyProblem::RawMissing { .. } => "a raw message is missing",
        VerifyProblem::ProjectionDiffers { .. } => "what the lists show differs from the log",
        VerifyProblem::IndexDiffers { .. } => "the search index differs from the log",
        VerifyProblem::RegisterDiffers { .. } => "the register of customers differs from the log",
    }
}

pub(super) const fn pack_problem(code: PackProblemCode) -> &'static str {
    match code {
        PackProblemCode::Syntax => "it is not TOML there",
        PackProblemCode::UnknownKey => "packs have no such key",
        PackProblemCode::MissingKey => "the key is missing",
        PackProblemCode::WrongType => "the value is of another type",
        PackProblemCode::Empty => "the value is empty",
        PackProblemCode::UnknownWord => "it is none of the known words",
        PackProblemCode::BadId => "it has characters that it may not have",
        PackProblemCode::BadDate => "it is no date YYYY-MM-DD",
        PackProblemCode::BadTime => "it is no span HH:MM-HH:MM",
        PackProblemCode::BadNumber => "it is no whole number above zero, or too large",
        PackProblemCode::BadUrl => "it is no address that a browser opens (https://…)",
        PackProblemCode::Duplicate => "it is there already",
        PackProblemCode::MissingEntry => "an entry is missing",
        PackProblemCode::OneUnit => "give days, weeks or months, and only one of them",
        PackProblemCode::HoursOrDays => "give either hours or days",
        PackProblemCode::LevelOrder => "it is later than a milder level",
        PackProblemCode::HoursReversed => "it ends before it begins",
        PackProblemCode::ChannelNotOffered => "the pack does not offer the channel",
        PackProblemCode::GenerationsOrAsIn => "give either generations or as_in",
        PackProblemCode::QuestionOrLevel => "give either a question or a level",
        PackProblemCode::NeverAsked => "no answer leads to this question",
        PackProblemCode::AsksInCircles => "an answer leads back to a question before",
        PackProblemCode::Gap => "the generation before it is missing, or the order is wrong",
        PackProblemCode::NotOfGeneration => "not a version of this generation",
        PackProblemCode::VersionOrder => {
            "stands before an older version, or was released before it"
        }
        PackProblemCode::NotInTable => "the table has no such version",
        PackProblemCode::UnknownPath => "the path leads to no value",
    }
}

/// What recomputing a report found.
pub(super) fn difference(difference: &Difference) -> &'static str {
    match difference {
        Difference::LineUnreadable { .. } => "a line cannot be read",
        Difference::EventAltered { .. } => "the event was altered",
        Difference::ChainBroken { .. } => "the event does not link to the one before it",
        Difference::HeadDiffers { .. } => "the chain does not end as stated",
        Difference::SignOffDiffers { .. } => {
            "a sign-off states other figures than the events before it come to"
        }
        Difference::SignedHeadsDiffer { .. } => {
            "a sign-off states other ends of the chains than stand before it"
        }
        Difference::HashDiffers => "the events together are not those stated",
        Difference::VersionDiffers { .. } => "the version is not the one that was published",
        Difference::NotRecomputable { .. } => {
            "verdicts and figures cannot be given again from these events"
        }
        Difference::VerdictDiffers { .. } => "judged again, the verdict is another one",
        Difference::FigureDiffers { .. } => "counted again, the figure is another one",
    }
}
