//! The views of the rail.

use desk::{AssigneeFilter, Filter, NewInquiry, QueueRequest, SavedView, Sort, View};
use inquiry::{Direction, LevelReason, Status};
use policy::{Band, Channel, ImpactLevel, ProductId};

use crate::bench::{Bench, actor, at, call, new};

/// Records the same few inquiries: one a band, one answered, one answered and waiting for us again.
fn some() -> Bench {
    let bench = Bench::new();
    bench.set("2026-11-16 10:00");
    let again = bench.receives_at_level("再問", ImpactLevel::Question);
    bench.answers(again);
    let answered = bench.receives_at_level("回答済", ImpactLevel::Minor);
    bench.set("2026-11-16 10:30");
    bench.answers(answered);
    bench.message(again, Direction::In);
    bench.set("2026-11-16 11:00");
    let late = bench.receives_at_level("停止", ImpactLevel::Outage);
    bench
        .desk
        .assign(&call("佐藤"), &[late], Some(&actor("鈴木")))
        .unwrap();
    let mine = bench.receives_at_level("不具合", ImpactLevel::Serious);
    bench
        .desk
        .assign(&call("佐藤"), &[mine], Some(&actor("佐藤")))
        .unwrap();
    bench.records(NewInquiry {
        product: ProductId::new("harmony-mobile").unwrap(),
        channel: Channel::Mail,
        level: Some(ImpactLevel::Question),
        ..new("使い方")
    });
    bench.set("2026-11-16 13:30");
    bench.receives("未判定");
    bench
}

#[test]
fn each_view_has_its_inquiries_by_target() {
    let bench = some();
    let cases: [(View, &[&str]); 7] = [
        (View::Mine, &["不具合"]),
        (View::Unassigned, &["未判定", "使い方", "再問"]),
        (View::Open, &["停止", "未判定", "不具合", "使い方", "再問"]),
        (View::NeedsLevel, &["未判定"]),
        (View::Late, &["停止"]),
        (View::Answered, &["回答済", "再問"]),
        (View::NeedsReply, &["再問"]),
    ];
    for (view, subjects) in cases {
        assert_eq!(bench.subjects(view), subjects, "{view:?}");
    }
    let rail = bench.desk.rail().unwrap();
    let counts = rail.counts;
    let counted = [
        counts.mine,
        counts.unassigned,
        counts.open,
        counts.needs_level,
        counts.late,
        counts.answered,
        counts.needs_reply,
    ];
    assert_eq!(counted, cases.map(|(_, subjects)| subjects.len()));
    assert_eq!(rail.worst, Some(Band::Breach));
    assert_eq!(rail.agents, [actor("佐藤"), actor("鈴木")]);
}

#[test]
fn rows_sort_by_what_is_asked_and_turn_round() {
    let bench = some();
    let open = |sort, descending| {
        bench
            .subjects_of(&QueueRequest {
                sort,
                descending,
                ..QueueRequest::default()
            })
            .join(" ")
    };
    let cases = [
        (Sort::Target, false, "停止 未判定 不具合 使い方 再問"),
        (Sort::Target, true, "使い方 不具合 未判定 停止 再問"),
        (Sort::Received, false, "停止 不具合 使い方 未判定 再問"),
        (Sort::Level, false, "未判定 停止 不具合 使い方 再問"),
        (Sort::Assignee, false, "未判定 使い方 不具合 停止 再問"),
    ];
    for (sort, descending, expected) in cases {
        assert_eq!(open(sort, descending), expected, "{sort:?} {descending}");
    }
}

#[test]
fn bands_stand_together_with_their_counts() {
    let bench = some();
    let request = QueueRequest {
        group_by_band: true,
        sort: Sort::Received,
        ..QueueRequest::default()
    };
    let queue = bench.desk.queue(&request).unwrap();
    let bands: Vec<Band> = queue.rows.iter().map(desk::QueueRow::band).collect();
    assert_eq!(
        bands,
        [
            Band::Breach,
            Band::Soon,
            Band::Fine,
            Band::Fine,
            Band::Answered
        ]
    );
    let counts: Vec<_> = queue.bands.iter().map(|it| (it.band, it.count)).collect();
    assert_eq!(
        counts,
        [
            (Band::Breach, 1),
            (Band::Soon, 1),
            (Band::Fine, 2),
            (Band::Answered, 1)
        ]
    );
}

#[test]
fn filters_narrow_a_view() {
    let bench = some();
    let cases = [
        (
            Filter {
                products: vec![ProductId::new("harmony-mobile").unwrap()],
                ..Filter::default()
            },
            "使い方",
        ),
        (
            Filter {
                levels: vec![None, Some(ImpactLevel::Outage)],
                ..Filter::default()
            },
            "停止 未判定",
        ),
        (
            Filter {
                channels: vec![Channel::Mail],
                ..Filter::default()
            },
            "使い方",
        ),
        (
            Filter {
                bands: vec![Band::Breach, Band::Soon],
                ..Filter::default()
            },
            "停止 不具合",
        ),
        (
            Filter {
                statuses: vec![Status::InProgress],
                ..Filter::default()
            },
            "再問",
        ),
        (
            Filter {
                assignees: vec![AssigneeFilter::Of(actor("鈴木"))],
                ..Filter::default()
            },
            "停止",
        ),
        (
            Filter {
                assignees: vec![
                    AssigneeFilter::Unassigned,
                    AssigneeFilter::Of(actor("鈴木")),
                ],
                ..Filter::default()
            },
            "停止 未判定 使い方 再問",
        ),
        (
            Filter {
                text: "例示 停止".into(),
                ..Filter::default()
            },
            "停止",
        ),
        (
            Filter {
                text: "a-1004".into(),
                ..Filter::default()
            },
            "不具合",
        ),
    ];
    for (filter, expected) in cases {
        let request = QueueRequest {
            filter: filter.clone(),
            ..QueueRequest::default()
        };
        assert_eq!(
            bench.subjects_of(&request).join(" "),
            expected,
            "{filter:?}"
        );
    }
}

#[test]
fn answered_ones_are_filtered_by_the_record_and_in_memory_alike() {
    let bench = some();
    let filters = [
        Filter::default(),
        Filter {
            levels: vec![Some(ImpactLevel::Minor)],
            ..Filter::default()
        },
        Filter {
            products: vec![ProductId::new("clomo").unwrap()],
            ..Filter::default()
        },
        Filter {
            statuses: vec![Status::InProgress],
            ..Filter::default()
        },
        Filter {
            channels: vec![Channel::Mail],
            ..Filter::default()
        },
        Filter {
            assignees: vec![AssigneeFilter::Unassigned],
            ..Filter::default()
        },
    ];
    for filter in filters {
        let plain = QueueRequest {
            view: View::Answered,
            filter: filter.clone(),
            ..QueueRequest::default()
        };
        let in_memory = QueueRequest {
            filter: Filter {
                bands: vec![Band::Answered],
                ..filter.clone()
            },
            ..plain.clone()
        };
        let plain = bench.desk.queue(&plain).unwrap();
        let in_memory = bench.desk.queue(&in_memory).unwrap();
        let ids = |queue: &desk::Queue| {
            queue
                .rows
                .iter()
                .map(|row| row.inquiry().id)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&plain), ids(&in_memory), "{filter:?}");
        assert_eq!(
            (plain.total, plain.bands),
            (in_memory.total, in_memory.bands),
            "{filter:?}"
        );
    }
}

#[test]
fn pages_are_cut_from_the_whole() {
    let bench = some();
    let page = QueueRequest {
        offset: 1,
        limit: 2,
        ..QueueRequest::default()
    };
    let queue = bench.desk.queue(&page).unwrap();
    assert_eq!(bench.subjects_of(&page), ["未判定", "不具合"]);
    assert_eq!(queue.total, 5);
    let answered = QueueRequest {
        view: View::Answered,
        offset: 1,
        limit: 1,
        ..QueueRequest::default()
    };
    assert_eq!(bench.subjects_of(&answered), ["再問"]);
    assert_eq!(bench.desk.queue(&answered).unwrap().total, 2);
}

#[test]
fn a_row_carries_its_times() {
    let bench = some();
    let queue = bench
        .desk
        .queue(&QueueRequest {
            view: View::Late,
            ..QueueRequest::default()
        })
        .unwrap();
    let row = &queue.rows[0];
    assert_eq!(row.evaluation.target, at("2026-11-16 13:00"));
    assert_eq!(row.evaluation.business_left.as_secs(), -30 * 60);
    assert_eq!(row.business_left_to_limit.as_secs(), -30 * 60);
    assert_eq!(
        (row.inquiry().number.to_string().as_str(), row.is_unproven()),
        ("A-1003", false)
    );
    assert_eq!(queue.as_of, at("2026-11-16 13:30"));
}

#[test]
fn the_queue_shows_what_was_known_then() {
    let bench = some();
    let then = QueueRequest {
        as_of: Some(at("2026-11-16 10:15")),
        ..QueueRequest::default()
    };
    assert_eq!(
        bench.subjects_of(&then),
        ["回答済"],
        "open then, answered since"
    );
    let id = bench.desk.find("A-1003").unwrap();
    bench.level(id, ImpactLevel::Question, LevelReason::WrongBefore);
    bench.set("2026-11-16 13:40");
    let before = QueueRequest {
        as_of: Some(at("2026-11-16 13:29")),
        view: View::Late,
        ..QueueRequest::default()
    };
    assert_eq!(bench.subjects_of(&before), ["停止"]);
    assert!(
        bench.subjects(View::Late).is_empty(),
        "the level was lowered since"
    );
}

#[test]
fn saved_views_are_counted() {
    let bench = some();
    let view = SavedView {
        name: "鈴木の分".into(),
        filter: Filter {
            assignees: vec![AssigneeFilter::Of(actor("鈴木"))],
            ..Filter::default()
        },
        ..SavedView::default()
    };
    bench.desk.save_view(view.clone()).unwrap();
    bench
        .desk
        .save_view(SavedView {
            view: View::Answered,
            name: "回答".into(),
            ..SavedView::default()
        })
        .unwrap();
    assert_eq!(bench.desk.rail().unwrap().saved, [1, 2]);
    bench
        .desk
        .save_view(SavedView {
            filter: Filter::default(),
            ..view
        })
        .unwrap();
    assert_eq!(
        bench.desk.rail().unwrap().saved,
        [5, 2],
        "the same name replaces"
    );
    bench.desk.forget_view("鈴木の分").unwrap();
    assert_eq!(bench.desk.rail().unwrap().saved, [2]);
}
