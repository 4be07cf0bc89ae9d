//! What `--json` writes: the same codes as the window gets, in snake case. Instants are RFC 3339 with the offset of the
//! centre's zone, dates `YYYY-MM-DD`, durations signed seconds.

pub mod calendar;
pub mod change;
pub mod deadline;
pub mod history;
pub mod import;
pub mod inquiry;
pub mod obligation;
pub mod os;
pub mod os_table;
pub mod pack;
pub mod products;
pub mod register;
pub mod row;
pub mod scope;
pub mod sign_off;
pub mod step;
pub mod today;
pub mod verify;
pub mod written;
