//! The list of what was refused, and another try.

use std::collections::BTreeSet;
use std::path::PathBuf;

use business_time::Instant;
use uuid::Uuid;

use super::refused::RefusalCode;
use super::source::{Source, gather};
use super::{ImportReport, ImportRequest};
use crate::{Call, Desk, DeskError, Done};

/// Gives the file that something came from: a message in a box is named `box #3`.
fn file_of(name: &str) -> PathBuf {
    let path = PathBuf::from(name);
    match name.rsplit_once(" #") {
        Some((file, count)) if !path.exists() && count.parse::<u64>().is_ok() => file.into(),
        _ => path,
    }
}

/// Something that was refused and is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptRefusal {
    /// Names it.
    pub id: Uuid,
    /// The file, and the place in it where it holds several.
    pub name: String,
    /// Why; nothing for a reason of a later release.
    pub code: Option<RefusalCode>,
    /// When.
    pub at: Instant,
}

impl Desk {
    /// Lists what was refused and is kept on this desktop, the newest first.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn refused(&self) -> Result<Vec<KeptRefusal>, DeskError> {
        let kept = self.store().local().refused()?;
        Ok(kept
            .into_iter()
            .map(|it| KeptRefusal {
                id: it.id,
                code: RefusalCode::from_code(&it.reason),
                name: it.name,
                at: it.at,
            })
            .collect())
    }

    /// Gives the kept bytes of something that was refused, where they were at hand.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn refused_bytes(&self, id: Uuid) -> Result<Option<Vec<u8>>, DeskError> {
        Ok(self.store().local().refused_bytes(id)?)
    }

    /// Tries again what was refused: its kept bytes, or the file itself where none were kept. What is taken in now
    /// leaves the list.
    ///
    /// # Errors
    /// As [`Desk::import`].
    pub fn retry_refused(
        &self,
        call: &Call,
        ids: &[Uuid],
        request: &ImportRequest<'_>,
    ) -> Result<Done<ImportReport>, DeskError> {
        let local = self.store().local();
        let (mut tried, mut sources, mut paths) = (Vec::new(), Vec::new(), BTreeSet::new());
        for kept in local
            .refused()?
            .into_iter()
            .filter(|it| ids.contains(&it.id))
        {
            tried.push(kept.id);
            match local.refused_bytes(kept.id)? {
                Some(bytes) => sources.push(Source::kept(kept.name, bytes)),
                None => drop(paths.insert(file_of(&kept.name))),
            }
        }
        // As at the first try: a link is not followed, and what is no file is not opened.
        let (files, rejected) = gather(&paths.into_iter().collect::<Vec<_>>());
        sources.extend(files);
        let done = self.import_sources(call, &sources, rejected, request)?;
        let still = |id: &Uuid| done.value.refused.iter().any(|it| it.id == *id);
        if !request.dry_run && !done.value.cancelled {
            for id in tried.iter().filter(|id| !still(id)) {
                local.forget_refused(*id)?;
            }
        }
        Ok(done)
    }

    /// Lets go of something that was refused; its bytes are gone then.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be written.
    pub fn forget_refused(&self, id: Uuid) -> Result<bool, DeskError> {
        Ok(self.store().local().forget_refused(id)?)
    }
}
