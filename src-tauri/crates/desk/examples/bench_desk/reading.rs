//! What the window reads: the desk opened, pages of the queue, and the queue as it was.

use business_time::WallDuration;
use desk::{Desk, DeskError, Filter, QueueRequest, Sort, View};
use policy::ImpactLevel;

use crate::timing::Times;
use crate::{Outcome, Place, report};

const OPENINGS: usize = 7;
const ROUNDS: usize = 15;

/// Opens the desk some times, the first one to warm the cache, and reads pages of every kind.
pub fn open(place: &Place<'_>) -> Outcome {
    let mut openings = Times::default();
    first_page(&place.open()?)?;
    for _ in 0..OPENINGS {
        // The desk before is closed when the next one is opened, and not timed.
        openings.take(|| {
            place
                .open()
                .and_then(|desk| first_page(&desk).map(|()| desk))
        })?;
    }
    report("open", openings.median());
    let desk = place.open()?;
    first_page(&desk)?;
    crate::memory::tell("memory_open", "VmRSS:");
    let mut worst = ("", 0.0);
    for (name, request) in pages(&desk)? {
        let time = Times::of(ROUNDS, || desk.queue(&request))?.median();
        report(&format!("page_{name}"), time);
        if time > worst.1 {
            worst = (name, time);
        }
    }
    report("page", worst.1);
    report("rail", Times::of(ROUNDS, || desk.rail())?.median());
    report("signs", Times::of(ROUNDS, || desk.signs(50))?.median());
    desk.wake(place.now)?;
    report("wake", Times::of(ROUNDS, || desk.wake(place.now))?.median());
    Ok(())
}

fn first_page(desk: &Desk) -> Result<(), DeskError> {
    desk.queue(&QueueRequest::default()).map(drop)
}

/// Pages of every view, in the middle and at the end, by every order, and filtered.
fn pages(desk: &Desk) -> Result<Vec<(&'static str, QueueRequest)>, DeskError> {
    let open = QueueRequest::default();
    let total = desk.queue(&open)?.total;
    let view = |view| QueueRequest {
        view,
        ..open.clone()
    };
    let sorted = |sort| QueueRequest {
        sort,
        ..open.clone()
    };
    let at = |offset| QueueRequest {
        offset,
        ..open.clone()
    };
    let filtered = |filter| QueueRequest {
        filter,
        ..open.clone()
    };
    Ok(vec![
        ("first", open.clone()),
        ("middle", at(total / 2)),
        ("last", at(total.saturating_sub(100))),
        ("mine", view(View::Mine)),
        ("unassigned", view(View::Unassigned)),
        ("needs_level", view(View::NeedsLevel)),
        ("late", view(View::Late)),
        ("needs_reply", view(View::NeedsReply)),
        ("answered", view(View::Answered)),
        (
            "answered_deep",
            QueueRequest {
                offset: 50_000,
                ..view(View::Answered)
            },
        ),
        ("received", sorted(Sort::Received)),
        ("level", sorted(Sort::Level)),
        ("customer", sorted(Sort::Customer)),
        ("assignee", sorted(Sort::Assignee)),
        ("status", sorted(Sort::Status)),
        (
            "turned",
            QueueRequest {
                descending: true,
                ..open.clone()
            },
        ),
        (
            "by_band",
            QueueRequest {
                group_by_band: true,
                ..open.clone()
            },
        ),
        (
            "filtered",
            filtered(Filter {
                levels: vec![Some(ImpactLevel::Serious)],
                ..Filter::default()
            }),
        ),
        (
            "text",
            filtered(Filter {
                text: "管理画面".to_owned(),
                ..Filter::default()
            }),
        ),
    ])
}

/// Reads the queue as it was thirty days ago.
pub fn as_of(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let days = 30 * 24 * 60;
    let request = QueueRequest {
        as_of: Some(place.now.plus_wall(WallDuration::from_minutes(-days))),
        ..QueueRequest::default()
    };
    let then = desk.queue(&request)?.total;
    report("as_of_rows", then as f64);
    report("as_of", Times::of(5, || desk.queue(&request))?.median());
    Ok(())
}
