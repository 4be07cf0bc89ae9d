import { route } from "$routes/route.svelte";
import type { ReportSlice, ReportTable } from "$lib/backend/bindings";

/** What lies behind a figure: a part of the inquiries, narrowed down or not. */
export interface Behind {
  part: string;
  slice: ReportSlice | null;
}

/** The parameters of the address that name what lies behind a figure. */
export function writeBehind({ part, slice }: Behind): Record<string, string> {
  return { part, slice: slice ? JSON.stringify(slice) : "" };
}

/** Reads them; nothing where the report itself is shown. */
export function readBehind(params: Record<string, string>): Behind | null {
  if (!params.part) return null;
  try {
    const slice = params.slice ? (JSON.parse(params.slice) as ReportSlice) : null;
    return { part: params.part, slice };
  } catch {
    return { part: params.part, slice: null };
  }
}

/** Goes to the inquiries behind a figure. */
export function openBehind(behind: Behind): void {
  route.change(writeBehind(behind));
}

/** The mark by which a figure's button is found again on the way back. */
export function markOf(behind: Behind): string {
  return Object.values(writeBehind(behind)).join(" ");
}

/** What a cell of a heat map or of the distribution narrows down to, by its place. */
function placed(table: ReportTable, row: number, column: number): ReportSlice | null {
  if (table.name === "receipts" || table.name === "breaches") {
    return { kind: "hour", weekday: row, hour: column - 1 };
  }
  const first = table.rows[row]?.cells[0];
  if (table.name === "distribution" && first?.kind === "level") {
    return { kind: "bucket", level: first.level, place: column - 1 };
  }
  return null;
}

/** What lies behind a cell of a table; nothing behind its names, and behind a count of none. */
export function behindCell(table: ReportTable, row: number, column: number): Behind | null {
  const line = table.rows[row];
  const cell = line?.cells[column];
  if (!line || !cell || column === 0) return null;
  if (cell.kind === "nothing" || (cell.kind === "count" && cell.count === 0)) return null;
  // A figure's row says what lies behind its value; the period before has other inquiries.
  const part = table.name === "figures" ? (column === 1 ? line.part : null) : table.columns[column]?.part;
  if (!part) return null;
  return { part, slice: line.slice ?? placed(table, row, column) };
}
