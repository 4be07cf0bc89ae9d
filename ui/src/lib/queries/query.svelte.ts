import { onDestroy } from "svelte";
import { backend, BackendError } from "$lib/backend/backend";
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

/** Reads again what a change bears on. */
export async function invalidate(changed: Changed): Promise<void> {
  const stale = [...listening].filter((query) => query.tags().some((tag) => touches(changed, tag)));
  await readAgain(stale);
}

/** Reads again what carries one of these tags. */
export async function refresh(...tags: Tag[]): Promise<void> {
  const stale = [...listening].filter((query) => query.tags().some((tag) => tags.includes(tag)));
  await readAgain(stale);
}

/** Reads what one looks at first: the counts round it may come a moment later. */
async function readAgain(stale: Listening[]): Promise<void> {
  const round = (query: Listening) => query.tags().includes("frame");
  await Promise.all(stale.filter((query) => !round(query)).map(readNext));
  await Promise.all(stale.filter(round).map(readNext));
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

/** Lets the core's word of a change refresh the queries. */
export function followChanges(): () => void {
  return backend().on("changed", (changed) => void invalidate(changed));
}

/** Something read from the core, kept up to date. The last good value stays while a new one is read. */
export class Query<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<BackendError | null>(null);
  loading = $state(true);
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
      this.error = BackendError.from(thrown);
    }
    this.loading = false;
  };

  /** Forgets the value: what comes next is about something else. */
  forget(): void {
    this.value = null;
    this.error = null;
    this.loading = true;
  }
}

/** A query that lives as long as the component that asks. */
export function useQuery<T>(tags: () => Tag[], ask: () => Promise<T>): Query<T> {
  const query = new Query(ask);
  onDestroy(listen(tags, query.read));
  void query.read();
  return query;
}

/** As `useQuery`, for something whose key may change, as with the inquiry that is open. */
export function useKeyedQuery<K, T>(
  key: () => K,
  tags: (key: K) => Tag[],
  ask: (key: K) => Promise<T>,
): Query<T> {
  const query = new Query(() => ask(key()));
  onDestroy(listen(() => tags(key()), query.read));
  let last: K | undefined;
  $effect(() => {
    const now = key();
    if (now === last) return;
    last = now;
    query.forget();
    void query.read();
  });
  return query;
}
