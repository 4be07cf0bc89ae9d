import type { Catalogue } from "$lib/i18n/ja";

/** A part of the settings, as the address names it. */
export type Section = keyof Catalogue["settings"]["sections"];

/** The parts in their order. */
export const SECTIONS: Section[] = ["person", "notices", "thresholds", "intake", "calendar", "data", "about"];

/** Reads the part of an address; whatever it does not know is the first. */
export function readSection(part: string): Section {
  return SECTIONS.find((section) => section === part) ?? "person";
}
