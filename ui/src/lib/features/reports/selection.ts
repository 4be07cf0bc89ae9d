import type { InquiryChannel, ReportSelection } from "$lib/backend/bindings";
import { isDate } from "$lib/features/calendar/dates";
import { LEVELS } from "$lib/features/queue/commands";
import { presetDays } from "./period";

/** What a report can be narrowed down by, in the order in which it is shown. */
export const FILTERS = ["products", "levels", "channels", "agents", "customers"] as const;
export type FilterName = (typeof FILTERS)[number];

/** One value of a filter; nothing stands for none of it. */
export type FilterValue = string | null;

export const CHANNELS: InquiryChannel[] = ["form", "mail", "phone"];

/** Reads a list of an address; what is none is left aside. */
function readList(text: string | undefined): FilterValue[] {
  if (!text) return [];
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return list.filter((it): it is FilterValue => it === null || typeof it === "string");
  } catch {
    return [];
  }
}

function within<T extends string>(list: FilterValue[], known: readonly T[]): T[] {
  return known.filter((it) => list.includes(it));
}

/** Reads what is selected from the parameters of the address; this month where they name no days. */
export function readSelection(params: Record<string, string>, today: string): ReportSelection {
  const { from = "", to = "" } = params;
  const named = isDate(from) && isDate(to) && from <= to;
  const levels = readList(params.levels);
  const texts = (list: FilterValue[]) => list.filter((it): it is string => it !== null);
  return {
    period: named ? { from, to } : presetDays("thisMonth", today),
    by: params.by === "due" ? "due" : "receipt",
    products: texts(readList(params.products)),
    levels: [...within(levels, LEVELS), ...(levels.includes(null) ? [null] : [])],
    channels: within(readList(params.channels), CHANNELS),
    agents: readList(params.agents),
    customers: texts(readList(params.customers)),
  };
}

/** Writes what is selected as parameters; what is usual is left out. */
export function writeSelection(selection: ReportSelection): Record<string, string> {
  const lists = FILTERS.map((name) => {
    const list = selection[name];
    return [name, list.length > 0 ? JSON.stringify(list) : ""] as const;
  });
  const { from, to } = selection.period;
  return { from, to, by: selection.by === "due" ? "due" : "", ...Object.fromEntries(lists) };
}

/** The values of a filter that are on. */
export function chosen(selection: ReportSelection, name: FilterName): FilterValue[] {
  return selection[name];
}

/** Puts a value of a filter on, or off where it is on. */
export function toggled(selection: ReportSelection, name: FilterName, value: FilterValue): ReportSelection {
  const list = chosen(selection, name);
  const next = list.includes(value) ? list.filter((it) => it !== value) : [...list, value];
  return { ...selection, [name]: next };
}

/** Takes the last of the filters off, by the order in which they are shown; nothing where none is on. */
export function withoutLast(selection: ReportSelection): ReportSelection | null {
  const name = FILTERS.filter((it) => selection[it].length > 0).at(-1);
  return name ? { ...selection, [name]: selection[name].slice(0, -1) } : null;
}

/** Takes all filters off; days and basis stay. */
export function cleared(selection: ReportSelection): ReportSelection {
  return { ...selection, products: [], levels: [], channels: [], agents: [], customers: [] };
}
