import { route } from "$routes/route.svelte";
import type { Sign } from "$lib/backend/bindings";

/** Opens what a reminder is about: the inquiry in the queue that is in sight, or the obligation. */
export function openSign({ inquiry, obligation }: Sign): void {
  if (obligation) return route.go("deadlines", "", { obligation });
  const { page, part, params } = route.place;
  const here = page === "queue";
  route.go("queue", here ? part : "open", { ...(here ? params : {}), inquiry: inquiry ?? "", do: "" });
}
