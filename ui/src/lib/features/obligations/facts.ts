import type { Obligation } from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { civilDate } from "$lib/format/instants";
import { language, t } from "$lib/i18n/language.svelte";

/** A labelled fact. */
export type Fact = [label: string, value: string];

/** What is known of an obligation, for its card; what is empty is left out. */
export function factsOf({ matter, text }: Obligation): Fact[] {
  const words = t().obligations;
  const written: Fact[] = [
    [words.detail, text.detail],
    [words.reason, text.reason],
    [matter.kind === "enterprise-app" ? words.asker : words.customers, text.customers],
    [words.recipients, text.recipients],
    [words.notice, text.notice],
  ];
  return [...known(matter), ...written].filter(([, value]) => value !== "");
}

function known(matter: Obligation["matter"]): Fact[] {
  const words = t().obligations;
  switch (matter.kind) {
    case "enterprise-app":
      return [[words.requestedAt, say.dayAndTime(matter.requestedAt)]];
    case "maintenance": {
      const notes = [
        ...(matter.isHeavy ? [words.facts.heavy] : []),
        ...(matter.isEmergency ? [words.facts.emergency] : []),
      ];
      return [
        [words.startsAt, words.facts.window(say.dayAndTime(matter.startsAt), say.dayAndTime(matter.endsAt))],
        [words.plannedAt, say.dayAndTime(matter.plannedAt)],
        ["§5", notes.join(" · ")],
      ];
    }
    case "change":
      return [
        [words.effectiveOn, civilDate(matter.takesEffectOn, language.current)],
        [words.measures, matter.measures.map((it) => words.measure[it]).join(" · ")],
        [words.exception, matter.exception ? words.exceptions[matter.exception] : ""],
      ];
    case "os-verification":
      return [[words.title, `${matter.os} ${matter.version} · ${matter.part}`]];
    case "suspension":
      return [
        [words.startsAt, words.facts.window(say.dayAndTime(matter.from), say.dayAndTime(matter.until))],
        [words.plannedAt, say.dayAndTime(matter.plannedAt)],
      ];
    case "incident":
      return [
        [words.detectedAt, say.dayAndTime(matter.detectedAt)],
        [words.incident, words.incidents[matter.incident]],
        [words.affected, words.affects[matter.affected]],
      ];
  }
}
