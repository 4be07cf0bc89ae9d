import { BackendError } from "$lib/backend/backend";
import type { BandCount, QueuePage, QueueRow } from "$lib/backend/bindings";
import { counted } from "$lib/queries/settled";

/** How many rows are asked for at once. */
export const PAGE = 100;
/** How many pages are read before the rows that move get there. */
const AHEAD = 4;
/** Who goes further than so many rows at once jumps, and nothing tells where the rows go next. */
const JUMP = 3 * PAGE;
/** How many pages are on the way at most when one more is read ahead: they wait for one another in the core. */
const AT_ONCE = 3;
/** How many pages are kept; those farthest from sight go first. */
const KEPT = 24;

type Ask = (offset: number, limit: number) => Promise<QueuePage>;

/**
 * The rows of one question, read page by page as they come into sight, and some before they do.
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
  readonly #reading = new Map<number, Promise<void>>();
  /** The pages from before the latest change that was told. */
  #stale = new Set<number>();
  #sight: [number, number] = [0, 0];
  /** The pages to which the rows are moving, the next first. */
  #coming: number[] = [];
  #from = 0;
  #turn = 0;
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The row at a place; nothing while its page is on the way. */
  at(index: number): QueueRow | null {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
  }

  /** The place of an inquiry among the rows that are kept; −1 where it is not. */
  indexOf(id: string): number {
    // Looked through where somebody asks: pages come far more often, while rows are thrown by.
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Every row that is kept. */
  get known(): QueueRow[] {
    return [...this.#pages.values()].flat();
  }

  /** Begins anew with another question. */
  async begin(): Promise<void> {
    this.#keep(new Map());
    this.total = 0;
    this.bands = [];
    this.error = null;
    this.loading = true;
    this.#sight = [0, 0];
    this.#coming = [];
    this.#from = 0;
    await this.reload();
  }

  /** Reads what is in sight again. What is out of sight is read when it comes back. */
  reload = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.#stale = new Set(this.#pages.keys());
    this.#reading.clear();
    try {
      const read = await Promise.all(
        this.#inSight.map(async (page) => [page, await counted(this.#read(page))] as const),
      );
      if (turn !== this.#turn) return;
      // Where the rows moved on meanwhile, what came is as new.
      const kept = [...this.#pages].filter(([page]) => !this.#stale.has(page));
      this.#keep(new Map([...kept, ...read.map(([page, { rows }]) => [page, rows] as const)]));
      const newest = read.at(-1)?.[1];
      if (newest) this.#take(newest);
    } catch (thrown) {
      if (turn === this.#turn) this.error = BackendError.from(thrown);
    }
    if (turn !== this.#turn) return;
    const began = this.loading;
    this.loading = false;
    if (!began) await this.#bring();
  };

  /** Says which rows are in sight; reads the pages that are missing, and then those to which the rows are moving. */
  async see(from: number, to: number): Promise<void> {
    const lastPage = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const clamp = (index: number) => Math.min(Math.max(0, Math.floor(index / PAGE)), lastPage);
    const [first, last] = [clamp(from), clamp(to)];
    const moved = from - this.#from;
    this.#from = from;
    this.#sight = [first, last];
    const way = Math.abs(moved) > JUMP ? 0 : Math.sign(moved);
    const next = way < 0 ? first : last;
    this.#coming = Array.from({ length: way === 0 ? 0 : AHEAD }, (_, step) => next + way * (step + 1)).filter(
      (page) => page >= 0 && page <= lastPage,
    );
    if (!this.loading) await this.#bring();
  }

  get #inSight(): number[] {
    const [first, last] = this.#sight;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /** Reads what is missing, and waits for what is in sight. */
  async #bring(): Promise<void> {
    const sight = this.#inSight;
    for (const page of sight) this.#add(page, counted);
    this.#readAhead();
    await Promise.all(sight.map((page) => this.#reading.get(page)));
  }

  #readAhead(): void {
    for (const page of this.#coming) if (this.#reading.size < AT_ONCE) this.#add(page);
  }

  #add(page: number, watched = (reading: Promise<QueuePage>) => reading): void {
    if (this.#pages.has(page) || this.#reading.has(page)) return;
    const turn = this.#turn;
    const add = async () => {
      try {
        const read = await watched(this.#read(page));
        if (turn !== this.#turn) return;
        this.#reading.delete(page);
        this.#stale.delete(page);
        this.#keep(new Map([...this.#pages, [page, read.rows]]));
        this.#take(read);
        this.#readAhead();
      } catch (thrown) {
        if (turn !== this.#turn) return;
        this.#reading.delete(page);
        this.error = BackendError.from(thrown);
      }
    };
    this.#reading.set(page, add());
  }

  #read(page: number): Promise<QueuePage> {
    return this.#ask(page * PAGE, PAGE);
  }

  /** Keeps pages, as many as there is room for. */
  #keep(pages: Map<number, QueueRow[]>): void {
    const [first] = this.#sight;
    const far = [...pages.keys()].sort((a, b) => Math.abs(a - first) - Math.abs(b - first)).slice(KEPT);
    far.forEach((page) => pages.delete(page));
    this.#pages = pages;
  }

  #take({ total, asOf, bands }: QueuePage): void {
    this.total = total;
    this.asOf = asOf;
    this.bands = bands;
    this.error = null;
  }
}
