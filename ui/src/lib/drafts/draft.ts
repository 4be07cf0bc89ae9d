import type { Backend } from "$lib/backend/backend";

const REST_MS = 400;

/** What is being typed, kept on this desktop whenever the typing rests: leaving a form loses nothing. */
export class Draft {
  #pending: string | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #core: Backend;
  readonly #key: string;

  constructor(core: Backend, key: string) {
    this.#core = core;
    this.#key = key;
  }

  /** What was kept. */
  read(): Promise<string | null> {
    return this.#core.draft(this.#key);
  }

  /** Keeps a text a moment from now; nothing removes what was kept. */
  keepSoon(text: string | null): void {
    this.#pending = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Keeps at once what is still to be kept. A draft that cannot be kept must not disturb the typing. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.#pending;
    this.#pending = undefined;
    if (text !== undefined) await this.#core.keepDraft(this.#key, text).catch(() => undefined);
  }

  /** Removes what was kept: it is recorded, or not wanted. */
  async drop(): Promise<void> {
    this.keepSoon(null);
    await this.flush();
  }
}
