//! The speed and the memory of `ichiji deadlines` over a million lines.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use tempfile::TempDir;

use super::Asked;
use super::figure::Figure;
use crate::failure::{Context, Failure, Outcome};
use crate::shell::Task;
use crate::workspace;

const LINES: usize = 1_000_000;
const RUNS: usize = 5;
/// What a case may hold; the rest of a vector is its answer.
const ASKED: [&str; 5] = ["received_at", "level", "product", "plan", "calendar"];
/// Memory is read this often while the program runs; its peak is kept by the system, so none is missed but that of the last moment.
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// One run: how long it took, how much of that it was computing, and the most memory it held.
struct Run {
    wall: Duration,
    computing: Duration,
    peak_bytes: u64,
}

/// Answers a million cases made from the vectors: once to check the answers, then some times more to take the best time.
pub fn measure(_: &Asked) -> Outcome<Vec<Figure>> {
    Task::cargo("build --release --locked -p ichiji-cli")
        .minutes(30)
        .run()?;
    let folder = TempDir::with_prefix("ichiji-bench-").context("make a folder")?;
    let cases = folder.path().join("cases.jsonl");
    write_cases(&cases)?;
    check_answers(&cases, &folder.path().join("answers.jsonl"))?;
    let runs = (0..RUNS)
        .map(|_| run_once(&cases, Stdio::null()))
        .collect::<Outcome<Vec<_>>>()?;
    let a_line = |time: fn(&Run) -> Duration| {
        let best = runs.iter().map(time).min().unwrap_or_default();
        best.as_secs_f64() * 1e6 / LINES as f64
    };
    let peak = runs
        .iter()
        .map(|run| run.peak_bytes)
        .max()
        .unwrap_or_default();
    let peak = peak as f64 / f64::from(1 << 20);
    let (wall, computing) = (a_line(|run| run.wall), a_line(|run| run.computing));
    Ok(vec![
        Figure::at_most("ichiji deadlines, a line of 1,000,000", wall, 1.0, "µs"),
        Figure::compared(
            "ichiji deadlines, a line, waiting left out",
            computing,
            "µs",
        ),
        Figure::at_most("ichiji deadlines, peak memory", peak, 32.0, "MiB"),
    ])
}

fn vectors(name: &str) -> std::path::PathBuf {
    workspace::root().join("tests/vectors").join(name)
}

fn write_cases(path: &Path) -> Outcome {
    let source = vectors("deadlines.jsonl");
    let text = fs::read_to_string(&source).context(format!("read {}", source.display()))?;
    let bodies = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(case_body)
        .collect::<Outcome<Vec<_>>>()?;
    let mut file = BufWriter::new(File::create(path).context("write the cases")?);
    for (number, body) in bodies.iter().cycle().take(LINES).enumerate() {
        writeln!(file, r#"{{"id":"c{number:07}",{body}}}"#).context("write the cases")?;
    }
    file.flush().context("write the cases")
}

/// Returns what a vector asks, as the inside of a JSON object without its id.
fn case_body(line: &str) -> Outcome<String> {
    let vector: Map<String, Value> = serde_json::from_str(line).context("read a vector")?;
    let asked: Vec<String> = ASKED
        .iter()
        .filter_map(|key| Some(format!(r#""{key}":{}"#, vector.get(*key)?)))
        .collect();
    Ok(asked.join(","))
}

fn check_answers(cases: &Path, answers: &Path) -> Outcome {
    let file = File::create(answers).context("write the answers")?;
    run_once(cases, Stdio::from(file))?;
    let answered = BufReader::new(File::open(answers).context("read the answers")?)
        .lines()
        .count();
    fs::remove_file(answers).context("remove the answers")?;
    if answered == LINES {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{answered} of {LINES} lines were answered"
    )))
}

fn run_once(cases: &Path, output: Stdio) -> Outcome<Run> {
    let input = File::open(cases).context("read the cases")?;
    let begun = Instant::now();
    let mut child = on_one_core(&workspace::program("release", "ichiji"))
        .arg("deadlines")
        .arg("--calendars")
        .arg(vectors("calendars.json"))
        .arg("--holidays")
        .arg(vectors("holidays.csv"))
        .stdin(Stdio::from(input))
        .stdout(output)
        .spawn()
        .context("run ichiji deadlines")?;
    let (mut peak_bytes, mut computing) = (0, Duration::ZERO);
    let status = loop {
        peak_bytes = peak_bytes.max(peak_memory(&child));
        computing = computing.max(computing_time(&child));
        if let Some(status) = child.try_wait().context("wait for ichiji")? {
            break status;
        }
        thread::sleep(BETWEEN_LOOKS);
    };
    let wall = begun.elapsed();
    if !status.success() {
        return Err(Failure::new(format!(
            "ichiji deadlines ended with {status}"
        )));
    }
    Ok(Run {
        wall,
        computing,
        peak_bytes,
    })
}

/// Binds the program to one core where the system has `taskset`, which replaces itself by the program.
fn on_one_core(program: &Path) -> Command {
    if Task::new("taskset").arg("--version").succeeds() {
        let mut command = Command::new("taskset");
        command.args(["--cpu-list", "0"]).arg(program);
        return command;
    }
    Command::new(program)
}

/// Reads the most memory that a process has held so far, in bytes; 0 where the system does not tell.
fn peak_memory(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}

/// Reads how long a process has been computing, which others on the machine do not add to; none where the system
/// does not tell.
fn computing_time(child: &Child) -> Duration {
    let times = fs::read_to_string(format!("/proc/{}/schedstat", child.id())).unwrap_or_default();
    let nanoseconds = times.split_whitespace().next().map(str::parse);
    Duration::from_nanos(nanoseconds.and_then(Result::ok).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::case_body;

    #[test]
    fn a_case_asks_what_the_vector_asks_and_keeps_its_answer_back() {
        let vector = r#"{"id": "v1", "calendar": "std", "received_at": "2026-04-01T15:00:00Z", "level": "serious", "start": "x"}"#;
        assert_eq!(
            case_body(vector).unwrap(),
            r#""received_at":"2026-04-01T15:00:00Z","level":"serious","calendar":"std""#
        );
    }
}
