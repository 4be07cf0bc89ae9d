//! A workbook: a sheet for each table, those of single inquiries row by row, and native charts beside the figures.

use std::io::Write;

use report::{BUCKETS, Cell, Column, INQUIRY_COLUMNS, Report, Table};
use rust_xlsxwriter::{
    Chart, ChartLine, ChartType, ColNum, Color, Format, FormatBorder, RowNum, Workbook, Worksheet,
};

use crate::{FileError, INQUIRIES, Progress, Reader, conditions, tell};

const HEAD: Color = Color::RGB(0xEE_F0F4);
const ACCENT: Color = Color::RGB(0x2F_55C8);
const BREACH: Color = Color::RGB(0xB3_261E);
const GOAL: Color = Color::RGB(0x0B_8A79);
/// Seconds of a day: a spreadsheet counts time in days.
const DAY: f64 = 86_400.0;

/// How cells look, by what they hold.
struct Looks {
    head: Format,
    text: Format,
    share: Format,
    time: Format,
    at: Format,
    on: Format,
}

impl Looks {
    fn new(font: &str) -> Self {
        let plain = Format::new().set_font_name(font).set_font_size(10.5);
        Self {
            head: plain
                .clone()
                .set_bold()
                .set_background_color(HEAD)
                .set_border_bottom(FormatBorder::Thin)
                .set_text_wrap(),
            share: plain.clone().set_num_format("0.0%"),
            time: plain.clone().set_num_format("[h]:mm"),
            at: plain.clone().set_num_format("yyyy-mm-dd hh:mm"),
            on: plain.clone().set_num_format("yyyy-mm-dd"),
            text: plain,
        }
    }
}

pub(crate) fn write(
    report: &Report<'_>,
    reader: &Reader,
    out: &mut (dyn Write + Send),
    progress: Progress<'_>,
) -> Result<(), FileError> {
    let mut workbook = Workbook::new();
    let looks = Looks::new(reader.language.words().font);
    for table in report.tables() {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(reader.table(table.name))?;
        begin(sheet, &table.columns, reader, &looks)?;
        for (row, cells) in (1..).zip(&table.rows) {
            write_row(sheet, row, cells, reader, &looks)?;
        }
        if table.name == "figures" {
            write_conditions(sheet, report, reader, &looks)?;
        }
        if let Some(chart) = chart(&table, reader) {
            let right = ColNum::try_from(table.columns.len() + 1).unwrap_or(ColNum::MAX);
            sheet.insert_chart(1, right, &chart)?;
        }
    }
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(reader.table(INQUIRIES))?;
    begin(sheet, &INQUIRY_COLUMNS, reader, &looks)?;
    let entries = report.entries();
    let of = entries.len();
    for (place, entry) in entries.enumerate() {
        tell(progress, place, of)?;
        let row = RowNum::try_from(place + 1).unwrap_or(RowNum::MAX);
        write_row(sheet, row, &report.inquiry_row(entry), reader, &looks)?;
    }
    workbook.save_to_writer(out)?;
    Ok(())
}

/// Writes the head of a sheet, which stays in sight, and gives its columns a width.
fn begin(
    sheet: &mut Worksheet,
    columns: &[Column],
    reader: &Reader,
    looks: &Looks,
) -> Result<(), FileError> {
    sheet.set_freeze_panes(1, 1)?;
    for (place, column) in (0..).zip(columns) {
        let width = match column {
            Column::Named("figure" | "customer" | "product") => 26,
            Column::Named(_) => 17,
            Column::UpTo(_) => 11,
            Column::Hour(_) => 5,
        };
        sheet.set_column_width(place, width)?;
        sheet.write_string_with_format(0, place, reader.column(*column), &looks.head)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    row: RowNum,
    cells: &[Cell],
    reader: &Reader,
    looks: &Looks,
) -> Result<(), FileError> {
    for (place, cell) in (0..).zip(cells) {
        write_cell(sheet, row, place, cell, reader, looks)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: RowNum,
    place: ColNum,
    cell: &Cell,
    reader: &Reader,
    looks: &Looks,
) -> Result<(), FileError> {
    let (number, look) = match cell {
        Cell::Nothing => return Ok(()),
        Cell::Word(_) | Cell::Text(_) => {
            sheet.write_string_with_format(row, place, reader.cell(cell), &looks.text)?;
            return Ok(());
        }
        Cell::Share(share) => match share.permille() {
            Some(permille) => (f64::from(permille) / 1000.0, &looks.share),
            None => return Ok(()),
        },
        Cell::Count(count) => (f64::from(*count), &looks.text),
        Cell::Time(time) => (seconds(time.as_secs()) / DAY, &looks.time),
        Cell::At(at) => {
            let wall = reader.wall(*at).naive_local().and_utc().timestamp();
            (seconds(wall) / DAY + EPOCH, &looks.at)
        }
        Cell::On(on) => {
            let days = on
                .signed_duration_since(chrono::NaiveDate::default())
                .num_days();
            (seconds(days) + EPOCH, &looks.on)
        }
    };
    sheet.write_number_with_format(row, place, number, look)?;
    Ok(())
}

/// The first of January 1970 as a spreadsheet counts days.
const EPOCH: f64 = 25_569.0;

/// A count of seconds or days within the calendar's years fits a spreadsheet's number exactly.
#[expect(
    clippy::cast_precision_loss,
    reason = "far below the 53 bits that are exact"
)]
fn seconds(count: i64) -> f64 {
    count as f64
}

/// Says below the figures what the report is about.
fn write_conditions(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    reader: &Reader,
    looks: &Looks,
) -> Result<(), FileError> {
    let words = reader.language.words();
    let first = RowNum::try_from(report::figure_cells(&report.figures).len() + 2);
    let first = first.unwrap_or(RowNum::MAX);
    let mut told = vec![(words.as_of, reader.cell(&Cell::At(report.as_of)))];
    told.extend(conditions(&report.selection, reader));
    for (row, (label, value)) in (first..).zip(told) {
        sheet.write_string_with_format(row, 0, label, &looks.text)?;
        sheet.write_string_with_format(row, 1, value, &looks.text)?;
    }
    Ok(())
}

/// Draws a table where a picture says more: the weekly trend with the goal, and how long first responses took.
fn chart(table: &Table, reader: &Reader) -> Option<Chart> {
    let last = RowNum::try_from(table.rows.len())
        .ok()
        .filter(|it| *it > 0)?;
    let sheet = reader.table(table.name);
    match table.name {
        "by_week" => Some(trend(table, sheet, last, reader)),
        "distribution" => Some(distribution(sheet, last, reader)),
        _ => None,
    }
}

fn trend(table: &Table, sheet: &'static str, last: RowNum, reader: &Reader) -> Chart {
    let words = reader.language.words();
    let mut chart = Chart::new(ChartType::Line);
    for (code, color) in [("within_limit", ACCENT), ("goal", GOAL)] {
        let column = table
            .columns
            .iter()
            .position(|it| *it == Column::Named(code));
        let Some(column) = column.and_then(|it| ColNum::try_from(it).ok()) else {
            continue;
        };
        chart
            .add_series()
            .set_name((words.column)(code).unwrap_or(code))
            .set_categories((sheet, 1, 0, last, 0))
            .set_values((sheet, 1, column, last, column))
            .set_format(ChartLine::new().set_color(color).set_width(2.0));
    }
    chart.title().set_name(sheet);
    chart.y_axis().set_max(1.0).set_num_format("0%");
    chart.x_axis().set_num_format("m/d");
    chart.set_width(720).set_height(320);
    chart
}

fn distribution(sheet: &'static str, last: RowNum, reader: &Reader) -> Chart {
    let mut chart = Chart::new(ChartType::BarStacked);
    for (column, end) in (1..).zip(BUCKETS) {
        let color = if end > 100 { BREACH } else { ACCENT };
        chart
            .add_series()
            .set_name(reader.column(Column::UpTo(end)).as_str())
            .set_categories((sheet, 1, 0, last, 0))
            .set_values((sheet, 1, column, last, column))
            .set_format(
                rust_xlsxwriter::ChartSolidFill::new()
                    .set_color(color)
                    .set_transparency(
                        u8::try_from(70 - (u32::from(column) - 1) % 4 * 20).unwrap_or(0),
                    ),
            );
    }
    chart.title().set_name(sheet);
    chart.set_width(720).set_height(320);
    chart
}
