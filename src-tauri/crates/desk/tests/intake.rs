//! Intake of files into a real record.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test helpers outside #[test] functions"
)]

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use business_time::Instant;
use desk::intake::watch::WatchedFolder;
use desk::intake::{Field, ImportReport, ImportRequest, RefusalCode};
use desk::{Call, Desk, FixedClock, InquiryView, QueueRequest, View};
use inquiry::{Actor, Direction, Proof, Relation, Setting};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, SupportPlan};
use tempfile::TempDir;

const NOW: &str = "2026-11-24T11:06:00+09:00";

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn call() -> Call {
    Call::new(Actor::new("佐藤（例）"))
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/intake")
        .join(name)
}

struct Bench {
    desk: Desk,
    clock: Arc<FixedClock>,
}

fn bench() -> Bench {
    let clock = Arc::new(FixedClock::new(at(NOW)));
    let desk = Desk::in_memory(clock.clone()).unwrap();
    desk.change_setting(
        &call(),
        Setting::OwnAddresses(vec!["@desk.example.jp".to_owned()]),
    )
    .unwrap();
    Bench { desk, clock }
}

impl Bench {
    fn import(&self, paths: &[PathBuf]) -> ImportReport {
        self.desk
            .import(&call(), paths, &ImportRequest::default())
            .unwrap()
            .value
    }

    /// Finds the open inquiry with a subject.
    #[track_caller]
    fn open(&self, subject: &str) -> InquiryView {
        let queue = self
            .desk
            .queue(&QueueRequest {
                view: View::Open,
                ..QueueRequest::default()
            })
            .unwrap();
        let found: Vec<_> = queue
            .rows
            .iter()
            .filter(|it| it.row.subject == subject)
            .collect();
        assert_eq!(found.len(), 1, "{subject}");
        self.desk.inquiry(found[0].inquiry().id, None).unwrap()
    }

    fn open_count(&self) -> usize {
        self.desk
            .queue(&QueueRequest {
                view: View::Open,
                ..QueueRequest::default()
            })
            .unwrap()
            .rows
            .len()
    }
}

#[test]
fn a_folder_of_mails_becomes_inquiries_whatever_the_order_of_the_files() {
    let bench = bench();
    let report = bench.import(&[fixture("mails")]);
    assert_eq!(report.files, 7);
    assert_eq!((report.created.len(), report.linked), (4, 1), "{report:?}");
    assert_eq!(
        (report.joined, report.outgoing, report.duplicates),
        (1, 1, 0)
    );

    let login = bench.open("CLOMO にログインできない");
    let messages = &login.inquiry().messages;
    let ways: Vec<Direction> = messages.iter().map(|it| it.direction).collect();
    assert_eq!(ways, [Direction::In, Direction::Out, Direction::In]);
    assert_eq!(login.inquiry().received_at, at("2026-11-24T09:50:10+09:00"));
    assert_eq!(login.inquiry().proof, Proof::Proven);
    let proposal = login.inquiry().proposal().unwrap();
    assert_eq!(
        (proposal.message, proposal.at),
        (messages[1].id, at("2026-11-24T10:20:00+09:00"))
    );
    assert_eq!(
        login.message_text(&messages[2]).unwrap().text.trim(),
        "番号は 503 です。"
    );
    assert!(messages.iter().all(|it| it.raw.is_some()));

    let other = bench.open("Re: CLOMO にログインできない");
    assert_eq!(
        other.row.row.customer.address,
        "sasaki@mihon-butsuryu.example.jp"
    );
    assert_eq!(other.links[0].link.relation, Relation::Follows);
    assert_eq!(other.links[0].number, login.inquiry().number);
}

#[test]
fn a_form_mail_gives_customer_product_and_plan() {
    let bench = bench();
    bench.import(&[fixture("mails/14-form.eml")]);
    let form = bench.open("【問合せフォーム】警告の表示について");
    let inquiry = form.inquiry();
    assert_eq!(
        (inquiry.channel, inquiry.plan),
        (Channel::Form, SupportPlan::Trial)
    );
    assert_eq!(inquiry.product.as_str(), "harmony-mobile");
    let customer = &form.row.row.customer;
    assert_eq!(customer.line(), "見本運輸 松本 剛");
    assert_eq!(
        (customer.person_kana.as_str(), customer.contract.as_str()),
        ("マツモト ツヨシ", "EX-10031")
    );
    assert_eq!(
        (
            customer.callback_phone.as_str(),
            customer.callback_wish.as_str()
        ),
        ("090-0000-0111", "13 時以降")
    );
    assert_eq!(customer.address, "matsumoto@mihon-unyu.example.jp");
}

#[test]
fn a_claimed_date_is_unproven_and_the_address_names_the_product() {
    let bench = bench();
    bench.import(&[fixture("mails/15-claimed-date.eml")]);
    let claimed = bench.open("端末の追加");
    assert_eq!(
        (claimed.inquiry().proof, claimed.inquiry().product.as_str()),
        (Proof::Unproven, "deep-instinct")
    );
    assert_eq!(
        claimed.inquiry().received_at,
        at("2026-11-24T10:55:00+09:00")
    );
}

#[test]
fn our_own_mail_without_a_thread_is_kept_and_placed_once_the_thread_is_there() {
    let bench = bench();
    let report = bench.import(&[fixture("mails/00-ours.eml")]);
    assert_eq!(
        (report.created.len(), report.refused[0].code),
        (0, RefusalCode::NoThread)
    );
    bench.import(&[fixture("mails/10-login.eml")]);
    let kept = bench.desk.refused().unwrap();
    let again = bench
        .desk
        .retry_refused(&call(), &[kept[0].id], &ImportRequest::default())
        .unwrap()
        .value;
    assert_eq!((again.outgoing, again.refused.len()), (1, 0));
    assert_eq!(bench.desk.refused().unwrap(), []);
    assert!(
        bench
            .open("CLOMO にログインできない")
            .inquiry()
            .proposal()
            .is_some()
    );
}

#[test]
fn the_same_message_over_another_hop_is_one_and_other_content_is_flagged() {
    let bench = bench();
    bench.import(&[fixture("mails/10-login.eml")]);
    let report = bench.import(&[fixture("inbox.mbox")]);
    assert_eq!(
        (report.duplicates, report.flagged, report.created.len()),
        (1, 1, 2),
        "{report:?}"
    );
    let badge = bench.open("通知の数が合わない");
    assert_eq!(badge.inquiry().received_at, at("2026-11-24T10:00:00+09:00"));
    assert_eq!(
        badge.inquiry().proof,
        Proof::Proven,
        "the envelope proves it"
    );
    let text = badge.message_text(&badge.inquiry().messages[0]).unwrap();
    assert_eq!(
        text.text.trim_end(),
        "通知の数が合いません。\nFrom の行もあります。"
    );
}

#[track_caller]
fn check_table(name: &str) {
    let bench = bench();
    let report = bench.import(&[fixture(name)]);
    assert_eq!(report.created.len(), 2, "{report:?}");
    assert_eq!(
        (
            report.refused[0].code,
            report.refused[0].params["line"].as_str()
        ),
        (RefusalCode::BadInstant, "5")
    );
    let view = bench.open("端末名を変更したい①");
    let inquiry = view.inquiry();
    assert_eq!(
        (inquiry.channel, inquiry.product.as_str()),
        (Channel::Phone, "deep-instinct")
    );
    assert_eq!(
        inquiry.level.as_ref().map(|it| it.level),
        Some(ImpactLevel::Question)
    );
    assert_eq!(
        (inquiry.kind, inquiry.assignee.clone()),
        (Some(InquiryKind::Usage), Some(Actor::new("佐藤（例）")))
    );
    assert_eq!(inquiry.received_at, at("2026-11-24T10:00:00+09:00"));
    assert_eq!(view.row.row.customer.line(), "例示食品 井上 彩");
    assert_eq!(
        view.message_text(&inquiry.messages[0]).unwrap().text,
        "一括で変更する方法を\nお教えください。"
    );
}

#[test]
fn tables_come_in_both_encodings() {
    check_table("table_cp932.csv");
    check_table("table_utf8_bom.csv");
}

#[test]
fn one_table_in_two_encodings_is_one_set_of_inquiries() {
    let bench = bench();
    bench.import(&[fixture("table_cp932.csv")]);
    let again = bench.import(&[fixture("table_utf8_bom.csv")]);
    assert_eq!((again.created.len(), again.duplicates), (0, 2));
    assert_eq!(
        bench.desk.refused().unwrap().len(),
        1,
        "the broken row is kept once"
    );
}

#[test]
fn a_dry_run_shows_the_mapping_and_writes_nothing() {
    let bench = bench();
    let request = ImportRequest {
        dry_run: true,
        ..ImportRequest::default()
    };
    let paths = [
        fixture("table_cp932.csv"),
        fixture("mails"),
        fixture("binary.dat"),
    ];
    let report = bench.desk.import(&call(), &paths, &request).unwrap().value;
    let mapping = &report.mapping[0].columns;
    assert_eq!(mapping[0], ("受付日時".to_owned(), Some(Field::ReceivedAt)));
    assert_eq!(
        mapping[2],
        ("お問い合わせ内容".to_owned(), Some(Field::Text))
    );
    assert_eq!(mapping[11], ("社内管理番号".to_owned(), None));
    assert_eq!(
        (bench.open_count(), bench.desk.refused().unwrap().len()),
        (0, 0)
    );

    let real = bench.import(&paths);
    let counts = |it: &ImportReport| {
        (
            it.created.len(),
            it.joined,
            it.linked,
            it.outgoing,
            it.duplicates,
            it.flagged,
            it.refused.len(),
        )
    };
    assert_eq!(counts(&report), counts(&real), "what it told comes true");
}

#[test]
fn json_lines_are_read_and_broken_ones_kept() {
    let bench = bench();
    let report = bench.import(&[fixture("lines.jsonl")]);
    assert_eq!(report.created.len(), 1);
    let codes: Vec<RefusalCode> = report.refused.iter().map(|it| it.code).collect();
    assert_eq!(codes, [RefusalCode::BrokenRow, RefusalCode::EmptyRow]);
    assert_eq!(
        bench
            .open("Language of the console")
            .inquiry()
            .product
            .as_str(),
        "harmony-mobile"
    );
    assert!(
        report.mapping[0]
            .columns
            .contains(&("priority".to_owned(), None))
    );
}

#[test]
fn what_cannot_be_read_is_listed_with_its_bytes() {
    let bench = bench();
    let paths = [
        "binary.dat",
        "no-inquiries.csv",
        "unknown-encoding.csv",
        "missing.eml",
    ]
    .map(fixture);
    let report = bench.import(&paths);
    let mut codes: Vec<RefusalCode> = report.refused.iter().map(|it| it.code).collect();
    codes.sort();
    let expected = [
        RefusalCode::NotReadable,
        RefusalCode::UnknownKind,
        RefusalCode::UnknownEncoding,
        RefusalCode::NoColumns,
    ];
    assert_eq!(codes, expected);
    for kept in bench.desk.refused().unwrap() {
        let bytes = bench.desk.refused_bytes(kept.id).unwrap();
        assert_eq!(bytes, fs::read(&kept.name).ok(), "{}", kept.name);
    }
    let ids: Vec<_> = bench
        .desk
        .refused()
        .unwrap()
        .iter()
        .map(|it| it.id)
        .collect();
    bench
        .desk
        .retry_refused(&call(), &ids, &ImportRequest::default())
        .unwrap();
    assert_eq!(
        bench.desk.refused().unwrap().len(),
        4,
        "another try changes nothing by itself"
    );
    assert!(bench.desk.forget_refused(ids[0]).unwrap());
    assert_eq!(bench.desk.refused().unwrap().len(), 3);
}

#[test]
fn the_caller_s_product_counts_before_all_others() {
    let bench = bench();
    let product = ProductId::new("deep-instinct").unwrap();
    let request = ImportRequest {
        product: Some(&product),
        ..ImportRequest::default()
    };
    bench
        .desk
        .import(&call(), &[fixture("mails/14-form.eml")], &request)
        .unwrap();
    assert_eq!(
        bench
            .open("【問合せフォーム】警告の表示について")
            .inquiry()
            .product,
        product
    );
    let unknown = ProductId::new("unknown").unwrap();
    let request = ImportRequest {
        product: Some(&unknown),
        ..ImportRequest::default()
    };
    assert!(
        bench
            .desk
            .import(&call(), &[fixture("mails")], &request)
            .is_err()
    );
}

/// Writes an mbox of mails that have nothing to do with one another.
fn write_mbox(folder: &TempDir, count: usize) -> PathBuf {
    let mails = (0..count).map(|n| {
        format!(
            "From a@example.jp Tue Nov 24 00:00:{:02} 2026\nFrom: a{n}@sample-seiki.example.jp\nSubject: mail {n}\nMessage-ID: <{n}@example.jp>\n\nbody {n}\n\n",
            n % 60
        )
    });
    let path = folder.path().join("many.mbox");
    fs::write(&path, mails.collect::<String>()).unwrap();
    path
}

#[test]
fn an_import_that_was_cut_short_doubles_nothing_when_it_is_begun_again() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let path = write_mbox(&folder, 50);
    let cancel = AtomicBool::new(false);
    let batches = Cell::new(0);
    let progress = |done: usize, all: usize| {
        assert!(done <= all && all == 50);
        batches.set(batches.get() + 1);
        cancel.store(true, Ordering::Relaxed);
    };
    let request = ImportRequest {
        progress: &progress,
        cancel: &cancel,
        ..ImportRequest::default()
    };
    let first = bench
        .desk
        .import(&call(), std::slice::from_ref(&path), &request)
        .unwrap()
        .value;
    assert!(
        first.cancelled && batches.get() == 1 && (1..=20).contains(&first.created.len()),
        "{first:?}"
    );

    let rest = bench.import(std::slice::from_ref(&path));
    assert_eq!(
        (first.created.len() + rest.created.len(), rest.duplicates),
        (50, first.created.len())
    );
    let again = bench.import(&[path]);
    assert_eq!((again.created.len(), again.duplicates), (0, 50));
    assert_eq!(bench.desk.verify(&mut |_, _| {}).unwrap().problems, []);
}

#[test]
fn a_reply_to_an_answered_inquiry_brings_it_back_without_a_new_clock() {
    let bench = bench();
    bench.import(&[fixture("mails/10-login.eml")]);
    let id = bench.open("CLOMO にログインできない").inquiry().id;
    let level = ImpactLevel::Serious;
    bench
        .desk
        .set_level(&call(), &[id], level, &inquiry::LevelReason::First, None)
        .unwrap();
    bench.clock.set(at("2026-11-24T10:30:00+09:00"));
    bench
        .desk
        .respond(
            &call(),
            id,
            &desk::NewResponse::now(policy::ResponseKind::Answer),
        )
        .unwrap();
    bench.clock.set(at(NOW));
    let before = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(before.inquiry().needs_reply_since, None);

    let report = bench.import(&[fixture("mails/11-reply.eml"), fixture("mails/00-ours.eml")]);
    assert_eq!(
        (report.joined, report.outgoing, report.created.len()),
        (1, 1, 0)
    );
    let after = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(
        after.inquiry().needs_reply_since,
        Some(at("2026-11-24T10:40:05+09:00"))
    );
    assert_eq!(after.row.evaluation.limit, before.row.evaluation.limit);
    assert_eq!(
        after.inquiry().first_response,
        before.inquiry().first_response
    );
}

#[test]
fn the_watched_folder_takes_in_each_file_once() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let mut watched = WatchedFolder::new(folder.path().to_owned());
    let look = |watched: &mut WatchedFolder, second: i64| {
        bench.clock.set(Instant::from_micros(
            at(NOW).as_micros() + second * 1_000_000,
        ));
        let done = bench.desk.look_at_watched_folder(&call(), watched).unwrap();
        done.map(|it| it.value.created.len())
    };
    assert_eq!(look(&mut watched, 0), None);
    fs::copy(fixture("mails/10-login.eml"), folder.path().join("a.eml")).unwrap();
    assert_eq!(
        (look(&mut watched, 1), look(&mut watched, 2)),
        (None, None),
        "it may still be growing"
    );
    assert_eq!(
        (look(&mut watched, 3), look(&mut watched, 9)),
        (Some(1), None)
    );
    fs::copy(
        fixture("mails/10-login.eml"),
        folder.path().join("copy.eml"),
    )
    .unwrap();
    assert_eq!(
        (look(&mut watched, 10), look(&mut watched, 20)),
        (None, None),
        "the same content"
    );
    let mut restarted = WatchedFolder::new(folder.path().to_owned());
    assert_eq!(
        (look(&mut restarted, 30), look(&mut restarted, 40)),
        (None, None),
        "remembered over a restart"
    );
    assert!(folder.path().join("a.eml").exists());
}
