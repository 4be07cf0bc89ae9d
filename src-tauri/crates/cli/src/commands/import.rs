use std::path::PathBuf;

use desk::Call;
use desk::intake::{ColumnMapping, Columns, Field, ImportReport, ImportRequest, Refused};
use inquiry::Actor;
use policy::ProductId;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::interruption;
use crate::output::line;
use crate::session::Session;
use crate::shape::import::ImportShape;
use crate::table::{Column, Table};

/// Takes in mails (.eml, .mbox), tables (CSV) and JSON lines, whole folders too
///
/// The same file twice doubles nothing. What cannot be read is refused with its reason and kept; the rest is taken in
/// and the status is 1.
#[derive(clap::Args)]
pub struct Arguments {
    /// The files and folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// The product of all of it; without it each message is recognised
    #[arg(long, value_name = "ID")]
    product: Option<ProductId>,
    /// What a column of a table stands for where its name does not tell, `HEADER=FIELD`; nothing after the sign for
    /// nothing; may be repeated
    #[arg(long = "column", value_name = "HEADER=FIELD", value_parser = column)]
    columns: Vec<(String, Option<Field>)>,
    /// Only tells what would come of it
    #[arg(long)]
    dry_run: bool,
}

fn column(text: &str) -> Result<(String, Option<Field>), String> {
    let (header, word) = text.rsplit_once('=').ok_or("HEADER=FIELD")?;
    let field = match word.trim() {
        "" => None,
        word => Some(Field::from_word(word).ok_or_else(fields)?),
    };
    Ok((header.to_owned(), field))
}

/// Names every field that a column can stand for.
fn fields() -> String {
    let words: Vec<&str> = Field::all().map(Field::as_str).collect();
    words.join(", ")
}

/// Imports files.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let (desk, call) = if arguments.dry_run {
        // Nothing is written, so that nobody need sign for it.
        (session.look()?, Call::new(Actor::new("")))
    } else {
        let call = session.call()?;
        (session.write()?, call)
    };
    let progress = session.progress();
    let named = arguments.columns.iter();
    let columns = named.fold(Columns::default(), |columns, (header, field)| {
        columns.with(header, *field)
    });
    let request = ImportRequest {
        columns: &columns,
        product: arguments.product.as_ref(),
        dry_run: arguments.dry_run,
        progress: &|done, of| progress.tell(done as u64, of as u64),
        cancel: interruption::listen(),
    };
    let report = desk.import(&call, &arguments.paths, &request)?.value;
    drop(progress);
    session.show(
        || ImportShape::of(&report, session.words),
        || text(&report, session.words),
    )?;
    Ok(match (report.cancelled, report.refused.is_empty()) {
        (true, _) => Exit::CalledOff,
        (false, true) => Exit::Done,
        (false, false) => Exit::PartlyRefused,
    })
}

fn text(report: &ImportReport, words: &Words) -> String {
    let told = &words.told;
    let counts = [
        report.files,
        report.created.len(),
        report.linked,
        report.joined,
        report.outgoing,
        report.duplicates,
        report.flagged,
        report.refused.len(),
    ];
    let mut text: String = report.mapping.iter().map(|it| mapping(it, words)).collect();
    if report.dry_run {
        text.push_str(&format!("{}\n", told.dry_run));
    }
    if report.cancelled {
        text.push_str(&format!("{}\n", told.called_off));
    }
    for (label, count) in told.imported.iter().zip(counts) {
        text.push_str(&format!("{label}{}{count}\n", words.label.colon));
    }
    if !report.refused.is_empty() {
        text.push_str(&refusals(report, words));
    }
    text
}

fn refusals(report: &ImportReport, words: &Words) -> String {
    let refused = report.refused.iter().map(|it| refusal(it, words));
    let kept = if report.dry_run {
        String::new()
    } else {
        format!("{}\n", words.told.kept)
    };
    format!(
        "\n{}\n{}{kept}",
        words.told.refused,
        refused.collect::<String>()
    )
}

fn refusal(refused: &Refused, words: &Words) -> String {
    let cause = refused.params.get("cause").map(|it| format!(" ({it})"));
    let (why, cause) = ((words.refusal)(refused.code), cause.unwrap_or_default());
    line(&format!(
        "  {}  [{}] {why}{cause}",
        refused.name, refused.code
    )) + "\n"
}

fn mapping(mapping: &ColumnMapping, words: &Words) -> String {
    let mut table = Table::new(vec![Column::left(words.label.column), Column::left("→")]);
    for (header, field) in &mapping.columns {
        let field = field.map_or(words.told.unused, words.field.column);
        table.add(vec![header.clone(), field.to_owned()]);
    }
    format!("{}\n{}\n", line(&mapping.file), table.text())
}
