//! Files of every kind, damaged at random.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::hostile::{deceives, one_liners, write};
use super::*;

/// Files of the kinds that intake reads, to be damaged.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let mails = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mail/tests/fixtures");
    let mut paths: Vec<PathBuf> = [fixture("mails"), fixture(""), mails]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|it| it.unwrap().path())
        .filter(|it| it.is_file() && it.extension().is_some_and(|it| it != "json"))
        .collect();
    paths.sort();
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths
        .iter()
        .map(|it| (named(it), fs::read(it).unwrap()))
        .collect()
}

/// Where, with which byte, and how a file is damaged.
type Damage = (prop::sample::Index, u8, usize);

const PIECES: [&str; 16] = [
    "\r\n",
    "\n\n",
    ",",
    "\"",
    "{\"subject\":\"",
    "}",
    "\nFrom a@b Tue Nov 24 00:00:00 2026\n",
    "=?iso-2022-jp?b?GyRC",
    "\u{202e}",
    "\u{0}",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "In-Reply-To: <1@a>\n",
    "<script>",
    "9999-12-31T23:59:60+99:99",
    "\u{1b}$B",
    "=cmd|' /C calc'!A0",
];

fn damage(mut bytes: Vec<u8>, changes: &[Damage]) -> Vec<u8> {
    for (at, byte, how) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + how * 3).min(bytes.len());
        match how {
            0..=19 => {
                if let Some(place) = bytes.get_mut(at) {
                    *place = *byte;
                }
            }
            20..=24 => drop(bytes.drain(at..end)),
            25..=29 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            _ => {
                let piece = PIECES[usize::from(*byte) % PIECES.len()];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

#[test]
fn files_are_taken_in_or_refused_and_the_record_stays_sound() {
    let (bench, folder, seeds) = (bench(), tempfile::tempdir().unwrap(), seeds());
    let config = Config {
        cases: Config::default().cases.min(4_000) / 4,
        failure_persistence: None,
        ..Config::default()
    };
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0_usize..40);
    let strategy = (
        any::<prop::sample::Index>(),
        prop::collection::vec(change, 0..16),
    );
    let tried = TestRunner::new(config).run(&strategy, |(which, changes)| {
        let (name, seed) = which.get(&seeds);
        let path = write(&folder, name, damage(seed.clone(), &changes));
        let report = bench.import(&[path]);
        let told = report.created.len()
            + report.joined
            + report.outgoing
            + report.duplicates
            + report.refused.len();
        prop_assert!(told > 0, "nothing vanishes: {report:?}");
        Ok(())
    });
    tried.unwrap();
    for text in one_liners(&bench) {
        assert!(!text.contains(deceives), "{text:?}");
        assert!(text.chars().count() <= 256 << 10);
    }
    assert_eq!(bench.desk.verify(&mut |_, _| {}).unwrap().problems, []);
}
