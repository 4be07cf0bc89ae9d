//! `cargo xtask bindings`: the TypeScript file that types the calls between page and core.

use std::fs;

use crate::arguments::Arguments;
use crate::failure::{Context, Failure, Outcome};
use crate::tests_run::TestRun;
use crate::{ui, workspace};

/// Writes the file anew from the Rust types.
pub fn run(arguments: Arguments) -> Outcome {
    arguments.finish()?;
    ui::build()?;
    write()
}

/// Fails, and leaves the file as it was, when it is not what the Rust types say.
pub fn check() -> Outcome {
    let path = workspace::bindings();
    let committed = fs::read_to_string(&path).context(format!("read {}", path.display()))?;
    let outcome = write();
    let generated = fs::read_to_string(&path).context(format!("read {}", path.display()))?;
    if generated != committed {
        fs::write(&path, &committed).context(format!("write {}", path.display()))?;
        return Err(Failure::new(format!(
            "{} is out of date: run `cargo xtask bindings` and commit it",
            path.display()
        )));
    }
    outcome
}

fn write() -> Outcome {
    TestRun::Only("bindings")
        .task()?
        .env("ICHIJI_WRITE_BINDINGS", "1")
        .minutes(20)
        .run()
}
