//! Intake of inquiries from files.
//!
//! ```text
//! paths ─ source ─▶ files ─ list ─▶ messages in their order in time ─ entry ─▶ understood ─ decide, place ─▶ record
//! ```
//!
//! Every message is an operation of its own, named after its file's content and its place in it: an import that was
//! cut short and is begun again doubles nothing. What cannot be taken in is listed and kept.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::{Duration, Instant as Stopwatch};

use inquiry::InquiryId;
use policy::ProductId;
use sha2::{Digest, Sha256};
use store::{Changed, RefusedIntake};
use uuid::Uuid;

pub(crate) mod columns;
mod dates;
pub mod decide;
mod detect;
pub(crate) mod entry;
mod form;
mod kept;
mod list;
mod place;
mod product;
mod refused;
mod source;
pub(crate) mod table;
pub mod watch;
mod watched;

pub use columns::{ColumnMapping, Columns, Field};
pub use kept::KeptRefusal;
pub use refused::{RefusalCode, Refused};

use self::decide::{Decision, Placement};
use self::entry::{Entry, Reading};
use self::list::{Item, Listed};
use self::place::{Imagined, consult};
use self::refused::{Kept, Rejected};
use self::source::{Source, gather};
use crate::act::Act;
use crate::{Call, Desk, DeskError, Done};

/// The most messages of one transaction.
const BATCH: usize = 20;
/// How many messages are read ahead, while those before them are written.
const AHEAD: usize = 20;
/// How long a transaction may write before it is committed; with the commit it stays below 50 ms.
const BATCH_TIME: Duration = Duration::from_millis(30);

/// How an import is to be done.
#[derive(Copy, Clone)]
pub struct ImportRequest<'a> {
    /// The product of everything in it; nothing where each message is to be recognised.
    pub product: Option<&'a ProductId>,
    /// What columns of tables stand for, where their names do not tell.
    pub columns: &'a Columns,
    /// Whether to look only: nothing is written or kept.
    pub dry_run: bool,
    /// Told how many messages are done, of how many.
    pub progress: &'a dyn Fn(usize, usize),
    /// Set from elsewhere to stop after the messages under way; what is taken in by then stays.
    pub cancel: &'a AtomicBool,
}

static NEVER: AtomicBool = AtomicBool::new(false);
static NAMED: LazyLock<Columns> = LazyLock::new(Columns::default);

impl Default for ImportRequest<'_> {
    fn default() -> Self {
        Self {
            product: None,
            columns: &NAMED,
            dry_run: false,
            progress: &|_, _| {},
            cancel: &NEVER,
        }
    }
}

/// What came of an import.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportReport {
    /// The files that were looked at.
    pub files: usize,
    /// The inquiries that began; in a dry run, names that stand for them.
    pub created: Vec<InquiryId>,
    /// How many messages joined an inquiry.
    pub joined: usize,
    /// How many of the inquiries that began follow another.
    pub linked: usize,
    /// How many messages were ours and joined their thread.
    pub outgoing: usize,
    /// How many messages were on record already.
    pub duplicates: usize,
    /// How many messages have the id of another with other content.
    pub flagged: usize,
    /// What was not taken in, and why.
    pub refused: Vec<Refused>,
    /// How the columns of tables were understood.
    pub mapping: Vec<ColumnMapping>,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Whether it was stopped before its end.
    pub cancelled: bool,
}

impl Desk {
    /// Takes in files, and folders with all that lies in them: mails, mboxes, tables, JSON lines.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`] for a product without a pack; [`DeskError::OutOfRange`] where the clock stands outside
    /// the calendar's years or near their end; [`DeskError::Store`]. What is wrong with a file is no error: it is in the
    /// report.
    pub fn import(
        &self,
        call: &Call,
        paths: &[PathBuf],
        request: &ImportRequest<'_>,
    ) -> Result<Done<ImportReport>, DeskError> {
        let (sources, rejected) = gather(paths);
        self.import_sources(call, &sources, rejected, request)
    }

    fn import_sources(
        &self,
        call: &Call,
        sources: &[Source],
        rejected: Vec<Rejected>,
        request: &ImportRequest<'_>,
    ) -> Result<Done<ImportReport>, DeskError> {
        let (now, rules) = (self.now(), self.rules());
        // What does not say when it was received counts as received now.
        rules.covers(now)?;
        if let Some(product) = request.product {
            rules.pack(product, now)?;
        }
        let reading = Reading::new(&rules, request.product, request.columns, now);
        let listed = Listed::of(sources, &reading);
        let report = ImportReport {
            files: sources.len(),
            mapping: listed.mapping,
            dry_run: request.dry_run,
            ..ImportReport::default()
        };
        let changed = Changed {
            seq: self.store().last_seq()?,
            ..Changed::default()
        };
        let mut import = Import {
            desk: self,
            call,
            request,
            sources,
            reading: &reading,
            report,
            changed,
        };
        import.reject(rejected)?;
        import.reject(listed.rejected)?;
        import.run(&listed.items)?;
        Ok(Done {
            value: import.report,
            changed: import.changed,
            operation: call.operation,
        })
    }
}

/// One import under way.
struct Import<'a> {
    desk: &'a Desk,
    call: &'a Call,
    request: &'a ImportRequest<'a>,
    sources: &'a [Source],
    reading: &'a Reading<'a>,
    report: ImportReport,
    changed: Changed,
}

/// A message as it was read, or why it was not.
type Read = Result<Entry, Rejected>;

impl Import<'_> {
    /// Reads on one thread what another has yet to write: parsing a mail takes about as long as recording it.
    fn run(&mut self, items: &[Item]) -> Result<(), DeskError> {
        let (sources, reading) = (self.sources, self.reading);
        thread::scope(|scope| {
            let (sender, receiver) = sync_channel(AHEAD);
            scope.spawn(move || {
                for item in items {
                    let source = sources.get(item.source);
                    let Some(source) = source else { continue };
                    // Nobody listens any more where it was called off or failed.
                    if sender.send((item, item.read(source, reading))).is_err() {
                        break;
                    }
                }
            });
            self.take_in(items.len(), &receiver)
        })
    }

    fn take_in(&mut self, all: usize, read: &Receiver<(&Item, Read)>) -> Result<(), DeskError> {
        let mut imagined = Imagined::default();
        let mut batch = VecDeque::new();
        let mut taken = 0;
        loop {
            if self.request.cancel.load(Ordering::Relaxed) {
                self.report.cancelled = true;
                break;
            }
            taken += self.fill(&mut batch, read)?;
            if batch.is_empty() {
                (self.request.progress)(taken, all);
                break;
            }
            if self.request.dry_run {
                self.imagine(&mut batch, &mut imagined)?;
            } else {
                self.write(&mut batch)?;
            }
            (self.request.progress)(taken - batch.len(), all);
        }
        Ok(())
    }

    /// Takes messages until the batch is full, and gives how many; what could not be read is refused.
    fn fill<'i>(
        &mut self,
        batch: &mut VecDeque<(&'i Item, Entry)>,
        read: &Receiver<(&'i Item, Read)>,
    ) -> Result<usize, DeskError> {
        let mut taken = 0;
        while batch.len() < BATCH {
            let Ok((item, entry)) = read.recv() else {
                break;
            };
            taken += 1;
            match entry {
                Ok(entry) => batch.push_back((item, entry)),
                Err(rejected) => self.reject(vec![rejected])?,
            }
        }
        Ok(taken)
    }

    /// Writes as much of the batch as one transaction has time for.
    fn write(&mut self, batch: &mut VecDeque<(&Item, Entry)>) -> Result<(), DeskError> {
        let mut outcomes = Vec::new();
        let written = self.desk.store().transact(|tx| {
            let begun = Stopwatch::now();
            for (item, entry) in &*batch {
                let call = Call {
                    actor: self.call.actor.clone(),
                    operation: item.operation,
                };
                outcomes.push(if tx.operation_seen(item.operation)? {
                    None
                } else {
                    let rules = self.desk.rules();
                    Some(
                        Act {
                            tx: &mut *tx,
                            call: &call,
                            now: self.reading.now,
                            rules,
                        }
                        .place(entry)?,
                    )
                });
                if begun.elapsed() >= BATCH_TIME {
                    break;
                }
            }
            Ok::<_, DeskError>(())
        })?;
        self.desk.absorb_own(&written.changed)?;
        self.note_changed(written.changed);
        for outcome in outcomes {
            let Some((item, entry)) = batch.pop_front() else {
                break;
            };
            self.count(outcome, item, entry)?;
        }
        Ok(())
    }

    fn imagine(
        &mut self,
        batch: &mut VecDeque<(&Item, Entry)>,
        imagined: &mut Imagined,
    ) -> Result<(), DeskError> {
        while let Some((item, entry)) = batch.pop_front() {
            let decision = self
                .desk
                .store()
                .read(|reader| consult(reader, imagined, &entry))?;
            let begun = imagined.note(&entry, &decision.placement);
            self.count(Some((decision, begun)), item, entry)?;
        }
        Ok(())
    }

    /// Counts what came of a message; nothing means that its operation was done before.
    fn count(
        &mut self,
        outcome: Option<(Decision, Option<InquiryId>)>,
        item: &Item,
        entry: Entry,
    ) -> Result<(), DeskError> {
        let Some((decision, begun)) = outcome else {
            self.report.duplicates += 1;
            return Ok(());
        };
        self.report.flagged += usize::from(decision.same_id_other_content);
        self.report.created.extend(begun);
        match decision.placement {
            Placement::Duplicate { .. } => self.report.duplicates += 1,
            Placement::New => {}
            Placement::LinkedNew { .. } => self.report.linked += 1,
            Placement::Joins(_) => self.report.joined += 1,
            Placement::Outgoing(_) => self.report.outgoing += 1,
            Placement::OutgoingUnmatched => {
                self.reject(vec![Rejected::new(
                    &item.name,
                    RefusalCode::NoThread,
                    entry.raw.map_or(Kept::Nothing, Kept::Bytes),
                )])?;
            }
        }
        Ok(())
    }

    /// Lists what was not taken in, and keeps it for another try.
    fn reject(&mut self, rejected: Vec<Rejected>) -> Result<(), DeskError> {
        for mut it in rejected {
            let bytes = it.bytes(self.sources);
            let refused = it.report(bytes.as_deref());
            if !self.report.dry_run {
                let kept = RefusedIntake {
                    id: refused.id,
                    name: refused.name.clone(),
                    reason: refused.code.to_string(),
                    at: self.reading.now,
                };
                self.desk.store().local().refuse(&kept, bytes.as_deref())?;
            }
            self.report.refused.push(refused);
        }
        Ok(())
    }

    fn note_changed(&mut self, changed: Changed) {
        let known: BTreeSet<InquiryId> = self
            .changed
            .inquiries
            .drain(..)
            .chain(changed.inquiries)
            .collect();
        self.changed = Changed {
            inquiries: known.into_iter().collect(),
            ..changed
        };
    }
}

/// Derives an id from what it is to stand for: the same parts have the same id.
pub(crate) fn derived_id(parts: &[&[u8]]) -> Uuid {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        digest.update(part);
    }
    let mut bytes = [0; 16];
    bytes
        .iter_mut()
        .zip(digest.finalize())
        .for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
