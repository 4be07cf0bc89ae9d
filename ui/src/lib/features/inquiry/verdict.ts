import type { QueueRow, ResponseView, Verdict } from "$lib/backend/bindings";
import { businessTime, taken } from "$lib/format/durations";
import { t } from "$lib/i18n/language.svelte";

/** How a verdict's chip looks; its words say the same. */
export const VERDICT_TONE: Record<Verdict, "good" | "warn" | "bad"> = {
  "in-time": "good",
  late: "warn",
  breach: "bad",
};

/** Says how the first response was: "一次回答済（1:12 で回答）", "期限超過（−1:20）". */
export function verdictWord(
  { verdict, businessTakenS }: Pick<ResponseView, "verdict" | "businessTakenS">,
  { businessLeftS, businessLeftToLimitS }: Pick<QueueRow, "businessLeftS" | "businessLeftToLimitS">,
): string {
  if (verdict === "late") return t().inquiry.overBy(t().words.verdict.late, businessTime(businessLeftS));
  if (verdict === "breach")
    return t().inquiry.overBy(t().words.verdict.breach, businessTime(businessLeftToLimitS));
  return t().inquiry.answeredIn(taken(businessTakenS ?? 0));
}

/** Judges a response by instants alone (§18), as the core will. */
export function verdictAt(at: string, { target, limit }: { target: string; limit: string }): Verdict {
  const ms = Date.parse(at);
  if (ms <= Date.parse(target)) return "in-time";
  return ms <= Date.parse(limit) ? "late" : "breach";
}
