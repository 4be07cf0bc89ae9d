import { BackendError } from "$lib/backend/backend";
import type { BandCount, QueuePage, QueueRow } from "$lib/backend/bindings";
import { counted } from "$lib/queries/settled";

/** How many rows are asked for at once. */
export const PAGE = 100;

type Ask = (offset: number, limit: number) => Promise<QueuePage>;

/**
 * The rows of one question, read page by page as they come into sight.
 * When something changes, the pages in sight are read again and take the old ones' place in one step.
 */
export class QueueRows {
  total = $state(0);
  asOf = $state("");
  bands = $state.raw<BandCount[]>([]);
  error = $state.raw<BackendError | null>(null);
  /** Whether nothing of the question has come yet. */
  loading = $state(true);
  #pages = $state.raw<ReadonlyMap<number, QueueRow[]>>(new Map());
  #asked = new Set<number>();
  #sight: [number, number] = [0, 0];
  #turn = 0;
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The row at a place; nothing while its page is on the way. */
  at(index: number): QueueRow | null {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
  }

  /** The place of an inquiry among the rows that were read; −1 where it is not. */
  indexOf(id: string): number {
    for (const [page, rows] of this.#pages) {
      const index = rows.findIndex((row) => row.id === id);
      if (index >= 0) return page * PAGE + index;
    }
    return -1;
  }

  /** Every row that was read. */
  get known(): QueueRow[] {
    return [...this.#pages.values()].flat();
  }

  /** Begins anew with another question. */
  async begin(): Promise<void> {
    this.#pages = new Map();
    this.total = 0;
    this.bands = [];
    this.error = null;
    this.loading = true;
    this.#sight = [0, 0];
    await this.reload();
  }

  /** Reads what is in sight again. What is out of sight is read when it comes back. */
  reload = async (): Promise<void> => {
    const turn = ++this.#turn;
    const [first, last] = this.#sight;
    const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    this.#asked = new Set(wanted);
    try {
      const read = await Promise.all(wanted.map(async (page) => [page, await this.#read(page)] as const));
      if (turn !== this.#turn) return;
      this.#pages = new Map(read.map(([page, { rows }]) => [page, rows]));
      const newest = read.at(-1)?.[1];
      if (newest) this.#take(newest);
    } catch (thrown) {
      if (turn === this.#turn) this.error = BackendError.from(thrown);
    }
    if (turn === this.#turn) this.loading = false;
  };

  /** Says which rows are in sight; reads the pages that are missing. */
  async see(from: number, to: number): Promise<void> {
    const lastPage = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const clamp = (index: number) => Math.min(Math.max(0, Math.floor(index / PAGE)), lastPage);
    this.#sight = [clamp(from), clamp(to)];
    if (this.loading) return;
    const [first, last] = this.#sight;
    for (let page = first; page <= last; page++) await this.#add(page);
  }

  async #add(page: number): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const turn = this.#turn;
    try {
      const read = await this.#read(page);
      if (turn !== this.#turn) return;
      this.#pages = new Map([...this.#pages, [page, read.rows]]);
      this.#take(read);
    } catch (thrown) {
      this.#asked.delete(page);
      if (turn === this.#turn) this.error = BackendError.from(thrown);
    }
  }

  #read(page: number): Promise<QueuePage> {
    return counted(this.#ask(page * PAGE, PAGE));
  }

  #take({ total, asOf, bands }: QueuePage): void {
    this.total = total;
    this.asOf = asOf;
    this.bands = bands;
    this.error = null;
  }
}
