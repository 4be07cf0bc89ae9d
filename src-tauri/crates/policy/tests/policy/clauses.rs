//! The differences between the three policies, clause by clause: each row fails if two packs are swapped.

use std::collections::BTreeSet;

use policy::{Pack, PackContent, ReleaseKind, Role};

/// A clause, what is looked at, how it is read, and what it says in clomo, deep-instinct and harmony-mobile.
type Row = (
    u8,
    &'static str,
    fn(&PackContent) -> String,
    [&'static str; 3],
);

const ROWS: &[Row] = &[
    (
        1,
        "administrator",
        |it| it.administrator.en.clone(),
        [
            "CLOMO system administrator",
            "Deep Instinct Master administrator",
            "Harmony Mobile administrator",
        ],
    ),
    (1, "support options", |it| options(it), ["5", "-", "-"]),
    (
        1,
        "told of news",
        |it| roles(&told(it).news),
        ["option-holder", "", ""],
    ),
    (
        4,
        "Enterprise app",
        |it| shown(&clocks(it).enterprise_app),
        ["3", "-", "-"],
    ),
    (
        5,
        "lead time",
        |it| shown(&clocks(it).maintenance_notice),
        ["1", "-", "-"],
    ),
    (
        5,
        "told of maintenance",
        |it| roles(&told(it).maintenance),
        [
            "system-administrator",
            "system-administrator product-administrator",
            "product-administrator",
        ],
    ),
    (
        9,
        "minor releases of iOS",
        |it| verifications(it, ReleaseKind::Minor),
        ["2 1", "", ""],
    ),
    (
        9,
        "major releases of iOS",
        |it| verifications(it, ReleaseKind::Major),
        ["2 1", "60", "-"],
    ),
    (
        10,
        "betas",
        |it| scope(it, |it| it.betas.as_str().to_owned()),
        ["information", "out-of-scope", "out-of-scope"],
    ),
    (
        11,
        "devices",
        |it| scope(it, |it| it.devices.as_str().to_owned()),
        [
            "verified-list",
            "system-requirements",
            "system-requirements",
        ],
    ),
    (
        12,
        "who may ask",
        |it| {
            it.asking
                .as_ref()
                .map(|it| roles(&it.roles))
                .unwrap_or_default()
        },
        [
            "system-administrator",
            "system-administrator product-administrator",
            "system-administrator product-administrator",
        ],
    ),
    (
        13,
        "places of the form",
        |it| it.channels[0].places.len().to_string(),
        ["2", "1", "1"],
    ),
    (
        15,
        "told of suspensions",
        |it| roles(&told(it).suspension),
        [
            "system-administrator",
            "system-administrator product-administrator",
            "system-administrator named-at-application",
        ],
    ),
    (
        16,
        "the fourth kind",
        |it| it.kinds[3].name.en.clone(),
        [
            "Installing CLOMO apps",
            "Installing D-Client",
            "Installing the Protect app",
        ],
    ),
    (17, "questions", |it| answers(it), ["16", "10", "10"]),
    (
        19,
        "left out",
        |it| scope(it, |it| it.outside.len().to_string()),
        ["9", "15", "10"],
    ),
];

fn told(content: &PackContent) -> &policy::Told {
    content.told.as_ref().expect("who is told")
}

fn clocks(content: &PackContent) -> &policy::Clocks {
    content.clocks.as_ref().expect("the clocks")
}

fn roles(roles: &[Role]) -> String {
    roles
        .iter()
        .map(|role| role.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn options(content: &PackContent) -> String {
    let options = content.asking.as_ref().and_then(|it| it.options);
    options.map_or("-".to_owned(), |most| most.to_string())
}

fn scope(content: &PackContent, read: fn(&policy::ScopeRules) -> String) -> String {
    content.scope.as_ref().map(read).unwrap_or_default()
}

/// Gives the number in a length; a dash where none is promised.
fn shown(length: &Option<impl std::fmt::Debug>) -> String {
    length.as_ref().map_or("-".to_owned(), |it| {
        let text = format!("{it:?}");
        text.chars().filter(char::is_ascii_digit).collect()
    })
}

fn verifications(content: &PackContent, kind: ReleaseKind) -> String {
    let ios = "ios".parse().expect("a system");
    let lengths = clocks(content).verifications(ios, kind);
    lengths
        .map(|it| shown(&it.within))
        .collect::<Vec<_>>()
        .join(" ")
}

fn answers(content: &PackContent) -> String {
    let answers = content.questions.iter().map(|it| it.answers.len());
    answers.sum::<usize>().to_string()
}

#[test]
fn every_difference_between_the_policies_is_told_by_the_packs() {
    for (clause, what, read, expected) in ROWS {
        let found: Vec<_> = Pack::shipped()
            .iter()
            .map(|it| read(it.content()))
            .collect();
        assert_eq!(found, expected, "§{clause} {what}");
    }
}

#[test]
fn swapping_any_two_packs_breaks_a_row() {
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let telling: BTreeSet<u8> = ROWS
            .iter()
            .filter(|(_, _, _, expected)| expected[one] != expected[other])
            .map(|(clause, ..)| *clause)
            .collect();
        assert!(telling.len() >= 5, "{one} and {other}: {telling:?}");
    }
    assert!(
        ROWS.iter()
            .all(|(_, _, _, told)| told.iter().collect::<BTreeSet<_>>().len() > 1),
        "a row without a difference shows nothing"
    );
}
