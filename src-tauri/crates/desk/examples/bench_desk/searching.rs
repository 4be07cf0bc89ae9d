//! Searching: the newest hundred hits for words of one to six characters.

use desk::{Desk, DeskError, QueueRequest, View};

use crate::timing::Times;
use crate::{Outcome, Place, report};

/// The query set, common words and rare ones by length; the last is made of common pairs that never stand so.
const QUERIES: [(&str, &str); 16] = [
    ("common_1", "端"),
    ("common_2", "端末"),
    ("common_3", "お手数"),
    ("common_4", "管理画面"),
    ("common_5", "プロファイ"),
    ("common_6", "いつもお世話"),
    ("rare_1", "蚕"),
    ("rare_2", "氷室"),
    ("rare_3", "養蚕場"),
    ("rare_4", "活版印刷"),
    ("rare_5", "鋳物工場の"),
    ("rare_6", "製糸場の管理"),
    ("word_and_word", "札幌 証明書"),
    ("rare_code", "エラー 4711"),
    ("number", "A-1500"),
    ("nowhere_6", "末の端末の端"),
];
/// What is hardest on an index of threes: each of this word's stands in nearly every inquiry, and the word in none.
const HARDEST: &str = "お願いいただ";
const HITS: usize = 100;
const ROUNDS: usize = 15;
/// How many words are cut out of the record's own texts.
const CUT: usize = 300;

/// Searches for each query some times, the first time to warm the cache.
pub fn search(place: &Place<'_>) -> Outcome {
    let desk = place.open()?;
    let mut all = Times::default();
    for (name, query) in QUERIES {
        let found = desk.search(query, HITS)?.rows.len();
        let times = Times::of(ROUNDS, || desk.search(query, HITS))?;
        report(&format!("search_{name}_hits"), found as f64);
        report(&format!("search_{name}"), times.median());
        all.extend(times);
    }
    report("search", all.quantile(0.95));
    let hardest = Times::of(ROUNDS, || desk.search(HARDEST, HITS))?;
    report("search_hardest", hardest.median());
    let mut cut = Times::default();
    for word in words(&desk)? {
        desk.search(&word, HITS)?;
        cut.take(|| desk.search(&word, HITS))?;
    }
    report("search_cut", cut.quantile(0.95));
    report("search_cut_longest", cut.longest());
    Ok(())
}

/// Cuts words of one to six characters out of texts that are spread over the record, open and answered.
fn words(desk: &Desk) -> Result<Vec<String>, DeskError> {
    let mut words = Vec::new();
    for at in 0..CUT {
        let view = if at % 2 == 0 {
            View::Open
        } else {
            View::Answered
        };
        let first = QueueRequest {
            view,
            limit: 1,
            ..QueueRequest::default()
        };
        let offset = desk.queue(&first)?.total * at / CUT;
        let rows = desk.queue(&QueueRequest { offset, ..first })?.rows;
        for row in rows {
            let texts = desk.inquiry(row.inquiry().id, None)?.texts;
            words.extend(word(texts.values(), at));
        }
    }
    Ok(words)
}

/// Cuts one word out of the Japanese stretches of texts.
fn word<'a>(texts: impl Iterator<Item = &'a String>, at: usize) -> Option<String> {
    let texts = texts.map(|text| text.chars().collect::<Vec<_>>());
    let stretches: Vec<String> = texts
        .flat_map(|text| {
            let windows = text.windows(1 + at % 6);
            let japanese = windows.filter(|it| it.iter().all(|it| *it > '\u{3000}'));
            japanese
                .map(|it| it.iter().collect())
                .collect::<Vec<String>>()
        })
        .collect();
    let count = stretches.len().max(1);
    stretches.into_iter().nth(at * 7_919 % count)
}
