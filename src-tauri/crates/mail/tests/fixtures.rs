//! Messages as Japanese mailers, relays and forms send them, each with what it means beside it.

#![expect(
    clippy::unwrap_used,
    reason = "a broken fixture shall fail the test at once"
)]

use std::fs;
use std::path::{Path, PathBuf};

use mail::{Mailbox, Message, Proof, Receipt, read, strip_quotes};
use mail_parser::MessageParser;
use serde_json::{Value, json};

fn fixtures() -> Vec<(PathBuf, Vec<u8>, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "eml"));
    paths.sort();
    let with_expected = |path: PathBuf| {
        let expected = fs::read_to_string(path.with_extension("json")).unwrap();
        (
            path.clone(),
            fs::read(path).unwrap(),
            serde_json::from_str(&expected).unwrap(),
        )
    };
    paths.into_iter().map(with_expected).collect()
}

/// A message in the shape of the expected results.
fn shown(message: &Message) -> Value {
    let received = match message.received {
        Receipt::Proven {
            at,
            by: Proof::ReceivedLine,
        } => json!({"at": at.to_rfc3339(), "by": "received_line"}),
        Receipt::Proven {
            at,
            by: Proof::Envelope,
        } => json!({"at": at.to_rfc3339(), "by": "envelope"}),
        Receipt::Unproven { at } => json!({"at": at.to_rfc3339(), "by": null}),
        Receipt::Unknown => Value::Null,
    };
    let attachments: Vec<Value> = message
        .attachments
        .iter()
        .map(|attachment| json!({"name": attachment.name, "media_type": attachment.media_type, "size": attachment.bytes.len()}))
        .collect();
    json!({
        "message_id": message.message_id,
        "in_reply_to": message.in_reply_to,
        "references": message.references,
        "subject": message.subject,
        "from": message.from,
        "reply_to": message.reply_to,
        "to": message.to,
        "text": message.text,
        "new_text": strip_quotes(&message.text),
        "html": message.html.as_ref().map(|html| &html.html),
        "links": message.html.as_ref().map(|html| &html.links),
        "blocked_remote": message.html.as_ref().map(|html| html.blocked_remote),
        "received": received,
        "sent_at": message.sent_at.map(|at| at.to_rfc3339()),
        "attachments": attachments,
        "auto_submitted": message.auto_submitted,
        "list": message.list,
        "repairs": message.repairs,
    })
}

#[test]
fn every_message_is_read_as_it_was_meant() {
    let all = fixtures();
    assert!(all.len() >= 21);
    for (path, raw, expected) in all {
        let shown = shown(&read(&raw, None).unwrap());
        for (field, expected) in expected.as_object().unwrap() {
            if field != "parser_alone" {
                assert_eq!(&shown[field], expected, "{field} of {}", path.display());
            }
        }
        let implied = [
            ("auto_submitted", json!(false)),
            ("list", json!(false)),
            ("reply_to", json!([])),
            ("in_reply_to", json!([])),
        ];
        for (field, expected_when_silent) in implied {
            assert!(
                expected.get(field).is_some() || shown[field] == expected_when_silent,
                "{field} of {}",
                path.display()
            );
        }
    }
}

#[test]
fn the_parser_alone_gets_nine_of_them_wrong() {
    let marked: Vec<_> = fixtures()
        .into_iter()
        .filter(|(_, _, expected)| expected.get("parser_alone").is_some())
        .collect();
    assert_eq!(marked.len(), 9);
    for (path, raw, expected) in marked {
        let message = MessageParser::default().parse(&raw).unwrap();
        let subject = message.subject().unwrap_or_default();
        let text = message
            .body_text(0)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        assert!(
            expected["subject"] != subject || expected["text"] != text.as_str(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn line_ends_and_hops_do_not_change_the_content() {
    for (path, raw, _) in fixtures() {
        let original = read(&raw, None).unwrap();
        let hop = b"Received: by other.example.jp; Tue, 24 Nov 2026 09:00:00 +0900\r\nX-Spam-Flag: NO\r\n";
        let relayed = read(&[hop, raw.as_slice(), b"\r\n\r\n"].concat(), None).unwrap();
        assert_eq!(
            relayed.content_digest,
            original.content_digest,
            "{}",
            path.display()
        );
        assert_ne!(relayed.received, original.received);
        let is_binary = original
            .attachments
            .iter()
            .any(|attachment| attachment.bytes.contains(&b'\r'));
        if !is_binary {
            let unix: Vec<u8> = raw.iter().copied().filter(|byte| *byte != b'\r').collect();
            assert_eq!(
                read(&unix, None).unwrap().content_digest,
                original.content_digest,
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn other_content_under_the_same_id_has_another_digest() {
    let base = "Message-ID: <a@example.jp>\r\nDate: Mon, 23 Nov 2026 10:15:00 +0900\r\nFrom: a@example.jp\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\ntext\r\n--B\r\nContent-Type: image/png; name=a.png\r\n\r\nbytes\r\n--B--\r\n";
    let original = read(base.as_bytes(), None).unwrap();
    for (from, to) in [
        ("text\r\n", "tex\r\n"),
        ("bytes", "byte"),
        ("a.png", "b.png"),
        (": x", ": y"),
        ("From: a", "From: b"),
        ("10:15", "10:16"),
    ] {
        let changed = read(base.replacen(from, to, 1).as_bytes(), None).unwrap();
        assert_eq!(changed.message_id, original.message_id);
        assert_ne!(changed.content_digest, original.content_digest, "{from}");
    }
}

#[test]
fn the_same_message_in_another_encoding_has_the_same_digest() {
    let head = "From: a@example.jp\r\nMIME-Version: 1.0\r\n";
    let plain = format!(
        "{head}Subject: 件名\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n本文 \r\n"
    );
    let encoded = format!(
        "{head}Subject: =?UTF-8?B?5Lu25ZCN?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n5pys5paH\r\n"
    );
    assert_eq!(
        read(plain.as_bytes(), None).unwrap().content_digest,
        read(encoded.as_bytes(), None).unwrap().content_digest
    );
}

#[test]
fn the_envelope_counts_where_no_line_does() {
    let at = business_time::Instant::parse("2026-11-24T00:00:00Z").unwrap();
    let dated = b"Date: Mon, 23 Nov 2026 10:15:00 +0900\r\nSubject: x\r\n\r\n".as_slice();
    assert_eq!(
        read(dated, Some(at)).unwrap().received,
        Receipt::Proven {
            at,
            by: Proof::Envelope
        }
    );
    let line = [
        b"Received: by a; Mon, 23 Nov 2026 10:16:00 +0900\r\n".as_slice(),
        dated,
    ]
    .concat();
    assert!(matches!(
        read(&line, Some(at)).unwrap().received,
        Receipt::Proven {
            by: Proof::ReceivedLine,
            ..
        }
    ));
    assert!(matches!(
        read(dated, None).unwrap().received,
        Receipt::Unproven { .. }
    ));
    assert_eq!(
        read(b"Subject: x\r\n\r\n", None).unwrap().received,
        Receipt::Unknown
    );
}

#[test]
fn forged_and_repeated_fields_do_not_pass() {
    let raw = b"Subject: first\r\nSubject: second\r\nFrom: a@example.jp\r\nFrom: b@example.jp\r\nMessage-ID: <a b\0c>\r\nReferences: <x@y> junk <<z@w> <\xE3\x81\x82@v>\r\nDate: today\r\n\r\n";
    let message = read(raw, None).unwrap();
    assert_eq!(message.subject, "first");
    assert_eq!(
        message.from,
        Some(Mailbox {
            name: None,
            address: "a@example.jp".to_owned()
        })
    );
    assert_eq!(
        (message.message_id, message.references),
        (None, vec!["x@y".to_owned(), "z@w".to_owned()])
    );
    assert_eq!(
        json!(message.repairs),
        json!(["field_repeated", "bad_message_id", "bad_date"])
    );
}

#[test]
fn a_text_that_is_named_is_still_the_text_where_it_is_alone() {
    let raw = b"Subject: x\r\nContent-Type: text/plain; name=body.txt\r\n\r\nhello";
    assert_eq!(read(raw, None).unwrap().text, "hello");
    let attached = b"Subject: x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nhello";
    let message = read(attached, None).unwrap();
    assert_eq!(
        (message.text.as_str(), message.attachments[0].name.as_str()),
        ("", "a.txt")
    );
}
