import type { QueueRow } from "$lib/backend/bindings";
import type { QueueRows } from "./rows.svelte";

/**
 * The row that the keys are at, and the rows that are marked to be worked on together.
 * Both follow inquiries, not places: when rows move, they stay with theirs.
 */
export class Selection {
  /** The inquiry that the keys are at. */
  id = $state<string | null>(null);
  #marked = $state.raw<ReadonlyMap<string, QueueRow>>(new Map());
  /** Where it was last seen, for when its row has left the list. */
  #place = -1;
  readonly #rows: QueueRows;

  constructor(rows: QueueRows) {
    this.#rows = rows;
  }

  /** The place of the row; −1 where it is not in the list. */
  get index(): number {
    return this.id === null ? -1 : this.#rows.indexOf(this.id);
  }

  /** Goes to a place, whose page is read first where it is missing; gives the row there. */
  async goTo(index: number): Promise<QueueRow | null> {
    const to = Math.min(Math.max(0, index), this.#rows.total - 1);
    if (to < 0) return null;
    if (!this.#rows.at(to)) await this.#rows.see(to, to);
    const row = this.#rows.at(to);
    if (!row) return null;
    this.#place = to;
    this.id = row.id;
    return row;
  }

  /** Goes some rows down or, with a negative number, up. */
  move(by: number): Promise<QueueRow | null> {
    const index = this.index;
    if (index >= 0) return this.goTo(index + by);
    // Its row has left: the one that stands there now is next.
    if (this.#place >= 0) return this.goTo(by > 0 ? this.#place + by - 1 : this.#place + by);
    return this.goTo(by > 0 ? 0 : this.#rows.total - 1);
  }

  /** Goes to an inquiry, wherever it stands. */
  follow(id: string): void {
    if (this.id === id) return;
    this.id = id;
    this.#place = this.#rows.indexOf(id);
  }

  /** Remembers the place, after the rows were read again. */
  settle(): void {
    const index = this.index;
    if (index >= 0) this.#place = index;
  }

  /** Begins anew with another list. */
  clear(): void {
    this.id = null;
    this.#place = -1;
    this.unmark();
  }

  isMarked(id: string): boolean {
    return this.#marked.has(id);
  }

  /** The marked rows, as they are now where they are in the list. */
  get marked(): QueueRow[] {
    return [...this.#marked.values()].map((row) => {
      const index = this.#rows.indexOf(row.id);
      return (index >= 0 ? this.#rows.at(index) : null) ?? row;
    });
  }

  get count(): number {
    return this.#marked.size;
  }

  /** Marks a row, or takes its mark away. */
  toggle(row: QueueRow): void {
    const next = new Map(this.#marked);
    if (!next.delete(row.id)) next.set(row.id, row);
    this.#marked = next;
  }

  /** Marks everything between the row of the keys and another one. */
  markTo(index: number): void {
    const from = this.index < 0 ? index : this.index;
    const next = new Map(this.#marked);
    for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
      const row = this.#rows.at(at);
      if (row) next.set(row.id, row);
    }
    this.#marked = next;
  }

  /** Marks every row that was read. */
  markAll(): void {
    this.#marked = new Map(this.#rows.known.map((row) => [row.id, row]));
  }

  unmark(): void {
    this.#marked = new Map();
  }
}
