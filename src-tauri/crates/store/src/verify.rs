//! Reading the whole record again, and comparing.

mod chain;
mod code;
mod content;
mod contracts;
mod finding;

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;

use business_time::Instant;
use inquiry::{Body, ReferenceEvent};
use rusqlite::Connection;
use uuid::Uuid;

use crate::log::{Hash, hash_of_hex, hex};
use crate::{Head, StoreError, backup, log, schema};

pub use finding::{Unproven, VerifyProblem};

/// What a verification found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct VerifyReport {
    /// Events read.
    pub events: u64,
    /// Inquiries folded.
    pub inquiries: u64,
    /// Texts whose digest was reckoned again; one that two inquiries hold counts twice.
    pub texts: u64,
    /// Texts that were erased on purpose.
    pub erased_texts: u64,
    /// Raw messages whose digest was reckoned again, counted likewise.
    pub raws: u64,
    /// What is wrong.
    pub problems: Vec<VerifyProblem>,
    /// The heads of the chains as reckoned; to be kept where nobody can alter them.
    pub heads: Vec<Head>,
    /// How many heads kept earlier were compared.
    pub kept_heads: u64,
    /// How many heads that signed-off reports state were compared.
    pub signed_heads: u64,
    /// What no reading of this file can prove.
    pub unproven: Vec<Unproven>,
}

/// The connections that read a record at the same time, so that a machine's cores share the work.
pub(crate) struct Readers {
    /// Reads along the chains.
    pub chains: Connection,
    /// Read along the inquiries, each one half of them.
    pub halves: [Connection; 2],
}

/// Verifies a record. Every event is read twice, along its chain and along its inquiry, and each reading counts for
/// half of the progress. The parts rest on nothing of each other, so that what is written between their beginnings
/// does no harm.
pub(crate) fn verify(
    readers: Readers,
    raw_folder: Option<&Path>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<VerifyReport, StoreError> {
    let Readers { chains, halves } = readers;
    let measured = schema::count(&chains, "SELECT count(*) FROM event")
        .and_then(|total| Ok((total, content::Part::halves(&chains, total)?)));
    let (total, parts) = match measured {
        Err(StoreError::Damaged { .. }) => return Ok(VerifyReport::damaged()),
        other => other?,
    };
    let (reads, read) = mpsc::channel();
    let mut report = thread::scope(|scope| {
        let mut works = vec![{
            let reads = reads.clone();
            scope.spawn(move || admit_damage(|report| read_chains(&chains, report, &reads)))
        }];
        for (connection, part) in halves.into_iter().zip(parts) {
            let reads = reads.clone();
            works.push(scope.spawn(move || {
                admit_damage(|report| {
                    content::check(&connection, &part, raw_folder, report, &reads)
                })
            }));
        }
        drop(reads);
        let mut done = 0;
        for more in read {
            done += more;
            progress(done / 2, total);
        }
        works
            .into_iter()
            .try_fold(VerifyReport::default(), |whole, work| {
                let part = work.join().unwrap_or_else(|panic| resume_unwind(panic));
                Ok::<_, StoreError>(whole.with(part?))
            })
    })?;
    if report.erased_texts > 0 {
        report.unproven.push(Unproven::ErasedTexts {
            count: report.erased_texts,
        });
    }
    progress(total, total);
    Ok(report)
}

/// A part that came upon a damaged page reports that, with all that it had found by then.
fn admit_damage(
    work: impl FnOnce(&mut VerifyReport) -> Result<(), StoreError>,
) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    match work(&mut report) {
        Err(StoreError::Damaged { .. }) => Ok(report.with(VerifyReport::damaged())),
        Err(other) => Err(other),
        Ok(()) => Ok(report),
    }
}

fn read_chains(
    connection: &Connection,
    report: &mut VerifyReport,
    reads: &Sender<u64>,
) -> Result<(), StoreError> {
    let snapshot = connection.unchecked_transaction()?;
    check_file(&snapshot, report)?;
    chain::check(&snapshot, report, reads)?;
    check_kept_heads(&snapshot, report)?;
    check_signed_heads(&snapshot, report)
}

/// Counts the events that a part has read, and tells of them from time to time.
struct Reads<'a> {
    told: &'a Sender<u64>,
    untold: u64,
}

/// How many events pass between two words of progress.
const STEP: u64 = 4096;

impl<'a> Reads<'a> {
    fn new(told: &'a Sender<u64>) -> Self {
        Self { told, untold: 0 }
    }

    fn one_more(&mut self) {
        self.untold += 1;
        if self.untold == STEP {
            // Who no longer listens misses nothing: the report says all.
            self.told.send(std::mem::take(&mut self.untold)).ok();
        }
    }
}

/// The tables whose structure is looked at. The rows of texts and raw bytes are read anyway; the values of the search
/// index are not looked at, since it can be made anew from what is.
const STRUCTURES: [&str; 18] = [
    "event",
    "device",
    "inquiry",
    "message",
    "contract",
    "person",
    "outline",
    "text_of",
    "search_data",
    "search_idx",
    "search_config",
    "searched",
    "to_index",
    "cache_version",
    "kept_head",
    "local_value",
    "reminder_given",
    "refused_intake",
];

fn check_file(connection: &Connection, report: &mut VerifyReport) -> Result<(), StoreError> {
    for table in STRUCTURES {
        let mut statement = connection.prepare(&format!("PRAGMA quick_check({table})"))?;
        let said: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let wrong = said.into_iter().filter(|line| line != "ok");
        report
            .problems
            .extend(wrong.map(|detail| VerifyProblem::FileDamaged { detail }));
    }
    Ok(())
}

/// Compares the chains with the heads that backups kept, and says from where on nothing is proven.
fn check_kept_heads(connection: &Connection, report: &mut VerifyReport) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare("SELECT device, seq, head, kept_at FROM kept_head ORDER BY seq")?;
    let mut kept = statement.query([])?;
    let mut last_kept = BTreeMap::new();
    while let Some(row) = kept.next()? {
        let (device, seq) = (Uuid::from_bytes(row.get(0)?), row.get(1)?);
        compare_head(connection, report, device, seq, row.get(2)?)?;
        last_kept.insert(device, (seq, Instant::from_micros(row.get(3)?)));
    }
    if last_kept.is_empty() {
        report.unproven.push(Unproven::NoHeadKept);
    }
    for head in &report.heads {
        if let Some((kept_seq, kept_at)) = last_kept
            .get(&head.device)
            .copied()
            .filter(|(seq, _)| *seq < head.seq)
        {
            let after = Unproven::AfterKeptHead {
                device: head.device,
                kept_seq,
                kept_at,
                last_seq: head.seq,
            };
            report.unproven.push(after);
        }
    }
    Ok(())
}

/// Compares the chains with the heads that signed-off reports state.
fn check_signed_heads(
    connection: &Connection,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let reference = match log::of_reference(connection, None) {
        // Such an event is a problem by itself.
        Err(StoreError::EventUnreadable { .. }) => return Ok(()),
        reference => reference?,
    };
    for (_, event) in &reference {
        let Body::Reference(ReferenceEvent::PeriodSignedOff(sign_off)) = &event.body else {
            continue;
        };
        for head in &sign_off.heads {
            report.signed_heads += 1;
            let found = chain::hash_at(connection, head.device, head.seq)?;
            if found != hash_of_hex(&head.hash) {
                report.problems.push(VerifyProblem::HeadDiffers {
                    device: head.device,
                    device_seq: head.seq,
                });
            }
        }
    }
    Ok(())
}

fn compare_head(
    connection: &Connection,
    report: &mut VerifyReport,
    device: Uuid,
    seq: i64,
    kept: Hash,
) -> Result<(), StoreError> {
    report.kept_heads += 1;
    if chain::hash_at(connection, device, seq)? != Some(kept) {
        report.problems.push(VerifyProblem::HeadDiffers {
            device,
            device_seq: seq,
        });
    }
    Ok(())
}

impl VerifyReport {
    /// Says of a record no more than that it is damaged.
    fn damaged() -> Self {
        let detail = "a page or a value cannot be read".to_owned();
        Self {
            problems: vec![VerifyProblem::FileDamaged { detail }],
            ..Self::default()
        }
    }

    /// Adds what another part of the reading found; several may come upon the same damage.
    fn with(mut self, other: Self) -> Self {
        self.events += other.events;
        self.inquiries += other.inquiries;
        self.texts += other.texts;
        self.erased_texts += other.erased_texts;
        self.raws += other.raws;
        self.kept_heads += other.kept_heads;
        self.signed_heads += other.signed_heads;
        self.heads.extend(other.heads);
        self.unproven.extend(other.unproven);
        let (damage, rest): (Vec<_>, Vec<_>) = (other.problems.into_iter())
            .partition(|problem| matches!(problem, VerifyProblem::FileDamaged { .. }));
        for problem in damage {
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
        self.problems.extend(rest);
        self
    }

    /// Compares the chains with heads that were kept outside the file.
    pub(crate) fn compare_heads(
        &mut self,
        connection: &Connection,
        heads: &[Head],
    ) -> Result<(), StoreError> {
        for head in heads {
            match hash_of_hex(&head.hash) {
                Some(hash) => compare_head(connection, self, head.device, head.seq, hash)?,
                None => {
                    self.problems.push(VerifyProblem::HeadDiffers {
                        device: head.device,
                        device_seq: head.seq,
                    });
                }
            }
        }
        Ok(())
    }

    /// Tells whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Gives the heads as reckoned instead of as noted.
fn reckoned_heads(
    connection: &Connection,
    reckoned: &BTreeMap<Uuid, (i64, Hash)>,
) -> Result<Vec<Head>, StoreError> {
    let mut heads = backup::heads(connection)?;
    for head in &mut heads {
        if let Some((seq, hash)) = reckoned.get(&head.device) {
            head.seq = *seq;
            head.hash = hex(hash);
        }
    }
    Ok(heads)
}
