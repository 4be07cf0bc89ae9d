//! The columns of the register's table, in Japanese and English.

use policy::nearest;

use crate::intake::columns::plain;

/// What one column of the register's table, or one field of its forms, stands for.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RegisterColumn {
    /// The contract's number 契約番号.
    Contract,
    /// The company 会社名.
    Company,
    /// The support plan プラン (§1).
    Plan,
    /// The products 製品.
    Products,
    /// The first day of validity 契約開始日.
    ValidFrom,
    /// The last day of validity 契約終了日.
    ValidUntil,
    /// The person's name 氏名.
    Name,
    /// How the name is read フリガナ.
    Kana,
    /// The mail address メールアドレス.
    Address,
    /// The telephone number 電話番号.
    Phone,
    /// The roles 役割 (§12).
    Roles,
    /// The support option サポートオプション (§12).
    Option,
}

/// The code of each column, and the names by which it goes, separated by bars; the first is told as a suggestion.
const NAMES: [(RegisterColumn, &str, &str); 12] = [
    (
        RegisterColumn::Contract,
        "contract",
        "契約番号|契約ID|基本契約番号|contract|contract number",
    ),
    (
        RegisterColumn::Company,
        "company",
        "会社名|会社|企業名|法人名|company|company name",
    ),
    (
        RegisterColumn::Plan,
        "plan",
        "プラン|サポートプラン|plan|support plan",
    ),
    (
        RegisterColumn::Products,
        "products",
        "製品|製品名|利用製品|products|product",
    ),
    (
        RegisterColumn::ValidFrom,
        "valid_from",
        "契約開始日|開始日|valid_from|valid from|start date",
    ),
    (
        RegisterColumn::ValidUntil,
        "valid_until",
        "契約終了日|終了日|契約満了日|valid_until|valid until|end date",
    ),
    (
        RegisterColumn::Name,
        "name",
        "氏名|名前|担当者名|name|person",
    ),
    (RegisterColumn::Kana, "kana", "フリガナ|カナ|kana|furigana"),
    (
        RegisterColumn::Address,
        "address",
        "メールアドレス|メール|address|email|mail",
    ),
    (RegisterColumn::Phone, "phone", "電話番号|電話|phone|tel"),
    (RegisterColumn::Roles, "roles", "役割|権限|roles|role"),
    (
        RegisterColumn::Option,
        "option",
        "サポートオプション|オプション|option|support option",
    ),
];

impl RegisterColumn {
    /// Every column, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(column, ..)| *column)
    }

    /// Recognises a header.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let wanted = plain(name);
        let named = |names: &str| names.split('|').any(|it| plain(it) == wanted);
        let found = NAMES.iter().find(|(_, _, names)| named(names));
        found.map(|(column, ..)| *column)
    }

    /// Gives the header that is nearest to one that is not known.
    pub(super) fn near(name: &str) -> Option<String> {
        let known = NAMES.iter().flat_map(|(_, _, names)| names.split('|'));
        nearest(name.trim(), known)
    }

    /// Gives the name for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let found = NAMES.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, code, _)| *code)
    }

    /// Gives the header by which the column is best known.
    #[must_use]
    pub fn header(self) -> &'static str {
        let found = NAMES.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, _, names)| {
            names.split('|').next().unwrap_or_default()
        })
    }

    /// Tells whether a table without it cannot be read.
    pub(super) const fn is_needed(self) -> bool {
        match self {
            Self::Contract | Self::Company | Self::Products | Self::Name | Self::Address => true,
            Self::Plan
            | Self::ValidFrom
            | Self::ValidUntil
            | Self::Kana
            | Self::Phone
            | Self::Roles
            | Self::Option => false,
        }
    }
}
