//! The signs in the window: derived from the record at each look, and therefore never lost.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::reminders::due::{Course, Due, Reminder};
use crate::reminders::key::{ReminderAbout, ReminderClock, ReminderKey};
use crate::reminders::listener::Listener;
use crate::reminders::plan::latest;
use crate::{Desk, DeskError};

const PREFIX: &str = "sign_put_away/";

/// The signs that a window shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Signs {
    /// The newest of them, first the latest due.
    pub newest: Vec<Due>,
    /// How many there are in all.
    pub total: usize,
}

/// The sign of each clock that was put away last.
pub(crate) type PutAway = BTreeMap<(ReminderAbout, ReminderClock), ReminderKey>;

impl Desk {
    /// Gives the reminders that are due and concern the person: the latest of each clock, unless it was put away or the
    /// inquiry is snoozed. Out of business hours too. At most so many are given, and all are counted.
    ///
    /// # Errors
    /// As [`Desk::wake`].
    pub fn signs(&self, at_most: usize) -> Result<Signs, DeskError> {
        let (now, settings, snoozes) = (self.now(), self.local_settings()?, self.snoozes()?);
        let listener = Listener::new(&settings);
        let mut memory = self.memory();
        memory.refresh(self, now)?;
        if memory.put_away.is_none() {
            memory.put_away = Some(self.read_put_away()?);
        }
        let put_away = memory.put_away.as_ref();
        let shows = |course: &Course, it: &Reminder| {
            let key = course.key(it);
            let hidden = put_away.and_then(|all| all.get(&(key.about, key.clock))) == Some(&key);
            let snoozed = match key.about {
                ReminderAbout::Inquiry(id) => snoozes.get(&id).is_some_and(|until| *until > now),
                ReminderAbout::Obligation(_) => false,
            };
            !hidden && !snoozed
        };
        let due = memory.courses.iter().filter_map(|course| {
            let it = latest(course, &listener, now)?;
            shows(course, it).then_some((course, it))
        });
        Ok(newest(due.collect(), at_most))
    }

    /// Puts a sign away, named by its key; the clock's next threshold shows a new one.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn put_sign_away(&self, id: &str) -> Result<(), DeskError> {
        ReminderKey::parse(id).map_or(Ok(()), |key| self.put_away(vec![key]))
    }

    /// Puts away all signs that there are, in one go.
    ///
    /// # Errors
    /// As [`Desk::wake`].
    pub fn put_all_signs_away(&self) -> Result<(), DeskError> {
        let signs = self.signs(usize::MAX)?;
        self.put_away(signs.newest.into_iter().map(|due| due.key).collect())
    }

    fn put_away(&self, keys: Vec<ReminderKey>) -> Result<(), DeskError> {
        let mut memory = self.memory();
        let value = |key: &ReminderKey| (format!("{PREFIX}{}", key.clock_name()), key.to_string());
        let values: Vec<(String, String)> = keys.iter().map(value).collect();
        self.store().local().put_all(&values)?;
        if let Some(put_away) = &mut memory.put_away {
            put_away.extend(keys.into_iter().map(|key| ((key.about, key.clock), key)));
        }
        Ok(())
    }

    fn read_put_away(&self) -> Result<PutAway, DeskError> {
        let kept = self.store().local().by_prefix(PREFIX)?;
        let keys = kept.iter().filter_map(|(_, id)| ReminderKey::parse(id));
        Ok(keys.map(|key| ((key.about, key.clock), key)).collect())
    }
}

/// Makes signs of the newest only: where very many are due, nobody reads the others.
fn newest(mut found: Vec<(&Course, &Reminder)>, at_most: usize) -> Signs {
    let total = found.len();
    let order = |(course, it): &(&Course, &Reminder)| (Reverse(it.at), course.number());
    if at_most < total {
        found.select_nth_unstable_by_key(at_most, order);
        found.truncate(at_most);
    }
    found.sort_by_key(order);
    let newest = found.iter().map(|(course, it)| course.due(it, false));
    Signs {
        newest: newest.collect(),
        total,
    }
}
