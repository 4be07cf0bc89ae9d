//! What could not be taken in. Nothing vanishes: it is listed with its reason, and its bytes are kept for another try.

use std::collections::BTreeMap;
use std::fmt;

use uuid::Uuid;

use super::entry::{Unreadable, Unusable};
use super::source::Source;

/// Why something was not taken in.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RefusalCode {
    /// It could not be opened or read; `cause` says why.
    NotReadable,
    /// It is a symbolic link, which intake does not follow.
    Symlink,
    /// There is nothing in it.
    Empty,
    /// It is larger than intake takes.
    TooLarge,
    /// It is neither mail nor table nor JSON lines.
    UnknownKind,
    /// Its characters are in no encoding that intake knows.
    UnknownEncoding,
    /// Its table has no column for a subject or a text.
    NoColumns,
    /// A row or line is broken; `line` says which.
    BrokenRow,
    /// A row says neither a subject nor a text.
    EmptyRow,
    /// A row's receipt cannot be read.
    BadInstant,
    /// It is no mail.
    NotMail,
    /// Its parts lie too deep, or there are too many of them.
    TooComplex,
    /// It is ours, and no inquiry is known that it answers.
    NoThread,
    /// There is no pack to judge it by.
    NoProduct,
    /// A row's first response cannot be read, or lies before the receipt or after now.
    BadResponse,
    /// A row tells of a first response, but of no level to judge it by (§17).
    NoLevel,
}

impl RefusalCode {
    const ALL: [Self; 16] = [
        Self::NotReadable,
        Self::Symlink,
        Self::Empty,
        Self::TooLarge,
        Self::UnknownKind,
        Self::UnknownEncoding,
        Self::NoColumns,
        Self::BrokenRow,
        Self::EmptyRow,
        Self::BadInstant,
        Self::NotMail,
        Self::TooComplex,
        Self::NoThread,
        Self::NoProduct,
        Self::BadResponse,
        Self::NoLevel,
    ];

    /// Gives the stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotReadable => "intake-not-readable",
            Self::Symlink => "intake-symlink",
            Self::Empty => "intake-empty",
            Self::TooLarge => "intake-too-large",
            Self::UnknownKind => "intake-unknown-kind",
            Self::UnknownEncoding => "intake-unknown-encoding",
            Self::NoColumns => "intake-no-columns",
            Self::BrokenRow => "intake-broken-row",
            Self::EmptyRow => "intake-empty-row",
            Self::BadInstant => "intake-bad-instant",
            Self::NotMail => "intake-not-mail",
            Self::TooComplex => "intake-too-complex",
            Self::NoThread => "intake-no-thread",
            Self::NoProduct => "intake-no-product",
            Self::BadResponse => "intake-bad-response",
            Self::NoLevel => "intake-no-level",
        }
    }

    /// Finds a code by its spelling.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == code)
    }
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Unusable> for RefusalCode {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::Mail(Unreadable::Empty) => Self::Empty,
            Unusable::Mail(Unreadable::TooLarge) => Self::TooLarge,
            Unusable::Mail(Unreadable::NotMail) => Self::NotMail,
            Unusable::Mail(
                Unreadable::TooDeep | Unreadable::TooManyParts | Unreadable::TooManyFields,
            ) => Self::TooComplex,
            Unusable::Empty => Self::EmptyRow,
            Unusable::Instant => Self::BadInstant,
            Unusable::Product => Self::NoProduct,
            Unusable::Response => Self::BadResponse,
            Unusable::Level => Self::NoLevel,
        }
    }
}

/// Something that was not taken in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Names it in the list of what is kept; the same bytes have the same id.
    pub id: Uuid,
    /// The file, and the place in it where it holds several.
    pub name: String,
    /// Why.
    pub code: RefusalCode,
    /// What the sentence needs: `line`, `cause`.
    pub params: BTreeMap<&'static str, String>,
}

/// Something that was not taken in, with what is kept of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Rejected {
    pub name: String,
    pub code: RefusalCode,
    pub params: BTreeMap<&'static str, String>,
    pub kept: Kept,
}

/// What is kept of something that was not taken in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Kept {
    /// Nothing: there are no bytes at hand, or too many.
    Nothing,
    /// These bytes.
    Bytes(Vec<u8>),
    /// The whole file at that place in the list of sources.
    Source(usize),
}

/// The most bytes that are kept of one thing that was refused, unless it is a mail: 32 MiB.
const MAX_KEPT: u64 = 32 << 20;

impl Rejected {
    pub fn new(name: &str, code: RefusalCode, kept: Kept) -> Self {
        Self {
            name: name.to_owned(),
            code,
            params: BTreeMap::new(),
            kept,
        }
    }

    /// Gives the bytes that are kept; a file that cannot be read any more leaves none.
    pub fn bytes(&mut self, sources: &[Source]) -> Option<Vec<u8>> {
        match std::mem::replace(&mut self.kept, Kept::Nothing) {
            Kept::Nothing => None,
            Kept::Bytes(bytes) => Some(bytes),
            Kept::Source(at) => sources.get(at)?.whole(MAX_KEPT).ok()?,
        }
    }

    pub fn with(mut self, param: &'static str, value: impl fmt::Display) -> Self {
        self.params.insert(param, value.to_string());
        self
    }

    pub fn report(self, bytes: Option<&[u8]>) -> Refused {
        let seed = bytes.unwrap_or(self.name.as_bytes());
        Refused {
            id: super::derived_id(&[b"refused", seed]),
            name: self.name,
            code: self.code,
            params: self.params,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_by_their_spelling() {
        for code in RefusalCode::ALL {
            assert_eq!(RefusalCode::from_code(code.as_str()), Some(code));
        }
        assert_eq!(RefusalCode::from_code("other"), None);
    }
}
