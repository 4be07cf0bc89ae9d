//! `cargo xtask bundle`: the packages to install from.

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::setup::{self, Purpose};
use crate::shell::Task;
use crate::workspace;

/// Makes the deb and rpm packages (release build) and says where they lie.
pub fn run(arguments: Arguments) -> Outcome {
    arguments.finish()?;
    if !cfg!(target_os = "linux") {
        return Err(Failure::new("packages are made on Linux only, so far"));
    }
    setup::prepare(Purpose::Bundle)?;
    Task::new(workspace::ui().join("node_modules/.bin/tauri"))
        .words("build --ci --bundles deb,rpm -- --locked")
        .minutes(60)
        .run()?;
    println!(
        "The packages lie in {}",
        workspace::target().join("release/bundle").display()
    );
    Ok(())
}
