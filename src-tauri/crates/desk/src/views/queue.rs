//! The queue: the views of the rail, filtered, sorted and cut into pages.

use std::cmp::Ordering;
use std::sync::Arc;

use business_time::Instant;
use inquiry::{Actor, Inquiry, Status};
use policy::{Band, ImpactLevel};
use serde::{Deserialize, Serialize};
use store::{Row, RowFilter, RowOrder, Which};

use super::bands::{BandCount, counts};
use super::filter::{AssigneeFilter, Filter};
use super::row::{Evaluating, QueueRow};
use crate::standings::Question;
use crate::{Desk, DeskError, Rules};

/// The views of the rail.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Mine, as far as somebody has to act.
    Mine,
    /// Nobody's, as far as somebody has to act.
    Unassigned,
    /// All that wait for a first response; those for which the customer wrote again come at the end.
    #[default]
    Open,
    /// Those without a level レベル未判定.
    NeedsLevel,
    /// Those past target or limit.
    Late,
    /// Those with a first response.
    Answered,
    /// Those for which the customer wrote again 要返信.
    NeedsReply,
}

impl View {
    /// Every view, in the order of the rail.
    pub const ALL: &'static [Self] = &[
        Self::Mine,
        Self::Unassigned,
        Self::Open,
        Self::NeedsLevel,
        Self::Late,
        Self::Answered,
        Self::NeedsReply,
    ];

    /// Names the inquiries among which the view's are.
    fn which(self) -> Which {
        match self {
            Self::Mine | Self::Unassigned | Self::Open => Which::NeedsUs,
            Self::NeedsLevel | Self::Late => Which::Open,
            Self::Answered => Which::Answered,
            Self::NeedsReply => Which::NeedsReply,
        }
    }

    /// Tells whether a row belongs to the view of a person.
    pub(crate) fn has(self, row: &QueueRow, me: &Actor) -> bool {
        let inquiry = row.inquiry();
        match self {
            Self::Mine => inquiry.needs_us() && inquiry.assignee.as_ref() == Some(me),
            Self::Unassigned => inquiry.needs_us() && inquiry.assignee.is_none(),
            Self::Open => inquiry.needs_us(),
            Self::NeedsLevel => inquiry.is_open() && inquiry.level.is_none(),
            Self::Late => inquiry.is_open() && matches!(row.band(), Band::Late | Band::Breach),
            Self::Answered => inquiry.first_response.is_some(),
            Self::NeedsReply => inquiry.needs_reply_since.is_some(),
        }
    }
}

/// By what rows are sorted.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The target; in *Answered* the newest response first.
    #[default]
    Target,
    /// The receipt.
    Received,
    /// The level, the gravest first, undecided ones before all.
    Level,
    /// The customer's line.
    Customer,
    /// The assignee, nobody's first.
    Assignee,
    /// The status.
    Status,
}

/// Asks for a page of the queue.
#[derive(Clone, PartialEq, Debug)]
pub struct QueueRequest {
    /// The view.
    pub view: View,
    /// Whose *Mine* it is; nothing for the person of the local settings.
    pub me: Option<Actor>,
    /// What rows must match.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether rows of one band stand together, the worst first.
    pub group_by_band: bool,
    /// The first row wanted.
    pub offset: usize,
    /// How many, by custom 100.
    pub limit: usize,
    /// As known at this instant; nothing for now.
    pub as_of: Option<Instant>,
}

impl Default for QueueRequest {
    fn default() -> Self {
        Self {
            view: View::Open,
            me: None,
            filter: Filter::default(),
            sort: Sort::Target,
            descending: false,
            group_by_band: false,
            offset: 0,
            limit: 100,
            as_of: None,
        }
    }
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    /// The rows of the page.
    pub rows: Vec<QueueRow>,
    /// How many there are in all.
    pub total: usize,
    /// The instant for which times left are reckoned.
    pub as_of: Instant,
    /// How many rows each band has, all pages together, the worst first; only bands that have any.
    pub bands: Vec<BandCount>,
}

impl Desk {
    /// Gives a page of a view.
    ///
    /// # Errors
    /// [`DeskError::Store`], or [`DeskError::Evaluate`] for a row outside the calendar's years.
    pub fn queue(&self, request: &QueueRequest) -> Result<Queue, DeskError> {
        if let Some(filter) = plain_answered(request) {
            return self.answered(request, &filter);
        }
        let at = request.as_of.unwrap_or_else(|| self.now());
        if request.as_of.is_none() && request.view != View::Answered {
            return self.standing(request, at);
        }
        let rules = request
            .as_of
            .map_or_else(|| Ok(self.rules()), |at| self.rules_as_of(at))?;
        let me = self.person(request)?;
        let rows = self.candidates(request)?;
        let mut rows = self.evaluated(&rows, &rules, at)?;
        let filter = request.filter.matcher();
        rows.retain(|row| request.view.has(row, &me) && filter.matches(row));
        rows.sort_by(|a, b| order(request, a, b));
        let bands = counts(rows.iter().map(QueueRow::band));
        let total = rows.len();
        let rows = rows
            .into_iter()
            .skip(request.offset)
            .take(request.limit)
            .collect();
        Ok(Queue {
            rows,
            total,
            as_of: at,
            bands,
        })
    }

    /// Gives a page of what somebody has to act on, from how it stands in memory; only the page is evaluated anew.
    fn standing(&self, request: &QueueRequest, at: Instant) -> Result<Queue, DeskError> {
        let question = Question {
            view: request.view,
            me: self.person(request)?,
            filter: request.filter.clone(),
            sort: request.sort,
            descending: request.descending,
            group_by_band: request.group_by_band,
        };
        let (page, total, bands) = self.with_standings(at, |standings| {
            let chosen = standings.chosen(&question);
            let page = chosen.rows.iter().skip(request.offset).take(request.limit);
            let page: Vec<Arc<Row>> = page.map(|row| Arc::clone(&row.row)).collect();
            (page, chosen.rows.len(), chosen.bands.clone())
        })?;
        Ok(Queue {
            rows: self.evaluated(&page, &self.rules(), at)?,
            total,
            as_of: at,
            bands,
        })
    }

    fn person(&self, request: &QueueRequest) -> Result<Actor, DeskError> {
        let named = request.me.clone();
        named.map_or_else(|| self.local_settings().map(|it| it.me()), Ok)
    }

    /// Gives the rows that a view is chosen from: the answered ones, or those known earlier.
    fn candidates(&self, request: &QueueRequest) -> Result<Vec<Arc<Row>>, DeskError> {
        let filter = RowFilter::of(request.view.which());
        let read = self.store().read(|reader| match request.as_of {
            Some(at) => reader.rows_as_of(at, &filter),
            None => reader.rows(&filter, RowOrder::NewestAnswer, 0, usize::MAX),
        })?;
        Ok(read.into_iter().map(Arc::new).collect())
    }

    /// Gives a page of the answered inquiries by the record itself: there may be very many.
    fn answered(&self, request: &QueueRequest, filter: &RowFilter) -> Result<Queue, DeskError> {
        let rows = self.answers(filter, request.offset, request.limit)?;
        let rows: Vec<Arc<Row>> = rows.into_iter().map(Arc::new).collect();
        let (total, at) = (self.count(filter)?, self.now());
        let band = BandCount {
            band: Band::Answered,
            count: total,
        };
        let bands = if total > 0 { vec![band] } else { Vec::new() };
        Ok(Queue {
            rows: self.evaluated(&rows, &self.rules(), at)?,
            total,
            as_of: at,
            bands,
        })
    }

    /// Evaluates rows as of an instant.
    pub(crate) fn evaluated(
        &self,
        rows: &[Arc<Row>],
        rules: &Rules,
        at: Instant,
    ) -> Result<Vec<QueueRow>, DeskError> {
        let snoozes = self.snoozes()?;
        let evaluating = Evaluating {
            rules,
            at,
            snoozes: &snoozes,
        };
        rows.iter().map(|row| evaluating.row(row)).collect()
    }
}

/// Gives the record's own filter where it can say all that a request for *Answered* asks.
fn plain_answered(request: &QueueRequest) -> Option<RowFilter> {
    let filter = &request.filter;
    let plain = request.view == View::Answered
        && request.as_of.is_none()
        && request.sort == Sort::Target
        && !request.descending
        && filter.text.trim().is_empty()
        && filter.bands.is_empty()
        && filter.assignees.len() <= 1;
    plain.then(|| RowFilter {
        assignee: filter.assignees.first().map(|it| match it {
            AssigneeFilter::Unassigned => store::AssigneeFilter::Nobody,
            AssigneeFilter::Of(actor) => store::AssigneeFilter::Is(actor.clone()),
        }),
        products: filter.products.clone(),
        levels: filter.levels.clone(),
        channels: filter.channels.clone(),
        statuses: filter.statuses.clone(),
        ..RowFilter::of(Which::Answered)
    })
}

fn order(request: &QueueRequest, a: &QueueRow, b: &QueueRow) -> Ordering {
    let bands = if request.group_by_band {
        a.band().cmp(&b.band())
    } else {
        Ordering::Equal
    };
    let by = match request.view {
        View::Answered => by_response,
        View::Mine
        | View::Unassigned
        | View::Open
        | View::NeedsLevel
        | View::Late
        | View::NeedsReply => by,
    };
    bands.then_with(|| clocks_first(by, request.sort, request.descending, a, b))
}

/// Orders what somebody has to act on, bands apart.
pub(crate) fn in_order(sort: Sort, descending: bool, a: &QueueRow, b: &QueueRow) -> Ordering {
    clocks_first(by, sort, descending, a, b)
}

fn clocks_first(
    by: fn(Sort, &QueueRow, &QueueRow) -> Ordering,
    sort: Sort,
    descending: bool,
    a: &QueueRow,
    b: &QueueRow,
) -> Ordering {
    // What has its first response stands after every running clock, whichever way round the order is.
    let clocks = b.inquiry().is_open().cmp(&a.inquiry().is_open());
    let sorted = || {
        let sorted = by(sort, a, b);
        if descending { sorted.reverse() } else { sorted }
    };
    clocks
        .then_with(sorted)
        .then_with(|| number(a.inquiry()).cmp(&number(b.inquiry())))
}

fn by_response(sort: Sort, a: &QueueRow, b: &QueueRow) -> Ordering {
    let at = |row: &QueueRow| {
        row.inquiry()
            .first_response
            .as_ref()
            .map(|first| first.response.at)
    };
    match sort {
        Sort::Target => at(b).cmp(&at(a)),
        Sort::Received | Sort::Level | Sort::Customer | Sort::Assignee | Sort::Status => {
            by(sort, a, b)
        }
    }
}

fn by(sort: Sort, a: &QueueRow, b: &QueueRow) -> Ordering {
    let (one, other) = (a.inquiry(), b.inquiry());
    let target = || due(a).cmp(&due(b));
    match sort {
        Sort::Target => target(),
        Sort::Received => one.received_at.cmp(&other.received_at),
        Sort::Level => level(one).cmp(&level(other)).then_with(target),
        Sort::Customer => a
            .row
            .customer
            .line()
            .cmp(&b.row.customer.line())
            .then_with(target),
        Sort::Assignee => one.assignee.cmp(&other.assignee).then_with(target),
        Sort::Status => status(one).cmp(&status(other)).then_with(target),
    }
}

/// Gives when a row is due: the target while its clock runs, else since when the customer waits for us again.
fn due(row: &QueueRow) -> Instant {
    row.inquiry()
        .needs_reply_since
        .unwrap_or(row.evaluation.target)
}

fn level(inquiry: &Inquiry) -> Option<ImpactLevel> {
    inquiry.level.as_ref().map(|it| it.level)
}

fn status(inquiry: &Inquiry) -> Status {
    inquiry.status
}

fn number(inquiry: &Inquiry) -> (char, u32) {
    (inquiry.number.device, inquiry.number.count)
}
