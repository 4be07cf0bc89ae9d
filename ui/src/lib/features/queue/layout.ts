import type { BandCount } from "$lib/backend/bindings";

/** The height of a group's heading, in pixels. */
export const HEADING = 30;

/** The heading of a group. */
export interface Heading extends BandCount {
  top: number;
}

/**
 * Where rows of one height and the headings of their groups stand.
 * Only what is in sight is drawn, so this reckons places instead of measuring them.
 */
export class Layout {
  readonly headings: Heading[] = [];
  readonly height: number;
  readonly #rowHeight: number;
  readonly #starts: number[] = [];

  constructor(total: number, rowHeight: number, groups: readonly BandCount[] = []) {
    this.#rowHeight = rowHeight;
    let first = 0;
    for (const { band, count } of groups) {
      this.headings.push({ band, count, top: first * rowHeight + this.headings.length * HEADING });
      this.#starts.push(first);
      first += count;
    }
    this.height = total * rowHeight + this.headings.length * HEADING;
  }

  /** The top of a row. */
  topOf(index: number): number {
    const headings = this.#starts.filter((start) => start <= index).length;
    return index * this.#rowHeight + headings * HEADING;
  }

  /** The row at a height, or the nearest after it where a heading stands there. */
  rowAt(y: number): number {
    const above = this.headings.filter((heading) => heading.top + HEADING <= y).length;
    const inRows = Math.floor((y - above * HEADING) / this.#rowHeight);
    const next = this.#starts[above];
    return Math.max(0, next === undefined ? inRows : Math.min(inRows, next));
  }

  /** The scroll position at which a row is in sight, moved as little as needed. */
  reveal(index: number, scrollTop: number, viewport: number): number {
    const top = this.topOf(index);
    const startsGroup = this.#starts.includes(index);
    const above = startsGroup ? top - HEADING : top;
    if (above < scrollTop) return above;
    return Math.max(scrollTop, top + this.#rowHeight - viewport);
  }
}
