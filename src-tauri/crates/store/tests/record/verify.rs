use inquiry::{
    Body, Headline, InquiryEvent, OperationId, ReferenceEvent, SignOff, SignOffId, SignedHead,
    SignedSelection,
};
use policy::ImpactLevel;
use store::{Unproven, VerifyProblem, VerifyReport};
use uuid::Uuid;

use crate::builders::{Mail, Rig, append, event, level, now};

/// A record of four events with a small and a large raw message.
fn rig() -> Rig {
    let rig = Rig::new();
    let id = rig.receive(Mail {
        raw: Some(b"small".to_vec()),
        ..Mail::default()
    });
    rig.receive(Mail {
        raw: Some(vec![3; (1 << 20) + 1]),
        ..Mail::default()
    });
    rig.happen(id, "佐藤", now(), level(ImpactLevel::Minor));
    rig.happen(
        id,
        "佐藤",
        now(),
        InquiryEvent::Assigned(Some(inquiry::Actor::new("佐藤"))),
    );
    rig.index();
    rig
}

fn verify(rig: &Rig) -> VerifyReport {
    rig.store.verify(&mut |_, _| {}).unwrap()
}

#[test]
fn a_whole_record_is_sound() {
    let rig = rig();
    let report = verify(&rig);
    assert_eq!(report.problems, []);
    assert_eq!(
        (report.events, report.inquiries, report.texts, report.raws),
        (4, 2, 6, 2)
    );
    assert_eq!((report.heads.len(), report.heads[0].seq), (1, 4));
    assert_eq!(report.unproven, [Unproven::NoHeadKept]);
}

#[test]
fn progress_grows_to_the_whole() {
    let rig = rig();
    let mut seen = Vec::new();
    rig.store
        .verify(&mut |done, total| seen.push((done, total)))
        .unwrap();
    assert!(seen.is_sorted());
    assert_eq!(seen.last(), Some(&(4, 4)));
}

#[track_caller]
fn check(sql: &str, expected: impl Fn(&VerifyProblem) -> bool) {
    let rig = rig();
    rig.alter(sql);
    let problems = verify(&rig).problems;
    assert!(problems.iter().any(expected), "{sql}: {problems:?}");
}

#[test]
fn an_altered_event_is_found_whatever_was_altered() {
    for change in [
        "body = CAST(replace(CAST(body AS TEXT), 'minor', 'outage') AS BLOB)",
        "actor = '鈴木'",
        "recorded_at = recorded_at - 1",
        "operation = zeroblob(16)",
        "id = zeroblob(16)",
        "version = 2",
        "digest = zeroblob(32)",
    ] {
        let sql = format!("UPDATE event SET {change} WHERE seq = 3");
        check(&sql, |it| {
            matches!(it, VerifyProblem::EventAltered { seq: 3, .. })
        });
    }
}

#[test]
fn an_altered_digest_or_link_breaks_the_chain() {
    for column in ["digest", "chain"] {
        let sql = format!("UPDATE event SET {column} = randomblob(32) WHERE seq = 2");
        check(&sql, |it| matches!(it, VerifyProblem::ChainBroken { .. }));
    }
}

#[test]
fn columns_that_say_something_else_than_the_bytes_are_found() {
    for change in [
        "kind = 'assigned'",
        "inquiry = NULL",
        "inquiry = zeroblob(16)",
        "obligation = zeroblob(16)",
    ] {
        let sql = format!("UPDATE event SET {change} WHERE seq = 3");
        check(&sql, |it| {
            matches!(it, VerifyProblem::EventMislabelled { seq: 3 })
        });
    }
}

#[test]
fn an_unreadable_event_is_found() {
    check("UPDATE event SET body = x'00' WHERE seq = 3", |it| {
        matches!(it, VerifyProblem::EventUnreadable { seq: 3 })
    });
}

#[test]
fn swapped_events_are_found() {
    let swap = "UPDATE event SET device_seq = -2 WHERE seq = 2; UPDATE event SET device_seq = 2 WHERE seq = 3;
                UPDATE event SET device_seq = 3 WHERE seq = 2;";
    check(swap, |it| matches!(it, VerifyProblem::ChainBroken { .. }));
}

#[test]
fn a_missing_event_is_found() {
    check("DELETE FROM event WHERE seq = 2", |it| {
        matches!(it, VerifyProblem::EventMissing { device_seq: 2, .. })
    });
}

#[test]
fn a_tail_cut_off_is_found_by_the_devices_note() {
    check("DELETE FROM event WHERE seq = 4", |it| {
        matches!(it, VerifyProblem::HeadDiffers { device_seq: 4, .. })
    });
}

#[test]
fn the_heads_that_a_signed_report_states_are_compared() {
    for (other, problems) in [(None, 0), (Some("00".repeat(32)), 1)] {
        let rig = rig();
        let head = rig.store.read(|reader| reader.heads()).unwrap().remove(0);
        let sign_off = SignOff {
            id: SignOffId::new(Uuid::now_v7()),
            of: SignedSelection {
                from: "2026-11-01".parse().unwrap(),
                to: "2026-11-30".parse().unwrap(),
                by_due: false,
                products: Vec::new(),
                levels: Vec::new(),
                channels: Vec::new(),
                agents: Vec::new(),
            },
            as_of: now(),
            headline: Headline::default(),
            heads: vec![SignedHead {
                device: head.device,
                seq: head.seq,
                hash: other.unwrap_or(head.hash),
            }],
            note: None,
        };
        let body = Body::Reference(ReferenceEvent::PeriodSignedOff(Box::new(sign_off)));
        let operation = OperationId::new(Uuid::now_v7());
        append(&rig.store, event(operation, "田中", now(), body));
        let report = verify(&rig);
        assert_eq!(report.signed_heads, 1);
        assert_eq!(report.problems.len(), problems, "{:?}", report.problems);
    }
}

#[test]
fn a_tail_cut_off_with_the_note_is_found_by_the_head_that_a_backup_kept() {
    let rig = rig();
    rig.store.backup(&rig.path().join("backup"), now()).unwrap();
    rig.happen(
        rig.find("A-1001")[0],
        "佐藤",
        now(),
        InquiryEvent::Assigned(None),
    );
    let report = verify(&rig);
    assert_eq!((report.kept_heads, report.problems.len()), (1, 0));
    assert!(matches!(
        report.unproven[..],
        [Unproven::AfterKeptHead {
            kept_seq: 4,
            last_seq: 5,
            ..
        }]
    ));
    rig.alter(
        "DELETE FROM event WHERE seq >= 4;
         UPDATE device SET last_seq = 3, head = (SELECT chain FROM event WHERE seq = 3);",
    );
    let problems = verify(&rig).problems;
    assert!(
        problems
            .iter()
            .any(|it| matches!(it, VerifyProblem::HeadDiffers { device_seq: 4, .. })),
        "{problems:?}"
    );
}

#[test]
fn an_altered_or_missing_text_is_found() {
    let one = "(SELECT id FROM personal LIMIT 1)";
    for change in [
        "text = 'x'",
        "salt = zeroblob(16)",
        "text = 'x', digest = randomblob(32)",
    ] {
        let sql = format!("UPDATE personal SET {change} WHERE id = {one}");
        check(&sql, |it| matches!(it, VerifyProblem::TextAltered { .. }));
    }
    check(&format!("DELETE FROM personal WHERE id = {one}"), |it| {
        matches!(it, VerifyProblem::TextMissing { .. })
    });
}

#[test]
fn altered_or_missing_raw_bytes_are_found() {
    check(
        "UPDATE raw SET bytes = x'01' WHERE bytes IS NOT NULL",
        |it| matches!(it, VerifyProblem::RawAltered { .. }),
    );
    check("DELETE FROM raw", |it| {
        matches!(it, VerifyProblem::RawMissing { .. })
    });
}

#[test]
fn an_altered_or_missing_raw_file_is_found() {
    let rig = rig();
    let digest: Vec<u8> = rig.ask("SELECT digest FROM raw WHERE bytes IS NULL");
    let name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let file = rig.path().join("raw").join(&name[..2]).join(&name);
    std::fs::write(&file, "other").unwrap();
    assert_eq!(
        verify(&rig).problems,
        [VerifyProblem::RawAltered {
            digest: name.clone()
        }]
    );
    std::fs::remove_file(&file).unwrap();
    assert_eq!(
        verify(&rig).problems,
        [VerifyProblem::RawMissing { digest: name }]
    );
}

#[test]
fn a_projection_that_does_not_follow_is_found() {
    for change in [
        "state = replace(state, 'minor', 'outage')",
        "open = 0",
        "needs_us = 0",
        "assignee = '鈴木'",
        "received_at = received_at + 1",
        "touched_at = 0",
        "applied_seq = 1",
        "number = 'A-9'",
    ] {
        let sql = format!("UPDATE inquiry SET {change} WHERE number = 'A-1001'");
        check(&sql, |it| {
            matches!(it, VerifyProblem::ProjectionDiffers { .. })
        });
    }
    for change in [
        "channel = 'form'",
        "channel = 'pigeon'",
        "level_was_wrong = 1",
        "customer_name = 'x'",
    ] {
        check(&format!("UPDATE outline SET {change}"), |it| {
            matches!(it, VerifyProblem::ProjectionDiffers { .. })
        });
    }
    check("DELETE FROM inquiry WHERE number = 'A-1001'", |it| {
        matches!(it, VerifyProblem::ProjectionDiffers { .. })
    });
    let foreign = "PRAGMA ignore_check_constraints = ON;
                   INSERT INTO inquiry SELECT 1, zeroblob(16), number, received_at, open, needs_us, answered_at,
                       ended_at, touched_at, product, plan, channel, level, kind, status, assignee, sample, subject,
                       customer, state, fold_version, applied_seq FROM inquiry LIMIT 1";
    check(foreign, |it| {
        matches!(it, VerifyProblem::ProjectionDiffers { .. })
    });
}

#[test]
fn an_index_that_lacks_an_inquiry_is_found() {
    check("DELETE FROM searched", |it| {
        matches!(it, VerifyProblem::IndexDiffers { .. })
    });
    check("UPDATE searched SET texts = x''", |it| {
        matches!(it, VerifyProblem::IndexDiffers { .. })
    });
}

#[test]
fn a_damaged_page_is_found() {
    for tree in [
        "event_by_actor",
        "search_data",
        "search_config",
        "searched",
        "local_value",
        "reminder_given",
        "refused_intake",
    ] {
        let rig = rig();
        let page: i64 = rig.ask(&format!(
            "SELECT rootpage FROM sqlite_schema WHERE name = '{tree}'"
        ));
        let Rig { store, dir } = rig;
        drop(store);
        let database = dir.path().join("ichiji.db");
        let mut bytes = std::fs::read(&database).unwrap();
        let start = (usize::try_from(page).unwrap() - 1) * 4096;
        bytes[start..start + 4096].fill(0xA5);
        std::fs::write(&database, bytes).unwrap();
        let report = crate::builders::open(dir.path()).verify(&mut |_, _| {});
        let problems = report.unwrap().problems;
        let damaged = |it: &VerifyProblem| matches!(it, VerifyProblem::FileDamaged { .. });
        assert!(problems.iter().any(damaged), "{tree}: {problems:?}");
    }
}

#[test]
fn a_value_that_is_no_text_is_found() {
    for change in [
        "event SET actor = CAST(x'ff41' AS TEXT) WHERE seq = 3",
        "personal SET text = CAST(x'ff41' AS TEXT)",
        "inquiry SET number = CAST(x'ff41' AS TEXT)",
    ] {
        check(&format!("UPDATE {change}"), |it| {
            matches!(it, VerifyProblem::FileDamaged { .. })
        });
    }
}
