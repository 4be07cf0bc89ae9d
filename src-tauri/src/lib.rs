//! The desktop console: the Tauri shell round the desk. It opens the window, lets reminders ring and hands commands
//! over; it decides nothing.

pub mod args;
mod clock;
pub mod ipc;
mod notifier;
mod scheduler;
mod shell;
mod start;
mod tray;
mod words;

pub use start::run;
