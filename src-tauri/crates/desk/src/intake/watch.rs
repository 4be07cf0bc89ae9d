//! The watched folder: says which files have stopped growing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use business_time::Instant;

/// For how long a file must stay as it is before it counts as written, in microseconds: 2 s.
const SETTLED: i64 = 2_000_000;

/// A file of the folder as a look finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last modified, as the file system tells it.
    pub modified: i64,
}

/// What is remembered of a folder from look to look. Files stay where they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WatchedFolder {
    folder: PathBuf,
    seen: BTreeMap<PathBuf, Seen>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Seen {
    size: u64,
    modified: i64,
    since: Instant,
    handed_over: bool,
}

impl WatchedFolder {
    /// Begins to watch a folder.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            seen: BTreeMap::new(),
        }
    }

    /// Gives the folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes one look at `now` and gives the files that are ready: size and time unchanged between two looks two
    /// seconds or more apart. Each state of a file is given once.
    pub fn look(&mut self, now: Instant, listing: &[Listed]) -> Vec<PathBuf> {
        let there: BTreeSet<&Path> = listing.iter().map(|it| it.path.as_path()).collect();
        self.seen.retain(|path, _| there.contains(path.as_path()));
        let mut ready = Vec::new();
        for listed in listing {
            let fresh = Seen {
                size: listed.size,
                modified: listed.modified,
                since: now,
                handed_over: false,
            };
            let seen = self
                .seen
                .entry(listed.path.clone())
                .or_insert_with(|| fresh.clone());
            let changed = seen.size != listed.size || seen.modified != listed.modified;
            // A clock that was set back must not hold a file up for ever.
            if changed || seen.since > now {
                *seen = fresh;
            } else if !seen.handed_over && now.as_micros() - seen.since.as_micros() >= SETTLED {
                seen.handed_over = true;
                ready.push(listed.path.clone());
            }
        }
        ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks at one file of these sizes at these seconds, and says at which it was ready.
    #[track_caller]
    fn check(looks: &[(i64, Option<u64>)], ready_at: &[i64]) {
        let mut folder = WatchedFolder::new(PathBuf::from("/in"));
        let mut found = Vec::new();
        for (second, size) in looks {
            let listing: Vec<Listed> = size
                .iter()
                .map(|size| Listed {
                    path: PathBuf::from("/in/a.eml"),
                    size: *size,
                    modified: 0,
                })
                .collect();
            if !folder
                .look(Instant::from_micros(second * 1_000_000), &listing)
                .is_empty()
            {
                found.push(*second);
            }
        }
        assert_eq!(found, ready_at);
    }

    #[test]
    fn a_file_is_ready_once_it_has_stopped_growing() {
        check(
            &[(0, Some(5)), (1, Some(5)), (2, Some(5)), (3, Some(5))],
            &[2],
        );
        check(
            &[(0, Some(5)), (2, Some(9)), (3, Some(9)), (4, Some(9))],
            &[4],
        );
        check(&[(0, Some(5)), (60, Some(5)), (90, Some(5))], &[60]);
    }

    #[test]
    fn a_file_that_grows_again_is_ready_again() {
        check(
            &[
                (0, Some(5)),
                (2, Some(5)),
                (9, Some(7)),
                (11, Some(7)),
                (20, Some(7)),
            ],
            &[2, 11],
        );
    }

    #[test]
    fn a_file_that_went_and_came_back_is_looked_at_anew() {
        check(
            &[
                (0, Some(5)),
                (2, Some(5)),
                (3, None),
                (4, Some(5)),
                (6, Some(5)),
            ],
            &[2, 6],
        );
    }

    #[test]
    fn a_clock_set_back_does_not_hold_a_file_up() {
        check(&[(100, Some(5)), (10, Some(5)), (12, Some(5))], &[12]);
    }

    #[test]
    fn a_change_of_time_alone_counts() {
        let mut folder = WatchedFolder::new(PathBuf::from("/in"));
        let listed = |modified| {
            vec![Listed {
                path: PathBuf::from("/in/a.csv"),
                size: 1,
                modified,
            }]
        };
        assert!(folder.look(Instant::from_micros(0), &listed(1)).is_empty());
        assert!(
            folder
                .look(Instant::from_micros(SETTLED), &listed(2))
                .is_empty()
        );
        assert_eq!(
            folder
                .look(Instant::from_micros(2 * SETTLED), &listed(2))
                .len(),
            1
        );
    }
}
