import type { BusinessClock } from "$lib/backend/bindings";
import { language } from "$lib/i18n/language.svelte";
import { businessTime } from "./durations";
import { dayAndTime, dayOf, short, timeOfDay, type Shown } from "./instants";

const SECOND = 1000;
const STAND_IN: BusinessClock = {
  now: new Date(0).toISOString(),
  open: false,
  until: new Date(0).toISOString(),
  leftS: 0,
  timeZone: "Asia/Tokyo",
};

/**
 * The support centre's clock as the core last told it, moved on between two messages.
 * Business time passes only while the centre is open, and not past the closing that the core named.
 */
export class CentreClock {
  told = $state.raw<BusinessClock>(STAND_IN);
  #passed = $state(0);
  #heardAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #steady: () => number;

  constructor(steady: () => number = () => performance.now()) {
    this.#steady = steady;
  }

  /** Takes the core's word. */
  hear(clock: BusinessClock): void {
    this.told = clock;
    this.#heardAt = this.#steady();
    this.#passed = 0;
  }

  /** Moves on; done each second by `run`. */
  tick(): void {
    this.#passed = this.#steady() - this.#heardAt;
  }

  /** Ticks until it is stopped. */
  run(): () => void {
    this.#timer = setInterval(() => this.tick(), SECOND);
    return () => clearInterval(this.#timer);
  }

  /** Now, in milliseconds since 1970. */
  get nowMs(): number {
    return Date.parse(this.told.now) + this.#passed;
  }

  /** Now, as RFC 3339. */
  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  /** Whether business time passes now. */
  get open(): boolean {
    return this.told.open && this.nowMs < Date.parse(this.told.until);
  }

  /** Business time left until the day's closing, in seconds. */
  get leftS(): number {
    return Math.max(0, this.told.leftS - this.#passedBusinessS(Date.parse(this.told.now)));
  }

  /** Business time left as of an instant, moved on to now. */
  leftNow(leftS: number, asOf: string): number {
    return leftS - this.#passedBusinessS(Date.parse(asOf));
  }

  #passedBusinessS(sinceMs: number): number {
    if (!this.told.open) return 0;
    const end = Math.min(this.nowMs, Date.parse(this.told.until));
    return Math.max(0, (end - sinceMs) / SECOND);
  }
}

/** The clock of the window. */
export const centre = new CentreClock();

function shown(): Shown {
  return { language: language.current, timeZone: centre.told.timeZone };
}

/** Instants as the window shows them: in its language, at the centre's place. */
export const say = {
  /** "9:30" */
  time: (at: string) => timeOfDay(at, shown()),
  /** "11/24(火)" */
  day: (at: string) => dayOf(at, shown(), centre.told.now),
  /** "11/24(火) 9:30" */
  dayAndTime: (at: string) => dayAndTime(at, shown(), centre.told.now),
  /** "9:30" where it is today, else "11/24(火) 9:30" */
  short: (at: string) => short(at, centre.told.now, shown()),
  /** "2:14", "−1:20" */
  left: (seconds: number, asOf: string) => businessTime(centre.leftNow(seconds, asOf)),
};
