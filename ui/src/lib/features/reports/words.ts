import type {
  Cause,
  ReportCell,
  ReportDimension,
  ReportPeriod,
  ReportSelection,
  ReportSlice,
} from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { taken } from "$lib/format/durations";
import { civilDate } from "$lib/format/instants";
import { language, t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";
import type { Behind } from "./behind";
import { monthOf } from "./period";
import type { FilterName, FilterValue } from "./selection";

/** Writes a share of tenths of a percent: 964 → "96.4%". */
export function percent(permille: number | null): string {
  return permille === null ? "–" : `${(permille / 10).toFixed(1)}%`;
}

/** Writes a difference of shares in points, with its sign: "+1.2", "−0.4". */
export function points(permille: number): string {
  const sign = permille < 0 ? "−" : "+";
  return `${sign}${(Math.abs(permille) / 10).toFixed(1)}`;
}

/** Says a cell. */
export function cellText(cell: ReportCell): string {
  switch (cell.kind) {
    case "nothing":
      return "–";
    case "count":
      return cell.count.toLocaleString();
    case "share":
      return percent(cell.permille);
    case "time":
      return taken(cell.seconds);
    case "at":
      return say.dayAndTime(cell.at);
    case "on":
      return civilDate(cell.on, language.current);
    case "figure":
      return t().reports.figure[cell.code] ?? cell.code;
    case "level":
      return frame.levelLabel(cell.level);
    case "channel":
      return t().words.channel[cell.channel];
    case "product":
      return frame.productName(cell.product);
    case "standing":
      return t().reports.standing[cell.code] ?? cell.code;
    case "cause":
      return t().words.cause[cell.cause];
    case "weekday":
      return t().reports.weekdays[cell.weekday] ?? "";
    case "without":
      return t().reports.without[cell.dimension] ?? "–";
    case "text":
      return cell.text;
  }
}

/** Says what stands in a column. */
export function columnText(code: string): string {
  const words = t().reports;
  if (code.startsWith("hour_")) return String(Number(code.slice(5)));
  if (code.startsWith("up_to_")) return words.upTo(code.slice(6));
  return words.column[code] ?? words.figure[code] ?? code;
}

/** Says the days of a period: a month by its name, all else by its ends. */
export function periodText(period: ReportPeriod): string {
  const month = monthOf(period);
  if (month) {
    const format = new Intl.DateTimeFormat(language.current, {
      timeZone: "UTC",
      year: "numeric",
      month: "long",
    });
    return format.format(new Date(`${month}-01T00:00:00Z`));
  }
  const day = (on: string) => on.replaceAll("-", "/");
  return t().reports.period.days(day(period.from), day(period.to));
}

/** Says one value of a filter. */
export function filterText(name: FilterName, value: FilterValue): string {
  const words = t().reports;
  if (value === null) return words.without[name === "levels" ? "level" : "agent"] ?? "";
  if (name === "products") return frame.productName(value);
  if (name === "levels") return frame.levelLabel(value as NonNullable<ReportSelection["levels"][number]>);
  if (name === "channels") return t().words.channel[value as ReportSelection["channels"][number]];
  return value;
}

function keyText(dimension: ReportDimension, key: string): string {
  return dimension === "cause"
    ? (t().words.cause[key as Cause] ?? key)
    : filterText(FILTER_OF[dimension], key);
}

const FILTER_OF = {
  product: "products",
  level: "levels",
  channel: "channels",
  agent: "agents",
  customer: "customers",
} as const;

function sliceText(slice: ReportSlice, lengths: string[]): string {
  const words = t().reports;
  switch (slice.kind) {
    case "group":
      return slice.key === null
        ? (words.without[slice.dimension] ?? "")
        : keyText(slice.dimension, slice.key);
    case "week":
      return `${columnText("week")} ${civilDate(slice.monday, language.current)}`;
    case "hour":
      return `${words.weekdays[slice.weekday] ?? ""} ${words.hour(slice.hour)}`;
    case "bucket":
      return `${frame.levelLabel(slice.level)} ${columnText(lengths[slice.place] ?? "")}`;
  }
}

/** Says what a list holds: "期限超過 · 質問". `lengths` are the columns of the distribution. */
export function behindText({ part, slice, kind }: Behind, lengths: string[]): string {
  const words = t().reports;
  const name = words.part[part] ?? words.figure[part] ?? words.column[part] ?? part;
  if (kind) return `${words.figure[`clock_${kind.replaceAll("-", "_")}`] ?? kind} · ${name}`;
  return slice ? `${name} · ${sliceText(slice, lengths)}` : name;
}
