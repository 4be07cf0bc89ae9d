//! Packs as no one in their right mind writes them: checked or refused, in bounded time.

use policy::Pack;
use proptest::prelude::*;

/// What a damaged pack gets in the middle of it.
const PIECES: [&str; 14] = [
    "\n[[levels]]\nid = \"outage\"\nbusiness_hours = 2\n",
    "[[[[",
    "= = =",
    "\u{0}",
    "\u{202e}",
    "\"\"\"",
    "99999999999999999999",
    "0x7fffffffffffffff",
    "2026-02-30",
    "inf",
    "\n[name]\n",
    "ours = [\"levels.business_hours\", 1]\n",
    "24:00-00:00",
    "{ ja = 1 }",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked(text in "\\PC{0,200}|([a-z]{1,3} ?= ?(\\[|\\{|\"|'|[0-9]|\n|\\]|\\}|,|#|true){0,9}\n){0,20}") {
        prop_assert!(Pack::check(&text).is_err());
    }

    #[test]
    fn damaged_packs_are_checked_or_refused_with_places(
        which in 0_usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..60), 1..8),
    ) {
        let mut text: Vec<char> = Pack::shipped_texts()[which].chars().collect();
        for (at, piece, cut) in changes {
            let at = at.index(text.len() + 1);
            let end = (at + cut).min(text.len());
            match cut {
                0..=19 => drop(text.splice(at..at, piece.get(&PIECES).chars())),
                20..=39 => drop(text.drain(at..end)),
                _ => { let copy = text[at..end].to_vec(); text.splice(at..at, copy); }
            }
        }
        let text: String = text.into_iter().collect();
        let lines = text.matches('\n').count() + 1;
        match Pack::check(&text) {
            // What is accepted is what is read again.
            Ok(pack) => prop_assert_eq!(Pack::check(&text), Ok(pack)),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|it| (1..=lines).contains(&it.line)));
            }
        }
    }
}

#[test]
fn packs_made_to_be_slow_or_deep_are_refused() {
    let [clomo, ..] = Pack::shipped_texts();
    let keys: String = (0..100_000).map(|n| format!("k{n} = 1\n")).collect();
    let entries =
        "\n[[products]]\nname = { ja = \"x\", en = \"x\" }\nrecognise = [\"x\"]\n".repeat(20_000);
    let words = format!("ours = [{}]\n", "\"x\",\n".repeat(200_000));
    for (name, text) in [
        ("unknown keys", format!("{keys}{clomo}")),
        ("entries", format!("{clomo}{entries}")),
        (
            "words",
            clomo.replacen("ours = ", &format!("{words}was = "), 1),
        ),
        (
            "a long key",
            format!("{} = 1\n{clomo}", "x".repeat(8 << 20)),
        ),
        (
            "a long word",
            clomo.replacen("\"outage\"", &format!("\"{}\"", "x".repeat(8 << 20)), 1),
        ),
        (
            "deep lists",
            format!("x = {}\n{clomo}", "[".repeat(100_000)),
        ),
        (
            "deep tables",
            format!("x = {}\n{clomo}", "{x=".repeat(100_000)),
        ),
        (
            "deep keys",
            format!("{}x = 1\n{clomo}", "x.".repeat(100_000)),
        ),
        (
            "deep headers",
            format!("{clomo}\n[{}x]\n", "x.".repeat(100_000)),
        ),
    ] {
        assert!(Pack::check(&text).is_err(), "{name}");
    }
}
