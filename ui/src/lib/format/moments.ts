import { fromField, toField } from "./instants";

const WRITTEN = /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\([^)]*\))?[ T]+)?(\d{1,2}):?(\d{2})$/;

/** Writes an instant as a person would type it, in the centre's zone: "2026/11/24 11:06". */
export function writeMoment(at: string, timeZone: string): string {
  return toField(at, timeZone).replaceAll("-", "/").replace("T", " ");
}

/**
 * Reads an instant as people type it: "10:45" and "1045" are today, "11/24 10:45" is this year. Wide digits, as
 * Japanese input leaves them, are read too; nothing where it is no instant.
 */
export function readMoment(text: string, now: string, timeZone: string): string | null {
  const parts = WRITTEN.exec(text.normalize("NFKC").trim().replace(/\s+/g, " "));
  if (!parts) return null;
  const today = toField(now, timeZone);
  const two = (part: string | undefined) => (part ?? "").padStart(2, "0");
  const [, year = today.slice(0, 4), month, day, hour, minute] = parts;
  const date = month ? `${year}-${two(month)}-${two(day)}` : today.slice(0, 10);
  const field = `${date}T${two(hour)}:${two(minute)}`;
  const at = fromField(field, timeZone);
  // 30 February and 24:10 are moved on to a day that there is; they are mistakes all the same.
  return at !== null && toField(at, timeZone) === field ? at : null;
}
