use inquiry::{Actor, InquiryEvent, InquiryId, MessageFact, MessageId};
use policy::{ImpactLevel, ProductId};
use store::{AssigneeFilter, RowFilter, RowOrder, Which};
use uuid::Uuid;

use crate::builders::{Mail, Rig, answered, at, level, now, operation};

/// Four inquiries: open and taken, open, answered, ended.
struct Four {
    rig: Rig,
    taken: InquiryId,
    open: InquiryId,
    answered: InquiryId,
    ended: InquiryId,
}

impl Four {
    fn new() -> Self {
        let rig = Rig::new();
        let mail = |hour: u32, product| Mail {
            received_at: at(&format!("2026-03-02T{hour:02}:00:00+09:00")),
            recorded_at: at(&format!("2026-03-02T{hour:02}:00:00+09:00")),
            product,
            ..Mail::default()
        };
        let taken = rig.receive(mail(9, "clomo"));
        let open = rig.receive(mail(8, "deep-instinct"));
        let answered = rig.receive(mail(7, "clomo"));
        let ended = rig.receive(Mail {
            sample: true,
            ..mail(6, "clomo")
        });
        rig.happen(
            taken,
            "佐藤",
            now(),
            InquiryEvent::Assigned(Some(Actor::new("佐藤"))),
        );
        rig.happen(taken, "佐藤", now(), level(ImpactLevel::Outage));
        rig.happen(answered, "佐藤", now(), level(ImpactLevel::Minor));
        rig.happen(answered, "佐藤", now(), self::answered(now()));
        let reason = rig
            .store
            .transact(|tx| tx.keep_text("宛先違い"))
            .unwrap()
            .value;
        let ending = InquiryEvent::Ended {
            ending: inquiry::Ending::NotAnInquiry,
            reason,
        };
        rig.happen(ended, "佐藤", now(), ending);
        Self {
            rig,
            taken,
            open,
            answered,
            ended,
        }
    }

    /// Both forms of the filter, the statement's and the one for states, have to agree.
    #[track_caller]
    fn check(&self, filter: &RowFilter, expected: &[InquiryId]) {
        let rows = self
            .rig
            .store
            .read(|reader| reader.rows(filter, RowOrder::OldestReceipt, 0, 100))
            .unwrap();
        let ids: Vec<InquiryId> = rows.iter().map(|row| row.inquiry.id).collect();
        assert_eq!(ids, expected);
        let all = self
            .rig
            .store
            .read(|reader| reader.rows(&RowFilter::default(), RowOrder::OldestReceipt, 0, 9));
        let wanted = all
            .unwrap()
            .into_iter()
            .filter(|row| filter.wants(&row.inquiry))
            .map(|row| row.inquiry.id);
        assert_eq!(wanted.collect::<Vec<_>>(), expected);
        let count = self.rig.store.read(|reader| reader.count(filter)).unwrap();
        assert_eq!(count, expected.len() as u64);
    }
}

#[test]
fn rows_are_chosen_by_where_they_stand() {
    let four = Four::new();
    four.check(
        &RowFilter::of(Which::All),
        &[four.ended, four.answered, four.open, four.taken],
    );
    four.check(&RowFilter::of(Which::Open), &[four.open, four.taken]);
    four.check(&RowFilter::of(Which::NeedsUs), &[four.open, four.taken]);
    four.check(&RowFilter::of(Which::Answered), &[four.answered]);
    four.check(&RowFilter::of(Which::Ended), &[four.ended]);
    four.check(&RowFilter::of(Which::NeedsReply), &[]);
    four.check(&RowFilter::of(Which::AnsweredInWork), &[four.answered]);
    let again = MessageFact {
        id: MessageId::new(Uuid::now_v7()),
        at: at("2027-01-01T10:00:00+09:00"),
        ..four.rig.state(four.answered).messages[0].clone()
    };
    let again = InquiryEvent::MessageAdded(Box::new(again));
    four.rig.happen(four.answered, "佐藤", now(), again);
    four.check(&RowFilter::of(Which::NeedsReply), &[four.answered]);
    four.check(&RowFilter::of(Which::AnsweredInWork), &[]);
}

#[test]
fn rows_are_chosen_by_what_they_are() {
    let four = Four::new();
    let all = RowFilter::default;
    let sato = AssigneeFilter::Is(Actor::new("佐藤"));
    four.check(
        &RowFilter {
            assignee: Some(sato),
            ..all()
        },
        &[four.taken],
    );
    let nobodys = RowFilter {
        assignee: Some(AssigneeFilter::Nobody),
        which: Which::Open,
        ..all()
    };
    four.check(&nobodys, &[four.open]);
    let product = ProductId::new("deep-instinct").unwrap();
    four.check(
        &RowFilter {
            products: vec![product],
            ..all()
        },
        &[four.open],
    );
    let levels = vec![Some(ImpactLevel::Outage), Some(ImpactLevel::Minor)];
    four.check(&RowFilter { levels, ..all() }, &[four.answered, four.taken]);
    four.check(
        &RowFilter {
            levels: vec![None],
            ..all()
        },
        &[four.ended, four.open],
    );
    four.check(
        &RowFilter {
            kinds: vec![None],
            sample: Some(false),
            ..all()
        },
        &[four.answered, four.open, four.taken],
    );
    four.check(
        &RowFilter {
            sample: Some(true),
            ..all()
        },
        &[four.ended],
    );
    let ids = Some(vec![four.taken, four.ended]);
    four.check(&RowFilter { ids, ..all() }, &[four.ended, four.taken]);
    four.check(
        &RowFilter {
            ids: Some(Vec::new()),
            ..all()
        },
        &[],
    );
    let from = Some(at("2026-03-02T07:00:00+09:00"));
    let before = Some(at("2026-03-02T09:00:00+09:00"));
    four.check(
        &RowFilter {
            received_from: from,
            received_before: before,
            ..all()
        },
        &[four.answered, four.open],
    );
}

#[test]
fn pages_follow_the_order() {
    let four = Four::new();
    let page = |order, offset, limit| {
        let rows = four
            .rig
            .store
            .read(|reader| reader.rows(&RowFilter::default(), order, offset, limit))
            .unwrap();
        rows.into_iter()
            .map(|row| row.inquiry.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(page(RowOrder::NewestReceipt, 0, 2), [four.taken, four.open]);
    assert_eq!(
        page(RowOrder::NewestReceipt, 2, 2),
        [four.answered, four.ended]
    );
    assert_eq!(page(RowOrder::NewestAnswer, 0, 1), [four.answered]);
}

#[test]
fn a_row_has_its_texts() {
    let four = Four::new();
    let row = four
        .rig
        .store
        .read(|reader| reader.row(four.open))
        .unwrap()
        .unwrap();
    assert_eq!(
        (row.subject.as_str(), row.customer.company.as_str()),
        ("ログインできません", "例示商事")
    );
}

#[test]
fn many_rows_are_those_that_are_read_one_by_one() {
    let rig = Rig::new();
    let ids: Vec<InquiryId> = (0..700).map(|_| rig.receive(Mail::default())).collect();
    rig.happen(ids[300], "佐藤", now(), level(ImpactLevel::Outage));
    let read = |reader: &store::Reader<'_>| {
        let all = reader.rows(
            &RowFilter::default(),
            RowOrder::OldestReceipt,
            0,
            usize::MAX,
        )?;
        let each = all.iter().map(|row| reader.row(row.inquiry.id));
        let each: Result<Vec<_>, store::StoreError> = each.collect();
        Ok::<_, store::StoreError>((all, each?))
    };
    let (all, each) = rig.store.read(read).unwrap();
    assert_eq!(all.len(), ids.len());
    assert_eq!(all, each.into_iter().flatten().collect::<Vec<_>>());
}

#[test]
fn rows_as_of_show_what_was_known_then() {
    let four = Four::new();
    let known = |instant: &str, which| {
        let filter = RowFilter::of(which);
        let rows = four
            .rig
            .store
            .read(|reader| reader.rows_as_of(at(instant), &filter))
            .unwrap();
        rows.into_iter()
            .map(|row| row.inquiry.id)
            .collect::<Vec<_>>()
    };
    let before_now = "2026-03-02T09:59:59.999999+09:00";
    assert_eq!(
        known(before_now, Which::Open),
        [four.ended, four.answered, four.open, four.taken]
    );
    assert_eq!(
        known("2026-03-02T07:00:00+09:00", Which::All),
        [four.ended, four.answered]
    );
    assert_eq!(
        known("2026-03-02T10:00:00+09:00", Which::Open),
        [four.open, four.taken]
    );
    assert_eq!(known("2026-03-02T05:00:00+09:00", Which::All), []);
    let then = four
        .rig
        .store
        .read(|reader| reader.inquiry_as_of(four.taken, at(before_now)))
        .unwrap()
        .unwrap();
    assert_eq!((then.assignee, then.level), (None, None));
}

#[test]
fn an_inquiry_whose_receipt_was_undone_later_is_known_as_of_before() {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        operation: operation(5),
        ..Mail::default()
    });
    rig.happen(
        id,
        "佐藤",
        at("2026-03-02T11:00:00+09:00"),
        InquiryEvent::Undone {
            operation: operation(5),
        },
    );
    let filter = RowFilter::default();
    let known = |instant| {
        rig.store
            .read(|reader| reader.rows_as_of(instant, &filter))
            .unwrap()
            .len()
    };
    assert_eq!(
        (known(now()), known(at("2026-03-02T12:00:00+09:00"))),
        (1, 0)
    );
}

#[test]
fn rows_of_an_older_fold_are_folded_again() {
    let four = Four::new();
    four.rig.alter(
        "UPDATE inquiry SET fold_version = 0, state = '{}'; UPDATE cache_version SET version = 0",
    );
    let row = four
        .rig
        .store
        .read(|reader| reader.row(four.taken))
        .unwrap()
        .unwrap();
    assert_eq!(
        row.inquiry.assignee,
        Some(Actor::new("佐藤")),
        "while reading"
    );
    drop(four.rig.beside());
    assert_eq!(
        four.rig
            .ask::<i64>("SELECT count(*) FROM inquiry WHERE fold_version = 0"),
        0,
        "after opening"
    );
    assert!(four.rig.store.verify(&mut |_, _| {}).unwrap().is_sound());
}
