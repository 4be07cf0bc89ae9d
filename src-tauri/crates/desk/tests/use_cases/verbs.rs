//! What people do, one by one.

use desk::{NewInquiry, NewResponse, View};
use inquiry::{Customer, Direction, Ending, LevelReason, Relation, Status};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, ResponseKind, SupportPlan, Verdict};

use crate::bench::{Bench, actor, at, call, new, refused};

#[test]
fn a_call_is_recorded_with_its_answer_in_one_operation() {
    let bench = Bench::new();
    let answer = NewResponse {
        text: Some("再起動で直る".into()),
        ..NewResponse::now(ResponseKind::Answer)
    };
    let id = bench.records(NewInquiry {
        received_at: Some(at("2026-11-16 10:55")),
        level: Some(ImpactLevel::Minor),
        kind: Some(InquiryKind::Usage),
        assignee: Some(actor("佐藤")),
        answer: Some(answer),
        ..new("画面が開かない")
    });
    let view = bench.desk.inquiry(id, None).unwrap();
    let state = view.inquiry();
    assert_eq!(state.number.to_string(), "A-1001");
    assert_eq!(state.received_at, at("2026-11-16 10:55"));
    assert_eq!(state.kind, Some(InquiryKind::Usage));
    assert_eq!(state.assignee, Some(actor("佐藤")));
    let first = state.first_response.as_ref().unwrap();
    assert_eq!(first.judgement.verdict, Verdict::InTime);
    assert_eq!(first.judgement.pack, "clomo 2020-04-01");
    assert_eq!(first.judgement.business_taken.as_secs(), 5 * 60);
    assert_eq!(
        view.text(first.response.text.as_ref().unwrap()),
        Some("再起動で直る")
    );
    let operations: Vec<_> = view
        .history
        .iter()
        .map(|entry| entry.event.operation)
        .collect();
    assert!(
        operations.iter().all(|it| *it == operations[0]),
        "one operation"
    );
}

#[test]
fn a_call_needs_a_product_a_past_receipt_and_words() {
    let bench = Bench::new();
    let record = |new: &NewInquiry| bench.desk.record_call(&call("佐藤"), new);
    let product = ProductId::new("unknown").unwrap();
    refused(
        record(&NewInquiry {
            product,
            ..new("質問")
        }),
        "no-such-product",
    );
    refused(
        record(&NewInquiry {
            received_at: Some(at("2026-11-16 11:01")),
            ..new("質問")
        }),
        "receipt-in-future",
    );
    refused(
        record(&NewInquiry {
            received_at: Some(at("1900-01-01 11:00")),
            ..new("質問")
        }),
        "out-of-range",
    );
    refused(
        record(&NewInquiry {
            text: " ".into(),
            ..new(" ")
        }),
        "empty-name",
    );
    let answer = Some(NewResponse::now(ResponseKind::Answer));
    refused(
        record(&NewInquiry {
            answer,
            ..new("質問")
        }),
        "level-missing",
    );
    assert!(
        bench.subjects(View::Open).is_empty(),
        "a refused call leaves nothing"
    );
    let id = bench.records(NewInquiry {
        subject: String::new(),
        text: "\n一行目\n二行目".into(),
        ..new("")
    });
    assert_eq!(
        bench.desk.inquiry(id, None).unwrap().row.row.subject,
        "一行目"
    );
}

#[test]
fn the_verdict_rests_on_target_and_limit() {
    // Received on Monday at 16:30: an outage's target is Tuesday 10:30, its limit the close of Tuesday (§18).
    let cases = [
        ("2026-11-17 10:30", Verdict::InTime),
        ("2026-11-17 10:31", Verdict::Late),
        ("2026-11-17 17:30", Verdict::Late),
        ("2026-11-17 17:31", Verdict::Breach),
    ];
    for (answered_at, verdict) in cases {
        let bench = Bench::new();
        bench.set("2026-11-16 16:30");
        let id = bench.receives_at_level("停止", ImpactLevel::Outage);
        bench.set(answered_at);
        bench.answers(id);
        let judgement = bench.state(id).first_response.unwrap().judgement;
        assert_eq!(judgement.verdict, verdict, "{answered_at}");
        assert_eq!(judgement.target, at("2026-11-17 10:30"));
        assert_eq!(judgement.limit, at("2026-11-17 17:30"));
        assert_eq!(judgement.calendar_hash, bench.desk.rules().calendar_hash);
    }
}

#[test]
fn a_first_response_needs_a_level_and_a_receipt_does_not_count() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    let respond = |kind| {
        bench
            .desk
            .respond(&call("佐藤"), id, &NewResponse::now(kind))
    };
    let error = refused(respond(ResponseKind::Answer), "level-missing");
    assert_eq!(error.params()["number"], "A-1001");
    respond(ResponseKind::Receipt).unwrap();
    let state = bench.state(id);
    assert!(state.is_open());
    assert_eq!(state.receipt_confirmed_at, Some(at("2026-11-16 11:00")));
}

#[test]
fn a_response_recorded_later_needs_a_reason_and_is_marked() {
    let cases: [(&str, Option<&str>, Result<bool, &str>); 8] = [
        ("2026-11-16 10:59", None, Err("response-out-of-range")),
        ("2026-11-16 12:01", None, Err("response-out-of-range")),
        ("1900-01-01 00:00", None, Err("response-out-of-range")),
        ("2200-01-01 00:00", None, Err("response-out-of-range")),
        ("2026-11-16 11:30", None, Err("reason-missing")),
        ("2026-11-16 11:30", Some("電話が続いた"), Ok(true)),
        ("2026-11-16 11:55", None, Ok(false)),
        ("2026-11-16 11:00", Some("受電時に回答"), Ok(true)),
    ];
    for (when, why, expected) in cases {
        let bench = Bench::new();
        let id = bench.receives_at_level("質問", ImpactLevel::Question);
        bench.set("2026-11-16 12:00");
        let response = NewResponse {
            at: Some(at(when)),
            why: why.map(str::to_owned),
            ..NewResponse::now(ResponseKind::Answer)
        };
        let done = bench.desk.respond(&call("佐藤"), id, &response);
        match expected {
            Ok(marked) => {
                done.unwrap();
                assert_eq!(
                    bench
                        .state(id)
                        .first_response
                        .unwrap()
                        .response
                        .after_the_fact,
                    marked,
                    "{when}"
                );
            }
            Err(code) => drop(refused(done, code)),
        }
    }
}

#[test]
fn an_outgoing_message_shows_when_the_response_left() {
    let bench = Bench::new();
    let id = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.set("2026-11-16 11:10");
    let message = bench.message(id, Direction::Out);
    assert_eq!(bench.state(id).proposal().unwrap().message, message);
    bench.set("2026-11-16 15:00");
    let shown = NewResponse {
        message: Some(message),
        ..NewResponse::now(ResponseKind::Question)
    };
    bench.desk.respond(&call("佐藤"), id, &shown).unwrap();
    let response = bench.state(id).first_response.unwrap().response;
    assert_eq!(
        (response.at, response.after_the_fact),
        (at("2026-11-16 11:10"), false)
    );
    let of_customer = bench.state(id).messages[0].id;
    let wrong = NewResponse {
        message: Some(of_customer),
        ..NewResponse::now(ResponseKind::Answer)
    };
    refused(
        bench.desk.respond(&call("佐藤"), id, &wrong),
        "no-such-message",
    );
}

#[test]
fn a_change_of_level_says_why_and_from_where_it_is_reckoned() {
    let bench = Bench::new();
    let id = bench.receives_at_level("遅い", ImpactLevel::Question);
    bench.set("2026-11-16 14:00");
    let worse = bench.message(id, Direction::In);
    let set = |level, reason| {
        bench
            .desk
            .set_level(&call("佐藤"), &[id], level, &reason, Some("説明"))
    };
    refused(
        set(ImpactLevel::Outage, LevelReason::First),
        "level-reason-missing",
    );
    refused(
        set(ImpactLevel::Question, LevelReason::WrongBefore),
        "nothing-to-change",
    );
    set(ImpactLevel::Serious, LevelReason::WrongBefore).unwrap();
    let target = || bench.desk.inquiry(id, None).unwrap().row.evaluation.target;
    assert_eq!(target(), at("2026-11-16 15:00"), "from the receipt");
    set(
        ImpactLevel::Outage,
        LevelReason::SituationChanged { message: worse },
    )
    .unwrap();
    assert_eq!(target(), at("2026-11-16 16:00"), "from the message");
    let set_product = ProductId::new("harmony-mobile").unwrap();
    bench
        .desk
        .set_product(&call("佐藤"), &[id], &set_product)
        .unwrap();
    assert_eq!(
        target(),
        at("2026-11-16 13:00"),
        "a corrected product reckons from the receipt"
    );
}

#[test]
fn a_verdict_once_given_stays() {
    let bench = Bench::new();
    let id = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.set("2026-11-16 16:00");
    bench.answers(id);
    bench.level(id, ImpactLevel::Outage, LevelReason::WrongBefore);
    assert_eq!(
        bench.state(id).first_response.unwrap().judgement.verdict,
        Verdict::InTime
    );
}

#[test]
fn completing_asks_for_a_first_response_or_an_ending() {
    let bench = Bench::new();
    let id = bench.receives("広告");
    refused(bench.desk.complete(&call("佐藤"), &[id]), "ending-missing");
    refused(
        bench
            .desk
            .end(&call("佐藤"), &[id], &Ending::NotAnInquiry, " "),
        "empty-name",
    );
    bench
        .desk
        .end(&call("佐藤"), &[id], &Ending::NotAnInquiry, "広告")
        .unwrap();
    assert_eq!(bench.state(id).status, Status::Completed);
    assert!(bench.subjects(View::Open).is_empty());
    let answer = NewResponse::now(ResponseKind::Answer);
    refused(
        bench.desk.respond(&call("佐藤"), id, &answer),
        "already-ended",
    );
    let other = bench.receives_at_level("質問", ImpactLevel::Question);
    bench.answers(other);
    bench.desk.complete(&call("佐藤"), &[other]).unwrap();
    refused(
        bench
            .desk
            .end(&call("佐藤"), &[other], &Ending::Withdrawn, "取下げ"),
        "already-answered",
    );
}

#[test]
fn hold_wants_a_reason_and_stops_no_clock() {
    let bench = Bench::new();
    let id = bench.receives_at_level("質問", ImpactLevel::Question);
    let hold = |reason| {
        bench
            .desk
            .set_status(&call("佐藤"), &[id], Status::OnHold, reason)
    };
    refused(hold(None), "hold-reason-missing");
    refused(hold(Some("  ")), "hold-reason-missing");
    let before = bench.desk.inquiry(id, None).unwrap().row.evaluation;
    hold(Some("メーカー確認中")).unwrap();
    assert_eq!(bench.desk.inquiry(id, None).unwrap().row.evaluation, before);
}

#[test]
fn what_is_written_about_an_inquiry_is_kept() {
    let bench = Bench::new();
    let id = bench.receives("質問");
    let customer = Customer {
        company: "見本物流".into(),
        ..Customer::default()
    };
    bench
        .desk
        .set_customer(&call("佐藤"), id, &customer)
        .unwrap();
    bench
        .desk
        .set_subject(&call("佐藤"), id, " 配布の質問 ")
        .unwrap();
    bench
        .desk
        .set_plan(&call("佐藤"), &[id], SupportPlan::Trial)
        .unwrap();
    bench
        .desk
        .set_kind(&call("佐藤"), &[id], InquiryKind::Specification)
        .unwrap();
    bench
        .desk
        .add_note(&call("鈴木"), id, "折返し待ち")
        .unwrap();
    bench
        .desk
        .set_next_contact(
            &call("佐藤"),
            &[id],
            Some(at("2026-11-18 10:00")),
            Some("電話"),
        )
        .unwrap();
    let view = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(view.row.row.customer, customer);
    assert_eq!(view.row.row.subject, "配布の質問");
    assert_eq!(view.inquiry().plan, SupportPlan::Trial);
    assert_eq!(
        view.inquiry().channel,
        Channel::Phone,
        "a trial customer's call is logged all the same"
    );
    assert_eq!(view.text(&view.inquiry().notes[0].text), Some("折返し待ち"));
    assert_eq!(
        view.inquiry().next_contact.as_ref().unwrap().at,
        at("2026-11-18 10:00")
    );
    refused(bench.desk.add_note(&call("佐藤"), id, "\n"), "empty-name");
}

#[test]
fn links_show_on_both_sides() {
    let bench = Bench::new();
    let (one, other) = (bench.receives("一つ目"), bench.receives("二つ目"));
    bench
        .desk
        .link(&call("佐藤"), one, other, Relation::Follows)
        .unwrap();
    let linked = |id| bench.desk.inquiry(id, None).unwrap().links;
    assert_eq!(
        (
            linked(one)[0].link.relation,
            linked(one)[0].subject.as_str()
        ),
        (Relation::Follows, "二つ目")
    );
    assert_eq!(
        (
            linked(other)[0].link.relation,
            linked(other)[0].subject.as_str()
        ),
        (Relation::FollowedBy, "一つ目")
    );
    refused(
        bench.desk.link(&call("佐藤"), one, one, Relation::Related),
        "nothing-to-change",
    );
}
