//! Events once written are read for ever: a frozen line for each kind, and what it must still mean.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

use inquiry::{Body, decode, encode};

const VERSION_1: &str = include_str!("frozen/v1.jsonl");

#[test]
fn every_frozen_event_is_read_and_written_as_it_was() {
    for line in VERSION_1.lines() {
        let body = decode(1, line.as_bytes()).unwrap_or_else(|problem| panic!("{problem}: {line}"));
        let (version, bytes) = encode(&body).unwrap();
        assert_eq!(version, 1);
        assert_eq!(String::from_utf8(bytes).unwrap(), line);
    }
}

#[test]
fn every_kind_of_event_has_a_frozen_line() {
    let kinds: std::collections::BTreeSet<String> = VERSION_1
        .lines()
        .map(|line| match decode(1, line.as_bytes()).unwrap() {
            Body::Inquiry(_, event) => serde_json::to_value(event).unwrap(),
            Body::Obligation(_, event) => serde_json::to_value(event).unwrap(),
            Body::Contract(_, event) => serde_json::to_value(event).unwrap(),
            Body::Reference(event) => serde_json::to_value(event).unwrap(),
        })
        .map(|value| value["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        kinds.len(),
        36,
        "a new kind of event needs a frozen line: {kinds:?}"
    );
}

#[test]
fn what_is_no_event_is_refused() {
    for (version, bytes) in [
        (2, "{}"),
        (1, "{}"),
        (1, "nonsense"),
        (0, VERSION_1.lines().next().unwrap()),
    ] {
        assert!(
            decode(version, bytes.as_bytes()).is_err(),
            "{version}: {bytes}"
        );
    }
}
