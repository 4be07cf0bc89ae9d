//! What a table changes in the register: contracts and people that are new or say something else.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inquiry::{ContractId, PersonId, PersonText, RegisteredPerson, Terms};
use policy::{PackLibrary, ProductId, Role};

use super::rows::{RegisterRow, RegisterRows};
use super::{
    Entitled, NewContract, NewPerson, RegisterColumn as Column, RegisterProblem,
    RegisterProblemCode as Code, RegisteredContract, check_options,
};

/// What a table changes, or would change. Nothing is changed while it has problems.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CustomerImport {
    /// Contracts that come in.
    pub new_contracts: usize,
    /// Contracts whose terms change.
    pub changed_contracts: usize,
    /// People who come in.
    pub new_people: usize,
    /// People of whom something changes.
    pub changed_people: usize,
    /// Rows that say what is on record already.
    pub unchanged_people: usize,
    /// Everything that is wrong, by line.
    pub problems: Vec<RegisterProblem>,
}

/// What changes of one contract.
pub(crate) struct ContractChange {
    /// The contract; nothing for a new one.
    pub id: Option<ContractId>,
    /// Its terms, where they are new or others.
    pub terms: Option<NewContract>,
    /// The people who are new or of whom something changes.
    pub people: Vec<(Option<PersonId>, NewPerson)>,
}

/// All that a table changes.
pub(crate) struct Changes {
    pub contracts: Vec<ContractChange>,
    pub import: CustomerImport,
}

/// The rows of one contract.
struct Group {
    rows: Vec<RegisterRow>,
}

impl Changes {
    /// Compares a table with the register. Who is not in the table stays as they are.
    pub fn of(
        table: RegisterRows,
        packs: &PackLibrary,
        on: NaiveDate,
        register: &[RegisteredContract],
    ) -> Self {
        let mut changes = Self {
            contracts: Vec::new(),
            import: CustomerImport {
                problems: table.problems,
                ..CustomerImport::default()
            },
        };
        for group in groups(table.rows) {
            let known = group.rows.first().and_then(|row| {
                let number = &row.contract.number;
                register
                    .iter()
                    .find(|it| it.contract.terms.number == *number)
            });
            let problems = problems(&group, known, packs, on);
            changes.add(group, known);
            let named = problems
                .into_iter()
                .map(|(column, problem)| RegisterProblem {
                    column: header(&table.headers, column),
                    ..problem
                });
            changes.import.problems.extend(named);
        }
        changes.import.problems.sort_by_key(|it| it.line);
        changes
    }

    fn add(&mut self, group: Group, known: Option<&RegisteredContract>) {
        let import = &mut self.import;
        let Some(terms) = group.rows.first().map(|it| it.contract.clone()) else {
            return;
        };
        let same = known.map(|known| says(&known.contract.terms, &known.company, &terms));
        match same {
            None => import.new_contracts += 1,
            Some(false) => import.changed_contracts += 1,
            Some(true) => {}
        }
        let mut people = Vec::new();
        for row in group.rows {
            match known.and_then(|it| find(it, &row.person.address)) {
                None => {
                    import.new_people += 1;
                    people.push((None, row.person));
                }
                Some((fact, text)) if is_same(fact, text, &row.person) => {
                    import.unchanged_people += 1;
                }
                Some((fact, _)) => {
                    import.changed_people += 1;
                    people.push((Some(fact.id), row.person));
                }
            }
        }
        let terms = (same != Some(true)).then_some(terms);
        if terms.is_some() || !people.is_empty() {
            let id = known.map(|it| it.contract.id);
            self.contracts.push(ContractChange { id, terms, people });
        }
    }
}

fn header(headers: &BTreeMap<Column, String>, column: Column) -> String {
    let header = headers.get(&column).cloned();
    header.unwrap_or_else(|| column.header().to_owned())
}

fn groups(rows: Vec<RegisterRow>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let place = *places
            .entry(row.contract.number.clone())
            .or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { rows: vec![row] }),
        }
    }
    groups
}

/// Finds a person of a contract by their address.
fn find<'a>(
    known: &'a RegisteredContract,
    address: &str,
) -> Option<(&'a RegisteredPerson, &'a PersonText)> {
    let mut people = known.contract.people.iter().zip(&known.people);
    people.find(|(_, text)| same_address(&text.address, address))
}

pub(super) fn same_address(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn says(terms: &Terms, company: &str, new: &NewContract) -> bool {
    (company, terms.plan, terms.valid_from, terms.valid_until)
        == (&new.company, new.plan, new.valid_from, new.valid_until)
        && terms.products == new.products
}

fn is_same(fact: &RegisteredPerson, text: &PersonText, new: &NewPerson) -> bool {
    fact.roles == new.roles && fact.has_option == new.has_option && *text == new.text()
}

impl NewPerson {
    /// Gives what is kept of the person in an erasable row.
    pub(crate) fn text(&self) -> PersonText {
        PersonText {
            name: self.name.clone(),
            kana: self.kana.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
        }
    }
}

fn problem(line: u64, code: Code, value: &str) -> RegisterProblem {
    RegisterProblem {
        line: Some(line),
        value: value.to_owned(),
        ..RegisterProblem::of_file(code)
    }
}

fn problems(
    group: &Group,
    known: Option<&RegisteredContract>,
    packs: &PackLibrary,
    on: NaiveDate,
) -> Vec<(Column, RegisterProblem)> {
    let mut found = differing(group);
    found.extend(duplicates(group));
    found.extend(options(group, known, packs, on));
    found
}

/// Finds the rows that say something else of the contract than its first one.
fn differing(group: &Group) -> Vec<(Column, RegisterProblem)> {
    let Some(first) = group.rows.first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for row in &group.rows {
        let pairs = said(&first.contract).into_iter().zip(said(&row.contract));
        for ((column, wanted), (_, value)) in pairs.filter(|(one, other)| one != other) {
            let problem = RegisterProblem {
                suggestion: Some(wanted).filter(|it| !it.is_empty()),
                other_line: Some(first.line),
                ..problem(row.line, Code::TermsDiffer, &value)
            };
            found.push((column, problem));
        }
    }
    found
}

fn said(contract: &NewContract) -> [(Column, String); 5] {
    let day = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    let products: Vec<&str> = contract.products.iter().map(ProductId::as_str).collect();
    [
        (Column::Company, contract.company.clone()),
        (Column::Plan, contract.plan.to_string()),
        (Column::Products, products.join(";")),
        (Column::ValidFrom, day(contract.valid_from)),
        (Column::ValidUntil, day(contract.valid_until)),
    ]
}

fn duplicates(group: &Group) -> Vec<(Column, RegisterProblem)> {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut found = Vec::new();
    for row in &group.rows {
        let address = row.person.address.to_lowercase();
        match seen.get(&address) {
            Some(line) => found.push((
                Column::Address,
                RegisterProblem {
                    other_line: Some(*line),
                    ..problem(row.line, Code::DuplicatePerson, &row.person.address)
                },
            )),
            None => {
                seen.insert(address, row.line);
            }
        }
    }
    found
}

/// Finds the support options that cannot be given: those on record count, and come first.
fn options(
    group: &Group,
    known: Option<&RegisteredContract>,
    packs: &PackLibrary,
    on: NaiveDate,
) -> Vec<(Column, RegisterProblem)> {
    let Some(first) = group.rows.first() else {
        return Vec::new();
    };
    let named = |text: &PersonText| {
        let mut rows = group.rows.iter();
        rows.any(|row| same_address(&row.person.address, &text.address))
    };
    let mut people: Vec<(Option<u64>, &[Role], bool)> = Vec::new();
    if let Some(known) = known {
        let others = known.contract.people.iter().zip(&known.people);
        people.extend(others.filter(|(_, text)| !named(text)).map(|(fact, _)| {
            let roles = fact.roles.as_deref().unwrap_or_default();
            (None, roles, fact.has_option == Some(true))
        }));
    }
    people.extend(group.rows.iter().map(|row| {
        let roles = row.person.roles.as_deref().unwrap_or_default();
        (Some(row.line), roles, row.person.has_option == Some(true))
    }));
    let entitled: Vec<Entitled<'_>> = people
        .iter()
        .map(|(_, roles, has_option)| Entitled {
            roles,
            has_option: *has_option,
        })
        .collect();
    let refused = check_options(packs, on, &first.contract.products, &entitled);
    let placed = refused.into_iter().map(|(place, code)| {
        let line = people.get(place).and_then(|(line, ..)| *line);
        let line = line.unwrap_or(first.line);
        (Column::Option, problem(line, code, &first.contract.number))
    });
    placed.collect()
}
