//! The desktop console: the Tauri shell round the desk. It opens the window, lets reminders ring and hands commands
//! over; it decides nothing.

pub mod args;
pub mod clock;
pub mod ipc;
pub mod notifier;
mod scheduler;
pub mod shell;
mod start;
pub mod tray;
pub mod words;

pub use start::run;
