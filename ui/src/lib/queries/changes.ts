import { backend } from "$lib/backend/backend";
import type { Changed, Written } from "$lib/backend/bindings";
import { invalidate } from "./query.svelte";

/** How many operations are remembered; the core tells of them within moments. */
const REMEMBERED = 100;

/** What was read again after own writes, by their operations. */
const followed = new Map<string, Promise<void>>();

/** Reads again what a write of this window bears on, at its answer: the core's own word of it may come later. */
export function followWrite({ operation, inquiries }: Written): Promise<void> {
  // What changes no inquiry is told of as everything.
  if (inquiries.length === 0) return Promise.resolve();
  return follow({ inquiries, everything: false, operations: [operation] });
}

/** Lets the core's word of a change refresh the queries. */
export function followChanges(): () => void {
  followed.clear();
  return backend().on("changed", (changed) => void follow(changed));
}

function follow(changed: Changed): Promise<void> {
  const { everything, operations } = changed;
  const known = operations.map((operation) => followed.get(operation));
  if (!everything && known.length > 0 && !known.includes(undefined)) {
    return Promise.all(known).then(() => undefined);
  }
  const reading = invalidate(changed);
  operations.forEach((operation) => followed.set(operation, reading));
  [...followed.keys()].slice(0, -REMEMBERED).forEach((operation) => followed.delete(operation));
  return reading;
}
