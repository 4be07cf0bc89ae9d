//! The register of incidents (§20) as a table for other programs.

use inquiry::{Matter, MatterKind};
use policy::Due;

use super::obligations::{ObligationView, WhichObligations};
use crate::{Desk, DeskError};

/// By this mark a spreadsheet knows that the bytes are UTF-8.
const MARK: &str = "\u{feff}";

const HEADINGS: [&str; 13] = [
    "number",
    "product",
    "detected_at",
    "kind",
    "affected",
    "customers",
    "title",
    "detail",
    "notice",
    "notice_due_at",
    "noticed_at",
    "noticed_by",
    "late",
];

impl Desk {
    /// Writes the register of incidents as CSV in UTF-8: one line each, the headings first, instants in the centre's
    /// time. A cell that a spreadsheet would take as a formula is preceded by an apostrophe.
    ///
    /// # Errors
    /// As [`Desk::obligations`].
    pub fn incident_table(&self) -> Result<String, DeskError> {
        let incidents = self.obligations(WhichObligations::All, &[MatterKind::Incident])?;
        let zone = self.rules().calendar.time_zone();
        let rows = incidents.iter().filter_map(|it| cells(it, zone));
        let headings = HEADINGS.map(str::to_owned).to_vec();
        let lines = std::iter::once(headings).chain(rows).map(|it| line(&it));
        Ok(format!("{MARK}{}", lines.collect::<String>()))
    }
}

fn cells(view: &ObligationView, zone: business_time::Tz) -> Option<Vec<String>> {
    let (it, text) = (view.obligation(), &view.row.text);
    let Matter::Incident {
        detected_at,
        incident,
        affected,
    } = &it.matter
    else {
        return None;
    };
    let due = view.clock.and_then(|clock| match clock.due {
        Due::At(at) => Some(at.to_rfc3339_in(zone)),
        Due::On(_) => None,
    });
    let done = it.done.as_ref();
    let by = done.map(|(done, by)| done.by.as_ref().unwrap_or(by).to_string());
    Some(vec![
        it.number.to_string(),
        it.product.to_string(),
        detected_at.to_rfc3339_in(zone),
        incident.as_str().to_owned(),
        affected.as_str().to_owned(),
        text.customers.clone(),
        text.title.clone(),
        text.detail.clone(),
        text.notice.clone(),
        due.unwrap_or_default(),
        done.map(|(done, _)| done.at.to_rfc3339_in(zone))
            .unwrap_or_default(),
        by.unwrap_or_default(),
        it.was_late()
            .map(|late| late.to_string())
            .unwrap_or_default(),
    ])
}

fn line(cells: &[String]) -> String {
    let quoted = cells.iter().map(|it| quoted(it));
    format!("{}\r\n", quoted.collect::<Vec<_>>().join(","))
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let before = if formula { "'" } else { "" };
    format!("\"{before}{}\"", cell.replace('"', "\"\""))
}
