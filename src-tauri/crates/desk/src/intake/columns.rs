//! What the columns of a table, the keys of a JSON line and the labels of a form mail stand for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use inquiry::Customer;
use unicode_normalization::UnicodeNormalization;

/// What one column stands for.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The receipt's instant 受付日時.
    ReceivedAt,
    /// The subject 件名.
    Subject,
    /// The text 本文.
    Text,
    /// The customer's company 会社名.
    Company,
    /// The customer's name お名前.
    Person,
    /// How the name is read フリガナ.
    PersonKana,
    /// The mail address メールアドレス.
    Address,
    /// The telephone number 電話番号.
    Phone,
    /// The number to call back 折り返し先.
    CallbackPhone,
    /// The wished time of the call 折り返し希望時間.
    CallbackWish,
    /// The contract's number 契約番号.
    Contract,
    /// The product 製品.
    Product,
    /// The support plan プラン (§1).
    Plan,
    /// The channel 経路 (§13).
    Channel,
    /// The impact level 影響レベル (§17).
    Level,
    /// The kind of inquiry 種別 (§16).
    Kind,
    /// The agent in charge 担当.
    Assignee,
    /// The instant of a first response that was given elsewhere 一次回答日時 (§18).
    RespondedAt,
    /// What that was 回答種別 (§18).
    ResponseKind,
    /// The message's id.
    MessageId,
    /// The id of the message that it answers.
    InReplyTo,
}

/// The names by which each field goes, separated by bars, in any spelling that [`plain`] makes equal.
const NAMES: &[(Field, &str)] = &[
    (
        Field::ReceivedAt,
        "受付日時|受信日時|問合せ日時|受付日|日時|日付|送信日時|登録日時|作成日時|\
         received_at|received|received date|date|datetime|timestamp|created_at",
    ),
    (
        Field::Subject,
        "件名|題名|タイトル|表題|問合せ件名|subject|title|summary",
    ),
    (
        Field::Text,
        "本文|内容|問合せ内容|問合せ本文|詳細|詳細内容|質問内容|質問|相談内容|メッセージ|\
         text|body|message|content|description|details|inquiry",
    ),
    (
        Field::Company,
        "会社名|会社|企業名|法人名|貴社名|御社名|団体名|組織名|顧客名|顧客|company|\
         company name|organization|organisation|account",
    ),
    (
        Field::Person,
        "名前|氏名|担当者|担当者名|担当者氏名|客様名|差出人名|name|person|contact|\
         contact name|full name|customer name",
    ),
    (
        Field::PersonKana,
        "フリガナ|ふりがな|カナ|氏名カナ|氏名フリガナ|名前フリガナ|担当者名フリガナ|kana|\
         furigana|name kana",
    ),
    (
        Field::Address,
        "メールアドレス|メール|eメール|アドレス|連絡先メールアドレス|差出人|送信元|\
         送信者|email|mail|email address|mail address|address|from",
    ),
    (
        Field::Phone,
        "電話番号|電話|連絡先電話番号|連絡先|tel|phone|phone number|telephone",
    ),
    (
        Field::CallbackPhone,
        "折返先|折返先電話番号|折返電話番号|折返番号|callback|callback phone|\
         callback number",
    ),
    (
        Field::CallbackWish,
        "折返希望|折返希望時間|折返希望日時|希望時間帯|連絡希望時間|連絡希望日時|\
         連絡可能時間|希望連絡時間|callback wish|callback time|preferred time",
    ),
    (
        Field::Contract,
        "契約番号|契約id|契約|客様番号|顧客番号|contract|contract number|contract id|\
         customer number",
    ),
    (
        Field::Product,
        "製品|製品名|商品|商品名|サービス名|対象製品|利用製品|product|product name",
    ),
    (
        Field::Plan,
        "プラン|サポートプラン|契約種別|plan|support plan",
    ),
    (
        Field::Channel,
        "経路|受付経路|チャネル|受付方法|問合せ方法|channel|via",
    ),
    (
        Field::Level,
        "影響レベル|影響度|レベル|impact|impact level|level",
    ),
    (
        Field::Kind,
        "種別|問合せ種別|問合せ種類|区分|カテゴリ|kind|category|inquiry kind",
    ),
    (
        Field::Assignee,
        "担当|対応者|対応担当|受付担当|assignee|agent",
    ),
    (
        Field::RespondedAt,
        "一次回答日時|初回回答日時|一次回答|初回回答|回答日時|回答日|\
         responded_at|first_response_at|first response|first responded at|answered_at",
    ),
    (
        Field::ResponseKind,
        "回答種別|一次回答種別|回答の種類|response_kind|response kind|first response kind",
    ),
    (Field::MessageId, "message-id|メッセージid"),
    (Field::InReplyTo, "in-reply-to|返信先"),
];

/// [`NAMES`] by their plain spelling.
static BY_NAME: LazyLock<BTreeMap<String, Field>> = LazyLock::new(|| {
    NAMES
        .iter()
        .flat_map(|(field, names)| names.split('|').map(|name| (plain(name), *field)))
        .collect()
});

impl Field {
    /// Recognises a column's header, a key or a label, in Japanese or English.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        BY_NAME.get(&plain(name)).copied()
    }

    /// Finds a field by the name that machines write.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|it| it.as_str() == word)
    }

    /// Gives every field.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(field, _)| *field)
    }

    /// Gives the field's name as machines write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReceivedAt => "received_at",
            Self::Subject => "subject",
            Self::Text => "text",
            Self::Company => "company",
            Self::Person => "person",
            Self::PersonKana => "person_kana",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::CallbackPhone => "callback_phone",
            Self::CallbackWish => "callback_wish",
            Self::Contract => "contract",
            Self::Product => "product",
            Self::Plan => "plan",
            Self::Channel => "channel",
            Self::Level => "level",
            Self::Kind => "kind",
            Self::Assignee => "assignee",
            Self::RespondedAt => "responded_at",
            Self::ResponseKind => "response_kind",
            Self::MessageId => "message_id",
            Self::InReplyTo => "in_reply_to",
        }
    }
}

/// What columns stand for where their names alone do not tell, or tell something else.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Columns(BTreeMap<String, Option<Field>>);

impl Columns {
    /// Has a column stand for a field; for nothing, where none is given.
    #[must_use]
    pub fn with(mut self, name: &str, field: Option<Field>) -> Self {
        self.0.insert(plain(name), field);
        self
    }

    /// Tells what a column stands for: what was said of it, else what its name tells.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Field> {
        let said = self.0.get(&plain(name));
        said.copied().unwrap_or_else(|| Field::from_name(name))
    }
}

/// Takes away what differs between spellings of one name: width, case, spaces, marks and polite prefixes.
pub(crate) fn plain(name: &str) -> String {
    let name: String = name.nfkc().flat_map(char::to_lowercase).collect();
    // 氏名（フリガナ） is another field than 氏名; all else in brackets is a remark, such as （必須）.
    let name = if name.contains("フリガナ") {
        "フリガナ"
    } else {
        name.split(['(', '※']).next().unwrap_or_default()
    };
    let name: String = name
        .chars()
        .filter(|it| !it.is_whitespace() && !"_-・.:*[]【】<>■●◆□▼\"'".contains(*it))
        .collect();
    let name = ["問い合わせ", "問い合せ", "問合わせ"]
        .iter()
        .fold(name, |name, it| name.replace(it, "問合せ"));
    let name = ["折り返し", "折返し"]
        .iter()
        .fold(name, |name, it| name.replace(it, "折返"));
    name.strip_prefix(['お', 'ご', '御'])
        .map_or(name.clone(), str::to_owned)
}

/// The values of one row, by what they stand for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fields(BTreeMap<Field, String>);

impl Fields {
    /// Takes named values; what no field is known for is left out, and of two columns for one field the first that says something counts.
    pub fn from_named<'a>(
        columns: &Columns,
        named: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut fields = Self::default();
        for (name, value) in named {
            if let Some(field) = columns.field(name) {
                fields.put(field, value);
            }
        }
        fields
    }

    /// Keeps a value, unless it is empty or the field has one.
    pub fn put(&mut self, field: Field, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.0.entry(field).or_insert_with(|| value.to_owned());
        }
    }

    /// Gives a field's value, or nothing where it is empty.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// Gives a field's value, or the empty text.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        self.get(field).unwrap_or_default().to_owned()
    }

    /// Gives the customer as far as the fields tell.
    #[must_use]
    pub fn customer(&self) -> Customer {
        Customer {
            company: self.text(Field::Company),
            person: without_honorific(&self.text(Field::Person)),
            person_kana: self.text(Field::PersonKana),
            address: self.text(Field::Address),
            phone: self.text(Field::Phone),
            callback_phone: self.text(Field::CallbackPhone),
            callback_wish: self.text(Field::CallbackWish),
            contract: self.text(Field::Contract),
        }
    }
}

/// Takes 様 off a name; the console adds it where it is due.
fn without_honorific(name: &str) -> String {
    name.trim_end_matches('様').trim_end().to_owned()
}

/// How the columns of one file were understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnMapping {
    /// The file's name.
    pub file: String,
    /// Each column's header and its field; nothing where the column is not known.
    pub columns: Vec<(String, Option<Field>)>,
}

impl ColumnMapping {
    /// Maps the headers of a file.
    #[must_use]
    pub fn of<'a>(
        file: &str,
        columns: &Columns,
        headers: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let columns = headers
            .into_iter()
            .map(|it| (it.to_owned(), columns.field(it)))
            .collect();
        Self {
            file: file.to_owned(),
            columns,
        }
    }

    /// Tells whether a row of the file can hold an inquiry: a subject, a text, or a first response given elsewhere.
    #[must_use]
    pub fn holds_inquiries(&self) -> bool {
        self.columns.iter().any(|(_, field)| {
            matches!(
                field,
                Some(Field::Subject | Field::Text | Field::RespondedAt)
            )
        })
    }
}

#[cfg(test)]
mod tests;
