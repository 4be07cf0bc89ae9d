//! Reading the register's table: rows of people, each with its contract.

use std::collections::BTreeMap;

use policy::PackLibrary;

use super::{
    ContractForm, NewContract, NewPerson, PersonForm, Reading, RegisterColumn as Column,
    RegisterProblem, RegisterProblemCode as Code,
};
use crate::intake::table::decode;
use crate::shown;

/// The most bytes and rows of a table: far beyond the customers of one centre.
const MOST_BYTES: usize = 4 << 20;
const MOST_ROWS: usize = 50_000;

/// One row that was read.
#[derive(Clone, Debug)]
pub(crate) struct RegisterRow {
    pub line: u64,
    pub contract: NewContract,
    pub person: NewPerson,
}

/// A table that was read: what could be, and everything that is wrong.
#[derive(Default)]
pub(crate) struct RegisterRows {
    pub rows: Vec<RegisterRow>,
    /// The headers, for problems that show later.
    pub headers: BTreeMap<Column, String>,
    pub problems: Vec<RegisterProblem>,
}

/// Reads a table in UTF-8, UTF-16 or CP932 with a header line.
pub(crate) fn read_rows(bytes: &[u8], packs: &PackLibrary) -> RegisterRows {
    let mut read = RegisterRows::default();
    let refused = |code| vec![RegisterProblem::of_file(code)];
    if bytes.len() > MOST_BYTES {
        read.problems = refused(Code::TooLarge);
        return read;
    }
    let Some(text) = decode(bytes.to_vec()) else {
        read.problems = refused(Code::Undecodable);
        return read;
    };
    let text = text.replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let columns = read.columns(&headers);
    for (count, record) in reader.records().enumerate() {
        if count == MOST_ROWS {
            read.problems = refused(Code::TooLarge);
            return read;
        }
        match record {
            Ok(record) if record.iter().all(|it| it.trim().is_empty()) => {}
            Ok(record) => read.row(&columns, &record, packs),
            Err(error) => read.problems.push(RegisterProblem {
                line: Some(error.position().map_or(0, csv::Position::line)),
                ..RegisterProblem::of_file(Code::BrokenRow)
            }),
        }
    }
    if read.rows.is_empty() && read.problems.is_empty() {
        read.problems = refused(Code::Empty);
    }
    read
}

impl RegisterRows {
    /// Finds what each column stands for; unknown, double and missing ones are problems of the first line.
    fn columns(&mut self, headers: &csv::StringRecord) -> Vec<Option<Column>> {
        let mut columns = Vec::new();
        for header in headers {
            let found = Column::from_name(header);
            match found {
                None => self.of_header(Code::UnknownColumn, header, Column::near(header)),
                Some(column) if self.headers.contains_key(&column) => {
                    self.of_header(Code::DoubleColumn, header, None);
                }
                Some(column) => {
                    self.headers.insert(column, shown::line(header));
                }
            }
            columns.push(found);
        }
        let missing: Vec<Column> = Column::all()
            .filter(|it| it.is_needed() && !self.headers.contains_key(it))
            .collect();
        for column in missing {
            let suggestion = Some(column.header().to_owned());
            self.of_header(Code::MissingColumn, column.header(), suggestion);
        }
        columns
    }

    fn of_header(&mut self, code: Code, header: &str, suggestion: Option<String>) {
        self.problems.push(RegisterProblem {
            line: Some(1),
            column: shown::line(header),
            suggestion,
            ..RegisterProblem::of_file(code)
        });
    }

    fn row(&mut self, columns: &[Option<Column>], record: &csv::StringRecord, packs: &PackLibrary) {
        let line = record.position().map_or(0, csv::Position::line);
        let mut values: BTreeMap<Column, &str> = BTreeMap::new();
        for (column, value) in columns.iter().zip(record.iter()) {
            if let Some(column) = column {
                values.entry(*column).or_insert(value);
            }
        }
        let value = |column| values.get(&column).copied().unwrap_or_default().to_owned();
        let mut reading = Reading::new(packs, Some(line), &self.headers);
        let contract = reading.contract(&ContractForm {
            number: value(Column::Contract),
            company: value(Column::Company),
            plan: value(Column::Plan),
            products: value(Column::Products),
            valid_from: value(Column::ValidFrom),
            valid_until: value(Column::ValidUntil),
        });
        let person = reading.person(&PersonForm {
            name: value(Column::Name),
            kana: value(Column::Kana),
            address: value(Column::Address),
            phone: value(Column::Phone),
            roles: value(Column::Roles),
            option: value(Column::Option),
        });
        let mut problems = reading.problems;
        // A column that is missing altogether was told of once.
        problems.retain(|it| {
            it.code != Code::Missing || self.headers.values().any(|known| *known == it.column)
        });
        self.problems.extend(problems);
        if let (Some(contract), Some(person)) = (contract, person) {
            self.rows.push(RegisterRow {
                line,
                contract,
                person,
            });
        }
    }
}
