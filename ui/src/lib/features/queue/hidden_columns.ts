const KEY = "ichiji.hidden-columns";
/** Stands for "none" in the address, where an empty parameter would mean "as usual". */
const NONE = "-";

/** The hidden columns: those of the address, else those that this desktop last had. */
export function readHidden(param: string): string[] {
  const text = param || (localStorage.getItem(KEY) ?? "");
  return text === NONE ? [] : text.split(",").filter(Boolean);
}

/** Writes hidden columns for the address. */
export function writeHidden(hidden: readonly string[]): string {
  return hidden.length === 0 ? NONE : hidden.join(",");
}

/** Keeps the hidden columns for the next time. */
export function keepHidden(hidden: readonly string[]): void {
  localStorage.setItem(KEY, writeHidden(hidden));
}
