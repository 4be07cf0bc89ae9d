//! Searching: the newest hundred hits for words of one to six characters.

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
const HITS: usize = 100;
const ROUNDS: usize = 15;

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
    Ok(())
}
