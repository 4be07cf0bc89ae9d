//! Reading what was written of a contract or a person; every problem is noted, with its place.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use policy::{PackLibrary, ProductId, Role, SupportPlan, nearest};
use unicode_normalization::UnicodeNormalization;

use super::{RegisterColumn as Column, RegisterProblem, RegisterProblemCode as Code};
use crate::intake::columns::plain;
use crate::shown;

/// A contract as written in a form or a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ContractForm {
    /// The number.
    pub number: String,
    /// The company's name.
    pub company: String,
    /// The plan, by code or name; empty for the standard one.
    pub plan: String,
    /// The products, by id or name, separated by `;`, `、` or `/`.
    pub products: String,
    /// The first day of validity, such as `2026-04-01`; may be empty.
    pub valid_from: String,
    /// The last day of validity; may be empty.
    pub valid_until: String,
}

/// A person as written in a form or a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonForm {
    /// The name.
    pub name: String,
    /// How it is read.
    pub kana: String,
    /// The mail address.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The roles, by code or name, separated as products are; `none` for none of them; empty where nobody knows.
    pub roles: String,
    /// Whether the support option is on, as yes or no; empty where nobody knows.
    pub option: String,
}

/// A contract that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NewContract {
    pub number: String,
    pub company: String,
    pub plan: SupportPlan,
    pub products: Vec<ProductId>,
    pub valid_from: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
}

/// A person that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NewPerson {
    pub name: String,
    pub kana: String,
    pub address: String,
    pub phone: String,
    pub roles: Option<Vec<Role>>,
    pub has_option: Option<bool>,
}

/// The plans by the names that people write.
const PLANS: [(SupportPlan, &str); 2] = [
    (
        SupportPlan::Standard,
        "standard|標準|標準サポート|スタンダード",
    ),
    (
        SupportPlan::Trial,
        "trial|トライアル|トライアルサポート|試用|評価",
    ),
];

/// The roles by the names that people write.
const ROLES: [(Role, &str); 3] = [
    (
        Role::SystemAdministrator,
        "system-administrator|システム管理者|CLOMOシステム管理者",
    ),
    (
        Role::ProductAdministrator,
        "product-administrator|製品管理者|Master管理者|マスター管理者|Harmony Mobile管理者",
    ),
    (
        Role::NamedAtApplication,
        "named-at-application|申込時の管理者|申込時管理者",
    ),
];

const YES: &str = "yes|true|1|on|有|有り|あり|有効|○|〇";
const NO: &str = "no|false|0|off|none|無|無し|なし|無効|×|-";
const NONE: &str = "none|なし|無し|無|-";

/// Reads the fields of one form or row, and notes what is wrong with them.
pub(crate) struct Reading<'a> {
    packs: &'a PackLibrary,
    /// The line of the file, from 1; nothing for a form.
    line: Option<u64>,
    /// The headers of the file, where a column goes by another name than its code.
    headers: &'a BTreeMap<Column, String>,
    pub problems: Vec<RegisterProblem>,
}

impl<'a> Reading<'a> {
    pub fn new(
        packs: &'a PackLibrary,
        line: Option<u64>,
        headers: &'a BTreeMap<Column, String>,
    ) -> Self {
        Self {
            packs,
            line,
            headers,
            problems: Vec::new(),
        }
    }

    /// Notes a problem of a column.
    pub fn note(&mut self, column: Column, code: Code, value: &str, suggestion: Option<String>) {
        let header = self.headers.get(&column).cloned();
        self.problems.push(RegisterProblem {
            line: self.line,
            column: header.unwrap_or_else(|| column.as_str().to_owned()),
            code,
            value: shown::line(value),
            suggestion,
            other_line: None,
        });
    }

    /// Reads a contract; nothing where something is wrong with it.
    pub fn contract(&mut self, form: &ContractForm) -> Option<NewContract> {
        let number = self.needed(Column::Contract, &folded(&form.number));
        let company = self.needed(Column::Company, &form.company);
        let plan = self.plan(&form.plan);
        let products = self.products(&form.products);
        let valid_from = self.date(Column::ValidFrom, &form.valid_from);
        let valid_until = self.date(Column::ValidUntil, &form.valid_until);
        if let (Some(Some(from)), Some(Some(until))) = (valid_from, valid_until)
            && until < from
        {
            let first = Some(from.to_string());
            self.note(
                Column::ValidUntil,
                Code::EndsBeforeStart,
                &form.valid_until,
                first,
            );
        }
        Some(NewContract {
            number: number?,
            company: company?,
            plan: plan?,
            products: products?,
            valid_from: valid_from?,
            valid_until: valid_until?,
        })
    }

    /// Reads a person; nothing where something is wrong with them.
    pub fn person(&mut self, form: &PersonForm) -> Option<NewPerson> {
        let name = self.needed(Column::Name, &form.name);
        let address = self.address(&form.address);
        let roles = self.roles(&form.roles);
        let has_option = self.yes_or_no(Column::Option, &form.option);
        Some(NewPerson {
            name: name?,
            kana: shown::line(&form.kana),
            address: address?,
            phone: shown::line(&form.phone),
            roles: roles?,
            has_option: has_option?,
        })
    }

    fn needed(&mut self, column: Column, value: &str) -> Option<String> {
        let value = shown::line(value);
        if value.is_empty() {
            self.note(column, Code::Missing, "", None);
            return None;
        }
        Some(value)
    }

    fn plan(&mut self, value: &str) -> Option<SupportPlan> {
        if value.trim().is_empty() {
            return Some(SupportPlan::Standard);
        }
        let found = named(&PLANS, value);
        if found.is_none() {
            self.note(Column::Plan, Code::UnknownPlan, value, near(&PLANS, value));
        }
        found
    }

    fn products(&mut self, value: &str) -> Option<Vec<ProductId>> {
        let mut found = Vec::new();
        let mut known = true;
        for word in words(value) {
            match self.product(word) {
                Some(product) if found.contains(&product) => {}
                Some(product) => found.push(product),
                None => {
                    let ids = self.packs.products().map(ProductId::as_str);
                    let suggestion = nearest(word, ids);
                    self.note(Column::Products, Code::UnknownProduct, word, suggestion);
                    known = false;
                }
            }
        }
        if found.is_empty() && known {
            self.note(Column::Products, Code::Missing, "", None);
        }
        (known && !found.is_empty()).then_some(found)
    }

    /// Finds a product family by its id, or by a name of it or of one of its products.
    fn product(&self, word: &str) -> Option<ProductId> {
        let wanted = plain(word);
        let is_named = |pack: &&policy::Pack| {
            let content = pack.content();
            let products = content.products.iter();
            let names = products.map(|it| &it.name).chain([&content.name]);
            let mut names = names.flat_map(|it| [it.ja.as_str(), it.en.as_str()]);
            names.any(|it| plain(it) == wanted)
        };
        let by_id = self
            .packs
            .products()
            .find(|it| plain(it.as_str()) == wanted);
        let by_name = || self.packs.packs().find(is_named).map(policy::Pack::id);
        by_id.or_else(by_name).cloned()
    }

    fn address(&mut self, value: &str) -> Option<String> {
        let address = self.needed(Column::Address, &folded(value))?;
        if is_address(&address) {
            return Some(address);
        }
        let tight: String = address.split_whitespace().collect();
        let suggestion = Some(tight).filter(|it| is_address(it));
        self.note(Column::Address, Code::NotAnAddress, &address, suggestion);
        None
    }

    fn roles(&mut self, value: &str) -> Option<Option<Vec<Role>>> {
        if value.trim().is_empty() {
            return Some(None);
        }
        if is_one_of(NONE, value) {
            return Some(Some(Vec::new()));
        }
        let mut found = Vec::new();
        let mut known = true;
        for word in words(value) {
            match named(&ROLES, word) {
                Some(role) if found.contains(&role) => {}
                Some(role) => found.push(role),
                None => {
                    self.note(Column::Roles, Code::UnknownRole, word, near(&ROLES, word));
                    known = false;
                }
            }
        }
        known.then_some(Some(found))
    }

    fn yes_or_no(&mut self, column: Column, value: &str) -> Option<Option<bool>> {
        if value.trim().is_empty() {
            return Some(None);
        }
        if is_one_of(YES, value) {
            return Some(Some(true));
        }
        if is_one_of(NO, value) {
            return Some(Some(false));
        }
        self.note(column, Code::NotYesOrNo, value, Some("yes / no".to_owned()));
        None
    }

    /// Reads a date, which may be missing: `2026-04-01`, `2026/4/1` or `2026年4月1日`.
    fn date(&mut self, column: Column, value: &str) -> Option<Option<NaiveDate>> {
        let text = folded(value);
        if text.is_empty() {
            return Some(None);
        }
        let Some((year, month, day)) = parts(&text) else {
            self.note(column, Code::NotADate, value, Some("2026-04-01".to_owned()));
            return None;
        };
        match NaiveDate::from_ymd_opt(year, month, day).filter(|on| in_range(*on)) {
            Some(on) => Some(Some(on)),
            None => {
                let last = last_of(year, month).map(|it| it.to_string());
                self.note(column, Code::NoSuchDate, value, last);
                None
            }
        }
    }
}

/// Small differences of width do not count.
fn folded(value: &str) -> String {
    value.nfkc().collect::<String>().trim().to_owned()
}

fn words(value: &str) -> impl Iterator<Item = &str> {
    let separates = |it: char| ";；、,，/／|\n".contains(it);
    value
        .split(separates)
        .map(str::trim)
        .filter(|it| !it.is_empty())
}

fn named<T: Copy>(table: &[(T, &str)], value: &str) -> Option<T> {
    let found = table.iter().find(|(_, names)| is_one_of(names, value));
    found.map(|(it, _)| *it)
}

fn near<T>(table: &[(T, &str)], value: &str) -> Option<String> {
    nearest(
        value.trim(),
        table.iter().flat_map(|(_, names)| names.split('|')),
    )
}

fn is_one_of(names: &str, value: &str) -> bool {
    let letters = |it: &str| {
        let letters = it.nfkc().flat_map(char::to_lowercase);
        letters.filter(|it| !it.is_whitespace()).collect::<String>()
    };
    let wanted = letters(value);
    names.split('|').any(|it| letters(it) == wanted)
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    let whole = parts.is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
    });
    whole && !text.contains(char::is_whitespace)
}

fn parts(text: &str) -> Option<(i32, u32, u32)> {
    let mut numbers = text
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .map(str::trim);
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || year.len() != 4 {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The years of the business calendar.
fn in_range(on: NaiveDate) -> bool {
    (1955..=2100).contains(&on.year())
}

/// Gives the last day of a month, where there is such a month.
fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|on| in_range(*on))?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt()
}
