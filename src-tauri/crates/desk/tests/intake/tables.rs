//! Tables and JSON lines.

use super::*;

#[track_caller]
fn check_table(name: &str) {
    let bench = bench();
    let report = bench.import(&[fixture(name)]);
    assert_eq!(report.created.len(), 2, "{report:?}");
    assert_eq!(
        (
            report.refused[0].code,
            report.refused[0].params["line"].as_str()
        ),
        (RefusalCode::BadInstant, "5")
    );
    let view = bench.open("端末名を変更したい①");
    let inquiry = view.inquiry();
    assert_eq!(
        (inquiry.channel, inquiry.product.as_str()),
        (Channel::Phone, "deep-instinct")
    );
    assert_eq!(
        inquiry.level.as_ref().map(|it| it.level),
        Some(ImpactLevel::Question)
    );
    assert_eq!(
        (inquiry.kind, inquiry.assignee.clone()),
        (Some(InquiryKind::Usage), Some(Actor::new("佐藤（例）")))
    );
    assert_eq!(inquiry.received_at, at("2026-11-24T10:00:00+09:00"));
    assert_eq!(view.row.row.customer.line(), "例示食品 井上 彩");
    assert_eq!(
        view.message_text(&inquiry.messages[0]).unwrap().text,
        "一括で変更する方法を\nお教えください。"
    );
}

#[test]
fn tables_come_in_both_encodings() {
    check_table("table_cp932.csv");
    check_table("table_utf8_bom.csv");
}

#[test]
fn one_table_in_two_encodings_is_one_set_of_inquiries() {
    let bench = bench();
    bench.import(&[fixture("table_cp932.csv")]);
    let again = bench.import(&[fixture("table_utf8_bom.csv")]);
    assert_eq!((again.created.len(), again.duplicates), (0, 2));
    assert_eq!(
        bench.desk.refused().unwrap().len(),
        1,
        "the broken row is kept once"
    );
}

#[test]
fn a_dry_run_shows_the_mapping_and_writes_nothing() {
    let bench = bench();
    let request = ImportRequest {
        dry_run: true,
        ..ImportRequest::default()
    };
    let paths = [
        fixture("table_cp932.csv"),
        fixture("mails"),
        fixture("binary.dat"),
    ];
    let report = bench.desk.import(&call(), &paths, &request).unwrap().value;
    let mapping = &report.mapping[0].columns;
    assert_eq!(mapping[0], ("受付日時".to_owned(), Some(Field::ReceivedAt)));
    assert_eq!(
        mapping[2],
        ("お問い合わせ内容".to_owned(), Some(Field::Text))
    );
    assert_eq!(mapping[11], ("社内管理番号".to_owned(), None));
    assert_eq!(
        (bench.open_count(), bench.desk.refused().unwrap().len()),
        (0, 0)
    );

    let real = bench.import(&paths);
    let counts = |it: &ImportReport| {
        (
            it.created.len(),
            it.joined,
            it.linked,
            it.outgoing,
            it.duplicates,
            it.flagged,
            it.refused.len(),
        )
    };
    assert_eq!(counts(&report), counts(&real), "what it told comes true");
}

#[test]
fn json_lines_are_read_and_broken_ones_kept() {
    let bench = bench();
    let report = bench.import(&[fixture("lines.jsonl")]);
    assert_eq!(report.created.len(), 1);
    let codes: Vec<RefusalCode> = report.refused.iter().map(|it| it.code).collect();
    assert_eq!(codes, [RefusalCode::BrokenRow, RefusalCode::EmptyRow]);
    assert_eq!(
        bench
            .open("Language of the console")
            .inquiry()
            .product
            .as_str(),
        "harmony-mobile"
    );
    assert!(
        report.mapping[0]
            .columns
            .contains(&("priority".to_owned(), None))
    );
}

#[test]
fn a_table_without_rows_is_refused_as_empty() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    for text in ["件名,本文", "件名,本文\n", "件名,本文\n,\n\n"] {
        let file = folder.path().join("head.csv");
        fs::write(&file, text).unwrap();
        let report = bench.import(&[file]);
        let codes: Vec<RefusalCode> = report.refused.iter().map(|it| it.code).collect();
        assert_eq!(codes, [RefusalCode::Empty], "{text:?}");
        assert_eq!(report.created, []);
    }
}
