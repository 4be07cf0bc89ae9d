import type { LevelStep, ScopeView, StatusPageView } from "../bindings";
import { at } from "./centre";

const named = (name: string) => ({ ja: name, en: name });

/** A scope with an old system that the text names, and a contract that nobody knows. */
export const SCOPE: ScopeView = {
  scope: "out",
  findings: [
    {
      subject: "contract",
      scope: "to-be-checked",
      clause: 19,
      reason: named("契約が有効でない・確認できない"),
    },
    { subject: "language", scope: "in", clause: 19, reason: null },
    { subject: "os", scope: "out", clause: 8, reason: named("提供終了・旧版の製品、古い OS・ベータ版 OS") },
  ],
  os: { os: "ios", version: "9.3", fromText: true },
  app: null,
  device: null,
  answers: { part: "console" },
  reasons: [
    { id: "consulting", name: named("使い方・設定を超える相談") },
    { id: "remote-or-visit", name: named("遠隔操作・訪問による支援") },
  ],
};

/** The status page of an outage, one step of which was done. */
export const STATUS_PAGE: StatusPageView = {
  name: named("CLOMO Status Dashboard"),
  steps: [
    { step: "posted", by: "佐藤", at: at("11-24 09:45") },
    { step: "updated", by: null, at: null },
    { step: "restored", by: null, at: null },
  ],
};

/** Two questions; the second answer of the first leads to the second. */
export function levelStep(answers: number[]): LevelStep {
  const ask = (question: string, ...names: string[]): LevelStep => ({
    question: named(question),
    answers: names.map((name, place) => ({ name: named(name), suggested: place === 1 })),
    level: null,
    clause: 17,
  });
  if (answers.length === 0) return ask("どのような内容ですか", "質問", "使えない");
  if (answers.length === 1 && answers[0] === 1) return ask("どれに当たりますか", "一部", "全員");
  const level = answers.length === 1 ? "question" : answers[1] === 1 ? "outage" : "minor";
  return { question: null, answers: [], level, clause: 17 };
}
