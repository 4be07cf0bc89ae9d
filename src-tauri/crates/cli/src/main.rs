//! Ichiji without a window.
fn main() {}
