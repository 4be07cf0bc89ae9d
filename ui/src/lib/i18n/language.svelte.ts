import type { Language, Localised } from "$lib/backend/bindings";
import { en } from "./en";
import { ja, type Catalogue } from "./ja";

const CATALOGUES: Record<Language, Catalogue> = { ja, en };

class CurrentLanguage {
  current = $state<Language>("ja");

  set(language: Language): void {
    this.current = language;
    document.documentElement.lang = language;
  }
}

/** The language of the window. */
export const language = new CurrentLanguage();

/** The words in the language of the window: `t().queue.title`. */
export function t(): Catalogue {
  return CATALOGUES[language.current];
}

/** A name that comes in both languages, such as a product's. */
export function localised(name: Localised): string {
  return name[language.current] || name.ja;
}
