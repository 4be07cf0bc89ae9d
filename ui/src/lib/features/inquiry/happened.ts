import type {
  Cause,
  Ending,
  HistoryEntry,
  InquiryChannel,
  Kind,
  Level,
  LevelWhy,
  Plan,
  ResponseKind,
  Status,
} from "$lib/backend/bindings";
import { say } from "$lib/format/centre.svelte";
import { localised, t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";

type Said = Record<string, string>;
type Sentences = Record<string, ((said: Said) => string) | undefined>;

/** Writes what happened as a sentence, without who did it and when. */
export function happened({ what, params }: Pick<HistoryEntry, "what" | "params">, product: string): string {
  const sentences: Sentences = t().inquiry.happened;
  return sentences[what.replaceAll("-", "_")]?.(written(what, params as Said, product)) ?? what;
}

function written(what: string, params: Said, product: string): Said {
  const { words, inquiry } = t();
  const said = { ...params };
  const relations: Said = inquiry.relation;
  const { at, channel, level, why, kind, plan, status, ending, relation } = params;
  if (at) said.at = say.dayAndTime(at);
  if (channel) said.channel = words.channel[channel as InquiryChannel] ?? channel;
  if (level) said.level = frame.levelLabel(level as Level, product);
  if (why && what === "level-set") said.why = inquiry.levelWhy[why as LevelWhy] ?? why;
  if (kind) said.kind = words.response[kind as ResponseKind] ?? kindLabel(kind as Kind, product);
  if (plan) said.plan = words.plan[plan as Plan] ?? plan;
  if (status) said.status = words.status[status as Status] ?? status;
  if (ending) said.ending = words.ending[ending as Ending] ?? ending;
  if (params.cause) said.cause = words.cause[params.cause as Cause] ?? params.cause;
  if (relation) said.relation = relations[relation.replaceAll("-", "_")] ?? relation;
  if (params.product) said.product = frame.productName(params.product);
  return said;
}

/** A kind's label (§16), as the product's pack has it. */
export function kindLabel(kind: Kind, product: string): string {
  const label = frame.product(product)?.kinds.find((offer) => offer.kind === kind)?.label;
  return label ? localised(label) : (t().words.kind[kind] ?? kind);
}

/** A relation's word. */
export function relationWord(relation: string): string {
  const words: Said = t().inquiry.relation;
  return words[relation.replaceAll("-", "_")] ?? relation;
}
