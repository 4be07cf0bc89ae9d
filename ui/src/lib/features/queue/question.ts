import type {
  Band,
  Filter,
  InquiryChannel,
  Level,
  QueueRequest,
  SavedView,
  Sort,
  Status,
  View,
} from "$lib/backend/bindings";

/** What the queue shows: a view, narrowed and ordered. The address holds all of it. */
export type Question = Pick<QueueRequest, "view" | "filter" | "sort" | "descending" | "groupByBand">;

type Params = Record<string, string>;
type FilterName = keyof Filter;

/** The views of the rail, in its order. */
export const VIEWS: View[] = ["mine", "unassigned", "open", "needs-level", "late", "needs-reply", "answered"];

const SORTS: Sort[] = ["target", "received", "level", "customer", "assignee", "status"];

/** The parameter of the address that holds each part of the filter. */
const PARAMS: Record<FilterName, string> = {
  products: "product",
  levels: "level",
  channels: "channel",
  bands: "band",
  statuses: "status",
  assignees: "assignee",
};

/** Every part of a filter. */
export const FILTER_NAMES = Object.keys(PARAMS) as FilterName[];

/** The values of one part of a filter. */
export function chosen(filter: Filter, name: FilterName): string[] {
  return filter[name] ?? [];
}

/** Reads the question from the address; a view it does not know is all that is open. */
export function readQuestion(part: string, params: Params): Question {
  const list = <T extends string>(name: FilterName) =>
    (params[PARAMS[name]] ?? "").split(",").filter(Boolean).map(decodeURIComponent) as T[];
  return {
    view: VIEWS.find((view) => view === part) ?? "open",
    filter: {
      products: list("products"),
      levels: list<Level>("levels"),
      channels: list<InquiryChannel>("channels"),
      bands: list<Band>("bands"),
      statuses: list<Status>("statuses"),
      assignees: list("assignees"),
    },
    sort: SORTS.find((sort) => sort === params.sort) ?? "target",
    descending: params.descending === "1",
    groupByBand: params.group === "1",
  };
}

/** Whether the greatest stands first. What is answered begins with the newest unless it is turned round. */
export function isDownward({ view, sort, descending }: Question): boolean {
  return descending !== (view === "answered" && sort === "target");
}

/** Writes the question into parameters; what is usual is left out. */
export function writeQuestion({ filter, sort, descending, groupByBand }: Omit<Question, "view">): Params {
  const parts = FILTER_NAMES.map((name) => [
    PARAMS[name],
    chosen(filter, name).map(encodeURIComponent).join(","),
  ]);
  return {
    ...Object.fromEntries(parts),
    sort: sort === "target" ? "" : sort,
    descending: descending ? "1" : "",
    group: groupByBand ? "1" : "",
  };
}

/** The filter with a value put in or taken out. */
export function toggled(filter: Filter, name: FilterName, value: string): Filter {
  const before = chosen(filter, name);
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...filter, [name]: after };
}

/** Whether a filter narrows at all. */
export function narrows(filter: Filter): boolean {
  return FILTER_NAMES.some((name) => chosen(filter, name).length > 0);
}

/** The parameters with which a saved view opens. */
export function paramsOfSaved(view: SavedView): Params {
  return { ...writeQuestion(view), saved: view.name };
}

/** The parameters after a click on a column's head: sorted by it or, where it is already, the other way round. */
export function sortParams(question: Question, sort: Sort): Params {
  const { descending, sort: before } = question;
  return writeQuestion({ ...question, sort, descending: before === sort && !descending });
}
