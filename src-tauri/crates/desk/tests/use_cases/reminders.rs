//! What rings, when, and for whom.
