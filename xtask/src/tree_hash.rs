//! Fingerprints of folders, to skip work whose sources have not changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Context, Outcome};

/// Returns a fingerprint of all files under `paths`: their names and their bytes. Folders named in `skipped` are left out.
pub fn fingerprint(paths: &[PathBuf], skipped: &[&str]) -> Outcome<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, skipped, &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)
            .context(format!("read {}", file.display()))?
            .hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(path: &Path, skipped: &[&str], files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let doing = || format!("read {}", path.display());
    for entry in fs::read_dir(path).context(doing())? {
        let entry = entry.context(doing())?;
        let name = entry.file_name();
        if !skipped.iter().any(|skip| name == *skip) {
            collect(&entry.path(), skipped, files)?;
        }
    }
    Ok(())
}

/// Tells whether the work that left `fingerprint` in the file `stamp` is still good.
pub fn is_current(stamp: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|kept| kept == fingerprint)
}

/// Remembers in the file `stamp` that the work for `fingerprint` is done.
pub fn remember(stamp: &Path, fingerprint: &str) -> Outcome {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder).context(format!("make {}", folder.display()))?;
    }
    fs::write(stamp, fingerprint).context(format!("write {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, is_current, remember};
    use std::fs;

    #[test]
    fn changes_with_a_files_bytes_and_name_only() {
        let folder = tempfile::tempdir().unwrap();
        let root = [folder.path().to_path_buf()];
        fs::create_dir_all(folder.path().join("dist")).unwrap();
        fs::write(folder.path().join("a"), "1").unwrap();
        let first = fingerprint(&root, &["dist"]).unwrap();

        fs::write(folder.path().join("dist/built"), "x").unwrap();
        fs::write(folder.path().join("a"), "1").unwrap();
        assert_eq!(fingerprint(&root, &["dist"]).unwrap(), first);

        fs::write(folder.path().join("a"), "2").unwrap();
        let second = fingerprint(&root, &["dist"]).unwrap();
        assert_ne!(second, first);

        fs::rename(folder.path().join("a"), folder.path().join("b")).unwrap();
        assert_ne!(fingerprint(&root, &["dist"]).unwrap(), second);
    }

    #[test]
    fn a_stamp_holds_for_its_own_fingerprint() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = folder.path().join("stamps/ui");
        assert!(!is_current(&stamp, "a"));
        remember(&stamp, "a").unwrap();
        assert!(is_current(&stamp, "a"));
        assert!(!is_current(&stamp, "b"));
    }
}
