import type { ReportTable } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import { cellOf, peakOf, permilleOf } from "./shown";
import { cellText, percent } from "./words";

/** Says in a sentence what a picture shows. */
export function describe(table: ReportTable): string {
  const words = t().reports.describe;
  if (table.name === "by_week") {
    const told = table.rows.map((_, row) => permilleOf(cellOf(table, row, "within_limit")));
    const latest = told.filter((it) => it !== null).at(-1) ?? null;
    return words.by_week(String(table.rows.length), percent(latest));
  }
  if (table.name === "distribution") return words.distribution;
  if (table.name === "by_cause")
    return table.rows
      .map(({ cells: [first, count] }) => `${first ? cellText(first) : ""} ${count ? cellText(count) : ""}`)
      .join(" · ");
  const peak = peakOf(table);
  const day = peak && table.rows[peak.row]?.cells[0];
  if (!peak || !day) return words.nothing;
  const said = words.peak(cellText(day), peak.column - 1, peak.count);
  return table.name === "breaches" ? words.breaches(said) : words.receipts(said);
}
