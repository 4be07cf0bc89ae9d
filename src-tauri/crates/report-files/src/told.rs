//! Cells and headings in words.

use business_time::BusinessDuration;
use chrono::{DateTime, NaiveDate, TimeZone};
use report::{Basis, Cell, Column, Dimension, Selection, Share, Word};

use crate::Reader;

impl Reader {
    /// Says what stands in a column.
    #[must_use]
    pub fn column(&self, column: Column) -> String {
        let words = self.language.words();
        match column {
            Column::Named(code) => (words.column)(code).unwrap_or(code).to_owned(),
            Column::Hour(hour) => hour.to_string(),
            Column::UpTo(u32::MAX) => words.beyond.to_owned(),
            Column::UpTo(percent) => (words.up_to)(percent),
        }
    }

    /// Says which table it is.
    pub(crate) fn table(&self, name: &'static str) -> &'static str {
        (self.language.words().table)(name).unwrap_or(name)
    }

    /// Says a cell.
    #[must_use]
    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Nothing => String::new(),
            Cell::Count(count) => count.to_string(),
            Cell::Share(share) => percent(*share),
            Cell::Time(time) => hours(*time),
            Cell::At(at) => self.wall(*at).format("%Y-%m-%d %H:%M").to_string(),
            Cell::On(on) => on.to_string(),
            Cell::Word(word) => self.word(word),
            Cell::Text(text) => text.clone(),
        }
    }

    /// Gives an instant by the centre's clock.
    pub(crate) fn wall(&self, at: business_time::Instant) -> DateTime<business_time::Tz> {
        self.zone.from_utc_datetime(&at.to_utc().naive_utc())
    }

    /// Says a word of the field.
    pub(crate) fn word(&self, word: &Word) -> String {
        let words = self.language.words();
        match word {
            Word::Product(product) => self
                .products
                .get(product)
                .cloned()
                .unwrap_or_else(|| product.to_string()),
            Word::Figure(code) => (words.figure)(code).unwrap_or(code).to_owned(),
            Word::Standing(standing) => (words.figure)(standing.as_str())
                .unwrap_or(standing.as_str())
                .to_owned(),
            Word::Cause(cause) => (words.cause)(*cause).to_owned(),
            Word::Level(level) => (words.level)(*level).to_owned(),
            Word::Channel(channel) => (words.channel)(*channel).to_owned(),
            Word::Weekday(day) => words
                .weekdays
                .get(*day as usize)
                .map_or_else(String::new, |it| (*it).to_owned()),
            Word::Without(dimension) => (words.without)(*dimension).to_owned(),
        }
    }
}

/// Writes a share to a tenth of a percent; nothing of nothing.
pub(crate) fn percent(share: Share) -> String {
    let permille = share.permille();
    permille.map_or_else(String::new, |it| format!("{}.{}%", it / 10, it % 10))
}

/// Writes business time that was taken as hours and minutes, whole minutes of it.
pub(crate) fn hours(time: BusinessDuration) -> String {
    let minutes = time.as_secs() / 60;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Says what was selected, as labels and values.
pub(crate) fn conditions(selection: &Selection, reader: &Reader) -> Vec<(&'static str, String)> {
    let words = reader.language.words();
    let mut told = vec![
        (
            words.period,
            days(selection.period.from, selection.period.to),
        ),
        (words.by, by(selection.by, reader).to_owned()),
    ];
    let mut add = |code: &'static str, values: Vec<String>| {
        if !values.is_empty() {
            told.push(((words.column)(code).unwrap_or(code), values.join(" · ")));
        }
    };
    let products = selection.products.iter().cloned().map(Word::Product);
    add("product", products.map(|it| reader.word(&it)).collect());
    let level = |it: &Option<policy::ImpactLevel>| {
        reader.word(&it.map_or(Word::Without(Dimension::Level), Word::Level))
    };
    add("level", selection.levels.iter().map(level).collect());
    let channels = selection.channels.iter().copied().map(Word::Channel);
    add("channel", channels.map(|it| reader.word(&it)).collect());
    let agent = |it: &Option<String>| {
        let nobody = || reader.word(&Word::Without(Dimension::Agent));
        it.clone().unwrap_or_else(nobody)
    };
    add("agent", selection.agents.iter().map(agent).collect());
    add("customer", selection.customers.clone());
    told
}

fn by(basis: Basis, reader: &Reader) -> &'static str {
    let words = reader.language.words();
    match basis {
        Basis::Receipt => words.by_receipt,
        Basis::Due => words.by_due,
    }
}

/// Writes a period.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> String {
    format!("{from} - {to}")
}
