//! Scope, level assistant and outages (§7–§11, §16, §17, §19).

use desk::{AssistantView, AssistedLevel, DeskError, NewInquiry, NewResponse};
use inquiry::{InquiryId, OsUsed, PartUsed, Relation, ScopeAnswer};
use policy::{
    ImpactLevel, NamedOs, OsFamily, OutReason, ProductId, ResponseKind, Scope, ScopeSubject,
    StatusPageStep,
};

use crate::bench::{Bench, call, new, refused};

fn about(product: &str, text: &str) -> NewInquiry {
    NewInquiry {
        product: ProductId::new(product).unwrap(),
        text: text.into(),
        ..new("お尋ね")
    }
}

fn found(bench: &Bench, id: InquiryId) -> Vec<(ScopeSubject, Scope)> {
    let view = bench.desk.inquiry(id, None).unwrap();
    let findings = view.scope.findings.iter();
    findings.map(|it| (it.subject, it.scope)).collect()
}

#[track_caller]
fn check_found(product: &str, text: &str, subject: ScopeSubject, scope: Scope) {
    let bench = Bench::new();
    let id = bench.records(about(product, text));
    let found = found(&bench, id);
    assert!(found.contains(&(subject, scope)), "{text}: {found:?}");
}

#[test]
fn what_the_text_names_is_found_by_itself() {
    let os = ScopeSubject::Os;
    check_found("clomo", "iOS 15.8.5 の端末で発生します。", os, Scope::Out);
    check_found("clomo", "Windows 11 Pro 21H2 です。", os, Scope::Out);
    let unknown = "iOS 99.1 の端末です。";
    check_found("clomo", unknown, os, Scope::ToBeChecked);
    let beta = "iOS 27.0 beta 2 で試しています。";
    check_found("harmony-mobile", beta, ScopeSubject::Beta, Scope::Out);
    let language = ScopeSubject::Language;
    check_found("clomo", "使い方を教えてください。", language, Scope::In);
}

#[test]
fn of_several_systems_the_one_furthest_from_support_decides() {
    let bench = Bench::new();
    let id = bench.records(about("clomo", "iOS 99.1 と Android 9 の端末です。"));
    let os = bench.desk.inquiry(id, None).unwrap().scope.os.unwrap();
    assert_eq!(os.0.os, OsFamily::Android);
}

#[test]
fn answers_of_an_agent_count_and_are_taken_back() {
    let bench = Bench::new();
    let id = bench.records(about("clomo", "iOS 15.8.5 の端末で発生します。"));
    let answer = |answers: &[ScopeAnswer]| bench.desk.answer_scope(&call("佐藤"), id, answers);
    let contract = ScopeAnswer::Contract(Some(true));
    let none = ScopeAnswer::Os(Some(OsUsed::None));
    answer(&[
        contract.clone(),
        none,
        ScopeAnswer::Part(Some(PartUsed::Console)),
    ])
    .unwrap();
    let view = || bench.desk.inquiry(id, None).unwrap();
    assert_eq!(view().scope.scope, Scope::In, "{:?}", view().scope.findings);
    assert_eq!(view().drafts.iter().find(|it| it.topic == "scope"), None);
    let same = answer(&[contract]).unwrap_err();
    assert_eq!(same.code(), "nothing-to-change");
    answer(&[ScopeAnswer::Outside {
        reason: OutReason::Consulting,
        holds: Some(true),
    }])
    .unwrap();
    assert_eq!(view().scope.scope, Scope::Out);
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(view().scope.scope, Scope::In);
    let empty = ScopeAnswer::Os(Some(OsUsed::Named(NamedOs {
        os: OsFamily::Ios,
        version: " ".into(),
    })));
    assert!(matches!(answer(&[empty]), Err(DeskError::EmptyName)));
}

#[test]
fn word_that_it_is_out_of_scope_names_the_packs_reasons_and_is_a_first_response() {
    let bench = Bench::new();
    let roadmap = |product: &str| {
        let id = bench.records(about(product, "今後の予定を教えてください。"));
        let answer = ScopeAnswer::Outside {
            reason: OutReason::Roadmap,
            holds: Some(true),
        };
        bench
            .desk
            .answer_scope(&call("佐藤"), id, &[answer])
            .unwrap();
        id
    };
    // What only other packs leave out is not out here.
    let clomo = bench.desk.inquiry(roadmap("clomo"), None).unwrap();
    assert_ne!(clomo.scope.scope, Scope::Out);
    let id = roadmap("deep-instinct");
    let view = bench.desk.inquiry(id, None).unwrap();
    let draft = view.drafts.iter().find(|it| it.topic == "scope").unwrap();
    let named = view.scope.named(OutReason::Roadmap).unwrap();
    assert!(draft.text.contains(&named.name.ja), "{}", draft.text);
    assert!(draft.text.contains("有償サポート"));
    bench.level(id, ImpactLevel::Question, inquiry::LevelReason::First);
    let response = NewResponse {
        text: Some(draft.text.clone()),
        ..NewResponse::now(draft.kind)
    };
    bench.desk.respond(&call("佐藤"), id, &response).unwrap();
    assert!(bench.state(id).first_response.is_some());
}

#[test]
fn the_packs_questions_end_in_a_level_and_stay_on_record() {
    let bench = Bench::new();
    let id = bench.records(about("clomo", "本日から全員ログインできません。"));
    let ask = |answers: &[u32]| bench.desk.level_assistant(id, answers).unwrap();
    let AssistantView::Ask { suggested, .. } = ask(&[]) else {
        panic!("the first question is asked");
    };
    assert_eq!(suggested, Some(1), "the text suggests that something fails");
    let AssistantView::Ask { suggested, .. } = ask(&[1]) else {
        panic!("the second question is asked");
    };
    assert_eq!(
        suggested,
        Some(1),
        "the text suggests that nobody can log in"
    );
    let outage = AssistantView::Found {
        level: ImpactLevel::Outage,
        clause: 17,
    };
    assert_eq!(ask(&[1, 1]), outage);
    let decide = |level, note| {
        let decided = AssistedLevel {
            answers: &[1, 1],
            level,
            note,
        };
        bench.desk.assist_level(&call("佐藤"), id, &decided)
    };
    let without_reason = decide(ImpactLevel::Serious, None).unwrap_err();
    assert_eq!(without_reason.code(), "overrule-reason-missing");
    assert_eq!(bench.state(id).level, None, "nothing of it was recorded");
    decide(ImpactLevel::Serious, Some("一部の拠点だけのため")).unwrap();
    let state = bench.state(id);
    assert_eq!(state.level.unwrap().level, ImpactLevel::Serious);
    assert_eq!(state.level_found.unwrap().level, ImpactLevel::Outage);
    decide(ImpactLevel::Outage, None).unwrap();
    assert_eq!(bench.state(id).level.unwrap().level, ImpactLevel::Outage);
    let nowhere = bench.desk.level_assistant(id, &[8]);
    assert!(matches!(nowhere, Err(DeskError::AnswersLeadNowhere)));
}

#[test]
fn inquiries_of_one_outage_are_triaged_and_answered_together() {
    let bench = Bench::new();
    let leading = bench.receives_at_level("全社で使えない", ImpactLevel::Outage);
    let unleveled = bench.receives("ログインできない");
    let minor = bench.receives_at_level("遅い", ImpactLevel::Minor);
    let join =
        |leading, joined: &[InquiryId]| bench.desk.join_outage(&call("佐藤"), joined, leading);
    refused(join(minor, &[leading]), "no-outage");
    join(leading, &[unleveled, minor]).unwrap();
    for id in [unleveled, minor] {
        let state = bench.state(id);
        assert_eq!(state.level.unwrap().level, ImpactLevel::Outage);
        assert_eq!(state.links[0].relation, Relation::SameOutage);
    }
    assert_eq!(bench.state(leading).links.len(), 2);
    let all = [leading, unleveled, minor];
    let response = NewResponse::now(ResponseKind::Answer);
    bench
        .desk
        .respond_together(&call("佐藤"), &all, &response)
        .unwrap();
    assert!(
        all.iter()
            .all(|id| bench.state(*id).first_response.is_some())
    );
    bench.desk.undo(&call("佐藤")).unwrap();
    assert!(
        all.iter()
            .all(|id| bench.state(*id).first_response.is_none())
    );
}

#[test]
fn who_ticked_the_status_page_and_when_is_on_record() {
    let bench = Bench::new();
    let id = bench.receives_at_level("全社で使えない", ImpactLevel::Outage);
    let tick = |step, done| bench.desk.tick_status_page(&call("鈴木"), id, step, done);
    tick(StatusPageStep::Posted, true).unwrap();
    let ticks = bench.state(id).status_page;
    assert_eq!(ticks.len(), 1);
    assert_eq!(
        (ticks[0].by.as_str(), ticks[0].at),
        ("鈴木", bench.desk.now())
    );
    let again = tick(StatusPageStep::Posted, true).unwrap_err();
    assert_eq!(again.code(), "nothing-to-change");
    tick(StatusPageStep::Posted, false).unwrap();
    assert!(bench.state(id).status_page.is_empty());
    // This pack keeps its own page current; looking at somebody else's is a step of another one.
    assert!(tick(StatusPageStep::Checked, true).is_err());
    let minor = bench.receives_at_level("遅い", ImpactLevel::Minor);
    let no_outage = bench
        .desk
        .tick_status_page(&call("鈴木"), minor, StatusPageStep::Posted, true);
    refused(no_outage, "no-outage");
}

#[test]
fn handing_over_to_paid_support_is_a_mark_outside_the_clocks() {
    let bench = Bench::new();
    let id = bench.records(about("clomo", "管理画面の操作をすべて代行してください。"));
    let before = bench.desk.inquiry(id, None).unwrap().row.evaluation;
    bench.desk.hand_over(&call("佐藤"), &[id], true).unwrap();
    let view = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(
        view.row.evaluation, before,
        "the first response is owed all the same"
    );
    let handed_over = view.inquiry().handed_over.clone().unwrap();
    assert_eq!(handed_over.by.as_str(), "佐藤");
    refused(
        bench.desk.hand_over(&call("鈴木"), &[id], true),
        "nothing-to-change",
    );
    bench.desk.hand_over(&call("鈴木"), &[id], false).unwrap();
    assert_eq!(
        bench.desk.inquiry(id, None).unwrap().inquiry().handed_over,
        None
    );
    bench.desk.undo(&call("鈴木")).unwrap();
    assert!(
        bench
            .desk
            .inquiry(id, None)
            .unwrap()
            .inquiry()
            .handed_over
            .is_some()
    );
    assert!(bench.desk.verify(&mut |_, _| {}).unwrap().is_sound());
}
