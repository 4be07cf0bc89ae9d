use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Adds the sample set, or removes it in one step
#[derive(clap::Args)]
pub struct Arguments {
    /// `add` or `remove`
    #[arg(value_name = "WHAT", value_parser = ["add", "remove"], default_value = "add")]
    what: String,
}

#[derive(Serialize)]
struct SampleShape {
    operation: String,
    added: usize,
    removed: usize,
}

/// Adds or removes the sample set.
pub fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let told = &session.words.told;
    let (operation, added, removed, text) = if arguments.what == "remove" {
        let done = session.read()?.remove_sample(&call)?;
        (
            done.operation,
            0,
            done.value,
            (told.sample_removed)(done.value),
        )
    } else {
        let done = session.write()?.add_sample(&call)?;
        let added = if done.value == 0 {
            told.sample_there.to_owned()
        } else {
            (told.sample_added)(done.value)
        };
        (done.operation, done.value, 0, added)
    };
    let shape = || SampleShape {
        operation: operation.to_string(),
        added,
        removed,
    };
    session.show(shape, || text + "\n")?;
    Ok(Exit::Done)
}
