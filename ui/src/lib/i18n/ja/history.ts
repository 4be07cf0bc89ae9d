type Said = Record<string, string>;

const because = (reason: string | undefined) => (reason ? `（${reason}）` : "");

/** What was done with the status page. */
const STATUS_PAGE: Said = {
  checked: "ステータスページを確認",
  posted: "ステータスページに掲載",
  updated: "ステータスページを更新",
  restored: "ステータスページに復旧を掲載",
};

/** Who of the register asks, as an agent said. */
const ASKED_BY: Said = {
  "by-address": "問合せの人をメールアドレスで照合",
  person: "問合せの人を顧客台帳から選択",
  unregistered: "問合せの人を未登録と確認",
};

/** The sentences of the history, by the code of what happened; what they name is written out already. */
export const history = {
  received: ({ at, channel }: Said) => `${channel ? `${channel}で` : ""}受付${at ? ` ${at}` : ""}`,
  message_added: ({ at, from }: Said) => `${from ? `${from} の` : ""}連絡を追加${at ? `（${at}）` : ""}`,
  message_split_off: ({ to }: Said) => `連絡を別の問合せ ${to} に分割`,
  level_set: ({ level, why, note }: Said) =>
    `影響レベルを「${level}」に${why ? `（${why}）` : ""}${note ? `：${note}` : ""}`,
  kind_set: ({ kind }: Said) => `種別を「${kind}」に`,
  product_set: ({ product }: Said) => `製品を「${product}」に訂正`,
  plan_set: ({ plan }: Said) => `プランを「${plan}」に訂正`,
  subject_set: ({ subject }: Said) => `件名を「${subject}」に変更`,
  level_found: ({ level, pack }: Said) => `判定の質問の結果「${level}」${because(pack)}`,
  status_page_ticked: ({ step = "", done }: Said) =>
    `${STATUS_PAGE[step] ?? step}${done === "false" ? "を取り消し" : ""}`,
  handed_over: (_: Said) => "有償サポートへ引き継ぎ",
  hand_over_taken_back: (_: Said) => "有償サポートへの引き継ぎを取り消し",
  scope_answered: (_: Said) => "サポート範囲の確認を記録",
  asked_by: ({ who = "" }: Said) => ASKED_BY[who] ?? who,
  customer_set: ({ customer }: Said) => `お客様情報を更新${because(customer)}`,
  assigned: ({ to }: Said) => `担当を ${to} に`,
  unassigned: (_: Said) => "担当を未割当に",
  status_set: ({ status, reason }: Said) => `状態を「${status}」に${because(reason)}`,
  receipt_confirmed: ({ at }: Said) => `受付確認を送信 ${at}（一次回答に含まれません）`,
  first_responded: ({ at, kind, why }: Said) => `一次回答を記録：${kind} ${at}${because(why)}`,
  replied: ({ at, kind, why }: Said) => `返信を記録：${kind} ${at}${because(why)}`,
  ended: ({ ending, of, reason }: Said) =>
    `一次回答なしで終了：${ending}${of ? ` ${of}` : ""}${because(reason)}`,
  cause_set: ({ cause, note }: Said) => `超過の原因を「${cause}」に${because(note)}`,
  note_added: ({ text }: Said) => `社内メモ：${text}`,
  next_contact_set: ({ at, note }: Said) => `次回連絡予定 ${at}${because(note)}`,
  next_contact_cleared: (_: Said) => "次回連絡予定を取り消し",
  linked: ({ to, relation }: Said) => `${to} と関連付け${because(relation)}`,
  undone: (_: Said) => "操作を元に戻した",
};
