//! Writing answers as JSON lines.

use std::io::{self, Write};

use super::case::{CaseError, Id};
use super::centre::Answer;
use super::stamp;

/// Appends the answer to a case.
pub fn answered(line: &mut Vec<u8>, id: &Id<'_>, answer: &Answer<'_>) -> io::Result<()> {
    let deadlines = &answer.deadlines;
    begin(line, Some(id))?;
    for (name, at) in [
        (r#","start":""#, deadlines.start),
        (r#"","target":""#, deadlines.target),
        (r#"","limit":""#, deadlines.limit),
    ] {
        line.extend_from_slice(name.as_bytes());
        stamp::append(line, at, answer.calendar.offset_secs(at));
    }
    line.extend_from_slice(b"\",\"carried_over\":");
    line.extend_from_slice(truth(deadlines.carried_over));
    line.extend_from_slice(b",\"provisional\":");
    line.extend_from_slice(truth(deadlines.provisional));
    // Ids and versions hold only letters, digits, dots and hyphens: nothing to escape.
    line.extend_from_slice(b",\"pack\":\"");
    line.extend_from_slice(answer.pack.id().as_str().as_bytes());
    line.push(b' ');
    line.extend_from_slice(answer.pack.version().as_bytes());
    line.extend_from_slice(b"\"}\n");
    Ok(())
}

/// Appends why a case has no answer.
pub fn refused(line: &mut Vec<u8>, id: Option<&Id<'_>>, error: &CaseError) -> io::Result<()> {
    begin(line, id)?;
    line.extend_from_slice(b",\"error\":{\"code\":");
    serde_json::to_writer(&mut *line, error.code())?;
    line.extend_from_slice(b",\"message\":");
    serde_json::to_writer(&mut *line, &error.to_string())?;
    line.extend_from_slice(b"}}\n");
    Ok(())
}

fn begin(line: &mut Vec<u8>, id: Option<&Id<'_>>) -> io::Result<()> {
    line.extend_from_slice(b"{\"id\":");
    match id {
        Some(Id::Text(text)) => serde_json::to_writer(&mut *line, text.as_ref())?,
        Some(Id::Number(number)) => write!(line, "{number}")?,
        None => line.extend_from_slice(b"null"),
    }
    Ok(())
}

fn truth(value: bool) -> &'static [u8] {
    if value { b"true" } else { b"false" }
}
