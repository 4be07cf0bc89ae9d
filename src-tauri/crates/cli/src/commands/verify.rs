use desk::{VerifyProblem, VerifyReport};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::verify::VerifyShape;
use crate::tongue::Tongue;

/// Reads the whole record again and compares everything that can be compared; ends with 6 if something is wrong
#[derive(clap::Args)]
pub struct Arguments {}

/// Verifies the record.
pub fn run(_: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.read()?;
    let progress = session.progress();
    let report = desk.verify(&mut |done, of| progress.tell(done, of))?;
    drop(progress);
    let tongue = session.tongue(&desk);
    session.show(
        || VerifyShape::of(&report, &tongue),
        || text(&report, &tongue),
    )?;
    Ok(if report.is_sound() {
        Exit::Done
    } else {
        Exit::Unsound
    })
}

fn text(report: &VerifyReport, tongue: &Tongue) -> String {
    let words = tongue.words;
    let problem = |it: &VerifyProblem| {
        format!(
            "  [{}] {}: {}\n",
            it.code(),
            (words.problem)(it),
            it.place()
        )
    };
    let verdict = match report.problems.len() {
        0 => words.told.sound.to_owned(),
        count => (words.told.unsound)(count),
    };
    let heads = report
        .heads
        .iter()
        .map(|it| (words.told.head)(&it.letter, it.seq, &it.hash) + "\n");
    let unproven = report
        .unproven
        .iter()
        .map(|it| (words.unproven)(it, tongue) + "\n");
    format!(
        "{}\n{verdict}\n{}{}{}",
        (words.told.verified)(report.events, report.inquiries, report.texts, report.raws),
        report.problems.iter().map(problem).collect::<String>(),
        heads.collect::<String>(),
        unproven.collect::<String>(),
    )
}
