import type { ClosedBecause, Level, SkippedDay, Step, Verdict } from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { civilDate } from "$lib/format/instants";
import { language, t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";

/** A line of the explanation: the clause or the calendar's mark, and the sentence. */
export interface Line {
  mark: string;
  text: string;
}

type Said = Record<string, string>;
type Sentences = Record<string, ((said: Said) => string) | undefined>;

/** Writes the steps as sentences; a receipt out of hours and the opening that follows it make one. */
export function explain(steps: Step[], product: string): Line[] {
  const lines: Line[] = [];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (step.code === "starts-at-opening" && steps[index - 1]?.code === "received") continue;
    const opening =
      step.code === "received" && next?.code === "starts-at-opening" ? next.instants.at : undefined;
    lines.push({ mark: markOf(step), text: opening ? outOfHours(step, opening) : sentenceOf(step, product) });
  }
  return lines;
}

function outOfHours(step: Step, opening: string): string {
  return t().inquiry.steps.received_out_of_hours({
    at: say.dayAndTime(step.instants.at ?? ""),
    opening: say.dayAndTime(opening),
  });
}

function markOf(step: Step): string {
  if (step.calendar) return t().inquiry.stepWords.calendar;
  return step.clause === null ? "" : `§${step.clause}`;
}

function sentenceOf(step: Step, product: string): string {
  const sentences: Sentences = t().inquiry.steps;
  return sentences[step.code.replaceAll("-", "_")]?.(written(step, product)) ?? step.code;
}

function written({ instants, params, days }: Step, product: string): Said {
  const words = t().inquiry.stepWords;
  const { level, unit, count = "", minutes, from, to, on, verdict } = params;
  const said: Said = { ...params };
  for (const [name, at] of Object.entries(instants)) said[name] = say.dayAndTime(at ?? "");
  if (level) said.level = frame.levelLabel(level as Level, product);
  if (unit) said.allowance = unit === "days" ? words.days(count) : words.hours(count);
  if (minutes) said.allowance = words.minutes(minutes);
  for (const [name, date] of Object.entries({ from, to, on })) if (date) said[name] = civil(date);
  if (verdict) said.verdict = t().words.verdict[verdict as Verdict];
  if (days.length > 0) said.days = skipped(days);
  return said;
}

const civil = (on: string) => civilDate(on, language.current);

/** Days that follow one another for the same reason stand together: "11/21(土)〜11/22(日) 土日、11/23(月) 勤労感謝の日". */
function skipped(days: SkippedDay[]): string {
  const { range, and } = t().inquiry.stepWords;
  const runs: SkippedDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last.on, day.on) && reasonOf(last) === reasonOf(day)) run.push(day);
    else runs.push([day]);
  }
  const said = runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const dates = first === last ? civil(first.on) : range(civil(first.on), civil(last.on));
    return `${dates} ${reasonOf(first)}`;
  });
  return said.join(and);
}

function follows(earlier: string, later: string): boolean {
  return Date.parse(later) - Date.parse(earlier) === 86_400_000;
}

function reasonOf({ because, name, provisional }: SkippedDay): string {
  const words = t().inquiry.stepWords;
  const usual: Record<ClosedBecause, string> = {
    weekday: words.weekend,
    "national-holiday": t().words.holiday(name ?? ""),
    "closing-day": name ?? words.closingDay,
    override: name ?? words.override,
  };
  return provisional ? `${usual[because]}（${words.provisional}）` : usual[because];
}
