import { BackendError } from "$lib/backend/backend";
import { sentenceOf } from "$lib/i18n/sentence";

/** A short word at the foot of the window. */
export interface Toast {
  id: number;
  text: string;
  tone: "said" | "failed";
  /** What can be done about it, as undoing. */
  action: { label: () => string; run: () => void; undoes?: boolean } | null;
}

const SHOWN_MS = 6000;
const FAILED_MS = 12_000;
const MOST = 3;

class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;

  /** Says that something was done. */
  say(text: string, action: Toast["action"] = null): void {
    this.#show({ id: this.#next++, text, tone: "said", action }, SHOWN_MS);
  }

  /** Says why something was not done. */
  failed(thrown: unknown): void {
    const text = sentenceOf(BackendError.from(thrown));
    this.#show({ id: this.#next++, text, tone: "failed", action: null }, FAILED_MS);
  }

  putAway(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #show(toast: Toast, forMs: number): void {
    // Only the latest operation can be undone, so only the latest toast may offer it.
    const kept = this.list.filter(
      ({ text, action }) => text !== toast.text && !(toast.action?.undoes && action?.undoes),
    );
    this.list = [...kept, toast].slice(-MOST);
    setTimeout(() => this.putAway(toast.id), forMs);
  }
}

/** The toasts of the window. */
export const toasts = new Toasts();
