//! By what a reminder is known to have rung.

use std::fmt;
use std::str::FromStr;

use business_time::Instant;
use inquiry::{InquiryId, ObligationId};
use policy::Threshold;
use store::GivenReminder;

/// The clock of an inquiry that a reminder belongs to.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReminderClock {
    /// That of an obligation.
    Obligation,
    /// The first response, by its level or by the triage aim.
    FirstResponse,
    /// The next contact 次回連絡予定.
    NextContact,
}

/// What was reached.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReminderThreshold {
    /// This share of the allowance is left, in per cent.
    ShareLeft(u8),
    /// This much business time is left, in minutes.
    BusinessLeft(u32),
    /// The target.
    Target,
    /// The limit.
    Limit,
    /// The instant of the next contact.
    NextContact,
}

impl From<Threshold> for ReminderThreshold {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::ShareLeft(percent) => Self::ShareLeft(percent),
            Threshold::BusinessLeft(minutes) => Self::BusinessLeft(minutes),
            Threshold::Target => Self::Target,
            Threshold::Limit => Self::Limit,
        }
    }
}

impl fmt::Display for ReminderThreshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ShareLeft(percent) => write!(f, "share-left-{percent}"),
            Self::BusinessLeft(minutes) => write!(f, "business-left-{minutes}"),
            Self::Target => f.write_str("target"),
            Self::Limit => f.write_str("limit"),
            Self::NextContact => f.write_str("next-contact"),
        }
    }
}

impl FromStr for ReminderThreshold {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |prefix: &str| text.strip_prefix(prefix);
        match text {
            "target" => Ok(Self::Target),
            "limit" => Ok(Self::Limit),
            "next-contact" => Ok(Self::NextContact),
            _ => match (number("share-left-"), number("business-left-")) {
                (Some(percent), _) => percent.parse().map(Self::ShareLeft).map_err(|_| ()),
                (None, Some(minutes)) => minutes.parse().map(Self::BusinessLeft).map_err(|_| ()),
                (None, None) => Err(()),
            },
        }
    }
}

/// What a reminder is about.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReminderAbout {
    /// An inquiry.
    Inquiry(InquiryId),
    /// An obligation.
    Obligation(ObligationId),
}

impl fmt::Display for ReminderAbout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inquiry(id) => id.fmt(f),
            Self::Obligation(id) => id.fmt(f),
        }
    }
}

/// Names a reminder: a changed target or level makes another one, which rings anew.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ReminderKey {
    /// The inquiry or obligation.
    pub about: ReminderAbout,
    /// Its clock.
    pub clock: ReminderClock,
    /// What was reached.
    pub threshold: ReminderThreshold,
    /// The target, limit or next contact that it is about.
    pub due_at: Instant,
}

impl ReminderKey {
    /// Reads a key that was kept; nothing for one that a later program wrote.
    pub(crate) fn of(given: &GivenReminder) -> Option<Self> {
        let (clock, id) = given.clock.split_once('/')?;
        let clock = ReminderClock::parse(clock)?;
        Some(Self {
            about: match clock {
                ReminderClock::Obligation => ReminderAbout::Obligation(id.parse().ok()?),
                ReminderClock::FirstResponse | ReminderClock::NextContact => {
                    ReminderAbout::Inquiry(id.parse().ok()?)
                }
            },
            clock,
            threshold: given.threshold.parse().ok()?,
            due_at: given.target,
        })
    }

    /// Writes the key as it is kept once the reminder was given.
    pub(crate) fn kept(&self) -> GivenReminder {
        GivenReminder {
            clock: self.clock_name(),
            threshold: self.threshold.to_string(),
            target: self.due_at,
        }
    }

    /// Names the clock of the inquiry or obligation.
    pub(crate) fn clock_name(&self) -> String {
        self.clock.name_of(self.about)
    }

    /// Reads a key as it is written; nothing for what is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.rsplitn(3, '/');
        let (due_at, threshold, clock) = (parts.next()?, parts.next()?, parts.next()?);
        Self::of(&GivenReminder {
            clock: clock.to_owned(),
            threshold: threshold.to_owned(),
            target: Instant::from_micros(due_at.parse().ok()?),
        })
    }
}

impl fmt::Display for ReminderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}/{}/{}",
            self.clock_name(),
            self.threshold,
            self.due_at.as_micros()
        )
    }
}

impl ReminderClock {
    /// Names this clock of an inquiry or obligation.
    pub(crate) fn name_of(self, about: ReminderAbout) -> String {
        format!("{}/{about}", self.as_str())
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::FirstResponse => "first-response",
            Self::NextContact => "next-contact",
            Self::Obligation => "obligation",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::FirstResponse, Self::NextContact, Self::Obligation]
            .into_iter()
            .find(|it| it.as_str() == text)
    }
}
