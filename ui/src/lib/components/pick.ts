/** Something to pick. */
export interface PickItem {
  id: string;
  label: string;
  /** What stands before it, as a number. */
  aside?: string;
  detail?: string;
  key?: string;
  /** The heading that it stands under. */
  group?: string;
  run: () => void;
}

/** The items in which every word of the query occurs; case and the width of letters do not matter. */
export function matching<T extends { label: string }>(items: T[], query: string): T[] {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const words = plain(query).split(/\s+/).filter(Boolean);
  return items.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}
