//! A table over as many pages as it needs.

use report::{Cell, Column, Table};

use super::marks::{Colour, Pages};
use crate::Reader;

/// A table with its columns' widths in points.
pub(super) struct Sheet<'a> {
    columns: &'a [Column],
    widths: &'a [f32],
    size: f32,
    reader: &'a Reader,
}

impl<'a> Sheet<'a> {
    pub fn new(table: &'a Table, widths: &'a [f32], size: f32, reader: &'a Reader) -> Self {
        Self {
            columns: &table.columns,
            widths,
            size,
            reader,
        }
    }

    /// Draws rows, the heads again at the top of each page.
    pub fn draw(&self, pages: &mut Pages, rows: &[Vec<Cell>]) {
        self.heads(pages);
        for row in rows {
            if pages.room() < self.height() {
                let shape = pages.shape();
                pages.begin(shape);
                self.heads(pages);
            }
            self.row(pages, row);
        }
    }

    fn height(&self) -> f32 {
        self.size * 1.8
    }

    /// Draws the heads, which may take two lines.
    fn heads(&self, pages: &mut Pages) {
        let total: f32 = self.widths.iter().sum();
        let line = self.size * 1.25;
        pages.block(0.0, pages.y(), total, 2.0 * line + 3.0, Colour::Head);
        let mut x = 0.0;
        for (place, (column, width)) in self.columns.iter().zip(self.widths).enumerate() {
            let right = place > 0 && self.is_number(*column);
            let head = self.reader.column(*column);
            for text in pages.in_two(&head, self.size, width - 5.0) {
                pages.gap(line);
                self.cell(pages, &text, (x, *width), right, Colour::Muted);
            }
            pages.gap(-2.0 * line);
            x += width;
        }
        pages.gap(2.0 * line + 3.0);
    }

    fn row(&self, pages: &mut Pages, cells: &[Cell]) {
        let told: Vec<(String, bool)> = cells
            .iter()
            .map(|it| {
                let number = matches!(it, Cell::Count(_) | Cell::Share(_) | Cell::Time(_));
                (self.reader.cell(it), number)
            })
            .collect();
        self.line(pages, &told, Colour::Text);
        let total: f32 = self.widths.iter().sum();
        pages.block(0.0, pages.y(), total, 0.4, Colour::Line);
    }

    /// Tells whether a column holds numbers, which stand to the right.
    fn is_number(&self, column: Column) -> bool {
        let text = [
            "product",
            "level",
            "channel",
            "agent",
            "customer",
            "number",
            "received_at",
            "target",
            "limit",
            "answered_at",
            "standing",
            "figure",
        ];
        !matches!(column, Column::Named(code) if text.contains(&code))
    }

    fn line(&self, pages: &mut Pages, told: &[(String, bool)], colour: Colour) {
        pages.gap(self.size * 1.25);
        let mut x = 0.0;
        for ((text, right), width) in told.iter().zip(self.widths) {
            let text = pages.fitted(text, self.size, width - 5.0);
            self.cell(pages, &text, (x, *width), *right, colour);
            x += width;
        }
        pages.gap(self.height() - self.size * 1.25);
    }

    /// Sets a text on the present base line, within a column's left end and width.
    fn cell(
        &self,
        pages: &mut Pages,
        text: &str,
        (x, width): (f32, f32),
        right: bool,
        colour: Colour,
    ) {
        let base = pages.y();
        if right {
            pages.text_to(x + width - 3.0, base, self.size, colour, text);
        } else {
            pages.text_at(x + 3.0, base, self.size, colour, text);
        }
    }
}
