use std::collections::BTreeMap;

use inquiry::{Body, Event, InquiryEvent, Recorded};
use policy::Verdict;
use store::{Reader, RowFilter, RowOrder, StoreError, Which};

use super::*;

fn plan(count: u64) -> Plan {
    Plan {
        count,
        open: count / 10,
        now: Instant::parse("2026-11-20T14:00:00+09:00").unwrap(),
        seed: 1,
    }
}

fn made(count: u64) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    make(dir.path(), &plan(count)).unwrap();
    let store = Store::open(dir.path(), Access::Beside, plan(count).now).unwrap();
    (dir, store)
}

fn with_histories(store: &Store, look: impl FnMut(Vec<Event>)) {
    let mut look = look;
    let read = |reader: &Reader<'_>| {
        let all = reader.rows(&RowFilter::default(), RowOrder::default(), 0, usize::MAX)?;
        for row in all {
            look(reader.history(row.inquiry.id)?);
        }
        Ok::<_, StoreError>(())
    };
    store.read(read).unwrap();
}

#[test]
fn the_record_is_sound_and_of_the_size_that_was_asked() {
    let (_dir, store) = made(400);
    let report = store.verify(&mut |_, _| {}).unwrap();
    assert_eq!(report.problems, []);
    assert_eq!(report.inquiries, 400);
    let per_inquiry = report.events as f64 / 400.0;
    assert!((8.0..14.0).contains(&per_inquiry), "{per_inquiry}");
    let open = store.read(|reader| reader.count(&RowFilter::of(Which::Open)));
    assert_eq!(open.unwrap(), 40);
}

/// What the product would have refused is no fair measure of it.
#[test]
fn every_event_might_have_been_recorded_by_the_desk() {
    let (_dir, store) = made(300);
    with_histories(&store, |events| {
        let recorded: Vec<Recorded<'_>> = events.iter().map(|event| recorded(event)).collect();
        for (place, next) in recorded.iter().enumerate().skip(1) {
            let Body::Inquiry(id, _) = &events[0].body else {
                panic!("an event of no inquiry")
            };
            let state = inquiry::fold(*id, &recorded[..place]).unwrap();
            let allowed = state.allow(next.event, next.recorded_at);
            assert_eq!(allowed, Ok(()), "{:?}", next.event);
            assert!(recorded[place - 1].recorded_at <= next.recorded_at);
        }
    });
}

fn recorded(event: &Event) -> Recorded<'_> {
    let Body::Inquiry(_, body) = &event.body else {
        panic!("an event of no inquiry")
    };
    Recorded {
        operation: event.operation,
        actor: &event.actor,
        recorded_at: event.recorded_at,
        event: body,
    }
}

#[test]
fn answers_come_in_time_and_late() {
    let (_dir, store) = made(600);
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    with_histories(&store, |events| {
        for event in events {
            if let Body::Inquiry(_, InquiryEvent::FirstResponded { judgement, .. }) = event.body {
                *verdicts.entry(judgement.verdict).or_default() += 1;
            }
        }
    });
    let of = |verdict| verdicts.get(&verdict).copied().unwrap_or_default();
    assert!(of(Verdict::InTime) > 300, "{verdicts:?}");
    assert!(
        of(Verdict::Late) > 0 && of(Verdict::Breach) > 0,
        "{verdicts:?}"
    );
}

#[test]
fn the_same_seed_gives_the_same_texts_at_the_same_instants() {
    let told = |seed| {
        let phrases = Phrases::built_in().unwrap();
        let mut plan = plan(50);
        plan.seed = seed;
        let rules = Rules::compile(&[] as &[Event]).unwrap();
        let rules = Rules {
            packs: policy::PackLibrary::shipped(),
            ..rules
        };
        let mut timeline = Timeline::new(&plan, &phrases, &rules);
        let mut all = Vec::new();
        while timeline
            .next(|told, step| {
                all.push((told.letter.text.clone(), step.clone()));
                Ok::<_, desk::DeskError>(())
            })
            .unwrap()
        {}
        all
    };
    assert_eq!(told(1), told(1));
    assert_ne!(told(1), told(2));
}
