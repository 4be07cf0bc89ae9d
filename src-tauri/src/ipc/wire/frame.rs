//! What stands round the queue: counts, the business clock, who one is, signs.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::obligations::{ObligationCounts, PhoneLine};
use super::queue::{Band, Filter, Localised, Sort, View};
use super::settings::Role;

/// Everything round the queue.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// The person at the desk; empty until the set-up is done.
    pub me: String,
    /// The person's role.
    pub role: Role,
    /// How many inquiries each view has.
    pub counts: Counts,
    /// The saved views with their counts.
    pub saved_views: Vec<SavedView>,
    /// The business clock.
    pub clock: BusinessClock,
    /// The worst band among open inquiries.
    pub worst: Option<Band>,
    /// Everybody to whom inquiries can be given.
    pub agents: Vec<String>,
    /// The products, with what the forms need of their packs.
    pub products: Vec<Product>,
    /// Whether the sample set is in the record.
    pub has_sample: bool,
    /// Whether the first start's set-up is still to be done.
    pub first_start: bool,
    /// How many files or messages could not be read and wait for another try.
    pub refused: u32,
    /// Events that wait to be sent to the team; 0 while the desk works alone.
    pub unsent: u32,
    /// Messages that the search does not find yet.
    pub index_lag: u32,
    /// The newest of the reminders that nobody has put away yet, newest first.
    pub signs: Vec<Sign>,
    /// How many of them there are in all.
    pub sign_count: u32,
    /// Whether notifications are silent for now, by the settings or the tray.
    pub do_not_disturb: bool,
    /// How many obligations are open.
    pub obligations: ObligationCounts,
    /// The phone line.
    pub phone_line: PhoneLine,
    /// Whether this is a debug build, whose clock tests may set.
    pub debug: bool,
}

/// How many inquiries each view has.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// 自分の担当
    pub mine: u32,
    /// 未割当
    pub unassigned: u32,
    /// 未回答すべて
    pub open: u32,
    /// レベル未判定
    pub needs_level: u32,
    /// 超過
    pub late: u32,
    /// 回答済
    pub answered: u32,
    /// 要返信
    pub needs_reply: u32,
}

/// A view that somebody saved on this desktop.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The view that it narrows.
    pub view: View,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether rows of one band stand together.
    pub group_by_band: bool,
    /// The columns that are hidden.
    pub hidden_columns: Vec<String>,
    /// How many inquiries it has; ignored when saved.
    pub count: u32,
}

/// The business clock of the centre.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BusinessClock {
    /// The core's now.
    pub now: String,
    /// Whether it is business time.
    pub open: bool,
    /// When that changes next.
    pub until: String,
    /// Business time left until the day's closing; 0 while closed.
    pub left_s: i32,
    /// The centre's time zone, for the dates that are shown.
    pub time_zone: String,
}

/// A product family as the forms need it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// The pack's version in force now.
    pub version: String,
    /// The levels with their labels and hours.
    pub levels: Vec<LevelOffer>,
    /// The kinds of inquiry (§16) with their labels.
    pub kinds: Vec<KindOffer>,
}

/// A level as a pack offers it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LevelOffer {
    /// The level.
    pub level: super::queue::Level,
    /// Its label.
    pub label: Localised,
    /// Its business time in seconds.
    pub allowance_s: i32,
}

/// A kind of inquiry as a pack offers it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct KindOffer {
    /// The kind.
    pub kind: super::inquiry::Kind,
    /// Its label.
    pub label: Localised,
}

/// A reminder as the window shows it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sign {
    /// Names it, to put it away.
    pub id: String,
    /// The inquiry; nothing where it is about an obligation.
    pub inquiry: Option<String>,
    /// The obligation; nothing where it is about an inquiry.
    pub obligation: Option<String>,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The threshold that was reached.
    pub threshold: Threshold,
    /// When it was due.
    pub at: String,
    /// The target or limit that it is about.
    pub due_at: String,
}

/// The threshold of a reminder.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Threshold {
    /// This share of the allowance is left.
    ShareLeft {
        /// In per cent.
        percent: u8,
    },
    /// This much business time is left.
    BusinessLeft {
        /// In minutes.
        minutes: u32,
    },
    /// The target is reached.
    Target,
    /// The limit is reached.
    Limit,
    /// An obligation is due.
    Due,
    /// The next contact is due.
    NextContact,
}
