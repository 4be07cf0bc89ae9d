import type { ResponseKind } from "$lib/backend/bindings";
import type { Catalogue } from "$lib/i18n/ja";

/** A text to begin with. */
export interface Template {
  id: keyof Catalogue["respond"]["templates"];
  kind: ResponseKind;
}

/** The templates, each for what its text would count as (§18). */
export const TEMPLATES: Template[] = [
  { id: "solution", kind: "answer" },
  { id: "narrowing", kind: "question" },
  { id: "outOfScope", kind: "out-of-scope" },
  { id: "receipt", kind: "receipt" },
];

/** Puts a template where the cursor is; an empty field becomes the template. */
export function inserted(text: string, template: string, from: number, to: number): string {
  if (text.trim() === "") return template;
  return text.slice(0, from) + template + text.slice(to);
}
