//! What happens to one inquiry, and when.

use std::collections::VecDeque;

use business_time::{BusinessDuration, Instant, WallDuration};
use desk::{DeskError, Rules};
use inquiry::Status;
use policy::{Channel, EndKind, Evaluation, Facts, ImpactLevel, InquiryKind, ProductId};

use crate::dice::Dice;

/// How an inquiry stands at the corpus' now.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The first response is owed.
    Open,
    /// Answered and mostly completed.
    Answered,
    /// Answered, and the customer wrote again.
    NeedsReply,
    /// Ended without a first response.
    Ended,
}

/// Something that happens, and when it is recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    pub at: Instant,
    pub what: What,
}

/// What happens.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    Received,
    Assigned(usize),
    LevelSet(ImpactLevel, Why),
    KindSet(InquiryKind),
    ReceiptConfirmed,
    Noted,
    MessageIn,
    MessageOut,
    FirstResponded,
    Replied,
    StatusSet(Status),
    NextContactSet(Option<Instant>),
    Ended(EndKind),
}

/// Why a level is decided.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Why {
    First,
    WrongBefore,
    SituationChanged,
}

/// What an inquiry begins with.
#[derive(Copy, Clone, Debug)]
pub struct Beginning {
    pub received_at: Instant,
    pub fate: Fate,
    pub channel: Channel,
}

impl Beginning {
    /// Gives when it is recorded: a call when it is over, a mail once it was fetched.
    fn recorded_at(&self, dice: &mut Dice) -> Instant {
        let minutes = match self.channel {
            Channel::Phone => 3 + dice.below(20),
            Channel::Form | Channel::Mail => 1 + dice.below(10),
        };
        self.received_at.plus_wall(WallDuration::from_minutes(
            i64::try_from(minutes).unwrap_or(0),
        ))
    }
}

/// Writes down what happens to an inquiry, in order.
pub fn steps(
    beginning: &Beginning,
    product: &ProductId,
    rules: &Rules,
    dice: &mut Dice,
) -> Result<VecDeque<Step>, DeskError> {
    let recorded_at = beginning.recorded_at(dice);
    let mut course = Course {
        beginning,
        product,
        rules,
        at: recorded_at,
        steps: VecDeque::new(),
        agent: usize::try_from(dice.below(12)).unwrap_or(0),
    };
    course.step(What::Received);
    match beginning.fate {
        Fate::Open => course.wait(dice)?,
        Fate::Ended => course.end(dice)?,
        Fate::Answered | Fate::NeedsReply => course.answer(dice)?,
    }
    Ok(course.steps)
}

struct Course<'a> {
    beginning: &'a Beginning,
    product: &'a ProductId,
    rules: &'a Rules,
    /// The instant of the last step.
    at: Instant,
    steps: VecDeque<Step>,
    agent: usize,
}

impl Course<'_> {
    fn step(&mut self, what: What) {
        self.steps.push_back(Step { at: self.at, what });
    }

    /// Lets business time pass, and a few seconds, so that no two steps fall together.
    fn pass(&mut self, minutes: u64, dice: &mut Dice) -> Result<(), DeskError> {
        let by = BusinessDuration::from_minutes(i64::try_from(minutes).unwrap_or(0));
        let seconds = i64::try_from(1 + dice.below(50)).unwrap_or(1);
        let later = self.rules.calendar.add(self.at, by)?;
        self.at = later
            .max(self.at)
            .plus_wall(WallDuration::from_secs(seconds));
        Ok(())
    }

    fn evaluation(&self, level: ImpactLevel, from: Instant) -> Result<Evaluation, DeskError> {
        let facts = Facts {
            reckoned_from: from,
            level: Some(level),
            ..Facts::received(self.beginning.received_at)
        };
        self.rules.evaluate_facts(self.product, &facts, self.at)
    }

    fn take(&mut self, dice: &mut Dice) -> Result<(), DeskError> {
        self.pass(1 + dice.below(12), dice)?;
        self.step(What::Assigned(self.agent));
        if self.beginning.channel != Channel::Phone && dice.happens(60) {
            self.pass(1, dice)?;
            self.step(What::ReceiptConfirmed);
        }
        Ok(())
    }

    /// Decides the level, sometimes anew; gives it with the instant from which it is reckoned.
    fn triage(&mut self, dice: &mut Dice) -> Result<(ImpactLevel, Instant), DeskError> {
        let level = level(dice);
        let received_at = self.beginning.received_at;
        self.pass(1 + dice.below(8), dice)?;
        if dice.happens(7) {
            let wrong = if level == ImpactLevel::Minor {
                ImpactLevel::Serious
            } else {
                ImpactLevel::Minor
            };
            self.step(What::LevelSet(wrong, Why::First));
            self.pass(2 + dice.below(10), dice)?;
            self.step(What::LevelSet(level, Why::WrongBefore));
        } else {
            self.step(What::LevelSet(level, Why::First));
        }
        if dice.happens(70) {
            self.pass(0, dice)?;
            self.step(What::KindSet(kind(dice)));
        }
        if dice.happens(5) && level != ImpactLevel::Serious {
            self.pass(10 + dice.below(30), dice)?;
            self.step(What::MessageIn);
            let from = self.at;
            self.pass(2, dice)?;
            self.step(What::LevelSet(ImpactLevel::Serious, Why::SituationChanged));
            return Ok((ImpactLevel::Serious, from));
        }
        Ok((level, received_at))
    }

    fn wait(&mut self, dice: &mut Dice) -> Result<(), DeskError> {
        if dice.happens(60) {
            self.take(dice)?;
        }
        if dice.happens(65) {
            self.triage(dice)?;
        }
        if dice.happens(30) {
            self.pass(5 + dice.below(40), dice)?;
            self.step(What::Noted);
        }
        if dice.happens(20) {
            self.pass(10 + dice.below(200), dice)?;
            self.step(What::MessageIn);
        }
        Ok(())
    }

    fn end(&mut self, dice: &mut Dice) -> Result<(), DeskError> {
        self.take(dice)?;
        self.pass(1 + dice.below(60), dice)?;
        let ending = dice.pick(EndKind::ALL).copied();
        self.step(What::Ended(ending.unwrap_or(EndKind::Withdrawn)));
        Ok(())
    }

    fn answer(&mut self, dice: &mut Dice) -> Result<(), DeskError> {
        self.take(dice)?;
        let (level, from) = self.triage(dice)?;
        self.pass(0, dice)?;
        self.step(What::StatusSet(Status::InProgress));
        if dice.happens(55) {
            self.pass(3 + dice.below(20), dice)?;
            self.step(What::Noted);
        }
        let evaluation = self.evaluation(level, from)?;
        self.at = self.response_at(&evaluation, dice)?.max(self.at);
        self.respond(What::FirstResponded, dice)?;
        self.pass(0, dice)?;
        self.step(What::StatusSet(Status::WaitingForCustomer));
        for _ in 0..dice.below(3) {
            self.exchange(dice)?;
        }
        if self.beginning.fate == Fate::NeedsReply {
            self.pass(60 + dice.below(900), dice)?;
            self.step(What::MessageIn);
            return Ok(());
        }
        self.pass(30 + dice.below(1500), dice)?;
        self.step(What::StatusSet(Status::Completed));
        Ok(())
    }

    /// Nine in ten answers come in time, most of the others within the limit.
    fn response_at(&self, it: &Evaluation, dice: &mut Dice) -> Result<Instant, DeskError> {
        let add = |from, by| Ok::<_, DeskError>(self.rules.calendar.add(from, by)?);
        let turn = dice.below(100);
        let share = dice.share();
        let allowance = it.allowance.as_micros() as f64;
        let part = |of: f64| BusinessDuration::from_micros((allowance * of) as i64);
        Ok(if turn < 90 {
            add(it.start, part(0.25 + 0.75 * share))?
        } else if turn < 97 {
            let over = it.limit.since(it.target).as_micros() as f64;
            it.target
                .plus_wall(WallDuration::from_micros((over * share) as i64))
        } else {
            add(it.limit, part(0.1 + share))?
        })
    }

    /// Answers by message, or on the phone without one.
    fn respond(&mut self, what: What, dice: &mut Dice) -> Result<(), DeskError> {
        if self.beginning.channel != Channel::Phone {
            self.step(What::MessageOut);
            self.pass(0, dice)?;
        }
        self.step(what);
        Ok(())
    }

    fn exchange(&mut self, dice: &mut Dice) -> Result<(), DeskError> {
        self.pass(30 + dice.below(700), dice)?;
        self.step(What::MessageIn);
        if dice.happens(20) {
            self.pass(5, dice)?;
            let planned = self.at.plus_wall(WallDuration::from_minutes(180));
            self.step(What::NextContactSet(Some(planned)));
            self.pass(120, dice)?;
            self.step(What::NextContactSet(None));
        }
        self.pass(10 + dice.below(300), dice)?;
        self.respond(What::Replied, dice)?;
        self.pass(0, dice)?;
        self.step(What::StatusSet(Status::WaitingForCustomer));
        Ok(())
    }
}

fn level(dice: &mut Dice) -> ImpactLevel {
    match dice.below(100) {
        0..3 => ImpactLevel::Outage,
        3..20 => ImpactLevel::Serious,
        20..60 => ImpactLevel::Minor,
        _ => ImpactLevel::Question,
    }
}

fn kind(dice: &mut Dice) -> InquiryKind {
    let kind = dice.pick(InquiryKind::ALL).copied();
    kind.unwrap_or(InquiryKind::Usage)
}
