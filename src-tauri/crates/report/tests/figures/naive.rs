//! The same figures a second time, as plainly as can be.

use std::collections::BTreeSet;

use business_time::Instant;
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Timelike};
use inquiry::{Direction, Ending, InquiryEvent, LevelReason};
use policy::{Cause, Channel, ImpactLevel, ResponseKind};
use report::{BUCKETS, Basis, Dimension, Distribution, Figures, Heat, Part, Period, Selection};

use crate::Office;
use crate::draw::Drawn;
use crate::walk::{Walk, Walked};

/// What a reader of the events would note down of one inquiry.
pub struct Told {
    received: NaiveDate,
    hour: u32,
    product: String,
    channel: Channel,
    customer: String,
    level: Option<ImpactLevel>,
    level_was_wrong: bool,
    situation_changed: bool,
    assignee: Option<String>,
    answer: Option<Answer>,
    ended: Option<&'static str>,
    brought_back: bool,
    cause: Option<Cause>,
    due: Option<(i64, i64)>,
    due_on: Option<NaiveDate>,
    carried_over: bool,
}

struct Answer {
    at: Instant,
    by: String,
    verdict: &'static str,
    out_of_scope: bool,
    after_the_fact: bool,
    taken: i64,
    overrun: i64,
    walked: Walked,
    calendar: usize,
}

fn minutes(level: ImpactLevel) -> i64 {
    match level {
        ImpactLevel::Outage => 2 * 60,
        ImpactLevel::Serious => 4 * 60,
        ImpactLevel::Minor => 8 * 60,
        ImpactLevel::Question => 16 * 60,
    }
}

impl Told {
    pub fn of(drawn: &Drawn, walks: &[Walk; 2]) -> Self {
        let mut undone = Vec::new();
        for it in &drawn.events {
            if let InquiryEvent::Undone { operation } = &it.event {
                undone.push(*operation);
            }
        }
        let mut received_at = None;
        let mut reckoned_from = None;
        let mut messages = Vec::new();
        let mut told = Self::blank(drawn);
        for it in &drawn.events {
            if undone.contains(&it.operation) {
                continue;
            }
            match &it.event {
                InquiryEvent::Received(received) => {
                    let local = received.received_at.to_utc().naive_utc() + TimeDelta::hours(9);
                    told.received = local.date();
                    told.hour = local.hour();
                    told.product = received.product.to_string();
                    told.channel = received.channel;
                    received_at = Some(received.received_at);
                    reckoned_from = received_at;
                }
                InquiryEvent::LevelSet { level, reason, .. } => {
                    if told.level.is_some() && told.level != Some(*level) {
                        match reason {
                            LevelReason::WrongBefore => told.level_was_wrong = true,
                            LevelReason::SituationChanged { .. } => told.situation_changed = true,
                            LevelReason::First => {}
                        }
                    }
                    told.level = Some(*level);
                    reckoned_from = received_at;
                    if let LevelReason::SituationChanged { message } = reason {
                        for (id, at) in &messages {
                            if id == message {
                                reckoned_from = Some(*at);
                            }
                        }
                    }
                }
                InquiryEvent::ProductSet(product) => {
                    told.product = product.to_string();
                    reckoned_from = received_at;
                }
                InquiryEvent::Assigned(to) => told.assignee = to.as_ref().map(|it| it.to_string()),
                InquiryEvent::MessageAdded(message) => {
                    messages.push((message.id, message.at));
                    let answered = told.answer.as_ref().map(|it| it.at);
                    let again = answered.is_some_and(|at| message.at > at);
                    told.brought_back |= again && message.direction == Direction::In;
                }
                InquiryEvent::Ended { ending, .. } if told.answer.is_none() => {
                    told.ended = Some(match ending {
                        Ending::NotAnInquiry => "not_an_inquiry",
                        Ending::Duplicate { .. } => "duplicate",
                        Ending::Withdrawn => "withdrawn",
                    });
                }
                InquiryEvent::FirstResponded { response, .. } if told.answer.is_none() => {
                    let calendar = Office::judging(response.at);
                    let walk = &walks[calendar];
                    let from = walk.units(reckoned_from.unwrap());
                    let walked = walk.deadlines(from, minutes(told.level.unwrap()));
                    let at = walk.units(response.at);
                    let verdict = if at <= walked.target {
                        "in_time"
                    } else if at <= walked.limit {
                        "late"
                    } else {
                        "breached"
                    };
                    let by = response.by.as_ref().unwrap_or(&it.actor);
                    told.answer = Some(Answer {
                        at: response.at,
                        by: by.to_string(),
                        verdict,
                        out_of_scope: response.kind == ResponseKind::OutOfScope,
                        after_the_fact: response.after_the_fact,
                        taken: walk.seconds(walked.start, at),
                        overrun: walk.seconds(walked.target, at),
                        walked,
                        calendar,
                    });
                    told.brought_back = false;
                }
                InquiryEvent::CauseSet { cause, .. } => told.cause = Some(*cause),
                _ => {}
            }
        }
        told.judge(reckoned_from.unwrap(), walks);
        told
    }

    fn blank(drawn: &Drawn) -> Self {
        Self {
            received: NaiveDate::MIN,
            hour: 0,
            product: String::new(),
            channel: Channel::Mail,
            customer: drawn.customer.clone(),
            level: None,
            level_was_wrong: false,
            situation_changed: false,
            assignee: None,
            answer: None,
            ended: None,
            brought_back: false,
            cause: None,
            due: None,
            due_on: None,
            carried_over: false,
        }
    }

    fn judge(&mut self, reckoned_from: Instant, walks: &[Walk; 2]) {
        let calendar = self.answer.as_ref().map_or(1, |it| it.calendar);
        let walk = &walks[calendar];
        let from = walk.units(reckoned_from);
        let walked = match (&self.answer, self.level) {
            (Some(answer), _) => answer.walked,
            (None, Some(level)) => walk.deadlines(from, minutes(level)),
            (None, None) => return,
        };
        let start = walk.start(from);
        self.due = Some((walked.target, walked.limit));
        self.carried_over = walk.day((walked.target - 1).max(start)) != walk.day(start);
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        self.due_on = Some(first + Days::new(walk.day(walked.limit) as u64));
    }

    fn agent(&self) -> Option<&str> {
        match &self.answer {
            Some(answer) => Some(&answer.by),
            None => self.assignee.as_deref(),
        }
    }

    fn key(&self, dimension: Dimension) -> Option<&str> {
        match dimension {
            Dimension::Product => Some(&self.product),
            Dimension::Level => self.level.map(|it| it.as_str()),
            Dimension::Channel => Some(self.channel.as_str()),
            Dimension::Agent => self.agent(),
            Dimension::Customer if self.customer.is_empty() => None,
            Dimension::Customer => Some(&self.customer),
            Dimension::Cause => self.cause.map(|it| it.as_str()),
        }
    }
}

/// The second computation over a selection.
pub struct Naive<'a> {
    told: &'a [Told],
    selection: &'a Selection,
    now: i64,
}

impl<'a> Naive<'a> {
    pub fn new(told: &'a [Told], selection: &'a Selection, now: Instant, unit: i64) -> Self {
        let first = crate::instant("2026-01-01T00:00:00+09:00");
        Self {
            told,
            selection,
            now: (now.as_micros() - first.as_micros()) / (unit * 1_000_000),
        }
    }

    fn day(&self, it: &Told) -> Option<NaiveDate> {
        match self.selection.by {
            Basis::Receipt => Some(it.received),
            Basis::Due => it.due_on,
        }
    }

    pub fn of_period(&self, period: Period) -> Vec<&'a Told> {
        let wanted = self.selection;
        let mut found = Vec::new();
        for it in self.told {
            let on = self.day(it);
            let agent = it.agent().map(str::to_owned);
            if on.is_some_and(|on| on >= period.from && on <= period.to)
                && (wanted.products.is_empty()
                    || wanted.products.iter().any(|id| id.as_str() == it.product))
                && (wanted.levels.is_empty() || wanted.levels.contains(&it.level))
                && (wanted.channels.is_empty() || wanted.channels.contains(&it.channel))
                && (wanted.agents.is_empty() || wanted.agents.contains(&agent))
                && (wanted.customers.is_empty() || wanted.customers.contains(&it.customer))
            {
                found.push(it);
            }
        }
        found
    }

    pub fn all(&self) -> Vec<&'a Told> {
        self.of_period(self.selection.period)
    }

    pub fn keys(&self, dimension: Dimension) -> BTreeSet<Option<&'a str>> {
        let mut all = self.all();
        all.retain(|it| self.concerns(dimension, it));
        all.iter().map(|it| it.key(dimension)).collect()
    }

    pub fn group(&self, dimension: Dimension, key: Option<&str>) -> Vec<&'a Told> {
        let mut all = self.all();
        all.retain(|it| self.concerns(dimension, it) && it.key(dimension) == key);
        all
    }

    fn concerns(&self, dimension: Dimension, it: &Told) -> bool {
        dimension != Dimension::Cause || self.is(it, Part::Missed)
    }

    pub fn week(&self, monday: NaiveDate) -> Vec<&'a Told> {
        let mut all = self.all();
        let days = monday..monday + Days::new(7);
        all.retain(|it| self.day(it).is_some_and(|on| days.contains(&on)));
        all
    }

    fn open_past(&self, it: &Told, of: fn((i64, i64)) -> i64) -> bool {
        it.answer.is_none() && it.ended.is_none() && it.due.is_some_and(|due| self.now > of(due))
    }

    pub fn is_breach(&self, it: &Told) -> bool {
        let breached = it
            .answer
            .as_ref()
            .is_some_and(|it| it.verdict == "breached");
        breached || self.open_past(it, |(_, limit)| limit)
    }

    fn is(&self, it: &Told, part: Part) -> bool {
        let verdict = it.answer.as_ref().map(|answer| answer.verdict);
        let open = it.answer.is_none() && it.ended.is_none();
        match part {
            Part::Received => true,
            Part::Answered => it.answer.is_some(),
            Part::InTime => verdict == Some("in_time"),
            Part::Late => verdict == Some("late"),
            Part::Breached => verdict == Some("breached"),
            Part::Open => open,
            Part::Undecided => open && it.level.is_none(),
            Part::OpenPastTarget => self.open_past(it, |(target, _)| target),
            Part::OpenPastLimit => self.open_past(it, |(_, limit)| limit),
            Part::Missed => {
                self.open_past(it, |(target, _)| target)
                    || verdict == Some("late")
                    || verdict == Some("breached")
            }
            Part::Overran => verdict == Some("late") || verdict == Some("breached"),
            Part::Broken => self.is_breach(it),
            Part::NotAnInquiry => it.ended == Some("not_an_inquiry"),
            Part::Duplicate => it.ended == Some("duplicate"),
            Part::Withdrawn => it.ended == Some("withdrawn"),
            Part::WithDeadline => it.ended.is_none() && it.due.is_some(),
            Part::CarriedOver => it.ended.is_none() && it.due.is_some() && it.carried_over,
            Part::BroughtBack => it.brought_back,
            Part::LevelWasWrong => it.level_was_wrong,
            Part::SituationChanged => it.situation_changed,
            Part::AfterTheFact => it.answer.as_ref().is_some_and(|it| it.after_the_fact),
            Part::OutOfScope => it.answer.as_ref().is_some_and(|it| it.out_of_scope),
        }
    }

    #[track_caller]
    pub fn agrees_with(&self, figures: &Figures, told: &[&Told], context: &str) {
        for part in Part::ALL {
            let count = told.iter().filter(|it| self.is(it, part)).count();
            assert_eq!(figures.count(part) as usize, count, "{context}: {part:?}");
        }
        let mut taken: Vec<i64> = Vec::new();
        let mut overrun: Vec<i64> = Vec::new();
        for answer in told.iter().filter_map(|it| it.answer.as_ref()) {
            taken.push(answer.taken);
            if answer.verdict != "in_time" {
                overrun.push(answer.overrun);
            }
        }
        taken.sort_unstable();
        let of = |percent: usize| {
            let enough = |it: &&i64| {
                taken.iter().filter(|other| other <= it).count() * 100 >= percent * taken.len()
            };
            taken.iter().find(enough).copied()
        };
        // Looking through all for each is too slow for many; there the rank is counted off.
        let of = |percent: usize| {
            if taken.len() <= 60 {
                return of(percent);
            }
            let mut rank = 1;
            while rank * 100 < percent * taken.len() {
                rank += 1;
            }
            Some(taken[rank - 1])
        };
        let spread = figures.taken;
        assert_eq!(spread.map_or(0, |it| it.n), taken.len(), "{context}");
        assert_eq!(spread.map(|it| it.median.as_secs()), of(50), "{context}");
        assert_eq!(spread.map(|it| it.p90.as_secs()), of(90), "{context}");
        assert_eq!(spread.map(|it| it.p95.as_secs()), of(95), "{context}");
        let over = figures.overrun;
        assert_eq!(over.map_or(0, |it| it.n), overrun.len(), "{context}");
        let total: i64 = overrun.iter().sum();
        assert_eq!(over.map_or(0, |it| it.total.as_secs()), total, "{context}");
        let longest = overrun.iter().copied().max();
        assert_eq!(over.map(|it| it.longest.as_secs()), longest, "{context}");
    }

    #[track_caller]
    pub fn agrees_on_heat(&self, heat: &Heat, wanted: impl Fn(&Told) -> bool) {
        let mut expected = [[0; 24]; 7];
        for it in self.all() {
            if wanted(it) {
                let weekday = it.received.weekday() as usize;
                expected[weekday][it.hour as usize] += 1;
            }
        }
        assert_eq!(*heat, expected);
    }

    #[track_caller]
    pub fn agrees_on_lengths(&self, distributions: &[Distribution]) {
        for level in ImpactLevel::ALL {
            let mut expected = [0; BUCKETS.len()];
            for it in self.all() {
                if let (true, Some(answer)) = (it.level == Some(*level), &it.answer) {
                    let allowed = minutes(*level) * 60;
                    let place = BUCKETS.iter().position(|end| {
                        *end == u32::MAX || answer.taken * 100 <= allowed * i64::from(*end)
                    });
                    expected[place.unwrap()] += 1;
                }
            }
            let found = distributions.iter().find(|it| it.level == *level);
            let counts = found.map_or([0; BUCKETS.len()], |it| it.counts);
            assert_eq!(counts, expected, "{level}");
        }
    }
}
