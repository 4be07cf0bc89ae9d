//! Lists the messages of files before any is taken in, so that they can be taken in their order in time: a reply may
//! lie in a file that comes before the file of what it answers.

use std::io;

use business_time::Instant;
use inquiry::OperationId;
use mail::{Mbox, MboxProblem};

use super::columns::{ColumnMapping, Columns};
use super::dates::read_instant;
use super::derived_id;
use super::detect::{FileKind, detect};
use super::entry::{Entry, Reading};
use super::refused::{Kept, RefusalCode, Rejected};
use super::source::{Source, not_readable};
use super::table::{BadRow, MAX_ROWS, Row, Table, decode, read_json_lines, read_table};

/// The largest table, and the most of all tables together that one import holds: 256 MiB.
const MAX_TABLE: u64 = 256 << 20;

/// Reads the rows of a file.
type Read = fn(&str, &str, &Columns) -> Result<Table, RefusalCode>;

/// One message to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Item {
    /// Its file's place in the list of sources.
    pub source: usize,
    /// What reports call it.
    pub name: String,
    /// By what it is put in order.
    pub order: Order,
    /// The operation under which it is taken in: of the file's content and the place in it, so that a second import
    /// of the same file does nothing.
    pub operation: OperationId,
    place: Place,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Place {
    Whole,
    Mbox(u64),
    Row(Box<Row>),
}

/// Where a message stands among others: by its instant, one without last; of one instant, a reply after the rest.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Order {
    undated: bool,
    at: Option<Instant>,
    is_reply: bool,
}

impl Order {
    /// Places a message.
    pub const fn new(at: Option<Instant>, is_reply: bool) -> Self {
        Self {
            undated: at.is_none(),
            at,
            is_reply,
        }
    }
}

/// What a list of files holds.
#[derive(Default)]
pub(super) struct Listed {
    pub items: Vec<Item>,
    pub mapping: Vec<ColumnMapping>,
    pub rejected: Vec<Rejected>,
    /// The bytes and the rows of the tables so far.
    held: u64,
    rows: usize,
}

impl Listed {
    /// Lists the messages of all sources in their order; equals stand as the files do.
    pub fn of(sources: &[Source], reading: &Reading<'_>) -> Self {
        let mut listed = Self::default();
        for (at, source) in sources.iter().enumerate() {
            if let Err(error) = listed.add(at, source, reading) {
                listed.rejected.push(not_readable(&source.name, &error));
            }
        }
        listed.items.sort_by_key(|it| it.order);
        listed
    }

    fn add(&mut self, at: usize, source: &Source, reading: &Reading<'_>) -> io::Result<()> {
        let head = source.head()?;
        let digest = source.digest()?;
        let mut list = Lister {
            at,
            source,
            digest,
            reading,
            listed: self,
        };
        match detect(&source.name, &head) {
            Some(FileKind::Mail) => list.mail(&head),
            Some(FileKind::Mbox) => list.mbox(),
            Some(FileKind::Table) => list.table(read_table),
            Some(FileKind::JsonLines) => list.table(read_json_lines),
            None => {
                list.reject(if head.trim_ascii().is_empty() {
                    RefusalCode::Empty
                } else {
                    RefusalCode::UnknownKind
                });
                Ok(())
            }
        }
    }
}

/// Lists one source.
struct Lister<'a, 'b> {
    at: usize,
    source: &'a Source,
    digest: [u8; 32],
    reading: &'a Reading<'b>,
    listed: &'a mut Listed,
}

impl Lister<'_, '_> {
    fn mail(&mut self, head: &[u8]) -> io::Result<()> {
        let order = self.reading.order(header(head), None);
        self.put(self.source.name.clone(), order, 0, Place::Whole);
        Ok(())
    }

    fn mbox(&mut self) -> io::Result<()> {
        for (count, message) in (1..).zip(Mbox::new(self.source.open_at(0)?)) {
            let name = format!("{} #{count}", self.source.name);
            match message {
                Ok(message) => {
                    let order = self
                        .reading
                        .order(header(&message.raw), message.envelope_at);
                    self.put(name, order, message.offset, Place::Mbox(message.offset));
                }
                Err(MboxProblem::TooLarge { .. }) => self.listed.rejected.push(Rejected::new(
                    &name,
                    RefusalCode::TooLarge,
                    Kept::Nothing,
                )),
                Err(MboxProblem::NotMbox) => self.reject(RefusalCode::UnknownKind),
                Err(MboxProblem::Read(kind)) => return Err(kind.into()),
            }
        }
        Ok(())
    }

    fn table(&mut self, read: Read) -> io::Result<()> {
        match self.rows(read)? {
            Ok(rows) => rows.into_iter().for_each(|row| self.row(row)),
            Err(code) => self.reject(code),
        }
        Ok(())
    }

    /// Reads the rows, or says why the whole table is refused.
    fn rows(&mut self, read: Read) -> io::Result<Result<Vec<Result<Row, BadRow>>, RefusalCode>> {
        let most = MAX_TABLE.saturating_sub(self.listed.held);
        let Some(bytes) = self.source.whole(most)? else {
            return Ok(Err(RefusalCode::TooLarge));
        };
        let held = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Some(text) = decode(bytes) else {
            return Ok(Err(RefusalCode::UnknownEncoding));
        };
        let table = match read(&self.source.name, &text, self.reading.columns) {
            Ok(table) => table,
            Err(code) => return Ok(Err(code)),
        };
        let usable = table.mapping.holds_inquiries();
        self.listed.mapping.push(table.mapping);
        if !usable {
            return Ok(Err(RefusalCode::NoColumns));
        }
        if table.rows.is_empty() {
            return Ok(Err(RefusalCode::Empty));
        }
        if self.listed.rows + table.rows.len() > MAX_ROWS {
            return Ok(Err(RefusalCode::TooLarge));
        }
        self.listed.held += held;
        self.listed.rows += table.rows.len();
        Ok(Ok(table.rows))
    }

    fn row(&mut self, row: Result<Row, BadRow>) {
        match row {
            Ok(row) => {
                let zone = self.reading.rules.calendar.time_zone();
                let at = row
                    .fields
                    .get(super::columns::Field::ReceivedAt)
                    .and_then(|it| read_instant(it, zone));
                let is_reply = row.fields.get(super::columns::Field::InReplyTo).is_some();
                self.put(
                    format!("{}:{}", self.source.name, row.line),
                    Order::new(at, is_reply),
                    row.line,
                    Place::Row(Box::new(row)),
                );
            }
            Err(bad) => {
                let name = format!("{}:{}", self.source.name, bad.line);
                let rejected =
                    Rejected::new(&name, bad.code, Kept::Bytes(bad.bytes)).with("line", bad.line);
                self.listed.rejected.push(rejected);
            }
        }
    }

    fn put(&mut self, name: String, order: Order, offset: u64, place: Place) {
        let operation = OperationId::new(derived_id(&[
            b"intake",
            &self.digest,
            &offset.to_be_bytes(),
        ]));
        self.listed.items.push(Item {
            source: self.at,
            name,
            order,
            operation,
            place,
        });
    }

    /// Refuses the whole source. Its bytes are read only when they are kept: those of a folder would fill the memory.
    fn reject(&mut self, code: RefusalCode) {
        let rejected = Rejected::new(&self.source.name, code, Kept::Source(self.at));
        self.listed.rejected.push(rejected);
    }
}

/// Gives a mail up to the empty line after its header.
fn header(raw: &[u8]) -> &[u8] {
    let end = (0..raw.len()).find(|at| {
        let rest = raw.get(*at..).unwrap_or_default();
        rest.starts_with(b"\n\n") || rest.starts_with(b"\n\r\n")
    });
    end.and_then(|end| raw.get(..=end)).unwrap_or(raw)
}

impl Item {
    /// Reads the message.
    pub fn read(&self, source: &Source, reading: &Reading<'_>) -> Result<Entry, Rejected> {
        let (raw, envelope_at) = match &self.place {
            Place::Row(row) => {
                let kept = || Kept::Bytes(row.json.clone().into_bytes());
                return reading.row(row).map_err(|it| {
                    Rejected::new(&self.name, it.into(), kept()).with("line", row.line)
                });
            }
            Place::Whole => (self.whole(source)?, None),
            Place::Mbox(offset) => self.boxed(source, *offset)?,
        };
        reading
            .mail(&raw, envelope_at)
            .map_err(|it| Rejected::new(&self.name, it.into(), Kept::Bytes(raw)))
    }

    fn whole(&self, source: &Source) -> Result<Vec<u8>, Rejected> {
        let most = u64::try_from(mail::MAX_RAW).unwrap_or(u64::MAX);
        let bytes = source
            .whole(most)
            .map_err(|error| not_readable(&self.name, &error))?;
        bytes.ok_or_else(|| Rejected::new(&self.name, RefusalCode::TooLarge, Kept::Nothing))
    }

    fn boxed(&self, source: &Source, offset: u64) -> Result<(Vec<u8>, Option<Instant>), Rejected> {
        let reader = source
            .open_at(offset)
            .map_err(|error| not_readable(&self.name, &error))?;
        match Mbox::new(reader).next() {
            Some(Ok(message)) => Ok((message.raw, message.envelope_at)),
            // The file is not what it was when it was listed.
            Some(Err(_)) | None => {
                Err(
                    Rejected::new(&self.name, RefusalCode::NotReadable, Kept::Nothing)
                        .with("cause", "changed"),
                )
            }
        }
    }
}
