//! Recomputing a report from its evidence, without the record.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use inquiry::{Body, Event, PersonalId, ReferenceEvent, SignedHead};
use report::Report;
use serde_json::Value;
use store::{first_link, next_link};
use uuid::Uuid;

use super::difference::{Difference, EvidenceVerdict};
use super::files::{EVENTS, FIGURES, HEADS, VERSIONS, refused, versions};
use super::line::{EventLine, Heads, Line, Running};
use super::recompute;
use super::signed::signed;
use super::write::figures;
use crate::DeskError;
use crate::views::report::clock_entries;

/// So many figures that differ are listed.
const MOST_FIGURES: usize = 100;

/// Recomputes chains, verdicts and figures from a folder of evidence, and compares them with what it states.
///
/// # Errors
/// [`DeskError::UnreadableFile`] where a file is missing; [`DeskError::Damaged`] where `heads.json` or `figures.json` is
/// no JSON; [`DeskError::Pack`] and [`DeskError::Calendar`] where a version cannot be compiled though nothing was altered.
pub fn verify_evidence(dir: &Path) -> Result<EvidenceVerdict, DeskError> {
    let heads: Heads = serde_json::from_slice(&read(&dir.join(HEADS))?)?;
    let mut reading = Reading::default();
    reading.lines(&dir.join(EVENTS))?;
    reading.compare_heads(&heads);
    let again = recomputed(dir, &reading.events, &reading.customers, heads);
    let mut differences = reading.differences;
    let again = match again {
        // What was altered is told by then, and may be why nothing can be recomputed.
        Err(error) if !differences.is_empty() && lies_in_the_events(&error) => {
            let code = error.code();
            differences.push(Difference::NotRecomputable { code });
            Recomputed::default()
        }
        again => again?,
    };
    differences.extend(again.differences);
    Ok(EvidenceVerdict {
        events: reading.events.len() as u64,
        verdicts: again.verdicts,
        inquiries: again.inquiries,
        hash: reading.hash,
        differences,
    })
}

fn lies_in_the_events(error: &DeskError) -> bool {
    !matches!(
        error,
        DeskError::UnreadableFile { .. } | DeskError::Damaged { .. }
    )
}

/// What came of computing verdicts and figures again.
#[derive(Default)]
struct Recomputed {
    verdicts: u64,
    inquiries: u64,
    differences: Vec<Difference>,
}

fn recomputed(
    dir: &Path,
    events: &[Event],
    customers: &BTreeMap<PersonalId, String>,
    heads: Heads,
) -> Result<Recomputed, DeskError> {
    let mut differences = Vec::new();
    for (name, content) in versions(events)? {
        let kept = fs::read_to_string(dir.join(VERSIONS).join(&name));
        if kept.ok().as_ref() != Some(&content) {
            differences.push(Difference::VersionDiffers { file: name });
        }
    }
    let verdicts = recompute::verdicts(events, &mut differences)?;
    let (entries, rules) = recompute::entries(events, customers)?;
    let obligations = recompute::obligations(events);
    let clocks = clock_entries(&rules, &obligations, heads.as_of)?;
    let signed = signed(events, &entries, &heads.selection, &mut differences)?;
    let mut report =
        Report::of(entries.values(), heads.selection, heads.as_of).with_clocks(&clocks);
    report.signed = signed;
    let found: Value = serde_json::from_slice(&figures(&report, rules.calendar.time_zone())?)?;
    let stated: Value = serde_json::from_slice(&read(&dir.join(FIGURES))?)?;
    let mut differing = Vec::new();
    compare("", &stated, &found, &mut differing);
    differing.truncate(MOST_FIGURES);
    differences.extend(differing);
    Ok(Recomputed {
        verdicts,
        inquiries: report.entries().len() as u64,
        differences,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, DeskError> {
    fs::read(path).map_err(refused(path))
}

/// What was read of the lines, and how far each chain goes.
#[derive(Default)]
struct Reading {
    events: Vec<Event>,
    customers: BTreeMap<PersonalId, String>,
    ends: BTreeMap<Uuid, (i64, String)>,
    running: Running,
    hash: String,
    differences: Vec<Difference>,
}

impl Reading {
    fn lines(&mut self, path: &Path) -> Result<(), DeskError> {
        let file = File::open(path).map_err(refused(path))?;
        for (line, bytes) in (1..).zip(BufReader::new(file).split(b'\n')) {
            let bytes = bytes.map_err(refused(path))?;
            match serde_json::from_slice::<Line>(&bytes) {
                Ok(read) => {
                    // Another spelling of the same is a change, too: a capital in a hash, a space.
                    if serde_json::to_vec(&read)? != bytes {
                        self.differences.push(respelled(line, &read));
                    }
                    self.line(line, read);
                }
                Err(_) => self.differences.push(Difference::LineUnreadable { line }),
            }
        }
        self.hash = std::mem::take(&mut self.running).hash();
        Ok(())
    }

    fn line(&mut self, line: u64, read: Line) {
        self.running.add(&read);
        match read {
            Line::Customer { id, name } => {
                self.customers.insert(id, name);
            }
            Line::Others {
                device,
                from,
                digests,
            } => {
                for (seq, digest) in (from..).zip(digests) {
                    self.link(line, device, seq, &digest, None);
                }
            }
            Line::Event(event) => self.event(line, *event),
        }
    }

    fn event(&mut self, line: u64, read: EventLine) {
        let envelope = read.envelope();
        if envelope.digest() != read.digest {
            let seq = read.seq;
            self.differences
                .push(Difference::EventAltered { line, seq });
        }
        let event = envelope.event();
        if let Ok(event) = &event {
            self.signed_heads(line, event);
        }
        let (device, digest) = (read.device, &read.log_digest);
        self.link(line, device, read.seq, digest, Some(read.chain));
        match event {
            Ok(event) => self.events.push(event),
            Err(_) => self.differences.push(Difference::LineUnreadable { line }),
        }
    }

    /// Compares the ends of the chains that a sign-off states with those that have been read up to it.
    fn signed_heads(&mut self, line: u64, event: &Event) {
        let Body::Reference(ReferenceEvent::PeriodSignedOff(sign_off)) = &event.body else {
            return;
        };
        let is_end = |head: &SignedHead| {
            let end = self.ends.get(&head.device);
            end.is_some_and(|(seq, hash)| (*seq, hash) == (head.seq, &head.hash))
        };
        if !sign_off.heads.iter().all(is_end) {
            self.differences
                .push(Difference::SignedHeadsDiffer { line });
        }
    }

    /// Links an event to its chain; where the line states the chain's hash after it, that is what comes out.
    fn link(&mut self, line: u64, device: Uuid, seq: i64, digest: &str, stated: Option<String>) {
        let first = || (0, first_link(device));
        let (last, before) = self.ends.remove(&device).unwrap_or_else(first);
        let found = next_link(&before, digest).unwrap_or_default();
        if seq != last + 1 || stated.as_ref().is_some_and(|it| *it != found) {
            self.differences.push(Difference::ChainBroken { line, seq });
        }
        // A break is told once: what follows is judged by what the line states.
        let end = stated.unwrap_or(found);
        self.ends.insert(device, (seq, end));
    }

    fn compare_heads(&mut self, heads: &Heads) {
        for head in &heads.chains {
            let end = self.ends.remove(&head.device);
            if end != Some((head.seq, head.hash.clone())) {
                let letter = head.letter.clone();
                self.differences.push(Difference::HeadDiffers { letter });
            }
        }
        if self.hash != heads.hash || !self.ends.is_empty() {
            self.differences.push(Difference::HashDiffers);
        }
    }
}

fn respelled(line: u64, read: &Line) -> Difference {
    match read {
        Line::Event(event) => Difference::EventAltered {
            line,
            seq: event.seq,
        },
        Line::Customer { .. } | Line::Others { .. } => Difference::LineUnreadable { line },
    }
}

/// Lists where two values differ.
fn compare(place: &str, stated: &Value, found: &Value, differing: &mut Vec<Difference>) {
    match (stated, found) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                let other = b.get(key).unwrap_or(&Value::Null);
                compare(&format!("{place}/{key}"), value, other, differing);
            }
            let more = b.iter().filter(|(key, _)| !a.contains_key(*key));
            for (key, value) in more {
                compare(&format!("{place}/{key}"), &Value::Null, value, differing);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (nth, (one, other)) in a.iter().zip(b).enumerate() {
                compare(&format!("{place}/{nth}"), one, other, differing);
            }
        }
        (one, other) if one == other => {}
        (one, other) => differing.push(Difference::FigureDiffers {
            place: place.to_owned(),
            stated: shortened(one),
            found: shortened(other),
        }),
    }
}

fn shortened(value: &Value) -> String {
    let text = value.to_string();
    let short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short + "…"
    } else {
        short
    }
}
