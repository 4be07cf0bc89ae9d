//! The table of operating systems in the log, changed, and what has to be verified after a release.

use chrono::NaiveDate;
use desk::{OsTableChange, WhichObligations};
use policy::{OsEdit, OsFamily, OsQuestion, OsReason, OsTable, check_os};

use crate::bench::{Bench, call, refused};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn release(version: &str, released_on: &str) -> OsTableChange {
    OsTableChange::Edits(vec![OsEdit::Release {
        os: OsFamily::Ios,
        generation: None,
        version: version.to_owned(),
        released_on: on(released_on),
        build: None,
    }])
}

fn open(bench: &Bench) -> usize {
    let open = bench.desk.obligations(WhichObligations::Open, &[]);
    open.unwrap().len()
}

fn reason(bench: &Bench, version: &str) -> OsReason {
    let rules = bench.desk.rules();
    let question = OsQuestion {
        product: "clomo",
        os: OsFamily::Ios,
        version,
        on: on("2026-11-16"),
    };
    let answer = check_os(&rules.packs, &rules.os_table, &question);
    answer.unwrap().reason
}

#[test]
fn a_release_opens_what_has_to_be_verified_and_is_taken_back_with_it() {
    let bench = Bench::new();
    assert_eq!(bench.desk.rules().os_table, *OsTable::shipped());
    let change = release("27", "2026-11-10");
    let preview = bench.desk.preview_os_table(&change).unwrap();
    assert_eq!(preview.added.len(), 1);
    assert_eq!(
        (open(&bench), reason(&bench, "27")),
        (0, OsReason::NotInTable)
    );
    bench.desk.change_os_table(&call("佐藤"), &change).unwrap();
    assert!(open(&bench) >= 3, "each product that promises a time");
    assert_eq!(reason(&bench, "27"), OsReason::SupportNotRecorded);
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(
        (open(&bench), reason(&bench, "27")),
        (0, OsReason::NotInTable)
    );
}

#[test]
fn mending_versions_are_supported_as_they_are() {
    let bench = Bench::new();
    let change = release("26.99.9", "2026-11-10");
    bench.desk.change_os_table(&call("佐藤"), &change).unwrap();
    assert_eq!(open(&bench), 0);
    assert_eq!(
        reason(&bench, "26.99.9"),
        OsReason::LastOfGeneration,
        "and the last of its generation"
    );
}

#[test]
fn a_table_with_problems_is_refused_whole() {
    let bench = Bench::new();
    let broken = OsTable::shipped_text()
        .replacen("after = \"12\"", "after = \"11\"", 1)
        .replacen("2020-01-28", "2020-02-30", 1)
        .replacen("source =", "sauce =", 1);
    let change = OsTableChange::Table(broken);
    let error = refused(bench.desk.preview_os_table(&change), "table-problems");
    assert!(error.params()["count"].parse::<u32>().unwrap() >= 3);
    refused(
        bench.desk.change_os_table(&call("佐藤"), &change),
        "table-problems",
    );
    assert_eq!(bench.desk.rules().os_table, *OsTable::shipped());
}

#[test]
fn a_whole_table_opens_only_what_came_out_since() {
    let bench = Bench::new();
    let today = on("2026-11-16");
    let OsTableChange::Edits(edits) = release("27", "2026-11-10") else {
        unreachable!()
    };
    let newer = OsTable::shipped().edited(&edits, today).unwrap();
    let change = OsTableChange::Table(newer.to_toml());
    bench.desk.change_os_table(&call("佐藤"), &change).unwrap();
    let opened = open(&bench);
    assert!(opened >= 3);
    bench.desk.change_os_table(&call("佐藤"), &change).unwrap();
    assert_eq!(open(&bench), opened, "the same table opens nothing twice");
}
