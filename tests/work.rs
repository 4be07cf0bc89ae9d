//! A day's work on a record, the same each time it is done. Every step is an operation named after itself, so that what
//! was done before is not done again, wherever the work was cut short.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use business_time::Instant;
use desk::intake::ImportRequest;
use desk::{Access, Call, Desk, DeskError, FixedClock, NewResponse, QueueRequest, View};
use inquiry::{Actor, InquiryId, LevelReason, OperationId, Status};
use policy::{ImpactLevel, ResponseKind};

/// A plain Tuesday at noon in Tokyo: the day's work takes no time.
pub const NOON: &str = "2026-11-17T03:00:00Z";

const LEVELS: [ImpactLevel; 4] = [
    ImpactLevel::Serious,
    ImpactLevel::Question,
    ImpactLevel::Minor,
    ImpactLevel::Outage,
];

/// The files of the day: mails, taken in one by one, an mbox of more than one transaction, and JSON lines, each with so
/// many messages.
const FILES: [(&str, usize); 3] = [("a", 9), ("b.mbox", 22), ("c.jsonl", 5)];

/// Every fourth mail answers the one before, and one is too large for the database.
const REPLIES: usize = 4;
const LARGE: &str = "a-05";

/// A part of the day's work.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// The files are taken in.
    Import,
    /// Every inquiry gets a level and somebody who has it, several at once too, and a note.
    Triage,
    /// Every inquiry gets its first response and is completed.
    Respond,
}

impl Part {
    /// The parts in their order.
    pub const ALL: [Self; 3] = [Self::Import, Self::Triage, Self::Respond];
}

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|it| it.to_string() == text);
        found.ok_or_else(|| format!("no part of the work: {text}"))
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

/// Opens the record as a window does, at noon.
///
/// # Errors
/// As [`Desk::open`].
pub fn open(data: &Path) -> Result<Desk, DeskError> {
    let noon = Instant::parse(NOON).expect("noon");
    Desk::open(data, Access::Window, Arc::new(FixedClock::new(noon)))
}

/// The operation of a step, the same each time.
#[must_use]
pub fn operation(step: &str) -> OperationId {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, step).hash(&mut hasher);
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(0), half(1))
        .parse()
        .expect("an operation")
}

/// Does a part of the work; tells of each step once it is done.
///
/// # Errors
/// What the desk gives.
pub fn work(desk: &Desk, part: Part, letters: &Path, tell: &dyn Fn(&str)) -> Result<(), DeskError> {
    match part {
        Part::Import => import(desk, letters, tell),
        Part::Triage => triage(desk, tell),
        Part::Respond => respond(desk, tell),
    }
}

fn import(desk: &Desk, letters: &Path, tell: &dyn Fn(&str)) -> Result<(), DeskError> {
    for (file, count) in FILES {
        if file == "a" {
            for n in 0..count {
                import_file(
                    desk,
                    &letters.join(format!("a/{n}.eml")),
                    &[mark(file, n)],
                    tell,
                )?;
            }
        } else {
            let marks: Vec<String> = (0..count).map(|n| mark(file, n)).collect();
            import_file(desk, &letters.join(file), &marks, tell)?;
        }
    }
    Ok(())
}

/// Tells of every message; they are taken in by their order in time, which is that of their marks.
fn import_file(
    desk: &Desk,
    file: &Path,
    marks: &[String],
    tell: &dyn Fn(&str),
) -> Result<(), DeskError> {
    let told = Cell::new(0);
    let progress = |done: usize, _| {
        for mark in marks.iter().take(done).skip(told.replace(done)) {
            tell(&format!("import {mark}"));
        }
    };
    let request = ImportRequest {
        progress: &progress,
        ..ImportRequest::default()
    };
    let report = desk
        .import(&call("import"), &[file.to_path_buf()], &request)?
        .value;
    assert_eq!(report.refused, [], "all is taken in");
    Ok(())
}

fn triage(desk: &Desk, tell: &dyn Fn(&str)) -> Result<(), DeskError> {
    let inquiries = inquiries(desk)?;
    for (at, (mark, id)) in inquiries.iter().enumerate() {
        let step = format!("level {mark}");
        let level = LEVELS[at % LEVELS.len()];
        desk.set_level(&call(&step), &[*id], level, &LevelReason::First, Some("急"))?;
        tell(&step);
        let step = format!("note {mark}");
        desk.add_note(&call(&step), *id, &step)?;
        tell(&step);
    }
    let ids: Vec<InquiryId> = inquiries.into_values().collect();
    for (at, several) in ids.chunks(3).enumerate() {
        let step = format!("assign {at}");
        desk.assign(&call(&step), several, Some(&Actor::new("高橋（例）")))?;
        tell(&step);
    }
    Ok(())
}

fn respond(desk: &Desk, tell: &dyn Fn(&str)) -> Result<(), DeskError> {
    for (mark, id) in inquiries(desk)? {
        let step = format!("respond {mark}");
        let response = NewResponse {
            text: Some(step.clone()),
            ..NewResponse::now(ResponseKind::Answer)
        };
        desk.respond(&call(&step), id, &response)?;
        tell(&step);
        let step = format!("complete {mark}");
        desk.set_status(&call(&step), &[id], Status::Completed, None)?;
        tell(&step);
    }
    Ok(())
}

fn call(step: &str) -> Call {
    Call {
        actor: Actor::new("佐藤（例）"),
        operation: operation(step),
    }
}

/// The inquiries by the mark in their subjects, the answered ones too.
fn inquiries(desk: &Desk) -> Result<BTreeMap<String, InquiryId>, DeskError> {
    let mut found = BTreeMap::new();
    for view in [View::Open, View::Answered] {
        let request = QueueRequest {
            view,
            limit: usize::MAX,
            ..QueueRequest::default()
        };
        let rows = desk.queue(&request)?.rows;
        found.extend(
            rows.iter()
                .map(|row| (row.row.subject.clone(), row.inquiry().id)),
        );
    }
    Ok(found)
}

/// Names a message: it is its subject.
fn mark(file: &str, n: usize) -> String {
    format!("{}-{n:02}", &file[..1])
}

/// Puts the day's files into a folder.
///
/// # Panics
/// Panics where they cannot be written.
pub fn post(folder: &Path) {
    fs::create_dir_all(folder.join("a")).expect("a folder for the letters");
    for (file, count) in FILES {
        let all = (0..count).map(|n| (n, letter(file, n)));
        match file {
            "a" => all.for_each(|(n, it)| {
                fs::write(folder.join(format!("a/{n}.eml")), it).expect("a letter");
            }),
            "b.mbox" => {
                let all = all
                    .map(|(_, it)| format!("From a@example.jp Tue Nov 17 00:00:00 2026\n{it}\n"));
                fs::write(folder.join(file), all.collect::<String>()).expect("an mbox");
            }
            _ => {
                let all = (0..count).map(|n| line(file, n));
                fs::write(folder.join(file), all.collect::<String>()).expect("lines");
            }
        }
    }
}

fn line(file: &str, n: usize) -> String {
    let mark = mark(file, n);
    format!(
        "{{\"received_at\":\"2026-11-17T11:{n:02}:00+09:00\",\"subject\":\"{mark}\",\"body\":\"{mark} です。\",\
         \"company\":\"例示学園\",\"email\":\"{mark}@gakuen.example.jp\",\"product\":\"clomo\",\"channel\":\"form\"}}\n"
    )
}

fn letter(file: &str, n: usize) -> String {
    let mark = mark(file, n);
    let minute = n + if file == "a" { 10 } else { 30 };
    let received = format!("Tue, 17 Nov 2026 10:{minute:02}:00 +0900");
    let answers = if n % REPLIES == REPLIES - 1 {
        format!("In-Reply-To: <{}@example.jp>\n", self::mark(file, n - 1))
    } else {
        String::new()
    };
    let content = if mark == LARGE {
        format!(
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"log.bin\"\n\
             Content-Transfer-Encoding: base64\n\n{}",
            format!("{}\n", "QUJD".repeat(18)).repeat(15_000)
        )
    } else {
        format!(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nCLOMO の {mark} の件です。\n"
        )
    };
    format!(
        "Received: from mx.example.jp by desk.example.jp; {received}\n\
         Message-ID: <{mark}@example.jp>\n{answers}Date: {received}\nFrom: Mihon <mihon@mihon.example.jp>\n\
         To: support@centre.example.jp\nSubject: {mark}\nMIME-Version: 1.0\n{content}\n"
    )
}
