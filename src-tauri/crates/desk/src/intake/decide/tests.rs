use super::*;
use uuid::Uuid;

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

fn id(n: u128) -> InquiryId {
    InquiryId::new(Uuid::from_u128(n))
}

fn message() -> Arriving {
    Arriving {
        at: Instant::from_micros(100 * DAY),
        content: "aa".to_owned(),
        outgoing: false,
        domain: Some("reiji.example.jp".to_owned()),
    }
}

fn ours() -> Arriving {
    Arriving {
        outgoing: true,
        domain: Some("desk.example.jp".to_owned()),
        ..message()
    }
}

fn known(n: u128, content: &str) -> Known {
    Known {
        content: Some(content.to_owned()),
        inquiry: id(n),
    }
}

fn thread(n: u128) -> Thread {
    Thread {
        inquiry: id(n),
        domain: Some("reiji.example.jp".to_owned()),
        status: Status::InProgress,
        ending: None,
        changed_at: Instant::from_micros(99 * DAY),
        messages: 1,
        links: 0,
    }
}

fn full(n: u128) -> Thread {
    Thread {
        messages: MOST_IN_ONE,
        ..thread(n)
    }
}

fn completed(days_ago: i64) -> Thread {
    Thread {
        status: Status::Completed,
        changed_at: Instant::from_micros((100 - days_ago) * DAY),
        ..thread(1)
    }
}

fn elsewhere(n: u128) -> Thread {
    Thread {
        domain: Some("mihon.example.jp".to_owned()),
        ..thread(n)
    }
}

fn ended(ending: Ending) -> Thread {
    Thread {
        status: Status::Completed,
        ending: Some(ending),
        ..thread(1)
    }
}

#[track_caller]
fn check(
    what: &str,
    arriving: &Arriving,
    known: &[Known],
    threads: &[Thread],
    placement: Placement,
    flagged: bool,
) {
    let expected = Decision {
        placement,
        same_id_other_content: flagged,
    };
    assert_eq!(decide(arriving, known, threads), expected, "{what}");
}

#[test]
fn the_same_message_twice_is_one() {
    let same = [known(7, "bb"), known(8, "aa")];
    check("first time", &message(), &[], &[], Placement::New, false);
    check(
        "same id, same content",
        &message(),
        &same,
        &[],
        Placement::Duplicate { of: id(8) },
        false,
    );
    check(
        "a duplicate does not join either",
        &message(),
        &same,
        &[thread(1)],
        Placement::Duplicate { of: id(8) },
        false,
    );
    check(
        "ours twice",
        &ours(),
        &same,
        &[thread(1)],
        Placement::Duplicate { of: id(8) },
        false,
    );
}

#[test]
fn the_same_id_with_other_content_is_kept_and_flagged() {
    let other = [known(7, "bb")];
    check("new", &message(), &other, &[], Placement::New, true);
    check(
        "reply",
        &message(),
        &other,
        &[thread(1)],
        Placement::Joins(id(1)),
        true,
    );
    check(
        "ours",
        &ours(),
        &other,
        &[thread(1)],
        Placement::Outgoing(id(1)),
        true,
    );
    let erased = [Known {
        content: None,
        inquiry: id(7),
    }];
    check(
        "content not known",
        &message(),
        &erased,
        &[],
        Placement::New,
        true,
    );
}

#[test]
fn a_reply_joins_unless_it_is_another_matter() {
    let at_once = Thread {
        status: Status::New,
        ..thread(1)
    };
    let nobody = Thread {
        domain: None,
        ..thread(1)
    };
    let follows = || Placement::LinkedNew { to: id(1) };
    check(
        "open",
        &message(),
        &[],
        &[at_once],
        Placement::Joins(id(1)),
        false,
    );
    check(
        "answered",
        &message(),
        &[],
        &[thread(1)],
        Placement::Joins(id(1)),
        false,
    );
    check(
        "completed of late",
        &message(),
        &[],
        &[completed(30)],
        Placement::Joins(id(1)),
        false,
    );
    check(
        "long completed",
        &message(),
        &[],
        &[completed(31)],
        follows(),
        false,
    );
    check(
        "other domain",
        &message(),
        &[],
        &[elsewhere(1)],
        follows(),
        false,
    );
    check(
        "customer's domain not known",
        &message(),
        &[],
        &[nobody],
        Placement::Joins(id(1)),
        false,
    );
    check(
        "sender's not known",
        &Arriving {
            domain: None,
            ..message()
        },
        &[],
        &[elsewhere(1)],
        Placement::Joins(id(1)),
        false,
    );
    check(
        "withdrawn",
        &message(),
        &[],
        &[ended(Ending::Withdrawn)],
        follows(),
        false,
    );
    check(
        "no inquiry",
        &message(),
        &[],
        &[ended(Ending::NotAnInquiry)],
        follows(),
        false,
    );
}

#[test]
fn of_several_threads_the_nearest_that_takes_it_counts() {
    let both = [elsewhere(1), thread(2), thread(3)];
    check(
        "passes by the foreign one",
        &message(),
        &[],
        &both,
        Placement::Joins(id(2)),
        false,
    );
    check(
        "none takes it",
        &message(),
        &[],
        &[elsewhere(1), elsewhere(2)],
        Placement::LinkedNew { to: id(1) },
        false,
    );
}

#[test]
fn our_own_messages_never_become_inquiries() {
    check(
        "to its thread",
        &ours(),
        &[],
        &[thread(1), thread(2)],
        Placement::Outgoing(id(1)),
        false,
    );
    check(
        "whatever the domain",
        &ours(),
        &[],
        &[elsewhere(1)],
        Placement::Outgoing(id(1)),
        false,
    );
    check(
        "to a completed one",
        &ours(),
        &[],
        &[completed(90)],
        Placement::Outgoing(id(1)),
        false,
    );
    check(
        "no thread",
        &ours(),
        &[],
        &[],
        Placement::OutgoingUnmatched,
        false,
    );
}

#[test]
fn a_full_inquiry_takes_no_more_and_the_next_one_follows_it() {
    let decided =
        |arriving: &Arriving, threads: &[Thread]| decide(arriving, &[], threads).placement;
    assert_eq!(
        decided(&message(), &[full(1)]),
        Placement::LinkedNew { to: id(1) }
    );
    assert_eq!(
        decided(&message(), &[full(1), thread(2)]),
        Placement::Joins(id(2))
    );
    assert_eq!(
        decided(&ours(), &[full(1), thread(2)]),
        Placement::Outgoing(id(2))
    );
    assert_eq!(decided(&ours(), &[full(1)]), Placement::OutgoingUnmatched);
    let crowded = Thread {
        links: MOST_IN_ONE,
        ..full(1)
    };
    assert_eq!(decided(&message(), &[crowded]), Placement::New);
}
