//! The rule for languages over short texts as they come to a support centre.

use policy::{LanguageHint, detect_language};

const TEXTS: &str = include_str!("../fixtures/languages.txt");

/// The texts, each with what it is and whether it stands among the harder ones.
fn texts() -> Vec<(&'static str, String, bool)> {
    let (plain, harder) = TEXTS.split_once("# Harder").unwrap();
    let rows = |part: &'static str, hard: bool| {
        let lines = part.lines().filter(|row| !row.starts_with(['#', ':']));
        let rows = lines.filter_map(move |row| {
            let (what, text) = row.split_once(' ')?;
            Some((what, text.replace("\\n", "\n"), hard))
        });
        rows.collect::<Vec<_>>()
    };
    [rows(plain, false), rows(harder, true)].concat()
}

#[test]
fn no_plainly_japanese_text_is_flagged_and_few_others_pass() {
    let texts = texts();
    let mut wrong = Vec::new();
    for (what, text, hard) in &texts {
        let found = detect_language(text);
        let flagged = found.hint == LanguageHint::Other;
        let ours = ["ja", "han", "none"].contains(what);
        assert!(!(flagged && ours && !hard), "{what} {text}: {found:?}");
        if flagged == ours {
            wrong.push(format!("{what} {text}"));
        }
    }
    let (count, errors) = (texts.len(), wrong.len());
    println!(
        "{count} texts, {errors} told wrongly: {:.1} %",
        100.0 * errors as f64 / count as f64
    );
    println!("{}", wrong.join("\n"));
    assert!(count >= 60, "{count}");
    assert!(errors <= 3, "{wrong:?}");
}

#[test]
fn hints_say_what_they_rest_on() {
    for (what, text, hard) in texts().into_iter().filter(|(_, _, hard)| !hard) {
        let found = detect_language(&text);
        let expected = match what {
            "ja" => (LanguageHint::Japanese, None),
            "han" => (LanguageHint::ProbablyJapanese, None),
            "none" => (LanguageHint::Unclear, None),
            // The library names no Thai.
            "tha" => (LanguageHint::Other, found.language),
            code => (LanguageHint::Other, Some(code)),
        };
        assert_eq!((found.hint, found.language), expected, "{text} {hard}");
    }
}

#[test]
fn nothing_is_unclear() {
    for text in ["", " \n ", "……", "1234"] {
        assert_eq!(
            detect_language(text).hint,
            LanguageHint::Unclear,
            "{text:?}"
        );
    }
}
