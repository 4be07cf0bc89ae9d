const MINUS = "−";

/**
 * Writes business time as h:mm, with a minus sign when it is over: 8040 → "2:14", −4800 → "−1:20".
 * Seconds are cut off towards the deadline: with 59 seconds left it says 0:00, one second over is −0:01.
 */
export function businessTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? MINUS : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

/** Writes time that was taken, which is never negative: 4320 → "1:12". */
export function taken(seconds: number): string {
  return businessTime(Math.max(0, seconds));
}
