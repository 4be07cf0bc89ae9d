//! Recognises a mail that an inquiry form wrote, and reads its fields.

use super::columns::{Field, Fields};

/// What a form's subject says in one way or another.
const MARKS: &[&str] = &["フォーム", "[form]", "web form", "contact form"];

/// How many of the customer's own fields a mail must name, beside the inquiry itself, to be taken for a form without any mark.
const ENOUGH: usize = 2;

/// Reads the fields of a form mail; nothing where it is an ordinary mail. The subject's mark, or the form's label of
/// the inquiry with two or more of the customer's fields, tells one from the other: a signature or a quoted mail has no such label.
#[must_use]
pub fn read_form(subject: &str, text: &str) -> Option<Fields> {
    let fields = read_fields(text);
    let named = [
        Field::Company,
        Field::Person,
        Field::PersonKana,
        Field::Address,
        Field::Phone,
        Field::Contract,
        Field::Product,
    ];
    let named = named.iter().filter(|it| fields.get(**it).is_some()).count();
    let subject = subject.to_lowercase();
    let marked = MARKS.iter().any(|mark| subject.contains(mark));
    let is_form = named >= ENOUGH && (marked || fields.get(Field::Text).is_some());
    is_form.then_some(fields)
}

fn read_fields(text: &str) -> Fields {
    let mut fields = Fields::default();
    let mut open: Option<(Field, Style, String)> = None;
    for line in text.lines() {
        if let Some((field, style, value)) = label(line).filter(|it| ends(open.as_ref(), it.1)) {
            close(&mut fields, open.replace((field, style, value)));
        } else if let Some((field, style, value)) = &mut open {
            let one_line = *field != Field::Text
                && (*style == Style::Colon || line.trim().is_empty())
                && !value.is_empty();
            if one_line {
                close(&mut fields, open.take());
            } else {
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    close(&mut fields, open);
    fields
}

/// Tells whether a label of this style ends the field that is open: within the inquiry's own words only one of the
/// form's style does, since customers write "製品: …" in their text too.
fn ends(open: Option<&(Field, Style, String)>, style: Style) -> bool {
    open.is_none_or(|(field, of_open, _)| {
        *field != Field::Text || (style == *of_open && style == Style::Marked)
    })
}

fn close(fields: &mut Fields, open: Option<(Field, Style, String)>) {
    if let Some((field, _, value)) = open {
        let rule = |line: &&str| {
            !line.trim().is_empty() && !line.trim().chars().all(|it| "-=_*─━".contains(it))
        };
        let last = value
            .lines()
            .collect::<Vec<_>>()
            .iter()
            .rposition(rule)
            .map_or(0, |it| it + 1);
        let value: Vec<&str> = value.lines().take(last).collect();
        fields.put(field, &value.join("\n"));
    }
}

/// How a form sets its labels.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Style {
    /// `会社名：例示商事`
    Colon,
    /// `【会社名】例示商事`, or `■会社名` with the value below.
    Marked,
}

/// The longest label, in characters; a longer beginning of a line is a sentence.
const LONGEST: usize = 20;

/// Finds a customer's field at the beginning of a line. What an agent decides is not taken from a form.
fn label(line: &str) -> Option<(Field, Style, String)> {
    let line = line.trim();
    let (name, style, value) = bracketed(line)
        .or_else(|| marked(line))
        .or_else(|| colon(line))?;
    let field = (name.chars().count() <= LONGEST)
        .then(|| Field::from_name(name))
        .flatten()?;
    match field {
        Field::Subject
        | Field::Text
        | Field::Company
        | Field::Person
        | Field::PersonKana
        | Field::Address
        | Field::Phone
        | Field::CallbackPhone
        | Field::CallbackWish
        | Field::Contract
        | Field::Product
        | Field::Plan
        | Field::Kind => Some((field, style, value.trim().to_owned())),
        Field::ReceivedAt
        | Field::Channel
        | Field::Level
        | Field::Assignee
        | Field::RespondedAt
        | Field::ResponseKind
        | Field::MessageId
        | Field::InReplyTo => None,
    }
}

fn bracketed(line: &str) -> Option<(&str, Style, &str)> {
    let (open, close) = [('【', '】'), ('[', ']'), ('［', '］')]
        .into_iter()
        .find(|it| line.starts_with(it.0))?;
    let (name, value) = line.strip_prefix(open)?.split_once(close)?;
    Some((name, Style::Marked, value.trim_start_matches(['：', ':'])))
}

fn marked(line: &str) -> Option<(&str, Style, &str)> {
    let rest = line.strip_prefix(['■', '●', '◆', '▼', '□', '◇'])?;
    let (name, value) = rest.split_once(['：', ':']).unwrap_or((rest, ""));
    Some((name, Style::Marked, value))
}

fn colon(line: &str) -> Option<(&str, Style, &str)> {
    let (name, value) = line.split_once(['：', ':'])?;
    Some((name, Style::Colon, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRACKETS: &str = "お問い合わせフォームより送信されました。\n\n【製品名】\nHarmony Mobile\n【会社名】例示商事\n【お名前】\n山田 花子 様\n\n\
        【メールアドレス】yamada@reiji.example.jp\n【折り返し希望時間】平日 13 時以降\n【お問い合わせ内容】\n製品: 二台目の端末です。\n\n警告が出ます。\n会社名: 無視\n-----\n";

    #[test]
    fn a_form_with_brackets_gives_its_fields() {
        let fields = read_form("お問い合わせ", BRACKETS).unwrap();
        assert_eq!(fields.get(Field::Product), Some("Harmony Mobile"));
        assert_eq!(fields.customer().line(), "例示商事 山田 花子");
        assert_eq!(fields.get(Field::Address), Some("yamada@reiji.example.jp"));
        assert_eq!(fields.get(Field::CallbackWish), Some("平日 13 時以降"));
        assert_eq!(
            fields.get(Field::Text),
            Some("製品: 二台目の端末です。\n\n警告が出ます。\n会社名: 無視")
        );
    }

    #[test]
    fn a_form_with_colons_gives_its_fields() {
        let text = "会社名：見本物流\nご担当者名：佐々木 一郎\n電話番号：03-0000-0102\n件名：配布できない\n影響レベル：サービス障害\nお問い合わせ内容：\nプロファイルが\n配布できません。\n";
        let fields = read_form("自動送信", text).unwrap();
        assert_eq!(fields.customer().line(), "見本物流 佐々木 一郎");
        assert_eq!(fields.get(Field::Subject), Some("配布できない"));
        assert_eq!(
            fields.get(Field::Text),
            Some("プロファイルが\n配布できません。")
        );
        assert_eq!(
            fields.get(Field::Level),
            None,
            "the level is an agent's decision"
        );
    }

    #[track_caller]
    fn check_mail(subject: &str, text: &str) {
        assert_eq!(read_form(subject, text), None, "{text}");
    }

    #[test]
    fn an_ordinary_mail_is_no_form() {
        check_mail(
            "至急",
            "端末を紛失しました。\n\n例示銀行 伊藤\n電話番号：03-0000-0103\nメール：ito@example.jp",
        );
        check_mail(
            "RE: 件",
            "承知しました。\n\nFrom: 佐藤\nSent: Tuesday\nTo: 山田\nSubject: 件\n",
        );
        check_mail(
            "件",
            "> 【会社名】例示商事\n> 【お名前】山田\n> 【お問い合わせ内容】\n> 再開しました",
        );
        check_mail("お問い合わせフォーム", "フォームについて質問があります。");
    }

    #[test]
    fn the_subject_s_mark_needs_no_label_of_the_inquiry() {
        let fields = read_form(
            "【お問い合わせフォーム】",
            "会社名: 例示商事\nお名前: 山田\nログインできません。",
        )
        .unwrap();
        assert_eq!(fields.customer().line(), "例示商事 山田");
    }
}
