type Said = Record<string, string>;

/** The sentences of an explanation, by the code of the step; what they name is written out already. */
export const steps = {
  received: ({ at }: Said) => `${at} の受付`,
  received_out_of_hours: ({ at, opening }: Said) => `${at} の受付 → ${opening} の営業開始から`,
  reckoned_from_change: ({ at }: Said) => `状況の変化を伝えた ${at} の連絡から計算`,
  starts_at_opening: ({ at }: Said) => `次の営業開始 ${at} から計算`,
  skipped_days: ({ days }: Said) => `${days} を除外`,
  allowance: ({ level, allowance }: Said) => `${level} → ${allowance}`,
  triage_aim: ({ allowance, at }: Said) => `レベル未判定 → 判定目安は ${allowance}（${at}）`,
  carried_over: ({ from, to }: Said) => `${from} の営業時間に収まらず、${to} に持ち越し`,
  limit_is_target: (_: Said) => "当日中に収まるため、期限は目安と同じ",
  limit_is_close: ({ at }: Said) => `翌営業日以降に収まるため、期限はその日の営業終了 ${at}`,
  whole_days: ({ days, at }: Said) => `起点の翌日から ${days} 営業日目の営業終了 ${at} が期限`,
  responded: ({ at, verdict }: Said) => `${at} に一次回答${verdict ? `（${verdict}）` : ""}`,
  ended: ({ at }: Said) => `${at} に一次回答なしで終了`,
  over_out_of_hours: ({ at }: Said) => `${at} に達した後は営業時間外のため、超過は 0:00（営業終了後）`,
  provisional: ({ year }: Said) => `${year} 年の祝日は計算による予定。公表後に変わる可能性あり`,
};

/** What the steps name. */
export const stepWords = {
  calendar: "暦",
  hours: (count: string) => `${count} 営業時間`,
  days: (count: string) => `${count} 営業日`,
  minutes: (count: string) => `${count} 分（営業時間）`,
  weekend: "土日",
  closingDay: "休業日",
  override: "臨時休業",
  provisional: "予定",
  range: (from: string, to: string) => `${from}〜${to}`,
  and: "、",
};
