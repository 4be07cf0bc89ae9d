//! When reminders may ring: in business time, and at its closing instant (§14).

use business_time::{BusinessCalendar, Instant, OutOfRange, WallDuration};

use super::GRACE;

/// Gives up to which due instant reminders may ring now: all of them in business time, those due up to the closing just
/// after it, none at other times.
pub(crate) fn until(
    calendar: &BusinessCalendar,
    now: Instant,
) -> Result<Option<Instant>, OutOfRange> {
    if calendar.is_open(now)? {
        return Ok(Some(now));
    }
    let before = now
        .plus_wall(-GRACE)
        .plus_wall(WallDuration::from_micros(-1));
    let change = calendar.next_change(before)?;
    Ok((!change.opens && change.at <= now).then_some(change.at))
}
