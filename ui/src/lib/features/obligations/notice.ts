import { dayAndTime } from "$lib/format/instants";
import { incidentNotice, maintenanceNotice } from "$lib/i18n/ja/obligation_notices";
import { BLANK } from "$lib/i18n/ja/suspension_notice";
import type { ObligationDraft } from "./draft.svelte";

/** What is entered so far; the matter is none while something of it cannot be read. */
export type Entered = Pick<
  ObligationDraft,
  "kind" | "matter" | "text" | "isHeavy" | "isEmergency" | "incident"
>;

/**
 * Fills in the notice of maintenance (§5) or of an incident (§20); nothing for other kinds. It goes to Japanese
 * customers, whatever the language of the window; what is not known yet stays a blank.
 */
export function noticeOf(entered: Entered, products: string[], timeZone: string): string {
  const { kind, matter, text, isHeavy, isEmergency, incident } = entered;
  const { title, detail, reason } = text;
  const moment = (at: string | undefined) => (at ? dayAndTime(at, { language: "ja", timeZone }) : BLANK);
  if (kind === "maintenance") {
    const known = matter?.kind === kind ? matter : null;
    const [from, until] = [moment(known?.startsAt), moment(known?.endsAt)];
    return maintenanceNotice({ title, detail, reason, products, from, until, isHeavy, isEmergency });
  }
  if (kind === "incident") {
    const detectedAt = moment(matter?.kind === kind ? matter.detectedAt : undefined);
    return incidentNotice({ title, detail, products, incident, detectedAt });
  }
  return "";
}
