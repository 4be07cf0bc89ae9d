import type { Matter, ObligationText } from "$lib/backend/bindings";
import { dayAndTime } from "$lib/format/instants";
import { incidentNotice, maintenanceNotice } from "$lib/i18n/ja/obligation_notices";
import { BLANK } from "$lib/i18n/ja/suspension_notice";

/** What a notice names besides its matter. */
export interface Named {
  text: ObligationText;
  products: string[];
  timeZone: string;
}

/**
 * Fills in the notice of maintenance (§5) or of an incident (§20); nothing for other matters. It goes to Japanese
 * customers, whatever the language of the window; what is not known yet stays a blank.
 */
export function noticeOf(matter: Matter | null, { text, products, timeZone }: Named): string {
  const moment = (at: string) => (at ? dayAndTime(at, { language: "ja", timeZone }) : BLANK);
  const { title, detail, reason } = text;
  if (matter?.kind === "maintenance") {
    const { startsAt, endsAt, isHeavy, isEmergency } = matter;
    const [from, until] = [moment(startsAt), moment(endsAt)];
    return maintenanceNotice({ title, detail, reason, products, from, until, isHeavy, isEmergency });
  }
  if (matter?.kind === "incident") {
    const { detectedAt, incident } = matter;
    return incidentNotice({ title, detail, products, incident, detectedAt: moment(detectedAt) });
  }
  return "";
}
