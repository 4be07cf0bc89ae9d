//! Everything once, and nothing lost: refusals, imports cut short, the watched folder.

use super::*;

#[test]
fn what_cannot_be_read_is_listed_with_its_bytes() {
    let bench = bench();
    let paths = [
        "binary.dat",
        "no-inquiries.csv",
        "unknown-encoding.csv",
        "missing.eml",
    ]
    .map(fixture);
    let report = bench.import(&paths);
    let mut codes: Vec<RefusalCode> = report.refused.iter().map(|it| it.code).collect();
    codes.sort();
    let expected = [
        RefusalCode::NotReadable,
        RefusalCode::UnknownKind,
        RefusalCode::UnknownEncoding,
        RefusalCode::NoColumns,
    ];
    assert_eq!(codes, expected);
    for kept in bench.desk.refused().unwrap() {
        let bytes = bench.desk.refused_bytes(kept.id).unwrap();
        assert_eq!(bytes, fs::read(&kept.name).ok(), "{}", kept.name);
    }
    let ids: Vec<_> = bench
        .desk
        .refused()
        .unwrap()
        .iter()
        .map(|it| it.id)
        .collect();
    bench
        .desk
        .retry_refused(&call(), &ids, &ImportRequest::default())
        .unwrap();
    assert_eq!(
        bench.desk.refused().unwrap().len(),
        4,
        "another try changes nothing by itself"
    );
    assert!(bench.desk.forget_refused(ids[0]).unwrap());
    assert_eq!(bench.desk.refused().unwrap().len(), 3);
}
/// Writes an mbox of mails that have nothing to do with one another.
fn write_mbox(folder: &TempDir, count: usize) -> PathBuf {
    let mails = (0..count).map(|n| {
        format!(
            "From a@example.jp Tue Nov 24 00:00:{:02} 2026\nFrom: a{n}@sample-seiki.example.jp\nSubject: mail {n}\nMessage-ID: <{n}@example.jp>\n\nbody {n}\n\n",
            n % 60
        )
    });
    let path = folder.path().join("many.mbox");
    fs::write(&path, mails.collect::<String>()).unwrap();
    path
}

#[test]
fn an_import_that_was_cut_short_doubles_nothing_when_it_is_begun_again() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let path = write_mbox(&folder, 50);
    let cancel = AtomicBool::new(false);
    let batches = Cell::new(0);
    let progress = |done: usize, all: usize| {
        assert!(done <= all && all == 50);
        batches.set(batches.get() + 1);
        cancel.store(true, Ordering::Relaxed);
    };
    let request = ImportRequest {
        progress: &progress,
        cancel: &cancel,
        ..ImportRequest::default()
    };
    let first = bench
        .desk
        .import(&call(), std::slice::from_ref(&path), &request)
        .unwrap()
        .value;
    assert!(
        first.cancelled && batches.get() == 1 && (1..=20).contains(&first.created.len()),
        "{first:?}"
    );

    let rest = bench.import(std::slice::from_ref(&path));
    assert_eq!(
        (first.created.len() + rest.created.len(), rest.duplicates),
        (50, first.created.len())
    );
    let again = bench.import(&[path]);
    assert_eq!((again.created.len(), again.duplicates), (0, 50));
    assert_eq!(bench.desk.verify(&mut |_, _| {}).unwrap().problems, []);
}

#[test]
fn the_watched_folder_takes_in_each_file_once() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let mut watched = WatchedFolder::new(folder.path().to_owned());
    let look = |watched: &mut WatchedFolder, second: i64| {
        bench.clock.set(Instant::from_micros(
            at(NOW).as_micros() + second * 1_000_000,
        ));
        let done = bench.desk.look_at_watched_folder(&call(), watched).unwrap();
        done.map(|it| it.value.created.len())
    };
    assert_eq!(look(&mut watched, 0), None);
    fs::copy(fixture("mails/10-login.eml"), folder.path().join("a.eml")).unwrap();
    assert_eq!(
        (look(&mut watched, 1), look(&mut watched, 2)),
        (None, None),
        "it may still be growing"
    );
    assert_eq!(
        (look(&mut watched, 3), look(&mut watched, 9)),
        (Some(1), None)
    );
    fs::copy(
        fixture("mails/10-login.eml"),
        folder.path().join("copy.eml"),
    )
    .unwrap();
    assert_eq!(
        (look(&mut watched, 10), look(&mut watched, 20)),
        (None, None),
        "the same content"
    );
    let mut restarted = WatchedFolder::new(folder.path().to_owned());
    assert_eq!(
        (look(&mut restarted, 30), look(&mut restarted, 40)),
        (None, None),
        "remembered over a restart"
    );
    assert!(folder.path().join("a.eml").exists());
}
