//! `cargo xtask corpus N`: a record of N fictional inquiries, for measuring and for trying.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::arguments::Arguments;
use crate::failure::{Context, Failure, Outcome};
use crate::shell::Task;
use crate::{tree_hash, workspace};

/// The instant that stands for now in a corpus, unless another is asked for: a Friday in business hours.
pub const NOW: &str = "2026-11-20T14:00:00+09:00";
/// How many inquiries in a hundred are open, unless told.
const OPEN_PERCENT: u64 = 10;
const SEED: u64 = 1;

/// What a corpus is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Corpus {
    /// Its inquiries.
    pub count: u64,
    /// Those of them that wait for their first response.
    pub open: u64,
    /// The instant at which they do.
    pub now: String,
    seed: u64,
}

impl Corpus {
    /// Describes a corpus of so many inquiries, one in ten open.
    pub fn of(count: u64) -> Self {
        Self {
            count,
            open: count * OPEN_PERCENT / 100,
            now: NOW.to_owned(),
            seed: SEED,
        }
    }

    /// Describes the same with so many that wait for their first response.
    pub fn with_open(self, open: u64) -> Self {
        Self { open, ..self }
    }

    /// Returns the folder of this corpus in the cache under `target`, made if it is not there or was made otherwise.
    /// Whoever writes takes a [`Corpus::copy`].
    pub fn kept(&self) -> Outcome<PathBuf> {
        let folder = self.folder();
        let stamp = folder.with_extension("stamp");
        let wanted = format!("{self:?} {}", tree_hash::fingerprint(&[sources()], &[])?);
        if tree_hash::is_current(&stamp, &wanted) {
            return Ok(folder);
        }
        if folder.exists() {
            fs::remove_dir_all(&folder).context(format!("remove {}", folder.display()))?;
        }
        self.make(&folder)?;
        tree_hash::remember(&stamp, &wanted)?;
        Ok(folder)
    }

    /// Copies the corpus beside its cache, for a measurement that writes; it goes away with the value.
    pub fn copy(&self) -> Outcome<TempDir> {
        let from = self.kept()?;
        let beside = from.parent().unwrap_or(&from);
        let copy = TempDir::with_prefix_in("copy-", beside).context("make a folder")?;
        for entry in fs::read_dir(&from).context(format!("read {}", from.display()))? {
            let path = entry.context("read the corpus")?.path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                fs::copy(&path, copy.path().join(name)).context("copy the corpus")?;
            }
        }
        Ok(copy)
    }

    fn folder(&self) -> PathBuf {
        let Self { count, open, .. } = self;
        workspace::target().join(format!("corpus/{count}-{open}"))
    }

    fn make(&self, folder: &Path) -> Outcome {
        let Self {
            count,
            open,
            now,
            seed,
        } = self;
        println!(
            "{count} inquiries, {open} of them open, now {now}: {}",
            folder.display()
        );
        Task::cargo("build --release --locked -p desk --example corpus")
            .minutes(30)
            .run()?;
        Task::new(workspace::target().join("release/examples/corpus"))
            .arg(folder)
            .words(&format!("{count} {open} {now} {seed}"))
            .minutes(180)
            .run()
    }
}

fn sources() -> PathBuf {
    workspace::root().join("src-tauri/crates/desk/examples/corpus")
}

/// Makes a corpus in the folder that was asked for, or in the cache.
pub fn run(mut arguments: Arguments) -> Outcome {
    let folder = arguments.value("--data-dir")?;
    let percent = number(arguments.value("--open")?, "--open")?;
    let seed = number(arguments.value("--seed")?, "--seed")?;
    let now = arguments.value("--now")?;
    let corpus = corpus(&arguments.plain(), percent, seed, now)?;
    arguments.finish()?;
    match folder {
        Some(folder) => corpus.make(Path::new(&folder)),
        None => corpus.kept().map(|folder| println!("{}", folder.display())),
    }
}

fn corpus(
    plain: &[String],
    percent: Option<u64>,
    seed: Option<u64>,
    now: Option<String>,
) -> Outcome<Corpus> {
    let usage = || Failure::usage("how many inquiries? `cargo xtask corpus N`");
    let [count] = plain else { return Err(usage()) };
    let count = number(Some(count.clone()), "N")?.ok_or_else(usage)?;
    let percent = percent.unwrap_or(OPEN_PERCENT);
    if percent > 100 {
        return Err(Failure::usage("--open is a share in per cent"));
    }
    Ok(Corpus {
        open: count * percent / 100,
        now: now.unwrap_or_else(|| NOW.to_owned()),
        seed: seed.unwrap_or(SEED),
        ..Corpus::of(count)
    })
}

fn number(text: Option<String>, name: &str) -> Outcome<Option<u64>> {
    let read = |text: String| text.replace('_', "").parse();
    text.map(read)
        .transpose()
        .map_err(|_| Failure::usage(format!("{name} is a number")))
}

#[cfg(test)]
mod tests {
    use super::{Corpus, corpus};

    #[test]
    fn one_in_ten_is_open_unless_told() {
        let plain = ["200_000".to_owned()];
        let asked = corpus(&plain, None, None, None).unwrap();
        assert_eq!(asked, Corpus::of(200_000));
        assert_eq!(asked.open, 20_000);
        assert_eq!(corpus(&plain, Some(2), None, None).unwrap().open, 4_000);
        assert!(corpus(&plain, Some(101), None, None).is_err());
        assert!(corpus(&[], None, None, None).is_err());
        assert!(corpus(&["many".to_owned()], None, None, None).is_err());
    }
}
