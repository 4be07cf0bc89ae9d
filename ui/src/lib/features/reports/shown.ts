import type { ReportCell, ReportTable, ReportView } from "$lib/backend/bindings";

/** A figure with what it was in the period before. */
export interface Shown {
  code: string;
  part: string | null;
  value: ReportCell;
  before: ReportCell;
}

const NOTHING: ReportCell = { kind: "nothing" };

/** A table by its code. */
export function tableOf(view: ReportView, name: string): ReportTable | undefined {
  return view.tables.find((table) => table.name === name);
}

/** A figure by its code. */
export function figureOf(view: ReportView, code: string): Shown {
  const row = tableOf(view, "figures")?.rows.find(
    ({ cells: [first] }) => first?.kind === "figure" && first.code === code,
  );
  const [, value = NOTHING, before = NOTHING] = row?.cells ?? [];
  return { code, part: row?.part ?? null, value, before };
}

/** A share in tenths of a percent; nothing where there is none. */
export function permilleOf(cell: ReportCell | undefined): number | null {
  return cell?.kind === "share" ? cell.permille : null;
}

/** A count; 0 for anything else. */
export function countOf(cell: ReportCell | undefined): number {
  return cell?.kind === "count" ? cell.count : 0;
}

/** A row's cell by the column's code. */
export function cellOf(table: ReportTable, row: number, code: string): ReportCell | undefined {
  return table.rows[row]?.cells[table.columns.findIndex((column) => column.code === code)];
}

/** The columns of the distribution: how long responses took. */
export function lengthsOf(view: ReportView | null): string[] {
  const columns = view ? tableOf(view, "distribution")?.columns : undefined;
  return (columns ?? []).slice(1).map(({ code }) => code);
}

/** The place of the highest count of a table, as row and column; nothing where all are 0. */
export function peakOf(table: ReportTable): { row: number; column: number; count: number } | null {
  let peak = { row: 0, column: 0, count: 0 };
  table.rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if (countOf(cell) > peak.count) peak = { row, column, count: countOf(cell) };
    }),
  );
  return peak.count > 0 ? peak : null;
}
