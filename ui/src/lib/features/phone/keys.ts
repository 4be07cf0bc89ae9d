import type { Level } from "$lib/backend/bindings";
import { LEVELS } from "$lib/features/queue/commands";
import { isComposing } from "$lib/keys/composing";

/** What a key does in the phone form. */
export type CallKey =
  { kind: "level"; level: Level } | { kind: "save" } | { kind: "next" } | { kind: "product"; index: number };

/** The letters of the products besides their numbers: the first letter of each family. */
function productAt(key: string, products: string[]): number {
  const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (digit >= 0) return digit < products.length ? digit : -1;
  return key.length === 1 ? products.findIndex((id) => id.startsWith(key.toLowerCase())) : -1;
}

/**
 * Reads a key of the form. Alt with a digit sets the level wherever the keys are; it is read by its place on the
 * keyboard, since Alt makes other letters of digits on some. Enter in a field of one line goes on to the next.
 */
export function callKey(event: KeyboardEvent, products: string[]): CallKey | null {
  if (isComposing(event)) return null;
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
  const level = digit ? LEVELS[Number(digit) - 1] : undefined;
  if (event.altKey && level) return { kind: "level", level };
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return { kind: "save" };
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const at = event.target;
  if (event.key === "Enter" && at instanceof HTMLInputElement && at.type !== "submit")
    return { kind: "next" };
  if (at instanceof HTMLElement && at.closest("[data-products]")) {
    const index = productAt(event.key, products);
    if (index >= 0) return { kind: "product", index };
  }
  return null;
}

/** The field after the one where the keys are; a group of boxes counts as one field. */
export function fieldAfter(form: HTMLElement | undefined, from: EventTarget | null): HTMLElement | null {
  const steps = [...(form?.querySelectorAll<HTMLElement>("[data-step]") ?? [])];
  const at = steps.findIndex((step) => from instanceof Node && step.contains(from));
  const next = steps[at + 1];
  return next?.querySelector<HTMLElement>("input:checked") ?? next?.querySelector("input, textarea") ?? null;
}
