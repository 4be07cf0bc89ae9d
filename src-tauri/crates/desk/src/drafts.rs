//! What somebody is writing, kept on this desktop so that a crash loses nothing.

use crate::{Desk, DeskError};

const PREFIX: &str = "draft/";

impl Desk {
    /// Gives a draft.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn draft(&self, key: &str) -> Result<Option<String>, DeskError> {
        Ok(self.store().local().get(&format!("{PREFIX}{key}"))?)
    }

    /// Keeps a draft, or removes it where there is no text.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn keep_draft(&self, key: &str, text: Option<&str>) -> Result<(), DeskError> {
        let key = format!("{PREFIX}{key}");
        match text.filter(|text| !text.is_empty()) {
            Some(text) => self.store().local().put(&key, text)?,
            None => drop(self.store().local().remove(&key)?),
        }
        Ok(())
    }
}
