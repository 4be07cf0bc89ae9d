//! The use cases: one verb a file, on one record.
