//! Where the record is kept when nobody says otherwise.

use std::path::PathBuf;

/// Gives the system's place for this program's data; nothing where the system has none.
#[must_use]
pub fn data_dir() -> Option<PathBuf> {
    dirs::data_dir().map(|place| place.join("ichiji"))
}
