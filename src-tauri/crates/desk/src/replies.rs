//! Replies that the desk drafts for customers; an agent reads them before they leave.

use std::collections::BTreeMap;

use inquiry::Customer;
use policy::{EligibilityReason, Pack, ResponseKind, Role, Scope, ScopeSubject};
use serde::Deserialize;

use crate::views::asker::AskerView;
use crate::views::scope::ScopeView;

/// A reply as drafted: what it counts as (§18), and its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReplyDraft {
    /// What it answers: `asker`, `channel` or `scope`.
    pub topic: &'static str,
    /// What it counts as.
    pub kind: ResponseKind,
    /// The text, in Japanese.
    pub text: String,
}

#[derive(Deserialize)]
struct Replies {
    roles: BTreeMap<Role, String>,
    #[serde(flatten)]
    replies: BTreeMap<String, Reply>,
}

#[derive(Deserialize)]
struct Reply {
    kind: ResponseKind,
    text: String,
}

/// Reads the drafts that come with the program; a test reads them all.
fn built_in() -> Option<Replies> {
    toml::from_str(include_str!("replies.toml")).ok()
}

/// What the places of a draft are filled with.
pub(crate) struct Filling<'a> {
    pub pack: &'a Pack,
    pub customer: &'a Customer,
}

/// Drafts the reply that fits whether a person may ask (§12); none for one who may.
pub(crate) fn to_asker(filling: &Filling<'_>, asker: &AskerView) -> Option<ReplyDraft> {
    let name = match asker.reason {
        EligibilityReason::Entitled => return None,
        EligibilityReason::NoRole => "no-role",
        EligibilityReason::NoOption => "no-option",
        EligibilityReason::RolesUnknown
        | EligibilityReason::OptionUnknown
        | EligibilityReason::NoRule => "to-be-checked",
    };
    draft(filling, "asker", name)
}

/// Drafts the way out for a customer whose plan has no phone (§1).
pub(crate) fn to_caller(filling: &Filling<'_>, asker: &AskerView) -> Option<ReplyDraft> {
    asker
        .warns_of_channel
        .then(|| draft(filling, "channel", "no-phone"))
        .flatten()
}

/// Drafts word that an inquiry is outside standard support, with the pack's own reasons (§10, §19); none for one that is
/// not.
pub(crate) fn of_scope(filling: &Filling<'_>, scope: &ScopeView) -> Option<ReplyDraft> {
    if scope.scope != Scope::Out {
        return None;
    }
    let mut out = scope.findings.iter().filter(|it| it.scope == Scope::Out);
    let only_betas = out.all(|it| it.subject == ScopeSubject::BetaInformation);
    if only_betas {
        return draft(filling, "scope", "beta-information");
    }
    let named = scope.reasons().into_iter().filter_map(|it| scope.named(it));
    let reasons: Vec<String> = named.map(|it| format!("・{}", it.name.ja)).collect();
    let drafted = draft(filling, "scope", "out-of-scope")?;
    Some(ReplyDraft {
        text: drafted.text.replace("{reasons}", &reasons.join("\n")),
        ..drafted
    })
}

fn draft(filling: &Filling<'_>, topic: &'static str, name: &str) -> Option<ReplyDraft> {
    let replies = built_in()?;
    let reply = replies.replies.get(name)?;
    let text = reply
        .text
        .replace("{customer}", &addressed(filling.customer))
        .replace("{product}", &filling.pack.content().name.ja)
        .replace("{who}", &who(&replies, filling.pack));
    Some(ReplyDraft {
        topic,
        kind: reply.kind,
        text: text.trim().to_owned(),
    })
}

/// Addresses a customer as letters begin.
fn addressed(customer: &Customer) -> String {
    match (customer.company.as_str(), customer.person.as_str()) {
        ("", "") => "お客様".to_owned(),
        (company, "") => format!("{company} ご担当者様"),
        ("", person) => format!("{person} 様"),
        (company, person) => format!("{company}\n{person} 様"),
    }
}

/// Names the roles of which a pack wants one.
fn who(replies: &Replies, pack: &Pack) -> String {
    let content = pack.content();
    let roles = content.asking.iter().flat_map(|it| &it.roles);
    let named = roles.map(|role| match (role, replies.roles.get(role)) {
        (Role::ProductAdministrator, _) | (_, None) => content.administrator.ja.clone(),
        (_, Some(name)) => name.clone(),
    });
    let mut named: Vec<String> = named.collect();
    named.dedup();
    if named.is_empty() {
        return content.administrator.ja.clone();
    }
    named.join("または")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_draft_can_be_read_and_leaves_no_place_open() {
        let replies = built_in().unwrap();
        assert_eq!(replies.replies.len(), 6);
        let customer = Customer {
            company: "例示商事".into(),
            person: "山田 花子".into(),
            ..Customer::default()
        };
        for pack in Pack::shipped() {
            for name in replies.replies.keys() {
                let filling = Filling {
                    pack,
                    customer: &customer,
                };
                let draft = draft(&filling, "scope", name).unwrap();
                let text = draft.text.replace("{reasons}", "");
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(draft.text.starts_with("例示商事\n山田 花子 様\n"));
            }
        }
    }
}
