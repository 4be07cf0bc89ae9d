import type { Band, ClockBand, Obligation } from "$lib/backend/bindings";
import { centre, say } from "$lib/format/centre.svelte";
import { businessTime } from "$lib/format/durations";
import { fromField, toField } from "$lib/format/instants";
import { t } from "$lib/i18n/language.svelte";

/** How the bands of clocks look: as those of inquiries that are as near. */
const LIKE: Record<ClockBand, Band> = {
  overdue: "breach",
  urgent: "urgent",
  soon: "soon",
  fine: "fine",
  done: "answered",
};

/** How an obligation stands, as a list shows it. */
export interface Standing {
  /** The look; nothing where no time is promised or it fell away. */
  band: Band;
  /** How much time is left. */
  left: string;
  /** When it is due. */
  due: string;
  /** In a word. */
  word: string;
}

/** Writes how an obligation stands; `asOf` is when the core reckoned it. */
export function standing(it: Obligation, asOf: string): Standing {
  const words = t().obligations;
  const due = dueOf(it);
  if (it.withdrawnAt) return { band: "ended", left: "—", due, word: words.withdrawn };
  if (it.doneAt) {
    const word = it.late ? words.doneLate : words.done;
    return { band: it.late ? "late" : "answered", left: say.short(it.doneAt), due, word };
  }
  if (!it.clock) return { band: "waiting", left: "—", due, word: words.noTime };
  const { band } = it.clock;
  return { band: LIKE[band], left: leftOf(it, asOf), due, word: words.band[band] };
}

/** When it is due, in words; empty where no time is promised. */
export function dueOf({ clock }: Obligation): string {
  if (clock?.dueAt) return say.short(clock.dueAt);
  return clock?.dueOn ? dayOf(clock.dueOn) : "";
}

/** A date with its year where that is another than now's. */
function dayOf(on: string): string {
  const noon = fromField(`${on}T12:00`, centre.told.timeZone);
  return noon ? say.day(noon) : on;
}

function leftOf({ clock }: Obligation, asOf: string): string {
  if (!clock) return "";
  if (clock.dueOn) return days(clock.dueOn);
  if (clock.onTheWall) return businessTime((Date.parse(clock.countedTo) - centre.nowMs) / 1000);
  return say.left(clock.leftS, asOf);
}

const DAY_MS = 86_400_000;

/** Dates are counted in days: nobody reads 63 business hours. */
function days(on: string): string {
  const today = toField(centre.now, centre.told.timeZone).slice(0, 10);
  const left = Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS);
  return left < 0 ? t().obligations.daysOver(-left) : t().obligations.daysLeft(left);
}
