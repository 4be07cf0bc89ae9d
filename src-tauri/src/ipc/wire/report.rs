//! Reports: what is selected, what is shown of it, and what lies behind a figure.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cause::Cause;
use super::obligations::{MatterKind, Obligation};
use super::queue::{InquiryChannel, Level};

/// By which day an inquiry belongs to a period.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportBasis {
    /// By the day of the receipt.
    Receipt,
    /// By the day of the limit.
    Due,
}

/// By what inquiries are told apart.
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportDimension {
    Product,
    Level,
    Channel,
    Agent,
    Customer,
    Cause,
}

/// The forms in which a report is written.
#[expect(missing_docs, reason = "the words of the core, where they are told")]
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFormat {
    Json,
    Csv,
    Xlsx,
    Pdf,
}

/// Days by the centre's clock, `YYYY-MM-DD`, the first and the last one included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ReportPeriod {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// Which inquiries are wanted. An empty list wants all; everything given must hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ReportSelection {
    /// The days.
    pub period: ReportPeriod,
    /// By which day an inquiry belongs to them.
    pub by: ReportBasis,
    /// The product families.
    pub products: Vec<String>,
    /// The levels; nothing stands for one not decided yet.
    pub levels: Vec<Option<Level>>,
    /// The channels.
    pub channels: Vec<InquiryChannel>,
    /// Who answered, else who has it; nothing stands for nobody.
    pub agents: Vec<Option<String>>,
    /// The customers.
    pub customers: Vec<String>,
}

/// What narrows a figure down to one of a table's rows or of a picture's places.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReportSlice {
    /// Those with this in common.
    Group {
        /// By what they are told apart.
        dimension: ReportDimension,
        /// A code or a name; nothing for those without.
        key: Option<String>,
    },
    /// Those of a week.
    Week {
        /// Its Monday.
        monday: String,
    },
    /// Those received on a weekday in an hour.
    Hour {
        /// From Monday as 0.
        weekday: u32,
        /// From 0 to 23.
        hour: u32,
    },
    /// Those of a level whose first response took so long.
    Bucket {
        /// The level.
        level: Level,
        /// The place among the columns of the distribution.
        place: u32,
    },
}

/// A value, without the words of any language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReportCell {
    /// There is none.
    Nothing,
    /// How many.
    Count {
        /// So many.
        count: u32,
    },
    /// A part of a whole.
    Share {
        /// How many are in the part.
        part: u32,
        /// How many there are.
        whole: u32,
        /// The share in tenths of a percent, cut down; nothing of nothing.
        permille: Option<u32>,
    },
    /// A length of business time.
    Time {
        /// In seconds.
        seconds: i32,
    },
    /// A point in time.
    At {
        /// The instant.
        at: String,
    },
    /// A day.
    On {
        /// The date.
        on: String,
    },
    /// A figure.
    Figure {
        /// Its code.
        code: String,
    },
    /// An impact level.
    Level {
        /// The level.
        level: Level,
    },
    /// A channel.
    Channel {
        /// The channel.
        channel: InquiryChannel,
    },
    /// A product family.
    Product {
        /// Its id.
        product: String,
    },
    /// How an inquiry stands.
    Standing {
        /// Its code.
        code: String,
    },
    /// Why the target or the limit was missed.
    Cause {
        /// The cause.
        cause: Cause,
    },
    /// A day of the week.
    Weekday {
        /// From Monday as 0.
        weekday: u32,
    },
    /// None of that dimension.
    Without {
        /// The dimension.
        dimension: ReportDimension,
    },
    /// A name or number, as it is.
    Text {
        /// It.
        text: String,
    },
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ReportColumn {
    /// Its code: a figure's, `hour_09`, `up_to_100`, or a dimension's.
    pub code: String,
    /// The part whose inquiries or obligations lie behind its cells; nothing where the rows say it, or none does.
    pub part: Option<String>,
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ReportTableRow {
    /// The part whose inquiries lie behind its value; nothing where the columns say it.
    pub part: Option<String>,
    /// What it narrows down to; nothing where it does not by itself.
    pub slice: Option<ReportSlice>,
    /// The kind of the obligations behind its counts; nothing where inquiries lie there.
    pub obligations: Option<MatterKind>,
    /// A cell for every column.
    pub cells: Vec<ReportCell>,
}

/// A table, named by a code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ReportTable {
    /// Its code.
    pub name: String,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Its rows, at most as many as a page bears.
    pub rows: Vec<ReportTableRow>,
    /// How many more there are in the files.
    pub more: u32,
}

/// A report as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// The instant as of which what is open was judged.
    pub as_of: String,
    /// How many inquiries were counted.
    pub inquiries: u32,
    /// The period before.
    pub before: Option<ReportPeriod>,
    /// The share of kept policies that a team aims at, in tenths of a percent.
    pub goal_permille: u32,
    /// Of fewer answers it is said how few they are.
    pub small: u32,
    /// The tables that count.
    pub tables: Vec<ReportTable>,
    /// The agents that a report can be narrowed down to.
    pub agents: Vec<String>,
}

/// One of the inquiries behind a figure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportInquiry {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The customer; empty where unknown.
    pub customer: String,
    /// The product family.
    pub product: String,
    /// The level.
    pub level: Option<Level>,
    /// The channel.
    pub channel: InquiryChannel,
    /// Who answered, else who has it.
    pub agent: Option<String>,
    /// The receipt.
    pub received_at: String,
    /// The target 回答目安.
    pub target: Option<String>,
    /// The limit 回答期限.
    pub limit: Option<String>,
    /// When the first response left.
    pub answered_at: Option<String>,
    /// The code of how it stands.
    pub standing: String,
    /// The business time taken up to the first response.
    pub business_taken_s: Option<i32>,
    /// How far the first response came after the target, in business time.
    pub overrun_s: Option<i32>,
    /// Why the target or the limit was missed, where somebody said.
    pub cause: Option<Cause>,
    /// What was said of that.
    pub cause_note: Option<String>,
}

/// One of the obligations behind a count of the policies' other clocks.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportObligation {
    /// It.
    pub obligation: Obligation,
    /// The instant at which it was due; nothing where that is a date.
    pub due_at: Option<String>,
    /// The date until whose end it was due; nothing where that is an instant.
    pub due_on: Option<String>,
    /// The code of how it stands, which is that of the count's column.
    pub standing: String,
}

/// Some of the inquiries behind a figure, by receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ReportInquiries {
    /// A page of them.
    pub rows: Vec<ReportInquiry>,
    /// How many there are in all.
    pub total: u32,
}

/// What came of writing a report as a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ExportedReport {
    /// The file.
    pub path: String,
    /// How many inquiries it counts; nothing where it was called off and there is no file.
    pub inquiries: Option<u32>,
}

/// What came of writing the evidence for a report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct ExportedEvidence {
    /// The folder.
    pub path: String,
    /// What stands there; nothing where it was called off and there is no folder.
    pub written: Option<WrittenEvidence>,
}

/// The evidence that was written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Type)]
pub struct WrittenEvidence {
    /// How many events it holds with their bytes.
    pub events: u32,
    /// The hash over them, to be kept elsewhere.
    pub hash: String,
}
