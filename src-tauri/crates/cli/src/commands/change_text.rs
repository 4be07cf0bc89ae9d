//! What a change of the rules does, for people.

use desk::{ChangePreview, HolidayImport, MovedDeadline, MovedObligation, WhatIf};
use policy::{ClockEvaluation, Due, Tally, Turn};

use super::calendar::differences;
use crate::output::line;
use crate::table::{Column, Table};
use crate::tongue::Tongue;

/// The most deadlines that are listed for people; JSON has them all.
const LISTED: usize = 50;
/// The most places that a subject takes.
const SUBJECT: usize = 40;

/// Writes what a change would do to the deadlines that run.
pub fn preview(preview: &ChangePreview, tongue: &Tongue) -> String {
    let told = &tongue.words.change;
    let mut text = preview
        .holidays
        .as_ref()
        .map(|it| holidays(it, tongue))
        .unwrap_or_default();
    text.push_str(&format!(
        "{}\n",
        (told.moved)(preview.moved.len(), preview.open)
    ));
    for turn in Turn::ALL {
        let count = preview.turning(*turn);
        if count > 0 {
            text.push_str(&format!("  {} {count}\n", (told.turn)(*turn)));
        }
    }
    text.push_str(&table(preview, tongue));
    if preview.open_obligations > 0 {
        let (moved, open) = (preview.obligations.len(), preview.open_obligations);
        text.push_str(&format!("{}\n", (told.obligations)(moved, open)));
    }
    for moved in &preview.obligations {
        text.push_str(&format!("  {}\n", line(&obligation(moved, tongue))));
    }
    text
}

fn obligation(moved: &MovedObligation, tongue: &Tongue) -> String {
    let due = |it: Option<ClockEvaluation>| match it.map(|it| it.due) {
        Some(Due::At(at)) => tongue.moment(at),
        Some(Due::On(on)) => on.to_string(),
        None => "–".to_owned(),
    };
    let (before, after) = (due(moved.shift.before), due(moved.shift.after));
    let turn = moved.shift.turn().map(tongue.words.change.turn);
    let (number, title) = (moved.row.obligation.number, &moved.row.text.title);
    format!(
        "{number} {before} → {after} {title} {}",
        turn.unwrap_or_default()
    )
}

fn holidays(import: &HolidayImport, tongue: &Tongue) -> String {
    differences(&import.differences, tongue.words)
}

fn table(preview: &ChangePreview, tongue: &Tongue) -> String {
    if preview.moved.is_empty() {
        return String::new();
    }
    let label = &tongue.words.label;
    let mut table = Table::new(vec![
        Column::left(tongue.words.change.becomes),
        Column::left(label.number),
        Column::left(label.target),
        Column::left(label.limit),
        Column::left(label.subject).at_most(SUBJECT),
    ]);
    for moved in preview.moved.iter().take(LISTED) {
        table.add(cells(moved, tongue));
    }
    let more = preview.moved.len().saturating_sub(LISTED);
    let more = Some(more)
        .filter(|it| *it > 0)
        .map(|it| (tongue.words.change.more)(it) + "\n");
    table.text() + &more.unwrap_or_default()
}

fn cells(moved: &MovedDeadline, tongue: &Tongue) -> Vec<String> {
    let (before, after) = (&moved.shift.before, &moved.shift.after);
    let from_to = |before, after| {
        if before == after {
            tongue.moment(before)
        } else {
            format!("{} → {}", tongue.moment(before), tongue.moment(after))
        }
    };
    let turn = moved.shift.turn().map(tongue.words.change.turn);
    vec![
        turn.unwrap_or_default().to_owned(),
        moved.row.inquiry.number.to_string(),
        from_to(before.target, after.target),
        from_to(before.limit, after.limit),
        moved.row.subject.clone(),
    ]
}

/// Writes how the first responses of a past period would have been judged.
pub fn what_if(what_if: &WhatIf, tongue: &Tongue) -> String {
    let (told, field) = (&tongue.words.change, &tongue.words.field);
    let mut figures = Table::new(vec![
        Column::left(""),
        Column::right(told.before),
        Column::right(told.after),
    ]);
    let tallies = [&what_if.before, &what_if.after];
    for (name, rates) in [
        (told.within_limit, tallies.map(Tally::within_limit)),
        (told.within_target, tallies.map(Tally::within_target)),
    ] {
        let said = rates.map(percent);
        figures.add([name.to_owned()].into_iter().chain(said).collect());
    }
    let head = (told.judged)(what_if.from, what_if.to, what_if.after.count());
    let mut text = format!(
        "{head}\n{}{}\n",
        figures.text(),
        (told.other_verdicts)(what_if.changed)
    );
    let mut named = Table::new(vec![
        Column::left(tongue.words.label.number),
        Column::left(told.before),
        Column::left(told.after),
        Column::left(tongue.words.label.subject).at_most(SUBJECT),
    ]);
    for other in what_if.named.iter().take(LISTED) {
        named.add(vec![
            other.row.inquiry.number.to_string(),
            (field.verdict)(other.before).to_owned(),
            (field.verdict)(other.after).to_owned(),
            other.row.subject.clone(),
        ]);
    }
    if !what_if.named.is_empty() {
        text.push_str(&named.text());
    }
    text
}

/// Writes thousandths as per cent.
fn percent(thousandths: Option<u32>) -> String {
    thousandths.map_or_else(|| "–".to_owned(), |it| format!("{}.{} %", it / 10, it % 10))
}
