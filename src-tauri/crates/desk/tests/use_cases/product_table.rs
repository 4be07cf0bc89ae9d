//! What the table of products tells of an inquiry's scope (§7, §11).

use desk::{NewInquiry, ProductTableChange};
use inquiry::{PartUsed, ScopeAnswer};
use policy::{
    AppReason, AppRelease, Platform, ProductEdit, ProductId, Scope, ScopeSubject, VerifiedDevice,
};

use crate::bench::{Bench, call, new, refused};

fn release(platform: Platform, version: &str) -> ProductEdit {
    ProductEdit::Release(AppRelease {
        product: "clomo".to_owned(),
        app: "MDM Agent".to_owned(),
        platform,
        version: version.to_owned(),
        published_on: "2026-10-12".parse().unwrap(),
    })
}

fn device(model: &str) -> ProductEdit {
    ProductEdit::Verify(VerifiedDevice {
        product: "clomo".to_owned(),
        model: model.to_owned(),
        also: Vec::new(),
        since: "2025-04-01".parse().unwrap(),
        until: None,
    })
}

fn bench() -> Bench {
    let bench = Bench::new();
    let edits = vec![
        release(Platform::Ios, "5.2.0"),
        release(Platform::Android, "5.1.9"),
        device("EX-10"),
    ];
    let change = ProductTableChange::Edits(edits);
    bench
        .desk
        .change_product_table(&call("佐藤"), &change)
        .unwrap();
    bench
}

fn asks(bench: &Bench, product: &str, text: &str) -> desk::ScopeView {
    let id = bench.records(NewInquiry {
        product: ProductId::new(product).unwrap(),
        text: text.into(),
        ..new("お尋ね")
    });
    bench.desk.inquiry(id, None).unwrap().scope
}

fn found(scope: &desk::ScopeView, subject: ScopeSubject) -> Option<Scope> {
    let findings = scope.findings.iter();
    findings
        .filter(|it| it.subject == subject)
        .map(|it| it.scope)
        .next()
}

#[test]
fn an_app_named_in_the_text_is_judged_by_the_newest_on_its_platform() {
    let bench = bench();
    let judged = |text: &str| {
        let scope = asks(&bench, "clomo", text);
        found(&scope, ScopeSubject::ProductVersion)
    };
    assert_eq!(judged("MDM Agent 5.2.0（iOS 26.5）です。"), Some(Scope::In));
    assert_eq!(
        judged("MDM Agent 5.1.0（iOS 26.5）です。"),
        Some(Scope::Out)
    );
    assert_eq!(
        judged("MDM Agent 5.1.9（Android 16）です。"),
        Some(Scope::In)
    );
    assert_eq!(
        judged("MDM Agent 5.1.9 です。"),
        Some(Scope::ToBeChecked),
        "newest on one platform only"
    );
    assert_eq!(
        judged("MDM Agent 5.0 です。"),
        Some(Scope::Out),
        "old on all"
    );
    assert_eq!(
        judged("MDM Agent 9.9（iOS 26.5）です。"),
        Some(Scope::ToBeChecked)
    );
    assert_eq!(judged("MDM Agent が起動しません。"), None);
    let elsewhere = asks(&bench, "harmony-mobile", "MDM Agent 5.0 です。");
    assert_eq!(elsewhere.app, None, "another product's table");
}

#[test]
fn an_answer_of_an_agent_counts_before_the_text() {
    let bench = bench();
    let scope = asks(&bench, "clomo", "MDM Agent 5.0 です。");
    assert_eq!(scope.app.unwrap().1.reason, AppReason::NewerPublished);
    let id = bench.records(NewInquiry {
        text: "MDM Agent 5.0 です。".into(),
        ..new("お尋ね")
    });
    let console = ScopeAnswer::Part(Some(PartUsed::Console));
    bench
        .desk
        .answer_scope(&call("佐藤"), id, &[console])
        .unwrap();
    let scope = bench.desk.inquiry(id, None).unwrap().scope;
    assert_eq!(
        (found(&scope, ScopeSubject::ProductVersion), scope.app),
        (Some(Scope::In), None)
    );
}

#[test]
fn a_device_named_in_the_text_is_looked_up_in_the_list() {
    let bench = bench();
    let judged = |text: &str| found(&asks(&bench, "clomo", text), ScopeSubject::Device);
    assert_eq!(
        judged("端末は EX-10 です。"),
        Some(Scope::ToBeChecked),
        "the system is not named (§11)"
    );
    assert_eq!(
        judged("端末は EX-10、Android 9 です。"),
        Some(Scope::Out),
        "the system is out"
    );
    assert_eq!(judged("端末は EX-100 です。"), None);
    let unlist = ProductEdit::Unlist {
        product: "clomo".to_owned(),
        model: "EX-10".to_owned(),
        on: "2026-01-01".parse().unwrap(),
    };
    let change = ProductTableChange::Edits(vec![unlist]);
    bench
        .desk
        .change_product_table(&call("鈴木"), &change)
        .unwrap();
    assert_eq!(judged("端末は EX-10 です。"), Some(Scope::Out));
    bench.desk.undo(&call("鈴木")).unwrap();
    assert_eq!(judged("端末は EX-10 です。"), Some(Scope::ToBeChecked));
}

#[test]
fn a_change_with_problems_changes_nothing() {
    let bench = bench();
    let mut other = release(Platform::Ios, "5.3.0");
    if let ProductEdit::Release(release) = &mut other {
        "clomi".clone_into(&mut release.product);
    }
    let before = bench.desk.rules().product_table.clone();
    let edits = ProductTableChange::Edits(vec![device("EX-20"), other]);
    let made = bench.desk.change_product_table(&call("佐藤"), &edits);
    refused(made, "table-problems");
    assert_eq!(bench.desk.rules().product_table, before);
}
