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
  #last: { rows: PlacedRow[]; scrollTop: number } = { rows: [], scrollTop: 0 };

  /** Takes the rows of a place, and whether they are all there; gives what is drawn. */
  draw(rows: PlacedRow[], scrollTop: number, complete: boolean): PlacedRow[] {
    if (complete || this.#last.rows.length === 0) {
      this.#last = { rows, scrollTop };
      return rows;
    }
    const moved = scrollTop - this.#last.scrollTop;
    return this.#last.rows.map((placed) => ({ ...placed, top: placed.top + moved }));
  }
}
