//! The chains: every event along its device's order.

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;

use inquiry::EventId;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::{Reads, VerifyProblem, VerifyReport, reckoned_heads};
use crate::log::{self, Hash, StoredEvent};
use crate::{StoreError, backup};

struct Link {
    event: StoredEvent,
    device: Uuid,
    device_seq: i64,
    digest: Hash,
    chain: Hash,
}

impl Link {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            event: StoredEvent::of(row)?,
            device: Uuid::from_bytes(row.get(7)?),
            device_seq: row.get(8)?,
            digest: row.get(9)?,
            chain: row.get(10)?,
        })
    }
}

/// Reckons every digest and every link again.
pub(super) fn check(
    connection: &Connection,
    report: &mut VerifyReport,
    reads: &Sender<u64>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT event.seq, event.id, operation, actor, recorded_at, version, body, device.id, device_seq, digest, chain
         FROM event JOIN device ON device.no = event.device ORDER BY event.device, device_seq",
    )?;
    let mut reads = Reads::new(reads);
    let mut ends: BTreeMap<Uuid, (i64, Hash)> = BTreeMap::new();
    for link in statement.query_map([], Link::of)? {
        let link = link?;
        let end = ends
            .entry(link.device)
            .or_insert((0, log::genesis(link.device)));
        check_link(&link, end, &mut report.problems);
        *end = (link.device_seq, link.chain);
        report.events += 1;
        reads.one_more();
    }
    check_ends(connection, &ends, report)
}

fn check_link(link: &Link, before: &(i64, Hash), problems: &mut Vec<VerifyProblem>) {
    let (device, device_seq) = (link.device, link.device_seq);
    if device_seq != before.0 + 1 {
        problems.push(VerifyProblem::EventMissing {
            device,
            device_seq: before.0 + 1,
        });
    }
    if link.event.digest() != link.digest {
        problems.push(VerifyProblem::EventAltered {
            event: EventId::new(link.event.id),
            seq: link.event.seq,
        });
    }
    if log::link(&before.1, &link.digest) != link.chain {
        problems.push(VerifyProblem::ChainBroken { device, device_seq });
    }
}

/// A chain that was cut at its end shows by its device's own note of the head.
fn check_ends(
    connection: &Connection,
    ends: &BTreeMap<Uuid, (i64, Hash)>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    for noted in backup::heads(connection)? {
        let (seq, hash) = ends
            .get(&noted.device)
            .copied()
            .unwrap_or((0, log::genesis(noted.device)));
        if (noted.seq, noted.hash) != (seq, log::hex(&hash)) {
            report.problems.push(VerifyProblem::HeadDiffers {
                device: noted.device,
                device_seq: noted.seq,
            });
        }
    }
    report.heads = reckoned_heads(connection, ends)?;
    Ok(())
}

/// Gives the hash of a chain after some events; that of its beginning after none.
pub(super) fn hash_at(
    connection: &Connection,
    device: Uuid,
    seq: i64,
) -> Result<Option<Hash>, StoreError> {
    if seq == 0 {
        return Ok(Some(log::genesis(device)));
    }
    Ok(connection
        .prepare_cached(
            "SELECT chain FROM event JOIN device ON device.no = event.device
             WHERE device.id = ?1 AND device_seq = ?2",
        )?
        .query_row((device.into_bytes(), seq), |row| row.get(0))
        .optional()?)
}
