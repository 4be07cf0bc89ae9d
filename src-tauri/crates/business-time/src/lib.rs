//! Business calendars and exact arithmetic in business time.
