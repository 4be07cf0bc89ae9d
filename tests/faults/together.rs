//! The window and several command lines write at once.

use std::collections::BTreeSet;
use std::path::Path;
use std::thread;
use std::time::Duration;

use desk::{Access, Call, Desk, NewInquiry, NewResponse, SystemClock};
use ichiji_tests::record::Record;
use inquiry::{Actor, Customer, InquiryId};
use policy::{Channel, ImpactLevel, ResponseKind, SupportPlan};

use crate::words::tells;

/// How many inquiries each command line records and assigns, and how many command lines there are.
const EACH: usize = 8;
const LINES: usize = 2;

/// How many inquiries are answered by two at once.
const ANSWERED: usize = 5;

fn call() -> Call {
    Call::new(Actor::new("高橋（例）"))
}

fn new(subject: String) -> NewInquiry {
    NewInquiry {
        product: "clomo".parse().unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::Phone,
        received_at: None,
        customer: Customer::default(),
        subject,
        text: String::new(),
        level: Some(ImpactLevel::Question),
        kind: None,
        assignee: None,
        answer: None,
    }
}

fn window(data: &Path) -> Desk {
    Desk::open(data, Access::Window, std::sync::Arc::new(SystemClock)).unwrap()
}

/// Records and assigns by the command line; gives the numbers that were acknowledged.
fn write_by_command_line(data: &Path, line: usize) -> Vec<String> {
    (0..EACH)
        .map(|n| {
            let subject = format!("line {line} {n}");
            let new = ["new", "--product", "clomo", "--subject", &subject];
            let number = tells(data, &new)["inquiries"][0]["number"].clone();
            let number = number.as_str().unwrap().to_owned();
            tells(data, &["assign", &number, "鈴木（例）"]);
            number
        })
        .collect()
}

#[test]
fn window_and_command_lines_write_at_once_and_each_sees_all() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let desk = window(data);
    let mut told: BTreeSet<InquiryId> = BTreeSet::new();
    let mut own = BTreeSet::new();
    let numbers: Vec<String> = thread::scope(|scope| {
        let lines: Vec<_> = (0..LINES)
            .map(|line| scope.spawn(move || write_by_command_line(data, line)))
            .collect();
        while lines.iter().any(|it| !it.is_finished()) {
            let done = desk.record_call(&call(), &new(format!("window {}", own.len())));
            own.insert(done.unwrap().value);
            told.extend(desk.catch_up().unwrap().inquiries);
            thread::sleep(Duration::from_millis(20));
        }
        lines
            .into_iter()
            .flat_map(|it| it.join().unwrap())
            .collect()
    });
    told.extend(desk.catch_up().unwrap().inquiries);
    let distinct: BTreeSet<&String> = numbers.iter().collect();
    assert_eq!(
        distinct.len(),
        LINES * EACH,
        "no number is given twice: {numbers:?}"
    );
    for number in &numbers {
        let id = desk.find(number).unwrap();
        assert!(told.contains(&id), "the window heard of {number}");
        let view = desk.inquiry(id, None).unwrap();
        assert_eq!(view.inquiry().assignee, Some(Actor::new("鈴木（例）")));
    }
    drop(desk);
    let record = Record::read(data);
    assert_eq!(record.inquiries.len(), own.len() + numbers.len());
    let events: usize = record.operations.values().sum();
    // The window's calls have a receipt and a level each, those of the command lines a receipt and an assignment.
    assert_eq!(events, 2 * own.len() + 2 * numbers.len());
}

#[test]
fn of_two_answers_at_once_one_is_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let desk = window(folder.path());
    for n in 0..ANSWERED {
        let id = desk
            .record_call(&call(), &new(n.to_string()))
            .unwrap()
            .value;
        let named = id.to_string();
        let answer = ["respond", &named, "--kind", "answer"];
        thread::scope(|scope| {
            let line = scope.spawn(|| tells(folder.path(), &answer));
            thread::sleep(Duration::from_millis(40));
            desk.respond(&call(), id, &NewResponse::now(ResponseKind::Answer))
                .unwrap();
            line.join().unwrap();
        });
        desk.catch_up().unwrap();
        let view = desk.inquiry(id, None).unwrap();
        assert!(view.inquiry().first_response.is_some());
        assert_eq!(
            view.inquiry().replies.len(),
            1,
            "the other one is a later response"
        );
    }
    drop(desk);
    assert_eq!(Record::read(folder.path()).inquiries.len(), ANSWERED);
}
