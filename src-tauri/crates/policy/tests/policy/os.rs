//! The checker for versions of operating systems: questions as data, and what the packs ask on top.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use policy::{
    OsAnswer, OsFamily, OsQuestion, OsReason, OsTable, OsVerdict, Pack, PackLibrary, check_os,
};

const QUESTIONS: &str = include_str!("../fixtures/os/questions.txt");

fn ask_of(
    packs: &PackLibrary,
    table: &OsTable,
    product: &str,
    row: (&str, &str, &str),
) -> OsAnswer {
    let (on, os, version) = row;
    let question = OsQuestion {
        product,
        os: os.parse().unwrap(),
        version,
        on: on.parse().unwrap(),
    };
    check_os(packs, table, &question).unwrap()
}

fn ask(product: &str, on: &str, os: &str, version: &str) -> OsAnswer {
    let packs = PackLibrary::shipped();
    ask_of(&packs, OsTable::shipped(), product, (on, os, version))
}

/// Splits a row at its blanks; what stands between quotes is one word.
fn words(row: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in row.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_question_has_its_answer() {
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in QUESTIONS.lines() {
        if row.is_empty() || row.starts_with('#') {
            continue;
        }
        let cells = words(row);
        let [on, os, version, reason, ends_on] = cells.as_slice() else {
            panic!("{row}");
        };
        let found = ask("clomo", on, os, version);
        let ends = found.ends_on.map_or("-".to_owned(), |on| on.to_string());
        if (found.reason.as_str(), &ends) != (reason, ends_on) {
            wrong.push(format!("{row}\n    found {} {ends}", found.reason));
        }
        *asked.entry(os.clone()).or_default() += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(asked.len(), OsFamily::ALL.len());
    assert!(asked.values().all(|count| *count >= 10), "{asked:?}");
}

#[test]
fn a_verdict_follows_from_its_reason() {
    let told = |on, os, version| {
        let found = ask("clomo", on, os, version);
        (found.verdict, found.reason.clause(), found.presumed)
    };
    use OsVerdict::{Supported, ToBeChecked, Unsupported};
    assert_eq!(told("2026-08-17", "ios", "26.6.1"), (Supported, 8, true));
    assert_eq!(told("2026-08-17", "ios", "26.6"), (Unsupported, 8, false));
    assert_eq!(told("2025-09-20", "ios", "26"), (ToBeChecked, 9, true));
    assert_eq!(told("2025-10-01", "ios", "15.8.5"), (ToBeChecked, 9, true));
    assert_eq!(told("2025-11-01", "ios", "15.8.5"), (Unsupported, 8, true));
    assert_eq!(told("2026-08-17", "ios", "27"), (ToBeChecked, 8, false));
    assert_eq!(
        told("2026-08-17", "ios", "27 Beta 3"),
        (Unsupported, 10, false)
    );
    assert_eq!(
        told("2026-08-17", "chromeos", "144"),
        (ToBeChecked, 8, false)
    );
}

#[test]
fn an_answer_names_what_to_update_to() {
    let found = ask("clomo", "2026-01-27", "ios", "17.6");
    assert_eq!(found.generation.as_deref(), Some("17"));
    assert_eq!(found.last_of_generation.as_deref(), Some("17.7.2"));
    assert_eq!(found.newest.as_deref(), Some("26.2.1"));
    assert!(!found.after_table);
    let late = ask("clomo", "2026-11-25", "ios", "26.6.1");
    assert!(late.after_table && late.verdict == OsVerdict::Supported);
}

/// Checks a question in the three packs.
#[track_caller]
fn check_packs(on: &str, os: &str, version: &str, expected: [OsReason; 3]) {
    let found = ["clomo", "deep-instinct", "harmony-mobile"];
    let found = found.map(|product| ask(product, on, os, version).reason);
    assert_eq!(found, expected, "{on} {os} {version}");
}

#[test]
fn other_packs_ask_the_rule_of_clomo_and_their_own_on_top() {
    use OsReason::{
        GenerationDropped, LastOfGeneration, NotForProduct, NotInTable, RequirementUnknown,
    };
    let day = "2026-08-17";
    check_packs(
        day,
        "ios",
        "26.6.1",
        [LastOfGeneration, RequirementUnknown, RequirementUnknown],
    );
    check_packs(day, "android", "12", [GenerationDropped; 3]);
    check_packs(
        day,
        "windows-11",
        "25H2",
        [LastOfGeneration, RequirementUnknown, NotForProduct],
    );
    check_packs(
        day,
        "macos",
        "26.6.2",
        [LastOfGeneration, RequirementUnknown, NotForProduct],
    );
    check_packs(day, "ios", "27", [NotInTable; 3]);
}

/// Gives the shipped packs with the requirements of one changed.
fn packs_with(from: &str, to: &str) -> PackLibrary {
    let mut packs = PackLibrary::default();
    for text in Pack::shipped_texts() {
        packs
            .add(Pack::check(&text.replace(from, to)).unwrap())
            .unwrap();
    }
    packs
}

#[test]
fn an_entered_requirement_decides() {
    let packs = packs_with(
        "{ os = \"android\", kind = \"unknown\" }",
        "{ os = \"android\", kind = \"at-least\", version = \"15\" }",
    );
    let reason = |product, version| {
        let row = ("2026-08-17", "android", version);
        ask_of(&packs, OsTable::shipped(), product, row).reason
    };
    assert_eq!(reason("deep-instinct", "14"), OsReason::RequirementNotMet);
    assert_eq!(reason("deep-instinct", "15"), OsReason::LastOfGeneration);
    assert_eq!(reason("harmony-mobile", "12"), OsReason::GenerationDropped);
    assert_eq!(reason("clomo", "14"), OsReason::LastOfGeneration);
}

#[test]
fn packs_of_the_first_hour_decide_nothing() {
    let first = include_str!("../fixtures/packs/clomo-2020-04-01.toml");
    let mut packs = PackLibrary::default();
    packs.add(Pack::check(first).unwrap()).unwrap();
    let row = ("2026-08-17", "ios", "26.6.1");
    let found = ask_of(&packs, OsTable::shipped(), "clomo", row);
    assert_eq!(found.reason, OsReason::NoRule);
    assert_eq!(found.verdict, OsVerdict::ToBeChecked);
}

/// A table of ChromeOS as a centre would enter it, with a recorded day of support and a version withdrawn.
const CHROMEOS: &str = r#"
version = "test"
complete_until = 2026-12-31
source = "made up"

[[generations]]
os = "chromeos"
id = "1"
releases = [{ version = "1.0.1", released_on = 2025-01-01 }, { version = "1.0.2", released_on = 2025-02-01 }]

[[generations]]
os = "chromeos"
id = "7"
after = "1"
supported_on = 2025-06-10
releases = [{ version = "7", released_on = 2025-06-01 }]

[[generations]]
os = "chromeos"
id = "13"
after = "7"
releases = [{ version = "13", released_on = 2025-12-01 }, { version = "13.1", released_on = 2026-01-15 }]

[[generations]]
os = "chromeos"
id = "19"
after = "13"
supported_on = 2026-06-20
releases = [{ version = "19", released_on = 2026-06-01 }]

[[generations]]
os = "chromeos"
id = "25"
after = "19"
supported_on = 2026-12-24
releases = [{ version = "25", released_on = 2026-12-01 }]

[[withdrawn]]
os = "chromeos"
version = "13.1"
on = 2026-03-01
why = "a fatal defect"
"#;

#[test]
fn a_recorded_day_of_support_decides_when_the_oldest_generation_drops() {
    let (packs, table) = (PackLibrary::shipped(), OsTable::check(CHROMEOS).unwrap());
    let told = |on, version| {
        let found = ask_of(&packs, &table, "clomo", (on, "chromeos", version));
        (found.reason, found.presumed)
    };
    assert_eq!(told("2026-12-23", "25"), (OsReason::NotYetSupported, false));
    assert_eq!(
        told("2026-12-24", "25"),
        (OsReason::LastOfGeneration, false)
    );
    assert_eq!(
        told("2026-12-23", "1.0.2"),
        (OsReason::LastOfGeneration, true)
    );
    assert_eq!(
        told("2026-12-24", "1.0.2"),
        (OsReason::GenerationDropped, true)
    );
    assert_eq!(
        told("2026-02-28", "13.1"),
        (OsReason::LastOfGeneration, true)
    );
    assert_eq!(told("2026-03-01", "13.1"), (OsReason::Withdrawn, false));
    assert_eq!(told("2026-03-01", "13"), (OsReason::NotTheLast, false));
}

/// Checks the problems of the table above with `from` made `to`.
#[track_caller]
fn check_problems(from: &str, to: &str, expected: &[&str]) {
    assert!(CHROMEOS.contains(from), "{from}");
    let problems = OsTable::check(&CHROMEOS.replacen(from, to, 1)).expect_err("it is bad");
    let found: Vec<String> = problems
        .iter()
        .map(|it| {
            let suggestion = it.suggestion.as_ref().map(|word| format!(" → {word}"));
            format!("{} {}{}", it.code, it.path, suggestion.unwrap_or_default())
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_bad_table_tells_all_its_problems() {
    check_problems(
        "after = \"7\"",
        "after = \"8\"",
        &["gap generations[2].after → 7"],
    );
    check_problems("after = \"13\"\n", "", &["gap generations[3].after → 13"]);
    check_problems(
        "version = \"13.1\", released_on = 2026-01-15",
        "version = \"14.1\", released_on = 2026-01-15",
        &[
            "not-of-generation generations[2].releases[1].version",
            "not-in-table withdrawn[0].version → 14.1",
        ],
    );
    check_problems(
        "released_on = 2025-02-01",
        "released_on = 2024-02-01",
        &["version-order generations[0].releases[1].version"],
    );
    check_problems(
        "\"1.0.2\"",
        "\"1.0.1.0\"",
        &["version-order generations[0].releases[1].version"],
    );
    check_problems(
        "supported_on = 2025-06-10",
        "supported_on = 2025-05-31",
        &["version-order generations[1].supported_on"],
    );
    check_problems(
        "on = 2026-03-01",
        "on = 2026-02-30",
        &["bad-date withdrawn[0].on"],
    );
    check_problems(
        "os = \"chromeos\"\nid = \"1\"",
        "os = \"chrome\"\nid = \"1\"\nos_name = 1",
        &[
            "unknown-word generations[0].os → chromeos",
            "unknown-key generations[0].os_name",
            "gap generations[1].after",
        ],
    );
    let nothing = OsTable::check("").expect_err("it is empty");
    assert_eq!(nothing.len(), 4);
}

#[test]
fn the_shipped_table_holds_what_it_says() {
    let table = OsTable::shipped();
    let all = OsFamily::ALL.iter().flat_map(|os| table.generations(*os));
    let dates: Vec<NaiveDate> = all
        .clone()
        .flat_map(|generation| generation.releases())
        .map(|release| release.released_on)
        .collect();
    assert_eq!(dates.len(), 492);
    assert_eq!(dates.iter().max(), Some(&table.complete_until));
    assert!(table.generations(OsFamily::ChromeOs).is_empty());
    assert!(
        all.into_iter()
            .all(|generation| generation.supported_on.is_none())
    );
}
