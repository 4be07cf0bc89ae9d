import type { TodayRow, TodayView } from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";

/** The hand-over note 申し送り: its title, what is open, by limit, and what somebody adds; a paragraph each. */
export function paragraphs(view: TodayView, remark: string): string[] {
  const words = t().today.note;
  const risks = view.risks.length === 0 ? [words.none] : view.risks.map(paragraph);
  const added = remark.trim() ? [`${words.remark}\n${remark.trim()}`] : [];
  return [words.title(say.dayAndTime(view.asOf)), ...risks, ...added];
}

/** The same as one text, to be copied. */
export function handOver(view: TodayView, remark: string): string {
  const [title = "", ...rest] = paragraphs(view, remark);
  const open = rest.slice(0, Math.max(1, view.risks.length));
  const added = rest.slice(open.length);
  return [title, open.join("\n"), ...added].join("\n\n");
}

function paragraph(row: TodayRow): string {
  const words = t().today.note;
  const level = row.level ? frame.levelLabel(row.level, row.product) : t().words.levelUndecided;
  const who = row.assignee ?? t().today.unassigned;
  const due =
    row.target && row.limit ? words.due(say.dayAndTime(row.target), say.dayAndTime(row.limit)) : null;
  const over = row.standing === "open_past_limit" ? words.over : null;
  return [
    `${row.number}  ${[level, due, over].filter(Boolean).join(" · ")}`,
    `  ${[row.customer, row.subject, who].filter(Boolean).join(" · ")}`,
  ].join("\n");
}
