import type {
  Cause,
  Level,
  ReportCell,
  ReportInquiry,
  ReportObligation,
  ReportTable,
  ReportTableRow,
  ReportView,
  SignOffView,
} from "../bindings";
import { at, NOW } from "./centre";
import { OBLIGATIONS } from "./obligations";

const count = (count: number): ReportCell => ({ kind: "count", count });
const time = (minutes: number): ReportCell => ({ kind: "time", seconds: minutes * 60 });
const share = (part: number, whole: number): ReportCell => ({
  kind: "share",
  part,
  whole,
  permille: whole === 0 ? null : Math.floor((part * 1000) / whole),
});
const NONE: ReportCell = { kind: "nothing" };

/** Each figure with its part, its value and that of the period before. */
const FIGURES: [string, string, ReportCell, ReportCell][] = [
  ["within_limit", "broken", share(23, 25), share(19, 20)],
  ["within_target", "missed", share(20, 25), share(18, 20)],
  ["received", "received", count(31), count(22)],
  ["answered", "answered", count(24), count(20)],
  ["in_time", "in_time", count(20), count(18)],
  ["late", "late", count(3), count(1)],
  ["breached", "breached", count(1), count(1)],
  ["open", "open", count(5), count(0)],
  ["undecided", "undecided", count(1), count(0)],
  ["open_past_target", "open_past_target", count(1), count(0)],
  ["open_past_limit", "open_past_limit", count(1), count(0)],
  ["taken_n", "answered", count(24), count(20)],
  ["taken_median", "answered", time(132), time(120)],
  ["taken_p90", "answered", time(420), time(400)],
  ["taken_p95", "answered", time(560), time(480)],
  ["overrun_total", "overran", time(95), time(20)],
  ["overrun_longest", "overran", time(60), time(20)],
  ["carried_over_share", "carried_over", share(4, 29), share(2, 20)],
  ["carried_over", "carried_over", count(4), count(2)],
  ["brought_back", "brought_back", count(2), count(1)],
  ["level_was_wrong", "level_was_wrong", count(1), count(0)],
  ["situation_changed", "situation_changed", count(0), count(0)],
  ["after_the_fact", "after_the_fact", count(1), count(0)],
  ["out_of_scope", "out_of_scope", count(2), count(1)],
  ["not_an_inquiry", "not_an_inquiry", count(1), count(2)],
  ["duplicate", "duplicate", count(1), count(0)],
  ["withdrawn", "withdrawn", count(0), count(0)],
];

const COLUMNS: [string, string | null][] = [
  ["received", "received"],
  ["within_limit", "broken"],
  ["late", "late"],
  ["taken_median", "answered"],
];

const table = (
  name: string,
  columns: [string, string | null][],
  rows: (Pick<ReportTableRow, "slice" | "cells"> & Partial<ReportTableRow>)[],
): ReportTable => ({
  name,
  columns: columns.map(([code, part]) => ({ code, part })),
  rows: rows.map((row) => ({ part: null, obligations: null, ...row })),
  more: 0,
});

const figures: ReportTable = {
  name: "figures",
  columns: ["figure", "value", "before"].map((code) => ({ code, part: null })),
  rows: FIGURES.map(([code, part, value, before]) => ({
    part,
    slice: null,
    obligations: null,
    cells: [{ kind: "figure", code }, value, before],
  })),
  more: 0,
};

const LEVELS: [Level, number][] = [
  ["serious", 6],
  ["question", 25],
];

const byLevel = table(
  "by_level",
  [["level", null], ...COLUMNS],
  LEVELS.map(([level, received]) => ({
    slice: { kind: "group", dimension: "level", key: level },
    cells: [{ kind: "level", level }, count(received), share(received - 1, received), count(0), time(90)],
  })),
);

const byCustomer = table(
  "by_customer",
  [["customer", null], ...COLUMNS],
  [
    {
      slice: { kind: "group", dimension: "customer", key: "例示商事" },
      cells: [{ kind: "text", text: "例示商事" }, count(9), share(9, 9), count(0), time(80)],
    },
    {
      slice: { kind: "group", dimension: "customer", key: null },
      cells: [{ kind: "without", dimension: "customer" }, count(2), NONE, count(1), NONE],
    },
  ],
);

const WEEKS = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"];
const byWeek = table(
  "by_week",
  [["week", null], ...COLUMNS],
  WEEKS.map((monday, week) => ({
    slice: { kind: "week", monday },
    cells: [
      { kind: "on", on: monday },
      count(week * 4),
      week === 0 ? share(0, 0) : share(10 - week, 10),
      count(week),
      time(60 + week),
    ],
  })),
);

const CAUSES: [Cause | null, number][] = [
  ["volume", 3],
  [null, 1],
];
const byCause = table(
  "by_cause",
  [["cause", null], ...COLUMNS],
  CAUSES.map(([key, missed]) => ({
    slice: { kind: "group", dimension: "cause", key },
    cells: [
      key ? { kind: "cause", cause: key } : { kind: "without", dimension: "cause" },
      count(missed),
      share(0, missed),
      count(1),
      time(300),
    ],
  })),
);

const byClock = table(
  "by_clock",
  [
    ["clock", null],
    ...["clock_due", "clock_kept", "clock_missed", "clock_overdue", "clock_open"].map(
      (code): [string, string] => [code, code],
    ),
  ],
  [
    {
      slice: null,
      obligations: "suspension",
      cells: [{ kind: "figure", code: "clock_suspension" }, ...[2, 1, 1, 0, 0].map(count)],
    },
  ],
);

const distribution = table(
  "distribution",
  [
    ["level", null],
    ...["up_to_25", "up_to_50", "up_to_75", "up_to_100", "up_to_150", "up_to_200", "beyond"].map(
      (code): [string, string] => [code, "answered"],
    ),
  ],
  LEVELS.map(([level, most]) => ({
    slice: null,
    cells: [{ kind: "level", level }, ...[1, 2, most, 3, 1, 0, 0].map(count)],
  })),
);

const heat = (name: string, part: string, peak: number): ReportTable =>
  table(
    name,
    [
      ["weekday", null],
      ...Array.from({ length: 24 }, (_, hour): [string, string] => [
        `hour_${String(hour).padStart(2, "0")}`,
        part,
      ]),
    ],
    Array.from({ length: 7 }, (_, weekday) => ({
      slice: null,
      cells: [
        { kind: "weekday", weekday },
        ...Array.from({ length: 24 }, (_, hour) =>
          count(weekday < 5 && hour > 8 && hour < 12 ? Math.max(0, peak - weekday - hour + 9) : 0),
        ),
      ],
    })),
  );

export const REPORT_VIEW: ReportView = {
  asOf: NOW,
  inquiries: 31,
  before: { from: "2026-10-01", to: "2026-10-31" },
  goalPermille: 950,
  small: 20,
  tables: [
    figures,
    byLevel,
    byCustomer,
    byCause,
    byClock,
    byWeek,
    distribution,
    heat("receipts", "received", 5),
    heat("breaches", "broken", 2),
  ],
  agents: ["佐藤", "鈴木"],
};

/** Some inquiries behind a figure; their ids are those of the queue's rows. */
export const REPORT_INQUIRIES: ReportInquiry[] = ["inquiry-1042", "inquiry-1029"].map((id, place) => ({
  id,
  number: id.replace("inquiry-", "A-"),
  subject: place === 0 ? "全拠点で管理画面にログインできない" : "プロファイル配布が一部の端末で失敗する",
  customer: "例示商事",
  product: "clomo",
  level: "serious",
  channel: "mail",
  agent: "佐藤",
  receivedAt: at("11-20 09:40"),
  target: at("11-20 13:40"),
  limit: at("11-20 17:30"),
  answeredAt: at("11-20 14:10"),
  standing: place === 0 ? "late" : "breached",
  businessTakenS: 16_200,
  overrunS: 1800,
  cause: place === 0 ? "volume" : null,
  causeNote: place === 0 ? "電話が続いた" : null,
}));

/** A notice that was given too late. */
export const REPORT_OBLIGATIONS: ReportObligation[] = OBLIGATIONS.slice(0, 1).map((obligation) => ({
  obligation: { ...obligation, doneAt: at("11-23 10:00"), doneBy: "鈴木", late: true },
  dueAt: null,
  dueOn: "2026-11-20",
  standing: "clock_missed",
}));

/** A sign-off after which a level was changed, an inquiry came in and a calendar was published. */
export const SIGNED: SignOffView = {
  operation: "operation-signed",
  by: "田中",
  at: at("11-24 10:00"),
  note: "月次の確認",
  keptPermille: 920,
  keptNowPermille: 885,
  changed: 3,
  changes: [
    {
      id: "inquiry-1042",
      number: "A-1042",
      turned: "differs",
      fields: [
        {
          field: "level",
          from: { kind: "level", level: "question" },
          to: { kind: "level", level: "outage" },
        },
        {
          field: "standing",
          from: { kind: "standing", code: "in_time" },
          to: { kind: "standing", code: "breached" },
        },
        { field: "carried_over", from: { kind: "count", count: 1 }, to: { kind: "count", count: 0 } },
      ],
      by: [
        { by: "鈴木", at: at("11-24 10:30") },
        { by: "鈴木", at: at("11-24 10:30") },
      ],
    },
    {
      id: "inquiry-1029",
      number: "A-1029",
      turned: "came-in",
      fields: [],
      by: [{ by: "佐藤", at: at("11-24 10:40") }],
    },
  ],
  published: [{ what: "calendar_published", label: "2026-11-24", by: "田中", at: at("11-24 10:50") }],
};
