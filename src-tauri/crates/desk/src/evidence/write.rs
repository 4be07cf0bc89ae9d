//! Writing evidence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use business_time::Tz;
use inquiry::{Event, InquiryId};
use report::{Entry, Report, Selection};
use report_files::{Format, Language, Progress, Reader};
use store::{ChainEvent, Head, StoreError};
use uuid::Uuid;

use super::files::{EVENTS, FIGURES, HEADS, VERSIONS, unwritten, versions};
use super::line::{EventLine, FORM, Heads, Line, Running};
use super::people::People;
use crate::views::report::clock_entries;
use crate::{Desk, DeskError};

/// What evidence is wanted of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EvidenceRequest {
    /// What the report selects.
    pub selection: Selection,
    /// Whether people stand under their names; else under others.
    pub named: bool,
}

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// Events written with their bytes.
    pub events: u64,
    /// The inquiries that they tell of, those of the period before included.
    pub inquiries: u64,
    /// The hash over all events of the evidence, in hex; to be kept elsewhere.
    pub hash: String,
}

/// After so many events each it is told how far the writing is.
const STEP: usize = 1_000;

/// So many digests of other events stand in one line.
const MOST_OTHERS: usize = 500;

/// How often evidence is begun anew where somebody wrote between the ledger's reading and that of the log.
const TRIES: u8 = 5;

impl Desk {
    /// Writes the evidence for a report into a folder, which must be empty or not there yet. Gives nothing where `told`
    /// called it off, which is then told of events done and of how many there are; what was begun is removed.
    ///
    /// # Errors
    /// [`DeskError::PeriodReversed`]; [`DeskError::Store`] where something stands in the folder, or the record cannot be
    /// read; [`DeskError::UnwritableFile`] where the folder cannot be written.
    pub fn write_evidence(
        &self,
        request: &EvidenceRequest,
        dir: &Path,
        told: Progress<'_>,
    ) -> Result<Option<Evidence>, DeskError> {
        let report::Period { from, to } = request.selection.period;
        if to < from {
            return Err(DeskError::PeriodReversed { from, to });
        }
        let fresh = prepare(dir)?;
        let mut written = Err(Stop::Outrun);
        for _ in 0..TRIES {
            written = self.write_whole(request, dir, told);
            if !matches!(written, Err(Stop::Outrun)) {
                break;
            }
        }
        if written.is_err() {
            clear(dir, fresh);
        }
        match written {
            Ok(evidence) => Ok(Some(evidence)),
            Err(Stop::CalledOff) => Ok(None),
            Err(Stop::Outrun) => Err(DeskError::Store(StoreError::Busy)),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    fn write_whole(
        &self,
        request: &EvidenceRequest,
        dir: &Path,
        told: Progress<'_>,
    ) -> Result<Evidence, Stop> {
        let (now, ledger) = (self.now(), self.ledger()?);
        let signed = self.sign_offs_of(&request.selection)?;
        let all = self.all_obligations();
        let turned: BTreeSet<InquiryId> = signed
            .iter()
            .flat_map(|it| it.changes.iter().map(|it| it.change.id))
            .collect();
        let bears = |entry: &&Entry| {
            bears_on(entry, &request.selection) || turned.contains(&entry.outline.id)
        };
        let chosen: Vec<&Entry> = ledger.entries().filter(bears).collect();
        let mut people = People::new(request.named);
        let written = self.write_events(&chosen, &mut people, dir, ledger.seq(), told)?;
        for (name, content) in versions(&written.reference)? {
            let path = dir.join(VERSIONS).join(name);
            fs::write(&path, content).map_err(unwritten(&path))?;
        }
        let selection = people.selection(&request.selection);
        let entries: Vec<Entry> = chosen.iter().map(|it| people.entry(it)).collect();
        let rules = self.rules();
        let obligations = all.rows().map(|it| &it.obligation);
        let clocks = clock_entries(&rules, obligations, now)?;
        let mut report = Report::of(&entries, selection.clone(), now).with_clocks(&clocks);
        report.signed = signed.iter().map(|it| people.signed(it.signed())).collect();
        let path = dir.join(FIGURES);
        let figures = figures(&report, rules.calendar.time_zone())?;
        fs::write(&path, figures).map_err(unwritten(&path))?;
        let hash = written.running.hash();
        let heads = Heads {
            form: FORM,
            as_of: now,
            selection,
            named: request.named,
            hash: hash.clone(),
            chains: written.heads.into_values().collect(),
        };
        let path = dir.join(HEADS);
        let heads = serde_json::to_vec_pretty(&heads).map_err(DeskError::from)?;
        fs::write(&path, heads).map_err(unwritten(&path))?;
        Ok(Evidence {
            events: written.events,
            inquiries: chosen.len() as u64,
            hash,
        })
    }

    /// Writes the events of the log, if it still ends at `end`.
    fn write_events(
        &self,
        chosen: &[&Entry],
        people: &mut People,
        dir: &Path,
        end: i64,
        told: Progress<'_>,
    ) -> Result<Written, Stop> {
        let path = dir.join(EVENTS);
        let file = File::create(&path).map_err(unwritten(&path))?;
        let mut writing = Writing {
            out: BufWriter::new(file),
            path: &path,
            wanted: chosen.iter().map(|it| it.outline.id).collect(),
            others: None,
            written: Written::default(),
        };
        for entry in chosen {
            let name = people.customer(&entry.customer);
            let id = entry.outline.customer;
            writing.put(&Line::Customer { id, name })?;
        }
        let of = usize::try_from(end).unwrap_or_default();
        let mut done = 0;
        self.store().read(|reader| {
            if reader.last_seq()? != end {
                return Err(Stop::Outrun);
            }
            reader.chain(|event| {
                if done % STEP == 0 && !told(done, of) {
                    return Err(Stop::CalledOff);
                }
                done += 1;
                Ok(writing.add(event, people)?)
            })
        })?;
        Ok(writing.end()?)
    }
}

/// Why evidence was not written to its end.
enum Stop {
    /// Whoever asked for it called it off.
    CalledOff,
    /// Somebody wrote into the record after what it counts had been read.
    Outrun,
    /// Something hinders it.
    Failed(DeskError),
}

impl From<DeskError> for Stop {
    fn from(error: DeskError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Tells whether an entry is counted in the report: in its period, or in the one before.
fn bears_on(entry: &Entry, selection: &Selection) -> bool {
    let before = selection.period.before();
    selection.day(entry).is_some_and(|on| {
        selection.period.holds(on) || before.is_some_and(|before| before.holds(on))
    }) && selection.wants(entry)
}

/// Makes the folder, where it is not there; tells whether it made it.
fn prepare(dir: &Path) -> Result<bool, DeskError> {
    let found = fs::read_dir(dir);
    let fresh = found.is_err();
    if found.is_ok_and(|mut found| found.next().is_some()) {
        return Err(DeskError::Store(StoreError::Exists {
            path: dir.to_path_buf(),
        }));
    }
    let path = dir.join(VERSIONS);
    fs::create_dir_all(&path).map_err(unwritten(&path))?;
    Ok(fresh)
}

/// Removes what was begun; where even that cannot be, the folder is told to be no whole evidence by its lack of heads.
fn clear(dir: &Path, fresh: bool) {
    for file in [HEADS, FIGURES, EVENTS] {
        let _ = fs::remove_file(dir.join(file));
    }
    let _ = fs::remove_dir_all(dir.join(VERSIONS));
    if fresh {
        let _ = fs::remove_dir(dir);
    }
}

/// Writes a report as `figures.json` has it: by codes, so that no language and no product's name is in it.
pub(super) fn figures(report: &Report<'_>, zone: Tz) -> Result<Vec<u8>, DeskError> {
    let reader = Reader {
        language: Language::En,
        zone,
        products: BTreeMap::new(),
    };
    let mut bytes = Vec::new();
    let written = report_files::write(
        report,
        Format::Json,
        "",
        &reader,
        &mut bytes,
        &mut |_, _| true,
    );
    written.map_err(|error| unwritten(Path::new(FIGURES))(std::io::Error::other(error)))?;
    Ok(bytes)
}

/// What was written of the events.
#[derive(Default)]
struct Written {
    events: u64,
    reference: Vec<Event>,
    running: Running,
    heads: BTreeMap<Uuid, Head>,
}

struct Writing<'a> {
    out: BufWriter<File>,
    path: &'a Path,
    wanted: BTreeSet<InquiryId>,
    others: Option<(Uuid, i64, Vec<String>)>,
    written: Written,
}

impl Writing<'_> {
    fn add(&mut self, link: ChainEvent, people: &mut People) -> Result<(), DeskError> {
        self.written.heads.insert(
            link.device,
            Head {
                device: link.device,
                letter: link.letter.clone(),
                seq: link.device_seq,
                hash: link.chain.clone(),
            },
        );
        let event = link.envelope.event()?;
        let reference = matches!(event.body, inquiry::Body::Reference(_));
        let whole = reference || matches!(event.body, inquiry::Body::Obligation(..));
        if !whole && !link.inquiry.is_some_and(|id| self.wanted.contains(&id)) {
            return self.add_other(link);
        }
        self.put_others()?;
        if reference {
            self.written.reference.push(event.clone());
        }
        let line = line(link, event, people)?;
        self.written.events += 1;
        self.put(&Line::Event(Box::new(line)))
    }

    fn add_other(&mut self, link: ChainEvent) -> Result<(), DeskError> {
        let follows = self.others.as_ref().is_some_and(|(device, _, digests)| {
            *device == link.device && digests.len() < MOST_OTHERS
        });
        if !follows {
            self.put_others()?;
        }
        let first = || (link.device, link.device_seq, Vec::new());
        let others = self.others.get_or_insert_with(first);
        others.2.push(link.digest);
        Ok(())
    }

    fn put_others(&mut self) -> Result<(), DeskError> {
        match self.others.take() {
            Some((device, from, digests)) => self.put(&Line::Others {
                device,
                from,
                digests,
            }),
            None => Ok(()),
        }
    }

    fn put(&mut self, line: &Line) -> Result<(), DeskError> {
        self.written.running.add(line);
        serde_json::to_writer(&mut self.out, line)?;
        self.out.write_all(b"\n").map_err(unwritten(self.path))
    }

    fn end(mut self) -> Result<Written, DeskError> {
        self.put_others()?;
        self.out.flush().map_err(unwritten(self.path))?;
        Ok(self.written)
    }
}

/// Makes the line of an event; where people are pseudonymised, its bytes are written anew.
fn line(link: ChainEvent, event: Event, people: &mut People) -> Result<EventLine, DeskError> {
    let mut envelope = link.envelope;
    envelope.actor = people.agent(&envelope.actor);
    let rewritten = people.body(event.body.clone());
    if rewritten != event.body {
        let (version, body) = inquiry::encode(&rewritten)?;
        envelope.version = version;
        envelope.body = body;
    }
    let digest = envelope.digest();
    let body = String::from_utf8_lossy(&envelope.body).into_owned();
    Ok(EventLine {
        device: link.device,
        seq: link.device_seq,
        log_digest: link.digest,
        chain: link.chain,
        digest,
        id: envelope.id,
        operation: envelope.operation,
        actor: envelope.actor,
        recorded_at: envelope.recorded_at,
        version: envelope.version,
        body,
    })
}
