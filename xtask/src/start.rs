//! `cargo xtask start`: from a fresh machine to the open console.

use std::env;
use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::failure::{Context, Failure, Outcome};
use crate::screenshot;
use crate::setup::{self, Purpose};
use crate::shell::Task;
use crate::virtual_desktop::{Size, VirtualDesktop};
use crate::{ui, workspace};

/// How the console shall open.
#[derive(Default)]
pub struct Opening {
    /// Fills an empty data folder with the sample set.
    pub sample: bool,
    /// The data folder; without one, the user's own.
    pub data_dir: Option<PathBuf>,
    /// The instant, RFC 3339, at which its clock stands.
    pub as_of: Option<String>,
    /// The page that it shows first.
    pub page: Option<String>,
    /// The window's size.
    pub size: Option<Size>,
    /// `light` or `dark`.
    pub theme: Option<String>,
    /// `ja` or `en`.
    pub lang: Option<String>,
    /// The file that the console writes once the page is painted with its rows.
    pub ready_file: Option<PathBuf>,
}

impl Opening {
    fn read(arguments: &mut Arguments) -> Outcome<Self> {
        let size = arguments.value("--size")?;
        Ok(Self {
            sample: arguments.flag("--sample"),
            data_dir: arguments.value("--data-dir")?.map(absolute).transpose()?,
            as_of: arguments.value("--as-of")?,
            page: arguments.value("--page")?,
            size: size.as_deref().map(Size::parse).transpose()?,
            theme: one_of("--theme", arguments.value("--theme")?, &["light", "dark"])?,
            lang: one_of("--lang", arguments.value("--lang")?, &["ja", "en"])?,
            ready_file: None,
        })
    }

    /// Returns the arguments that tell all this to the console.
    pub fn arguments(&self) -> Vec<String> {
        let path = |path: &PathBuf| path.to_string_lossy().into_owned();
        let options = [
            ("--data-dir", self.data_dir.as_ref().map(path)),
            ("--as-of", self.as_of.clone()),
            ("--page", self.page.clone()),
            ("--size", self.size.map(|size| size.to_string())),
            ("--theme", self.theme.clone()),
            ("--lang", self.lang.clone()),
            ("--ready-file", self.ready_file.as_ref().map(path)),
        ];
        let sample = self.sample.then(|| "--sample".to_owned());
        sample
            .into_iter()
            .chain(options.into_iter().flat_map(|(name, value)| {
                value
                    .map(|value| [name.to_owned(), value])
                    .into_iter()
                    .flatten()
            }))
            .collect()
    }
}

/// Sets up, builds and opens the console, or takes its picture.
pub fn run(mut arguments: Arguments) -> Outcome {
    let picture = arguments.value("--screenshot")?.map(absolute).transpose()?;
    let opening = Opening::read(&mut arguments)?;
    arguments.finish()?;

    if let Some(picture) = picture {
        screenshot::prepare()?;
        return screenshot::take(opening, &picture);
    }
    if has_display() {
        build(Purpose::Show)?;
        return open(&opening);
    }
    build(Purpose::ShowVirtually)?;
    open_virtually(opening)
}

/// Sets up what is missing, builds the pages and then all programs.
pub fn build(purpose: Purpose) -> Outcome {
    setup::prepare(purpose)?;
    ui::build()?;
    Task::cargo("build --workspace --locked").minutes(40).run()
}

fn open(opening: &Opening) -> Outcome {
    let desk = Task::new(workspace::program("debug", "ichiji-desk")).unlimited();
    opening.arguments().iter().fold(desk, Task::arg).run()
}

fn open_virtually(opening: Opening) -> Outcome {
    let size = opening.size.unwrap_or(Size::DESIGN);
    let opening = Opening {
        size: Some(size),
        ..opening
    };
    let desktop = VirtualDesktop::start(size)?;
    println!(
        "There is no display here: the console runs on a virtual one, {size}, until you press Ctrl-C.\n\
         `cargo xtask start --screenshot FILE` saves a picture of it."
    );
    let status = desktop
        .command(&workspace::program("debug", "ichiji-desk"))
        .args(opening.arguments())
        .status()
        .context("run the console")?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("the console ended with {status}")))
    }
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn absolute(path: String) -> Outcome<PathBuf> {
    std::path::absolute(&path).context(format!("find {path}"))
}

fn one_of(option: &str, value: Option<String>, choices: &[&str]) -> Outcome<Option<String>> {
    match value {
        Some(value) if !choices.contains(&value.as_str()) => Err(Failure::usage(format!(
            "{option} is one of {}",
            choices.join(", ")
        ))),
        value => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::Opening;
    use crate::arguments::Arguments;

    fn read(line: &str) -> crate::failure::Outcome<Opening> {
        Opening::read(&mut Arguments::new(
            line.split_whitespace().map(str::to_owned),
        ))
    }

    #[test]
    fn hands_every_option_on_to_the_console() {
        let line = "--sample --data-dir /d --as-of 2026-11-24T02:06:00Z --page queue --size 1024x640 --theme dark --lang en";
        assert_eq!(read(line).unwrap().arguments().join(" "), line);
        assert!(read("").unwrap().arguments().is_empty());
    }

    #[test]
    fn refuses_what_the_console_would_not_know() {
        for line in ["--theme blue", "--lang de", "--size huge"] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
