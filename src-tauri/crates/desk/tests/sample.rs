//! The sample set in a real record.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test helpers outside #[test] functions"
)]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use business_time::Instant;
use desk::{Call, Desk, FixedClock, QueueRequest, View};
use inquiry::{Actor, Relation};
use policy::{Band, Verdict};

const NOW: &str = "2026-11-24T11:06:00+09:00";

fn desk(now: &str) -> Desk {
    let clock = Arc::new(FixedClock::new(Instant::parse(now).unwrap()));
    Desk::in_memory(clock).unwrap()
}

fn call() -> Call {
    Call::new(Actor::new("佐藤（例）"))
}

fn queue(desk: &Desk, view: View) -> Vec<desk::QueueRow> {
    desk.queue(&QueueRequest {
        view,
        limit: 200,
        ..QueueRequest::default()
    })
    .unwrap()
    .rows
}

#[test]
fn the_queue_looks_like_the_picture() {
    let desk = desk(NOW);
    assert!(!desk.has_sample().unwrap());
    let told = desk.add_sample(&call()).unwrap().value;
    assert!((50..=70).contains(&told) && desk.has_sample().unwrap());
    let rows = queue(&desk, View::Open);
    let lines: Vec<String> = rows
        .iter()
        .take(14)
        .map(|it| {
            let level = it
                .inquiry()
                .level
                .as_ref()
                .map_or("-", |it| it.level.as_str());
            format!(
                "{:?} {} {level} {}",
                it.band(),
                it.evaluation.business_left.as_secs() / 60,
                it.row.subject
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    let login = rows
        .iter()
        .find(|it| it.row.subject == "全拠点で管理画面にログインできない")
        .unwrap();
    assert_eq!(login.inquiry().number.to_string(), "A-1042");
    assert!(rows.iter().all(|it| it.inquiry().sample));
}

#[test]
fn it_shows_all_that_the_desk_can() {
    let desk = desk(NOW);
    desk.add_sample(&call()).unwrap();
    let answered = queue(&desk, View::Answered);
    let verdicts: BTreeSet<Verdict> = answered
        .iter()
        .filter_map(|it| it.inquiry().first_response.as_ref())
        .map(|it| it.judgement.verdict)
        .collect();
    assert_eq!(verdicts.len(), 3, "in time, late and breach");
    assert_eq!(queue(&desk, View::NeedsReply).len(), 2);
    assert!(
        answered.iter().any(|it| it.inquiry().messages.len() >= 5),
        "a conversation"
    );
    assert!(answered.iter().any(|it| !it.inquiry().replies.is_empty()));

    let open = queue(&desk, View::Open);
    let of = |subject: &str| {
        let row = open.iter().find(|it| it.row.subject == subject).unwrap();
        desk.inquiry(row.inquiry().id, None).unwrap()
    };
    let html = of("端末の一覧に同じ端末が二重に表示される");
    let text = html.message_text(&html.inquiry().messages[0]).unwrap();
    assert!(text.html.is_some() && text.blocked_remote == 1 && !text.links.is_empty());
    let files = of("プロファイル配布が一部の端末で失敗する");
    assert_eq!(
        files.inquiry().messages[0].attachments[0].media_type,
        "text/csv"
    );
    assert_eq!(
        files
            .message_text(&files.inquiry().messages[0])
            .unwrap()
            .attachment_names,
        ["失敗端末一覧.csv"]
    );
    let login = of("全拠点で管理画面にログインできない");
    assert!(
        login
            .links
            .iter()
            .any(|it| it.link.relation == Relation::Absorbed)
    );
    assert_eq!(login.inquiry().messages.len(), 3);
    assert!(
        of("Re: Wi-Fi の設定が消える端末がある")
            .links
            .iter()
            .any(|it| it.link.relation == Relation::Follows)
    );
    assert!(
        open.iter()
            .any(|it| !it.inquiry().notes.is_empty() && it.inquiry().next_contact.is_some())
    );
    assert!(open.iter().any(desk::QueueRow::is_unproven));
}

#[test]
fn nothing_in_it_needed_mending() {
    let desk = desk(NOW);
    desk.add_sample(&call()).unwrap();
    for view in [View::Open, View::Answered] {
        for row in queue(&desk, view) {
            let view = desk.inquiry(row.inquiry().id, None).unwrap();
            for message in &view.inquiry().messages {
                assert_eq!(
                    view.message_text(message).unwrap().repairs,
                    Vec::<String>::new(),
                    "{}",
                    row.row.subject
                );
            }
        }
    }
}

#[test]
fn it_goes_in_one_step_and_leaves_the_record_clean() {
    let desk = desk(NOW);
    let add = call();
    desk.add_sample(&add).unwrap();
    let again = desk.add_sample(&add).unwrap();
    assert_eq!(
        again.changed.inquiries,
        [],
        "the same operation does nothing twice"
    );
    assert_eq!(
        desk.add_sample(&call()).unwrap().value,
        0,
        "there is one already"
    );
    desk.index(Duration::MAX).unwrap();
    assert_ne!(desk.search("管理画面", 50).unwrap().rows.len(), 0);

    assert!(desk.customers("").unwrap().len() > 20);
    let own = desk.record_call(&call(), &own_inquiry()).unwrap().value;
    let removed = desk.remove_sample(&call()).unwrap().value;
    assert!((50..=70).contains(&removed) && !desk.has_sample().unwrap());
    let open: Vec<_> = queue(&desk, View::Open)
        .iter()
        .map(|it| it.inquiry().id)
        .collect();
    assert_eq!((open, queue(&desk, View::Answered).len()), (vec![own], 0));
    desk.index(Duration::MAX).unwrap();
    assert_eq!(desk.search("管理画面", 50).unwrap().rows.len(), 0);
    assert_eq!(desk.customers("").unwrap(), []);
    assert_eq!(desk.verify(&mut |_, _| {}).unwrap().problems, []);
    assert!(
        (50..=70).contains(&desk.add_sample(&call()).unwrap().value),
        "it can come again"
    );
}

fn own_inquiry() -> desk::NewInquiry {
    desk::NewInquiry {
        product: policy::ProductId::new("clomo").unwrap(),
        plan: policy::SupportPlan::Standard,
        channel: policy::Channel::Phone,
        received_at: None,
        customer: inquiry::Customer {
            company: "例示商事".to_owned(),
            ..inquiry::Customer::default()
        },
        subject: "本物の問合せ".to_owned(),
        text: "残ります。".to_owned(),
        level: None,
        kind: None,
        assignee: None,
        answer: None,
    }
}

#[test]
fn on_a_sunday_some_wait_for_the_opening() {
    let desk = desk("2026-11-22T13:00:00+09:00");
    desk.add_sample(&call()).unwrap();
    let rows = queue(&desk, View::Open);
    assert!(rows.iter().filter(|it| it.band() == Band::Waiting).count() >= 3);
    assert!(
        rows.iter().any(|it| it.band() == Band::Urgent)
            && rows.iter().any(|it| it.band() == Band::Breach)
    );
    assert_eq!(desk.verify(&mut |_, _| {}).unwrap().problems, []);
}
