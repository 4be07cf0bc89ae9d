import type { ReportPeriod } from "$lib/backend/bindings";
import { lastQuarter } from "$lib/features/calendar/quarter";

/** The periods that are chosen with one click. */
export const PRESETS = ["thisMonth", "lastMonth", "lastQuarter", "thisWeek"] as const;
export type Preset = (typeof PRESETS)[number];

const DAY_MS = 86_400_000;

function write(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function read(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}

/** The days of a month, counted from January as 0; months before and after the year's are those of other years. */
function months(year: number, first: number, count = 1): ReportPeriod {
  return { from: write(Date.UTC(year, first, 1)), to: write(Date.UTC(year, first + count, 0)) };
}

/** The days of a preset, as of a day. */
export function presetDays(preset: Preset, today: string): ReportPeriod {
  const day = read(today);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  if (preset === "thisMonth") return months(year, month);
  if (preset === "lastMonth") return months(year, month - 1);
  if (preset === "lastQuarter") {
    const [from, to] = lastQuarter(today);
    return { from, to };
  }
  const monday = day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS;
  return { from: write(monday), to: write(monday + 6 * DAY_MS) };
}

/** The preset that a period is, as of a day; nothing for all others. */
export function presetOf(period: ReportPeriod, today: string): Preset | null {
  const same = (preset: Preset) => {
    const { from, to } = presetDays(preset, today);
    return from === period.from && to === period.to;
  };
  return PRESETS.find(same) ?? null;
}

/** How many whole months a period is; 0 where it is none. */
function wholeMonths({ from, to }: ReportPeriod): number {
  const [first, after] = [read(from), new Date(read(to).getTime() + DAY_MS)];
  if (first.getUTCDate() !== 1 || after.getUTCDate() !== 1) return 0;
  const year = after.getUTCFullYear() - first.getUTCFullYear();
  return Math.max(0, year * 12 + after.getUTCMonth() - first.getUTCMonth());
}

/** The month that a period is, `2026-11`; nothing where it is no whole month. */
export function monthOf(period: ReportPeriod): string | null {
  return wholeMonths(period) === 1 ? period.from.slice(0, 7) : null;
}

/** The period before (−1) or after (1): as many months next to whole months, else as many days. */
export function moved(period: ReportPeriod, way: -1 | 1): ReportPeriod {
  const count = wholeMonths(period);
  const first = read(period.from);
  if (count > 0) return months(first.getUTCFullYear(), first.getUTCMonth() + way * count, count);
  const days = (read(period.to).getTime() - first.getTime()) / DAY_MS + 1;
  const by = way * days * DAY_MS;
  return { from: write(first.getTime() + by), to: write(read(period.to).getTime() + by) };
}
