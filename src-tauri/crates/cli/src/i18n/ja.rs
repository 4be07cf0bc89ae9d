//! Japanese, the source.

mod change;
mod errors;
mod field;
mod help;
mod obligations;
mod os;
mod problems;
mod products;
mod register;
mod scope;
mod sentences;
mod sign_off;
mod today;

use desk::Language;

use super::{Labels, Told, Words};

pub(super) const WORDS: Words = Words {
    language: Language::Ja,
    name: |names| &names.ja,
    day: field::day,
    field: field::FIELD,
    label: LABELS,
    told: TOLD,
    step: sentences::step,
    history: sentences::history,
    refusal: problems::refusal,
    obligation: obligations::OBLIGATION,
    problem: problems::problem,
    unproven: sentences::unproven,
    difference: problems::difference,
    pack_problem: problems::pack_problem,
    os_reason: os::reason,
    os: os::TOLD,
    products: products::PRODUCTS,
    change: change::CHANGE,
    register: register::TOLD,
    scope: scope::TOLD,
    sign_off: sign_off::TOLD,
    today: today::TOLD,
    errors: errors::ERRORS,
    help: help::HELP,
    help_frame: Some(help::FRAME),
};

const LABELS: Labels = Labels {
    band: "区分",
    left: "残り",
    start: "起点",
    target: "回答目安",
    limit: "回答期限",
    aim: "判定目安",
    number: "番号",
    level: "影響レベル",
    product: "製品",
    plan: "プラン",
    subject: "件名",
    customer: "お客様",
    contact: "連絡先",
    contract: "契約",
    channel: "経路",
    received: "受付",
    assignee: "担当",
    status: "状態",
    kind: "種別",
    rests_on: "根拠",
    reasons: "期限の根拠",
    messages: "連絡",
    notes: "社内メモ",
    responses: "回答",
    next_contact: "次回連絡予定",
    links: "関連する問合せ",
    history: "履歴",
    undone: "取り消し済み",
    version: "版",
    effective_on: "適用開始日",
    in_force: "適用中",
    allowance: "一次回答まで",
    date: "日付",
    because: "理由",
    column: "列",
    day_limit: "期限の数え方（§18）",
    hours: "対応時間",
    always: "常時",
    colon: "：",
};

const TOLD: Told = Told {
    empty_queue: "対応待ちの問合せはありません。",
    rows: |shown, all| {
        if shown == all {
            format!("{all} 件")
        } else {
            format!("{all} 件中 {shown} 件")
        }
    },
    lag: |lag| {
        format!("まだ検索できない連絡が {lag} 件あります。もう一度検索すると続きを索引に加えます。")
    },
    nothing_found: "見つかりませんでした。",
    progress: |done, of| format!("{of} 件中 {done} 件"),
    dry_run: "確認のみ：何も書き込んでいません。",
    recorded: "問合せを記録しました。",
    changed: "記録しました。",
    undone: "操作を元に戻しました。",
    sample_added: |count| format!("サンプルの問合せを {count} 件追加しました。"),
    sample_there: "サンプルはすでに追加されています。",
    sample_removed: |count| format!("サンプルの問合せを {count} 件削除しました。"),
    imported: [
        "ファイル",
        "新しい問合せ",
        "うち以前の問合せに関連するもの",
        "既存の問合せに追加",
        "送信済みメールとして追加",
        "登録済み（変更なし）",
        "同じ ID で内容が異なる",
        "読み込めなかったもの",
    ],
    refused: "読み込めなかったもの",
    called_off: "中止しました。それまでに取り込んだ分は残っています。残りはもう一度取り込んでください。",
    kept: "元の内容はこの端末に残っています。原因を直してから、もう一度取り込んでください。",
    unused: "使わない",
    verified: |events, inquiries, texts, raws| {
        format!(
            "出来事 {events} 件・問合せ {inquiries} 件・文面 {texts} 件・受信原文 {raws} 件を確認しました。"
        )
    },
    sound: "記録に問題はありません。",
    unsound: |count| format!("記録に問題が {count} 件あります。"),
    head: |letter, seq, hash| format!("端末 {letter} の記録の末尾：{seq} 件目 {hash}"),
    backed_up: |place, events| format!("{place} にバックアップしました（出来事 {events} 件）。"),
    restored: |events, made_at| {
        format!("{made_at} のバックアップから復元しました（出来事 {events} 件）。")
    },
    replaced: |place| format!("以前の記録は {place} に残してあります。"),
    year: |year, days| format!("{year} 年：営業日 {days} 日"),
    years: |first, last, count| format!("{first}〜{last} 年の {count} 年分の祝日を置き換えます。"),
    no_difference: "これまでの祝日と同じです。",
    pack_sound: |label, on| format!("{label} に問題はありません（{on} から適用）。"),
    suggestion: |word| format!("{word} ではありませんか"),
    reported: |path, count| format!("{path} に書き出しました（問合せ {count} 件）。"),
    signed_off: "期間を承認しました。",
    evidence: |path, events, hash| {
        format!("{path} に証拠を書き出しました（イベント {events} 件、SHA-256 {hash}）。")
    },
    recomputed: |events, verdicts, inquiries| {
        format!(
            "イベント {events} 件、判定 {verdicts} 件、問合せ {inquiries} 件を計算し直しました。"
        )
    },
    identical: "すべて一致しました（identical）。",
    differing: |count| format!("一致しないところが {count} か所あります。"),
    built_in: "記録がまだないため、Ichiji に付属の内容を使います。",
};
