use report::UsualFrom;

use crate::i18n::today::TodayTold;

pub(super) const TOLD: TodayTold = TodayTold {
    heads: |day, close, left| format!("{day}：{close} の営業終了まで {left}"),
    can_be_done: |agents, due| match (agents, due) {
        (_, 0) => "営業終了までに目安を迎える問合せはありません。".to_owned(),
        (Some(agents), due) => format!("{due} 件：{agents} 人で期限内に回答できる見込みです。"),
        (None, due) => format!("{due} 件：期限に間に合わない見込みのものがあります。"),
    },
    usual: |time, n, from| match from {
        UsualFrom::Kind => format!("目安の所要 {time}（{n} 件）"),
        UsualFrom::Level => format!("目安の所要 {time}（同じレベルの {n} 件）"),
        UsualFrom::Assumed => format!("目安の所要 {time}（実績が少ないため仮定）"),
    },
    cannot_be_kept: "一人では間に合いません",
    due: |target, limit| format!("目安 {target}・期限 {limit}"),
    came_in: "前の営業終了からの受付：",
    over: "期限を過ぎたもの",
    undecided: "レベル未判定",
    morning: "午前中に目安を迎えるもの",
    carried: "前の営業日からの持ち越し",
    risks: "申し送り（期限順）",
    counted: |heading, count| format!("{heading}：{count} 件"),
};
