use chrono::{
    Duration, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc,
};
use chrono_tz::{GapInfo, Tz};

use crate::{Instant, Interval, TimeOfDay, range};

/// A time zone and, where its clocks never changed in the covered years, their one offset.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    tz: Tz,
    fixed_secs: Option<i32>,
}

const DAY_MICROS: i64 = 86_400_000_000;

/// Which of two instants a repeated local time means.
#[derive(Copy, Clone)]
enum Edge {
    Opening,
    Closing,
}

impl Zone {
    pub(super) fn new(tz: Tz) -> Self {
        let offset = |on: NaiveDate| offset_secs(tz, on.and_time(NaiveTime::MIN));
        let first = offset(range::FIRST_DATE);
        // No offset has lasted less than a week in the covered years.
        let mut weeks = range::dates().step_by(7).chain([range::END_DATE]);
        let fixed = weeks.all(|on| offset(on) == first);
        Self {
            tz,
            fixed_secs: fixed.then_some(first),
        }
    }

    pub(super) fn tz(&self) -> Tz {
        self.tz
    }

    /// Returns the seconds by which the zone is ahead of UTC at an instant.
    pub(super) fn offset_secs(&self, at: Instant) -> i32 {
        self.fixed_secs
            .unwrap_or_else(|| offset_secs(self.tz, at.to_utc().naive_utc()))
    }

    /// Returns the days from 1970-01-01 to the civil date of an instant.
    pub(super) fn epoch_day_of(&self, at: Instant) -> i64 {
        let local = at.as_micros() + i64::from(self.offset_secs(at)) * 1_000_000;
        local.div_euclid(DAY_MICROS)
    }

    /// Returns the first instant of the covered years and the first after them.
    pub(super) fn range(&self) -> (Instant, Instant) {
        let start = self.midnight(range::FIRST_DATE).unwrap_or(Instant::MIN);
        (start, self.midnight(range::END_DATE).unwrap_or(start))
    }

    /// Returns the first instant of a date.
    pub(super) fn midnight(&self, on: NaiveDate) -> Option<Instant> {
        self.instant(on, TimeOfDay::START, Edge::Opening)
    }

    /// Returns the instants between which the intervals of a date are open. An interval that lies in
    /// a gap of the clock is left out.
    pub(super) fn spans(
        &self,
        on: NaiveDate,
        hours: &[Interval],
    ) -> impl Iterator<Item = (Instant, Instant)> {
        hours.iter().filter_map(move |interval| {
            let open = self.instant(on, interval.open(), Edge::Opening)?;
            let close = self.instant(on, interval.close(), Edge::Closing)?;
            (open < close).then_some((open, close))
        })
    }

    fn instant(&self, on: NaiveDate, time: TimeOfDay, edge: Edge) -> Option<Instant> {
        let secs = i64::from(time.as_secs());
        if let Some(offset) = self.fixed_secs {
            let secs = i64::from(on.to_epoch_days()) * 86_400 + secs - i64::from(offset);
            return Some(Instant::from_micros(secs * 1_000_000));
        }
        let local = on.and_time(NaiveTime::MIN) + Duration::seconds(secs);
        let at = match (self.tz.from_local_datetime(&local), edge) {
            (MappedLocalTime::Single(at), Edge::Opening | Edge::Closing) => at,
            (MappedLocalTime::Ambiguous(first, _), Edge::Opening) => first,
            (MappedLocalTime::Ambiguous(_, second), Edge::Closing) => second,
            (MappedLocalTime::None, Edge::Opening | Edge::Closing) => {
                GapInfo::new(&local, &self.tz)?.end?
            }
        };
        Some(Instant::from_utc(at.with_timezone(&Utc)))
    }
}

fn offset_secs(tz: Tz, utc: NaiveDateTime) -> i32 {
    tz.offset_from_utc_datetime(&utc).fix().local_minus_utc()
}
