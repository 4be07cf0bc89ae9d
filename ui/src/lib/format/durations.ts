const MINUS = "−";

/**
 * Writes business time as h:mm, with a minus sign when it is over: 8040 → "2:14", −4800 → "−1:20".
 * Minutes that have begun count as left, as when one reads them off a clock: at 11:06:05 there are 24 to 11:30, and
 * six and a half minutes over are −0:06.
 */
export function businessTime(seconds: number): string {
  const minutes = Math.abs(Math.ceil(seconds / 60));
  return `${seconds < 0 ? MINUS : ""}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Writes time that was taken, whole minutes of it: 4320 → "1:12". */
export function taken(seconds: number): string {
  return businessTime(Math.floor(Math.max(0, seconds) / 60) * 60);
}
