//! Reports.

use desk::{ReportObligation, ReportRow};
use inquiry::{DueRecord, MatterKind};
use report::{
    Cell, ClockPart, Column, Dimension, GOAL, Part, Period, Report, SMALL, Selection, Slice, Table,
    Word,
};

use super::mirror::Mirror;
use super::obligations::obligation;
use super::parse::{date, product};
use super::{count, instant, seconds};
use crate::ipc::wire::IpcError;
use crate::ipc::wire::cause::Cause;
use crate::ipc::wire::obligations::MatterKind as WireMatterKind;
use crate::ipc::wire::queue::{InquiryChannel, Level};
use crate::ipc::wire::report as wire;

/// How many rows of a table the page shows at most; the files hold all.
const MOST_ROWS: usize = 200;

impl wire::ReportSelection {
    /// Reads which inquiries are wanted.
    pub(crate) fn parse(&self) -> Result<Selection, IpcError> {
        let products = self.products.iter().map(|it| product(it));
        Ok(Selection {
            period: Period {
                from: date(&self.period.from)?,
                to: date(&self.period.to)?,
            },
            by: self.by.inside(),
            products: products.collect::<Result<_, _>>()?,
            levels: self
                .levels
                .iter()
                .map(|it| it.map(Mirror::inside))
                .collect(),
            channels: self.channels.iter().map(|it| it.inside()).collect(),
            agents: self.agents.clone(),
            customers: self.customers.clone(),
        })
    }
}

impl wire::ReportSlice {
    /// Reads what narrows a figure down.
    pub(crate) fn parse(&self) -> Result<Slice, IpcError> {
        Ok(match self {
            Self::Group { dimension, key } => Slice::Group(dimension.inside(), key.clone()),
            Self::Week { monday } => Slice::Week(date(monday)?),
            Self::Hour { weekday, hour } => Slice::Hour(*weekday as usize, *hour as usize),
            Self::Bucket { level, place } => Slice::Bucket(level.inside(), *place as usize),
        })
    }

    fn show(slice: Slice) -> Self {
        match slice {
            Slice::Group(dimension, key) => Self::Group {
                dimension: wire::ReportDimension::show(dimension),
                key,
            },
            Slice::Week(monday) => Self::Week {
                monday: monday.to_string(),
            },
            Slice::Hour(weekday, hour) => Self::Hour {
                weekday: count(weekday),
                hour: count(hour),
            },
            Slice::Bucket(level, place) => Self::Bucket {
                level: Level::show(level),
                place: count(place),
            },
        }
    }
}

/// Reads a part's code.
pub(crate) fn part(code: &str) -> Result<Part, IpcError> {
    Part::named(code).ok_or_else(|| IpcError::malformed("part", code))
}

/// Reads the code of a part of the other clocks.
pub(crate) fn clock_part(code: &str) -> Result<ClockPart, IpcError> {
    ClockPart::named(code).ok_or_else(|| IpcError::malformed("part", code))
}

/// Shows a report with the agents that it can be narrowed down to.
pub(crate) fn view(report: &Report<'_>, agents: Vec<String>) -> wire::ReportView {
    let tables = report.counting_tables();
    wire::ReportView {
        as_of: instant(report.as_of),
        inquiries: count(report.entries().len()),
        before: report.before.as_ref().map(|(it, _)| period(it)),
        goal_permille: GOAL.permille().unwrap_or_default(),
        small: count(SMALL),
        tables: tables.iter().map(|it| table(report, it)).collect(),
        agents,
    }
}

fn period(period: &Period) -> wire::ReportPeriod {
    wire::ReportPeriod {
        from: period.from.to_string(),
        to: period.to.to_string(),
    }
}

fn table(report: &Report<'_>, table: &Table) -> wire::ReportTable {
    let mut slices = report.slices(table).into_iter();
    let clocks = report.clocks.iter().filter(|_| table.name == "by_clock");
    let mut kinds = clocks.map(|it| it.kind);
    let rows = table.rows.iter().take(MOST_ROWS);
    wire::ReportTable {
        name: table.name.to_owned(),
        columns: table.columns.iter().map(|it| column(table, *it)).collect(),
        rows: rows
            .map(|it| row(it, slices.next(), kinds.next()))
            .collect(),
        more: count(table.rows.len().saturating_sub(MOST_ROWS)),
    }
}

fn column(table: &Table, column: Column) -> wire::ReportColumn {
    let part = match (column, table.name) {
        (Column::Named(code), "by_clock") => ClockPart::named(code).map(ClockPart::as_str),
        (Column::Named(code), _) => Part::behind(code).map(Part::as_str),
        (Column::UpTo(_), _) => Some(Part::Answered.as_str()),
        (Column::Hour(_), "breaches") => Some(Part::Broken.as_str()),
        (Column::Hour(_), _) => Some(Part::Received.as_str()),
    };
    wire::ReportColumn {
        code: column.code(),
        part: part.map(str::to_owned),
    }
}

fn row(
    cells: &[Cell],
    slice: Option<Slice>,
    obligations: Option<MatterKind>,
) -> wire::ReportTableRow {
    let part = match cells.first() {
        Some(Cell::Word(Word::Figure(code))) => Part::behind(code),
        _ => None,
    };
    wire::ReportTableRow {
        part: part.map(|it| it.as_str().to_owned()),
        slice: slice.map(wire::ReportSlice::show),
        obligations: obligations.map(WireMatterKind::show),
        cells: cells.iter().map(cell).collect(),
    }
}

/// Shows a cell.
pub(crate) fn cell(cell: &Cell) -> wire::ReportCell {
    match cell {
        Cell::Nothing => wire::ReportCell::Nothing,
        Cell::Count(count) => wire::ReportCell::Count { count: *count },
        Cell::Share(share) => wire::ReportCell::Share {
            part: share.part,
            whole: share.whole,
            permille: share.permille(),
        },
        Cell::Time(time) => wire::ReportCell::Time {
            seconds: seconds(*time),
        },
        Cell::At(at) => wire::ReportCell::At { at: instant(*at) },
        Cell::On(on) => wire::ReportCell::On { on: on.to_string() },
        Cell::Word(word) => worded(word),
        Cell::Text(text) => wire::ReportCell::Text { text: text.clone() },
    }
}

fn worded(word: &Word) -> wire::ReportCell {
    match word {
        Word::Figure(code) => wire::ReportCell::Figure {
            code: (*code).to_owned(),
        },
        Word::Level(level) => wire::ReportCell::Level {
            level: Level::show(*level),
        },
        Word::Channel(channel) => wire::ReportCell::Channel {
            channel: InquiryChannel::show(*channel),
        },
        Word::Product(product) => wire::ReportCell::Product {
            product: product.to_string(),
        },
        Word::Standing(standing) => wire::ReportCell::Standing {
            code: standing.as_str().to_owned(),
        },
        Word::Cause(cause) => wire::ReportCell::Cause {
            cause: Cause::show(*cause),
        },
        Word::Weekday(weekday) => wire::ReportCell::Weekday { weekday: *weekday },
        Word::Without(dimension) => wire::ReportCell::Without {
            dimension: wire::ReportDimension::show(*dimension),
        },
    }
}

/// Shows one of the inquiries behind a figure.
pub(crate) fn inquiry(row: &ReportRow) -> wire::ReportInquiry {
    let (entry, outline) = (&row.entry, &row.entry.outline);
    let text = |dimension: Dimension| dimension.of(entry).map(str::to_owned);
    wire::ReportInquiry {
        id: outline.id.to_string(),
        number: outline.number.to_string(),
        subject: row.subject.clone(),
        customer: entry.customer.to_string(),
        product: outline.product.to_string(),
        level: outline.level.map(Level::show),
        channel: InquiryChannel::show(outline.channel),
        agent: text(Dimension::Agent),
        received_at: instant(outline.received_at),
        target: entry.due.map(|it| instant(it.target)),
        limit: entry.due.map(|it| instant(it.limit)),
        answered_at: outline.response.as_ref().map(|it| instant(it.at)),
        standing: row.standing.as_str().to_owned(),
        business_taken_s: entry.taken().map(seconds),
        overrun_s: entry.overrun.map(seconds),
        cause: outline.cause.map(Cause::show),
        cause_note: row.cause_note.clone(),
    }
}

/// Shows one of the obligations behind a count.
pub(crate) fn counted_obligation(row: &ReportObligation) -> wire::ReportObligation {
    let (due_at, due_on) = match row.due {
        DueRecord::At(at) => (Some(instant(at)), None),
        DueRecord::On(on) => (None, Some(on.to_string())),
    };
    wire::ReportObligation {
        obligation: obligation(&row.view),
        due_at,
        due_on,
        standing: ClockPart::Standing(row.standing).as_str().to_owned(),
    }
}
