//! Writing the deadlines of a case.

use std::io;

use super::centre::Answer;
use crate::stream::{Id, append_stamp, begin};

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
        append_stamp(line, at, answer.calendar.offset_secs(at));
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

fn truth(value: bool) -> &'static [u8] {
    if value { b"true" } else { b"false" }
}
