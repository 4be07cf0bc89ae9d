//! The desktop console.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    ichiji_desk::run();
}
