//! From the process's start to the first rows on the screen.

use std::fs;
use std::time::{Duration, Instant};

use ichiji_tests::console::program;
use ichiji_tests::stage::Stage;

use crate::SIZE;
use crate::figures::{Figures, say};
use crate::record::Record;

/// How often the window is opened; the first time, which has to give a grown record's reminders, does not count.
const RUNS: usize = 8;

const LOOK: Duration = Duration::from_millis(2);
const PATIENCE: Duration = Duration::from_secs(120);

/// Opens the window several times, and tells how long its first rows took.
pub fn measure(record: &Record) {
    let stage = Stage::set(SIZE.0, SIZE.1, true);
    let mut times = Vec::new();
    for run in 0..RUNS {
        let time = open_once(&stage, record);
        say(&format!(
            "opening {run}: {:.0} ms",
            time.as_secs_f64() * 1e3
        ));
        times.push(time.as_secs_f64());
    }
    Figures::of(times.into_iter().skip(1)).tell("opening", &[50]);
}

fn open_once(stage: &Stage, record: &Record) -> Duration {
    let ready = stage.home().join("ready");
    drop(fs::remove_file(&ready));
    let mut command = stage.command(program("ichiji-desk"));
    command
        .env_remove("TAURI_WEBVIEW_AUTOMATION")
        .args(record.args_then())
        .arg("--ready-file")
        .arg(&ready);
    let begun = Instant::now();
    let mut window = command.spawn().expect("the window's program");
    while !ready.exists() {
        assert!(begun.elapsed() < PATIENCE, "the window was never ready");
        std::thread::sleep(LOOK);
    }
    let time = begun.elapsed();
    // The scheduler's first look is let through, as in a window that stays open.
    std::thread::sleep(Duration::from_secs(3));
    window.kill().expect("the window ends");
    drop(window.wait());
    time
}
