//! The sample set.
