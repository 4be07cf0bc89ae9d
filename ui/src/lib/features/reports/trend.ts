import type { ReportTable } from "$lib/backend/bindings";
import { cellOf, countOf, permilleOf } from "./shown";

/** Where the parts of the trend stand, in the picture's units. */
export interface Trend {
  /** The lowest share of the scale, in tenths of a percent. */
  low: number;
  weeks: { x: number; y: number | null; bar: number; permille: number | null; received: number }[];
  goalY: number;
  /** The line's stretches: a week without a share breaks it. */
  lines: string[];
}

/** The share of the height that the fullest week's bar takes. */
const BARS = 0.42;
/** What stays free under the lowest share, in tenths of a percent. */
const ROOM = 30;
/** The lowest the scale begins at most, so that a goal of 95 % never touches the foot. */
const MOST_LOW = 800;

/** Reckons the trend into a width and a height. */
export function trendOf(table: ReportTable, goal: number, width: number, height: number): Trend {
  const told = table.rows.map((_, row) => ({
    permille: permilleOf(cellOf(table, row, "within_limit")),
    received: countOf(cellOf(table, row, "received")),
  }));
  const shares = told.flatMap(({ permille }) => (permille === null ? [] : [permille]));
  const lowest = Math.floor((Math.min(...shares, 1000) - ROOM) / 100) * 100;
  const low = Math.max(0, Math.min(MOST_LOW, lowest));
  const most = Math.max(1, ...told.map(({ received }) => received));
  const y = (permille: number) => height * (1 - (permille - low) / (1000 - low));
  const weeks = told.map(({ permille, received }, at) => ({
    x: (width / told.length) * (at + 0.5),
    y: permille === null ? null : y(permille),
    bar: (received / most) * height * BARS,
    permille,
    received,
  }));
  const lines: string[] = [];
  let stretch: string[] = [];
  for (const week of [...weeks, { x: 0, y: null }]) {
    if (week.y !== null) stretch.push(`${week.x.toFixed(1)},${week.y.toFixed(1)}`);
    else if (stretch.length > 0) {
      lines.push(stretch.join(" "));
      stretch = [];
    }
  }
  return { low, weeks, goalY: y(goal), lines };
}
