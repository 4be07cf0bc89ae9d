//! What is made to be large or never to end: refused, cut or left alone, within bounds.

use super::hostile::{codes, import, mail, write};
use super::*;

#[test]
fn tables_made_to_be_large_are_refused_before_they_are() {
    let bench = bench();
    let commas = format!("件名,本文\n{}\nx,y\n", ",".repeat(1 << 20));
    assert_eq!(
        codes(&import(&bench, "commas.csv", commas)),
        [RefusalCode::TooComplex]
    );
    let quoted = format!("件名,本文\n{}\nx,y\n", "\"\",".repeat(1 << 20));
    assert_eq!(
        codes(&import(&bench, "quoted.csv", quoted)),
        [RefusalCode::TooComplex]
    );
    let rows = format!("件名\n{}", "x\n".repeat(300_001));
    assert_eq!(
        codes(&import(&bench, "rows.csv", rows)),
        [RefusalCode::TooLarge]
    );
    let lines = "{\"subject\":1}\n".repeat(300_001);
    assert_eq!(
        codes(&import(&bench, "lines.jsonl", lines)),
        [RefusalCode::TooLarge]
    );
    assert_eq!(bench.open_count(), 0);
}

#[test]
fn one_row_made_to_be_large_is_refused_and_the_others_are_not() {
    let bench = bench();
    let long = "長".repeat(mail::MAX_TEXT / 3 + 1);
    let keys: Vec<String> = (0..2_000).map(|n| format!("\"k{n}\":0")).collect();
    let lines = format!(
        "{{\"subject\":\"before\"}}\n{{\"subject\":\"{long}\"}}\n{{\"subject\":{}}}\n{{{}}}\n{{\"a\":[{}1]}}\n{{\"subject\":\"after\"}}\n",
        "[".repeat(100_000),
        keys.join(","),
        "1,".repeat(3 << 20),
    );
    let report = import(&bench, "a.jsonl", lines);
    let expected = [
        RefusalCode::TooLarge,
        RefusalCode::BrokenRow,
        RefusalCode::TooComplex,
        RefusalCode::TooLarge,
    ];
    assert_eq!(
        (codes(&report), report.created.len()),
        (expected.to_vec(), 2)
    );
    let csv = format!("件名,本文\nbefore csv,x\n{long},x\nafter csv,x\n");
    let report = import(&bench, "a.csv", csv);
    assert_eq!(
        (codes(&report), report.created.len()),
        (vec![RefusalCode::TooLarge], 2)
    );
}

#[test]
fn lines_of_ever_new_keys_take_linear_time() {
    let bench = bench();
    let lines: String = (0..6_000)
        .map(|line| {
            let keys: Vec<String> = (0..50).map(|key| format!("\"k{line}-{key}\":0")).collect();
            format!("{{{}}}\n", keys.join(","))
        })
        .collect();
    let report = import(&bench, "a.jsonl", lines);
    assert_eq!(codes(&report), [RefusalCode::NoColumns]);
    assert_eq!(report.mapping[0].columns.len(), 1_000, "no more are told");
}

#[test]
fn a_subject_without_end_is_cut_and_its_mail_kept_whole() {
    let bench = bench();
    let long = "x".repeat(mail::MAX_FIELD - 10);
    import(&bench, "a.eml", mail(&format!("Subject: {long}"), "b"));
    let view = bench.open(&format!("{}…", "x".repeat(999)));
    let id = view.inquiry().messages[0].id;
    let raw = bench
        .desk
        .raw_message(view.inquiry().id, id)
        .unwrap()
        .unwrap();
    assert!(raw.len() > long.len());
}

#[test]
#[cfg(unix)]
fn another_try_follows_no_link_and_waits_for_no_pipe() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let target = write(&folder, "target.eml", mail("Subject: secret", "x"));
    let link = folder.path().join("link.eml");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let pipe = folder.path().join("pipe.eml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let report = bench.import(&[link, pipe]);
    assert_eq!(
        codes(&report),
        [RefusalCode::Symlink, RefusalCode::UnknownKind]
    );
    let ids: Vec<_> = report.refused.iter().map(|it| it.id).collect();
    let again = bench
        .desk
        .retry_refused(&call(), &ids, &ImportRequest::default())
        .unwrap()
        .value;
    assert_eq!(codes(&again), codes(&report));
    assert_eq!(
        (bench.open_count(), bench.desk.refused().unwrap().len()),
        (0, 2)
    );
}

#[test]
fn a_message_too_large_for_its_box_is_tried_again_with_the_box() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let path = folder.path().join("a.mbox");
    let large = "x".repeat(99) + "\n";
    let large = large.repeat(mail::MAX_RAW / 100 + 1);
    let envelope = "From a@b Tue Nov 24 00:00:00 2026\n";
    fs::write(
        &path,
        format!("{envelope}Subject: large\n\n{large}\n{envelope}Subject: small\n\nx\n"),
    )
    .unwrap();
    let report = bench.import(std::slice::from_ref(&path));
    assert_eq!(
        (codes(&report), report.created.len()),
        (vec![RefusalCode::TooLarge], 1)
    );
    let ids = [report.refused[0].id];
    let again = bench
        .desk
        .retry_refused(&call(), &ids, &ImportRequest::default())
        .unwrap()
        .value;
    assert_eq!(
        (codes(&again), again.duplicates),
        (vec![RefusalCode::TooLarge], 1)
    );
    fs::write(&path, format!("{envelope}Subject: smaller\n\nx\n")).unwrap();
    let again = bench
        .desk
        .retry_refused(&call(), &ids, &ImportRequest::default())
        .unwrap()
        .value;
    assert_eq!((codes(&again), again.created.len()), (vec![], 1));
    assert_eq!(bench.desk.refused().unwrap(), []);
}
