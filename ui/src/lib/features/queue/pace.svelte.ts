/** How long after a throw it counts as one, in milliseconds. */
const CALM_MS = 120;

/** How fast the rows go by. */
export class Pace {
  /** Whether more passes at once than the screen holds: what is drawn beyond its edges, nobody would ever see. */
  isThrow = $state(false);
  #calming: ReturnType<typeof setTimeout> | undefined;

  /** Notes how far the rows moved at once, in pixels, and how much of them the screen holds. */
  moved(by: number, viewport: number): void {
    this.isThrow = Math.abs(by) > viewport;
    clearTimeout(this.#calming);
    if (this.isThrow) this.#calming = setTimeout(() => (this.isThrow = false), CALM_MS);
  }
}
