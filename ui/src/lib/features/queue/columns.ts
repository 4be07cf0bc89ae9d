import type { Language } from "$lib/backend/bindings";

/** The columns of the queue, in their order. */
export const COLUMNS = [
  "time",
  "level",
  "product",
  "subject",
  "channel",
  "received",
  "status",
  "assignee",
] as const;
export type Column = (typeof COLUMNS)[number];

interface Track {
  /** Pixels at least, by language: English writes days longer. The subject takes what is left. */
  width: Record<Language, number>;
  /** Columns with a higher number go first where the width does not allow all. */
  rank: number;
}

const TRACKS: Record<Column, Track> = {
  time: { width: { ja: 178, en: 190 }, rank: 0 },
  subject: { width: { ja: 140, en: 140 }, rank: 0 },
  level: { width: { ja: 96, en: 88 }, rank: 1 },
  assignee: { width: { ja: 68, en: 78 }, rank: 2 },
  channel: { width: { ja: 70, en: 64 }, rank: 3 },
  status: { width: { ja: 104, en: 134 }, rank: 4 },
  received: { width: { ja: 108, en: 124 }, rank: 5 },
  product: { width: { ja: 116, en: 116 }, rank: 6 },
};

/** The columns that can be hidden by hand: without time and subject a row says nothing. */
export const HIDEABLE = COLUMNS.filter((column) => TRACKS[column].rank > 0);

/** What each row has at its sides, and the box that marks it. */
const SIDES = 28;
const MARK = 28;

/** The subject has this much before a column of this rank or higher may stand beside it. */
const ROOMY_SUBJECT = 216;
const OPTIONAL_RANK = 3;

/** The columns that fit into a width, without those that are hidden by hand. */
export function fitting(
  width: number,
  hidden: readonly string[],
  language: Language,
  marking: boolean,
): Column[] {
  const wanted = COLUMNS.filter((column) => !hidden.includes(column));
  const least = (column: Column, roomy: boolean) =>
    column === "subject" && roomy ? ROOMY_SUBJECT : TRACKS[column].width[language];
  const total = (columns: Column[]) => {
    const roomy = columns.some((column) => TRACKS[column].rank >= OPTIONAL_RANK);
    return columns.reduce((sum, column) => sum + least(column, roomy), SIDES + (marking ? MARK : 0));
  };
  const kept = [...wanted].sort((a, b) => TRACKS[a].rank - TRACKS[b].rank);
  while (kept.length > 2 && total(kept) > width) kept.pop();
  return wanted.filter((column) => kept.includes(column));
}

/** The grid tracks of columns; with a box for the mark where rows are being selected. */
export function tracksOf(columns: Column[], language: Language, marking: boolean): string {
  const tracks = columns.map((column) => {
    const width = `${TRACKS[column].width[language]}px`;
    return column === "subject" ? `minmax(${width}, 1fr)` : width;
  });
  return [...(marking ? [`${MARK}px`] : []), ...tracks].join(" ");
}
