//! The table of products: apps, devices, documents.

use chrono::NaiveDate;
use policy::{
    AppReason, AppRelease, AppVerdict, DeviceReason, DeviceVerdict, Document, NamedApp,
    PackProblemCode as Code, Platform, ProductEdit, ProductTable, VerifiedDevice,
};

const TABLE: &str = r#"
version = "2026-11-01"
source = "見本"

[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "ios"
version = "5.1.0"
published_on = 2026-08-03

[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "ios"
version = "5.2.0"
published_on = 2026-10-12

# The store of the other platform took a week longer.
[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "android"
version = "5.2.0"
published_on = 2026-10-19

[[releases]]
product = "deep-instinct"
app = "D-Client"
platform = "windows-11"
version = "3.4"
published_on = 2026-09-01

[[devices]]
product = "clomo"
model = "見本フォン EX-10"
also = ["EX-10"]
since = 2025-04-01

[[devices]]
product = "clomo"
model = "見本タブ T1"
since = 2024-04-01
until = 2026-04-01

[[documents]]
product = "clomo"
title = "パスワードの再設定"
url = "https://support.example.jp/clomo/password"
tags = ["ログイン"]
"#;

fn on(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn table() -> ProductTable {
    ProductTable::check(TABLE).unwrap()
}

#[test]
fn a_table_is_read_as_it_was_written() {
    assert_eq!(ProductTable::check(&table().to_toml()).unwrap(), table());
}

#[test]
fn only_the_newest_that_could_be_had_on_the_platform_is_in_scope() {
    use Platform::{Android, Ios, MacOs, Web, Windows11};
    let cases = [
        (
            "clomo",
            "MDM Agent",
            Ios,
            "5.2",
            "2026-10-12",
            AppReason::Newest,
        ),
        (
            "clomo",
            "mdm agent",
            Ios,
            "5.2.0",
            "2026-11-24",
            AppReason::Newest,
        ),
        (
            "clomo",
            "MDM Agent",
            Ios,
            "5.1.0",
            "2026-10-12",
            AppReason::NewerPublished,
        ),
        (
            "clomo",
            "MDM Agent",
            Ios,
            "5.1.0",
            "2026-10-11",
            AppReason::Newest,
        ),
        // Where the store still looks at it, the one before is the newest.
        (
            "clomo",
            "MDM Agent",
            Ios,
            "5.2.0",
            "2026-10-11",
            AppReason::NotPublished,
        ),
        (
            "clomo",
            "MDM Agent",
            Android,
            "5.2.0",
            "2026-10-18",
            AppReason::NotPublished,
        ),
        (
            "clomo",
            "MDM Agent",
            Android,
            "5.2.0",
            "2026-10-19",
            AppReason::Newest,
        ),
        (
            "clomo",
            "MDM Agent",
            Ios,
            "5.10.0",
            "2026-11-24",
            AppReason::NotInTable,
        ),
        (
            "clomo",
            "MDM Agent",
            Ios,
            "4.9",
            "2026-11-24",
            AppReason::NewerPublished,
        ),
        (
            "clomo",
            "MDM Agent",
            MacOs,
            "5.2.0",
            "2026-11-24",
            AppReason::NoTable,
        ),
        (
            "deep-instinct",
            "MDM Agent",
            Ios,
            "5.2.0",
            "2026-11-24",
            AppReason::NoTable,
        ),
        (
            "deep-instinct",
            "D-Client",
            Windows11,
            "3.4",
            "2026-11-24",
            AppReason::Newest,
        ),
        (
            "clomo",
            "PANEL",
            Web,
            "1.0",
            "2026-11-24",
            AppReason::Console,
        ),
    ];
    let table = table();
    for (product, app, platform, version, day, reason) in cases {
        let answer = table.check_app(product, app, platform, version, on(day));
        assert_eq!(answer.reason, reason, "{app} {platform} {version} {day}");
    }
    let verdict = |version| {
        table
            .check_app("clomo", "MDM Agent", Ios, version, on("2026-11-24"))
            .verdict
    };
    assert_eq!(verdict("5.2.0"), AppVerdict::Supported);
    assert_eq!(verdict("5.1.0"), AppVerdict::Unsupported);
    assert_eq!(verdict("6"), AppVerdict::ToBeChecked);
    let unknown = table.check_app("clomo", "MDM Agnet", Ios, "5.2.0", on("2026-11-24"));
    assert_eq!(unknown.suggestion.as_deref(), Some("MDM Agent"));
}

#[test]
fn a_device_is_on_the_list_from_its_first_day_to_its_last() {
    let table = table();
    let cases = [
        ("clomo", "EX-10", "2026-11-24", DeviceReason::Listed),
        (
            "clomo",
            "見本フォン　ex-10",
            "2026-11-24",
            DeviceReason::Listed,
        ),
        ("clomo", "EX-10", "2025-03-31", DeviceReason::NotYetListed),
        ("clomo", "見本タブ T1", "2026-03-31", DeviceReason::Listed),
        ("clomo", "見本タブ T1", "2026-04-01", DeviceReason::Unlisted),
        ("clomo", "EX-11", "2026-11-24", DeviceReason::NotOnList),
        (
            "harmony-mobile",
            "EX-10",
            "2026-11-24",
            DeviceReason::NoList,
        ),
    ];
    for (product, name, day, reason) in cases {
        assert_eq!(
            table.check_device(product, name, on(day)).reason,
            reason,
            "{name} {day}"
        );
    }
    let unknown = table.check_device("clomo", "EX-11", on("2026-11-24"));
    assert_eq!(unknown.verdict, DeviceVerdict::ToBeChecked);
    assert_eq!(unknown.suggestion.as_deref(), Some("EX-10"));
}

#[test]
fn a_text_names_apps_and_devices_by_itself() {
    let table = table();
    let text = "端末は EX-10（iOS 18.7.2）、ＭＤＭ Ａｇｅｎｔ のバージョンは 5.1.0 です。EX-100 ではありません。";
    assert_eq!(
        table.named_apps("clomo", "MDM Agent Ver. 5.1.0 を使用", &[Platform::Ios]),
        [NamedApp {
            app: "MDM Agent".to_owned(),
            platform: Some(Platform::Ios),
            version: "5.1.0".to_owned(),
        }]
    );
    let unsaid = table.named_apps("clomo", "MDM Agent 5.1.0", &[]);
    assert_eq!(unsaid[0].platform, None);
    let only = table.named_apps("deep-instinct", "D-Client v3.3", &[]);
    assert_eq!(only[0].platform, Some(Platform::Windows11));
    assert!(
        table
            .named_apps("clomo", "MDM Agent が起動しません", &[])
            .is_empty()
    );
    let devices = table.named_devices("clomo", text);
    assert_eq!(devices.len(), 1);
    assert!(
        table
            .named_devices("clomo", "EX-100 を使っています")
            .is_empty()
    );
    assert!(table.named_devices("harmony-mobile", text).is_empty());
}

#[test]
fn edits_come_to_a_checked_table_and_tell_what_they_change() {
    let release = AppRelease {
        product: "clomo".to_owned(),
        app: "MDM Agent".to_owned(),
        platform: Platform::Android,
        version: "5.3.0".to_owned(),
        published_on: on("2026-11-20"),
    };
    let document = Document {
        product: "clomo".to_owned(),
        title: "初期化の手順".to_owned(),
        url: "https://support.example.jp/clomo/reset".to_owned(),
        tags: Vec::new(),
    };
    let edits = [
        ProductEdit::Release(release.clone()),
        ProductEdit::Unlist {
            product: "clomo".to_owned(),
            model: "ex-10".to_owned(),
            on: on("2026-12-01"),
        },
        ProductEdit::Document(document.clone()),
        ProductEdit::RemoveDocument {
            product: "clomo".to_owned(),
            url: "https://support.example.jp/clomo/password".to_owned(),
        },
    ];
    let edited = table().edited(&edits, on("2026-11-24")).unwrap();
    let difference = table().difference_to(&edited);
    assert_eq!(edited.version, "2026-11-24");
    assert_eq!(difference.releases_added, [release]);
    assert_eq!(difference.documents_added, [document]);
    assert_eq!(difference.documents_removed.len(), 1);
    assert_eq!(difference.devices_added[0].until, Some(on("2026-12-01")));
    assert!(table().difference_to(&table()).is_empty());
    // An empty table takes its first entry.
    let device = VerifiedDevice {
        product: "clomo".to_owned(),
        model: "EX-20".to_owned(),
        also: Vec::new(),
        since: on("2026-11-24"),
        until: None,
    };
    let first =
        ProductTable::default().edited(&[ProductEdit::Verify(device.clone())], on("2026-11-24"));
    assert_eq!(first.unwrap().devices(), [device]);
}

#[test]
fn what_is_not_there_cannot_be_taken_away_and_is_named() {
    let edits = [
        ProductEdit::TakeBackRelease {
            product: "clomo".to_owned(),
            app: "MDM Agent".to_owned(),
            platform: Platform::Ios,
            version: "5.2.1".to_owned(),
        },
        ProductEdit::Unlist {
            product: "clomo".to_owned(),
            model: "EX-1O".to_owned(),
            on: on("2026-12-01"),
        },
    ];
    let problems = table().edited(&edits, on("2026-11-24")).unwrap_err();
    let told: Vec<_> = problems
        .iter()
        .map(|it| (it.code, it.path.as_str(), it.suggestion.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Code::NotInTable, "releases", Some("5.2.0")),
            (Code::NotInTable, "devices", Some("EX-10")),
        ]
    );
}

#[test]
fn every_problem_of_a_table_is_told_at_once_with_its_line() {
    let text = r#"version = "1"
source = "見本"
[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "iso"
version = "5.2.0"
published_on = 2026-02-30
[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "ios"
version = "5.2.0"
published_on = 2026-10-12
[[releases]]
product = "clomo"
app = "MDM Agent"
platform = "ios"
version = "5.1.0"
published_on = 2026-10-20
[[releases]]
product = "clomo"
app = "mdm agent"
platform = "ios"
version = "5.2"
published_on = 2026-10-21
[[devices]]
product = "clomo"
model = "EX-10"
since = 2026-04-01
until = 2026-03-01
alsoo = []
[[documents]]
product = "clomo"
title = "手順"
url = "javascript:alert(1)"
"#;
    let problems = ProductTable::check(text).unwrap_err();
    let told: Vec<_> = problems
        .iter()
        .map(|it| (it.line, it.code, it.suggestion.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (6, Code::UnknownWord, Some("ios")),
            (8, Code::BadDate, None),
            (20, Code::VersionOrder, Some("5.2.0")),
            (25, Code::Duplicate, None),
            (31, Code::VersionOrder, None),
            (32, Code::UnknownKey, Some("also")),
            (36, Code::BadUrl, None),
        ]
    );
}
