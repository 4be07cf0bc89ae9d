//! What a report shows, as tables: the one view that the window and every file are made of.

use std::borrow::Cow;

use business_time::{BusinessDuration, Instant};
use chrono::NaiveDate;
use inquiry::MatterKind;
use policy::{Cause, Channel, ImpactLevel, ProductId};

use crate::{
    BUCKETS, Dimension, Entry, Figures, Group, Heat, INQUIRY_COLUMNS, Part, Report, Share, Signed,
    Standing, inquiry_cells,
};

/// A table, named by a code.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// Which one it is.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a column.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Column {
    /// What the code says.
    Named(&'static str),
    /// What came in during that hour, 0 to 23.
    Hour(u32),
    /// What took up to so many percent of what the level allows; the last one takes the rest.
    UpTo(u32),
}

/// A value, without the words of any language.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// There is none.
    Nothing,
    /// How many.
    Count(u32),
    /// A part of a whole.
    Share(Share),
    /// A length of business time.
    Time(BusinessDuration),
    /// A point in time.
    At(Instant),
    /// A day.
    On(NaiveDate),
    /// A word of the field.
    Word(Word),
    /// A name or number, as it is.
    Text(String),
}

/// A word of the field, said in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Word {
    /// A figure.
    Figure(&'static str),
    /// An impact level (§17).
    Level(ImpactLevel),
    /// A channel (§13).
    Channel(Channel),
    /// A product family.
    Product(ProductId),
    /// How an inquiry stands.
    Standing(Standing),
    /// Why the target or the limit was missed.
    Cause(Cause),
    /// A day of the week, from Monday as 0.
    Weekday(u32),
    /// None of that dimension: no level, nobody, an unknown customer, no cause yet.
    Without(Dimension),
}

impl Word {
    /// Gives the spelling used in files for programs.
    #[must_use]
    pub fn code(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Figure(code) => code,
            Self::Level(level) => level.as_str(),
            Self::Channel(channel) => channel.as_str(),
            Self::Product(product) => product.as_str(),
            Self::Standing(standing) => standing.as_str(),
            Self::Cause(cause) => cause.as_str(),
            Self::Weekday(day) => WEEKDAYS.get(*day as usize).copied().unwrap_or_default(),
            Self::Without(dimension) => return Cow::Owned(format!("no_{}", dimension.as_str())),
        })
    }
}

impl Column {
    /// Gives the spelling used in files for programs.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Named(code) => code.to_owned(),
            Self::Hour(hour) => format!("hour_{hour:02}"),
            Self::UpTo(u32::MAX) => "beyond".to_owned(),
            Self::UpTo(percent) => format!("up_to_{percent}"),
        }
    }
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Names the table of the weekly trend.
pub(crate) const WEEKS: &str = "by_week";

/// The share of kept policies that a team aims at. Ours: the policies name none.
pub const GOAL: Share = Share {
    part: 95,
    whole: 100,
};

/// The figures that stand in the columns of a table by dimension or week.
const GROUP_FIGURES: [&str; 12] = [
    "received",
    "answered",
    "within_limit",
    "within_target",
    "late",
    "breached",
    "open_past_target",
    "taken_n",
    "taken_median",
    "taken_p90",
    "taken_p95",
    "overrun_total",
];

/// Gives every figure with its code, in the order in which they are shown.
#[must_use]
pub fn figure_cells(figures: &Figures) -> Vec<(&'static str, Cell)> {
    let count = |part: Part| (part.as_str(), Cell::Count(figures.count(part)));
    let time = |time: Option<BusinessDuration>| time.map_or(Cell::Nothing, Cell::Time);
    let (taken, overrun) = (figures.taken.as_ref(), figures.overrun.as_ref());
    let n = taken.map_or(0, |it| it.n);
    let mut cells = vec![
        ("within_limit", Cell::Share(figures.within_limit())),
        ("within_target", Cell::Share(figures.within_target())),
    ];
    cells.extend(
        [
            Part::Received,
            Part::Answered,
            Part::InTime,
            Part::Late,
            Part::Breached,
            Part::Open,
            Part::Undecided,
            Part::OpenPastTarget,
            Part::OpenPastLimit,
        ]
        .map(count),
    );
    cells.extend([
        ("taken_n", Cell::Count(u32::try_from(n).unwrap_or(u32::MAX))),
        ("taken_median", time(taken.map(|it| it.median))),
        ("taken_p90", time(taken.map(|it| it.p90))),
        ("taken_p95", time(taken.map(|it| it.p95))),
        ("overrun_total", time(overrun.map(|it| it.total))),
        ("overrun_longest", time(overrun.map(|it| it.longest))),
        ("carried_over_share", Cell::Share(figures.carried_over())),
    ]);
    cells.extend(
        [
            Part::CarriedOver,
            Part::BroughtBack,
            Part::LevelWasWrong,
            Part::SituationChanged,
            Part::AfterTheFact,
            Part::OutOfScope,
            Part::NotAnInquiry,
            Part::Duplicate,
            Part::Withdrawn,
        ]
        .map(count),
    );
    cells
}

impl Report<'_> {
    /// Gives the tables that are shown, all but that of every inquiry.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = self.counting_tables();
        tables.push(self.missed_table());
        tables
    }

    /// Gives the tables that count, without those that list inquiries.
    #[must_use]
    pub fn counting_tables(&self) -> Vec<Table> {
        let mut tables = vec![self.figures_table()];
        for (dimension, groups) in Dimension::ALL
            .iter()
            .filter_map(|it| Some((*it, self.groups.get(it)?)))
        {
            tables.push(by_dimension(dimension, groups));
        }
        tables.push(self.clocks_table());
        tables.push(self.weeks_table());
        tables.push(self.distribution_table());
        tables.push(heat_table("receipts", &self.receipts));
        tables.push(heat_table("breaches", &self.breaches));
        tables.push(self.signed_table());
        tables
    }

    fn figures_table(&self) -> Table {
        let before = self
            .before
            .as_ref()
            .map(|(_, figures)| figure_cells(figures));
        let mut before = before.unwrap_or_default().into_iter().map(|(_, cell)| cell);
        let row = |(code, cell): (&'static str, Cell)| {
            let earlier = before.next().unwrap_or(Cell::Nothing);
            vec![Cell::Word(Word::Figure(code)), cell, earlier]
        };
        Table {
            name: "figures",
            columns: ["figure", "value", "before"].map(Column::Named).to_vec(),
            rows: figure_cells(&self.figures).into_iter().map(row).collect(),
        }
    }

    /// What was promised beside first responses, and kept or not.
    fn clocks_table(&self) -> Table {
        let row = |it: &crate::ClockCount| {
            let counts = [it.due(), it.kept, it.missed, it.overdue, it.open];
            let kind = Cell::Word(Word::Figure(clock_code(it.kind)));
            std::iter::once(kind)
                .chain(counts.map(Cell::Count))
                .collect()
        };
        Table {
            name: "by_clock",
            columns: [
                "clock",
                "clock_due",
                "clock_kept",
                "clock_missed",
                "clock_overdue",
                "clock_open",
            ]
            .map(Column::Named)
            .to_vec(),
            rows: self.clocks.iter().map(row).collect(),
        }
    }

    fn weeks_table(&self) -> Table {
        let row = |week: &crate::Week| {
            let mut cells = with_figures(Cell::On(week.monday), &week.figures);
            cells.push(Cell::Share(GOAL));
            cells
        };
        let mut columns = group_columns("week");
        columns.push(Column::Named("goal"));
        Table {
            name: WEEKS,
            columns,
            rows: self.weeks.iter().map(row).collect(),
        }
    }

    fn distribution_table(&self) -> Table {
        let row = |it: &crate::Distribution| {
            let counts = it.counts.iter().map(|count| Cell::Count(*count));
            [Cell::Word(Word::Level(it.level))]
                .into_iter()
                .chain(counts)
                .collect()
        };
        Table {
            name: "distribution",
            columns: [Column::Named("level")]
                .into_iter()
                .chain(BUCKETS.map(Column::UpTo))
                .collect(),
            rows: self.distributions.iter().map(row).collect(),
        }
    }

    fn missed_table(&self) -> Table {
        let missed = self.behind(Part::Missed, None);
        Table {
            name: "missed",
            columns: INQUIRY_COLUMNS.to_vec(),
            rows: missed.map(|it| self.inquiry_row(it)).collect(),
        }
    }

    fn signed_table(&self) -> Table {
        let row = |it: &Signed| {
            vec![
                Cell::Text(it.by.clone()),
                Cell::At(it.at),
                Cell::Share(it.kept),
                Cell::Count(it.changes),
            ]
        };
        Table {
            name: "sign_offs",
            columns: ["signed_by", "signed_at", "within_limit", "changes_since"]
                .map(Column::Named)
                .to_vec(),
            rows: self.signed.iter().map(row).collect(),
        }
    }

    /// Gives the cells that tell of one inquiry, in the order of [`INQUIRY_COLUMNS`].
    #[must_use]
    pub fn inquiry_row(&self, entry: &Entry) -> Vec<Cell> {
        inquiry_cells(entry, self.as_of)
    }
}

fn group_columns(first: &'static str) -> Vec<Column> {
    [first]
        .into_iter()
        .chain(GROUP_FIGURES)
        .map(Column::Named)
        .collect()
}

fn with_figures(first: Cell, figures: &Figures) -> Vec<Cell> {
    let cells = figure_cells(figures);
    let of = |code: &'static str| {
        let found = cells.iter().find(|(known, _)| *known == code);
        found.map_or(Cell::Nothing, |(_, cell)| cell.clone())
    };
    [first].into_iter().chain(GROUP_FIGURES.map(of)).collect()
}

/// Names the clock of a kind.
const fn clock_code(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::EnterpriseApp => "clock_enterprise_app",
        MatterKind::Maintenance => "clock_maintenance",
        MatterKind::Change => "clock_change",
        MatterKind::OsVerification => "clock_os_verification",
        MatterKind::Suspension => "clock_suspension",
        MatterKind::Incident => "clock_incident",
    }
}

/// Names the table of a dimension.
pub(crate) const fn table_of(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "by_product",
        Dimension::Level => "by_level",
        Dimension::Channel => "by_channel",
        Dimension::Agent => "by_agent",
        Dimension::Customer => "by_customer",
        Dimension::Cause => "by_cause",
    }
}

fn by_dimension(dimension: Dimension, groups: &[Group]) -> Table {
    let row = |group: &Group| with_figures(key_cell(dimension, group), &group.figures);
    Table {
        name: table_of(dimension),
        columns: group_columns(dimension.as_str()),
        rows: groups.iter().map(row).collect(),
    }
}

fn key_cell(dimension: Dimension, group: &Group) -> Cell {
    let Some(key) = &group.key else {
        return Cell::Word(Word::Without(dimension));
    };
    let word = match dimension {
        Dimension::Product => key.parse().ok().map(Word::Product),
        Dimension::Level => key.parse().ok().map(Word::Level),
        Dimension::Channel => key.parse().ok().map(Word::Channel),
        Dimension::Cause => key.parse().ok().map(Word::Cause),
        Dimension::Agent | Dimension::Customer => None,
    };
    word.map_or_else(|| Cell::Text(key.clone()), Cell::Word)
}

fn heat_table(name: &'static str, heat: &Heat) -> Table {
    let row = |(day, hours): (u32, &[u32; 24])| {
        let counts = hours.iter().map(|count| Cell::Count(*count));
        [Cell::Word(Word::Weekday(day))]
            .into_iter()
            .chain(counts)
            .collect()
    };
    Table {
        name,
        columns: [Column::Named("weekday")]
            .into_iter()
            .chain((0..24).map(Column::Hour))
            .collect(),
        rows: (0..).zip(heat).map(row).collect(),
    }
}
