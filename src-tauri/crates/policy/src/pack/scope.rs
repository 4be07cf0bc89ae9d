//! What a pack leaves outside standard support (§7, §10, §11, §19).

use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::check::names;
use super::problem::PackProblemCode as Code;
use super::section::Section;
use crate::words::words;

words! {
    /// Why something is outside standard support (§19).
    OutReason ("reason for being out of scope") {
        /// The contract is not valid, or cannot be confirmed.
        Contract = "contract",
        /// It is used against the terms.
        AgainstTerms = "against-terms",
        /// A product, a version or an operating system that is no longer supported, or a beta version.
        OldOrBeta = "old-or-beta",
        /// A device that was not verified, or software of others.
        DeviceOrSoftware = "device-or-software",
        /// It is not about our product.
        NotOurProduct = "not-our-product",
        /// It is not in Japanese.
        NotJapanese = "not-japanese",
        /// The console is to be operated for the customer.
        OperatingForCustomer = "operating-for-customer",
        /// Advice beyond use and settings.
        Consulting = "consulting",
        /// Help from afar on the customer's machine, or a visit.
        RemoteOrVisit = "remote-or-visit",
        /// What is planned, or not released yet.
        Roadmap = "roadmap",
        /// Figures to size a system by.
        Sizing = "sizing",
        /// Samples from an evaluation.
        EvaluationSamples = "evaluation-samples",
        /// Whether something is malware.
        MalwareOrNot = "malware-or-not",
        /// Of which family or kind malware is.
        MalwareKind = "malware-kind",
        /// A report of an analysis.
        AnalysisReport = "analysis-report",
    }
}

words! {
    /// What comes of an inquiry about a beta version of an operating system (§10).
    BetaRule ("rule for betas") {
        /// In principle no answer: it is recorded as information, and word of that is a first response.
        Information = "information",
        /// It is out of scope.
        OutOfScope = "out-of-scope",
    }
}

words! {
    /// By what a device is supported (§11).
    DeviceRule ("rule for devices") {
        /// It was verified, and its operating system is supported.
        VerifiedList = "verified-list",
        /// It meets the product's system requirements.
        SystemRequirements = "system-requirements",
    }
}

/// One reason of §19 as the pack tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outside {
    /// Which reason it is.
    pub id: OutReason,
    /// What it is called, with the names of the pack's consoles and terms.
    pub name: Names,
}

/// What standard support leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ScopeRules {
    /// Inquiries about betas (§10).
    pub betas: BetaRule,
    /// Devices (§11).
    pub devices: DeviceRule,
    /// The reasons that the pack names (§19): each of them once.
    pub outside: Vec<Outside>,
}

impl ScopeRules {
    /// Gives a reason as the pack tells it; none where the pack does not name it.
    pub fn outside(&self, id: OutReason) -> Option<&Outside> {
        self.outside.iter().find(|it| it.id == id)
    }
}

/// Reads the section `scope`, which packs of the first hour do not have.
pub(super) fn scope(root: &mut Section<'_>) -> Option<ScopeRules> {
    let mut section = root.section_if_there("scope")?;
    let betas = section.word("betas", BetaRule::ALL, BetaRule::as_str);
    let devices = section.word("devices", DeviceRule::ALL, DeviceRule::as_str);
    let mut outside: Vec<Outside> = Vec::new();
    for mut entry in section.sections("outside") {
        let id = entry.word("id", OutReason::ALL, OutReason::as_str);
        let name = names(&mut entry, "name");
        if id.is_some_and(|id| outside.iter().any(|known| known.id == id)) {
            entry.note(Code::Duplicate, "id", None);
        }
        entry.finish();
        outside.extend(id.zip(name).map(|(id, name)| Outside { id, name }));
    }
    section.finish();
    Some(ScopeRules {
        betas: betas?,
        devices: devices?,
        outside,
    })
}
