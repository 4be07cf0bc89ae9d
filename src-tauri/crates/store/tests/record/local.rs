use store::{GivenReminder, RefusedIntake, Store};
use uuid::Uuid;

use crate::builders::{Rig, at, now};

#[test]
fn values_come_back_and_go() {
    let rig = Rig::new();
    let local = rig.store.local();
    local.put("snooze/1", "a").unwrap();
    local.put("snooze/2", "b").unwrap();
    local.put("snooze/1", "c").unwrap();
    let others = ["window", "snooze", "snooze0"].map(|key| (key.to_owned(), "d".to_owned()));
    local.put_all(&others).unwrap();
    assert_eq!(
        rig.beside().local().get("snooze/1").unwrap().as_deref(),
        Some("c")
    );
    let snoozed: Vec<String> = local
        .by_prefix("snooze/")
        .unwrap()
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    assert_eq!(snoozed, ["c", "b"]);
    assert!(local.remove("window").unwrap());
    assert!(!local.remove("window").unwrap());
    assert_eq!(local.get("window").unwrap(), None);
    assert_eq!(
        rig.store.last_seq().unwrap(),
        0,
        "none of it stands in the log"
    );
}

#[test]
fn a_reminder_is_given_once_for_each_target() {
    let rig = Rig::new();
    let reminder = |target: &str| GivenReminder {
        clock: "first-response/1".to_owned(),
        threshold: "target".to_owned(),
        target: at(target),
    };
    let (first, moved) = (
        reminder("2026-03-02T13:00:00+09:00"),
        reminder("2026-03-03T13:00:00+09:00"),
    );
    let give = |store: &Store, reminder: &GivenReminder| {
        let again = [reminder.clone(), reminder.clone()];
        store.local().give_reminders(&again, now()).unwrap()
    };
    assert_eq!(give(&rig.store, &first), 1);
    assert_eq!(give(&rig.beside(), &first), 0);
    assert!(rig.store.local().reminder_given(&first).unwrap());
    assert!(!rig.store.local().reminder_given(&moved).unwrap());
    assert_eq!(give(&rig.store, &moved), 1);
    assert_eq!(
        rig.store
            .local()
            .reminders_given(&["first-response/2".to_owned(), "first-response/1".to_owned()])
            .unwrap(),
        [first, moved.clone()]
    );
    rig.store
        .local()
        .forget_reminders_before(at("2026-03-02T10:00:01+09:00"))
        .unwrap();
    assert!(!rig.store.local().reminder_given(&moved).unwrap());
}

#[test]
fn what_was_refused_is_kept_for_another_try() {
    let rig = Rig::new();
    let local = rig.store.local();
    let refused = |id, name: &str, at| RefusedIntake {
        id: Uuid::from_u128(id),
        name: name.to_owned(),
        reason: "not_a_message".to_owned(),
        at,
    };
    let (old, new) = (
        refused(1, "a.eml", now()),
        refused(2, "b.eml", at("2026-03-02T11:00:00+09:00")),
    );
    local.refuse(&old, Some(b"bytes")).unwrap();
    local.refuse(&new, None).unwrap();
    assert_eq!(local.refused().unwrap(), [new.clone(), old.clone()]);
    assert_eq!(
        local.refused_bytes(old.id).unwrap().as_deref(),
        Some(b"bytes".as_slice())
    );
    assert_eq!(local.refused_bytes(new.id).unwrap(), None);
    local
        .refuse(
            &RefusedIntake {
                reason: "too_large".to_owned(),
                ..old.clone()
            },
            None,
        )
        .unwrap();
    assert_eq!(
        local.refused_bytes(old.id).unwrap().as_deref(),
        Some(b"bytes".as_slice()),
        "bytes once kept stay"
    );
    assert!(local.forget_refused(old.id).unwrap());
    assert_eq!(local.refused().unwrap(), [new]);
}
