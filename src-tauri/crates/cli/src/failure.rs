//! Why a command did not do what was asked: a code, what its sentence needs, and how the program ends.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use business_time::{Instant, OutOfRange, Tz};
use desk::DeskError;
use inquiry::Refusal;
use serde::Serialize;

use crate::exit::Exit;
use crate::i18n::{Said, Words};
use crate::output::lines;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The desk refused, or could not.
    Desk(DeskError),
    /// The same of a call in which instants matter; with the centre's time zone, by whose clock they are told.
    DeskAt(DeskError, Tz),
    /// The command line is not right; holds what the parser says.
    Usage(String),
    /// A writing command does not say who does it.
    ActorMissing,
    /// A changed situation names no message; holds the inquiry.
    MessageMissing(String),
    /// A reading command finds no record in the folder.
    NoRecord(PathBuf),
    /// The system has no place for data, and none was named.
    NoDataDir,
    /// The result cannot be written.
    Output(io::Error),
    /// Somebody called it off.
    CalledOff,
}

/// An error as `--json` writes it.
#[derive(Serialize)]
struct ErrorShape<'a> {
    error: Body<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'a str,
    params: BTreeMap<&'static str, String>,
    message: String,
    hints: Vec<String>,
}

impl<E: Into<DeskError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Desk(error.into())
    }
}

impl Failure {
    /// The codes that come from the command line itself; the others are the desk's.
    #[cfg(test)]
    pub const CODES: &'static [&'static str] = &[
        "usage",
        "actor-missing",
        "message-missing",
        "no-record",
        "no-data-dir",
        "output",
        "called-off",
        "unexpected",
    ];

    /// Gives the stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Desk(error) | Self::DeskAt(error, _) => error.code(),
            Self::Usage(_) => "usage",
            Self::ActorMissing => "actor-missing",
            Self::MessageMissing(_) => "message-missing",
            Self::NoRecord(_) => "no-record",
            Self::NoDataDir => "no-data-dir",
            Self::Output(_) => "output",
            Self::CalledOff => "called-off",
        }
    }

    /// Gives how the program ends.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Desk(error) | Self::DeskAt(error, _) => exit_of(error),
            Self::Usage(_) | Self::ActorMissing | Self::MessageMissing(_) => Exit::Usage,
            Self::NoRecord(_) | Self::NoDataDir => Exit::Record,
            Self::Output(_) => Exit::File,
            Self::CalledOff => Exit::CalledOff,
        }
    }

    /// Writes the error for people, or as JSON.
    pub fn text(&self, words: &Words, json: bool) -> String {
        let mut params = self.params();
        if let Some(problems) = params.get_mut("problems") {
            let said = problems.split(' ').map(words.obligation.refusal);
            *problems = said.collect::<Vec<_>>().join(words.obligation.and);
        }
        let said = said(words, self.code());
        let message = fill(said.sentence, self.code(), &params);
        let hint = fill(said.hint, self.code(), &params);
        if json {
            let hints = Some(hint).filter(|it| !it.is_empty()).into_iter().collect();
            let shape = ErrorShape {
                error: Body {
                    code: self.code(),
                    params,
                    message,
                    hints,
                },
            };
            return serde_json::to_string(&shape)
                .map_or_else(|_| String::new(), |line| line + "\n");
        }
        let mut text = lines(&format!("error[{}]: {message}", self.code()));
        if !hint.is_empty() {
            text.push_str(&lines(&format!("hint: {hint}")));
        }
        text
    }

    fn params(&self) -> BTreeMap<&'static str, String> {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::Desk(error) => error.params(),
            Self::DeskAt(error, zone) => in_zone(error.params(), *zone),
            Self::Usage(detail) => BTreeMap::from([("detail", detail.clone())]),
            Self::ActorMissing | Self::NoDataDir | Self::CalledOff => BTreeMap::new(),
            Self::MessageMissing(inquiry) => BTreeMap::from([("inquiry", inquiry.clone())]),
            Self::NoRecord(path) => BTreeMap::from([("path", shown(path))]),
            Self::Output(error) => BTreeMap::from([("detail", error.to_string())]),
        }
    }
}

/// Tells the instants among parameters by the clock of a zone.
fn in_zone(mut params: BTreeMap<&'static str, String>, zone: Tz) -> BTreeMap<&'static str, String> {
    for value in params.values_mut() {
        if let Ok(at) = Instant::parse(value) {
            *value = at.to_rfc3339_in(zone);
        }
    }
    params
}

/// Gives how the program ends by an error of the desk.
fn exit_of(error: &DeskError) -> Exit {
    match error {
        DeskError::NoSuchInquiry(_)
        | DeskError::NoSuchObligation(_)
        | DeskError::NoSuchProduct(_)
        | DeskError::NoSuchContract(_)
        | DeskError::NoSuchPerson(_) => Exit::NotFound,
        DeskError::Refused {
            refusal: Refusal::NoSuchMessage(_),
            ..
        } => Exit::NotFound,
        DeskError::Refused { .. }
        | DeskError::ObligationRefused { .. }
        | DeskError::CannotUndo { .. }
        | DeskError::NothingToUndo
        | DeskError::ReferenceChangedSince
        | DeskError::MergeIntoItself(_)
        | DeskError::MergeIntoLater { .. }
        | DeskError::ReceiptInFuture
        | DeskError::PackClash(_) => Exit::Refused,
        DeskError::EmptyName
        | DeskError::AnswersLeadNowhere
        | DeskError::NothingNamed
        | DeskError::NoSuchTable(_)
        | DeskError::SignOffOfCustomers
        | DeskError::PeriodReversed { .. }
        | DeskError::SettingOutOfRange(_)
        | DeskError::OutOfRange(OutOfRange)
        | DeskError::Evaluate(_) => Exit::Usage,
        DeskError::Pack(_)
        | DeskError::Table(_)
        | DeskError::Calendar(_)
        | DeskError::CalendarEdits(_)
        | DeskError::Holidays(_)
        | DeskError::Register(_) => Exit::PartlyRefused,
        DeskError::UnreadableFile { .. }
        | DeskError::UnwritableFile { .. }
        | DeskError::FileTooLarge { .. } => Exit::File,
        DeskError::Damaged(_) => Exit::Record,
        // A backup that cannot be used leaves the record as it was.
        DeskError::Store(store) => match store.code() {
            "exists" | "not-a-backup" | "backup-unsound" => Exit::Refused,
            _ => Exit::Record,
        },
    }
}

/// Finds the sentence of a code; there is one for what no catalogue knows.
fn said(words: &Words, code: &str) -> &'static Said {
    let find = |code: &str| words.errors.iter().find(|it| it.code == code);
    find(code).or_else(|| find("unexpected")).unwrap_or(&UNSAID)
}

const UNSAID: Said = Said {
    code: "unexpected",
    sentence: "{code} {detail}",
    hint: "",
};

/// Fills the parameters into a sentence; what it names and the error does not have stays empty.
fn fill(sentence: &str, code: &str, params: &BTreeMap<&'static str, String>) -> String {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(if name == "code" {
            code
        } else {
            params.get(name).map_or("", String::as_str)
        });
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests;
