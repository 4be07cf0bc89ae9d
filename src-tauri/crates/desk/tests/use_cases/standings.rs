//! What is kept of how inquiries stand says the same as reckoning everything anew.

use std::path::Path;
use std::sync::Arc;

use business_time::{CalendarVersion, MonthDay};
use desk::{Desk, FixedClock, NewInquiry, NewMessage, NewResponse, QueueRequest, Sort, View};
use inquiry::{Direction, InquiryId, LevelReason};
use policy::{Band, Evaluation, ImpactLevel, ResponseKind};
use store::Access;

use crate::bench::{actor, at, call, new};

const SORTS: [Sort; 6] = [
    Sort::Target,
    Sort::Received,
    Sort::Level,
    Sort::Customer,
    Sort::Assignee,
    Sort::Status,
];

struct Pair<'a> {
    dir: &'a Path,
    desk: Desk,
    clock: Arc<FixedClock>,
}

type Shown = (Vec<(InquiryId, Evaluation)>, usize, Vec<(Band, usize)>);

fn shown(desk: &Desk, request: &QueueRequest) -> Shown {
    let queue = desk.queue(request).unwrap();
    let rows = queue.rows.iter();
    (
        rows.map(|row| (row.inquiry().id, row.evaluation)).collect(),
        queue.total,
        queue.bands.iter().map(|it| (it.band, it.count)).collect(),
    )
}

impl Pair<'_> {
    /// Compares the desk that has been open all along with one that is opened now.
    #[track_caller]
    fn agree_at(&self, local: &str) {
        self.clock.set(at(local));
        let clock = Arc::new(FixedClock::new(at(local)));
        let fresh = Desk::open(self.dir, Access::Beside, clock).unwrap();
        for view in View::ALL {
            for sort in SORTS {
                for turn in 0..4 {
                    let request = QueueRequest {
                        view: *view,
                        me: Some(actor("佐藤")),
                        sort,
                        descending: turn % 2 == 1,
                        group_by_band: turn > 1,
                        offset: 1,
                        limit: 6,
                        ..QueueRequest::default()
                    };
                    let (kept, anew) = (shown(&self.desk, &request), shown(&fresh, &request));
                    assert_eq!(kept, anew, "{request:?}");
                }
            }
        }
        assert_eq!(self.desk.rail().unwrap(), fresh.rail().unwrap());
    }
}

#[test]
fn a_desk_that_was_open_all_along_shows_what_a_fresh_one_shows() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::new(at("2026-11-16 09:40")));
    let desk = Desk::open(folder.path(), Access::Window, clock.clone()).unwrap();
    let pair = Pair {
        dir: folder.path(),
        desk,
        clock,
    };
    let desk = &pair.desk;
    let levels = [None]
        .into_iter()
        .chain(ImpactLevel::ALL.iter().copied().map(Some));
    let mut ids = Vec::new();
    for (turn, level) in (0..).zip(levels.cycle().take(12)) {
        pair.clock.set(at(&format!("2026-11-16 09:{}", 40 + turn)));
        let received = NewInquiry {
            level,
            assignee: (turn % 3 == 0).then(|| actor("佐藤")),
            ..new(&format!("質問 {turn}"))
        };
        ids.push(desk.record_call(&call("佐藤"), &received).unwrap().value);
    }
    // Bands change by the time alone; the clock may be set back.
    for local in [
        "10:00", "10:40", "10:41", "12:10", "17:29", "17:31", "10:05",
    ] {
        pair.agree_at(&format!("2026-11-16 {local}"));
    }
    let (level, reason) = (ImpactLevel::Outage, LevelReason::WrongBefore);
    desk.set_level(&call("佐藤"), &[ids[3]], level, &reason, None)
        .unwrap();
    pair.agree_at("2026-11-16 13:00");
    let answer = NewResponse::now(ResponseKind::Answer);
    desk.respond(&call("佐藤"), ids[2], &answer).unwrap();
    desk.respond(&call("佐藤"), ids[4], &answer).unwrap();
    pair.agree_at("2026-11-16 13:01");
    let again = NewMessage {
        direction: Direction::In,
        at: None,
        from_name: "山田".into(),
        text: "続きです".into(),
    };
    desk.add_message(&call("佐藤"), ids[2], &again).unwrap();
    pair.agree_at("2026-11-16 13:05");
    let closed = CalendarVersion {
        closing_days_yearly: MonthDay::new(11, 16).into_iter().collect(),
        ..CalendarVersion::standard()
    };
    desk.publish_calendar(&call("佐藤"), &[closed]).unwrap();
    pair.agree_at("2026-11-16 13:06");
    pair.agree_at("2026-11-19 16:00");
}
