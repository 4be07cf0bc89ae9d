/** The screens of the window. */
export const PAGES = [
  "queue",
  "phone",
  "deadlines",
  "suspension",
  "incidents",
  "changes",
  "settings",
  "setup",
  "refused",
  "customers",
  "calendar",
  "policies",
  "systems",
  "products",
  "reports",
  "today",
] as const;
export type Page = (typeof PAGES)[number];

/** Where the window is: `#/queue/open?inquiry=…` is page `queue`, part `open`, and its parameters. */
export interface Place {
  page: Page;
  part: string;
  params: Record<string, string>;
}

const HOME: Place = { page: "queue", part: "open", params: {} };
/** The part that is shown where none is named; most screens have none. */
const FIRST_PART: Partial<Record<Page, string>> = { queue: "open" };

/** Reads the hash of an address; whatever it does not know is the queue. */
export function readPlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const [first = "", part = ""] = path.split("/", 2);
  const page = PAGES.find((known) => known === first);
  if (!page) return HOME;
  const params = Object.fromEntries(new URLSearchParams(query));
  return { page, part: decodeURIComponent(part) || (FIRST_PART[page] ?? ""), params };
}

/** Writes the hash of a place. */
export function writePlace({ page, part, params }: Place): string {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== "")).toString();
  return `#/${page}${part ? `/${encodeURIComponent(part)}` : ""}${query ? `?${query}` : ""}`;
}
