//! Files with reference data: packs, calendars, lists of holidays, tables.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::DeskError;

/// The most that such a file may have: the Cabinet Office's list has 22 KB, a pack 10 KB.
pub const MOST_MIB: u64 = 4;

/// Reads a file of reference data, no more of it than is allowed: what was named may be a device without end.
///
/// # Errors
/// [`DeskError::UnreadableFile`], [`DeskError::FileTooLarge`].
pub fn read_reference_file(path: &Path) -> Result<Vec<u8>, DeskError> {
    let named = || path.display().to_string();
    let bytes = read(path).map_err(|problem| DeskError::UnreadableFile {
        path: named(),
        problem,
    })?;
    bytes.ok_or_else(|| DeskError::FileTooLarge { path: named() })
}

/// Gives nothing where there is more than is allowed.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let most = MOST_MIB << 20;
    let mut bytes = Vec::new();
    let read = File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((u64::try_from(read).unwrap_or(u64::MAX) <= most).then_some(bytes))
}

/// Takes the bytes of a file as text; a mark of the byte order before it is left out.
///
/// # Errors
/// [`DeskError::UnreadableFile`] where it is not UTF-8.
pub fn read_reference_text(path: &Path) -> Result<String, DeskError> {
    let bytes = read_reference_file(path)?;
    let text = String::from_utf8(bytes).map_err(|error| DeskError::UnreadableFile {
        path: path.display().to_string(),
        problem: io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()),
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map_or(text.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn file_of(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn a_file_is_read_up_to_its_most() {
        let most = usize::try_from(MOST_MIB << 20).unwrap();
        let full = file_of(&vec![b'x'; most]);
        assert_eq!(read_reference_file(full.path()).unwrap().len(), most);
        let over = file_of(&vec![b'x'; most + 1]);
        let error = read_reference_file(over.path()).unwrap_err();
        assert_eq!(error.code(), "file-too-large");
        assert_eq!(error.params().get("most").map(String::as_str), Some("4"));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_without_end_is_too_large() {
        let error = read_reference_file(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(error.code(), "file-too-large");
    }

    #[test]
    fn a_text_is_utf_8_with_a_mark_or_without() {
        let marked = file_of("\u{feff}id = 1".as_bytes());
        assert_eq!(read_reference_text(marked.path()).unwrap(), "id = 1");
        let other = file_of(b"id = \x93\xfa");
        let error = read_reference_text(other.path()).unwrap_err();
        assert_eq!(error.code(), "unreadable-file");
    }
}
