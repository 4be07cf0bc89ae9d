//! The files of an evidence folder, and the versions among them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use inquiry::{Body, Event, ReferenceEvent};

use crate::DeskError;

pub(super) const EVENTS: &str = "events.jsonl";
pub(super) const FIGURES: &str = "figures.json";
pub(super) const HEADS: &str = "heads.json";
pub(super) const VERSIONS: &str = "versions";

/// Takes why a file of the folder could not be written.
pub(super) fn unwritten(path: &Path) -> impl Fn(std::io::Error) -> DeskError + use<> {
    let path: PathBuf = path.to_path_buf();
    move |problem| DeskError::unwritable(&path, &problem)
}

/// Takes why a file of the folder could not be read.
pub(super) fn refused(path: &Path) -> impl Fn(std::io::Error) -> DeskError + use<> {
    let path: PathBuf = path.to_path_buf();
    move |problem| DeskError::UnreadableFile {
        path: path.display().to_string(),
        problem,
    }
}

/// Gives every version of packs and calendars that the events published, as files for people to read.
pub(super) fn versions(events: &[Event]) -> Result<BTreeMap<String, String>, DeskError> {
    let mut files = BTreeMap::new();
    for event in events {
        let Body::Reference(body) = &event.body else {
            continue;
        };
        if let ReferenceEvent::PackPublished {
            id, version, text, ..
        } = body
        {
            files.insert(format!("pack-{id}-{version}.toml"), text.clone());
        } else if let ReferenceEvent::CalendarPublished { hash, versions } = body {
            let name = format!("calendar-{}.json", short(hash));
            files.insert(name, serde_json::to_string_pretty(versions)?);
        } else if let ReferenceEvent::HolidaysPublished { hash, years } = body {
            let name = format!("holidays-{}.json", short(hash));
            files.insert(name, serde_json::to_string_pretty(years)?);
        }
    }
    Ok(files)
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
