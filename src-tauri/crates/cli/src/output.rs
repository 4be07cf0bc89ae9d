//! Writing for people and for programs.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a text to the standard output. Whoever has read enough of it is no error.
pub fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    forgive(
        output
            .write_all(text.as_bytes())
            .and_then(|()| output.flush()),
    )
}

/// Writes a value as JSON to the standard output.
pub fn print_json(value: &impl Serialize) -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut output, value).map_err(io::Error::from);
    forgive(
        written
            .and_then(|()| writeln!(output))
            .and_then(|()| output.flush()),
    )
}

/// Writes a text to the standard error; where even that cannot be written, nobody is there to be told.
pub fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn forgive(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Takes out of one line what could move the cursor, colour the terminal or turn the reading round: mails hold anything.
pub fn line(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .filter(|letter| !turns(*letter))
        .collect()
}

/// Does the same for a text of several lines.
pub fn lines(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for part in text.lines() {
        clean.push_str(line(part).trim_end());
        clean.push('\n');
    }
    clean
}

/// Tells whether a letter changes the direction of those after it, ends a line, or is an unseen tag.
fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_mail_commands_the_terminal() {
        assert_eq!(line("a\u{1b}[31mb\r\nc\u{9b}d\u{202e}e"), "a [31mb  c de");
        assert_eq!(line("a\u{2028}b\u{61c}c\u{e0041}d"), "abcd");
        assert_eq!(lines("a\u{7}\r\n\nb\tc"), "a\n\nb c\n");
    }
}
