//! Columns that stand under one another, whatever the width of their letters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::output::line;

/// What stands between two columns.
const GAP: &str = "  ";

/// Rows of cells under headings.
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// A column: its heading and how its cells stand.
pub struct Column {
    heading: String,
    right: bool,
    most: usize,
}

impl Column {
    /// Makes a column whose cells stand at its left.
    pub fn left(heading: &str) -> Self {
        Self {
            heading: heading.to_owned(),
            right: false,
            most: usize::MAX,
        }
    }

    /// Makes a column whose cells stand at its right, as figures do.
    pub fn right(heading: &str) -> Self {
        Self {
            right: true,
            ..Self::left(heading)
        }
    }

    /// Limits the column to so many places; what is longer ends in `…`.
    pub fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

impl Table {
    /// Begins a table.
    pub fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a row, a cell for each column.
    pub fn add(&mut self, cells: Vec<String>) {
        let cells = cells.iter().zip(&self.columns);
        self.rows.push(
            cells
                .map(|(cell, column)| cut(&line(cell), column.most))
                .collect(),
        );
    }

    /// Writes headings and rows, each line without blanks at its end.
    pub fn text(&self) -> String {
        let headings: Vec<String> = self.columns.iter().map(|it| it.heading.clone()).collect();
        let lines = std::iter::once(&headings).chain(&self.rows);
        let widths = self.widths();
        lines.map(|cells| self.line(cells, &widths)).collect()
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|it| it.heading.width()).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        widths
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut text = String::new();
        for ((cell, width), column) in cells.iter().zip(widths).zip(&self.columns) {
            let blank = " ".repeat(width.saturating_sub(cell.width()));
            if column.right {
                text.push_str(&blank);
                text.push_str(cell);
            } else {
                text.push_str(cell);
                text.push_str(&blank);
            }
            text.push_str(GAP);
        }
        format!("{}\n", text.trim_end())
    }
}

/// Cuts a text to so many places.
pub fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = 0;
    for letter in text.chars() {
        width += letter.width().unwrap_or(0);
        if width + 1 > most {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_one_another() {
        let mut table = Table::new(vec![
            Column::left("件名").at_most(8),
            Column::right("残り"),
            Column::left("担当"),
        ]);
        table.add(vec!["ab".into(), "1:20".into(), "田中".into()]);
        table.add(vec!["管理画面の件".into(), "−12:00".into(), String::new()]);
        let expected = "件名       残り  担当\nab         1:20  田中\n管理画…  −12:00\n";
        assert_eq!(table.text(), expected);
    }

    #[test]
    fn a_wide_letter_is_not_cut_in_half() {
        assert_eq!(cut("管理画面", 8), "管理画面");
        assert_eq!(cut("管理画面", 7), "管理画…");
        assert_eq!(cut("管理画面", 6), "管理…");
        assert_eq!(cut("abc", 2), "a…");
    }
}
