import type { Band } from "$lib/backend/bindings";

/** What a band's sign is drawn as. */
export type Shape = "square" | "triangle" | "disc" | "half" | "ring" | "dots" | "check" | "dash";

/** The tokens of a band: `text` for words, `mark` for its sign. */
export interface Look {
  shape: Shape;
  text: string;
  mark: string;
}

/** How each band looks. A new band does not compile without a look, and colour is never its only sign. */
export const LOOKS: Record<Band, Look> = {
  breach: { shape: "square", text: "var(--breach)", mark: "var(--breach)" },
  late: { shape: "triangle", text: "var(--late)", mark: "var(--late)" },
  urgent: { shape: "disc", text: "var(--urgent)", mark: "var(--urgent-mark)" },
  soon: { shape: "half", text: "var(--soon)", mark: "var(--soon-mark)" },
  fine: { shape: "ring", text: "var(--fine)", mark: "var(--fine-mark)" },
  waiting: { shape: "dots", text: "var(--wait)", mark: "var(--wait)" },
  answered: { shape: "check", text: "var(--ok)", mark: "var(--ok)" },
  ended: { shape: "dash", text: "var(--ok)", mark: "var(--ok)" },
};

/** The bands from the gravest on. */
export const BANDS = Object.keys(LOOKS) as Band[];
