//! What people do, one verb a file.

pub mod add_message;
mod add_note;
mod assign;
mod change_setting;
mod confirm_receipt;
mod end;
pub mod import_holidays;
mod link;
mod merge;
mod publish_calendar;
mod publish_pack;
pub mod record_call;
pub mod respond;
mod set_customer;
mod set_kind;
mod set_level;
mod set_next_contact;
mod set_plan;
mod set_product;
mod set_status;
mod set_subject;
mod split;
pub mod undo;
