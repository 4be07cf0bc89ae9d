use desk::{AssigneeFilter, Filter, Queue, QueueRequest, Sort, View};
use inquiry::{Actor, Status};
use policy::{Band, Channel, ProductId};

use super::rows_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::row::Row;
use crate::tongue::Tongue;
use crate::when::AsOf;
use crate::word::{self, WantedLevel};

/// Lists the inquiries of a view, what is due first at the top
#[derive(clap::Args)]
pub struct Arguments {
    /// The view
    #[arg(long, value_name = "VIEW", value_parser = word::view(), default_value = "open")]
    view: View,
    /// Whose `mine` it is; without it the person of the window's settings
    #[arg(long, value_name = "NAME")]
    me: Option<String>,
    /// Only of this product; may be repeated, as all filters
    #[arg(long = "product", value_name = "ID")]
    products: Vec<ProductId>,
    /// Only of this level; `none` for those without one
    #[arg(long = "level", value_name = "LEVEL", value_parser = word::level_or_none())]
    levels: Vec<WantedLevel>,
    /// Only by this channel
    #[arg(long = "channel", value_name = "CHANNEL", value_parser = word::channel())]
    channels: Vec<Channel>,
    /// Only in this band
    #[arg(long = "band", value_name = "BAND", value_parser = word::band())]
    bands: Vec<Band>,
    /// Only in this status
    #[arg(long = "status", value_name = "STATUS", value_parser = word::status())]
    statuses: Vec<Status>,
    /// Only of this assignee
    #[arg(long = "assignee", value_name = "NAME")]
    assignees: Vec<String>,
    /// Only nobody's
    #[arg(long)]
    unassigned: bool,
    /// Only with these words in number, subject, customer or assignee
    #[arg(
        long,
        value_name = "WORDS",
        default_value = "",
        hide_default_value = true
    )]
    text: String,
    /// The order
    #[arg(long, value_name = "ORDER", value_parser = word::sort(), default_value = "target")]
    sort: Sort,
    /// Turns the order round
    #[arg(long)]
    descending: bool,
    /// Puts rows of one band together
    #[arg(long)]
    group_by_band: bool,
    /// Passes over so many rows
    #[arg(
        long,
        value_name = "COUNT",
        default_value_t = 0,
        hide_default_value = true
    )]
    offset: usize,
    /// Shows so many rows at most; without it all
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    #[command(flatten)]
    as_of: AsOf,
}

/// Shows a view.
pub fn run(arguments: Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let tongue = session.tongue(&desk);
    let queue = desk.queue(&arguments.request(&tongue))?;
    let tongue = Tongue {
        now: queue.as_of,
        ..tongue
    };
    let rows = || {
        queue
            .rows
            .iter()
            .map(|it| Row::of(it, tongue.zone()))
            .collect::<Vec<_>>()
    };
    session.show(rows, || text(&queue, &tongue))?;
    Ok(Exit::Done)
}

impl Arguments {
    fn request(self, tongue: &Tongue) -> QueueRequest {
        let nobody = self.unassigned.then_some(AssigneeFilter::Unassigned);
        let named = self
            .assignees
            .iter()
            .map(|it| AssigneeFilter::Of(Actor::new(it)));
        QueueRequest {
            view: self.view,
            me: self.me.as_deref().map(Actor::new),
            filter: Filter {
                assignees: named.chain(nobody).collect(),
                products: self.products,
                levels: self.levels.iter().map(|it| it.0).collect(),
                channels: self.channels,
                bands: self.bands,
                statuses: self.statuses,
                text: self.text,
            },
            sort: self.sort,
            descending: self.descending,
            group_by_band: self.group_by_band,
            offset: self.offset,
            limit: self.limit.unwrap_or(usize::MAX),
            as_of: self.as_of.at(tongue.zone()),
        }
    }
}

fn text(queue: &Queue, tongue: &Tongue) -> String {
    let told = &tongue.words.told;
    if queue.total == 0 {
        return format!("{}\n", told.empty_queue);
    }
    let counts = (told.rows)(queue.rows.len(), queue.total);
    format!("{}{counts}\n", rows_text::rows(&queue.rows, tongue))
}
