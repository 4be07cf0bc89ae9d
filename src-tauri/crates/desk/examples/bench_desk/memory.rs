//! The memory of this process, as the system tells it.

/// Tells what is held now and the most that was held, in MiB; 0 where the system does not tell.
pub fn report() {
    self::tell("memory", "VmRSS:");
    self::tell("memory_peak", "VmHWM:");
}

/// Tells what is held now under a name of one's own.
pub fn tell(name: &str, field: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix(field))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<u32>().ok());
    crate::report(name, f64::from(kibibytes.unwrap_or(0)) / 1024.0);
}
