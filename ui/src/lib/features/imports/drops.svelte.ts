type Take = (paths: string[]) => void;

/** A page that takes the files dropped on it, and what it says while they are held over it. */
interface Taker {
  take: Take;
  says: () => string;
}

class Drops {
  #takers = $state.raw<Taker[]>([]);

  /** The page that takes dropped files now, if any does. */
  get taker(): Taker | undefined {
    return this.#takers.at(-1);
  }

  /** Lets a page take the files that are dropped while it is shown; gives what ends that. */
  takeAs(says: () => string, take: Take): () => void {
    const taker = { take, says };
    this.#takers = [...this.#takers, taker];
    return () => (this.#takers = this.#takers.filter((it) => it !== taker));
  }
}

/** Where dropped files go, if not to the intake. */
export const drops = new Drops();
