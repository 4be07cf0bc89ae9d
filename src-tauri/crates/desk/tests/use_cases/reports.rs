use std::fs;
use std::path::Path;

use desk::{DeskError, EvidenceRequest, Language, ReportForm, UnwritableCause};
use report::{Part, Period, Selection};
use report_files::Format;

use crate::bench::{Bench, call};

fn november() -> Selection {
    let day = |on: &str| on.parse().unwrap();
    Selection::of(Period {
        from: day("2026-11-01"),
        to: day("2026-11-30"),
    })
}

fn with_sample() -> Bench {
    let bench = Bench::new();
    bench.set("2026-11-24 11:06");
    bench.desk.add_sample(&call("佐藤")).unwrap();
    bench
}

impl Bench {
    fn write(
        &self,
        format: Format,
        path: &Path,
        mut goes_on: impl FnMut() -> bool,
    ) -> Result<Option<usize>, DeskError> {
        let form = ReportForm {
            format,
            table: "inquiries".to_owned(),
            language: Language::Ja,
        };
        self.desk
            .write_report(november(), &form, path, &mut |_, _| goes_on())
    }
}

const FORMATS: [Format; 4] = [Format::Json, Format::Csv, Format::Xlsx, Format::Pdf];

#[test]
fn a_report_that_is_called_off_leaves_what_stood_there() {
    let bench = with_sample();
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let path = folder.path().join("report");
        fs::write(&path, "before").unwrap();
        assert_eq!(bench.write(format, &path, || false).unwrap(), None);
        assert_eq!(fs::read(&path).unwrap(), b"before", "{format:?}");
        assert!(bench.write(format, &path, || true).unwrap() > Some(20));
        assert_ne!(fs::read(&path).unwrap(), b"before", "{format:?}");
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "{format:?}: nothing is left beside it");
    }
}

#[test]
fn evidence_tells_how_far_it_is_and_leaves_nothing_where_it_is_called_off() {
    let bench = with_sample();
    let folder = tempfile::tempdir().unwrap();
    let (made, given) = (folder.path().join("new"), folder.path().join("empty"));
    fs::create_dir(&given).unwrap();
    let request = EvidenceRequest {
        selection: november(),
        named: false,
    };
    for dir in [&made, &given] {
        let write = |told: &mut dyn FnMut(usize, usize) -> bool| {
            bench.desk.write_evidence(&request, dir, told).unwrap()
        };
        assert_eq!(write(&mut |_, _| false), None);
        assert_eq!(dir.exists(), *dir == given, "what was made is gone again");
        let mut told = Vec::new();
        let written = write(&mut |done, of| {
            told.push((done, of));
            true
        });
        assert!(written.unwrap().inquiries > 20);
        assert_eq!(told[0].0, 0);
        assert!(told.iter().all(|(done, of)| done < of), "{told:?}");
        assert!(dir.join("heads.json").exists());
    }
}

#[track_caller]
fn check_unwritable(bench: &Bench, path: &Path, expected: UnwritableCause) {
    for format in FORMATS {
        match bench.write(format, path, || true) {
            Err(DeskError::UnwritableFile { cause, .. }) => {
                assert_eq!(cause, expected, "{format:?}");
            }
            other => panic!("{format:?}: {other:?}"),
        }
    }
}

#[test]
fn what_hinders_the_writing_is_told() {
    let bench = with_sample();
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere").join("report");
    check_unwritable(&bench, &nowhere, UnwritableCause::NoFolder);
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    check_unwritable(&bench, &file.join("report"), UnwritableCause::NoFolder);
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("kept"), "kept").unwrap();
    assert!(bench.write(Format::Json, &taken, || true).is_err());
    assert_eq!(fs::read(taken.join("kept")).unwrap(), b"kept");
    assert!(!folder.path().join("taken.part").exists());
}

#[test]
fn the_inquiries_behind_a_figure_come_page_by_page() {
    let bench = with_sample();
    let page = |from: usize, to: usize| {
        bench
            .desk
            .report_rows(november(), Part::Received, None, from..to)
            .unwrap()
    };
    let all = page(0, 1000);
    assert_eq!(all.rows.len(), all.total);
    let mut joined = page(0, 20).rows;
    joined.extend(page(20, 1000).rows);
    assert_eq!(joined, all.rows);
    assert!(page(all.total, all.total + 20).rows.is_empty());
    let receipts: Vec<_> = all
        .rows
        .iter()
        .map(|it| it.entry.outline.received_at)
        .collect();
    assert!(receipts.is_sorted());
    assert!(all.rows.iter().all(|it| !it.subject.is_empty()));
}

#[test]
fn customers_are_found_by_a_part_of_their_name() {
    let bench = with_sample();
    let found = |typed: &str, most| bench.desk.report_customers(typed, most).unwrap();
    assert!(found("", 100).len() > 10);
    assert_eq!(found("", 3).len(), 3);
    assert!(found(" 例示 ", 100).iter().all(|it| it.contains("例示")));
    assert!(found("無い名前", 100).is_empty());
    let agents = bench.desk.report_agents().unwrap();
    assert!(agents.is_sorted() && agents.len() > 1, "{agents:?}");
}
