//! What the files hold, as other programs read them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "files/drawn.rs"]
mod drawn;
#[path = "files/opened.rs"]
mod opened;

use std::process::Command;

use business_time::Instant;
use drawn::{entries, period, reader};
use opened::{Value as Found, is_installed, sheets};
use report::{Report, Selection};
use report_files::{FileError, Format, Language, write};
use serde_json::Value;

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn written(count: usize, format: Format, table: &str, language: Language) -> Vec<u8> {
    let entries = entries(count);
    let now = instant("2026-11-27T12:00:00+09:00");
    let report = Report::of(&entries, Selection::of(period()), now);
    let mut bytes = Vec::new();
    let reader = reader(language);
    write(&report, format, table, &reader, &mut bytes, &mut |_, _| {
        true
    })
    .unwrap();
    bytes
}

fn json(count: usize) -> Value {
    serde_json::from_slice(&written(count, Format::Json, "", Language::Ja)).unwrap()
}

/// Tells whether a cell that another program read is what the JSON says, as far as a code and a word can be compared.
fn is_same(json: &Value, found: &Found, code: &str) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    match (json, found) {
        (Value::Null, Found::Nothing) => true,
        (Value::Number(percent), Found::Percent(share)) => {
            near(percent.as_f64().unwrap(), share * 100.0)
        }
        (Value::Number(number), Found::Number(found)) => near(number.as_f64().unwrap(), *found),
        (Value::Number(seconds), Found::Seconds(found)) => {
            near(seconds.as_f64().unwrap(), f64::from(*found))
        }
        (Value::String(text), Found::Date(date)) => text.starts_with(date),
        (Value::String(text), Found::Text(found)) => {
            let is_name =
                ["number", "customer", "agent"].contains(&code) && !text.starts_with("no_");
            !is_name || text == found
        }
        _ => false,
    }
}

#[test]
fn a_workbook_holds_what_the_json_says() {
    if !is_installed("soffice") {
        eprintln!("LibreOffice is not installed; `cargo xtask test` installs it");
        return;
    }
    let json = json(300);
    let bytes = written(300, Format::Xlsx, "", Language::Ja);
    let sheets = sheets(&bytes);
    let tables = json["tables"].as_object().unwrap();
    assert_eq!(sheets.len(), tables.len());
    // The JSON's maps are read in the order of the alphabet; the sheets stand in the order of the tables.
    for (name, label) in drawn::TABLES {
        let rows = tables[name].as_array().unwrap();
        let sheet = &sheets.iter().find(|(found, _)| found == label).unwrap().1;
        let columns = drawn::columns(name);
        assert_eq!(sheet[0].len(), columns.len(), "{name}");
        for (row, cells) in rows.iter().zip(&sheet[1..]) {
            for (place, code) in columns.iter().enumerate() {
                let found = cells.get(place).unwrap_or(&Found::Nothing);
                assert!(
                    is_same(&row[code], found, code),
                    "{name} {code}: {} {found:?}",
                    row[code]
                );
            }
        }
        let extra = usize::from(name == "figures") * 4;
        assert!(
            sheet.len() > rows.len() && sheet.len() <= rows.len() + 1 + extra,
            "{name}"
        );
    }
}

#[test]
fn pages_hold_the_japanese_table_and_count_what_they_do_not_list() {
    if !is_installed("pdftotext") {
        eprintln!("poppler is not installed; `cargo xtask test` installs it");
        return;
    }
    let bytes = written(6_000, Format::Pdf, "", Language::Ja);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, &bytes).unwrap();
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let json = json(6_000);
    let missed = json["tables"]["missed"].as_array().unwrap();
    assert!(missed.len() > 2_000, "{}", missed.len());
    let listed = |it: &Value| text.contains(it["number"].as_str().unwrap());
    assert!(missed[..2_000].iter().all(listed));
    assert!(!missed[2_000..].iter().any(listed));
    assert!(text.contains(&format!("このほかに {} 件あります", missed.len() - 2_000)));
    for words in [
        "一次回答レポート",
        "ポリシー遵守率",
        "目安超過・期限超過の問合せ",
        "サービス障害",
        "例示商事",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|it| !it.trim().is_empty())
        .collect();
    let of = pages.len();
    for (place, page) in pages.iter().enumerate() {
        assert!(
            page.contains(&format!("{} / {of} ページ", place + 1)),
            "{page}"
        );
    }
    // The heads stand on every page of the long table.
    let long = pages
        .iter()
        .filter(|it| it.contains("回答期限") && it.contains("番号"))
        .count();
    assert!(long > 30, "{long}");
    let fonts = Command::new("pdffonts").arg(&file).output().unwrap();
    let fonts = String::from_utf8(fonts.stdout).unwrap();
    assert!(fonts.contains("BIZUDPGothic"), "{fonts}");
}

#[test]
fn a_csv_opens_in_a_spreadsheet_and_survives_cp932() {
    let bytes = written(50, Format::Csv, "inquiries", Language::Ja);
    assert!(bytes.starts_with("\u{feff}番号,製品,".as_bytes()));
    let text = String::from_utf8(bytes).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let inquiries = json(50)["tables"]["inquiries"].as_array().unwrap().len();
    assert!(inquiries > 30);
    assert_eq!(text.lines().count(), inquiries + 1);
    assert!(text.contains("'=HYPERLINK(0)"), "a name is no formula");
    // A spreadsheet that saves in the old charset loses nothing of ours.
    for (name, _) in drawn::TABLES {
        let bytes = written(50, Format::Csv, name, Language::Ja);
        let text = String::from_utf8(bytes).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        let (cp932, _, lossy) = encoding_rs::SHIFT_JIS.encode(text);
        assert!(!lossy, "{name}");
        let (back, _, _) = encoding_rs::SHIFT_JIS.decode(&cp932);
        assert_eq!(back, text);
    }
}

#[test]
fn every_word_is_there_in_both_languages() {
    for language in [Language::Ja, Language::En] {
        for (name, _) in drawn::TABLES {
            let bytes = written(50, Format::Csv, name, language);
            let text = String::from_utf8(bytes).unwrap();
            let head = text.trim_start_matches('\u{feff}').lines().next().unwrap();
            for code in drawn::columns(name) {
                let bare = |it: &str| it == code && it.contains('_');
                assert!(!head.split(',').any(bare), "{language:?} {name} {code}");
            }
            let first = text.lines().filter_map(|line| line.split(',').next());
            assert!(!first.into_iter().any(|it| it.contains('_')), "{text}");
        }
    }
}

#[test]
fn long_work_is_called_off() {
    let entries = entries(5_000);
    let report = Report::of(
        &entries,
        Selection::of(period()),
        instant("2026-11-27T12:00:00+09:00"),
    );
    for format in [Format::Json, Format::Csv, Format::Xlsx] {
        let mut told = Vec::new();
        let called_off = write(
            &report,
            format,
            "inquiries",
            &reader(Language::Ja),
            &mut Vec::new(),
            &mut |done, of| {
                told.push((done, of));
                done < 2_000
            },
        );
        assert!(
            matches!(called_off, Err(FileError::CalledOff)),
            "{format:?}"
        );
        let of = report.entries().len();
        assert_eq!(told, [(0, of), (1_000, of), (2_000, of)]);
    }
}
