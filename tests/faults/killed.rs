//! The process is killed at random points while it imports, triages and responds.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use ichiji_tests::work::Part;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::worker_process::{Day, Worker};

/// How many kills there are in all; `ICHIJI_KILLS` asks for another number.
const KILLS: usize = 200;

/// How often a record is killed at most before its work is done to the end.
const LIVES: usize = 3;

#[test]
fn killed_while_importing() {
    kill_and_go_on(Part::Import);
}

#[test]
fn killed_while_triaging() {
    kill_and_go_on(Part::Triage);
}

#[test]
fn killed_while_responding() {
    kill_and_go_on(Part::Respond);
}

/// How long an undisturbed worker needs.
struct Pace {
    /// Until it has opened the record.
    opening: Duration,
    /// From there to its end, by step.
    step: Duration,
    steps: usize,
}

fn kill_and_go_on(part: Part) {
    let day = Day::before(part);
    let wanted: usize = std::env::var("ICHIJI_KILLS").map_or(KILLS, |it| it.parse().unwrap());
    let share = wanted.div_ceil(Part::ALL.len());
    let pace = pace(&day);
    let (mut kills, mut round, mut acknowledged) = (0, 0, 0);
    while kills < share {
        round += 1;
        eprintln!("{part}: round {round}");
        let mut random = StdRng::seed_from_u64(round);
        let record = day.record();
        let mut told = BTreeSet::new();
        for _ in 0..random.random_range(1..=LIVES) {
            let mut worker = Worker::begin(record.path(), &day.letters(), &[part]);
            live(&mut worker, &pace, &mut random);
            kills += usize::from(worker.kill());
            told.append(&mut worker.told);
            day.is_kept(record.path(), &told);
        }
        acknowledged += told.len();
        day.is_done_again(record.path());
    }
    eprintln!("{part}: {kills} kills of {round} records, {acknowledged} steps acknowledged before");
}

/// Measures an undisturbed worker.
fn pace(day: &Day) -> Pace {
    let record = day.record();
    let begun = Instant::now();
    let mut worker = Worker::begin(record.path(), &day.letters(), &[day.part]);
    worker.next();
    let opening = begun.elapsed();
    assert!(worker.finish());
    let steps = worker.told.len() - 1;
    Pace {
        opening,
        step: (begun.elapsed() - opening) / u32::try_from(steps).unwrap(),
        steps,
    }
}

/// Lets the worker come to a random point: a number of steps, and some way into what comes next.
fn live(worker: &mut Worker, pace: &Pace, random: &mut StdRng) {
    let steps = random.random_range(0..=pace.steps);
    let next = if steps == 0 {
        pace.opening
    } else {
        2 * pace.step
    };
    for _ in 0..steps {
        worker.next();
    }
    let way = u64::try_from(next.as_micros()).unwrap();
    std::thread::sleep(Duration::from_micros(random.random_range(0..=way)));
}
