//! Which inquiries there are, and the order in which their steps are recorded.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use business_time::{Instant, WallDuration};
use desk::{DeskError, Rules};
use policy::Channel;

use crate::dice::Dice;
use crate::life::{self, Beginning, Fate, Step};
use crate::phrases::Phrases;
use crate::scribe::Told;

/// A day, in microseconds.
const DAY: i64 = 86_400_000_000;
/// How far back the record reaches, in days.
const SPAN: i64 = 5 * 365;
/// How long before now the last inquiry comes that is answered by now, in days.
const SETTLED: i64 = 14;

/// What is wanted.
#[derive(Copy, Clone, Debug)]
pub struct Plan {
    /// How many inquiries.
    pub count: u64,
    /// How many of them wait for their first response.
    pub open: u64,
    /// The instant at which they do.
    pub now: Instant,
    /// By which chance goes.
    pub seed: u64,
}

impl Plan {
    /// Gives the instant of the first receipt.
    pub fn begins_at(&self) -> Instant {
        self.before(SPAN * DAY)
    }

    /// Gives how many customers ask.
    pub fn customers(&self) -> u64 {
        (self.count / 40).max(50)
    }

    fn before(&self, micros: i64) -> Instant {
        self.now.plus_wall(WallDuration::from_micros(-micros))
    }

    /// Lists how all inquiries begin, by receipt.
    pub fn beginnings(&self) -> Vec<Beginning> {
        let mut dice = Dice::new(self.seed, u64::MAX);
        let again = self.count / 100;
        let mut all: Vec<Beginning> = (0..self.count)
            .map(|number| self.beginning(number, again, &mut dice))
            .collect();
        all.sort_by_key(|it| it.received_at);
        all
    }

    /// The first so many are open, the next so many wait for us again; the rest is settled.
    fn beginning(&self, number: u64, again: u64, dice: &mut Dice) -> Beginning {
        let fate = if number < self.open {
            Fate::Open
        } else if number < self.open + again {
            Fate::NeedsReply
        } else if dice.happens(7) {
            Fate::Ended
        } else {
            Fate::Answered
        };
        let share = dice.share();
        let within = |from: i64, to: i64| from + ((to - from) as f64 * share) as i64;
        let age = match fate {
            Fate::Open => match dice.below(100) {
                0..25 => within(DAY / 48, DAY * 3 / 2),
                25..60 => within(DAY, 7 * DAY),
                _ => within(7 * DAY, 120 * DAY),
            },
            Fate::NeedsReply => within(SETTLED * DAY, 60 * DAY),
            Fate::Answered | Fate::Ended => within(SETTLED * DAY, SPAN * DAY),
        };
        let channel = match dice.below(100) {
            0..60 => Channel::Mail,
            60..85 => Channel::Form,
            _ => Channel::Phone,
        };
        Beginning {
            received_at: self.before(age),
            fate,
            channel,
        }
    }
}

/// All steps up to now, in the order in which they are recorded.
pub struct Timeline<'a> {
    plan: &'a Plan,
    phrases: &'a Phrases,
    rules: &'a Rules,
    to_come: VecDeque<(u64, Beginning)>,
    under_way: BTreeMap<u64, (Told, VecDeque<Step>)>,
    next: BinaryHeap<Reverse<(Instant, u64)>>,
}

impl<'a> Timeline<'a> {
    pub fn new(plan: &'a Plan, phrases: &'a Phrases, rules: &'a Rules) -> Self {
        Self {
            plan,
            phrases,
            rules,
            to_come: (0..).zip(plan.beginnings()).collect(),
            under_way: BTreeMap::new(),
            next: BinaryHeap::new(),
        }
    }

    /// Tells how many inquiries have not begun yet.
    pub fn left(&self) -> usize {
        self.to_come.len()
    }

    /// Hands the next step to `write` with its inquiry; tells whether there was one.
    pub fn next<E: From<DeskError>>(
        &mut self,
        write: impl FnOnce(&mut Told, &Step) -> Result<(), E>,
    ) -> Result<bool, E> {
        self.begin_due()?;
        let Some(Reverse((_, number))) = self.next.pop() else {
            return Ok(false);
        };
        let Some((told, steps)) = self.under_way.get_mut(&number) else {
            return Ok(true);
        };
        if let Some(step) = steps.pop_front() {
            write(told, &step)?;
        }
        match steps.front().filter(|step| step.at <= self.plan.now) {
            Some(step) => self.next.push(Reverse((step.at, number))),
            None => {
                self.under_way.remove(&number);
            }
        }
        Ok(true)
    }

    /// Begins the inquiries that were received before the next step is recorded.
    fn begin_due(&mut self) -> Result<(), DeskError> {
        while let Some((number, beginning)) = self.to_come.front().copied() {
            let next_at = self.next.peek().map(|Reverse((at, _))| *at);
            if next_at.is_some_and(|at| at < beginning.received_at) {
                break;
            }
            self.to_come.pop_front();
            let dice = Dice::new(self.plan.seed, number);
            let customers = self.plan.customers();
            let Some(mut told) = Told::new(beginning, dice, self.phrases, customers) else {
                continue;
            };
            let steps = life::steps(&beginning, &told.product, self.rules, &mut told.dice)?;
            if let Some(first) = steps.front() {
                self.next.push(Reverse((first.at, number)));
                self.under_way.insert(number, (told, steps));
            }
        }
        Ok(())
    }
}
