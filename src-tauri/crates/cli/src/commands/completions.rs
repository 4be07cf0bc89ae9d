use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments as CommandLine;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Writes the completions for a shell
#[derive(clap::Args)]
pub struct Arguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Writes completions.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut CommandLine::command(),
        "ichiji",
        &mut script,
    );
    output::print(&String::from_utf8_lossy(&script)).map_err(Failure::Output)?;
    Ok(Exit::Done)
}
