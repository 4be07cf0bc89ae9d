import type { Backend } from "$lib/backend/backend";
import type { QueueRow } from "$lib/backend/bindings";

const MOST = 8;

/** Finds inquiries by number or words, without those that cannot be meant. */
export async function found(core: Backend, words: string, without: string[]): Promise<QueueRow[]> {
  const rows = await core.search(words.normalize("NFKC"), MOST + without.length);
  return rows.filter(({ id }) => !without.includes(id)).slice(0, MOST);
}

/** The inquiry that came first: the others are merged into it, so that its clock goes on. */
export function earliest(rows: QueueRow[]): QueueRow | undefined {
  return [...rows].sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))[0];
}
