//! What all answers have in common.

use std::io::{self, Write};

use super::error::CaseError;
use super::field::Id;

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

/// Begins the answer to a case with its name.
pub fn begin(line: &mut Vec<u8>, id: Option<&Id<'_>>) -> io::Result<()> {
    line.extend_from_slice(b"{\"id\":");
    match id {
        Some(Id::Text(text)) => serde_json::to_writer(&mut *line, text.as_ref())?,
        Some(Id::Number(number)) => write!(line, "{number}")?,
        None => line.extend_from_slice(b"null"),
    }
    Ok(())
}
