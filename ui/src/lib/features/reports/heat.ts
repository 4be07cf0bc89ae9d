import type { ReportTable } from "$lib/backend/bindings";
import { countOf } from "./shown";

const STEPS = 4;

/** How strongly a count is shown against the highest one: 1 to 4. */
export function strength(count: number, most: number): number {
  return Math.min(STEPS, Math.max(1, Math.ceil((count / most) * STEPS)));
}

const WAYS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next count above 0 in the direction of an arrow key, the nearest column first; nothing where there is none. */
export function nextCount(
  table: ReportTable,
  row: number,
  column: number,
  key: string,
): { row: number; column: number } | null {
  const way = WAYS[key];
  if (!way) return null;
  const columns = table.columns.map((_, at) => at).slice(1);
  if (way[0] === 0) {
    const beyond = columns.filter((at) => (at - column) * way[1] > 0);
    if (way[1] < 0) beyond.reverse();
    const found = beyond.find((at) => countOf(table.rows[row]?.cells[at]) > 0);
    return found === undefined ? null : { row, column: found };
  }
  const near = [...columns].sort((a, b) => Math.abs(a - column) - Math.abs(b - column));
  for (let at = row + way[0]; at >= 0 && at < table.rows.length; at += way[0]) {
    const found = near.find((it) => countOf(table.rows[at]?.cells[it]) > 0);
    if (found !== undefined) return { row: at, column: found };
  }
  return null;
}
