import type { ClauseLine } from "$lib/backend/bindings";

const WORDS: Record<string, string> = {
  form: "フォーム",
  mail: "メール",
  phone: "電話",
  "system-administrator": "システム管理者",
  "product-administrator": "製品の管理者",
  "named-at-application": "申込時に指名された管理者",
  "option-holder": "サポートオプション保有者",
  ios: "iOS",
  ipados: "iPadOS",
  android: "Android",
  macos: "macOS",
  "windows-11": "Windows 11",
  chromeos: "ChromeOS",
  major: "メジャー",
  minor: "マイナー",
  lts: "LTS",
  maintenance: "修正版",
  carried: "持ち越した営業日の営業終了まで",
  "whole-days": "起点の翌営業日から数えた最後の日の営業終了まで",
  information: "情報として記録（原則回答なし）",
  "out-of-scope": "対象外",
  "verified-list": "検証済みの端末",
  "system-requirements": "システム要件を満たす端末",
  none: "追加の条件なし",
  "at-least": "以降",
  unknown: "要確認（未登録）",
  "not-for": "対象外の OS",
};

const UNITS: Record<string, string> = {
  "business-hours": "営業時間",
  "business-days": "営業日",
  hours: "時間",
  days: "日",
  weeks: "週間",
  months: "か月",
};

const word = (code: string) => WORDS[code] ?? code;
const all = (words: string[]) => words.map(word).join("・");
const length = ({ count, unit }: ClauseLine) => `${count ?? ""} ${UNITS[unit ?? ""] ?? ""}`.trim();

export const policies = {
  title: "ポリシー",
  failed: "ポリシーを読み込めませんでした",
  import: "新しい版を取り込む…",
  importHint: "ポリシーのファイル（.toml）を、この画面に落としても取り込めます。",
  importTitle: "ポリシーの版を取り込む",
  imported: "ポリシーの版を登録しました",
  versions: "版",
  since: (day: string) => `${day} から`,
  inForce: "現在",
  hash: "内容の識別子",
  clause: (number: number) => `§${number}`,
  subjects: {
    1: "用語とプラン",
    4: "製品の更新",
    5: "更新・メンテナンスの告知",
    8: "OS のバージョン",
    9: "OS リリース後の検証",
    10: "OS のベータ版",
    11: "端末",
    12: "問合せ資格",
    13: "経路",
    14: "受付時間",
    15: "電話受付休止",
    16: "対象の問合せ",
    17: "影響レベルと一次回答の目安",
    18: "一次回答の期限",
    19: "対象外",
    20: "セキュリティインシデント",
    21: "適用開始",
  } as Record<number, string>,
  said: {
    unknown: ({ words }: ClauseLine, name: string) => `${name} ${all(words)}`.trim(),
    administrator: (_: ClauseLine, name: string) => `製品の管理者：${name}`,
    plan: ({ words }: ClauseLine, name: string) => `${name}：${all(words)}`,
    told_news: ({ words }: ClauseLine, _: string) => `重要なお知らせの宛先：${all(words)}`,
    enterprise_app: (line: ClauseLine, _: string) => `Enterprise 版アプリの提供：${length(line)}以内`,
    maintenance_notice: (line: ClauseLine, _: string) => `影響の大きい作業の告知：${length(line)}前まで`,
    told_maintenance: ({ words }: ClauseLine, _: string) => `更新・メンテナンスの宛先：${all(words)}`,
    generations: ({ count }: ClauseLine, _: string) =>
      `最新と、その前の世代を合わせて ${count ?? ""} 世代（各世代の最終版のみ）`,
    as_in: ({ words }: ClauseLine, _: string) => `${all(words)} と同じ範囲に、製品の条件を加える`,
    requirement: ({ words }: ClauseLine, _: string) =>
      words.length > 2
        ? `${word(words[0] ?? "")}：${words[2]} ${word(words[1] ?? "")}`
        : `${word(words[0] ?? "")}：${word(words[1] ?? "")}`,
    verification: (line: ClauseLine, name: string) =>
      `${name}（${all(line.words)}）：${line.count === null ? "期限の約束なし" : `${length(line)}を目処`}`,
    told_verification: ({ words }: ClauseLine, _: string) => `遅れ・対象外になるときの宛先：${all(words)}`,
    beta: ({ words }: ClauseLine, _: string) => all(words),
    devices: ({ words }: ClauseLine, _: string) => all(words),
    asking: ({ words }: ClauseLine, _: string) => `次のいずれか：${all(words)}`,
    options: ({ count }: ClauseLine, _: string) =>
      `サポートオプションが必要（1 契約に ${count ?? ""} 名まで）`,
    channel: ({ words }: ClauseLine, name: string) =>
      words.length > 0 ? `${name}：${words.join("・")}` : name,
    hours: ({ words }: ClauseLine, name: string) =>
      `${name}：${words[0] ? `営業日の ${words[0].replace("-", "–")}` : "常時"}`,
    told_suspension: ({ words }: ClauseLine, _: string) => `休止の告知の宛先：${all(words)}`,
    suspension_notice: (line: ClauseLine, _: string) => `休止の告知：${length(line)}前まで`,
    kind: (_: ClauseLine, name: string) => name,
    level: (line: ClauseLine, name: string) => `${name}：${length(line)}以内`,
    business_day: ({ count }: ClauseLine, _: string) => `1 営業日は ${count ?? ""} 営業時間として数える`,
    day_limit: ({ words }: ClauseLine, _: string) => `目安が翌営業日以降になるとき：${all(words)}`,
    outside: (_: ClauseLine, name: string) => name,
    incident_notice: (line: ClauseLine, _: string) =>
      `影響のあるお客様への連絡：検知から ${length(line)}以内（時計上の時間）`,
    effective: ({ words }: ClauseLine, _: string) => `${words[0] ?? ""} 以降に受け付けた問合せに適用`,
  },
};
