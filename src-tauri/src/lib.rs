//! The desktop console: the Tauri shell round the desk.

/// Opens the window.
pub fn run() {}
