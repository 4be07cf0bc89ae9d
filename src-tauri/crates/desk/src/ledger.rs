//! The inquiries as reports count them, kept at hand so that another choice of filters is answered at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use inquiry::InquiryId;
use report::{Entry, Rulebook, assess};
use store::OutlineRow;

use crate::rules::calendars_of;
use crate::{Desk, DeskError, Rules};
use business_time::{BusinessCalendar, Instant};

/// Every inquiry of the record as reports count it, up to a place in the log.
pub(crate) struct Ledger {
    // Boxed, since the map's nodes are half empty where what comes is in order.
    entries: BTreeMap<InquiryId, Box<Entry>>,
    rules: Arc<Rules>,
    calendars: BTreeMap<String, BusinessCalendar>,
    seq: i64,
}

/// The ledger that was last asked for.
pub(crate) type KeptLedger = Mutex<Option<Arc<Ledger>>>;

impl Ledger {
    /// Gives all entries.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().map(Box::as_ref)
    }

    /// Gives one entry.
    pub fn entry(&self, id: InquiryId) -> Option<&Entry> {
        self.entries.get(&id).map(Box::as_ref)
    }

    /// Gives up to where of the log it reaches.
    pub const fn seq(&self) -> i64 {
        self.seq
    }

    fn read(desk: &Desk) -> Result<Self, DeskError> {
        let rules = desk.rules();
        desk.store().read(|reader| {
            let reference = reader.reference()?;
            let mut ledger = Self {
                entries: BTreeMap::new(),
                rules,
                calendars: calendars_of(reference.iter().map(|(_, event)| event))?,
                seq: reader.last_seq()?,
            };
            reader.outlines(|row| ledger.put(row))?;
            Ok(ledger)
        })
    }

    /// Reads the entries that changed since; all of them where the rules did.
    fn brought_up_to_date(self: Arc<Self>, desk: &Desk) -> Result<Arc<Self>, DeskError> {
        let changed = desk.store().read(|reader| reader.changed_since(self.seq))?;
        if changed.seq == self.seq {
            return Ok(self);
        }
        if changed.reference {
            drop(self);
            return Ok(Arc::new(Self::read(desk)?));
        }
        // Whoever still reads the ledger as it was keeps it; else it is changed in place.
        let mut ledger = Arc::try_unwrap(self).or_else(|_| Self::read(desk))?;
        for id in changed.inquiries {
            match desk.store().read(|reader| reader.outline(id))? {
                Some(row) => ledger.put(row),
                None => drop(ledger.entries.remove(&id)),
            }
        }
        ledger.seq = ledger.seq.max(changed.seq);
        Ok(Arc::new(ledger))
    }

    fn put(&mut self, row: OutlineRow) {
        let book = rulebook(&self.rules, &self.calendars);
        let entry = assess(row.outline, row.customer, &book);
        self.entries.insert(entry.outline.id, Box::new(entry));
    }
}

fn rulebook<'a>(
    rules: &'a Rules,
    calendars: &'a BTreeMap<String, BusinessCalendar>,
) -> Rulebook<'a> {
    Rulebook {
        packs: &rules.packs,
        calendar: &rules.calendar,
        calendars,
    }
}

impl Desk {
    /// Gives what is open and what was received from an instant on, as reports count it, without the whole ledger.
    pub(crate) fn open_or_recent_entries(&self, from: Instant) -> Result<Vec<Entry>, DeskError> {
        let rules = self.rules();
        self.store().read(|reader| {
            let reference = reader.reference()?;
            let calendars = calendars_of(reference.iter().map(|(_, event)| event))?;
            let book = rulebook(&rules, &calendars);
            let mut entries = Vec::new();
            let told = |row: OutlineRow| entries.push(assess(row.outline, row.customer, &book));
            reader.open_or_recent_outlines(from, told)?;
            Ok(entries)
        })
    }

    /// Gives the ledger of the record as it is now.
    pub(crate) fn ledger(&self) -> Result<Arc<Ledger>, DeskError> {
        self.absorb_others()?;
        let mut kept = self
            .kept_ledger()
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let ledger = match kept.take() {
            Some(ledger) => ledger.brought_up_to_date(self)?,
            None => Arc::new(Ledger::read(self)?),
        };
        *kept = Some(Arc::clone(&ledger));
        Ok(ledger)
    }
}
