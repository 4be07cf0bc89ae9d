use policy::{Scope, ScopeSubject, StatusPageStep};

use crate::i18n::scope::ScopeTold;

pub(super) const TOLD: ScopeTold = ScopeTold {
    scope: |it| match it {
        Scope::In => "in scope",
        Scope::Out => "out of scope",
        Scope::ToBeChecked => "to be checked",
    },
    subject: |it| match it {
        ScopeSubject::Contract => "contract",
        ScopeSubject::Kind => "kind",
        ScopeSubject::ProductVersion => "version of the product",
        ScopeSubject::Os => "version of the operating system",
        ScopeSubject::BetaInformation => "beta of an operating system, as information",
        ScopeSubject::Beta => "beta of an operating system",
        ScopeSubject::Device => "device",
        ScopeSubject::Language => "language",
        ScopeSubject::Outside => "left out",
    },
    heads: "Scope",
    suggested: "suggested by the text",
    step: |it| match it {
        StatusPageStep::Checked => "Status page looked at",
        StatusPageStep::Posted => "Posted on the status page",
        StatusPageStep::Updated => "Status page brought up to date",
        StatusPageStep::Restored => "Restoration posted",
    },
    level_found: |level| format!("The questions lead to {level} (§17)"),
    ticked: |step, done| {
        if done {
            format!("{step}: done")
        } else {
            format!("{step}: not done after all")
        }
    },
    answered: "A question about the scope was answered",
};
