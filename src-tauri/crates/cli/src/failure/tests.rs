use std::collections::BTreeSet;

use desk::intake::RefusalCode;
use desk::{Language, RegisterProblemCode};
use policy::PackProblemCode;

use super::*;
use crate::i18n::words;

const DOCS: &str = include_str!("../../../../../docs/errors.md");

/// The codes in the first column of the tables of `docs/errors.md`, each with the other cells of its row.
fn documented() -> Vec<(&'static str, Vec<&'static str>)> {
    let rows = DOCS
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.map(|(code, rest)| (code, rest.trim_end_matches(" |").split(" | ").collect()))
        .collect()
}

fn codes() -> impl Iterator<Item = &'static str> {
    Failure::CODES.iter().chain(DeskError::CODES).copied()
}

#[test]
fn every_code_has_its_sentence_in_both_languages() {
    for language in [Language::Ja, Language::En] {
        for code in codes() {
            let said = words(language)
                .errors
                .iter()
                .filter(|it| it.code == code)
                .count();
            assert_eq!(said, 1, "{code} in {language:?}");
        }
        let known: BTreeSet<&str> = codes().collect();
        assert!(
            words(language)
                .errors
                .iter()
                .all(|it| known.contains(it.code))
        );
    }
}

#[test]
fn both_languages_name_the_same_parameters() {
    let named = |sentence: &str| -> BTreeSet<String> {
        sentence
            .split('{')
            .skip(1)
            .filter_map(|it| Some(it.split_once('}')?.0.to_owned()))
            .collect()
    };
    for (ja, en) in words(Language::Ja)
        .errors
        .iter()
        .zip(words(Language::En).errors)
    {
        assert_eq!((ja.code, named(ja.sentence)), (en.code, named(en.sentence)));
        assert_eq!(named(ja.hint), named(en.hint), "{}", ja.code);
    }
}

#[test]
fn the_documentation_lists_every_error_once_with_its_status() {
    let errors = documented()
        .into_iter()
        .filter(|(_, cells)| cells.len() == 2);
    let mut listed: Vec<&str> = errors.map(|(code, _)| code).collect();
    let mut known: Vec<&str> = codes().collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(listed, known);
}

#[test]
fn the_documentation_lists_what_intake_and_check_find() {
    let listed = documented();
    let refusals = REFUSALS.iter().map(|it| it.as_str());
    let register = RegisterProblemCode::ALL.iter().map(|it| it.as_str());
    let packs = PackProblemCode::ALL.iter().map(|it| it.as_str());
    for code in refusals.chain(packs).chain(register) {
        let lists = |(known, cells): &(&str, Vec<&str>)| *known == code && cells.len() == 1;
        assert!(listed.iter().any(lists), "docs/errors.md lacks {code}");
    }
}

#[track_caller]
fn check_status(failure: impl Into<Failure>, exit: Exit) {
    let failure = failure.into();
    assert_eq!(failure.exit(), exit);
    let listed = documented();
    let row = listed
        .iter()
        .find(|(code, _)| *code == failure.code())
        .unwrap();
    assert_eq!(row.1[0], (exit as u8).to_string(), "{}", failure.code());
}

#[test]
fn the_documentation_gives_the_status_that_a_script_sees() {
    let number = inquiry::Number {
        device: 'A',
        count: 1042,
    };
    let refused = |refusal| DeskError::Refused { number, refusal };
    check_status(refused(Refusal::LevelMissing), Exit::Refused);
    check_status(refused(Refusal::NothingToChange), Exit::Refused);
    check_status(DeskError::NothingToUndo, Exit::Refused);
    check_status(DeskError::ReceiptInFuture, Exit::Refused);
    check_status(DeskError::NoSuchInquiry("A-1".to_owned()), Exit::NotFound);
    check_status(DeskError::EmptyName, Exit::Usage);
    check_status(DeskError::OutOfRange(OutOfRange), Exit::Usage);
    check_status(DeskError::Holidays(Vec::new()), Exit::PartlyRefused);
    check_status(Failure::ActorMissing, Exit::Usage);
    check_status(Failure::NoDataDir, Exit::Record);
    check_status(Failure::Output(io::Error::other("full")), Exit::File);
}

#[test]
fn an_error_is_told_with_its_hint() {
    let failure = Failure::Desk(DeskError::NoSuchInquiry("A-9".to_owned()));
    assert_eq!(
        failure.text(words(Language::En), false),
        "error[no-such-inquiry]: There is no inquiry A-9.\nhint: `ichiji queue` and `ichiji search` show the numbers.\n"
    );
    let json: serde_json::Value =
        serde_json::from_str(&failure.text(words(Language::Ja), true)).unwrap();
    assert_eq!(json["error"]["code"], "no-such-inquiry");
    assert_eq!(json["error"]["params"]["inquiry"], "A-9");
    assert_eq!(json["error"]["hints"].as_array().unwrap().len(), 1);
}

const REFUSALS: [RefusalCode; 16] = [
    RefusalCode::NotReadable,
    RefusalCode::Symlink,
    RefusalCode::Empty,
    RefusalCode::TooLarge,
    RefusalCode::UnknownKind,
    RefusalCode::UnknownEncoding,
    RefusalCode::NoColumns,
    RefusalCode::BrokenRow,
    RefusalCode::EmptyRow,
    RefusalCode::BadInstant,
    RefusalCode::NotMail,
    RefusalCode::TooComplex,
    RefusalCode::NoThread,
    RefusalCode::NoProduct,
    RefusalCode::BadResponse,
    RefusalCode::NoLevel,
];
