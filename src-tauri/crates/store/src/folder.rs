//! The data folder: what stands where in it, and the locks on it.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use business_time::Instant;

use crate::StoreError;

/// The paths below a data folder.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("ichiji.db")
    }

    pub(crate) fn raw(&self) -> PathBuf {
        self.0.join("raw")
    }

    /// The lock that one window holds.
    pub(crate) fn window_lock(&self) -> PathBuf {
        self.0.join("window.lock")
    }

    /// The lock that every program shares, and that an upgrade or a restore takes alone.
    pub(crate) fn store_lock(&self) -> PathBuf {
        self.0.join("store.lock")
    }

    /// Makes the folder, readable by its owner alone. One that is there already keeps its permissions.
    pub(crate) fn create(&self) -> Result<(), StoreError> {
        if self.0.is_dir() {
            return Ok(());
        }
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&self.0)
            .map_err(|source| StoreError::file(&self.0, source))
    }
}

/// Opens a lock file.
pub(crate) fn lock_file(path: &Path) -> Result<File, StoreError> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(path)
        .map_err(|source| StoreError::file(path, source))
}

/// Takes a lock alone; `refused` where somebody holds it.
pub(crate) fn lock_alone(path: &Path, refused: StoreError) -> Result<File, StoreError> {
    let file = lock_file(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(refused),
        Err(TryLockError::Error(source)) => Err(StoreError::file(path, source)),
    }
}

/// Shares a lock; [`StoreError::InUse`] while somebody holds it alone.
pub(crate) fn lock_shared(path: &Path) -> Result<File, StoreError> {
    let file = lock_file(path)?;
    match file.try_lock_shared() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(source)) => Err(StoreError::file(path, source)),
    }
}

/// Makes new names in a folder last through a power failure.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    // Windows opens no folder as a file and needs no such sync.
    if cfg!(unix) {
        File::open(path)
            .and_then(|folder| folder.sync_all())
            .map_err(|source| StoreError::file(path, source))?;
    }
    Ok(())
}

/// Makes a file's bytes last through a power failure.
pub(crate) fn sync_file(path: &Path) -> Result<(), StoreError> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|source| StoreError::file(path, source))
}

/// Adds an ending to a file's name.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Moves a file, if it is there.
pub(crate) fn move_if_there(from: &Path, to: &Path) -> Result<(), StoreError> {
    match fs::rename(from, to) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::file(from, source))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Writes an instant for the name of a file: `20260301T010203Z`.
pub(crate) fn stamp(now: Instant) -> String {
    let whole = Instant::from_micros(now.as_micros().div_euclid(1_000_000) * 1_000_000);
    whole
        .to_rfc3339()
        .chars()
        .filter(|letter| !matches!(letter, '-' | ':'))
        .collect()
}

/// Finds a path of that name where nothing stands yet, counting on from `-2` where it is taken.
pub(crate) fn free(path: PathBuf) -> PathBuf {
    let mut candidate = path.clone();
    let mut count = 2_u32;
    while candidate.exists() {
        candidate = with_ending(&path, &format!("-{count}"));
        count += 1;
    }
    candidate
}
