//! What the window reads.

use tauri::State;

use super::convert::mirror::Mirror;
use super::convert::parse::{self, instant, optional};
use super::convert::{frame as frame_of, inquiry as inquiry_of, row as row_of, seconds};
use super::wire::IpcError;
use super::wire::frame::Frame;
use super::wire::inquiry::InquiryView;
use super::wire::queue::{QueuePage, QueueRequest, QueueRow};
use super::wire::request::{CalendarYear, DeadlinePreview, PreviewDeadline};
use crate::shell::Shell;

/// How many inquiries a search shows at most.
const FOUND: u32 = 200;

/// Gives everything round the queue.
#[tauri::command]
#[specta::specta]
pub async fn frame(shell: State<'_, Shell>) -> Result<Frame, IpcError> {
    let desk = shell.desk()?;
    frame_of::frame(&desk)
}

/// Gives a page of the queue.
#[tauri::command]
#[specta::specta]
pub async fn queue(shell: State<'_, Shell>, request: QueueRequest) -> Result<QueuePage, IpcError> {
    let desk = shell.desk()?;
    Ok(row_of::page(&desk.queue(&request.parse()?)?, &desk.rules()))
}

/// Gives one inquiry with everything about it.
#[tauri::command]
#[specta::specta]
pub async fn inquiry(shell: State<'_, Shell>, id: String) -> Result<InquiryView, IpcError> {
    let desk = shell.desk()?;
    Ok(inquiry_of::view(
        &desk.inquiry(parse::inquiry(&id)?, None)?,
        &desk.rules(),
    ))
}

/// Finds inquiries by text or number, newest first.
#[tauri::command]
#[specta::specta]
pub async fn search(
    shell: State<'_, Shell>,
    query: String,
    limit: u32,
) -> Result<Vec<QueueRow>, IpcError> {
    let desk = shell.desk()?;
    let found = desk.search(&query, limit.min(FOUND) as usize)?;
    let rules = desk.rules();
    Ok(found
        .rows
        .iter()
        .map(|row| row_of::row(row, &rules))
        .collect())
}

/// Tells what the deadline of an inquiry would be.
#[tauri::command]
#[specta::specta]
pub async fn preview_deadline(
    shell: State<'_, Shell>,
    request: PreviewDeadline,
) -> Result<DeadlinePreview, IpcError> {
    let received_at = optional(request.received_at.as_deref(), instant)?;
    let product = parse::product(&request.product)?;
    let desk = shell.desk()?;
    let deadline =
        desk.preview_deadline(&product, received_at, request.level.map(Mirror::inside))?;
    let business_left_s = seconds(deadline.evaluation.business_left);
    Ok(DeadlinePreview {
        deadline: inquiry_of::deadline(&deadline, &product, &desk.rules()),
        business_left_s,
    })
}

/// Gives the closed days of a year.
#[tauri::command]
#[specta::specta]
pub async fn calendar_year(shell: State<'_, Shell>, year: i32) -> Result<CalendarYear, IpcError> {
    Ok(frame_of::calendar_year(&shell.desk()?.calendar_year(year)?))
}
