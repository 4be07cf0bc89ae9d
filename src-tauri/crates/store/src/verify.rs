//! Reading the whole record again, and comparing.

mod chain;
mod code;
mod content;

use std::collections::BTreeMap;
use std::path::Path;

use business_time::Instant;
use inquiry::{EventId, InquiryId, PersonalId};
use rusqlite::Connection;
use uuid::Uuid;

use crate::log::{Hash, hash_of_hex, hex};
use crate::{Head, StoreError, backup, schema};

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
    /// What no reading of this file can prove.
    pub unproven: Vec<Unproven>,
}

/// Something wrong with the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VerifyProblem {
    /// The file itself is damaged.
    FileDamaged {
        /// What SQLite said.
        detail: String,
    },
    /// An event is missing before this place of a device's chain.
    EventMissing {
        /// The device.
        device: Uuid,
        /// The place in its chain that was expected.
        device_seq: i64,
    },
    /// An event's bytes or envelope are not those that were appended.
    EventAltered {
        /// The event.
        event: EventId,
        /// Its place in the file.
        seq: i64,
    },
    /// An event does not link to the one before it: one of the two was put here, taken away or moved.
    ChainBroken {
        /// The device.
        device: Uuid,
        /// The place in its chain.
        device_seq: i64,
    },
    /// An event's bytes are not of its version's shape.
    EventUnreadable {
        /// Its place in the file.
        seq: i64,
    },
    /// What the log's columns say of an event is not what its bytes say.
    EventMislabelled {
        /// Its place in the file.
        seq: i64,
    },
    /// A chain does not end where its device says, or does not pass through a head that was kept.
    HeadDiffers {
        /// The device.
        device: Uuid,
        /// The place in its chain.
        device_seq: i64,
    },
    /// A text is not the one that was kept.
    TextAltered {
        /// The text.
        text: PersonalId,
    },
    /// A text is gone that nobody erased.
    TextMissing {
        /// The text.
        text: PersonalId,
    },
    /// Raw bytes are not those that were kept.
    RawAltered {
        /// Their digest, in hex.
        digest: String,
    },
    /// Raw bytes are gone that nobody erased.
    RawMissing {
        /// Their digest, in hex.
        digest: String,
    },
    /// The projection of an inquiry is not what its events give.
    ProjectionDiffers {
        /// The inquiry.
        inquiry: InquiryId,
    },
    /// The search index neither holds an inquiry's texts nor knows that they are due.
    IndexDiffers {
        /// The inquiry.
        inquiry: InquiryId,
    },
}

/// What a whole record does not prove.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unproven {
    /// No head was ever kept: whoever can write the file could have written the whole chain anew.
    NoHeadKept,
    /// The events after the last kept head could have been written anew.
    AfterKeptHead {
        /// The device.
        device: Uuid,
        /// The place of the last kept head in its chain.
        kept_seq: i64,
        /// When that head was kept.
        kept_at: Instant,
        /// The place of the chain's end.
        last_seq: i64,
    },
    /// What erased texts said is no longer known.
    ErasedTexts {
        /// How many there are.
        count: u64,
    },
}

/// Verifies the state that a connection sees.
pub(crate) fn verify(
    connection: &Connection,
    raw_folder: Option<&Path>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    match read_all(connection, raw_folder, &mut report, progress) {
        Err(StoreError::Damaged { .. }) => {
            let detail = "a page or a value cannot be read".to_owned();
            report.problems.push(VerifyProblem::FileDamaged { detail });
        }
        other => other?,
    }
    Ok(report)
}

fn read_all(
    connection: &Connection,
    raw_folder: Option<&Path>,
    report: &mut VerifyReport,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    let total = schema::count(connection, "SELECT count(*) FROM event")?;
    check_file(connection, report)?;
    // Every event is read twice: along its chain and along its inquiry. Each half counts for half of the events.
    chain::check(connection, report, &mut |done| progress(done / 2, total))?;
    content::check(connection, raw_folder, report, &mut |done| {
        progress(u64::midpoint(total, done), total)
    })?;
    check_kept_heads(connection, report)?;
    if report.erased_texts > 0 {
        report.unproven.push(Unproven::ErasedTexts {
            count: report.erased_texts,
        });
    }
    progress(total, total);
    Ok(())
}

/// The tables whose structure is looked at. The rows of texts and raw bytes are read anyway; the values of the search
/// index are not looked at, since it can be made anew from what is.
const STRUCTURES: [&str; 15] = [
    "event",
    "device",
    "inquiry",
    "message",
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
