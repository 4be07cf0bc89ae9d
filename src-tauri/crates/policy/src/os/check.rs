//! Whether a version of an operating system is supported on a day, and why (§7, §8, §9, §10).

use chrono::NaiveDate;

use super::version::Version;
use super::{OsGeneration, OsRelease, OsTable};
use crate::library::PackLibrary;
use crate::pack::{CalendarSpan, OsFamily, Pack, ReleaseKind, RequirementKind};
use crate::words::words;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OsQuestion<'a> {
    /// The product family.
    pub product: &'a str,
    /// The system.
    pub os: OsFamily,
    /// The version as somebody wrote it.
    pub version: &'a str,
    /// The day.
    pub on: NaiveDate,
}

words! {
    /// Whether a version is supported. What the table or the pack does not know never passes silently.
    OsVerdict ("verdict on a version") {
        /// It is.
        Supported = "supported",
        /// It is not.
        Unsupported = "unsupported",
        /// A person has to look.
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// Why a version is supported, is not, or has to be checked.
    OsReason ("reason for a verdict on a version") {
        /// The last published version of one of the generations that are counted (§8).
        LastOfGeneration = "last-of-generation",
        /// A newer version of the same generation is out (§8).
        NotTheLast = "not-the-last",
        /// So many newer generations are supported that this one is no longer counted (§8, §9).
        GenerationDropped = "generation-dropped",
        /// Whether a newer generation is supported already, which drops this one, is not recorded (§9).
        GenerationMayBeDropped = "generation-may-be-dropped",
        /// The day on which the generation's support begins lies ahead (§9).
        NotYetSupported = "not-yet-supported",
        /// The generation is being verified, and no day is recorded on which its support began (§9).
        SupportNotRecorded = "support-not-recorded",
        /// It was not published by that day (§8).
        NotPublished = "not-published",
        /// It is a beta version (§10).
        Beta = "beta",
        /// Its support was ended by decision (§8).
        Withdrawn = "withdrawn",
        /// The table does not know it.
        NotInTable = "not-in-table",
        /// The table knows no version of the system.
        NoTable = "no-table",
        /// The product is not for the system (§8).
        NotForProduct = "not-for-product",
        /// It is older than the product asks for (§8).
        RequirementNotMet = "requirement-not-met",
        /// What the product asks for is not recorded (§8).
        RequirementUnknown = "requirement-unknown",
        /// The pack does not say which systems are supported.
        NoRule = "no-rule",
    }
}

impl OsReason {
    /// Gives the number of the clause that it rests on.
    pub const fn clause(self) -> u8 {
        match self {
            Self::NotYetSupported | Self::SupportNotRecorded | Self::GenerationMayBeDropped => 9,
            Self::Beta => 10,
            Self::LastOfGeneration
            | Self::NotTheLast
            | Self::GenerationDropped
            | Self::NotPublished
            | Self::Withdrawn
            | Self::NotInTable
            | Self::NoTable
            | Self::NotForProduct
            | Self::RequirementNotMet
            | Self::RequirementUnknown
            | Self::NoRule => 8,
        }
    }

    const fn verdict(self) -> OsVerdict {
        match self {
            Self::LastOfGeneration => OsVerdict::Supported,
            Self::NotTheLast
            | Self::GenerationDropped
            | Self::NotYetSupported
            | Self::NotPublished
            | Self::Beta
            | Self::Withdrawn
            | Self::NotForProduct
            | Self::RequirementNotMet => OsVerdict::Unsupported,
            Self::GenerationMayBeDropped
            | Self::SupportNotRecorded
            | Self::NotInTable
            | Self::NoTable
            | Self::RequirementUnknown
            | Self::NoRule => OsVerdict::ToBeChecked,
        }
    }
}

/// The answer of the checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsAnswer {
    /// Whether it is supported.
    pub verdict: OsVerdict,
    /// Why.
    pub reason: OsReason,
    /// The generation that it is of, where the table knows it.
    pub generation: Option<String>,
    /// The newest version of the system on that day.
    pub newest: Option<String>,
    /// The last version of the same generation on that day.
    pub last_of_generation: Option<String>,
    /// The first day without support, as far as the table knows: past or to come.
    pub ends_on: Option<NaiveDate>,
    /// Whether the answer rests on a day of support that nobody entered: the promised time of verification stands
    /// in for it (§9).
    pub presumed: bool,
    /// Whether the day lies after the last one that the table knows of.
    pub after_table: bool,
}

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
