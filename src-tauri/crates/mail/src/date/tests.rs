use super::*;

#[track_caller]
fn check(read: fn(&str) -> Option<Instant>, text: &str, expected: Option<&str>) {
    assert_eq!(
        read(text).map(Instant::to_rfc3339).as_deref(),
        expected,
        "{text}"
    );
}

const AT: Option<&str> = Some("2026-11-23T01:02:03Z");

#[test]
fn dates_as_rfc_5322_has_them() {
    for text in [
        "Mon, 23 Nov 2026 10:02:03 +0900",
        " Mon,  23 Nov 2026 10:02:03 +0900 (JST)",
        "23 Nov 2026 10:02:03 +0900",
        "Mon, 23 Nov 26 10:02:03 JST",
        "Mon, 23 Nov 2026 01:02:03 GMT",
        "Mon, 23 Nov 2026 01:02:03 -0000",
        "Sun, 22 Nov 2026 17:02:03 PST",
        "Mon (kyou), 23 (x (y)) Nov 2026 10:02:03 +0900",
        "Mon, 23 Nov 2026\r\n 10:02:03 +0900",
    ] {
        check(header_date, text, AT);
    }
    check(
        header_date,
        "1 Jan 99 00:00 UT",
        Some("1999-01-01T00:00:00Z"),
    );
    check(
        header_date,
        "30 Jun 2015 23:59:60 +0000",
        Some("2015-06-30T23:59:59Z"),
    );
}

#[test]
fn dates_as_mailers_write_them() {
    for text in [
        "月, 23 Nov 2026 10:02:03 +0900 (東京 (標準時))",
        "Mon, 23 November 2026 10:02:03 +09:00",
        "2026/11/23 10:02:03 +0900",
        "2026-11-23T10:02:03+09:00",
        "23-Nov-2026 10:02:03 +0900",
        "Mon Nov 23 10:02:03 2026 +0900",
        "Mon Nov 23 10:02:03 JST 2026",
        "Mon, 23 Nov 2026 10:02:03 GMT+09:00",
        "Mon, 23 Nov 2026 10:02:03.250 +0900 JST",
        "Mon, 23 Nov 2026 10:02:03+0900",
    ] {
        check(header_date, text, AT);
    }
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "yesterday",
        "Mon, 31 Feb 2026 10:00:00 +0900",
        "Mon, 23 Nov 2026 25:00:00 +0900",
        "Mon, 23 Nov 2026 10:00:00 +9900",
        "Mon, 23 Nov 2026 10:00:00 XYZ",
        "Mon, 23 Nov 2026 10:00:00",
        "Thu, 01 Jan 1970 00:00:00 +0000",
        "Mon, 23 Nov 9999 10:00:00 +0900",
        "99999999999999999999 Nov 2026 10:00:00 +0900",
        "23 Nov 2026",
    ] {
        check(header_date, text, None);
    }
}

#[test]
fn envelopes_are_utc_unless_they_say() {
    check(envelope_date, "Mon Nov 23 01:02:03 2026", AT);
    check(envelope_date, "Mon Nov 23 10:02:03 2026 +0900", AT);
    check(envelope_date, "Mon Nov 23 10:02:03 JST 2026", AT);
    check(
        envelope_date,
        "Mon Nov  2 01:02 2026",
        Some("2026-11-02T01:02:00Z"),
    );
    check(envelope_date, "here on we go", None);
}

#[test]
fn a_received_line_ends_in_its_date() {
    check(
        received_date,
        "from a (b; c) by d with ESMTP id e; Mon, 23 Nov 2026 10:02:03 +0900 (JST)",
        AT,
    );
    check(
        received_date,
        "by d; x; Mon, 23 Nov 2026 10:02:03 +0900 (JST; Tokyo)",
        AT,
    );
    check(
        received_date,
        "from a (b by d; Mon, 23 Nov 2026 10:02:03 +0900",
        AT,
    );
    check(received_date, "from a by b", None);
    check(received_date, "from a by b; (qmail 123 invoked)", None);
}
