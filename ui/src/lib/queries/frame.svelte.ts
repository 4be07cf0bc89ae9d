import { backend } from "$lib/backend/backend";
import type { Frame, Level, Localised, Product } from "$lib/backend/bindings";
import { centre } from "$lib/format/centre.svelte";
import { localised, t } from "$lib/i18n/language.svelte";
import { listen, Query } from "./query.svelte";

/** What stands round the queue: the person, counts, agents, products. Read once, then kept up to date. */
class FrameQuery {
  readonly query = new Query<Frame>(async () => {
    const frame = await backend().frame();
    centre.hear(frame.clock);
    return frame;
  });

  /** Keeps it up to date until it is stopped. */
  follow(): () => void {
    return listen(() => ["frame"], this.query.read);
  }

  get value(): Frame | null {
    return this.query.value;
  }

  /** The name of the person at the desk. */
  get me(): string {
    return this.value?.me ?? "";
  }

  /** A product's name. */
  productName(id: string, otherwise?: Localised): string {
    const name = this.product(id)?.name ?? otherwise;
    return name ? localised(name) : id;
  }

  product(id: string): Product | undefined {
    return this.value?.products.find((product) => product.id === id);
  }

  /** A level's label, as the product's pack has it. */
  levelLabel(level: Level, product?: string): string {
    const offers = this.product(product ?? this.value?.products[0]?.id ?? "")?.levels;
    const label = offers?.find((offer) => offer.level === level)?.label;
    return label ? localised(label) : t().words.level[level];
  }
}

/** The frame of the window. */
export const frame = new FrameQuery();
