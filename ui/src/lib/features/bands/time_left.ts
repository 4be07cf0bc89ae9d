import type { QueueRow } from "$lib/backend/bindings";

/** What the chip of a row tells: how much time, and which instant stands beside it. */
export interface TimeLeft {
  /** Business seconds left or, where it is answered, taken; nothing where no time counts. */
  seconds: number | null;
  /** Whether it still runs. */
  runs: boolean;
  /** The instant beside it. */
  at: string | null;
  /** What the instant is. */
  about: "target" | "limit" | "response";
  /** Whether all of what is over ran outside business time. */
  afterClosing: boolean;
}

type Timed = Pick<
  QueueRow,
  | "aim"
  | "band"
  | "businessLeftS"
  | "businessLeftToLimitS"
  | "businessTakenS"
  | "target"
  | "limit"
  | "answeredAt"
>;

const running = (seconds: number, at: string, about: "target" | "limit"): TimeLeft => ({
  seconds,
  runs: true,
  at,
  about,
  afterClosing: false,
});

/**
 * Chooses what a row shows. Past the target it is still the target that has run over, but the limit that counts from
 * now on; past the limit only the limit matters.
 */
export function timeLeft(row: Timed): TimeLeft {
  switch (row.band) {
    case "breach":
      return over(running(row.businessLeftToLimitS, row.limit, "limit"));
    case "late":
      // The triage aim has no limit behind it.
      if (row.aim) return over(running(row.businessLeftS, row.target, "target"));
      return over(running(row.businessLeftS, row.limit, "limit"));
    case "urgent":
    case "soon":
    case "fine":
    case "waiting":
      return running(row.businessLeftS, row.target, "target");
    case "answered":
      return {
        seconds: row.businessTakenS,
        runs: false,
        at: row.answeredAt,
        about: "response",
        afterClosing: false,
      };
    case "ended":
      return { seconds: null, runs: false, at: null, about: "response", afterClosing: false };
  }
}

function over(shown: TimeLeft): TimeLeft {
  return { ...shown, afterClosing: shown.seconds === 0 };
}
