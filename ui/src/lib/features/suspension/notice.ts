import { dayAndTime } from "$lib/format/instants";
import { BLANK, suspensionNotice } from "$lib/i18n/ja/suspension_notice";

/** What the notice names. */
export interface Noticed {
  from: string | null;
  until: string | null;
  reason: string;
  products: string[];
  timeZone: string;
}

/**
 * Fills in the notice of a suspension (§15). It goes to Japanese customers, whatever the language of the window; what
 * is not known yet stays a blank to be filled in.
 */
export function noticeText({ from, until, reason, products, timeZone }: Noticed): string {
  const moment = (at: string | null) => (at ? dayAndTime(at, { language: "ja", timeZone }) : BLANK);
  return suspensionNotice({
    from: moment(from),
    until: moment(until),
    reason: reason.trim() || BLANK,
    products,
  });
}
