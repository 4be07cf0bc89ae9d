//! Changing the table of operating systems.

use chrono::NaiveDate;
use policy::{OsEdit, OsFamily, OsTable, PackProblemCode, ReleaseKind, Withdrawal};

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn release(os: OsFamily, version: &str, released_on: &str) -> OsEdit {
    OsEdit::Release {
        os,
        generation: None,
        version: version.to_owned(),
        released_on: on(released_on),
        build: None,
    }
}

fn edited(edits: &[OsEdit]) -> OsTable {
    OsTable::shipped().edited(edits, on("2026-11-24")).unwrap()
}

#[test]
fn a_release_finds_its_generation_or_begins_one() {
    let table = edited(&[
        release(OsFamily::Ios, "27", "2026-09-14"),
        release(OsFamily::Ios, "27.0.1", "2026-09-21"),
        release(OsFamily::Ios, "27.1", "2026-10-26"),
    ]);
    let added = OsTable::shipped().difference_to(&table).added;
    let told: Vec<_> = added
        .iter()
        .map(|it| (it.generation.as_str(), it.version.as_str(), it.kind))
        .collect();
    assert_eq!(
        told,
        [
            ("27", "27", ReleaseKind::Major),
            ("27", "27.0.1", ReleaseKind::Maintenance),
            ("27", "27.1", ReleaseKind::Minor),
        ]
    );
    assert_eq!(table.version, "2026-11-24");
    assert_eq!(table.complete_until, on("2026-10-26"));
}

#[test]
fn a_late_update_of_an_old_generation_stays_with_it() {
    let table = edited(&[release(OsFamily::Ios, "18.99.1", "2026-10-05")]);
    let added = OsTable::shipped().difference_to(&table).added;
    assert_eq!(
        (added.len(), added[0].generation.as_str(), added[0].kind),
        (1, "18", ReleaseKind::Maintenance)
    );
}

#[test]
fn support_and_withdrawals_are_entered_and_taken_back() {
    let withdrawal = Withdrawal {
        os: OsFamily::Ios,
        version: "12.4.5".to_owned(),
        on: on("2026-11-01"),
        why: "重大な不具合のため".to_owned(),
    };
    let table = edited(&[
        OsEdit::SupportBegan {
            os: OsFamily::Ios,
            generation: "26".to_owned(),
            on: on("2025-10-01"),
        },
        OsEdit::Withdraw(withdrawal.clone()),
    ]);
    let difference = OsTable::shipped().difference_to(&table);
    assert_eq!(
        difference.supported,
        [(OsFamily::Ios, "26".to_owned(), None, Some(on("2025-10-01")))]
    );
    assert_eq!(difference.withdrawn, [withdrawal]);
    let restore = OsEdit::Restore {
        os: OsFamily::Ios,
        version: "12.4.5".to_owned(),
    };
    let restored = table.edited(&[restore], on("2026-11-25")).unwrap();
    assert_eq!(table.difference_to(&restored).restored.len(), 1);
    assert!(restored.withdrawn().is_empty());
}

#[test]
fn what_cannot_be_is_told_all_at_once_with_what_would_do() {
    let wrong = [
        OsEdit::SupportBegan {
            os: OsFamily::Ios,
            generation: "2".to_owned(),
            on: on("2025-10-01"),
        },
        OsEdit::Restore {
            os: OsFamily::Ios,
            version: "26".to_owned(),
        },
    ];
    let today = on("2026-11-24");
    let problems = OsTable::shipped().edited(&wrong, today).unwrap_err();
    let told: Vec<_> = problems
        .iter()
        .map(|it| (it.code, it.path.as_str(), it.suggestion.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            (PackProblemCode::NotInTable, "generations", true),
            (PackProblemCode::NotInTable, "withdrawn", false),
        ]
    );
    // Older than what stands there, and not of the generation that was named.
    let wrong = [
        release(OsFamily::Ios, "26", "2026-11-02"),
        OsEdit::Release {
            os: OsFamily::MacOs,
            generation: Some("26".to_owned()),
            version: "27".to_owned(),
            released_on: on("2026-11-02"),
            build: None,
        },
    ];
    let problems = OsTable::shipped().edited(&wrong, today).unwrap_err();
    let codes: Vec<_> = problems.iter().map(|it| it.code).collect();
    assert!(codes.contains(&PackProblemCode::VersionOrder), "{codes:?}");
    assert!(
        codes.contains(&PackProblemCode::NotOfGeneration),
        "{codes:?}"
    );
}
