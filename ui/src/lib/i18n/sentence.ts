import type { IpcError } from "$lib/backend/bindings";
import { t } from "./language.svelte";

type Said = Record<string, ((params: Record<string, string>) => string) | undefined>;

/** The sentence of a refusal: what happened, what is safe, what to do. */
export function sentenceOf({ code, params }: Pick<IpcError, "code" | "params">): string {
  const said: Said = t().errors.said;
  return said[code.replaceAll("-", "_")]?.(params) ?? t().errors.unknown(code);
}
