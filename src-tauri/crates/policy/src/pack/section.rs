//! Reading a file's tables key by key, noting every problem instead of stopping at the first.

use business_time::{Interval, IntervalError};
use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::findings::{Findings, Place};
use super::problem::PackProblemCode as Code;

/// One table of the file. Each method notes what is wrong with its key and gives nothing then.
pub(crate) struct Section<'a> {
    pub place: Place,
    table: &'a DeTable<'a>,
    findings: &'a Findings,
    asked: Vec<&'static str>,
}

impl<'a> Section<'a> {
    pub fn new(place: Place, table: &'a DeTable<'a>, findings: &'a Findings) -> Self {
        Self {
            place,
            table,
            findings,
            asked: Vec::new(),
        }
    }

    /// Gives the place of a key, with its own line where the key is there.
    pub fn place_of(&self, key: &str) -> Place {
        let mut place = self.place.key(key);
        if let Some((found, _)) = self.table.iter().find(|(found, _)| found.get_ref() == key) {
            place.line = self.findings.line(&found.span());
        }
        place
    }

    pub fn note(&self, code: Code, key: &str, suggestion: Option<String>) {
        self.findings.note(code, &self.place_of(key), suggestion);
    }

    pub fn note_at(&self, code: Code, place: &Place) {
        self.findings.note(code, place, None);
    }

    pub fn note_suggesting(&self, code: Code, place: &Place, suggestion: Option<String>) {
        self.findings.note(code, place, suggestion);
    }

    /// Notes a word that is none of the known ones.
    pub fn note_word<'k>(&self, place: &Place, found: &str, known: impl Iterator<Item = &'k str>) {
        self.findings
            .note(Code::UnknownWord, place, nearest(found, known));
    }

    pub fn has(&mut self, key: &'static str) -> bool {
        self.optional(key).is_some()
    }

    fn optional(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.findings.know(&self.place.key(key).path);
        self.table
            .iter()
            .find(|(found, _)| found.get_ref() == key)
            .map(|(_, value)| value)
    }

    fn required(&mut self, key: &'static str) -> Option<&'a DeValue<'a>> {
        let value = self.optional(key);
        if value.is_none() {
            self.note(Code::MissingKey, key, None);
        }
        value.map(Spanned::get_ref)
    }

    fn checked<T>(&self, code: Code, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.note(code, key, None);
        }
        value
    }

    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.required(key)?;
        let text = self.checked(Code::WrongType, key, value.as_str())?;
        let kept = Some(text).filter(|text| !text.trim().is_empty());
        self.checked(Code::Empty, key, kept).map(str::to_owned)
    }

    pub fn parsed<T>(
        &mut self,
        key: &'static str,
        code: Code,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key)?;
        self.checked(code, key, parse(&text))
    }

    /// Reads one of the words of `all`.
    pub fn word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        spell: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(key)?;
        let found = word(&text, all, spell);
        if found.is_none() {
            self.note(
                Code::UnknownWord,
                key,
                nearest(&text, all.iter().map(|word| spell(*word))),
            );
        }
        found
    }

    /// Reads a list of texts, each with its place; `key` may be absent only where `optional`.
    pub fn texts(&mut self, key: &'static str, optional: bool) -> Vec<(Place, String)> {
        let value = if optional {
            self.optional(key).map(Spanned::get_ref)
        } else {
            self.required(key)
        };
        let Some(value) = value else {
            return Vec::new();
        };
        let Some(list) = self.checked(Code::WrongType, key, value.as_array()) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (index, entry) in list.iter().enumerate() {
            let place = Place {
                path: format!("{}[{index}]", self.place.key(key).path),
                line: self.findings.line(&entry.span()),
            };
            match entry.get_ref().as_str() {
                Some(text) if text.trim().is_empty() => {
                    self.findings.note(Code::Empty, &place, None)
                }
                Some(text) => texts.push((place, text.to_owned())),
                None => self.findings.note(Code::WrongType, &place, None),
            }
        }
        texts
    }

    /// Reads a whole number from 1 to `most`.
    pub fn number(&mut self, key: &'static str, most: u32) -> Option<u32> {
        let value = self.required(key)?;
        let number = match value {
            DeValue::Integer(integer) => {
                u32::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            DeValue::Float(_) => None,
            _ => return self.checked(Code::WrongType, key, None),
        };
        self.checked(
            Code::BadNumber,
            key,
            number.filter(|number| (1..=most).contains(number)),
        )
    }

    /// Reads a date, written as TOML's own or as text.
    pub fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
        let value = self.required(key)?;
        let text = match value {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.clone().into_owned(),
            _ => return self.checked(Code::WrongType, key, None),
        };
        let padded = Some(text).filter(|text| text.len() == "YYYY-MM-DD".len());
        self.checked(
            Code::BadDate,
            key,
            padded.and_then(|text| text.parse().ok()),
        )
    }

    /// Reads opening hours, written HH:MM-HH:MM.
    pub fn hours(&mut self, key: &'static str) -> Option<Interval> {
        let found = self.text(key)?.parse();
        if let Err(error) = &found {
            let code = match error {
                IntervalError::Order(_) => Code::HoursReversed,
                IntervalError::Shape(_) | IntervalError::NoSuchTime(_) => Code::BadTime,
            };
            self.note(code, key, None);
        }
        found.ok()
    }

    /// Reads a text that may be absent.
    pub fn text_if_there(&mut self, key: &'static str) -> Option<String> {
        if self.has(key) { self.text(key) } else { None }
    }

    /// Reads a date that may be absent.
    pub fn date_if_there(&mut self, key: &'static str) -> Option<NaiveDate> {
        if self.has(key) { self.date(key) } else { None }
    }

    /// Reads a yes or no that may be absent: no.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.optional(key).map(Spanned::get_ref) else {
            return false;
        };
        let flag = match value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => None,
        };
        self.checked(Code::WrongType, key, flag).unwrap_or(false)
    }

    pub fn section(&mut self, key: &'static str) -> Option<Section<'a>> {
        let value = self.required(key)?;
        let table = self.checked(Code::WrongType, key, value.as_table())?;
        Some(Section::new(self.place_of(key), table, self.findings))
    }

    /// Reads a table that may be absent.
    pub fn section_if_there(&mut self, key: &'static str) -> Option<Section<'a>> {
        if self.has(key) {
            self.section(key)
        } else {
            None
        }
    }

    /// Reads a list of tables that may be absent.
    pub fn sections_if_there(&mut self, key: &'static str) -> Vec<Section<'a>> {
        if self.has(key) {
            self.sections(key)
        } else {
            Vec::new()
        }
    }

    /// Reads a list of at least one table.
    pub fn sections(&mut self, key: &'static str) -> Vec<Section<'a>> {
        let list = self
            .required(key)
            .and_then(|value| self.checked(Code::WrongType, key, value.as_array()));
        let Some(list) = list else { return Vec::new() };
        if list.is_empty() {
            self.note(Code::Empty, key, None);
        }
        let mut sections = Vec::new();
        for (index, entry) in list.iter().enumerate() {
            let place = Place {
                path: format!("{}[{index}]", self.place.key(key).path),
                line: self.findings.line(&entry.span()),
            };
            match entry.get_ref().as_table() {
                Some(table) => sections.push(Section::new(place, table, self.findings)),
                None => self.findings.note(Code::WrongType, &place, None),
            }
        }
        sections
    }

    /// Notes the keys that nobody asked for.
    pub fn finish(self) {
        let there = |asked: &str| self.table.iter().any(|(key, _)| key.get_ref() == asked);
        let asked = self.asked.iter().copied();
        let absent: Vec<&str> = asked.filter(|asked| !there(asked)).collect();
        for (key, _) in self.table {
            if !self.asked.iter().any(|asked| asked == key.get_ref()) {
                let place = Place {
                    line: self.findings.line(&key.span()),
                    ..self.place.key(key.get_ref())
                };
                let suggestion = nearest(key.get_ref(), absent.iter().copied());
                self.findings.note(Code::UnknownKey, &place, suggestion);
            }
        }
    }
}

/// Gives the value that the word spells.
pub(crate) fn word<T: Copy>(text: &str, all: &[T], spell: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|word| spell(*word) == text)
}

/// The longest word that is compared, in bytes; the comparison takes memory by the product of both lengths.
const MOST_COMPARED: usize = 200;

/// Gives the known word that differs least from `word`, if it differs by a third of its letters at most.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    if word.len() > MOST_COMPARED {
        return None;
    }
    let word = word.to_lowercase();
    let apart = known.map(|known| (strsim::damerau_levenshtein(&word, known), known));
    let (distance, known) = apart.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= known.chars().count().max(3)).then(|| known.to_owned())
}
