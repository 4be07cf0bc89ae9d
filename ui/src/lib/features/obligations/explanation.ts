import type { Obligation, Step } from "$lib/backend/bindings";
import { explain, type Line } from "$lib/features/inquiry/explanation";
import { say } from "$lib/format/centre.svelte";
import { civilDate } from "$lib/format/instants";
import { language, t } from "$lib/i18n/language.svelte";

type Said = Record<string, string>;

/** Writes the steps of an obligation's clock as sentences; those of the calendar are the inquiries'. */
export function explainClock({ steps, product }: Obligation): Line[] {
  return steps.flatMap((step) => {
    const sentences: Record<string, ((said: Said) => string) | undefined> = t().obligations.steps;
    const sentence = sentences[step.code.replaceAll("-", "_")];
    if (!sentence) return explain([step], product);
    return [{ mark: step.clause === null ? "" : `§${step.clause}`, text: sentence(written(step)) }];
  });
}

function written({ instants, params }: Step): Said {
  const words = t().obligations.stepWords;
  const said: Said = { ...params };
  const { on, span, count = "", kept } = params;
  if (instants.at) said.at = say.dayAndTime(instants.at);
  if (on) said.on = civilDate(on, language.current);
  if (span) said.span = words.span[span as keyof typeof words.span](count);
  if (kept) said.kept = words.kept[kept as keyof typeof words.kept];
  return said;
}
