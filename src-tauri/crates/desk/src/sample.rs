//! The sample set: some sixty fictional inquiries around the present moment, plainly marked, removable in one step.
//!
//! ```text
//! *.toml ─ script ─▶ inquiries as written ─ story ─▶ steps in time ─ tell ─▶ events ("recorded" in the past)
//! ```
//!
//! It goes the way of real work: mails are written and read by intake, verdicts are judged. Only who recorded it and
//! when is invented, as all of it is.

use business_time::{Instant, WallDuration};
use inquiry::{Actor, InquiryId};
use store::{RowFilter, RowOrder};

mod letters;
mod mime;
mod register;
mod remove;
mod script;
mod story;
mod tell;

use self::script::Script;
use self::story::story;
use self::tell::Teller;
use crate::intake::Columns;
use crate::intake::entry::Reading;
use crate::{Call, Desk, DeskError, Done};

/// The agent at whose desk the sample set stands.
pub const AGENT: &str = "佐藤（例）";

impl Desk {
    /// Tells whether the record holds the sample set, or what is left of it.
    ///
    /// # Errors
    /// [`DeskError::Store`] where the record cannot be read.
    pub fn has_sample(&self) -> Result<bool, DeskError> {
        Ok(self.store().read(|reader| reader.count(&of_sample()))? > 0)
    }

    /// Adds the sample set around the present moment and tells how many inquiries that are; none where one is there
    /// already. The same minute gives the same set.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`] where one of its products has no pack; [`DeskError::Store`].
    pub fn add_sample(&self, call: &Call) -> Result<Done<usize>, DeskError> {
        let script = Script::built_in()
            .map_err(|error| DeskError::Damaged(serde::de::Error::custom(error)))?;
        self.write(
            call,
            |touched| Some(touched.len()),
            |act| {
                if act.tx.reader()?.count(&of_sample())? > 0 {
                    return Ok(0);
                }
                let (rules, now) = (act.rules.clone(), whole_minute(act.now));
                let columns = Columns::default();
                let reading = Reading::new(&rules, None, &columns, now);
                let mut teller = Teller::new(&script, &reading, call);
                for step in story(&script, &rules.calendar, now)? {
                    teller.tell(act.tx, &step, &rules)?;
                }
                let told = teller.told();
                act.register(&script)?;
                Ok(told)
            },
        )
    }

    /// Removes the sample set and all that was done to it, in one step: its texts and raw bytes are erased, and its
    /// inquiries no longer count. Tells how many those were.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn remove_sample(&self, call: &Call) -> Result<Done<usize>, DeskError> {
        self.write(
            call,
            |_| Some(0),
            |act| {
                let ids: Vec<InquiryId> = act
                    .tx
                    .reader()?
                    .rows(&of_sample(), RowOrder::OldestReceipt, 0, usize::MAX)?
                    .into_iter()
                    .map(|it| it.inquiry.id)
                    .collect();
                act.remove(&ids)?;
                act.unregister()?;
                Ok(ids.len())
            },
        )
    }
}

fn of_sample() -> RowFilter {
    RowFilter {
        sample: Some(true),
        ..RowFilter::default()
    }
}

fn whole_minute(at: Instant) -> Instant {
    at.plus_wall(WallDuration::from_micros(
        -at.as_micros().rem_euclid(60_000_000),
    ))
}

/// The agent who does what nobody in particular does.
fn anybody() -> Actor {
    Actor::new("田中（例）")
}
