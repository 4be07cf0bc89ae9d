use std::io::{BufRead, ErrorKind};

use business_time::Instant;
use thiserror::Error;

use crate::date::envelope_date;
use crate::message::MAX_RAW;

/// A line longer than this is taken in pieces.
const MAX_LINE: usize = 64 << 10;

/// One message out of an mbox.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MboxMessage {
    /// The raw message, its `>From ` quoting undone.
    pub raw: Vec<u8>,
    /// The instant of its `From ` line; UTC is meant where that names no zone (RFC 4155).
    pub envelope_at: Option<Instant>,
    /// Where its `From ` line begins: bytes from the start of the mbox.
    pub offset: u64,
}

/// Why a message, or all that follows, could not be taken out of an mbox.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Error)]
pub enum MboxProblem {
    /// It does not begin with a `From ` line; nothing follows.
    #[error("not_mbox")]
    NotMbox,
    /// The message at that offset has more than [`MAX_RAW`] bytes; the next ones follow.
    #[error("too_large")]
    TooLarge {
        /// Where its `From ` line begins, in bytes.
        offset: u64,
    },
    /// Reading failed; nothing follows.
    #[error("read")]
    Read(ErrorKind),
}

/// Splits an mbox (mboxo or mboxrd) into its messages as it reads: it holds one message at most.
///
/// A message begins with a line `From … date` at the start or after an empty line. Lines quoted
/// as `>From `, `>>From ` lose one sign.
pub struct Mbox<R: BufRead> {
    reader: R,
    offset: u64,
    line: Vec<u8>,
    state: State,
}

/// Where the reader stands.
enum State {
    /// Before the first line.
    Start,
    /// After the `From ` line of a message.
    Inside {
        envelope_at: Option<Instant>,
        offset: u64,
    },
    /// At the end, or where reading failed.
    Done,
}

impl<R: BufRead> Mbox<R> {
    /// Reads from `reader`, which stands at the start of the mbox.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            offset: 0,
            line: Vec::new(),
            state: State::Start,
        }
    }

    /// Takes the next line, or a piece of a long one, with its end into `self.line`; false at the end.
    fn next_line(&mut self) -> Result<bool, MboxProblem> {
        self.line.clear();
        while self.line.len() < MAX_LINE {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(MboxProblem::Read(error.kind())),
            };
            let wanted = MAX_LINE - self.line.len();
            let buffer = buffer.get(..wanted).unwrap_or(buffer);
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let piece = end.and_then(|end| buffer.get(..=end)).unwrap_or(buffer);
            let length = piece.len();
            self.line.extend_from_slice(piece);
            self.reader.consume(length);
            self.offset = self
                .offset
                .saturating_add(u64::try_from(length).unwrap_or(0));
            if end.is_some() || length == 0 {
                break;
            }
        }
        Ok(!self.line.is_empty())
    }

    /// Where the line just taken begins.
    fn line_offset(&self) -> u64 {
        self.offset
            .saturating_sub(u64::try_from(self.line.len()).unwrap_or(0))
    }

    fn start(&mut self) -> Result<Option<(Option<Instant>, u64)>, MboxProblem> {
        while self.next_line()? {
            let line = self
                .line
                .strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(&self.line);
            if line.starts_with(b"From ") {
                return Ok(Some((envelope(line), self.line_offset())));
            }
            if !line.trim_ascii().is_empty() {
                return Err(MboxProblem::NotMbox);
            }
        }
        Ok(None)
    }

    /// Takes one message, up to the next `From ` line or the end.
    fn message(
        &mut self,
        envelope_at: Option<Instant>,
        offset: u64,
    ) -> Result<MboxMessage, MboxProblem> {
        let mut raw = Vec::new();
        let (mut too_large, mut after_blank, mut at_line_start) = (false, false, true);
        self.state = State::Done;
        while self.next_line()? {
            if at_line_start && after_blank && is_separator(&self.line) {
                let (envelope_at, offset) = (envelope(&self.line), self.line_offset());
                self.state = State::Inside {
                    envelope_at,
                    offset,
                };
                break;
            }
            after_blank = at_line_start && matches!(self.line.as_slice(), b"\n" | b"\r\n");
            let line = if at_line_start {
                unquoted(&self.line)
            } else {
                &self.line
            };
            too_large = too_large || raw.len() + line.len() > MAX_RAW;
            if !too_large {
                raw.extend_from_slice(line);
            }
            at_line_start = self.line.ends_with(b"\n");
        }
        if too_large {
            return Err(MboxProblem::TooLarge { offset });
        }
        trim_separator(&mut raw);
        Ok(MboxMessage {
            raw,
            envelope_at,
            offset,
        })
    }
}

/// The empty line before a separator, and at the end, belongs to the mbox.
fn trim_separator(raw: &mut Vec<u8>) {
    let kept = raw
        .strip_suffix(b"\n\n")
        .or_else(|| raw.strip_suffix(b"\n\r\n"))
        .map(|kept| kept.len() + 1);
    if let Some(kept) = kept {
        raw.truncate(kept);
    }
}

impl<R: BufRead> Iterator for Mbox<R> {
    type Item = Result<MboxMessage, MboxProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        let (envelope_at, offset) = match self.state {
            State::Done => return None,
            State::Inside {
                envelope_at,
                offset,
            } => (envelope_at, offset),
            State::Start => {
                self.state = State::Done;
                match self.start() {
                    Ok(first) => first?,
                    Err(problem) => return Some(Err(problem)),
                }
            }
        };
        Some(self.message(envelope_at, offset))
    }
}

/// Tells whether a line after an empty one begins a message: prose that starts with `From ` does
/// not hold a date.
fn is_separator(line: &[u8]) -> bool {
    line.starts_with(b"From ") && envelope(line).is_some()
}

/// The instant of a `From ` line: the date stands after an address, which may hold blanks.
fn envelope(line: &[u8]) -> Option<Instant> {
    let text = String::from_utf8_lossy(line.get(..500).unwrap_or(line));
    let words: Vec<&str> = text.split_ascii_whitespace().skip(1).collect();
    (0..words.len().min(5)).find_map(|skipped| envelope_date(&words.get(skipped..)?.join(" ")))
}

/// Takes one sign off a quoted `>From ` line.
fn unquoted(line: &[u8]) -> &[u8] {
    let signs = line.iter().take_while(|byte| **byte == b'>').count();
    let quoted = signs > 0
        && line
            .get(signs..)
            .is_some_and(|rest| rest.starts_with(b"From "));
    if quoted {
        line.get(1..).unwrap_or(line)
    } else {
        line
    }
}

#[cfg(test)]
mod tests;
