//! What a writing command answers: its operation, and the inquiries that it changed.

use desk::{Desk, DeskError, Done, QueueRow};
use inquiry::InquiryId;

use super::rows_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::row::Row;
use crate::shape::written::WrittenShape;

/// Says that something was written, and shows the inquiries as they are now.
pub fn show<T>(
    session: &Session,
    desk: &Desk,
    done: &Done<T>,
    told: &str,
) -> Result<Exit, Failure> {
    let tongue = session.tongue(desk);
    let rows = rows(desk, &done.changed.inquiries)?;
    let shape = || WrittenShape {
        operation: done.operation.to_string(),
        inquiries: rows.iter().map(|it| Row::of(it, tongue.zone())).collect(),
    };
    let text = || match rows.as_slice() {
        [] => format!("{told}\n"),
        rows => format!("{told}\n{}", rows_text::rows(rows, &tongue)),
    };
    session.show(shape, text)?;
    Ok(Exit::Done)
}

/// Reads the inquiries; one whose receipt was taken back is no longer there.
fn rows(desk: &Desk, inquiries: &[InquiryId]) -> Result<Vec<QueueRow>, Failure> {
    let mut rows = Vec::new();
    for id in inquiries {
        match desk.inquiry(*id, None) {
            Ok(view) => rows.push(view.row),
            Err(DeskError::NoSuchInquiry(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(rows)
}
