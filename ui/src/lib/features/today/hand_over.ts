import type { TodayRow, TodayView } from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";

/** The hand-over note 申し送り: what is open, by limit, and what somebody adds. */
export function handOver(view: TodayView, remark: string): string {
  const words = t().today.note;
  const lines = [words.title(say.dayAndTime(view.asOf)), ""];
  if (view.risks.length === 0) lines.push(words.none);
  lines.push(...view.risks.flatMap(rowLines));
  if (remark.trim()) lines.push("", words.remark, remark.trim());
  return lines.join("\n");
}

function rowLines(row: TodayRow): string[] {
  const words = t().today.note;
  const level = row.level ? frame.levelLabel(row.level, row.product) : t().words.levelUndecided;
  const who = row.assignee ?? t().today.unassigned;
  const due =
    row.target && row.limit ? words.due(say.dayAndTime(row.target), say.dayAndTime(row.limit)) : null;
  const over = row.standing === "open_past_limit" ? words.over : null;
  return [
    `${row.number}  ${[level, due, over].filter(Boolean).join(" · ")}`,
    `  ${[row.customer, row.subject, who].filter(Boolean).join(" · ")}`,
  ];
}
