//! Ctrl+C during long work: it ends at its next step, with nothing half done left behind.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

static CALLED_OFF: AtomicBool = AtomicBool::new(false);
static LISTENING: OnceLock<()> = OnceLock::new();

/// Listens to Ctrl+C from now on. Gives what is set once somebody pressed it.
pub fn listen() -> &'static AtomicBool {
    LISTENING.get_or_init(|| {
        // Where nothing listens Ctrl+C ends the program at once, as it does by itself.
        let _ = ctrlc::set_handler(|| CALLED_OFF.store(true, Ordering::SeqCst));
    });
    &CALLED_OFF
}
