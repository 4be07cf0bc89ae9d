//! What the events say: their shape, the texts and raw bytes they name, and the projections that follow.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::mpsc::Sender;

use inquiry::{
    Body, ContractId, Event, Inquiry, InquiryId, ObligationId, PersonalId, PersonalRef, RawRef,
};
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::{Reads, VerifyProblem, VerifyReport};
use crate::log::{self, Hash, StoredEvent, hash_of_hex, hex};
use crate::projection::{FOLD_VERSION, touched_at};
use crate::{StoreError, event_parts, outline, personal, raw, register, search};

struct Labelled {
    event: StoredEvent,
    kind: String,
    inquiry: Option<InquiryId>,
    obligation: Option<ObligationId>,
    contract: Option<ContractId>,
}

impl Labelled {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (inquiry, obligation): (Option<[u8; 16]>, Option<[u8; 16]>) =
            (row.get(8)?, row.get(9)?);
        let contract: Option<[u8; 16]> = row.get(10)?;
        Ok(Self {
            event: StoredEvent::of(row)?,
            kind: row.get(7)?,
            inquiry: inquiry.map(log::inquiry_id),
            obligation: obligation.map(log::obligation_id),
            contract: contract.map(register::contract_id),
        })
    }
}

/// The walk over the log, inquiry by inquiry.
pub(super) struct Walk<'a> {
    pub(super) connection: &'a Connection,
    raw_folder: Option<&'a Path>,
    pub(super) report: &'a mut VerifyReport,
    /// The texts of the inquiry at hand that were read already.
    texts: BTreeSet<PersonalId>,
    /// The raw messages of the inquiry at hand that were read already.
    raws: BTreeSet<String>,
    /// The texts of reference events, looked at when all erasures are known.
    of_reference: Vec<PersonalRef>,
    /// All texts that were erased on purpose.
    erased: BTreeSet<PersonalId>,
    folded: u64,
}

/// The inquiries of a part, from an id on and before another; the bounds are bytes, since ids are ordered so.
pub(super) struct Part {
    from: Vec<u8>,
    before: Vec<u8>,
    /// Whether the reference data is of this part.
    first: bool,
}

impl Part {
    /// Parts the inquiries where half of the events are passed.
    pub(super) fn halves(connection: &Connection, events: u64) -> Result<[Self; 2], StoreError> {
        let middle: Option<Option<Vec<u8>>> = connection
            .prepare("SELECT inquiry FROM event ORDER BY inquiry LIMIT 1 OFFSET ?1")?
            .query_row([i64::try_from(events / 2).unwrap_or(i64::MAX)], |row| {
                row.get(0)
            })
            .optional()?;
        let middle = middle.flatten().unwrap_or_default();
        let after_all = vec![u8::MAX; 17];
        Ok([
            Self {
                from: Vec::new(),
                before: middle.clone(),
                first: true,
            },
            Self {
                from: middle,
                before: after_all,
                first: false,
            },
        ])
    }
}

/// Reads every event of a part, checks what it names, folds each inquiry and compares.
pub(super) fn check(
    connection: &Connection,
    part: &Part,
    raw_folder: Option<&Path>,
    report: &mut VerifyReport,
    reads: &Sender<u64>,
) -> Result<(), StoreError> {
    let snapshot = connection.unchecked_transaction()?;
    let mut walk = Walk {
        connection: &snapshot,
        raw_folder,
        report,
        texts: BTreeSet::new(),
        raws: BTreeSet::new(),
        of_reference: Vec::new(),
        erased: BTreeSet::new(),
        folded: 0,
    };
    walk.read_others(part)?;
    if part.first {
        walk.check_contracts()?;
    }
    walk.read_inquiries(part, &mut Reads::new(reads))?;
    walk.check_count(part)
}

const LABELLED: &str = "SELECT seq, id, operation, actor, recorded_at, version, body, kind, inquiry, obligation, contract FROM event";

impl Walk<'_> {
    /// Reads what is of no inquiry, what all are judged by first, so that all erasures are known before the texts.
    /// Both parts have to know them; the first one reports of it.
    fn read_others(&mut self, part: &Part) -> Result<(), StoreError> {
        let sql = format!("{LABELLED} WHERE inquiry IS NULL ORDER BY obligation, seq");
        let mut statement = self.connection.prepare(&sql)?;
        for row in statement.query_map([], Labelled::of)? {
            self.read(row?)?;
        }
        for text in std::mem::take(&mut self.of_reference) {
            self.check_text(&text)?;
        }
        if !part.first {
            *self.report = VerifyReport::default();
        }
        Ok(())
    }

    fn read_inquiries(&mut self, part: &Part, reads: &mut Reads<'_>) -> Result<(), StoreError> {
        let sql = format!("{LABELLED} WHERE inquiry >= ?1 AND inquiry < ?2 ORDER BY inquiry, seq");
        let mut statement = self.connection.prepare(&sql)?;
        let mut current: Option<InquiryId> = None;
        let mut events = Vec::new();
        for row in statement.query_map((&part.from, &part.before), Labelled::of)? {
            let row = row?;
            if row.inquiry != current {
                self.check_inquiry(current, &std::mem::take(&mut events))?;
                current = row.inquiry;
            }
            events.extend(self.read(row)?);
            reads.one_more();
        }
        self.check_inquiry(current, &events)
    }

    /// Reads an event and checks what it names.
    fn read(&mut self, row: Labelled) -> Result<Option<(i64, Event)>, StoreError> {
        let seq = row.event.seq;
        let Ok(event) = row.event.event() else {
            self.report
                .problems
                .push(VerifyProblem::EventUnreadable { seq });
            return Ok(None);
        };
        if event_parts::kind(&event.body) != row.kind
            || event_parts::inquiry(&event.body) != row.inquiry
            || event_parts::obligation(&event.body) != row.obligation
            || event_parts::contract(&event.body) != row.contract
        {
            self.report
                .problems
                .push(VerifyProblem::EventMislabelled { seq });
        }
        match &event.body {
            Body::Reference(inquiry::ReferenceEvent::Erased { rows }) => self.erased.extend(rows),
            Body::Reference(body) => {
                self.of_reference
                    .extend(event_parts::reference_text(body).cloned());
            }
            // Contracts are looked at when all erasures are known.
            Body::Contract(..) => {}
            Body::Obligation(_, body) => {
                if let Some(text) = event_parts::obligation_text(body) {
                    self.check_text(text)?;
                }
            }
            Body::Inquiry(_, body) => {
                for text in event_parts::texts(body) {
                    self.check_text(text)?;
                }
                if let Some(message) = event_parts::message(body)
                    && let Some(raw) = &message.raw
                {
                    self.check_raw(raw, message.text.id)?;
                }
            }
        }
        Ok(Some((seq, event)))
    }

    pub(super) fn check_text(&mut self, text: &PersonalRef) -> Result<(), StoreError> {
        let found: Option<(Vec<u8>, String)> = self
            .connection
            .prepare_cached("SELECT salt, text FROM personal WHERE id = ?1")?
            .query_row([text.id.uuid().into_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let first_time = self.texts.insert(text.id);
        match found {
            Some((salt, words)) => {
                self.report.texts += u64::from(first_time);
                if hex(&personal::digest(&salt, &words)) != text.digest {
                    self.report
                        .problems
                        .push(VerifyProblem::TextAltered { text: text.id });
                }
            }
            None if self.erased.contains(&text.id) => {
                self.report.erased_texts += u64::from(first_time)
            }
            None => self
                .report
                .problems
                .push(VerifyProblem::TextMissing { text: text.id }),
        }
        Ok(())
    }

    fn check_raw(&mut self, raw: &RawRef, text: PersonalId) -> Result<(), StoreError> {
        if !self.raws.insert(raw.digest.clone()) {
            return Ok(());
        }
        match self.raw_digest(raw)? {
            Some(found) => {
                self.report.raws += 1;
                if hex(&found) != raw.digest {
                    self.report.problems.push(VerifyProblem::RawAltered {
                        digest: raw.digest.clone(),
                    });
                }
            }
            None if self.erased.contains(&text) => {}
            None => self.report.problems.push(VerifyProblem::RawMissing {
                digest: raw.digest.clone(),
            }),
        }
        Ok(())
    }

    fn raw_digest(&self, raw: &RawRef) -> Result<Option<Hash>, StoreError> {
        let Some(key) = hash_of_hex(&raw.digest) else {
            return Ok(None);
        };
        let kept: Option<Option<Vec<u8>>> = self
            .connection
            .prepare_cached("SELECT bytes FROM raw WHERE digest = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        let bytes = match (kept, self.raw_folder) {
            (Some(Some(bytes)), _) => Some(bytes),
            (Some(None), Some(folder)) => fs::read(raw::file(folder, &raw.digest)).ok(),
            (Some(None), None) | (None, _) => None,
        };
        Ok(bytes.map(|bytes| Sha256::digest(bytes).into()))
    }

    fn check_inquiry(
        &mut self,
        id: Option<InquiryId>,
        events: &[(i64, Event)],
    ) -> Result<(), StoreError> {
        self.texts.clear();
        self.raws.clear();
        let Some(id) = id else { return Ok(()) };
        let state = log::fold(id, events.iter().map(|(_, event)| event));
        self.folded += u64::from(state.is_some());
        self.report.inquiries += 1;
        if !self.projection_agrees(id, state.as_ref(), events)? {
            self.report
                .problems
                .push(VerifyProblem::ProjectionDiffers { inquiry: id });
        }
        if let Some(state) = &state
            && !self.index_agrees(id, state)?
        {
            self.report
                .problems
                .push(VerifyProblem::IndexDiffers { inquiry: id });
        }
        Ok(())
    }

    fn projection_agrees(
        &self,
        id: InquiryId,
        state: Option<&Inquiry>,
        events: &[(i64, Event)],
    ) -> Result<bool, StoreError> {
        let columns: Option<Columns> = self
            .connection
            .prepare_cached(
                "SELECT number, received_at, open, needs_us, touched_at, assignee, state, fold_version, applied_seq
                 FROM inquiry WHERE id = ?1",
            )?
            .query_row([id.uuid().into_bytes()], Columns::of)
            .optional()?;
        Ok(match (columns, state) {
            (None, None) => true,
            // Rows of an older program are folded again when they are read.
            (Some(columns), Some(_)) if columns.fold_version != FOLD_VERSION => true,
            (Some(columns), Some(state)) => {
                columns.agree(state, events) && outline::agrees(self.connection, state)?
            }
            (None, Some(_)) | (Some(_), None) => false,
        })
    }

    fn index_agrees(&self, id: InquiryId, state: &Inquiry) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM to_index WHERE to_index.place = inquiry.place)
                       OR EXISTS (SELECT 1 FROM searched WHERE searched.place = inquiry.place AND texts = ?2)
                   FROM inquiry WHERE id = ?1";
        let agrees = self
            .connection
            .prepare_cached(sql)?
            .query_row((id.uuid().into_bytes(), search::text_ids(state)), |row| {
                row.get(0)
            })
            .optional()?;
        Ok(agrees.unwrap_or(true))
    }

    /// A row without any event shows only in the count.
    fn check_count(&mut self, part: &Part) -> Result<(), StoreError> {
        let rows: i64 = self
            .connection
            .prepare("SELECT count(*) FROM inquiry WHERE id >= ?1 AND id < ?2")?
            .query_row((&part.from, &part.before), |row| row.get(0))?;
        if rows.unsigned_abs() <= self.folded {
            return Ok(());
        }
        let mut statement = self.connection.prepare(
            "SELECT id FROM inquiry WHERE id >= ?1 AND id < ?2
             AND NOT EXISTS (SELECT 1 FROM event WHERE event.inquiry = inquiry.id)",
        )?;
        let bounds = (&part.from, &part.before);
        for id in statement.query_map(bounds, |row| row.get(0).map(log::inquiry_id))? {
            self.report
                .problems
                .push(VerifyProblem::ProjectionDiffers { inquiry: id? });
        }
        Ok(())
    }
}

/// What the projection's row says, as far as queries rest on it.
struct Columns {
    number: String,
    received_at: i64,
    open: bool,
    needs_us: bool,
    touched_at: i64,
    assignee: Option<String>,
    state: String,
    fold_version: i64,
    applied_seq: i64,
}

impl Columns {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get(0)?,
            received_at: row.get(1)?,
            open: row.get(2)?,
            needs_us: row.get(3)?,
            touched_at: row.get(4)?,
            assignee: row.get(5)?,
            state: row.get(6)?,
            fold_version: row.get(7)?,
            applied_seq: row.get(8)?,
        })
    }

    fn agree(&self, state: &Inquiry, events: &[(i64, Event)]) -> bool {
        self.number == state.number.to_string()
            && self.received_at == state.received_at.as_micros()
            && (self.open, self.needs_us) == (state.is_open(), state.needs_us())
            && self.touched_at == touched_at(events)
            && self.assignee.as_deref() == state.assignee.as_ref().map(inquiry::Actor::as_str)
            && events
                .last()
                .is_some_and(|(seq, _)| *seq == self.applied_seq)
            && serde_json::to_string(state).is_ok_and(|json| json == self.state)
    }
}
