//! Whether an inquiry is within standard support (§7–§11, §16, §19): a list of findings, each with its clause.

use crate::language::{DetectedLanguage, LanguageHint};
use crate::os::{OsAnswer, OsReason, OsVerdict};
use crate::pack::{BetaRule, DeviceRule, OutReason, Pack, ScopeRules};
use crate::words::{InquiryKind, words};

/// What is known of an inquiry, as far as its scope goes. What nobody knows is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScopeFacts {
    /// Whether the customer's contract is valid.
    pub contract_valid: Option<bool>,
    /// What it is about (§16).
    pub kind: Option<InquiryKind>,
    /// The part of the product, and its version (§7).
    pub part: Option<ProductPart>,
    /// What the checker says of the operating system, where one is named (§8, §9, §10).
    pub os: Option<OsAnswer>,
    /// Whether the device is on the verified list, or meets the system requirements (§11); where one is named.
    pub device: Option<DeviceFact>,
    /// What the text seems to be written in.
    pub language: Option<DetectedLanguage>,
    /// Whether a person decided that it is in Japanese.
    pub is_japanese: Option<bool>,
    /// What else is asked or true, as a person found (§19).
    pub also: Vec<OutReason>,
}

/// A part of the product, as far as its version bears on the scope (§7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProductPart {
    /// Web application or console: whichever version is in use.
    Console,
    /// Mobile app or client.
    App {
        /// Whether it is the newest that is published on the platform; none where the version is not known.
        is_newest: Option<bool>,
    },
}

/// What is known of a named device (§11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceFact {
    /// Whether it stands on the list of verified devices.
    pub verified: Option<bool>,
    /// Whether it meets the product's system requirements.
    pub meets_requirements: Option<bool>,
}

words! {
    /// Whether something is within standard support.
    Scope ("scope") {
        /// It is.
        In = "in",
        /// It is not.
        Out = "out",
        /// A person has to look.
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// What a finding is about.
    ScopeSubject ("subject of a finding") {
        /// The customer's contract (§19).
        Contract = "contract",
        /// The kind of inquiry (§16).
        Kind = "kind",
        /// The version of the product (§7).
        ProductVersion = "product-version",
        /// The version of the operating system (§8, §9).
        Os = "os",
        /// A beta version that is recorded as information only (§10).
        BetaInformation = "beta-information",
        /// A beta version that is out of scope (§10).
        Beta = "beta",
        /// The device (§11).
        Device = "device",
        /// The language (§19).
        Language = "language",
        /// What else the pack leaves out (§19).
        Outside = "outside",
    }
}

/// One finding about an inquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeFinding {
    /// What it is about.
    pub subject: ScopeSubject,
    /// What it comes to.
    pub scope: Scope,
    /// The number of the clause that it rests on.
    pub clause: u8,
    /// The reason of §19 that it gives, where it gives one.
    pub reason: Option<OutReason>,
}

/// What all findings come to: out where one is, else to be checked where one is; without a finding, too.
pub fn scope_of(findings: &[ScopeFinding]) -> Scope {
    let any = |scope| findings.iter().any(|finding| finding.scope == scope);
    if any(Scope::Out) {
        Scope::Out
    } else if any(Scope::ToBeChecked) || findings.is_empty() {
        Scope::ToBeChecked
    } else {
        Scope::In
    }
}

/// Lists what is found of an inquiry's scope under a pack. What is not known but matters is to be checked.
pub fn judge_scope(pack: &Pack, facts: &ScopeFacts) -> Vec<ScopeFinding> {
    let Some(rules) = &pack.content().scope else {
        return Vec::new();
    };
    let mut findings = vec![contract(facts), language(facts)];
    findings.extend(facts.kind.map(kind));
    findings.extend(facts.part.map(product_version));
    findings.extend(facts.os.as_ref().map(|answer| os(rules, answer)));
    findings.extend(facts.device.map(|fact| device(rules, facts, fact)));
    findings.extend(facts.also.iter().map(|reason| outside(rules, *reason)));
    findings
}

/// Gives a finding that is out for a reason of §19 where something does not hold, to be checked where nobody knows.
fn by_fact(
    subject: ScopeSubject,
    clause: u8,
    holds: Option<bool>,
    reason: OutReason,
) -> ScopeFinding {
    let scope = match holds {
        Some(true) => Scope::In,
        Some(false) => Scope::Out,
        None => Scope::ToBeChecked,
    };
    ScopeFinding {
        subject,
        scope,
        clause,
        reason: (scope != Scope::In).then_some(reason),
    }
}

fn contract(facts: &ScopeFacts) -> ScopeFinding {
    let valid = facts.contract_valid;
    by_fact(ScopeSubject::Contract, 19, valid, OutReason::Contract)
}

/// The rule only hints: a person decides that something is not in Japanese.
fn language(facts: &ScopeFacts) -> ScopeFinding {
    let hinted = facts.language.and_then(|found| match found.hint {
        LanguageHint::Japanese | LanguageHint::ProbablyJapanese => Some(true),
        LanguageHint::Other | LanguageHint::Unclear => None,
    });
    let holds = facts.is_japanese.or(hinted);
    by_fact(ScopeSubject::Language, 19, holds, OutReason::NotJapanese)
}

/// All kinds of §16 are within; what fits none of them is to be looked at.
fn kind(kind: InquiryKind) -> ScopeFinding {
    let scope = match kind {
        InquiryKind::Usage
        | InquiryKind::Specification
        | InquiryKind::Troubleshooting
        | InquiryKind::Installation
        | InquiryKind::PlatformIntegration
        | InquiryKind::FeedbackOrRequest => Scope::In,
        InquiryKind::Other => Scope::ToBeChecked,
    };
    ScopeFinding {
        subject: ScopeSubject::Kind,
        scope,
        clause: 16,
        reason: None,
    }
}

fn product_version(part: ProductPart) -> ScopeFinding {
    let holds = match part {
        ProductPart::Console => Some(true),
        ProductPart::App { is_newest } => is_newest,
    };
    by_fact(ScopeSubject::ProductVersion, 7, holds, OutReason::OldOrBeta)
}

fn os(rules: &ScopeRules, answer: &OsAnswer) -> ScopeFinding {
    let holds = match answer.verdict {
        OsVerdict::Supported => Some(true),
        OsVerdict::Unsupported => Some(false),
        OsVerdict::ToBeChecked => None,
    };
    let subject = match (answer.reason, rules.betas) {
        (OsReason::Beta, BetaRule::Information) => ScopeSubject::BetaInformation,
        (OsReason::Beta, BetaRule::OutOfScope) => ScopeSubject::Beta,
        _ => ScopeSubject::Os,
    };
    by_fact(subject, answer.reason.clause(), holds, OutReason::OldOrBeta)
}

/// By the verified list a device needs a supported operating system as well (§11).
fn device(rules: &ScopeRules, facts: &ScopeFacts, device: DeviceFact) -> ScopeFinding {
    let holds = match rules.devices {
        DeviceRule::SystemRequirements => device.meets_requirements,
        DeviceRule::VerifiedList => {
            let verdict = facts.os.as_ref().map(|answer| answer.verdict);
            match (device.verified, verdict) {
                (Some(false), _) | (_, Some(OsVerdict::Unsupported)) => Some(false),
                (Some(true), Some(OsVerdict::Supported)) => Some(true),
                (Some(true) | None, Some(OsVerdict::ToBeChecked) | None)
                | (None, Some(OsVerdict::Supported)) => None,
            }
        }
    };
    by_fact(ScopeSubject::Device, 11, holds, OutReason::DeviceOrSoftware)
}

/// What the pack names is out; what only other packs name is not.
fn outside(rules: &ScopeRules, reason: OutReason) -> ScopeFinding {
    let named = rules.outside(reason).is_some();
    by_fact(ScopeSubject::Outside, 19, Some(!named), reason)
}
