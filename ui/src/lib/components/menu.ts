import { isComposing } from "$lib/keys/composing";

/** An entry of a menu. */
export interface MenuItem {
  id: string;
  label: string;
  /** Whether it is on; nothing for an entry that is simply done. */
  checked?: boolean;
  /** Whether only one of its kind is on. */
  radio?: boolean;
  /** Whether a line stands above it. */
  apart?: boolean;
  /** The heading that it stands under; shown where it changes. */
  group?: string;
  /** Why it cannot be done. */
  why?: string | null;
  /** What stands at its end, as a count or a key. */
  detail?: string;
  run: () => void;
}

/** The role that tells what an entry is. */
export function roleOf({ checked, radio }: MenuItem): "menuitem" | "menuitemcheckbox" | "menuitemradio" {
  if (checked === undefined) return "menuitem";
  return radio ? "menuitemradio" : "menuitemcheckbox";
}

/** The entry that a key moves to, or nothing where the key does not move. */
export function movedTo(event: KeyboardEvent, index: number, count: number): number | null {
  if (isComposing(event) || count === 0) return null;
  switch (event.key) {
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowUp":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
