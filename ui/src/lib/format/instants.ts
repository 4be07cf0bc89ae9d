import type { Language } from "$lib/backend/bindings";

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: string;
  hour: number;
  minute: string;
  second: number;
  monthName: string;
}

const LOCALES: Record<Language, string> = { ja: "ja-JP", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, timeZone: string, month: "numeric" | "short"): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${month}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    year: "numeric",
    month,
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(key, made);
  return made;
}

const DAY_MS = 86_400_000;
/** How far the clock on the wall is ahead on a day of UTC, in milliseconds; nothing where it is changed that day. */
const offsets = new Map<string, number | null>();

function offsetOn(day: number, timeZone: string): number | null {
  const key = `${day} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [begin, end] = [day, day + 1].map((it) => offsetAt(it * DAY_MS, timeZone));
  const offset = begin !== undefined && begin === end ? begin : null;
  offsets.set(key, offset);
  return offset;
}

function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = readParts(new Date(at), "ja", timeZone);
  return Date.UTC(year, month - 1, day, hour, Number(minute), second) - at;
}

/**
 * Reads an instant as the clock on the wall shows it. Reckoned from the day's offset, since rows that are thrown by ask
 * for very many instants, and the platform's own reading is slow.
 */
function partsOf(at: Date, language: Language, timeZone: string): Parts {
  const ms = at.getTime();
  const offset = offsetOn(Math.floor(ms / DAY_MS), timeZone);
  if (offset === null) return readParts(at, language, timeZone);
  const wall = new Date(ms + offset);
  const [weekday, month] = [wall.getUTCDay(), wall.getUTCMonth()];
  return {
    year: wall.getUTCFullYear(),
    month: month + 1,
    day: wall.getUTCDate(),
    weekday: names(language).weekdays[weekday] ?? "",
    hour: wall.getUTCHours(),
    minute: String(wall.getUTCMinutes()).padStart(2, "0"),
    second: wall.getUTCSeconds(),
    monthName: names(language).months[month] ?? "",
  };
}

interface Names {
  weekdays: string[];
  months: string[];
}
const known = new Map<Language, Names>();

/** The names of weekdays, from Sunday on, and months. */
function names(language: Language): Names {
  const made = known.get(language);
  if (made) return made;
  // The first of January 2023 was a Sunday.
  const read = (month: number, day: number) =>
    readParts(new Date(Date.UTC(2023, month, day)), language, "UTC");
  const all = {
    weekdays: Array.from({ length: 7 }, (_, day) => read(0, day + 1).weekday),
    months: Array.from({ length: 12 }, (_, month) => read(month, 1).monthName),
  };
  known.set(language, all);
  return all;
}

function readParts(at: Date, language: Language, timeZone: string): Parts {
  const read = (month: "numeric" | "short") =>
    Object.fromEntries(
      format(language, timeZone, month)
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    );
  const { year, month, day, weekday = "", hour, minute = "00", second } = read("numeric");
  const monthName = language === "en" ? (read("short").month ?? "") : "";
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    weekday,
    hour: Number(hour),
    minute,
    second: Number(second),
    monthName,
  };
}

function writeDay(parts: Parts, language: Language, year: boolean): string {
  if (language === "en") {
    return `${parts.weekday} ${parts.day} ${parts.monthName}${year ? ` ${parts.year}` : ""}`;
  }
  return `${year ? `${parts.year}/` : ""}${parts.month}/${parts.day}(${parts.weekday})`;
}

/** What an instant is shown in. */
export interface Shown {
  language: Language;
  timeZone: string;
}

/** Writes the time of day: "9:30". */
export function timeOfDay(at: string, { language, timeZone }: Shown): string {
  const { hour, minute } = partsOf(new Date(at), language, timeZone);
  return `${hour}:${minute}`;
}

/** Writes the day: "11/24(火)", "Tue 24 Nov"; with the year where it is another one than now's. */
export function dayOf(at: string, { language, timeZone }: Shown, now?: string): string {
  const parts = partsOf(new Date(at), language, timeZone);
  const otherYear = now !== undefined && partsOf(new Date(now), language, timeZone).year !== parts.year;
  return writeDay(parts, language, otherYear);
}

/** Writes day and time: "11/24(火) 9:30", "Tue 24 Nov 9:30". */
export function dayAndTime(at: string, shown: Shown, now?: string): string {
  return `${dayOf(at, shown, now)} ${timeOfDay(at, shown)}`;
}

/** Tells whether two instants fall on one day of the centre. */
export function sameDay(a: string, b: string, { timeZone }: Shown): boolean {
  const [one, other] = [a, b].map((at) => partsOf(new Date(at), "ja", timeZone));
  return one?.year === other?.year && one?.month === other?.month && one?.day === other?.day;
}

/** Writes the time alone where it is today, else day and time. */
export function short(at: string, now: string, shown: Shown): string {
  return sameDay(at, now, shown) ? timeOfDay(at, shown) : dayAndTime(at, shown, now);
}

/** Writes a civil date `YYYY-MM-DD`: "11/23(月)", "Mon 23 Nov". */
export function civilDate(on: string, language: Language): string {
  return dayOf(`${on}T12:00:00Z`, { language, timeZone: "UTC" });
}

/** The value that a `datetime-local` field needs for an instant, in the centre's zone. */
export function toField(at: string, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(at), "ja", timeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}`;
}

const FIELD = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The instant that a `datetime-local` field means in the centre's zone; nothing where it is not one. */
export function fromField(value: string, timeZone: string): string | null {
  if (!FIELD.test(value)) return null;
  const guess = Date.parse(`${value}:00Z`);
  if (Number.isNaN(guess)) return null;
  // Twice, because the offset at the guess may be the one of the other side of a clock change.
  const offset = (at: number) => Date.parse(`${toField(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const once = guess - offset(guess);
  return new Date(guess - offset(once)).toISOString();
}
