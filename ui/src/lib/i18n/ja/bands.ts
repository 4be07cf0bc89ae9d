import type { Band } from "../codes";

export const bands = {
  /** What stands under the time left. */
  word: {
    breach: "期限超過",
    late: "目安超過・期限内",
    urgent: "期限間近",
    soon: "注意",
    fine: "余裕あり",
    waiting: "営業開始待ち",
    answered: "一次回答済",
    ended: "一次回答なしで終了",
  } satisfies Record<Band, string>,
  /** What stands over a group and in a filter: the same, but short. */
  short: {
    breach: "期限超過",
    late: "目安超過",
    urgent: "期限間近",
    soon: "注意",
    fine: "余裕あり",
    waiting: "開始待ち",
    answered: "回答済",
    ended: "終了",
  } satisfies Record<Band, string>,
  limitAt: (at: string) => `期限 ${at}`,
  waitsUntil: (at: string) => `営業開始待ち ${at}`,
  pastAim: "判定目安超過",
  answeredIn: (taken: string) => `${taken} で回答`,
  answerWord: (verdict: string, taken: string) => `${verdict}（${taken} で回答）`,
  lateWord: (verdict: string, taken: string) => `${verdict}（${taken}）`,
  afterClosing: "営業終了後",
  aim: "判定目安",
};
