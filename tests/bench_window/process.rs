//! The core's process, seen from outside.

use std::fs;

use crate::figures::tell;
use crate::record::Record;

/// Tells how much memory the core holds now, and held at most: of its own process, the web processes aside.
///
/// # Panics
/// Panics where no window is open on the record.
pub fn tell_memory(record: &Record, name: &str) {
    let folder = record.folder().to_string_lossy().into_owned();
    let process = fs::read_dir("/proc")
        .expect("the process table")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| {
            let line = fs::read(path.join("cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).into_owned();
            let mut words = line.split('\0');
            words.next().is_some_and(|it| it.ends_with("ichiji-desk"))
                && words.any(|it| it == folder)
        })
        .expect("the window's process");
    let status = fs::read_to_string(process.join("status")).expect("its status");
    for (part, field) in [("", "VmRSS:"), ("-peak", "VmHWM:"), ("-own", "RssAnon:")] {
        let line = status.lines().find_map(|line| line.strip_prefix(field));
        let kibibytes: f64 = line
            .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
            .expect("a figure");
        tell(&format!("{name}{part}"), kibibytes * 1024.0 / 1e6);
    }
}
