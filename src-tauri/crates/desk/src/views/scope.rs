//! Whether an inquiry is within standard support (§7–§11, §16, §19): what is found by itself, and what was answered.

use inquiry::{Direction, Inquiry, MessageText, OsUsed, PartUsed, ScopeAnswers};
use policy::{
    AppAnswer, AppVerdict, DetectedLanguage, DeviceAnswer, DeviceFact, DeviceVerdict, NamedApp,
    NamedOs, OsAnswer, OsQuestion, OsVerdict, OutReason, Outside, Pack, Platform, ProductPart,
    Scope, ScopeFacts, ScopeFinding, check_os, detect_language, judge_scope, named_systems,
    scope_of,
};

use super::asker::AskerView;
use crate::{DeskError, Rules};

/// How much of an inquiry's texts is looked at, in bytes: a named system stands near the beginning.
const MOST_TEXT: usize = 64 << 10;

/// What an inquiry's scope comes to, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct ScopeView {
    /// What all findings come to.
    pub scope: Scope,
    /// The findings, each with its clause.
    pub findings: Vec<ScopeFinding>,
    /// The operating system that is judged, with what the checker says of it.
    pub os: Option<(NamedOs, OsAnswer)>,
    /// Whether it was named by the text and not by an agent.
    pub os_from_text: bool,
    /// The app that the text names, with what the table of products says of its version (§7).
    pub app: Option<(NamedApp, AppAnswer)>,
    /// The device that the text names, with what the list says of it (§11).
    pub device: Option<(String, DeviceAnswer)>,
    /// What the text seems to be written in.
    pub language: DetectedLanguage,
    /// The answers that count.
    pub answers: ScopeAnswers,
    /// The reasons that the pack names, as it calls them (§19).
    pub outside: Vec<Outside>,
}

impl ScopeView {
    /// Gives the reasons of §19 for which the inquiry is out, each once.
    #[must_use]
    pub fn reasons(&self) -> Vec<OutReason> {
        let out = self.findings.iter().filter(|it| it.scope == Scope::Out);
        let mut reasons: Vec<OutReason> = out.filter_map(|it| it.reason).collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    /// Gives what the pack calls a reason.
    #[must_use]
    pub fn named(&self, reason: OutReason) -> Option<&Outside> {
        self.outside.iter().find(|it| it.id == reason)
    }
}

/// Judges an inquiry's scope by its subject and the texts of its messages.
pub(crate) fn scope_view(
    rules: &Rules,
    inquiry: &Inquiry,
    subject: &str,
    texts: &[MessageText],
    asker: &AskerView,
) -> Result<ScopeView, DeskError> {
    let pack = rules.pack(&inquiry.product, inquiry.received_at)?;
    let text = incoming_text(inquiry, subject, texts);
    let answers = inquiry.scope.clone();
    let systems = match &answers.os {
        Some(OsUsed::None) => Vec::new(),
        Some(OsUsed::Named(named)) => vec![named.clone()],
        None => named_systems(&text),
    };
    let app = app(rules, inquiry, &text, &systems);
    let mut view = ScopeView {
        scope: Scope::ToBeChecked,
        findings: Vec::new(),
        os: gravest(rules, inquiry, systems),
        os_from_text: false,
        app: app.filter(|_| answers.part.is_none()),
        device: device(rules, inquiry, &text).filter(|_| answers.device.is_none()),
        language: detect_language(&text),
        outside: outside(pack),
        answers,
    };
    view.os_from_text = view.os.is_some() && view.answers.os.is_none();
    view.findings = judge_scope(pack, &facts(inquiry, asker, &view));
    view.scope = scope_of(&view.findings);
    Ok(view)
}

/// Of several named apps the one that is furthest from the newest decides.
fn app(
    rules: &Rules,
    inquiry: &Inquiry,
    text: &str,
    systems: &[NamedOs],
) -> Option<(NamedApp, AppAnswer)> {
    let platforms: Vec<Platform> = systems.iter().map(|it| Platform::of(it.os)).collect();
    let (table, product) = (&rules.product_table, inquiry.product.as_str());
    let on = rules.calendar.date_of(inquiry.received_at);
    let named = table.named_apps(product, text, &platforms).into_iter();
    let answered = named.map(|it| {
        let answer = table.check_named_app(product, &it, on);
        (it, answer)
    });
    answered.max_by_key(|(_, answer)| match answer.verdict {
        AppVerdict::Supported => 0,
        AppVerdict::ToBeChecked => 1,
        AppVerdict::Unsupported => 2,
    })
}

/// Of several named devices one that is not verified decides.
fn device(rules: &Rules, inquiry: &Inquiry, text: &str) -> Option<(String, DeviceAnswer)> {
    let (table, product) = (&rules.product_table, inquiry.product.as_str());
    let on = rules.calendar.date_of(inquiry.received_at);
    let named = table.named_devices(product, text).into_iter();
    let answered = named.map(|it| {
        let answer = table.check_device(product, &it.model, on);
        (it.model.clone(), answer)
    });
    answered.max_by_key(|(_, answer)| answer.verdict != DeviceVerdict::Supported)
}

fn outside(pack: &Pack) -> Vec<Outside> {
    let rules = pack.content().scope.as_ref();
    rules.map(|it| it.outside.clone()).unwrap_or_default()
}

/// Joins what the customer wrote; ours says nothing of what the customer uses.
pub(crate) fn incoming_text(inquiry: &Inquiry, subject: &str, texts: &[MessageText]) -> String {
    let mut joined = subject.to_owned();
    let messages = inquiry.messages.iter().zip(texts);
    for (_, text) in messages.filter(|(it, _)| it.direction == Direction::In) {
        if joined.len() > MOST_TEXT {
            break;
        }
        joined.push('\n');
        let end = text.text.floor_char_boundary(MOST_TEXT);
        joined.push_str(text.text.get(..end).unwrap_or_default());
    }
    joined
}

/// Of several named systems the one that is furthest from support decides.
fn gravest(rules: &Rules, inquiry: &Inquiry, systems: Vec<NamedOs>) -> Option<(NamedOs, OsAnswer)> {
    let on = rules.calendar.date_of(inquiry.received_at);
    let answered = systems.into_iter().filter_map(|named| {
        let question = OsQuestion {
            product: inquiry.product.as_str(),
            os: named.os,
            version: &named.version,
            on,
        };
        let answer = check_os(&rules.packs, &rules.os_table, &question)?;
        Some((named, answer))
    });
    answered.max_by_key(|(_, answer)| match answer.verdict {
        OsVerdict::Supported => 0,
        OsVerdict::ToBeChecked => 1,
        OsVerdict::Unsupported => 2,
    })
}

fn facts(inquiry: &Inquiry, asker: &AskerView, view: &ScopeView) -> ScopeFacts {
    let answers = &view.answers;
    let app = |is_newest| ProductPart::App { is_newest };
    let named = view.app.as_ref().map(|(_, answer)| match answer.verdict {
        AppVerdict::Supported => app(Some(true)),
        AppVerdict::Unsupported => app(Some(false)),
        AppVerdict::ToBeChecked => app(None),
    });
    let listed = view.device.as_ref();
    let listed = listed.map(|(_, answer)| answer.verdict == DeviceVerdict::Supported);
    let held = answers.outside.iter().filter(|(_, holds)| **holds);
    ScopeFacts {
        contract_valid: answers.contract.or(asker.contract_valid),
        kind: inquiry.kind,
        part: named.or(answers.part.map(|part| match part {
            PartUsed::Console => ProductPart::Console,
            PartUsed::NewestApp => app(Some(true)),
            PartUsed::OlderApp => app(Some(false)),
            PartUsed::App => app(None),
        })),
        os: view.os.as_ref().map(|(_, answer)| answer.clone()),
        device: answers.device.or(listed).map(|supported| DeviceFact {
            verified: Some(supported),
            meets_requirements: Some(supported),
        }),
        language: Some(view.language),
        is_japanese: answers.japanese,
        also: held.map(|(reason, _)| *reason).collect(),
    }
}
