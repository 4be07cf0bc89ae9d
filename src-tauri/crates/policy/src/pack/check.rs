//! Checking the text of a pack into a [`Pack`].

use std::collections::BTreeSet;

use business_time::BusinessDuration;
use sha2::{Digest, Sha256};

use super::findings::{Findings, Place, read_whole};
use super::problem::{PackProblem, PackProblemCode as Code};
use super::section::{Section, nearest, word};
use super::{
    Allowance, Allowances, ChannelRule, Kind, Level, LevelTime, Names, Pack, PackContent, Plan,
    Product,
};
use crate::words::{Channel, DayLimit, ImpactLevel, InquiryKind, ProductId, SupportPlan};

/// The most hours or days that a level may have: beyond it no answer could be reckoned.
const MOST: u32 = 10_000;

pub(super) fn check(text: &str) -> Result<Pack, Vec<PackProblem>> {
    let content = read_whole(text, content);
    content.and_then(|content| match allowances(&content) {
        Some(allowances) => Ok(Pack {
            allowances,
            content,
            hash: hash(text),
        }),
        // A level that is missing has been noted.
        None => Err(Vec::new()),
    })
}

fn hash(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn content(mut root: Section<'_>, findings: &Findings) -> Option<PackContent> {
    let id = root.parsed("id", Code::BadId, |text| ProductId::new(text).ok());
    let version = root.parsed("version", Code::BadId, |text| {
        is_version(text).then(|| text.to_owned())
    });
    let effective_on = root.date("effective_on");
    let precedence = root.number("precedence", 100);
    let business_day_hours = root.number("business_day_hours", 24);
    let day_limit = root.word("day_limit", DayLimit::ALL, DayLimit::as_str);
    let ours = root.texts("ours", true);
    let name = names(&mut root, "name");
    let administrator = names(&mut root, "administrator");
    let products = products(&mut root);
    let (channels, offered) = channels(&mut root);
    let plans = plans(&mut root, &offered);
    let levels = levels(&mut root, business_day_hours);
    let kinds = kinds(&mut root);
    let clocks = super::clocks::clocks(&mut root);
    let systems = super::systems::systems(&mut root);
    let asking = super::people::asking(&mut root);
    let told = super::people::told(&mut root);
    let scope = super::scope::scope(&mut root);
    let questions = super::assistant::questions(&mut root);
    let status_page = super::status_page::status_page(&mut root);
    root.finish();
    check_ours(&ours, findings);
    Some(PackContent {
        id: id?,
        version: version?,
        effective_on: effective_on?,
        precedence: precedence?,
        business_day_hours: business_day_hours?,
        day_limit: day_limit?,
        ours: ours.into_iter().map(|(_, path)| path).collect(),
        name: name?,
        administrator: administrator?,
        products,
        plans,
        channels,
        levels,
        kinds,
        clocks,
        systems,
        asking,
        told,
        scope,
        questions,
        status_page,
    })
}

fn is_version(text: &str) -> bool {
    let spelled = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
    text.len() <= 64
        && text.bytes().all(spelled)
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Holds each path of `ours` against the keys that were read.
fn check_ours(ours: &[(Place, String)], findings: &Findings) {
    let known = findings.known_paths();
    let mut seen = BTreeSet::new();
    for (place, path) in ours {
        if !known.contains(path) {
            findings.note(
                Code::UnknownPath,
                place,
                nearest(path, known.iter().map(String::as_str)),
            );
        } else if !seen.insert(path) {
            findings.note(Code::Duplicate, place, None);
        }
    }
}

pub(super) fn names(parent: &mut Section<'_>, key: &'static str) -> Option<Names> {
    let mut section = parent.section(key)?;
    let (ja, en) = (section.text("ja"), section.text("en"));
    section.finish();
    Some(Names { ja: ja?, en: en? })
}

fn products(root: &mut Section<'_>) -> Vec<Product> {
    let mut products = Vec::new();
    let mut seen = BTreeSet::new();
    for mut section in root.sections("products") {
        let name = names(&mut section, "name");
        let words = section.texts("recognise", false);
        for (place, word) in &words {
            if !seen.insert(word.to_lowercase()) {
                section.note_at(Code::Duplicate, place);
            }
        }
        section.finish();
        let recognise = words.into_iter().map(|(_, word)| word).collect();
        products.extend(name.map(|name| Product { name, recognise }));
    }
    products
}

/// Reads the channels, and the ids of all, also of those that have problems.
fn channels(root: &mut Section<'_>) -> (Vec<ChannelRule>, Vec<Channel>) {
    let mut channels = Vec::new();
    let mut seen = Vec::new();
    for mut section in root.sections("channels") {
        let id = id(&mut section, Channel::ALL, Channel::as_str, &mut seen);
        let name = names(&mut section, "name");
        let places = section
            .texts("places", true)
            .into_iter()
            .map(|(_, place)| place)
            .collect();
        let hours = if section.has("hours") {
            section.hours("hours")
        } else {
            None
        };
        section.finish();
        channels.extend(id.zip(name).map(|(id, name)| ChannelRule {
            id,
            name,
            places,
            hours,
        }));
    }
    (channels, seen)
}

fn plans(root: &mut Section<'_>, offered: &[Channel]) -> Vec<Plan> {
    let mut plans = Vec::new();
    let mut seen = Vec::new();
    for mut section in root.sections("plans") {
        let id = id(
            &mut section,
            SupportPlan::ALL,
            SupportPlan::as_str,
            &mut seen,
        );
        let name = names(&mut section, "name");
        let channels = plan_channels(&mut section, offered);
        section.finish();
        plans.extend(id.zip(name).map(|(id, name)| Plan { id, name, channels }));
    }
    require_all(root, "plans", SupportPlan::ALL, SupportPlan::as_str, &seen);
    plans
}

fn plan_channels(section: &mut Section<'_>, offered: &[Channel]) -> Vec<Channel> {
    let mut channels = Vec::new();
    for (place, text) in section.texts("channels", false) {
        match word(&text, Channel::ALL, Channel::as_str) {
            None => section.note_word(
                &place,
                &text,
                Channel::ALL.iter().map(|channel| channel.as_str()),
            ),
            Some(channel) if channels.contains(&channel) => {
                section.note_at(Code::Duplicate, &place)
            }
            Some(channel) if !offered.contains(&channel) => {
                section.note_at(Code::ChannelNotOffered, &place);
            }
            Some(channel) => channels.push(channel),
        }
    }
    channels
}

fn levels(root: &mut Section<'_>, business_day_hours: Option<u32>) -> Vec<Level> {
    let mut levels = Vec::new();
    let mut seen = Vec::new();
    let mut places = Vec::new();
    for mut section in root.sections("levels") {
        let id = id(
            &mut section,
            ImpactLevel::ALL,
            ImpactLevel::as_str,
            &mut seen,
        );
        let name = names(&mut section, "name");
        let allowance = allowance(&mut section);
        let level = id.zip(name).zip(allowance);
        places.extend(level.is_some().then(|| section.place.clone()));
        section.finish();
        levels.extend(level.map(|((id, name), allowance)| Level {
            id,
            name,
            allowance,
        }));
    }
    require_all(root, "levels", ImpactLevel::ALL, ImpactLevel::as_str, &seen);
    if let Some(hours) = business_day_hours {
        check_order(root, &levels, &places, hours);
    }
    levels
}

fn allowance(section: &mut Section<'_>) -> Option<Allowance> {
    match (section.has("business_hours"), section.has("business_days")) {
        (true, false) => section
            .number("business_hours", MOST)
            .map(Allowance::BusinessHours),
        (false, true) => section
            .number("business_days", MOST)
            .map(Allowance::BusinessDays),
        (true, true) | (false, false) => {
            section.note_at(Code::HoursOrDays, &section.place);
            None
        }
    }
}

/// A graver level is never answered later than a milder one.
fn check_order(root: &Section<'_>, levels: &[Level], places: &[Place], day_hours: u32) {
    for (level, place) in levels.iter().zip(places) {
        let later_than_milder = levels.iter().any(|other| {
            level.id < other.id
                && business(level.allowance, day_hours) > business(other.allowance, day_hours)
        });
        if later_than_milder {
            root.note_at(Code::LevelOrder, place);
        }
    }
}

fn kinds(root: &mut Section<'_>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut seen = Vec::new();
    for mut section in root.sections("kinds") {
        let id = id(
            &mut section,
            InquiryKind::ALL,
            InquiryKind::as_str,
            &mut seen,
        );
        let name = names(&mut section, "name");
        section.finish();
        kinds.extend(id.zip(name).map(|(id, name)| Kind { id, name }));
    }
    require_all(root, "kinds", InquiryKind::ALL, InquiryKind::as_str, &seen);
    kinds
}

/// Reads the `id` of an entry, which is one of `all` and not `seen` before.
fn id<T: Copy + PartialEq>(
    section: &mut Section<'_>,
    all: &[T],
    spell: fn(T) -> &'static str,
    seen: &mut Vec<T>,
) -> Option<T> {
    let id = section.word("id", all, spell)?;
    if seen.contains(&id) {
        section.note(Code::Duplicate, "id", None);
        return None;
    }
    seen.push(id);
    Some(id)
}

fn require_all<T: Copy + PartialEq>(
    root: &Section<'_>,
    key: &str,
    all: &[T],
    spell: fn(T) -> &'static str,
    seen: &[T],
) {
    // Where no entry could be read, that is the problem to mend first.
    let missing = all
        .iter()
        .filter(|word| !seen.is_empty() && !seen.contains(word));
    for missing in missing {
        root.note(Code::MissingEntry, key, Some(spell(*missing).to_owned()));
    }
}

/// Gives the business time of an allowance; at most 10,000 days, so that it always fits.
fn business(allowance: Allowance, business_day_hours: u32) -> BusinessDuration {
    let hours = match allowance {
        Allowance::BusinessHours(hours) => i64::from(hours),
        Allowance::BusinessDays(days) => i64::from(days) * i64::from(business_day_hours),
    };
    BusinessDuration::from_hours(hours)
}

fn allowances(content: &PackContent) -> Option<Allowances> {
    let time = |wanted: ImpactLevel| {
        let said = content
            .levels
            .iter()
            .find(|level| level.id == wanted)?
            .allowance;
        Some(LevelTime {
            said,
            business: business(said, content.business_day_hours),
        })
    };
    Some(Allowances {
        outage: time(ImpactLevel::Outage)?,
        serious: time(ImpactLevel::Serious)?,
        minor: time(ImpactLevel::Minor)?,
        question: time(ImpactLevel::Question)?,
    })
}
