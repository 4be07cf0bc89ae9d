//! Rows of the queue.

use desk::{AssigneeFilter, Queue, QueueRow, Rules};
use inquiry::{Actor, Ending};
use policy::ProductId;

use super::mirror::Mirror;
use super::{count, instant, parse, seconds};
use crate::ipc::wire::IpcError;
use crate::ipc::wire::queue as wire;

/// How many rows a page has at most.
const PAGE: u32 = 500;

impl wire::QueueRequest {
    /// Reads what is asked of the queue.
    pub(crate) fn parse(&self) -> Result<desk::QueueRequest, IpcError> {
        Ok(desk::QueueRequest {
            view: self.view.inside(),
            me: None,
            filter: self.filter.parse()?,
            sort: self.sort.inside(),
            descending: self.descending,
            group_by_band: self.group_by_band,
            offset: self.offset as usize,
            limit: self.limit.min(PAGE) as usize,
            as_of: None,
        })
    }
}

impl wire::Filter {
    /// Reads what rows must match; an assignee without a name stands for nobody.
    pub(crate) fn parse(&self) -> Result<desk::Filter, IpcError> {
        let assignee = |name: &String| match name.as_str() {
            "" => AssigneeFilter::Unassigned,
            name => AssigneeFilter::Of(Actor::new(name)),
        };
        Ok(desk::Filter {
            products: self
                .products
                .iter()
                .map(|it| parse::product(it))
                .collect::<Result<_, _>>()?,
            levels: self.levels.iter().map(|it| Some(it.inside())).collect(),
            channels: self.channels.iter().map(|it| it.inside()).collect(),
            bands: self.bands.iter().map(|it| it.inside()).collect(),
            statuses: self.statuses.iter().map(|it| it.inside()).collect(),
            assignees: self.assignees.iter().map(assignee).collect(),
            text: String::new(),
        })
    }

    /// Shows a filter as it was saved.
    pub(crate) fn show(filter: &desk::Filter) -> Self {
        let assignee = |it: &AssigneeFilter| match it {
            AssigneeFilter::Unassigned => String::new(),
            AssigneeFilter::Of(actor) => actor.as_str().to_owned(),
        };
        Self {
            products: filter.products.iter().map(ToString::to_string).collect(),
            levels: filter
                .levels
                .iter()
                .flatten()
                .map(|it| wire::Level::show(*it))
                .collect(),
            channels: filter
                .channels
                .iter()
                .map(|it| wire::InquiryChannel::show(*it))
                .collect(),
            bands: filter
                .bands
                .iter()
                .map(|it| wire::Band::show(*it))
                .collect(),
            statuses: filter
                .statuses
                .iter()
                .map(|it| wire::Status::show(*it))
                .collect(),
            assignees: filter.assignees.iter().map(assignee).collect(),
        }
    }
}

/// Shows a page of the queue.
pub(crate) fn page(queue: &Queue, rules: &Rules) -> wire::QueuePage {
    let band = |it: &desk::BandCount| wire::BandCount {
        band: wire::Band::show(it.band),
        count: count(it.count),
    };
    wire::QueuePage {
        rows: queue.rows.iter().map(|it| row(it, rules)).collect(),
        total: count(queue.total),
        as_of: instant(queue.as_of),
        bands: queue.bands.iter().map(band).collect(),
    }
}

/// Shows one inquiry as a row.
pub(crate) fn row(row: &QueueRow, rules: &Rules) -> wire::QueueRow {
    let (inquiry, evaluation) = (row.inquiry(), &row.evaluation);
    wire::QueueRow {
        id: inquiry.id.to_string(),
        number: inquiry.number.to_string(),
        subject: row.row.subject.clone(),
        customer: row.row.customer.line(),
        product: inquiry.product.to_string(),
        product_name: product_name(rules, &inquiry.product),
        plan: wire::Plan::show(inquiry.plan),
        channel: wire::InquiryChannel::show(inquiry.channel),
        level: inquiry.level.as_ref().map(|it| wire::Level::show(it.level)),
        aim: evaluation.aim,
        received_at: instant(inquiry.received_at),
        unproven: row.is_unproven(),
        start: instant(evaluation.start),
        target: instant(evaluation.target),
        limit: instant(evaluation.limit),
        provisional: evaluation.provisional,
        band: wire::Band::show(evaluation.band),
        business_left_s: seconds(evaluation.business_left),
        business_left_to_limit_s: seconds(row.business_left_to_limit),
        assignee: inquiry.assignee.as_ref().map(|it| it.as_str().to_owned()),
        status: wire::Status::show(inquiry.status),
        answered_at: inquiry
            .first_response
            .as_ref()
            .map(|it| instant(it.response.at)),
        verdict: inquiry
            .first_response
            .as_ref()
            .map(|it| wire::Verdict::show(it.judgement.verdict)),
        business_taken_s: inquiry
            .first_response
            .as_ref()
            .map(|it| seconds(it.judgement.business_taken)),
        ended: inquiry.ended.as_ref().map(|it| ending(&it.ending)),
        needs_reply_since: inquiry.needs_reply_since.map(instant),
        next_contact_at: inquiry.next_contact.as_ref().map(|it| instant(it.at)),
        snoozed_until: row.snoozed_until.map(instant),
        sample: inquiry.sample,
    }
}

/// Shows an end without a first response.
pub(crate) const fn ending(ending: &Ending) -> wire::Ending {
    match ending {
        Ending::NotAnInquiry => wire::Ending::NotAnInquiry,
        Ending::Duplicate { .. } => wire::Ending::Duplicate,
        Ending::Withdrawn => wire::Ending::Withdrawn,
    }
}

/// Gives the product's name in its newest pack, or its id where no pack is known.
pub(crate) fn product_name(rules: &Rules, product: &ProductId) -> wire::Localised {
    let bare = || wire::Localised {
        ja: product.to_string(),
        en: product.to_string(),
    };
    let newest = rules.packs.versions_of(product.as_str()).last();
    newest.map_or_else(bare, |pack| localised(&pack.content().name))
}

/// Shows a name in both languages.
pub(crate) fn localised(name: &policy::Names) -> wire::Localised {
    wire::Localised {
        ja: name.ja.clone(),
        en: name.en.clone(),
    }
}
