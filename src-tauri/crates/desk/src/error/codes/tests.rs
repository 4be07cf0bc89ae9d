use std::collections::BTreeSet;

use business_time::Instant;
use inquiry::undo::Field;
use inquiry::{Actor, MessageId, Number};
use store::StoreError;
use uuid::Uuid;

use super::*;

const NUMBER: Number = Number {
    device: 'A',
    count: 1042,
};

fn refusals() -> Vec<Refusal> {
    let at = Instant::from_micros(0);
    vec![
        Refusal::LevelMissing,
        Refusal::ReceiptIsNoResponse,
        Refusal::ResponseOutOfRange {
            earliest: at,
            latest: at,
        },
        Refusal::ReasonMissing,
        Refusal::AlreadyAnswered,
        Refusal::NotAnswered,
        Refusal::AlreadyEnded,
        Refusal::EndingMissing,
        Refusal::HoldReasonMissing,
        Refusal::NoSuchMessage(MessageId::new(Uuid::nil())),
        Refusal::OnlyMessage,
        Refusal::NotFromCustomer,
        Refusal::LevelReasonMissing,
        Refusal::NothingToChange,
    ]
}

fn hindrances() -> Vec<CannotUndo> {
    let by = Actor::new("鈴木");
    vec![
        CannotUndo::NotOwn,
        CannotUndo::Intake,
        CannotUndo::ChangedSince {
            field: Field::Level,
            by: by.clone(),
        },
        CannotUndo::SignedOff { by },
        CannotUndo::Nothing,
    ]
}

#[test]
fn every_listed_code_is_spelled_once_and_alike() {
    let listed: BTreeSet<&str> = CODES.iter().copied().collect();
    assert_eq!(listed.len(), CODES.len());
    assert!(
        CODES
            .iter()
            .all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    );
}

#[test]
fn what_is_refused_has_a_listed_code_and_the_inquiry_it_is_about() {
    for refusal in refusals() {
        let error = DeskError::Refused {
            number: NUMBER,
            refusal,
        };
        assert!(CODES.contains(&error.code()), "{}", error.code());
        assert_eq!(
            error.params().get("number").map(String::as_str),
            Some("A-1042")
        );
    }
    for cause in hindrances() {
        let error = DeskError::CannotUndo {
            number: Some(NUMBER),
            cause,
        };
        assert!(CODES.contains(&error.code()), "{}", error.code());
        assert_eq!(
            error.params().get("number").map(String::as_str),
            Some("A-1042")
        );
    }
}

#[test]
fn the_other_errors_have_listed_codes() {
    let errors = [
        DeskError::NoSuchInquiry("A-1".into()),
        DeskError::NoSuchProduct("x".into()),
        DeskError::NoSuchObligation("A-1".into()),
        DeskError::ObligationRefused {
            number: None,
            refusals: vec![ObligationRefusal::EndBeforeStart],
        },
        DeskError::NothingToUndo,
        DeskError::ReferenceChangedSince,
        DeskError::MergeIntoItself(NUMBER),
        DeskError::MergeIntoLater {
            earlier: NUMBER,
            later: NUMBER,
        },
        DeskError::ReceiptInFuture,
        DeskError::EmptyName,
        DeskError::NothingNamed,
        DeskError::SettingOutOfRange("shares"),
        DeskError::Pack(Vec::new()),
        DeskError::Table(Vec::new()),
        DeskError::Calendar(Vec::new()),
        DeskError::Holidays(Vec::new()),
        DeskError::CalendarEdits(Vec::new()),
        DeskError::PeriodReversed {
            from: chrono::NaiveDate::MIN,
            to: chrono::NaiveDate::MIN,
        },
        DeskError::UnreadableFile {
            path: "a.toml".into(),
            problem: std::io::ErrorKind::NotFound.into(),
        },
        DeskError::FileTooLarge {
            path: "a.toml".into(),
        },
        DeskError::Store(StoreError::AlreadyOpen),
        DeskError::Store(StoreError::Full),
    ];
    for error in errors {
        assert!(CODES.contains(&error.code()), "{}", error.code());
    }
}

#[test]
fn instants_are_told_in_utc() {
    let at = Instant::from_micros(0);
    let error = DeskError::Refused {
        number: NUMBER,
        refusal: Refusal::ResponseOutOfRange {
            earliest: at,
            latest: at,
        },
    };
    assert_eq!(
        error.params().get("earliest").map(String::as_str),
        Some("1970-01-01T00:00:00Z")
    );
}
