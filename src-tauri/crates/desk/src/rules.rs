//! The rules that verdicts follow from, compiled from the reference events of the record.

use std::collections::BTreeMap;

use business_time::{
    BusinessCalendar, CalendarVersion, Holidays, ImportedHolidays, Instant, OutOfRange,
    WallDuration,
};
use inquiry::{Body, Event, Inquiry, Judgement, ReferenceEvent, Setting};
use policy::{
    Evaluation, Explanation, Facts, OsTable, Pack, PackLibrary, ProductId, ProductTable,
    ReminderRules, Thresholds, Verdict,
};
use sha2::{Digest, Sha256};

use crate::DeskError;
use crate::reference::Reference;

mod change;
mod obligations;
mod publish;

pub use change::RuleChange;
pub(crate) use change::read_list;
pub(crate) use publish::{publish_shipped, published};

/// A year: longer than any first response is promised in, closings included.
const LONGEST_CLOCK: WallDuration = WallDuration::from_hours(366 * 24);

/// What all inquiries are judged by. A function of the record alone: two desks with the same log have the same rules.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The packs, all versions of all products.
    pub packs: PackLibrary,
    /// The business calendar.
    pub calendar: BusinessCalendar,
    /// The versions that the calendar was compiled from.
    pub calendar_versions: Vec<CalendarVersion>,
    /// The national holidays in their three layers.
    pub holidays: Holidays,
    /// The years of them that were imported.
    pub imported: ImportedHolidays,
    /// The published versions of operating systems (§8, §9).
    pub os_table: OsTable,
    /// The apps, devices and documents of the products (§3, §4, §7, §11).
    pub product_table: ProductTable,
    /// The bands' thresholds and the triage aim.
    pub thresholds: Thresholds,
    /// When reminders are due.
    pub reminder_rules: ReminderRules,
    /// The centre's own mail addresses.
    pub own_addresses: Vec<String>,
    /// SHA-256 over what the calendar was compiled from, in hex; a judgement names it.
    pub calendar_hash: String,
}

impl Rules {
    /// Compiles the rules from reference events, oldest first; what was taken back does not count, and of what
    /// replaces one another the last one counts.
    ///
    /// # Errors
    /// [`DeskError::Pack`] and [`DeskError::Calendar`] with all problems.
    pub fn compile<'a>(events: impl IntoIterator<Item = &'a Event>) -> Result<Self, DeskError> {
        let reference = Reference::fold(events);
        let packs = library(&reference.packs)?;
        let calendar_versions = reference
            .calendar
            .unwrap_or_else(|| vec![CalendarVersion::standard()]);
        let imported = ImportedHolidays {
            years: reference.holidays.unwrap_or_default(),
        };
        let calendar = Compiled::of(&calendar_versions, &imported)?;
        let mut rules = Self {
            packs,
            calendar: calendar.calendar,
            calendar_versions,
            holidays: calendar.holidays,
            imported,
            os_table: os_table(reference.os_table.as_deref())?,
            product_table: product_table(reference.product_table.as_deref())?,
            thresholds: Thresholds::default(),
            reminder_rules: ReminderRules::default(),
            own_addresses: Vec::new(),
            calendar_hash: calendar.hash,
        };
        reference
            .settings
            .into_iter()
            .for_each(|setting| rules.apply(setting));
        Ok(rules)
    }

    fn apply(&mut self, setting: Setting) {
        match setting {
            Setting::OwnAddresses(addresses) => self.own_addresses = addresses,
            Setting::Thresholds(thresholds) => self.thresholds = thresholds,
            Setting::Reminders(rules) => self.reminder_rules = rules,
        }
    }

    /// Wants an instant from which a clock can be reckoned to its end within the calendar's years. A receipt beyond them,
    /// by a clock that stood wrong, could never be evaluated.
    ///
    /// # Errors
    /// [`OutOfRange`] outside them, or too near to their end.
    pub fn covers(&self, at: Instant) -> Result<(), OutOfRange> {
        self.calendar.next_opening(at)?;
        self.calendar
            .next_opening(at.plus_wall(LONGEST_CLOCK))
            .map(drop)
    }

    /// Gives the pack that judges an inquiry of a product received at an instant (§21).
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`] where no pack covers the product.
    pub fn pack(&self, product: &ProductId, received_at: Instant) -> Result<&Pack, DeskError> {
        let on = self.calendar.date_of(received_at);
        self.packs
            .in_force(product.as_str(), on)
            .ok_or_else(|| DeskError::NoSuchProduct(product.to_string()))
    }

    /// Evaluates an inquiry's first-response clock as of an instant.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`], or [`DeskError::Evaluate`] for instants outside the calendar's years.
    pub fn evaluate(&self, inquiry: &Inquiry, now: Instant) -> Result<Evaluation, DeskError> {
        self.evaluate_facts(&inquiry.product, &inquiry.facts(), now)
    }

    /// Evaluates facts that need not be on record.
    ///
    /// # Errors
    /// As [`Rules::evaluate`].
    pub fn evaluate_facts(
        &self,
        product: &ProductId,
        facts: &Facts,
        now: Instant,
    ) -> Result<Evaluation, DeskError> {
        let pack = self.pack(product, facts.received_at)?;
        Ok(policy::evaluate(
            pack,
            &self.calendar,
            &self.thresholds,
            facts,
            now,
        )?)
    }

    /// Tells whether an inquiry's first response is late or in breach, or owed past the target at an instant. Without a
    /// level nothing is.
    ///
    /// # Errors
    /// As [`Rules::evaluate`].
    pub fn has_missed(&self, inquiry: &Inquiry, now: Instant) -> Result<bool, DeskError> {
        if let Some(first) = &inquiry.first_response {
            return Ok(first.judgement.verdict != Verdict::InTime);
        }
        if inquiry.ended.is_some() || inquiry.level.is_none() {
            return Ok(false);
        }
        Ok(now > self.evaluate(inquiry, now)?.target)
    }

    /// Explains facts step by step.
    ///
    /// # Errors
    /// As [`Rules::evaluate`].
    pub fn explain(
        &self,
        product: &ProductId,
        facts: &Facts,
        now: Instant,
    ) -> Result<Explanation, DeskError> {
        let pack = self.pack(product, facts.received_at)?;
        Ok(policy::explain(
            pack,
            &self.calendar,
            &self.thresholds,
            facts,
            now,
        )?)
    }

    /// Judges a first response that leaves at an instant (§18), and names what the verdict rests on.
    ///
    /// # Errors
    /// As [`Rules::evaluate`].
    pub fn judge(&self, inquiry: &Inquiry, responded_at: Instant) -> Result<Judgement, DeskError> {
        let pack = self.pack(&inquiry.product, inquiry.received_at)?;
        let facts = Facts {
            responded_at: Some(responded_at),
            ended_at: None,
            ..inquiry.facts()
        };
        let evaluation = self.evaluate_facts(&inquiry.product, &facts, responded_at)?;
        let refused = || DeskError::Refused {
            number: inquiry.number,
            refusal: inquiry::Refusal::LevelMissing,
        };
        Ok(Judgement {
            verdict: evaluation.verdict.ok_or_else(refused)?,
            target: evaluation.target,
            limit: evaluation.limit,
            business_taken: evaluation.business_taken.ok_or_else(refused)?,
            pack: pack.label(),
            pack_hash: pack.hash().to_owned(),
            calendar_hash: self.calendar_hash.clone(),
        })
    }
}

/// What a calendar's versions and imported holidays come to.
struct Compiled {
    calendar: BusinessCalendar,
    holidays: Holidays,
    hash: String,
}

impl Compiled {
    fn of(versions: &[CalendarVersion], imported: &ImportedHolidays) -> Result<Self, DeskError> {
        let hash = hash_of(&(versions, &imported.years))?;
        let holidays = Holidays::shipped().with_imported(imported);
        let calendar =
            BusinessCalendar::compile(versions, &holidays).map_err(DeskError::Calendar)?;
        Ok(Self {
            calendar,
            holidays,
            hash,
        })
    }
}

/// Reads the table of operating systems; where none was published yet, the one that is shipped holds.
fn os_table(text: Option<&str>) -> Result<OsTable, DeskError> {
    match text {
        Some(text) if text != OsTable::shipped_text() => {
            OsTable::check(text).map_err(DeskError::Table)
        }
        Some(_) | None => Ok(OsTable::shipped().clone()),
    }
}

/// Compiles every calendar that ever was in force, by the hash that a judgement names.
///
/// # Errors
/// [`DeskError::Calendar`] with all problems of one of them.
pub(crate) fn calendars_of<'a>(
    events: impl IntoIterator<Item = &'a Event>,
) -> Result<BTreeMap<String, BusinessCalendar>, DeskError> {
    let mut calendars = BTreeMap::new();
    let mut known = Vec::new();
    let events = events.into_iter().filter(|it| bears_on_days(it));
    for event in events {
        known.push(event);
        let reference = Reference::fold(known.iter().copied());
        let versions = reference.calendar;
        let versions = versions.unwrap_or_else(|| vec![CalendarVersion::standard()]);
        let imported = ImportedHolidays {
            years: reference.holidays.unwrap_or_default(),
        };
        let compiled = Compiled::of(&versions, &imported)?;
        calendars.insert(compiled.hash, compiled.calendar);
    }
    Ok(calendars)
}

fn bears_on_days(event: &Event) -> bool {
    matches!(
        &event.body,
        Body::Reference(
            ReferenceEvent::CalendarPublished { .. }
                | ReferenceEvent::HolidaysPublished { .. }
                | ReferenceEvent::Undone { .. }
        )
    )
}

/// Reads the table of products; where none was published yet, nothing is known.
fn product_table(text: Option<&str>) -> Result<ProductTable, DeskError> {
    let read = text.map(ProductTable::check).transpose();
    Ok(read.map_err(DeskError::Table)?.unwrap_or_default())
}

fn library(texts: &[String]) -> Result<PackLibrary, DeskError> {
    let mut library = PackLibrary::default();
    for text in texts {
        library.add(Pack::check(text).map_err(DeskError::Pack)?)?;
    }
    Ok(library)
}

/// Gives the SHA-256 of a value's JSON, in hex.
pub(crate) fn hash_of(value: &impl serde::Serialize) -> Result<String, DeskError> {
    Ok(format!("{:x}", Sha256::digest(serde_json::to_vec(value)?)))
}
