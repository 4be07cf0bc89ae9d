use serde::Serialize;

use super::row::Row;

/// What a write did: its operation, which `undo` takes back, and the inquiries as they are now.
#[derive(Serialize)]
pub struct WrittenShape {
    pub operation: String,
    pub inquiries: Vec<Row>,
}
