import type { RegisterProblem } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";

/** Says what is wrong with a field, with what would do where something is near. */
export function problemText({ code, suggestion, otherLine }: RegisterProblem): string {
  const words = t().customers;
  const sentences: Record<string, string> = words.problem;
  const said = sentences[code.replaceAll("-", "_")] ?? code;
  const hints = [
    suggestion ? words.suggest(suggestion) : null,
    otherLine === null ? null : words.compare(otherLine),
  ];
  return [said, ...hints].filter(Boolean).join(" · ");
}

/** What is wrong with one field of a form; nothing where all is well. */
export function problemOf(problems: RegisterProblem[], column: string): string | null {
  const found = problems.filter((problem) => problem.column === column).map(problemText);
  return found.length > 0 ? found.join(" / ") : null;
}
