//! One inquiry as a report counts it.

use std::collections::BTreeMap;
use std::sync::Arc;

use business_time::{BusinessCalendar, BusinessDuration, Instant, WallDuration};
use chrono::{NaiveDate, Timelike};
use inquiry::{Outline, OutlinedResponse};
use policy::{EndKind, PackLibrary, Verdict, deadlines};

/// What the deadlines of inquiries follow from.
#[derive(Copy, Clone, Debug)]
pub struct Rulebook<'a> {
    /// The packs, all versions of all products.
    pub packs: &'a PackLibrary,
    /// The calendar in force: what is open has its deadlines by it.
    pub calendar: &'a BusinessCalendar,
    /// The calendars that verdicts rest on, by the hash that a judgement names.
    pub calendars: &'a BTreeMap<String, BusinessCalendar>,
}

/// One inquiry with all that follows from the rules of its day; nothing in it depends on the present.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The inquiry.
    pub outline: Outline,
    /// The customer's company, else the person, else the address; empty where unknown or erased.
    pub customer: Arc<str>,
    /// The day of the receipt, by the centre's clock.
    pub received_on: NaiveDate,
    /// The hour of the receipt by the centre's clock, 0 to 23.
    pub received_hour: u32,
    /// The deadlines; none without a level.
    pub due: Option<Due>,
    /// How far the first response came after the target, in business time; none where it did not.
    pub overrun: Option<BusinessDuration>,
    /// The business time that the level allows.
    pub allowance: Option<BusinessDuration>,
}

/// The deadlines of an entry: those of its verdict, else by the rules in force.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The target 回答目安.
    pub target: Instant,
    /// The limit 回答期限.
    pub limit: Instant,
    /// The day of the limit, by the centre's clock.
    pub limit_on: NaiveDate,
    /// Whether the target fell on a later business day than the start (§18).
    pub carried_over: bool,
}

/// How an entry stands at an instant.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// The first response was given, with the verdict of its day.
    Answered(Verdict),
    /// It ended without a first response.
    Ended(EndKind),
    /// Open, the level not decided.
    Undecided,
    /// Open, up to the target.
    Open,
    /// Open past the target, up to the limit.
    PastTarget,
    /// Open past the limit.
    PastLimit,
}

impl Standing {
    /// Gives the spelling used in files and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered(Verdict::InTime) => "in_time",
            Self::Answered(Verdict::Late) => "late",
            Self::Answered(Verdict::Breach) => "breached",
            Self::Ended(EndKind::NotAnInquiry) => "not_an_inquiry",
            Self::Ended(EndKind::Duplicate) => "duplicate",
            Self::Ended(EndKind::Withdrawn) => "withdrawn",
            Self::Undecided => "undecided",
            Self::Open => "open",
            Self::PastTarget => "open_past_target",
            Self::PastLimit => "open_past_limit",
        }
    }

    /// Tells whether the first response is owed.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Undecided | Self::Open | Self::PastTarget | Self::PastLimit
        )
    }

    /// Tells whether the target was missed.
    #[must_use]
    pub const fn is_missed(self) -> bool {
        matches!(
            self,
            Self::Answered(Verdict::Late | Verdict::Breach) | Self::PastTarget | Self::PastLimit
        )
    }
}

impl Entry {
    /// Says how it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Instant) -> Standing {
        if let Some(response) = &self.outline.response {
            return Standing::Answered(response.verdict);
        }
        match (self.outline.ended, self.due) {
            (Some(kind), _) => Standing::Ended(kind),
            (None, None) => Standing::Undecided,
            (None, Some(due)) if now > due.limit => Standing::PastLimit,
            (None, Some(due)) if now > due.target => Standing::PastTarget,
            (None, Some(_)) => Standing::Open,
        }
    }

    /// Gives the business time taken up to the first response.
    #[must_use]
    pub fn taken(&self) -> Option<BusinessDuration> {
        let response = self.outline.response.as_ref();
        response.map(|it| it.business_taken)
    }

    /// Gives who answered, else who has it.
    #[must_use]
    pub fn agent(&self) -> Option<&str> {
        let responder = self.outline.response.as_ref().map(|it| &it.by);
        responder
            .or(self.outline.assignee.as_ref())
            .map(inquiry::Actor::as_str)
    }
}

/// Gives an inquiry its deadlines, by its verdict or else by the rules in force, and its overrun.
#[must_use]
pub fn assess(outline: Outline, customer: Arc<str>, rules: &Rulebook<'_>) -> Entry {
    let (received_on, received_hour) = rules.local(outline.received_at);
    Entry {
        due: rules.due(&outline),
        overrun: outline.response.as_ref().and_then(|it| rules.overrun(it)),
        allowance: rules.allowance(&outline, received_on),
        outline,
        customer,
        received_on,
        received_hour,
    }
}

impl Rulebook<'_> {
    fn local(&self, at: Instant) -> (NaiveDate, u32) {
        let offset = WallDuration::from_secs(i64::from(self.calendar.offset_secs(at)));
        let local = at.plus_wall(offset).to_utc();
        (local.date_naive(), local.hour())
    }

    fn allowance(&self, outline: &Outline, received_on: NaiveDate) -> Option<BusinessDuration> {
        let pack = self.packs.in_force(outline.product.as_str(), received_on)?;
        outline.level.map(|level| pack.allowance(level))
    }

    fn due(&self, outline: &Outline) -> Option<Due> {
        let Some(response) = &outline.response else {
            return self.due_by_the_rules(outline);
        };
        let calendar = self.calendar_of(&response.calendar);
        let start = calendar.next_opening(outline.reckoned_from).ok()?;
        // What uses a day up ends at its close: the moment before is still of that day.
        let last = response.target.plus_wall(WallDuration::from_micros(-1));
        Some(Due {
            target: response.target,
            limit: response.limit,
            limit_on: calendar.date_of(response.limit),
            carried_over: calendar.date_of(last.max(start)) != calendar.date_of(start),
        })
    }

    fn due_by_the_rules(&self, outline: &Outline) -> Option<Due> {
        let received_on = self.calendar.date_of(outline.received_at);
        let pack = self.packs.in_force(outline.product.as_str(), received_on)?;
        let found = deadlines(pack, self.calendar, outline.reckoned_from, outline.level?).ok()?;
        Some(Due {
            target: found.target,
            limit: found.limit,
            limit_on: self.calendar.date_of(found.limit),
            carried_over: found.carried_over,
        })
    }

    fn overrun(&self, response: &OutlinedResponse) -> Option<BusinessDuration> {
        if response.verdict == Verdict::InTime {
            return None;
        }
        let calendar = self.calendar_of(&response.calendar);
        calendar.between(response.target, response.at).ok()
    }

    fn calendar_of(&self, hash: &str) -> &BusinessCalendar {
        self.calendars.get(hash).unwrap_or(self.calendar)
    }
}
