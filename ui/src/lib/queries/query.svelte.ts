import { onDestroy, untrack } from "svelte";
import { BackendError } from "$lib/backend/backend";
import type { Changed } from "$lib/backend/bindings";
import { counted } from "./settled";

/** What a query shows; the core says which of these changed. */
export type Tag =
  "frame" | "queue" | "settings" | "refused" | "customers" | "obligations" | "report" | `inquiry:${string}`;

interface Listening {
  tags: () => Tag[];
  read: () => Promise<void>;
  /** The reading that is under way. */
  reading: Promise<void> | null;
  /** The reading after it, for what changes meanwhile: one, however many changes come. */
  next: Promise<void> | null;
}

const listening = new Set<Listening>();

/** Tells whether a change bears on a tag. */
export function touches(changed: Changed, tag: Tag): boolean {
  if (changed.everything || tag === "frame" || tag === "queue" || tag === "report") return true;
  if (tag === "settings" || tag === "customers") return false;
  if (tag === "refused") return changed.inquiries.length > 0;
  // Writes to obligations are told of as everything; where only time has passed, their bands may have.
  if (tag === "obligations") return changed.inquiries.length === 0;
  // Without inquiries only time has passed, and that moves every clock.
  return changed.inquiries.length === 0 || changed.inquiries.includes(tag.slice("inquiry:".length));
}

/** Reads again what a change bears on, and waits for what one looks at: the counts round it may come a moment later. */
export async function invalidate(changed: Changed): Promise<void> {
  const stale = [...listening].filter((query) => query.tags().some((tag) => touches(changed, tag)));
  await Promise.all(stale.filter((query) => !isRound(query)).map(readNext));
  stale.filter(isRound).forEach((query) => void readNext(query));
}

/** Reads again what carries one of these tags. */
export async function refresh(...tags: Tag[]): Promise<void> {
  const stale = [...listening].filter((query) => query.tags().some((tag) => tags.includes(tag)));
  await Promise.all(stale.filter((query) => !isRound(query)).map(readNext));
  await Promise.all(stale.filter(isRound).map(readNext));
}

/** Tells whether something stands round what one looks at. */
function isRound(query: Listening): boolean {
  return query.tags().includes("frame");
}

/** Reads now or, where a reading is under way that may have begun too early, once more after it. */
function readNext(query: Listening): Promise<void> {
  if (query.reading) return (query.next ??= query.reading.then(() => readNow(query)));
  return readNow(query);
}

function readNow(query: Listening): Promise<void> {
  query.next = null;
  const reading = query.read().finally(() => {
    if (query.reading === reading) query.reading = null;
  });
  query.reading = reading;
  return reading;
}

/** Hears of changes until it is stopped. */
export function listen(tags: () => Tag[], read: () => Promise<void>): () => void {
  const entry: Listening = { tags, read, reading: null, next: null };
  listening.add(entry);
  return () => void listening.delete(entry);
}

/** Something read from the core, kept up to date. The last good value stays while a new one is read. */
export class Query<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<BackendError | null>(null);
  loading = $state(true);
  /** Whether the value is still that of what was shown before. */
  stale = $state(false);
  #turn = 0;
  readonly #ask: () => Promise<T>;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  /** Reads; only the answer to the latest question counts. */
  read = async (): Promise<void> => {
    const turn = ++this.#turn;
    try {
      const value = await counted(this.#ask());
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = null;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      if (this.stale) this.value = null;
      this.error = BackendError.from(thrown);
    }
    this.stale = false;
    this.loading = false;
  };

  /** Forgets the value: what comes next is about something else. */
  forget(): void {
    this.value = null;
    this.error = null;
    this.loading = true;
    this.stale = false;
  }
}

/** A query that lives as long as the component that asks. */
export function useQuery<T>(tags: () => Tag[], ask: () => Promise<T>): Query<T> {
  const query = new Query(ask);
  onDestroy(listen(tags, query.read));
  void query.read();
  return query;
}

/** How long the value of the key before may stand until that of the new one comes, in milliseconds. */
const LINGER_MS = 150;

/**
 * As `useQuery`, for something whose key may change, as with the inquiry that is open. With `lingers`, what was shown
 * stays until the new is there or a moment has passed, so that what changes little is not drawn twice.
 */
export function useKeyedQuery<K, T>(
  key: () => K,
  tags: (key: K) => Tag[],
  ask: (key: K) => Promise<T>,
  { lingers = false } = {},
): Query<T> {
  const query = new Query(() => ask(key()));
  onDestroy(listen(() => tags(key()), query.read));
  let last: K | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const change = () => {
    clearTimeout(forgetting);
    if (!lingers || query.value === null) return query.forget();
    query.stale = true;
    forgetting = setTimeout(() => query.stale && query.forget(), LINGER_MS);
  };
  $effect(() => {
    const now = key();
    if (now === last) return;
    last = now;
    untrack(change);
    void query.read();
  });
  return query;
}
