import { route } from "$routes/route.svelte";
import type { MatterKind, ReportSlice, ReportTable } from "$lib/backend/bindings";

/** What lies behind a figure: a part of the inquiries, narrowed down or not, or of the obligations of a kind. */
export interface Behind {
  part: string;
  slice: ReportSlice | null;
  /** The kind of the obligations; nothing where inquiries lie there. */
  kind?: MatterKind;
}

/** The parameters of the address that name what lies behind a figure. */
export function writeBehind({ part, slice, kind }: Behind): Record<string, string> {
  return { part, slice: slice ? JSON.stringify(slice) : "", kind: kind ?? "" };
}

/** Reads them; nothing where the report itself is shown. */
export function readBehind(params: Record<string, string>): Behind | null {
  const { part } = params;
  if (!part) return null;
  if (params.kind) return { part, slice: null, kind: params.kind as MatterKind };
  try {
    return { part, slice: params.slice ? (JSON.parse(params.slice) as ReportSlice) : null };
  } catch {
    return { part, slice: null };
  }
}

/** The parts of what was missed: only that has causes. */
const MISSED = ["late", "breached", "open_past_target", "open_past_limit", "missed", "overran", "broken"];

/** Whether a list is about what was missed, and so tells the causes. */
export function tellsCauses({ part, slice }: Behind): boolean {
  return MISSED.includes(part) || (slice?.kind === "group" && slice.dimension === "cause");
}

/** Goes to what lies behind a figure. */
export function openBehind(behind: Behind): void {
  route.change(writeBehind(behind));
}

const NOTHING_BEHIND = { part: null, slice: null, kind: null, obligation: null };

/** Leaves what lies over the report step by step: what is done with an inquiry, the inquiry, the list. */
export function stepBack(): void {
  route.back(() => {
    const inner = ["do", "inquiry"].find((name) => route.param(name));
    route.change(inner ? { [inner]: null } : NOTHING_BEHIND, { replace: true });
  });
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
  if (line.obligations) return { part, slice: null, kind: line.obligations };
  return { part, slice: line.slice ?? placed(table, row, column) };
}
