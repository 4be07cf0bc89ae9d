//! The window's pages: their npm packages and their build.

use crate::failure::{Failure, Outcome};
use crate::shell::Task;
use crate::tree_hash::{fingerprint, is_current, remember};
use crate::workspace;

/// Installs the npm packages of the lock file, when it changed since the last time.
pub fn install() -> Outcome {
    let ui = workspace::ui();
    let lock = ui.join("package-lock.json");
    if !lock.exists() {
        return Err(Failure::new("ui/package-lock.json is missing"));
    }
    // Kept among the packages, so that who deletes them deletes the stamp too.
    let stamp = ui.join("node_modules/.ichiji-stamp");
    let wanted = fingerprint(&[lock, ui.join("package.json")], &[])?;
    if is_current(&stamp, &wanted) {
        return Ok(());
    }
    Task::npm("ci --no-audit --no-fund").minutes(15).run()?;
    remember(&stamp, &wanted)
}

/// Builds the pages when their sources changed: cargo embeds them, so this comes before every cargo call.
pub fn build() -> Outcome {
    let ui = workspace::ui();
    let stamp = workspace::stamp("ui");
    let wanted = fingerprint(
        std::slice::from_ref(&ui),
        &["node_modules", "dist", ".vite"],
    )?;
    if ui.join("dist/index.html").exists() && is_current(&stamp, &wanted) {
        println!("The pages have not changed since their last build.");
        return Ok(());
    }
    Task::npm("run build").run()?;
    remember(&stamp, &wanted)
}
