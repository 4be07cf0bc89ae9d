//! Intake of inquiries from files.
