import type { TimeLine } from "$lib/backend/bindings";

const HOUR_MS = 3_600_000;
/** A closed stretch is drawn no wider than this, and a little more the longer it is: nights must not crowd out the day. */
const CLOSED_MOST_MS = 2 * HOUR_MS;
const CLOSED_SHARE = 1 / 24;

/** A stretch of the line, in shares of its width. */
export interface Stretch {
  open: boolean;
  left: number;
  width: number;
}

interface Piece {
  from: number;
  to: number;
  open: boolean;
  weight: number;
}

/** The line's scale: closed stretches are narrow, open ones true to one another. */
export class Scale {
  readonly #pieces: Piece[];
  readonly #total: number;

  constructor(line: TimeLine) {
    this.#pieces = piecesOf(line);
    this.#total = this.#pieces.reduce((sum, { weight }) => sum + weight, 0) || 1;
  }

  /** Where an instant lies, from 0 to 1; what lies outside is moved to the edge. */
  at(instant: string): number {
    const ms = Date.parse(instant);
    let before = 0;
    for (const { from, to, weight } of this.#pieces) {
      if (ms < to)
        return Math.max(0, before + (weight * (Math.max(ms, from) - from)) / (to - from)) / this.#total;
      before += weight;
    }
    return 1;
  }

  get stretches(): Stretch[] {
    let left = 0;
    return this.#pieces.map(({ open, weight }) => {
      const width = weight / this.#total;
      left += width;
      return { open, left: left - width, width };
    });
  }
}

function piecesOf({ from, to, open }: TimeLine): Piece[] {
  const end = Date.parse(to);
  let at = Date.parse(from);
  const pieces: Piece[] = [];
  const add = (until: number, isOpen: boolean) => {
    if (until <= at) return;
    const length = until - at;
    const weight = isOpen ? length : Math.min(length, CLOSED_MOST_MS) + length * CLOSED_SHARE;
    pieces.push({ from: at, to: until, open: isOpen, weight });
    at = until;
  };
  for (const span of open) {
    add(Math.min(Date.parse(span.from), end), false);
    add(Math.min(Date.parse(span.to), end), true);
  }
  add(end, false);
  return pieces;
}

/** A label under or over the line. */
export interface Label {
  id: string;
  /** Where it points, from 0 to 1. */
  at: number;
  text: string;
}

/** A label with its left edge in pixels. */
export interface Placed extends Label {
  left: number;
}

const GAP_PX = 8;

/** About how wide a small text is, in pixels: letters of Latin are half as wide as Japanese ones. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 6.3 : 11), 0);
}

/** Places labels about what they point at, within the line; where two would touch, the earlier in the list stays. */
export function place(labels: Label[], width: number): Placed[] {
  const placed: (Placed & { right: number })[] = [];
  for (const label of labels) {
    const own = widthOf(label.text);
    const left = Math.max(0, Math.min(label.at * width - own / 2, width - own));
    const free = placed.every((other) => left > other.right + GAP_PX || left + own + GAP_PX < other.left);
    if (free) placed.push({ ...label, left, right: left + own });
  }
  return placed;
}
