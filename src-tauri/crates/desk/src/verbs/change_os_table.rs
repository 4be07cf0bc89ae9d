use chrono::NaiveDate;
use inquiry::{FactTable, ReferenceEvent};
use policy::{OsDifference, OsEdit, OsTable, PlacedRelease};
use sha2::{Digest, Sha256};

use super::open_verifications::NewRelease;
use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

/// A change of the table of operating systems.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OsTableChange {
    /// A whole table in the place of the one in force.
    Table(String),
    /// Changes of the one in force, one after the other.
    Edits(Vec<OsEdit>),
}

impl Desk {
    /// Says what a change of the table of operating systems would do; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::Table`] with all problems.
    pub fn preview_os_table(&self, change: &OsTableChange) -> Result<OsDifference, DeskError> {
        let rules = self.rules();
        let today = rules.calendar.date_of(self.now());
        Ok(rules
            .os_table
            .difference_to(&changed(&rules.os_table, change, today)?))
    }

    /// Changes the table of operating systems, and opens what has to be verified for each release that came out after
    /// the last day that the table knew of (§9). One undo takes both back.
    ///
    /// # Errors
    /// [`DeskError::Table`] with all problems, [`DeskError::Store`].
    pub fn change_os_table(
        &self,
        call: &Call,
        change: &OsTableChange,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            let before = act.rules.os_table.clone();
            let today = act.rules.calendar.date_of(act.now);
            let table = changed(&before, change, today)?;
            act.publish(published(&table, &text_of(change, &table)))?;
            let added = before.difference_to(&table).added;
            let news = added.iter().filter(|it| is_news(it, &before, change));
            news.cloned().try_for_each(|it| act.verify_release(it))
        })
    }
}

impl Act<'_, '_> {
    fn verify_release(&mut self, release: PlacedRelease) -> Result<(), DeskError> {
        self.open_verifications(&NewRelease {
            os: release.os,
            version: release.version,
            kind: release.kind,
            released_on: release.released_on,
        })
    }
}

/// What somebody enters is news; of a whole table, only what came out since the one before.
fn is_news(release: &PlacedRelease, before: &OsTable, change: &OsTableChange) -> bool {
    matches!(change, OsTableChange::Edits(_)) || release.released_on > before.complete_until
}

fn changed(
    table: &OsTable,
    change: &OsTableChange,
    today: NaiveDate,
) -> Result<OsTable, DeskError> {
    let changed = match change {
        OsTableChange::Table(text) => OsTable::check(text),
        OsTableChange::Edits(edits) => table.edited(edits, today),
    };
    changed.map_err(DeskError::Table)
}

fn text_of(change: &OsTableChange, table: &OsTable) -> String {
    match change {
        OsTableChange::Table(text) => text.clone(),
        OsTableChange::Edits(_) => table.to_toml(),
    }
}

/// Gives the event that brings a table into the log.
pub(crate) fn published(table: &OsTable, text: &str) -> ReferenceEvent {
    ReferenceEvent::TablePublished {
        table: FactTable::OsReleases,
        version: table.version.clone(),
        hash: hash_of_text(text),
        text: text.to_owned(),
    }
}

/// Gives the SHA-256 of a table's text, in hex.
pub(crate) fn hash_of_text(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}
