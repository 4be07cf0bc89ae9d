import type { CalendarPicture, PictureDay } from "$lib/backend/bindings";
import { lookAt } from "$lib/features/changes/change";
import { civilDate } from "$lib/format/instants";
import { language, t } from "$lib/i18n/language.svelte";

/** How a day of the picture looks. */
export type Look = "open" | "weekday" | "holiday" | "provisional" | "closing" | "override";

/** Gives how a day looks; the picture tells whether its holidays are computed. */
export function lookOf({ closed }: PictureDay, provisional: boolean): Look {
  if (closed === "national-holiday") return provisional ? "provisional" : "holiday";
  if (closed === "closing-day") return "closing";
  return closed ?? "open";
}

/** "09:30-17:30" as it is shown: "9:30–17:30". */
export const hoursText = (hours: string[]): string =>
  hours.map((interval) => interval.replace(/\b0(\d:)/g, "$1").replace("-", "–")).join(" · ");

/** Says what a day is: its hours, or why it is closed, with its name. */
export function dayText(day: PictureDay): string {
  if (day.closed === null) return t().calendar.openDay(hoursText(day.hours));
  const name = day.closed === "national-holiday" && day.name ? t().words.holiday(day.name) : (day.name ?? "");
  const because = t().calendar.because[day.closed];
  return name ? `${because} ${name}` : because;
}

/** The day as it is named in sentences. */
export const dayName = (on: string): string => {
  const [year, day] = [on.slice(0, 4), civilDate(on, language.current)];
  return language.current === "en" ? `${day} ${year}` : `${year}/${day}`;
};

/** Finds a day of the picture. */
export function findDay(picture: CalendarPicture, on: string): PictureDay | undefined {
  return picture.months[Number(on.slice(5, 7)) - 1]?.days[Number(on.slice(8)) - 1];
}

/** The day so many days after another. */
export function plusDays(on: string, days: number): string {
  const at = new Date(`${on}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Whether a closing day can be made of it, or given up. */
export const canChange = (day: PictureDay): boolean => day.single || day.closed === null;

/** Makes a closing day of a day, or gives it up, after a look at what that does. */
export async function change(day: PictureDay): Promise<void> {
  const { on } = day;
  const name = dayName(on);
  if (day.single) {
    await lookAt({
      title: t().calendar.reopenTitle(name),
      change: () => ({ kind: "calendar", edits: [{ edit: "reopen", on }] }),
      said: t().calendar.reopened(name),
    });
  } else if (day.closed === null) {
    await lookAt({
      title: t().calendar.closeTitle(name),
      change: (called) => ({ kind: "calendar", edits: [{ edit: "close", on, name: called || null }] }),
      named: true,
      said: t().calendar.closed(name),
    });
  }
}
