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
  /** Pixels at least; the subject takes what is left. */
  width: number;
  /** Columns with a higher number go first where the width does not allow all. */
  rank: number;
}

const TRACKS: Record<Column, Track> = {
  time: { width: 164, rank: 0 },
  subject: { width: 190, rank: 0 },
  level: { width: 104, rank: 1 },
  assignee: { width: 84, rank: 2 },
  channel: { width: 76, rank: 3 },
  status: { width: 108, rank: 4 },
  received: { width: 104, rank: 5 },
  product: { width: 116, rank: 6 },
};

/** The columns that can be hidden by hand: without time and subject a row says nothing. */
export const HIDEABLE = COLUMNS.filter((column) => TRACKS[column].rank > 0);

/** What each row has at its sides. */
const SIDES = 28;

/** The columns that fit into a width, without those that are hidden by hand. */
export function fitting(width: number, hidden: readonly string[]): Column[] {
  const wanted = COLUMNS.filter((column) => !hidden.includes(column));
  const total = (columns: Column[]) => columns.reduce((sum, column) => sum + TRACKS[column].width, SIDES);
  const kept = [...wanted].sort((a, b) => TRACKS[a].rank - TRACKS[b].rank);
  while (kept.length > 2 && total(kept) > width) kept.pop();
  return wanted.filter((column) => kept.includes(column));
}

/** The grid tracks of columns; with a box for the mark where rows are being selected. */
export function tracksOf(columns: Column[], marking: boolean): string {
  const tracks = columns.map((column) =>
    column === "subject" ? `minmax(${TRACKS.subject.width}px, 1fr)` : `${TRACKS[column].width}px`,
  );
  return [...(marking ? ["28px"] : []), ...tracks].join(" ");
}
