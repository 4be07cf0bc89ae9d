//! The desk: one record, one clock, the rules in force, and the open inquiries in memory.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use business_time::Instant;
use inquiry::{InquiryId, Number};
use store::{Access, Changed, Store};

use crate::answers::Marks;
use crate::counts::Counted;
use crate::ledger::KeptLedger;
use crate::obligations::Obligations;
use crate::open_inquiries::OpenInquiries;
use crate::reminders::Memory;
use crate::standings::Standings;
use crate::{Clock, DeskError, Rules};

/// The use cases on one record. Shared freely between threads; every reading sees whole writes only.
pub struct Desk {
    store: Store,
    clock: Arc<dyn Clock>,
    state: RwLock<State>,
    memory: Mutex<Memory>,
    standings: Mutex<Standings>,
    counted: Mutex<Counted>,
    marks: Mutex<Marks>,
    ledger: KeptLedger,
}

/// What follows from the record and is kept at hand.
struct State {
    rules: Arc<Rules>,
    open: OpenInquiries,
    obligations: Obligations,
    /// Up to where of the log `rules` and `open` reach.
    absorbed: i64,
    /// Up to where of the log `catch_up`, or a write's own answer, has told what changed.
    told: i64,
    /// The store's mark of other processes' writes when last looked at.
    data_version: i64,
}

impl Desk {
    /// Opens the record in a folder, made if need be. The first opening publishes the shipped packs and the standard
    /// calendar into the log; a later release publishes what it brings anew.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be opened, [`DeskError::Pack`] or [`DeskError::Calendar`] where
    /// its reference data cannot be compiled.
    pub fn open(dir: &Path, access: Access, clock: Arc<dyn Clock>) -> Result<Self, DeskError> {
        Self::on(Store::open(dir, access, clock.now())?, clock)
    }

    /// Opens an empty record in memory, for tests and previews.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn in_memory(clock: Arc<dyn Clock>) -> Result<Self, DeskError> {
        Self::on(Store::in_memory()?, clock)
    }

    fn on(store: Store, clock: Arc<dyn Clock>) -> Result<Self, DeskError> {
        crate::rules::publish_shipped(&store, clock.now())?;
        let state = State::load(&store)?;
        Ok(Self {
            store,
            clock,
            state: RwLock::new(state),
            memory: Mutex::default(),
            standings: Mutex::default(),
            counted: Mutex::default(),
            marks: Mutex::default(),
            ledger: KeptLedger::default(),
        })
    }

    /// Gives the present instant by the desk's clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Gives the rules in force: compiled from the record, and compiled anew when the record changes them.
    #[must_use]
    pub fn rules(&self) -> Arc<Rules> {
        Arc::clone(&self.state().rules)
    }

    /// Gives the rules as they were known at an instant.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn rules_as_of(&self, at: Instant) -> Result<Arc<Rules>, DeskError> {
        let events = self.store.read(|reader| reader.reference_as_of(at))?;
        if events.is_empty() {
            // Nothing was published yet; what holds now is the nearest that can be said.
            return Ok(self.rules());
        }
        Ok(Arc::new(Rules::compile(
            events.iter().map(|(_, event)| event),
        )?))
    }

    /// Takes in what other processes wrote, and says what changed since the last call, own writes that were not
    /// told of included. Costs one look at a counter where nothing did.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn catch_up(&self) -> Result<Changed, DeskError> {
        self.absorb_others()?;
        let (told, absorbed) = {
            let state = self.state();
            (state.told, state.absorbed)
        };
        if told == absorbed {
            return Ok(Changed {
                seq: absorbed,
                ..Changed::default()
            });
        }
        let changed = self.store.read(|reader| reader.changed_since(told))?;
        self.state_mut().told = absorbed;
        Ok(changed)
    }

    /// Finds an inquiry by its number (`A-1042`) or its id.
    ///
    /// # Errors
    /// [`DeskError::NoSuchInquiry`] where there is none.
    pub fn find(&self, named: &str) -> Result<InquiryId, DeskError> {
        let missing = || DeskError::NoSuchInquiry(named.to_owned());
        if let Ok(number) = named.parse::<Number>() {
            return self
                .store
                .read(|reader| reader.find_number(number))?
                .ok_or_else(missing);
        }
        let id: InquiryId = named.trim().parse().map_err(|_| missing())?;
        let row = self.store.read(|reader| reader.row(id))?;
        row.map(|_| id).ok_or_else(missing)
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn standings(&self) -> MutexGuard<'_, Standings> {
        self.standings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn counted(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn marks(&self) -> MutexGuard<'_, Marks> {
        self.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn kept_ledger(&self) -> &KeptLedger {
        &self.ledger
    }

    /// Gives up to where of the log the open inquiries reach, and the rules of the same state.
    pub(crate) fn reach(&self) -> (i64, Arc<Rules>) {
        let state = self.state();
        (state.absorbed, Arc::clone(&state.rules))
    }

    /// Lends the open inquiries to one reading.
    pub(crate) fn with_open<T>(&self, reading: impl FnOnce(&OpenInquiries) -> T) -> T {
        reading(&self.state().open)
    }

    /// Gives the obligations as they stand.
    pub(crate) fn all_obligations(&self) -> Obligations {
        self.state().obligations.clone()
    }

    /// Takes in what other processes wrote since the last look.
    pub(crate) fn absorb_others(&self) -> Result<(), DeskError> {
        let data_version = self.store.data_version()?;
        if self.state().data_version == data_version {
            return Ok(());
        }
        let mut state = self.state_mut();
        state.absorb(&self.store)?;
        state.data_version = data_version;
        Ok(())
    }

    /// Takes in an own write. What its answer tells, `catch_up` does not tell again, unless others wrote between.
    pub(crate) fn absorb_own(&self, own: &Changed) -> Result<(), DeskError> {
        let mut state = self.state_mut();
        let all_told = state.told == state.absorbed;
        let absorbed = state.absorb(&self.store)?;
        if all_told
            && absorbed.inquiries.len() == own.inquiries.len()
            && absorbed.obligations.len() == own.obligations.len()
            && absorbed.reference == own.reference
        {
            state.told = state.absorbed;
        }
        Ok(())
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn load(store: &Store) -> Result<Self, DeskError> {
        // The mark is read first: what is written meanwhile is then taken in twice rather than never.
        let (data_version, seq) = (store.data_version()?, store.last_seq()?);
        let rules = compile(store)?;
        Ok(Self {
            rules,
            open: OpenInquiries::load(store)?,
            obligations: Obligations::load(store)?,
            absorbed: seq,
            told: seq,
            data_version,
        })
    }

    fn absorb(&mut self, store: &Store) -> Result<Changed, DeskError> {
        let changed = store.read(|reader| reader.changed_since(self.absorbed))?;
        if changed.reference {
            self.rules = compile(store)?;
        }
        self.open.refresh(store, &changed.inquiries)?;
        // Erased words are told of among the reference data.
        if changed.reference || !changed.obligations.is_empty() {
            self.obligations = Obligations::load(store)?;
        }
        self.absorbed = changed.seq;
        Ok(changed)
    }
}

fn compile(store: &Store) -> Result<Arc<Rules>, DeskError> {
    let events = store.read(|reader| reader.reference())?;
    Ok(Arc::new(Rules::compile(
        events.iter().map(|(_, event)| event),
    )?))
}
