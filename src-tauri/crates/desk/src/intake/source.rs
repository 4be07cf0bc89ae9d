//! Where messages come from: files, folders, and bytes that were kept.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::refused::{Kept, RefusalCode, Rejected};

/// How many bytes tell what a file is.
const HEAD: u64 = 64 << 10;

/// One file, or what was kept of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Source {
    /// What reports call it.
    pub name: String,
    content: Content,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Content {
    File(PathBuf),
    Kept(Vec<u8>),
}

/// What can be read from any place on.
pub(super) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

impl Source {
    /// Takes a file.
    pub fn file(path: &Path) -> Self {
        Self {
            name: path.display().to_string(),
            content: Content::File(path.to_owned()),
        }
    }

    /// Takes kept bytes.
    pub const fn kept(name: String, bytes: Vec<u8>) -> Self {
        Self {
            name,
            content: Content::Kept(bytes),
        }
    }

    /// Opens it for reading from a place on.
    pub fn open_at(&self, offset: u64) -> io::Result<Box<dyn BufRead + '_>> {
        let mut reader: Box<dyn ReadSeek + '_> = match &self.content {
            Content::File(path) => Box::new(File::open(path)?),
            Content::Kept(bytes) => Box::new(Cursor::new(bytes)),
        };
        reader.seek(SeekFrom::Start(offset))?;
        Ok(Box::new(BufReader::with_capacity(64 << 10, reader)))
    }

    /// Reads its first bytes.
    pub fn head(&self) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.open_at(0)?.take(HEAD).read_to_end(&mut head)?;
        Ok(head)
    }

    /// Reads it whole; nothing where it has more than `most` bytes.
    pub fn whole(&self, most: u64) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        self.open_at(0)?
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)?;
        Ok((u64::try_from(bytes.len()).unwrap_or(u64::MAX) <= most).then_some(bytes))
    }

    /// Gives the SHA-256 of its content.
    pub fn digest(&self) -> io::Result<[u8; 32]> {
        let mut digest = Sha256::new();
        let mut reader = self.open_at(0)?;
        loop {
            let buffer = reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(digest.finalize().into());
            }
            digest.update(buffer);
            let length = buffer.len();
            reader.consume(length);
        }
    }
}

/// Finds the files behind paths: folders with all that lies in them, by name. Links are not followed, hidden files
/// inside folders (`.DS_Store`) are passed over.
pub(super) fn gather(paths: &[PathBuf]) -> (Vec<Source>, Vec<Rejected>) {
    let (mut sources, mut rejected) = (Vec::new(), Vec::new());
    for path in paths {
        if let Err(error) = walk(path, &mut sources, &mut rejected) {
            rejected.push(not_readable(&path.display().to_string(), &error));
        }
    }
    (sources, rejected)
}

fn walk(path: &Path, sources: &mut Vec<Source>, rejected: &mut Vec<Rejected>) -> io::Result<()> {
    let kind = fs::symlink_metadata(path)?.file_type();
    if kind.is_symlink() {
        rejected.push(Rejected::new(
            &path.display().to_string(),
            RefusalCode::Symlink,
            Kept::Nothing,
        ));
    } else if kind.is_dir() {
        let mut inside = fs::read_dir(path)?
            .map(|it| it.map(|it| it.path()))
            .collect::<io::Result<Vec<_>>>()?;
        inside.sort();
        for path in inside.iter().filter(|it| !is_hidden(it)) {
            if let Err(error) = walk(path, sources, rejected) {
                rejected.push(not_readable(&path.display().to_string(), &error));
            }
        }
    } else if kind.is_file() {
        sources.push(Source::file(path));
    } else {
        rejected.push(Rejected::new(
            &path.display().to_string(),
            RefusalCode::UnknownKind,
            Kept::Nothing,
        ));
    }
    Ok(())
}

pub(super) fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|it| it.to_string_lossy().starts_with('.'))
}

/// Says that something could not be read; the cause is a short word, not the system's sentence.
pub(super) fn not_readable(name: &str, error: &io::Error) -> Rejected {
    Rejected::new(name, RefusalCode::NotReadable, Kept::Nothing).with("cause", error.kind())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_by_name_without_links_and_hidden_files() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).unwrap();
        for name in ["c.eml", "a.eml", "b/z.csv", ".hidden"] {
            fs::write(at(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("a.eml"), at("d.eml")).unwrap();
        let (sources, rejected) = gather(&[folder.path().to_owned(), at("missing.eml")]);
        let names: Vec<&str> = sources
            .iter()
            .map(|it| it.name.rsplit('/').next().unwrap_or_default())
            .collect();
        assert_eq!(names, ["a.eml", "z.csv", "c.eml"]);
        let codes: Vec<RefusalCode> = rejected.iter().map(|it| it.code).collect();
        assert_eq!(codes, [RefusalCode::Symlink, RefusalCode::NotReadable]);
    }

    #[test]
    fn kept_bytes_are_read_like_a_file() {
        let source = Source::kept("kept".to_owned(), b"abcdef".to_vec());
        assert_eq!(source.head().unwrap(), b"abcdef");
        assert_eq!(
            source.whole(6).unwrap().as_deref(),
            Some(b"abcdef".as_slice())
        );
        assert_eq!(source.whole(5).unwrap(), None);
        let mut rest = String::new();
        source
            .open_at(4)
            .unwrap()
            .read_to_string(&mut rest)
            .unwrap();
        assert_eq!(rest, "ef");
    }
}
