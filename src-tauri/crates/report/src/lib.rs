//! Figures over folded inquiries: was the policy kept, where not, and by how much.
//!
//! [`assess`] gives an inquiry's outline its deadlines and its overrun, by the calendars of their days. [`Report::of`]
//! selects such entries and counts them; every count is that of a [`Part`], so that the inquiries behind it are found
//! by the same rule that counted them. Nothing here reads a clock: what stands open is judged as of an instant given.

mod change;
mod clocks;
mod day;
mod entry;
mod figures;
mod group;
mod inquiry_row;
mod part;
mod period;
mod pictures;
mod report;
mod selection;
mod table;

pub use change::{Change, FieldChange, Turned, change};
pub use clocks::{ClockCount, ClockEntry, ClockPart, ClockStanding, clocks_behind};
pub use day::{
    ASSUMED, BusinessDay, Digest, DueToday, ENOUGH, HandlingTimes, Job, Plan, Usual, UsualFrom,
    Workload, agents_needed, digest, fewest_late, risks, workload,
};
pub use entry::{Due, Entry, Rulebook, Standing, assess};
pub use figures::{Figures, Overrun, SMALL, Share, Spread};
pub use group::{Dimension, Group};
pub use inquiry_row::{INQUIRY_COLUMNS, inquiry_cells};
pub use part::Part;
pub use period::Period;
pub use pictures::{BUCKETS, Distribution, Heat, Week};
pub use report::{Report, Signed, Slice};
pub use selection::{Basis, Selection};
pub use table::{Cell, Column, GOAL, Table, Word, figure_cells};
