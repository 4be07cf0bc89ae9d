import type { OsAnswer, OsTable, OsTablePreview } from "../bindings";

/** A table with two generations of one system and none of another. */
export const OS_TABLE: OsTable = {
  version: "2026-08-17",
  completeUntil: "2026-08-17",
  source: "endoflife.date contributors",
  today: "2026-11-24",
  systems: [
    {
      os: "ios",
      generations: [
        {
          id: "26",
          supportedOn: null,
          releasedOn: "2025-09-15",
          last: "26.5",
          lastOn: "2026-07-20",
          count: 9,
        },
        {
          id: "18",
          supportedOn: "2024-10-01",
          releasedOn: "2024-09-16",
          last: "18.7.2",
          lastOn: "2025-11-05",
          count: 12,
        },
      ],
      withdrawn: [{ version: "18.2", on: "2025-01-01", why: "重大な不具合のため" }],
    },
    { os: "chromeos", generations: [], withdrawn: [] },
  ],
};

/** A version that nobody can tell of yet. */
export const OS_ANSWER: OsAnswer = {
  verdict: "to-be-checked",
  reason: "support-not-recorded",
  clause: 9,
  newest: "26.5",
  last: "26.5",
  endsOn: null,
  presumed: true,
  afterTable: true,
};

/** One version comes. */
export const OS_PREVIEW: OsTablePreview = {
  problems: [],
  added: ["ios 27 (2026-09-14)"],
  removed: [],
  supported: [],
  withdrawn: [],
  restored: [],
};
