import type { QueueRow } from "$lib/backend/bindings";

/** A row where it is drawn. */
export interface PlacedRow {
  index: number;
  /** Nothing while it is on the way. */
  row: QueueRow | null;
  top: number;
}

/**
 * Chooses the rows to draw. While those of a new place are on the way, the ones that were drawn last stay on the
 * screen in their stead, so that nobody ever looks at empty lines.
 */
export class Sight {
  /** The row whose slot is the first. */
  #base = 0;
  #last: { rows: PlacedRow[]; scrollTop: number } = { rows: [], scrollTop: 0 };

  /** Takes the rows of a place, and whether they are all there; gives what is drawn. */
  draw(rows: PlacedRow[], scrollTop: number, complete: boolean): PlacedRow[] {
    if (complete || this.#last.rows.length === 0) {
      if (!overlap(this.#last.rows, rows)) this.#base = rows[0]?.index ?? 0;
      this.#last = { rows, scrollTop };
      return rows;
    }
    const moved = scrollTop - this.#last.scrollTop;
    return this.#last.rows.map((placed) => ({ ...placed, top: placed.top + moved }));
  }

  /**
   * The elements in which a row is drawn, of so many: a row that leaves at one end lends its own to one that comes.
   * Where all rows give way to others, these take the elements in their order, so that none has to be moved.
   */
  slotOf(index: number, slots: number): number {
    return (((index - this.#base) % slots) + slots) % slots;
  }
}

function overlap(some: PlacedRow[], others: PlacedRow[]): boolean {
  const [from, to] = [others[0]?.index ?? 0, others.at(-1)?.index ?? -1];
  return some.some(({ index }) => index >= from && index <= to);
}
