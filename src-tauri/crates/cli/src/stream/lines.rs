//! Reading lines in bounded memory.

use std::io::{self, BufRead, Read as _};

/// The longest line that is read, without its end: 1 MiB.
pub const LONGEST: usize = 1 << 20;

/// A line of the input.
#[derive(Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Its bytes, without the end of the line.
    Read(&'a [u8]),
    /// It is longer than [`LONGEST`] and was passed over.
    TooLong,
}

/// The lines of an input, all read into one buffer.
pub struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    first: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            first: true,
        }
    }

    /// Reads the next line; none at the end of the input.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.buffer.clear();
        let mut bounded = self.input.by_ref().take(LONGEST as u64 + 1);
        if bounded.read_until(b'\n', &mut self.buffer)? == 0 {
            return Ok(None);
        }
        let first = std::mem::take(&mut self.first);
        if self.buffer.last() == Some(&b'\n') {
            self.buffer.pop();
        } else if self.buffer.len() > LONGEST {
            self.input.skip_until(b'\n')?;
            return Ok(Some(Line::TooLong));
        }
        let line = self.buffer.as_slice();
        // Editors on Windows begin a file with a byte order mark.
        let line = line
            .strip_prefix(b"\xEF\xBB\xBF")
            .filter(|_| first)
            .unwrap_or(line);
        Ok(Some(Line::Read(line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &[u8], expected: &[Option<&[u8]>]) {
        let mut lines = Lines::new(input);
        for line in expected {
            let line = line.map_or(Line::TooLong, Line::Read);
            assert!(lines.next().unwrap() == Some(line));
        }
        assert_eq!(lines.next().unwrap(), None);
        assert!(
            lines.buffer.capacity() <= 2 * LONGEST + 2,
            "memory stays bounded"
        );
    }

    #[test]
    fn lines_end_at_line_feeds_or_at_the_end() {
        check(b"", &[]);
        check(b"a\nbc", &[Some(b"a"), Some(b"bc")]);
        check(b"a\n\n", &[Some(b"a"), Some(b"")]);
        check(
            b"\xEF\xBB\xBFa\n\xEF\xBB\xBFb",
            &[Some(b"a"), Some(b"\xEF\xBB\xBFb")],
        );
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let longest = vec![b'x'; LONGEST];
        let mut input = longest.clone();
        input.extend(b"\n");
        input.extend(vec![b'y'; 5 * LONGEST]);
        input.extend(b"\nz\n");
        input.extend(vec![b'y'; LONGEST + 1]);
        check(&input, &[Some(&longest), None, Some(b"z"), None]);
    }
}
