//! Random inquiries, as raw events.

use business_time::{Instant, WallDuration};
use inquiry::{
    Actor, Direction, Ending, InquiryEvent, InquiryId, Judgement, LevelReason, MessageFact,
    MessageId, OperationId, Origin, PersonalId, PersonalRef, Proof, Received, Recorded, Response,
    Status, fold,
};
use policy::{Cause, Channel, Facts, ImpactLevel, ResponseKind, SupportPlan, Thresholds, evaluate};
use uuid::Uuid;

use crate::{HASHES, Office, instant};

pub const AGENTS: [&str; 4] = ["佐藤", "鈴木", "高橋", "田中"];
pub const CUSTOMERS: [&str; 5] = ["例示商事", "見本物流", "架空製作所", "試験銀行", ""];
const PRODUCTS: [&str; 3] = ["clomo", "deep-instinct", "harmony-mobile"];

/// One inquiry, and the customer of its row.
pub struct Drawn {
    pub id: InquiryId,
    pub customer: String,
    pub events: Vec<DrawnEvent>,
}

pub struct DrawnEvent {
    pub operation: OperationId,
    pub actor: Actor,
    pub at: Instant,
    pub event: InquiryEvent,
}

impl DrawnEvent {
    pub fn recorded(&self) -> Recorded<'_> {
        Recorded {
            operation: self.operation,
            actor: &self.actor,
            recorded_at: self.at,
            event: &self.event,
        }
    }
}

/// A generator of numbers that is the same on every machine (splitmix64).
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn of<T: Clone>(&mut self, from: &[T]) -> T {
        let place = self.below(from.len() as u64) as usize;
        from[place].clone()
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}

pub fn inquiries(seed: u64, count: usize, unit: i64, office: &Office, now: Instant) -> Vec<Drawn> {
    let mut dice = Dice(seed);
    let mut one = |n| {
        let mut story = Story::begins(&mut dice, n, unit, now);
        story.goes_on(&mut dice, office);
        story.drawn
    };
    (0..count as u128).map(&mut one).collect()
}

struct Story {
    drawn: Drawn,
    at: Instant,
    now: Instant,
    unit: i64,
    n: u128,
}

impl Story {
    fn begins(dice: &mut Dice, n: u128, unit: i64, now: Instant) -> Self {
        let at = receipt(dice, unit);
        let mut story = Self {
            drawn: Drawn {
                id: InquiryId::new(Uuid::from_u128(n + 1)),
                customer: dice.of(&CUSTOMERS).to_owned(),
                events: Vec::new(),
            },
            at,
            now,
            unit,
            n,
        };
        let received = story.received(dice, at);
        story.tell(dice, received);
        story
    }

    fn received(&self, dice: &mut Dice, at: Instant) -> InquiryEvent {
        InquiryEvent::Received(Box::new(Received {
            number: format!("A-{}", 1001 + self.n).parse().unwrap(),
            product: dice.of(&PRODUCTS).parse().unwrap(),
            plan: SupportPlan::Standard,
            channel: dice.of(Channel::ALL),
            received_at: at,
            proof: Proof::Proven,
            subject: self.text(),
            customer: self.text(),
            message: self.message(Direction::In, at),
            origin: Origin::Agent,
            sample: false,
        }))
    }

    /// Goes through what may happen; each with its chance.
    fn goes_on(&mut self, dice: &mut Dice, office: &Office) {
        if dice.percent(60) {
            self.assign(dice);
        }
        if dice.percent(92) {
            self.decide(dice, LevelReason::First);
        }
        for _ in 0..dice.below(3) {
            self.something_between(dice);
        }
        if dice.percent(7) {
            self.end(dice);
        }
        self.answer(dice, office);
        if dice.percent(6) {
            self.take_back(dice);
            self.answer(dice, office);
        }
        for _ in 0..dice.below(3) {
            self.something_after(dice);
        }
        self.say_why(dice);
    }

    fn something_between(&mut self, dice: &mut Dice) {
        match dice.below(7) {
            0 => self.decide(dice, LevelReason::WrongBefore),
            1 => self.situation_changes(dice),
            2 => {
                self.decide(dice, LevelReason::WrongBefore);
                self.take_back(dice);
            }
            3 => {
                let product = dice.of(&PRODUCTS).parse().unwrap();
                self.tell(dice, InquiryEvent::ProductSet(product));
            }
            4 => self.assign(dice),
            5 => self.receives_message(dice),
            _ => {
                let status = InquiryEvent::StatusSet {
                    status: Status::OnHold,
                    reason: Some(self.text()),
                };
                self.tell(dice, status);
            }
        }
    }

    fn something_after(&mut self, dice: &mut Dice) {
        match dice.below(4) {
            0 | 1 => self.receives_message(dice),
            2 => self.decide(dice, LevelReason::WrongBefore),
            _ => {
                let message = self.message(Direction::Out, self.at);
                self.tell(dice, InquiryEvent::MessageAdded(Box::new(message)));
            }
        }
    }

    fn decide(&mut self, dice: &mut Dice, reason: LevelReason) {
        let level = dice.of(ImpactLevel::ALL);
        let note = None;
        self.tell(
            dice,
            InquiryEvent::LevelSet {
                level,
                reason,
                note,
            },
        );
    }

    fn situation_changes(&mut self, dice: &mut Dice) {
        self.receives_message(dice);
        let last = self
            .drawn
            .events
            .iter()
            .rev()
            .find_map(|it| match &it.event {
                InquiryEvent::MessageAdded(message) => Some(message.id),
                _ => None,
            });
        if let Some(message) = last {
            self.decide(dice, LevelReason::SituationChanged { message });
        }
    }

    fn receives_message(&mut self, dice: &mut Dice) {
        self.pass(dice);
        let message = self.message(Direction::In, self.at);
        self.tell(dice, InquiryEvent::MessageAdded(Box::new(message)));
    }

    fn assign(&mut self, dice: &mut Dice) {
        let to = dice.percent(85).then(|| Actor::new(dice.of(&AGENTS)));
        self.tell(dice, InquiryEvent::Assigned(to));
    }

    /// Names a cause, sometimes another one after it, or takes it back.
    fn say_why(&mut self, dice: &mut Dice) {
        for _ in 0..dice.below(3) {
            let cause = dice.of(Cause::ALL);
            self.tell(dice, InquiryEvent::CauseSet { cause, note: None });
        }
        if dice.percent(8) {
            self.take_back(dice);
        }
    }

    fn end(&mut self, dice: &mut Dice) {
        let ending = dice.of(&[
            Ending::NotAnInquiry,
            Ending::Duplicate { of: None },
            Ending::Withdrawn,
        ]);
        let reason = self.text();
        self.tell(dice, InquiryEvent::Ended { ending, reason });
    }

    /// Answers, if it may, at an instant near a boundary or any time within some days.
    fn answer(&mut self, dice: &mut Dice, office: &Office) {
        if !dice.percent(93) {
            return;
        }
        let recorded: Vec<Recorded<'_>> =
            self.drawn.events.iter().map(|it| it.recorded()).collect();
        let Some(state) = fold(self.drawn.id, &recorded) else {
            return;
        };
        if state.level.is_none() || state.ended.is_some() || state.first_response.is_some() {
            return;
        }
        let place = |at| &office.calendars[HASHES[Office::judging(at)]];
        let facts = |at| Facts {
            responded_at: Some(at),
            ..state.facts()
        };
        let pack = &office.packs.versions_of(state.product.as_str())[0];
        let judge = |at| {
            let (calendar, thresholds) = (place(at), Thresholds::default());
            evaluate(pack, calendar, &thresholds, &facts(at), at).unwrap()
        };
        let any = self.at.plus_wall(self.span(dice, 3 * 24 * 60));
        let known = judge(any);
        let unit = WallDuration::from_secs(self.unit);
        let at = match dice.below(8) {
            0 => known.target,
            1 => known.target.plus_wall(unit),
            2 => known.limit,
            3 => known.limit.plus_wall(unit),
            4 => known.start,
            _ => any,
        };
        let at = at.max(self.at);
        if at > self.now {
            return;
        }
        let judged = judge(at);
        self.at = at;
        let event = InquiryEvent::FirstResponded {
            response: Response {
                kind: dice.of(&[
                    ResponseKind::Answer,
                    ResponseKind::Question,
                    ResponseKind::OutOfScope,
                ]),
                at,
                by: dice.percent(20).then(|| Actor::new(dice.of(&AGENTS))),
                message: None,
                text: None,
                why: None,
                after_the_fact: dice.percent(10),
            },
            judgement: Judgement {
                verdict: judged.verdict.unwrap(),
                target: judged.target,
                limit: judged.limit,
                business_taken: judged.business_taken.unwrap(),
                pack: pack.label(),
                pack_hash: pack.hash().to_owned(),
                calendar_hash: HASHES[Office::judging(at)].to_owned(),
            },
        };
        self.tell(dice, event);
    }

    /// Takes the last operation back, unless it is the receipt.
    fn take_back(&mut self, dice: &mut Dice) {
        let last = self.drawn.events.last().unwrap();
        let operation = last.operation;
        if !matches!(last.event, InquiryEvent::Received(_)) {
            self.tell(dice, InquiryEvent::Undone { operation });
        }
    }

    fn tell(&mut self, dice: &mut Dice, event: InquiryEvent) {
        let place = self.drawn.events.len() as u128;
        self.drawn.events.push(DrawnEvent {
            operation: OperationId::new(Uuid::from_u128((self.n + 1) << 32 | place)),
            actor: Actor::new(dice.of(&AGENTS)),
            at: self.at,
            event,
        });
    }

    fn pass(&mut self, dice: &mut Dice) {
        let later = self.at.plus_wall(self.span(dice, 12 * 60));
        self.at = later.min(self.now);
    }

    fn span(&self, dice: &mut Dice, minutes: u64) -> WallDuration {
        let bound = minutes * 60 / self.unit.unsigned_abs();
        WallDuration::from_secs(dice.below(bound) as i64 * self.unit)
    }

    fn text(&self) -> PersonalRef {
        PersonalRef {
            id: PersonalId::new(Uuid::from_u128(self.n + 1)),
            digest: String::new(),
        }
    }

    fn message(&self, direction: Direction, at: Instant) -> MessageFact {
        let place = self.drawn.events.len() as u128;
        MessageFact {
            id: MessageId::new(Uuid::from_u128((self.n + 1) << 32 | place | 1 << 31)),
            direction,
            at,
            proof: Proof::Proven,
            key: None,
            content: None,
            text: self.text(),
            raw: None,
            attachments: Vec::new(),
            same_id_other_content: false,
        }
    }
}

/// Draws a receipt of the year up to the last days before the report, often near an opening or a close.
fn receipt(dice: &mut Dice, unit: i64) -> Instant {
    let day = WallDuration::from_hours(24 * dice.below(356) as i64);
    let second = match dice.below(10) {
        0 => 9 * 3600 + 1800,
        1 => 17 * 3600 + 1800,
        2 => 17 * 3600 + 1800 - unit,
        3 => 9 * 3600 + 1800 - unit,
        4 => 15 * 3600 + 1800,
        5 | 6 => 9 * 3600 + dice.below(9 * 3600) as i64 / unit * unit,
        _ => dice.below(86_400) as i64 / unit * unit,
    };
    let begin = instant("2026-01-01T00:00:00+09:00");
    begin
        .plus_wall(day)
        .plus_wall(WallDuration::from_secs(second))
}
