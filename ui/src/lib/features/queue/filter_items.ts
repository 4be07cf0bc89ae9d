import type { Filter } from "$lib/backend/bindings";
import type { MenuItem } from "$lib/components/menu";
import { BANDS } from "$lib/features/bands/looks";
import { t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { LEVELS } from "./commands";
import { chosen, FILTER_NAMES, toggled } from "./question";

type FilterName = keyof Filter;

interface Choice {
  value: string;
  label: string;
}

/** What one part of the filter is called. */
export function filterLabel(name: FilterName): string {
  const words: Record<FilterName, string> = {
    products: t().queue.product,
    levels: t().queue.level,
    channels: t().queue.channel,
    bands: t().queue.band,
    statuses: t().queue.status,
    assignees: t().queue.assignee,
  };
  return words[name];
}

function choices(name: FilterName): Choice[] {
  const of = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  switch (name) {
    case "products":
      return (frame.value?.products ?? []).map(({ id }) => ({ value: id, label: frame.productName(id) }));
    case "levels":
      return LEVELS.map((level) => ({ value: level, label: frame.levelLabel(level) }));
    case "channels":
      return of(t().words.channel);
    case "bands":
      return BANDS.filter((band) => band !== "ended").map((band) => ({
        value: band,
        label: t().bands.short[band],
      }));
    case "statuses":
      return of(t().words.status);
    case "assignees":
      return (frame.value?.agents ?? []).map((name) => ({ value: name, label: name }));
  }
}

/** The entries of a menu for one part of the filter. */
export function filterItems(
  name: FilterName,
  filter: Filter,
  change: (filter: Filter) => void,
  group?: string,
): MenuItem[] {
  return choices(name).map(({ value, label }) => ({
    id: `${name}-${value}`,
    label,
    group,
    checked: chosen(filter, name).includes(value),
    run: () => change(toggled(filter, name, value)),
  }));
}

/** What of the filter is on, part by part, in words. */
export function activeFilters(filter: Filter): { name: FilterName; label: string; values: string }[] {
  return FILTER_NAMES.filter((name) => chosen(filter, name).length > 0).map((name) => ({
    name,
    label: filterLabel(name),
    values: chosen(filter, name)
      .map((value) => choices(name).find((choice) => choice.value === value)?.label ?? value)
      .join("・"),
  }));
}
