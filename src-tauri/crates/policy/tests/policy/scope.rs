//! What is within standard support (§7–§11, §16, §19).

use policy::{
    DetectedLanguage, DeviceFact, InquiryKind, LanguageHint, OsAnswer, OsQuestion, OsTable,
    OutReason, Pack, PackLibrary, ProductPart, Scope, ScopeFacts, ScopeFinding, ScopeSubject,
    check_os, judge_scope, scope_of,
};

fn os(product: &str, os: &str, version: &str, on: &str) -> OsAnswer {
    let question = OsQuestion {
        product,
        os: os.parse().unwrap(),
        version,
        on: on.parse().unwrap(),
    };
    check_os(&PackLibrary::shipped(), OsTable::shipped(), &question).unwrap()
}

/// Facts that leave nothing open.
fn settled() -> ScopeFacts {
    ScopeFacts {
        contract_valid: Some(true),
        is_japanese: Some(true),
        kind: Some(InquiryKind::Usage),
        ..ScopeFacts::default()
    }
}

fn of(facts: &ScopeFacts, subject: ScopeSubject) -> Vec<Option<ScopeFinding>> {
    let packs = Pack::shipped().iter();
    packs
        .map(|pack| {
            let findings = judge_scope(pack, facts);
            findings.into_iter().find(|it| it.subject == subject)
        })
        .collect()
}

/// Checks a finding under clomo, deep-instinct and harmony-mobile.
#[track_caller]
fn check(facts: &ScopeFacts, subject: ScopeSubject, clause: u8, expected: [Scope; 3]) {
    let found = of(facts, subject);
    let scopes: Vec<_> = found.iter().flatten().map(|it| it.scope).collect();
    assert_eq!(scopes, expected, "{subject:?} of {facts:?}");
    assert!(found.iter().flatten().all(|it| it.clause == clause));
}

#[test]
fn what_is_known_and_right_is_in_and_what_nobody_knows_is_to_be_checked() {
    for pack in Pack::shipped() {
        assert_eq!(scope_of(&judge_scope(pack, &settled())), Scope::In);
        let nothing = judge_scope(pack, &ScopeFacts::default());
        assert_eq!(scope_of(&nothing), Scope::ToBeChecked);
        let ended = ScopeFacts {
            contract_valid: Some(false),
            is_japanese: None,
            ..settled()
        };
        assert_eq!(scope_of(&judge_scope(pack, &ended)), Scope::Out);
    }
    assert_eq!(scope_of(&[]), Scope::ToBeChecked);
}

#[test]
fn an_app_has_to_be_the_newest_and_a_console_is_as_it_is() {
    let part = |part| ScopeFacts {
        part: Some(part),
        ..settled()
    };
    let app = |is_newest| part(ProductPart::App { is_newest });
    let subject = ScopeSubject::ProductVersion;
    check(&part(ProductPart::Console), subject, 7, [Scope::In; 3]);
    check(&app(Some(true)), subject, 7, [Scope::In; 3]);
    check(&app(Some(false)), subject, 7, [Scope::Out; 3]);
    check(&app(None), subject, 7, [Scope::ToBeChecked; 3]);
}

#[test]
fn a_beta_is_information_for_clomo_and_out_of_scope_elsewhere() {
    let found: Vec<_> = Pack::shipped()
        .iter()
        .map(|pack| {
            let answer = os(pack.id().as_str(), "ios", "27.0 beta", "2026-07-01");
            let facts = ScopeFacts {
                os: Some(answer),
                ..settled()
            };
            let findings = judge_scope(pack, &facts);
            let it = findings.into_iter().find(|it| it.clause == 10).unwrap();
            (it.subject, it.scope, it.reason)
        })
        .collect();
    let out = |subject| (subject, Scope::Out, Some(OutReason::OldOrBeta));
    assert_eq!(
        found,
        [
            out(ScopeSubject::BetaInformation),
            out(ScopeSubject::Beta),
            out(ScopeSubject::Beta)
        ]
    );
}

#[test]
fn a_device_is_judged_by_the_list_or_by_the_requirements() {
    let facts = |verified, meets_requirements, version| ScopeFacts {
        os: Some(os("clomo", "ios", version, "2026-08-01")),
        device: Some(DeviceFact {
            verified,
            meets_requirements,
        }),
        ..settled()
    };
    let supported = "26.6";
    let subject = ScopeSubject::Device;
    let unknown = Scope::ToBeChecked;
    check(
        &facts(Some(true), None, supported),
        subject,
        11,
        [Scope::In, unknown, unknown],
    );
    check(
        &facts(None, Some(true), supported),
        subject,
        11,
        [unknown, Scope::In, Scope::In],
    );
    check(
        &facts(Some(false), Some(true), supported),
        subject,
        11,
        [Scope::Out, Scope::In, Scope::In],
    );
    // A verified device with an old system is out under the list's rule.
    check(
        &facts(Some(true), Some(true), "12.0"),
        subject,
        11,
        [Scope::Out, Scope::In, Scope::In],
    );
}

#[test]
fn six_kinds_are_in_and_what_fits_none_is_looked_at() {
    for kind in InquiryKind::ALL {
        let facts = ScopeFacts {
            kind: Some(*kind),
            ..settled()
        };
        let expected = if *kind == InquiryKind::Other {
            Scope::ToBeChecked
        } else {
            Scope::In
        };
        check(&facts, ScopeSubject::Kind, 16, [expected; 3]);
    }
}

#[test]
fn the_rule_for_languages_hints_and_a_person_decides() {
    let facts = |hint, is_japanese| ScopeFacts {
        language: Some(DetectedLanguage {
            hint,
            language: None,
        }),
        is_japanese,
        ..settled()
    };
    let subject = ScopeSubject::Language;
    let check = |hint, decided, expected| check(&facts(hint, decided), subject, 19, [expected; 3]);
    check(LanguageHint::ProbablyJapanese, None, Scope::In);
    check(LanguageHint::Other, None, Scope::ToBeChecked);
    check(LanguageHint::Unclear, None, Scope::ToBeChecked);
    check(LanguageHint::Other, Some(true), Scope::In);
    check(LanguageHint::Japanese, Some(false), Scope::Out);
}

#[test]
fn each_pack_leaves_out_what_its_policy_names() {
    use OutReason::{
        AnalysisReport, Consulting, EvaluationSamples, MalwareKind, MalwareOrNot, Roadmap, Sizing,
    };
    let (out, within) = (Scope::Out, Scope::In);
    let rows = [
        (Consulting, [out, out, out]),
        (Roadmap, [within, out, out]),
        (Sizing, [within, out, within]),
        (EvaluationSamples, [within, out, within]),
        (MalwareOrNot, [within, out, within]),
        (MalwareKind, [within, out, within]),
        (AnalysisReport, [within, out, within]),
    ];
    for (reason, expected) in rows {
        let facts = ScopeFacts {
            also: vec![reason],
            ..settled()
        };
        check(&facts, ScopeSubject::Outside, 19, expected);
    }
}

#[track_caller]
fn check_named(text: &str, expected: &[&str]) {
    let named = policy::named_systems(text);
    let told: Vec<String> = named
        .iter()
        .map(|it| format!("{} {}", it.os, it.version))
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn the_systems_that_a_text_names_are_found_with_their_versions() {
    check_named("iPhone（iOS 18.7.2）で発生します", &["ios 18.7.2"]);
    check_named("ｉＯＳ１８．７ と iPadOS17.7", &["ios 18.7", "ipados 17.7"]);
    check_named(
        "OS: Android 12L / Android OS バージョン 14",
        &["android 12l", "android 14"],
    );
    check_named(
        "macOS Sequoia 15.1 および macOS ver.14",
        &["macos 15.1", "macos 14"],
    );
    check_named(
        "Windows 11 Pro 24H2、Windows 11 23H2",
        &["windows-11 24h2", "windows-11 23h2"],
    );
    check_named("Chrome OS 132 の端末", &["chromeos 132"]);
    check_named("iOS 27.0 ベータ版を入れた", &["ios 27.0 beta"]);
    check_named("iOS 18.7. 以上です。", &["ios 18.7"]);
    check_named("iOS 18 と iOS 18 の二台", &["ios 18"]);
}

#[test]
fn a_name_without_a_version_or_within_another_word_names_nothing() {
    check_named("iOS の端末が 3 台あります。Android もあります。", &[]);
    check_named("studios 18 と kurios 17.1", &[]);
    check_named("Windows 11 を 200 台導入", &[]);
    check_named("", &[]);
}
