//! What is told of sign-offs.

/// What is told of the periods that were signed off.
pub struct SignOffTold {
    /// Who signed, and when.
    pub heads: fn(&str, &str) -> String,
    /// Nothing is other since.
    pub unchanged: &'static str,
    /// An inquiry is counted that was not.
    pub came_in: &'static str,
    /// An inquiry is no longer counted.
    pub fell_out: &'static str,
    /// By whom, and when.
    pub by: fn(&str, &str) -> String,
    /// A pack, calendar or table of holidays was published.
    pub published: fn(&str, &str) -> String,
    /// Nothing was signed off.
    pub none: &'static str,
}
