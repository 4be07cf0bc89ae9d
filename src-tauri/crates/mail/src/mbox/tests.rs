use std::io::{BufReader, Read};

use super::*;

const TWO: &str = "From taro@example.jp Mon Nov 23 01:02:03 2026\nSubject: a\n\none\n>From here\n>>From there\n\nFrom - Mon Nov 23 10:02:03 2026 +0900\nSubject: b\n\nFrom now on it works.\n\n";

fn all(mbox: &str) -> Vec<Result<MboxMessage, MboxProblem>> {
    Mbox::new(mbox.as_bytes()).collect()
}

#[test]
fn messages_come_with_envelope_and_place() {
    let at = Instant::parse("2026-11-23T01:02:03Z").ok();
    assert_eq!(
        all(TWO),
        [
            Ok(MboxMessage {
                raw: b"Subject: a\n\none\nFrom here\n>From there\n".to_vec(),
                envelope_at: at,
                offset: 0
            }),
            Ok(MboxMessage {
                raw: b"Subject: b\n\nFrom now on it works.\n".to_vec(),
                envelope_at: at,
                offset: 87
            }),
        ]
    );
}

#[test]
fn carriage_returns_and_small_buffers_change_nothing() {
    let crlf = TWO.replace('\n', "\r\n");
    let small: Vec<_> = Mbox::new(BufReader::with_capacity(3, crlf.as_bytes()))
        .flatten()
        .map(|message| message.raw)
        .collect();
    assert_eq!(
        small,
        [
            b"Subject: a\r\n\r\none\r\nFrom here\r\n>From there\r\n".to_vec(),
            b"Subject: b\r\n\r\nFrom now on it works.\r\n".to_vec()
        ]
    );
}

#[test]
fn envelopes_in_several_forms() {
    for (line, at) in [
        (
            "From a@example.jp Mon Nov  2 01:02:03 2026",
            Some("2026-11-02T01:02:03Z"),
        ),
        (
            "From a b c Mon Nov 2 10:02:03 JST 2026",
            Some("2026-11-02T01:02:03Z"),
        ),
        (
            "From - Mon, 2 Nov 2026 10:02:03 +0900",
            Some("2026-11-02T01:02:03Z"),
        ),
        ("From a@example.jp", None),
    ] {
        let read = all(&format!("{line}\nSubject: a\n\nb\n"));
        let envelope_at = read
            .first()
            .and_then(|message| message.as_ref().ok())
            .and_then(|message| message.envelope_at);
        assert_eq!(
            envelope_at.map(Instant::to_rfc3339).as_deref(),
            at,
            "{line}"
        );
    }
}

#[test]
fn what_is_no_mbox_says_so() {
    assert_eq!(all("Subject: a\n\nb\n"), [Err(MboxProblem::NotMbox)]);
    assert_eq!(all(""), []);
    assert_eq!(all("\n\n"), []);
}

#[test]
fn a_message_beyond_the_bound_is_passed_over() {
    let first = b"From a@example.jp Mon Nov 23 01:02:03 2026\nSubject: a\n\n".as_slice();
    let huge = std::io::repeat(b'x').take(u64::try_from(MAX_RAW).unwrap());
    let last = b"\n\nFrom b@example.jp Mon Nov 23 01:02:03 2026\nSubject: b\n\nb".as_slice();
    let read: Vec<_> = Mbox::new(BufReader::new(first.chain(huge).chain(last))).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0], Err(MboxProblem::TooLarge { offset: 0 }));
    assert_eq!(read[1].as_ref().unwrap().raw, b"Subject: b\n\nb");
}

#[test]
fn a_reader_that_fails_ends_it() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(ErrorKind::PermissionDenied.into())
        }
    }
    let start = b"From a@example.jp Mon Nov 23 01:02:03 2026\nSubject: a\n".as_slice();
    let read: Vec<_> = Mbox::new(BufReader::new(start.chain(Failing))).collect();
    assert_eq!(read, [Err(MboxProblem::Read(ErrorKind::PermissionDenied))]);
}
