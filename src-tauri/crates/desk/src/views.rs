//! What people read; nothing is decided here.

pub mod asker;
pub mod assistant;
pub mod bands;
pub mod business_clock;
pub mod calendar_picture;
pub mod calendar_year;
pub mod change_preview;
pub mod deadline;
pub mod filter;
mod incident_table;
pub mod inquiry;
pub mod obligations;
pub mod original;
pub mod phone_line;
pub mod queue;
pub mod rail;
pub mod register;
pub mod report;
pub mod report_file;
pub mod report_obligations;
pub mod row;
pub mod scope;
pub mod search;
pub mod suspension;
pub mod today;
pub mod what_if;
