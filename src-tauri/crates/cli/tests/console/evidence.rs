//! Evidence for a report, and what recomputing it finds.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Console;

const REPORT: [&str; 5] = ["report", "--from", "2026-11-01", "--to", "2099-12-31"];

impl Console {
    /// Writes evidence for a report on the sample set and one inquiry more.
    #[track_caller]
    fn evidence(&self, further: &[&str]) -> PathBuf {
        self.say(&["sample", "--actor", "田中"]);
        self.one_more();
        self.evidence_now(further)
    }

    /// Records an inquiry that is no sample.
    #[track_caller]
    fn one_more(&self) {
        let inquiry = [
            "new",
            "--product",
            "clomo",
            "--text",
            "つながらない",
            "--company",
            "例示商事",
        ];
        self.write(&inquiry);
    }

    /// Writes evidence for a report on what is there.
    #[track_caller]
    fn evidence_now(&self, further: &[&str]) -> PathBuf {
        let dir = self.place("evidence");
        let call = [&REPORT[..], &["--evidence", dir.to_str().unwrap()], further].concat();
        self.say(&call);
        dir
    }

    /// Recomputes; gives the status and what was found.
    #[track_caller]
    fn recompute(&self, dir: &Path) -> (i32, Value) {
        let mut command = self.command(&["verify-report", dir.to_str().unwrap(), "--json"]);
        // Nothing of the record is at hand.
        let command = command.env("ICHIJI_DATA_DIR", self.place("nothing"));
        let output = command.output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        let found = serde_json::from_slice(&output.stdout);
        (output.status.code().unwrap(), found.expect(&error))
    }
}

fn codes(found: &Value) -> Vec<&str> {
    let differences = found["differences"].as_array().unwrap().iter();
    differences.map(|it| it["code"].as_str().unwrap()).collect()
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_copy_elsewhere_is_identical() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let copy = console.place("copy");
    fs::rename(&dir, &copy).unwrap();
    let (status, found) = console.recompute(&copy);
    assert_eq!((status, codes(&found)), (0, vec![]), "{found:#}");
    assert_eq!(found["identical"], true);
    assert!(found["verdicts"].as_u64() >= Some(30), "{found:#}");
    assert_eq!(found["inquiries"], 57);
}

#[test]
fn the_figures_of_the_evidence_are_those_of_the_report() {
    let console = Console::new();
    let dir = console.evidence(&["--with-names"]);
    let out = console.place("figures.json");
    let file = ["--format", "json", "--out", out.to_str().unwrap()];
    console.say(&[&REPORT[..], &file].concat());
    let (ours, theirs) = (read(&out), read(&dir.join("figures.json")));
    assert_eq!(ours["tables"]["by_agent"], theirs["tables"]["by_agent"]);
    assert_eq!(ours["tables"]["inquiries"], theirs["tables"]["inquiries"]);
    let (status, found) = console.recompute(&dir);
    assert_eq!((status, codes(&found)), (0, vec![]), "{found:#}");
}

#[test]
fn people_stand_under_other_names_unless_asked_otherwise() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let mut all = String::new();
    for file in ["events.jsonl", "figures.json", "heads.json"] {
        all.push_str(&fs::read_to_string(dir.join(file)).unwrap());
    }
    for name in ["佐藤", "鈴木", "田中", "例示商事", "見本物流"] {
        assert!(!all.contains(name), "{name}");
    }
    assert!(all.contains("\"agent-1\"") && all.contains("\"customer-1\""));
    assert!(dir.join("versions/pack-clomo-2020-04-01.toml").exists());
}

/// Tells whether a difference names a line of the events.
fn names(difference: &Value, line: usize) -> bool {
    let place = difference["place"].as_str().unwrap();
    let line = format!("events.jsonl:{line}");
    place == line || place.starts_with(&format!("{line} "))
}

#[test]
fn one_altered_byte_of_any_event_is_found_and_named() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let events = dir.join("events.jsonl");
    let whole = fs::read(&events).unwrap();
    let mut begin = 0;
    let mut tried = 0;
    for (nth, bytes) in whole.split(|it| *it == b'\n').enumerate() {
        let is_event = String::from_utf8_lossy(bytes).contains("\"line\":\"event\"");
        // One byte of every seventh line, each at another place in it.
        if is_event && nth % 7 == 0 {
            let place = begin + nth * 37 % bytes.len();
            let mut altered = whole.clone();
            altered[place] = if altered[place] == b'1' { b'2' } else { b'1' };
            fs::write(&events, altered).unwrap();
            let (status, found) = console.recompute(&dir);
            let found = found["differences"].as_array().unwrap();
            assert_eq!(status, 6, "{nth}");
            assert!(
                found.iter().any(|it| names(it, nth + 1)),
                "{nth}: {found:#?}"
            );
            tried += 1;
        }
        begin += bytes.len() + 1;
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn another_spelling_of_the_same_is_an_alteration() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let events = dir.join("events.jsonl");
    let text = fs::read_to_string(&events).unwrap();
    let spaced = text.replacen("\"line\":\"event\",", "\"line\": \"event\",", 1);
    fs::write(&events, spaced).unwrap();
    let (status, found) = console.recompute(&dir);
    assert_eq!((status, codes(&found)), (6, vec!["event-altered"]));
}

#[test]
fn a_figure_or_a_version_that_was_altered_is_told() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let figures = dir.join("figures.json");
    let text = fs::read_to_string(&figures).unwrap();
    let stated = "\"figure\": \"received\", \"value\": 57";
    assert!(text.contains(stated));
    fs::write(
        &figures,
        text.replacen(stated, &stated.replace("57", "58"), 1),
    )
    .unwrap();
    let pack = dir.join("versions/pack-clomo-2020-04-01.toml");
    fs::write(&pack, "id = \"clomo\"").unwrap();
    let (status, found) = console.recompute(&dir);
    let expected = vec!["version-differs", "figure-differs"];
    assert_eq!((status, codes(&found)), (6, expected), "{found:#}");
    let place = found["differences"][1]["place"].as_str().unwrap();
    assert!(place.ends_with("/value: 58 / 57"), "{place}");
}

#[test]
fn a_sign_off_and_what_changed_since_are_recomputed() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    let period = &REPORT[1..];
    console.say(&[&["sign-off"][..], period, &["--actor", "田中"]].concat());
    console.one_more();
    let dir = console.evidence_now(&[]);
    let signed = &read(&dir.join("figures.json"))["tables"]["sign_offs"];
    assert_eq!(signed[0]["signed_by"], "agent-1", "{signed}");
    assert_eq!(signed[0]["changes_since"], 1, "{signed}");
    let (status, found) = console.recompute(&dir);
    assert_eq!((status, codes(&found)), (0, vec![]), "{found:#}");
}

#[test]
fn a_sign_off_that_states_something_else_is_told() {
    let console = Console::new();
    console.say(&["sample", "--actor", "田中"]);
    console.say(&[&["sign-off"][..], &REPORT[1..], &["--actor", "田中"]].concat());
    let dir = console.evidence_now(&[]);
    let events = dir.join("events.jsonl");
    let text = fs::read_to_string(&events).unwrap();
    let stated = r#"\"headline\":{\"received\":56,"#;
    assert!(text.contains(stated));
    fs::write(&events, text.replace(stated, &stated.replace("56", "55"))).unwrap();
    let (status, found) = console.recompute(&dir);
    let expected = vec!["event-altered", "sign-off-differs"];
    assert_eq!((status, codes(&found)), (6, expected), "{found:#}");
    let place = found["differences"][1]["place"].as_str().unwrap();
    assert!(
        place.starts_with("agent-1: 55 / ") && place.contains("| 56 / "),
        "{place}"
    );

    let hash = text.find(r#"\"heads\":[{"#).unwrap();
    let hash = hash + text[hash..].find(r#"\"hash\":\""#).unwrap() + r#"\"hash\":\""#.len();
    let mut other = text.into_bytes();
    other[hash] = if other[hash] == b'0' { b'1' } else { b'0' };
    fs::write(&events, other).unwrap();
    let (status, found) = console.recompute(&dir);
    let expected = vec!["event-altered", "signed-heads-differ"];
    assert_eq!((status, codes(&found)), (6, expected), "{found:#}");
}

#[test]
fn evidence_is_not_written_over_something() {
    let console = Console::new();
    let dir = console.evidence(&[]);
    let call = [&REPORT[..], &["--evidence", dir.to_str().unwrap()]].concat();
    let (status, error) = console.refused(&call);
    assert_eq!((status, error["code"].as_str()), (3, Some("exists")));
}

#[test]
fn the_other_clocks_are_counted_and_recomputed() {
    let console = Console::new();
    let open = ["obligations", "open"];
    let app = [
        "enterprise-app",
        "--product",
        "clomo",
        "--title",
        "社内アプリ",
    ];
    let asked = ["--requested-at", "2026-11-02T10:00:00+09:00"];
    console.said(&[&open[..], &app, &asked].concat());
    let incident = [
        "incident",
        "--product",
        "clomo",
        "--title",
        "不審なログイン",
    ];
    let found = ["--as", "malware", "--affected", "yes"];
    let at = ["--detected-at", "2026-11-16T09:00:00+09:00"];
    let number = console.said(&[&open[..], &incident, &found, &at].concat());
    console.said(&["obligations", "done", &number]);
    let dir = console.evidence(&[]);
    let figures = read(&dir.join("figures.json"));
    let rows = figures["tables"]["by_clock"].as_array().unwrap();
    let told: Vec<_> = rows
        .iter()
        .map(|it| {
            let count = |name: &str| it[name].as_u64().unwrap();
            (
                it["clock"].as_str().unwrap(),
                count("clock_due"),
                count("clock_missed"),
                count("clock_overdue"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("clock_enterprise_app", 1, 0, 1),
            ("clock_incident", 1, 1, 0)
        ]
    );
    let (status, found) = console.recompute(&dir);
    assert_eq!((status, codes(&found)), (0, vec![]), "{found:#}");
    let text = fs::read_to_string(dir.join("events.jsonl")).unwrap();
    assert!(!text.contains("不審なログイン"), "words stay in the record");
}

impl Console {
    /// Records an obligation, or that it was done; gives its number.
    #[track_caller]
    fn said(&self, arguments: &[&str]) -> String {
        let written = self.json(&[arguments, &["--actor", "田中"]].concat());
        let number = |it: &Value| it["number"].as_str().map(str::to_owned);
        let list = written.as_array().and_then(|it| it.first());
        list.and_then(number)
            .or_else(|| number(&written["obligations"][0]))
            .or_else(|| number(&written))
            .unwrap_or_else(|| written.to_string())
    }
}
