//! Whether a version of an operating system is supported on a day, and why (§7, §8, §9, §10).

use chrono::NaiveDate;

use super::answer::{OsAnswer, OsQuestion, OsReason, OsVerdict};
use super::version::Version;
use super::{OsGeneration, OsRelease, OsTable};
use crate::library::PackLibrary;
use crate::pack::{CalendarSpan, OsFamily, Pack, ReleaseKind, RequirementKind};

/// Answers whether a version is supported on a day; none for a product without a pack.
pub fn check_os(
    packs: &PackLibrary,
    table: &OsTable,
    question: &OsQuestion<'_>,
) -> Option<OsAnswer> {
    let pack = packs.in_force(question.product, question.on)?;
    let counting = counting_pack(packs, pack, question.on);
    let course = Course::new(table, counting, question);
    let by_table = course.reason();
    let reason = on_top(pack, question, by_table);
    let presumed = course.presumed(by_table);
    Some(course.answer(reason, presumed))
}

/// Gives the pack whose rule of generations holds: the product's own, or the one that it refers to (§8).
fn counting_pack<'p>(packs: &'p PackLibrary, pack: &'p Pack, on: NaiveDate) -> Option<&'p Pack> {
    let systems = pack.systems()?;
    match &systems.as_in {
        None => Some(pack),
        Some(other) => packs.in_force(other.as_str(), on),
    }
}

/// Puts the product's own requirements on top of the answer by generations (§8).
fn on_top(pack: &Pack, question: &OsQuestion<'_>, by_table: OsReason) -> OsReason {
    let Some(systems) = pack.systems() else {
        return OsReason::NoRule;
    };
    let (kind, least) = systems.requirement(question.os);
    if kind == RequirementKind::NotFor {
        return OsReason::NotForProduct;
    }
    if by_table.verdict() == OsVerdict::Unsupported {
        return by_table;
    }
    match (kind, least) {
        (RequirementKind::AtLeast, Some(least))
            if Version::of(question.version) < Version::of(least) =>
        {
            OsReason::RequirementNotMet
        }
        (RequirementKind::Unknown, _) if by_table.verdict() == OsVerdict::Supported => {
            OsReason::RequirementUnknown
        }
        _ => by_table,
    }
}

/// The generations of a system as seen on a day, and where the version in question stands among them.
struct Course<'a> {
    question: &'a OsQuestion<'a>,
    table: &'a OsTable,
    generations: Vec<&'a OsGeneration>,
    /// How many generations are counted; none without a rule.
    counted: Option<usize>,
    /// The shortest and the longest time promised for a verification (§9).
    aims: Option<(CalendarSpan, CalendarSpan)>,
    /// The place of the version's generation.
    place: Option<usize>,
    release: Option<&'a OsRelease>,
}

/// When the support of a generation began: surely not before, and surely by.
#[derive(Clone, Copy)]
struct Begun {
    earliest: NaiveDate,
    latest: NaiveDate,
    recorded: bool,
}

impl<'a> Course<'a> {
    fn new(table: &'a OsTable, counting: Option<&'a Pack>, question: &'a OsQuestion<'a>) -> Self {
        let generations = table.generations(question.os);
        let systems = counting.and_then(Pack::systems);
        let counted = systems.and_then(|it| it.generations);
        let releases = |place: usize| generations.get(place).map(|it| it.releases());
        let named = (0..generations.len()).find_map(|place| {
            let found = releases(place)?.iter();
            let mut found = found.filter(|it| it.is_called(question.version));
            Some((place, found.next()?))
        });
        let place = named
            .map(|(place, _)| place)
            .or_else(|| place_of(&generations, question.version));
        Self {
            question,
            table,
            counted: counted.and_then(|count| usize::try_from(count).ok()),
            aims: counting.and_then(|pack| aims(pack, question.os)),
            place,
            release: named.map(|(_, release)| release),
            generations,
        }
    }

    /// Gives the reason as far as the table and the rule of generations go.
    fn reason(&self) -> OsReason {
        let on = self.question.on;
        if self.counted.is_none() {
            return OsReason::NoRule;
        }
        if is_beta(self.question.version) {
            return OsReason::Beta;
        }
        if self.generations.is_empty() {
            return OsReason::NoTable;
        }
        let Some(place) = self.place else {
            return OsReason::NotInTable;
        };
        let dropped = self
            .dropped(place, |begun| begun.latest)
            .is_some_and(|day| day <= on);
        let Some(release) = self.release else {
            return if dropped {
                OsReason::GenerationDropped
            } else {
                OsReason::NotInTable
            };
        };
        if release.released_on > on {
            OsReason::NotPublished
        } else if self.withdrawn_on().is_some_and(|day| day <= on) {
            OsReason::Withdrawn
        } else if dropped {
            OsReason::GenerationDropped
        } else if self.superseded_on().is_some_and(|day| day <= on) {
            OsReason::NotTheLast
        } else {
            self.reason_of_begin(place)
        }
    }

    /// Gives the reason of a last version by when its generation, and those after it, became supported (§9).
    fn reason_of_begin(&self, place: usize) -> OsReason {
        let on = self.question.on;
        match self.begun(place) {
            Some(begun) if begun.recorded && on < begun.earliest => OsReason::NotYetSupported,
            Some(begun) if !begun.recorded && on < begun.latest => OsReason::SupportNotRecorded,
            Some(_) | None => {
                let perhaps = self.dropped(place, |begun| begun.earliest);
                if perhaps.is_some_and(|day| day <= on) {
                    OsReason::GenerationMayBeDropped
                } else {
                    OsReason::LastOfGeneration
                }
            }
        }
    }

    /// Gives when the support of a generation began (§9).
    fn begun(&self, place: usize) -> Option<Begun> {
        let generation = self.generations.get(place)?;
        let released_on = generation.released_on()?;
        let (earliest, latest) = match (generation.supported_on, self.aims) {
            (Some(day), _) => (day, day),
            (None, _) if generation.begun_before => (NaiveDate::MIN, NaiveDate::MIN),
            (None, Some((shortest, longest))) => {
                (shortest.after(released_on)?, longest.after(released_on)?)
            }
            (None, None) => (released_on, released_on),
        };
        Some(Begun {
            earliest,
            latest,
            recorded: generation.supported_on.is_some() || generation.begun_before,
        })
    }

    /// Gives the day on which so many later generations were supported that this one is no longer counted.
    fn dropped(&self, place: usize, day: fn(Begun) -> NaiveDate) -> Option<NaiveDate> {
        let later = place + 1..self.generations.len();
        let mut days: Vec<NaiveDate> = later.filter_map(|it| self.begun(it)).map(day).collect();
        days.sort_unstable();
        days.get(self.counted?.checked_sub(1)?).copied()
    }

    fn superseded_on(&self) -> Option<NaiveDate> {
        let generation = self.generations.get(self.place?)?;
        let release = self.release?;
        let after = generation
            .releases()
            .iter()
            .skip_while(|it| *it != release)
            .nth(1);
        after.map(|it| it.released_on)
    }

    fn withdrawn_on(&self) -> Option<NaiveDate> {
        self.table.withdrawn_on(self.question.os, self.release?)
    }

    /// Tells whether a reason rests on a day of support that nobody entered.
    fn presumed(&self, reason: OsReason) -> bool {
        let unrecorded = |place: usize| self.begun(place).is_some_and(|begun| !begun.recorded);
        let Some(place) = self.place else {
            return false;
        };
        let later = place + 1..self.generations.len();
        match reason {
            OsReason::GenerationDropped | OsReason::GenerationMayBeDropped => {
                later.into_iter().any(unrecorded)
            }
            OsReason::LastOfGeneration | OsReason::SupportNotRecorded => unrecorded(place),
            OsReason::NotTheLast
            | OsReason::NotYetSupported
            | OsReason::NotPublished
            | OsReason::Beta
            | OsReason::Withdrawn
            | OsReason::NotInTable
            | OsReason::NoTable
            | OsReason::NotForProduct
            | OsReason::RequirementNotMet
            | OsReason::RequirementUnknown
            | OsReason::NoRule => false,
        }
    }

    fn answer(&self, reason: OsReason, presumed: bool) -> OsAnswer {
        let on = self.question.on;
        let generation = self.place.and_then(|place| self.generations.get(place));
        let newest = self.generations.iter().rev().find_map(|it| it.last_on(on));
        let ends = [
            self.superseded_on(),
            self.withdrawn_on(),
            self.place
                .and_then(|place| self.dropped(place, |begun| begun.latest)),
        ];
        OsAnswer {
            verdict: reason.verdict(),
            reason,
            generation: generation.map(|it| it.id.clone()),
            newest: newest.map(|it| it.version.clone()),
            last_of_generation: generation
                .and_then(|it| it.last_on(on))
                .map(|it| it.version.clone()),
            ends_on: ends.into_iter().flatten().min(),
            presumed,
            after_table: on > self.table.complete_until,
        }
    }
}

/// Gives the place of the generation to which a version belongs by its first numbers.
fn place_of(generations: &[&OsGeneration], version: &str) -> Option<usize> {
    let version = Version::of(version);
    let places = generations.iter().enumerate();
    let held = places.filter_map(|(place, it)| Some((it.holds(&version)?, place)));
    held.max().map(|(_, place)| place)
}

/// Gives the shortest and the longest time that the pack promises for the verification of a new generation (§9).
fn aims(pack: &Pack, os: OsFamily) -> Option<(CalendarSpan, CalendarSpan)> {
    let clocks = pack.clocks()?;
    let kinds = [ReleaseKind::Major, ReleaseKind::Lts];
    let spans = kinds
        .into_iter()
        .flat_map(|kind| clocks.verifications(os, kind))
        .filter_map(|it| it.within);
    // Any day will do to compare lengths with.
    let length = |span: &CalendarSpan| span.after(NaiveDate::default());
    let spans: Vec<CalendarSpan> = spans.collect();
    let shortest = spans.iter().min_by_key(|span| length(span))?;
    let longest = spans.iter().max_by_key(|span| length(span))?;
    Some((*shortest, *longest))
}

fn is_beta(version: &str) -> bool {
    let folded = crate::library::folded(version);
    ["beta", "preview", "ベータ"]
        .iter()
        .any(|word| folded.contains(word))
}
