//! Address lists, whose grammar mail-parser knows: comments, quotes, groups.

use mail_parser::parsers::MessageStream;
use mail_parser::{Addr, HeaderValue};

use crate::message::{MAX_FIELD, Mailbox, Repairs};
use crate::visible::visible;
use crate::words::rewrite;

/// Reads the mailboxes of one or several address fields, groups flattened, entries without an
/// address left out.
pub(crate) fn mailboxes<'a>(
    fields: impl Iterator<Item = &'a [u8]>,
    repairs: &mut Repairs,
) -> Vec<Mailbox> {
    let mut list = Vec::new();
    for field in fields {
        if list.len() + field.len() > MAX_FIELD {
            break;
        }
        if !list.is_empty() {
            list.push(b',');
        }
        list.extend(rewrite(field, repairs));
    }
    list.push(b'\n');
    match MessageStream::new(&list).parse_address() {
        HeaderValue::Address(addresses) => addresses.iter().filter_map(mailbox).collect(),
        _ => Vec::new(),
    }
}

fn mailbox(addr: &Addr<'_>) -> Option<Mailbox> {
    let written = addr.address.as_deref()?;
    let address: String = visible(written)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let (local, domain) = address.rsplit_once('@')?;
    if local.is_empty() || domain.is_empty() {
        return None;
    }
    let name = addr
        .name
        .as_deref()
        .map(|name| visible(name.trim()))
        .filter(|name| !name.is_empty());
    Some(Mailbox {
        name,
        address: format!("{local}@{}", domain.to_lowercase()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: &[u8], expected: &[(Option<&str>, &str)]) {
        let mut repairs = Repairs::new();
        let read = mailboxes([field].into_iter(), &mut repairs);
        let read: Vec<_> = read
            .iter()
            .map(|mailbox| (mailbox.name.as_deref(), mailbox.address.as_str()))
            .collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn one_mailbox_in_every_form() {
        check(b"taro@Example.JP", &[(None, "taro@example.jp")]);
        check(b" <taro@example.jp>\r\n", &[(None, "taro@example.jp")]);
        check(
            b"\"Yamada, Taro\" <Taro@EXAMPLE.jp>",
            &[(Some("Yamada, Taro"), "Taro@example.jp")],
        );
        check(
            b"taro@example.jp (Yamada Taro)",
            &[(Some("Yamada Taro"), "taro@example.jp")],
        );
        check(
            b"=?UTF-8?B?5bGx55Sw?= <taro@example.jp>",
            &[(Some("山田"), "taro@example.jp")],
        );
        check(
            b"=?UTF-8?B?5bGx55Sw?=<taro@example.jp>",
            &[(Some("山田"), "taro@example.jp")],
        );
        check(
            b"\"=?iso-2022-jp?B?GyRCOzNFRBsoQg==?=\" <taro@example.jp>",
            &[(Some("山田"), "taro@example.jp")],
        );
        check(
            "山田 太郎 <taro@example.jp>".as_bytes(),
            &[(Some("山田 太郎"), "taro@example.jp")],
        );
        check(
            b"\x1B$B;3ED\x1B(B <taro@example.jp>",
            &[(Some("山田"), "taro@example.jp")],
        );
        check(
            b"\"\x95\x5C\x8E\xA6\x89\xDB\" <taro@example.jp>",
            &[(Some("表示課"), "taro@example.jp")],
        );
    }

    #[test]
    fn several_and_groups() {
        check(
            b"a@example.jp, B <b@example.jp>",
            &[(None, "a@example.jp"), (Some("B"), "b@example.jp")],
        );
        check(
            b"team: a@example.jp, b@example.jp;",
            &[(None, "a@example.jp"), (None, "b@example.jp")],
        );
        check(b"undisclosed-recipients:;", &[]);
    }

    #[test]
    fn what_an_encoded_name_says_is_no_grammar() {
        check(
            b"=?UTF-8?Q?a=40evil.example=3E=2C_b?= <taro@example.jp>",
            &[(Some("a@evil.example>, b"), "taro@example.jp")],
        );
        check(
            b"=?UTF-8?Q?a=0D=0ABcc:_x?= <taro@example.jp>",
            &[(Some("a␍␊Bcc: x"), "taro@example.jp")],
        );
        check(
            "\u{202E}名 <taro@example.jp>".as_bytes(),
            &[(Some("‹U+202E›名"), "taro@example.jp")],
        );
    }

    #[test]
    fn no_address_no_mailbox() {
        check(b"", &[]);
        check(b"Taro", &[]);
        check(b"<>", &[]);
        check(b"@", &[]);
        check(b",,;:<<>>((\"", &[]);
    }
}
