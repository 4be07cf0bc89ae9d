import type { QueueRow, Written } from "$lib/backend/bindings";
import { followWrite } from "./changes";

/** What can be chosen for an inquiry by one key, and be seen at once. */
export type Choice = Partial<Pick<QueueRow, "level" | "assignee">>;

interface Shown {
  choice: Choice;
  /** Until the core has answered and what follows from it was read. */
  over: Promise<unknown>;
}

/**
 * What was just chosen for inquiries: their rows show it, marked as not recorded yet, until the core has answered. What
 * follows from it, as the deadline, comes with the answer. Where the core refuses, the rows show again what they have.
 */
class Chosen {
  #shown = $state.raw<ReadonlyMap<string, Shown>>(new Map());

  /** What is chosen for an inquiry and not recorded yet. */
  of(id: string): Choice | null {
    return this.#shown.get(id)?.choice ?? null;
  }

  /** Shows a choice while it is written; `write` gives nothing where the core refuses. */
  async show(inquiries: string[], choice: Choice, write: () => Promise<Written | null>): Promise<void> {
    const over = write().then((written) => written && followWrite(written));
    const shown = { choice, over };
    this.#shown = new Map([...this.#shown, ...inquiries.map((id) => [id, shown] as const)]);
    try {
      await over;
    } finally {
      this.#shown = new Map([...this.#shown].filter(([, other]) => other !== shown));
    }
  }

  /** Waits until an inquiry's own row shows what was chosen for it; what is done next may depend on it. */
  async recorded(inquiries: string[]): Promise<void> {
    await Promise.allSettled(inquiries.map((id) => this.#shown.get(id)?.over));
  }
}

/** What was just chosen in the window. */
export const chosen = new Chosen();
