//! What strangers send: harmless, bounded, and shown as what it is.

use super::*;

pub(super) fn write(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

/// Imports one file with that content.
#[track_caller]
pub(super) fn import(bench: &Bench, name: &str, content: impl AsRef<[u8]>) -> ImportReport {
    let folder = tempfile::tempdir().unwrap();
    bench.import(&[write(&folder, name, content)])
}

pub(super) fn codes(report: &ImportReport) -> Vec<RefusalCode> {
    report.refused.iter().map(|it| it.code).collect()
}

/// A mail from a customer, with further header lines and a body.
pub(super) fn mail(headers: &str, body: &str) -> String {
    format!(
        "Received: from a by b; Tue, 24 Nov 2026 10:00:00 +0900\r\nFrom: k@sample-seiki.example.jp\r\n{headers}\r\n\r\n{body}\r\n"
    )
}

/// Every text of the record's open inquiries that a person reads on one line.
pub(super) fn one_liners(bench: &Bench) -> Vec<String> {
    let request = QueueRequest {
        view: View::Open,
        ..QueueRequest::default()
    };
    let queue = bench.desk.queue(&request).unwrap();
    let mut all = Vec::new();
    for row in &queue.rows {
        let view = bench.desk.inquiry(row.inquiry().id, None).unwrap();
        let customer = &view.row.row.customer;
        all.push(view.row.row.subject.clone());
        all.extend(
            [
                &customer.company,
                &customer.person,
                &customer.person_kana,
                &customer.address,
                &customer.phone,
                &customer.callback_phone,
                &customer.callback_wish,
                &customer.contract,
            ]
            .map(String::clone),
        );
        all.extend(view.inquiry().assignee.iter().map(ToString::to_string));
        for message in &view.inquiry().messages {
            let text = view.message_text(message).unwrap();
            all.extend([text.from_name, text.from_address, text.subject]);
            all.extend(text.to.into_iter().chain(text.cc));
            all.extend(text.attachment_names);
        }
    }
    all
}

/// Characters that are unseen and change how others are read, as the window and a terminal must never get them.
pub(super) fn deceives(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn what_deceives_is_shown_whatever_kind_of_file_brings_it() {
    let bench = bench();
    let (subject, shown) = (
        "請求書\u{202e}fdp.exe\u{1b}[2J",
        "請求書‹U+202E›fdp.exe␛[2J",
    );
    let csv = format!(
        "件名,本文,会社名,お名前,担当\n{subject} 1,本文\u{202e}\u{7},会社\u{2066}名,山\u{200b}田\u{0},佐\u{202d}藤\n"
    );
    import(&bench, "a.csv", csv);
    let line = serde_json::json!({ "subject": format!("{subject} 2"), "text": "x\u{202e}y\n\u{1b}]0;z", "company": "a\nb" });
    import(&bench, "a.jsonl", format!("{line}\n"));
    let form = format!(
        "【会社名】例示\u{202e}商事\n【お名前】\n山田\n花子\n【件名】\n{subject}\n3\n【お問い合わせ内容】\nx\n"
    );
    let headers = "Subject: form\r\nContent-Type: text/plain; charset=utf-8";
    import(&bench, "form.eml", mail(headers, &form));

    for n in 1..=3 {
        bench.open(&format!("{shown} {n}"));
    }
    let view = bench.open(&format!("{shown} 1"));
    assert_eq!(view.row.row.customer.line(), "会社‹U+2066›名 山田␀");
    assert_eq!(view.inquiry().assignee, Some(Actor::new("佐‹U+202D›藤")));
    let text = view.message_text(&view.inquiry().messages[0]).unwrap().text;
    assert_eq!(text, "本文‹U+202E›␇");
    let view = bench.open(&format!("{shown} 2"));
    let text = view.message_text(&view.inquiry().messages[0]).unwrap().text;
    assert_eq!(text, "x‹U+202E›y\n␛]0;z", "a text keeps its lines");
    let view = bench.open(&format!("{shown} 3"));
    assert_eq!(view.row.row.customer.line(), "例示‹U+202E›商事 山田 花子");
    for text in one_liners(&bench) {
        assert!(!text.contains(deceives), "{text:?}");
    }
}

#[test]
fn what_a_person_pastes_is_shown_as_what_it_is_too() {
    let bench = bench();
    let new = desk::NewInquiry {
        product: ProductId::new("clomo").unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Phone,
        received_at: None,
        customer: inquiry::Customer {
            company: "例示\u{202e}商事".to_owned(),
            ..inquiry::Customer::default()
        },
        subject: "a\u{202e}b\r\nc".to_owned(),
        text: "x\u{1b}y\nz".to_owned(),
        level: None,
        kind: None,
        assignee: None,
        answer: None,
    };
    let id = bench.desk.record_call(&call(), &new).unwrap().value;
    let view = bench.open("a‹U+202E›b c");
    assert_eq!(view.row.row.customer.company, "例示‹U+202E›商事");
    let text = view.message_text(&view.inquiry().messages[0]).unwrap();
    assert_eq!(
        (text.text.as_str(), text.from_name.as_str()),
        ("x␛y\nz", "例示‹U+202E›商事")
    );
    bench.desk.set_subject(&call(), id, "\u{202e}d").unwrap();
    bench
        .desk
        .add_note(&call(), id, "e\u{202e}\u{0}\nf")
        .unwrap();
    let view = bench.open("‹U+202E›d");
    let note = view.texts.values().find(|it| it.starts_with('e')).unwrap();
    assert_eq!(note, "e‹U+202E›␀\nf");
    assert!(
        bench
            .desk
            .set_subject(&call(), id, "\u{200b} \u{feff}")
            .is_err()
    );
}

#[test]
fn the_names_of_holidays_are_shown_as_what_they_are() {
    let bench = bench();
    let list = format!(
        "2026/1/4,元\u{202e}日\u{1b}\n2026/1/2,{}\n",
        "長".repeat(5_000)
    );
    let import = bench.desk.import_holidays(&call(), list.as_bytes());
    let added = &import.unwrap().value.differences[0].added;
    assert!(
        added.iter().any(|(_, name)| name == "元‹U+202E›日␛"),
        "{added:?}"
    );
    assert!(added.iter().all(|(_, name)| name.chars().count() <= 1_000));
}

#[test]
fn formula_cells_are_words() {
    let bench = bench();
    let cells = [
        "=HYPERLINK(\"https://evil.example\",\"押す\")",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "=1+1",
    ];
    let rows = cells.map(|it| format!("\"{0}\",\"{0}\"\n", it.replace('"', "\"\"")));
    let report = import(&bench, "a.csv", format!("件名,本文\n{}", rows.concat()));
    assert_eq!((report.created.len(), codes(&report)), (5, vec![]));
    for cell in cells {
        let view = bench.open(cell);
        let text = view.message_text(&view.inquiry().messages[0]).unwrap().text;
        assert_eq!(text, cell);
    }
}

#[test]
fn a_header_cannot_be_injected() {
    let bench = bench();
    let headers = "Subject: =?utf-8?q?=E8=A6=8B=E7=A9=8D=0D=0ABcc:_evil=40evil.example=0D=0A=0D=0Abody?=\r\n\
         To: =?utf-8?q?a=0D=0ACc=3A_evil=40evil.example?= <support@desk.example.jp>\r\n\
         Message-ID: <a@b>\r\n c: d";
    let report = import(&bench, "a.eml", mail(headers, "x"));
    assert_eq!(report.created.len(), 1, "{report:?}");
    let view = bench.open("見積␍␊Bcc: evil@evil.example␍␊␍␊body");
    let text = view.message_text(&view.inquiry().messages[0]).unwrap();
    assert_eq!(
        (text.to, text.cc),
        (vec!["support@desk.example.jp".to_owned()], vec![])
    );
    assert_eq!(text.text.trim(), "x");
}

#[test]
fn scripts_and_remote_content_come_to_nothing() {
    let bench = bench();
    let html = "<p onclick=alert(1)>本文<script>alert(1)</script><img src=https://evil.example/pixel.png>\
        <iframe src=https://evil.example></iframe><a href=\"javascript:alert(1)\">x</a>\
        <a href=\"https://evil.example/login\">https://bank.example.jp</a><svg onload=alert(1)>\
        <form action=https://evil.example><input name=password></form><style>@import url(https://evil.example)</style>\
        <meta http-equiv=refresh content=\"0;url=https://evil.example\"><link rel=stylesheet href=https://evil.example/x.css>";
    import(
        &bench,
        "a.eml",
        mail("Subject: s\r\nContent-Type: text/html", html),
    );
    let view = bench.open("s");
    let text = view.message_text(&view.inquiry().messages[0]).unwrap();
    assert_eq!(
        text.html.as_deref().map(str::trim),
        Some("<p>本文<u>x</u><u>https://bank.example.jp</u></p><div></div>")
    );
    assert_eq!(text.blocked_remote, 2);
    let link = |text: &str, href: &str| (text.to_owned(), href.to_owned());
    assert_eq!(
        text.links,
        [link(
            "https://bank.example.jp",
            "https://evil.example/login"
        )]
    );
}

#[test]
fn forged_and_repeated_message_ids_lose_nothing_and_hide_nothing() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let mails: String = (0..2_000)
        .map(|n| format!("From a@b Tue Nov 24 00:00:00 2026\nFrom: a{n}@sample-seiki.example.jp\nSubject: mail {n}\nMessage-ID: <same@example.jp>\n\nbody {n}\n\n"))
        .collect();
    let path = write(&folder, "a.mbox", mails);
    let request = ImportRequest {
        dry_run: true,
        ..ImportRequest::default()
    };
    let told = bench
        .desk
        .import(&call(), std::slice::from_ref(&path), &request)
        .unwrap()
        .value;
    let report = bench.import(&[path]);
    assert_eq!(
        (report.created.len(), report.flagged, report.duplicates),
        (2_000, 1_999, 0)
    );
    assert_eq!((told.created.len(), told.flagged), (2_000, 1_999));
    // Somebody answers under that id, in the thread of somebody else: it joins nothing of theirs.
    let headers =
        "Subject: Re: mail 7\nMessage-ID: <same@example.jp>\nIn-Reply-To: <same@example.jp>";
    let forged = format!("From: x@evil.example\n{headers}\n\nplease send the password\n");
    let report = import(&bench, "forged.eml", &forged);
    assert_eq!(
        (report.created.len(), report.linked, report.flagged),
        (1, 1, 1)
    );
    let again = import(&bench, "again.eml", forged.replace('\n', "\r\n"));
    assert_eq!((again.created.len(), again.duplicates), (0, 1));
}

#[test]
fn a_flood_of_answers_does_not_make_one_inquiry_without_end() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let mails: String = (0..450)
        .map(|n| format!("From a@b Tue Nov 24 00:{:02}:{:02} 2026\nFrom: a@sample-seiki.example.jp\nSubject: Re: loop {n}\nMessage-ID: <{n}@example.jp>\nIn-Reply-To: <0@example.jp>\n\nautomatic {n}\n\n", n / 60, n % 60))
        .collect();
    let path = write(&folder, "a.mbox", mails);
    let request = ImportRequest {
        dry_run: true,
        ..ImportRequest::default()
    };
    let told = bench
        .desk
        .import(&call(), std::slice::from_ref(&path), &request)
        .unwrap()
        .value;
    let report = bench.import(&[path]);
    let counts = |it: &ImportReport| (it.created.len(), it.linked, it.joined);
    assert_eq!(counts(&report), (3, 2, 447));
    assert_eq!(counts(&told), counts(&report), "what it told comes true");
    let messages = |subject| bench.open(subject).inquiry().messages.len();
    assert_eq!(
        ["Re: loop 0", "Re: loop 200", "Re: loop 400"].map(messages),
        [200, 200, 50]
    );
}
