use super::*;

fn split_ok(raw: &[u8]) -> (String, Vec<Repair>) {
    let mut repairs = Repairs::new();
    let part = split(raw, &mut repairs).unwrap();
    (shape(&part), repairs.into_iter().collect())
}

/// A part's shape: `type[child, child]`, a leaf with its bytes.
fn shape(part: &Part<'_>) -> String {
    let kind = &part.content_type.value;
    match &part.content {
        Content::Leaf(bytes) => format!("{kind}={:?}", String::from_utf8_lossy(bytes)),
        Content::Parts(parts) => format!(
            "{kind}[{}]",
            parts.iter().map(shape).collect::<Vec<_>>().join(", ")
        ),
    }
}

#[track_caller]
fn check(raw: &str, expected: &str, repairs: &[Repair]) {
    for raw in [raw.to_owned(), raw.replace('\n', "\r\n")] {
        let (shape, mended) = split_ok(raw.as_bytes());
        assert_eq!(
            (shape.replace("\\r\\n", "\\n").as_str(), mended.as_slice()),
            (expected, repairs)
        );
    }
}

#[test]
fn one_part() {
    check("Subject: a\n\nb\n", "text/plain=\"b\\n\"", &[]);
    check("Subject: a", "text/plain=\"\"", &[]);
    check(
        "\nFrom x Mon Nov 23 10:00:00 2026\nSubject: a\n \nb",
        "text/plain=\"b\"",
        &[],
    );
    check("Content-Type: TEXT/HTML\n\nb", "text/html=\"b\"", &[]);
}

#[test]
fn parts_within_parts() {
    let raw = "Content-Type: multipart/mixed; boundary=A\n\npreamble\n--A\nContent-Type: multipart/alternative; boundary=\"A-B\"\n\n--A-B\n\nplain\n--A-B\nContent-Type: text/html\n\n<b>\n--A-B--\nepilogue\n--A\n\nlast\n--A--\nend";
    check(
        raw,
        "multipart/mixed[multipart/alternative[text/plain=\"plain\", text/html=\"<b>\"], text/plain=\"last\"]",
        &[],
    );
}

#[test]
fn a_digest_holds_messages() {
    let raw = "Content-Type: multipart/digest; boundary=A\n\n--A\n\nSubject: x\n\ny\n--A--\n";
    check(
        raw,
        "multipart/digest[message/rfc822=\"Subject: x\\n\\ny\"]",
        &[],
    );
}

#[test]
fn what_is_cut_off_or_unbounded_is_read_as_far_as_it_goes() {
    let cut = "Content-Type: multipart/mixed; boundary=A\n\n--A\n\none\n--A\n\ntw";
    check(
        cut,
        "multipart/mixed[text/plain=\"one\", text/plain=\"tw\"]",
        &[Repair::PartsCutOff],
    );
    let unnamed = "Content-Type: multipart/mixed\n\nb";
    check(unnamed, "multipart/mixed=\"b\"", &[Repair::BoundaryMissing]);
    let never = "Content-Type: multipart/mixed; boundary=A\n\nb";
    check(
        never,
        "text/plain=\"b\"",
        &[Repair::BoundaryMissing, Repair::PartsCutOff],
    );
    let inner_open = "Content-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--A\n\ny\n--A--\n";
    check(
        inner_open,
        "multipart/mixed[multipart/mixed[text/plain=\"x\"], text/plain=\"y\"]",
        &[Repair::PartsCutOff],
    );
    check(
        "Content-Type: multipart/mixed; boundary=A\n\n--A\n--A\n\ny\n--A--",
        "multipart/mixed[text/plain=\"\", text/plain=\"y\"]",
        &[],
    );
}

#[test]
fn lines_among_the_fields_that_are_none() {
    check(
        "Subject: a\n(broken line)\nTo: b@example.jp\n\nc",
        "text/plain=\"c\"",
        &[Repair::HeaderLine],
    );
    check(
        "Subject: a\nthe body without an empty line\nmore",
        "text/plain=\"the body without an empty line\\nmore\"",
        &[],
    );
}

#[test]
fn fields_are_found_whatever_their_case_and_folding() {
    let raw = b"RECEIVED: one\r\nSubject : folded\r\n\there\r\nreceived: two\r\n\r\n";
    let part = split(raw, &mut Repairs::new()).unwrap();
    assert_eq!(
        part.all("received").collect::<Vec<_>>(),
        [b" one\r\n".as_slice(), b" two\r\n"]
    );
    assert_eq!(
        part.first("subject"),
        Some(b" folded\r\n\there\r\n".as_slice())
    );
    assert_eq!(part.first("to"), None);
}

#[test]
fn bounds_are_kept() {
    let refuses = |raw: &str| {
        split(raw.as_bytes(), &mut Repairs::new())
            .map(|part| shape(&part))
            .unwrap_err()
    };
    let nested: String = (0..10_000)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"))
        .collect();
    assert_eq!(refuses(&nested), Unreadable::TooDeep);
    let siblings = format!(
        "Content-Type: multipart/mixed; boundary=A\n\n{}",
        "--A\n\n".repeat(10_000)
    );
    assert_eq!(refuses(&siblings), Unreadable::TooManyParts);
    assert_eq!(refuses(&"X: y\n".repeat(20_000)), Unreadable::TooManyFields);
    assert_eq!(refuses("no mail at all\n"), Unreadable::NotMail);
    assert_eq!(
        refuses("note: this is a text file\n\nwith prose"),
        Unreadable::NotMail
    );
    let long = format!("Subject: {}\n\nb", "x".repeat(MAX_FIELD));
    assert_eq!(
        split_ok(long.as_bytes()),
        ("text/plain=\"b\"".to_owned(), vec![Repair::FieldCut])
    );
}
