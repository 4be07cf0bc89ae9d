//! The event log, its projections and the search index in one SQLite file.
