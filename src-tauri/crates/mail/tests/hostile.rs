//! Whatever the bytes, reading ends: no panic, within bounds, with a reason.

#![expect(
    clippy::unwrap_used,
    reason = "a broken fixture shall fail the test at once"
)]

use std::path::Path;

use mail::{
    MAX_FIELD, MAX_RAW, Mbox, Unreadable, clean_html, read, safe_file_name, strip_quotes,
    text_of_html, visible,
};
use proptest::prelude::*;

fn seeds() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

#[test]
fn bounds_are_told() {
    assert_eq!(read(b"", None), Err(Unreadable::Empty));
    assert_eq!(read(b" \r\n\r\n", None), Err(Unreadable::Empty));
    assert_eq!(
        read(&vec![b'x'; 100 << 20], None),
        Err(Unreadable::TooLarge)
    );
    assert_eq!(read(b"\x00\x01\x02PK", None), Err(Unreadable::NotMail));
    assert_eq!(read(b"%PDF-1.4\n1 0 obj\n", None), Err(Unreadable::NotMail));
}

#[test]
fn ten_thousand_nested_parts_are_refused() {
    let nested: String = (0..10_000)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=\"b{at}\"\r\n\r\n--b{at}\r\n"))
        .collect();
    assert_eq!(read(nested.as_bytes(), None), Err(Unreadable::TooDeep));
    let same = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(10_000);
    assert_eq!(read(same.as_bytes(), None), Err(Unreadable::TooDeep));
}

#[test]
fn messages_within_messages_are_one_attachment() {
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(10_000);
    let message = read(nested.as_bytes(), None).unwrap();
    assert_eq!((message.attachments.len(), message.text.as_str()), (1, ""));
}

#[test]
fn a_body_of_the_largest_size_is_read_in_part_and_kept_whole() {
    let head = b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let raw = [head.as_slice(), &vec![b'a'; MAX_RAW - head.len()]].concat();
    let message = read(&raw, None).unwrap();
    assert_eq!(message.text.len(), mail::MAX_TEXT);
    assert_eq!(message.attachments[0].bytes.len(), MAX_RAW - head.len());
    assert_eq!(message.repairs, [mail::Repair::TextCut]);
}

#[test]
fn many_parts_together_show_no_more_than_one() {
    for kind in ["plain", "html"] {
        let part = format!(
            "--b\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{}\r\n",
            "あ".repeat(20 << 10)
        );
        let raw = format!(
            "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
            part.repeat(900)
        );
        let message = read(raw.as_bytes(), None).unwrap();
        let shown = message.text.len();
        assert!(shown <= mail::MAX_TEXT + 900, "{kind}: {shown}");
        assert!(
            message
                .html
                .is_none_or(|html| html.html.len() <= 2 * mail::MAX_TEXT)
        );
        assert_eq!(message.repairs, [mail::Repair::TextCut]);
        let kept: usize = message.attachments.iter().map(|it| it.bytes.len()).sum();
        assert!(
            kept > raw.len() - 2 * mail::MAX_TEXT,
            "what is not shown is attached"
        );
    }
}

#[test]
fn a_text_is_not_cut_within_a_character() {
    let long = "あいう\n".repeat(mail::MAX_TEXT / 7 + 9);
    let (jis, _, _) = encoding_rs::ISO_2022_JP.encode(&long);
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode(&long);
    let unbroken = "あ".repeat(mail::MAX_TEXT / 3 + 9);
    for (charset, bytes) in [
        ("utf-8", long.as_bytes()),
        ("utf-8", unbroken.as_bytes()),
        ("iso-2022-jp", &jis),
        ("shift_jis", &sjis),
    ] {
        let head = format!("Subject: x\r\nContent-Type: text/plain; charset={charset}\r\n\r\n");
        let message = read(&[head.as_bytes(), bytes].concat(), None).unwrap();
        assert_eq!(
            message.repairs,
            if bytes.len() > mail::MAX_TEXT {
                vec![mail::Repair::TextCut]
            } else {
                vec![]
            }
        );
        assert!(
            message.text.chars().all(|it| "あいう\n".contains(it)),
            "{charset}"
        );
    }
}

#[test]
fn fields_made_to_be_slow_are_not() {
    for unit in [
        "=?utf-8?q?",
        "=?utf-8?b?44?= ",
        "(",
        "\"",
        "a@b,",
        "<",
        "a:;",
        "\\",
        "=?",
        "\x1b$B",
        "=?iso-2022-jp?b?GyRC?=",
        ";x*0*=%",
        ";a=b",
    ] {
        let body = unit.repeat(MAX_FIELD / unit.len());
        for name in [
            "Subject",
            "From",
            "To",
            "Date",
            "Received",
            "References",
            "Content-Type",
            "Content-Disposition",
        ] {
            let raw = format!("{name}: {body}\r\nSubject: s\r\n\r\nb");
            assert!(read(raw.as_bytes(), None).is_ok(), "{name} {unit}");
        }
    }
}

#[test]
fn many_boundaries_take_linear_time() {
    let open: String = (0..49)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=\"b{at}\"\r\n\r\n--b{at}\r\n"))
        .collect();
    let raw = format!("{open}\r\n\r\n{}", "--b\r\n".repeat(1_000_000));
    assert!(read(raw.as_bytes(), None).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes, None);
        let _ = read(&[b"Subject: x\r\n".as_slice(), &bytes].concat(), None);
        Mbox::new(bytes.as_slice()).take(100).for_each(drop);
    }

    #[test]
    fn any_field_is_read(name in "(Subject|From|To|Date|Received|Content-Type|Content-Disposition|Message-ID)", body in "[ -~\\t\u{1b}\u{e}あ=?*;<>\"\\\\()@,:%']{0,200}") {
        let raw = format!("{name}: {body}\r\nTo: a@example.jp\r\n\r\nb");
        prop_assert!(read(raw.as_bytes(), None).is_ok());
    }

    #[test]
    fn mutated_messages_are_read_or_refused(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..40), 1..12),
    ) {
        let seeds = seeds();
        let mut raw = which.get(&seeds).clone();
        for (at, byte, cut) in changes {
            let at = at.index(raw.len().max(1));
            match cut {
                0..=29 => { if let Some(place) = raw.get_mut(at) { *place = byte; } }
                30..=34 => { raw.drain(at..(at + cut).min(raw.len())); }
                _ => { let copy = raw[at..(at + 60).min(raw.len())].to_vec(); raw.splice(at..at, copy); }
            }
        }
        if let Ok(message) = read(&raw, None) {
            prop_assert!(message.attachments.iter().all(|attachment| safe_file_name(&attachment.name) == attachment.name));
            prop_assert_eq!(visible(&message.subject), message.subject);
            strip_quotes(&message.text);
        }
    }

    #[test]
    fn no_html_comes_out_alive(html in "(<(/?(a|p|b|div|td|table|script|style|svg|img|iframe|form)( (href|src|style|onclick|hidden|class)=?['\"]?(javascript:x|https://e.example|cid:x|display:none)?['\"]?)?/?>?|!--)|-->|&#x?[0-9a-f]{1,6};|[a-zあ<>&\"' ]){0,60}") {
        let clean = clean_html(&html);
        for live in ["<a", "<script", "<style", "<img", "<iframe", "<form", "<svg", "href=", "src=", "style=", "onclick="] {
            prop_assert!(!tags(&clean.html).any(|tag| tag.contains(live)), "{live} in {}", clean.html);
        }
        prop_assert_eq!(&clean_html(&clean.html).html, &clean.html);
        text_of_html(&html);
    }

    #[test]
    fn names_are_safe_whatever_they_were(name in "\\PC{0,300}|[./\\\\:\u{202e}a-c ]{0,40}") {
        let safe = safe_file_name(&name);
        prop_assert!(!safe.is_empty() && safe.len() <= 200 && !safe.starts_with('.') && !safe.ends_with(['.', ' ']));
        let unsafe_chars = ['/', '\\', '\0', '\n', '\u{202e}'];
        prop_assert!(!safe.contains(unsafe_chars));
        prop_assert_eq!(safe_file_name(&safe), safe);
    }

    #[test]
    fn quotes_are_stripped_from_any_text(text in "(> |On 2026|2026年1月1日 x|wrote:|のメール:|-----Original Message-----|From: |Sent: |a|\n){0,40}") {
        prop_assert!(strip_quotes(&text).len() <= text.len());
    }
}

/// The tags of cleaned HTML, in which every other `<` is escaped.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .map(|tag| tag.split('>').next().unwrap_or_default())
}
