//! Writing: what can be done inside one transaction.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use inquiry::{
    Actor, Body, Contract, ContractId, Event, Inquiry, InquiryEvent, InquiryId, Number,
    ObligationId, OperationId, PersonalId, PersonalRef, RawRef, ReferenceEvent,
};
use rusqlite::Connection;

use crate::{
    Changed, Reader, StoreError, device, event_parts, log, outline, personal, projection, raw,
    register, search,
};

/// One transaction. It sees its own events at once.
pub struct Tx<'a> {
    connection: &'a Connection,
    raw_folder: Option<&'a Path>,
    /// Inquiries with events that their rows do not show yet.
    unfolded: BTreeSet<InquiryId>,
    /// Contracts likewise.
    unfolded_contracts: BTreeSet<ContractId>,
    touched: BTreeSet<InquiryId>,
    obligations: BTreeSet<ObligationId>,
    reference: bool,
    erased: bool,
    new_files: Vec<PathBuf>,
    files_to_remove: Vec<PathBuf>,
}

/// What is left to do and to tell after the commit.
pub(crate) struct Finished {
    pub changed: Changed,
    pub erased: bool,
    pub files_to_remove: Vec<PathBuf>,
}

impl<'a> Tx<'a> {
    pub(crate) fn begin(connection: &'a Connection, raw_folder: Option<&'a Path>) -> Self {
        Self {
            connection,
            raw_folder,
            unfolded: BTreeSet::new(),
            unfolded_contracts: BTreeSet::new(),
            touched: BTreeSet::new(),
            obligations: BTreeSet::new(),
            reference: false,
            erased: false,
            new_files: Vec::new(),
            files_to_remove: Vec::new(),
        }
    }

    /// Tells whether an operation was done already: then it is not done again.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn operation_seen(&self, operation: OperationId) -> Result<bool, StoreError> {
        log::operation_seen(self.connection, operation)
    }

    /// Appends an event. [`ReferenceEvent::Erased`] removes the texts that it names, the raw bytes of their messages
    /// and every word of them in the search index, in this same transaction.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn append(&mut self, event: &Event) -> Result<(), StoreError> {
        log::append(self.connection, event)?;
        match &event.body {
            Body::Inquiry(id, body) => self.note_inquiry(*id, body),
            Body::Obligation(id, _) => {
                self.obligations.insert(*id);
                Ok(())
            }
            Body::Contract(id, _) => {
                self.reference = true;
                self.unfolded_contracts.insert(*id);
                Ok(())
            }
            Body::Reference(ReferenceEvent::Erased { rows }) => {
                self.reference = true;
                self.erase(rows)
            }
            Body::Reference(_) => {
                self.reference = true;
                Ok(())
            }
        }
    }

    fn note_inquiry(&mut self, id: InquiryId, event: &InquiryEvent) -> Result<(), StoreError> {
        for text in event_parts::texts(event) {
            personal::note_holder(self.connection, text.id, id)?;
        }
        self.unfolded.insert(id);
        self.touched.insert(id);
        Ok(())
    }

    fn erase(&mut self, rows: &[PersonalId]) -> Result<(), StoreError> {
        self.erased = true;
        self.fold()?;
        let mut holders = BTreeSet::new();
        for row in rows {
            holders.extend(personal::holders(self.connection, *row)?);
        }
        let rows: BTreeSet<PersonalId> = rows.iter().copied().collect();
        let messages = self.raw_of(&holders, &rows)?;
        // The entries go first: they are taken out by cutting the texts that are still there.
        for holder in &holders {
            search::purge_and_queue(self.connection, *holder)?;
        }
        for row in rows {
            register::forget_address(self.connection, row)?;
            if personal::erase(self.connection, row)?
                && let Some((_, raw)) = messages.iter().find(|(text, _)| *text == row)
            {
                self.files_to_remove
                    .extend(raw::release(self.connection, self.raw_folder, raw)?);
            }
        }
        for holder in holders {
            outline::write_again(self.connection, holder)?;
        }
        Ok(())
    }

    /// Gives the raw bytes of the messages whose texts are among `rows`.
    fn raw_of(
        &self,
        holders: &BTreeSet<InquiryId>,
        rows: &BTreeSet<PersonalId>,
    ) -> Result<Vec<(PersonalId, RawRef)>, StoreError> {
        let mut found = Vec::new();
        for holder in holders {
            for (_, event) in log::of_inquiry(self.connection, *holder, None)? {
                if let Body::Inquiry(_, body) = &event.body
                    && let Some(message) = event_parts::message(body)
                    && let Some(raw) = message
                        .raw
                        .clone()
                        .filter(|_| rows.contains(&message.text.id))
                {
                    found.push((message.text.id, raw));
                }
            }
        }
        Ok(found)
    }

    /// Keeps a text, or what a person told as JSON, in a row that can be erased.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn keep_text(&mut self, text: &str) -> Result<PersonalRef, StoreError> {
        personal::keep(self.connection, text)
    }

    /// Keeps the untouched bytes of one message: up to 1 MiB in the database, above in a file that is synced before
    /// the commit. To be called once for each message, also where the same bytes are kept already.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn keep_raw(&mut self, bytes: &[u8]) -> Result<RawRef, StoreError> {
        let (kept, file) = raw::keep(self.connection, self.raw_folder, bytes)?;
        self.new_files.extend(file);
        Ok(kept)
    }

    /// Hands out the next short number of this desktop.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn next_number(&mut self) -> Result<Number, StoreError> {
        device::next_number(self.connection)
    }

    /// Gives everything that can be read, with what this transaction has appended.
    ///
    /// # Errors
    /// What hinders the folding.
    pub fn reader(&mut self) -> Result<Reader<'a>, StoreError> {
        self.fold()?;
        Ok(Reader::new(self.connection, self.raw_folder))
    }

    /// Gives the state of an inquiry.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiry(&mut self, id: InquiryId) -> Result<Option<Inquiry>, StoreError> {
        self.reader()?.inquiry(id)
    }

    /// Gives the events of an inquiry, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn events(&mut self, id: InquiryId) -> Result<Vec<Event>, StoreError> {
        self.reader()?.history(id)
    }

    /// Gives the state of a contract.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contract(&mut self, id: ContractId) -> Result<Option<Contract>, StoreError> {
        self.reader()?.contract(id)
    }

    /// Gives the contracts that an operation touched.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contracts_of(&self, operation: OperationId) -> Result<Vec<ContractId>, StoreError> {
        register::contracts_of(self.connection, operation)
    }

    /// Gives the reference events with their places in the log, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn reference(&mut self) -> Result<Vec<(i64, Event)>, StoreError> {
        self.reader()?.reference()
    }

    /// Finds an inquiry by its number.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn find_number(&mut self, number: Number) -> Result<Option<InquiryId>, StoreError> {
        self.reader()?.find_number(number)
    }

    /// Gives a kept text; nothing once it is erased.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn text(&self, id: PersonalId) -> Result<Option<String>, StoreError> {
        personal::text(self.connection, id)
    }

    /// Finds an actor's newest operation that was not taken back.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn last_operation(&self, actor: &Actor) -> Result<Option<OperationId>, StoreError> {
        log::last_operation(self.connection, actor)
    }

    /// Gives the inquiries that an operation touched.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn inquiries_of(&self, operation: OperationId) -> Result<Vec<InquiryId>, StoreError> {
        log::inquiries_of(self.connection, operation)
    }

    /// Gives the obligations that an operation touched.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn obligations_of(&self, operation: OperationId) -> Result<Vec<ObligationId>, StoreError> {
        log::obligations_of(self.connection, operation)
    }

    /// Gives the events of one obligation, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn obligation_events(&self, id: ObligationId) -> Result<Vec<Event>, StoreError> {
        log::of_obligation(self.connection, id)
    }

    /// Gives the place of the log's last event, this transaction's own included.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn last_seq(&self) -> Result<i64, StoreError> {
        log::last_seq(self.connection)
    }

    fn fold(&mut self) -> Result<(), StoreError> {
        while let Some(id) = self.unfolded.pop_first() {
            projection::refold(self.connection, id)?;
        }
        while let Some(id) = self.unfolded_contracts.pop_first() {
            register::refold(self.connection, id)?;
        }
        Ok(())
    }

    /// Folds what is left and says what has changed.
    pub(crate) fn finish(&mut self) -> Result<Finished, StoreError> {
        self.fold()?;
        Ok(Finished {
            changed: Changed {
                inquiries: std::mem::take(&mut self.touched).into_iter().collect(),
                obligations: std::mem::take(&mut self.obligations).into_iter().collect(),
                reference: self.reference,
                seq: self.last_seq()?,
            },
            erased: self.erased,
            files_to_remove: std::mem::take(&mut self.files_to_remove),
        })
    }

    /// Gives the files that this transaction made, which go again where it fails.
    pub(crate) fn end(self) -> Vec<PathBuf> {
        self.new_files
    }
}
