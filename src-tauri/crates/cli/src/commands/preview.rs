//! A change of the rules, looked at before it is applied (§21).

use desk::{Desk, RuleChange};

use super::change_text;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::change::PreviewShape;

/// Tells what a change would do; writes nothing.
pub fn preview(session: &Session, desk: &Desk, change: &RuleChange) -> Result<Exit, Failure> {
    let preview = desk.preview_change(change)?;
    let tongue = session.tongue(desk);
    let text = || {
        let told = change_text::preview(&preview, &tongue);
        format!("{told}{}\n", session.words.told.dry_run)
    };
    session.show(|| PreviewShape::of(&preview, None, tongue.zone()), text)?;
    Ok(Exit::Done)
}

/// Applies a change, and tells what it did.
pub fn apply(session: &Session, desk: &Desk, change: &RuleChange) -> Result<Exit, Failure> {
    let call = session.call()?;
    let preview = desk.preview_change(change)?;
    let done = desk.apply_change(&call, change)?;
    let tongue = session.tongue(desk);
    let operation = done.operation.to_string();
    session.show(
        || PreviewShape::of(&preview, Some(operation), tongue.zone()),
        || change_text::preview(&preview, &tongue) + session.words.told.changed + "\n",
    )?;
    Ok(Exit::Done)
}
