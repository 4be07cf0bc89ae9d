use inquiry::MatterKind;
use policy::{CalendarSpan, ClockBand, ClockStep};

use super::super::ObligationWords;
use crate::tongue::Tongue;

pub(super) const OBLIGATION: ObligationWords = ObligationWords {
    refusal,
    and: "、",
    kind: |kind| match kind {
        MatterKind::EnterpriseApp => "Enterprise 版アプリ",
        MatterKind::Maintenance => "メンテナンスの通知",
        MatterKind::Change => "仕様変更・提供終了",
        MatterKind::OsVerification => "OS の動作確認",
        MatterKind::Suspension => "電話休止の通知",
        MatterKind::Incident => "インシデントの通知",
    },
    band: |band| match band {
        ClockBand::Overdue => "超過",
        ClockBand::Urgent => "至急",
        ClockBand::Soon => "まもなく",
        ClockBand::Fine => "余裕あり",
        ClockBand::Done => "完了",
    },
    step,
    due: "期限",
    no_time: "期限なし",
    done: |late| if late { "完了（遅れ）" } else { "完了" },
    withdrawn: "取り下げ",
    none: "期限事項はありません。",
    matter: "事項",
};

fn step(step: &ClockStep, tongue: &Tongue) -> String {
    let moment = |at: &business_time::Instant| tongue.moment(*at);
    match step {
        ClockStep::Requested { at } => format!("{} に依頼", moment(at)),
        ClockStep::Detected { at } => format!("{} に検知", moment(at)),
        ClockStep::Released { on } => format!("{} に公開", tongue.day(*on)),
        ClockStep::Planned { starts_on } => format!("{} に開始予定", tongue.day(*starts_on)),
        ClockStep::StartsAtOpening { at } => format!("次の営業開始 {} から計算", moment(at)),
        ClockStep::SkippedDays { days } => {
            let closed = tongue.words.field.closed;
            let days = days
                .iter()
                .map(|it| format!("{} {}", tongue.day(it.on), closed(&it.because)));
            format!("{} を除外", days.collect::<Vec<_>>().join("、"))
        }
        ClockStep::WholeDays { business_days, at } => {
            format!(
                "翌日から {business_days} 営業日目の営業終了 {} が期限",
                moment(at)
            )
        }
        ClockStep::WallHours { wall_hours, at } => {
            format!(
                "営業時間にかかわらず {wall_hours} 時間後の {} が期限",
                moment(at)
            )
        }
        ClockStep::After { span, on } => {
            format!("{}後の {} が期限", length(*span), tongue.day(*on))
        }
        ClockStep::Before { span, on } => {
            format!("{}前までに通知 → {} が期限", length(*span), tongue.day(*on))
        }
        ClockStep::MonthEnd { on } => {
            format!("同じ日がない月のため、末日の {}", tongue.day(*on))
        }
        ClockStep::RemindedBefore { at } => {
            format!("当日は営業日ではないため、通知は {} から逆算", moment(at))
        }
        ClockStep::Done { at, late: false } => format!("{} に完了（期限内）", moment(at)),
        ClockStep::Done { at, late: true } => format!("{} に完了（期限後）", moment(at)),
        ClockStep::Provisional { year } => {
            format!("{year} 年の祝日は計算による予定。公表後に変わる可能性あり")
        }
    }
}

fn length(span: CalendarSpan) -> String {
    match span {
        CalendarSpan::Days(count) => format!("{count} 日"),
        CalendarSpan::Weeks(count) => format!("{count} 週間"),
        CalendarSpan::Months(count) => format!("{count} か月"),
    }
}

fn refusal(code: &str) -> &'static str {
    match code {
        "already-done" => "すでに完了しています",
        "already-withdrawn" => "すでに取り下げられています",
        "done-out-of-range" => "完了の日時は、把握してから現在までの間にしてください",
        "not-suspended" => "この事項では電話受付を休止していません",
        "other-kind" => "種類は変えられません",
        "end-before-start" => "終了が開始より後になっていません",
        "known-in-future" => "把握した日時が未来です",
        "reason-missing" => "理由がありません",
        "nothing-to-change" => "すでにそのとおりです",
        _ => "受け付けられません",
    }
}
