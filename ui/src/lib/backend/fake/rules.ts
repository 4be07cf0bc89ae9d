import type {
  CalendarPicture,
  ClauseLine,
  PackFamily,
  PictureDay,
  Previewed,
  Tally,
  WhatIf,
} from "../bindings";
import { at } from "./centre";

const dayOf = (on: string, open: boolean): PictureDay => ({
  on,
  hours: open ? ["09:30-17:30"] : [],
  closed: open ? null : "weekday",
  name: null,
  holiday: null,
  single: false,
});

/** A year with its week-ends, one holiday and one closing day; the real rule is the core's. */
export function pictureOf(year: number): CalendarPicture {
  const months = Array.from({ length: 12 }, (_, month) => {
    const first = new Date(Date.UTC(year, month, 1));
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const days = Array.from({ length: count }, (_, date) => {
      const at = new Date(Date.UTC(year, month, date + 1));
      return dayOf(at.toISOString().slice(0, 10), at.getUTCDay() % 6 !== 0);
    });
    return { month: month + 1, begins: (first.getUTCDay() + 6) % 7, businessDays: 20, days };
  });
  const november = months[10]?.days;
  const [holiday, closing] = [november?.[2], november?.[5]];
  if (holiday)
    Object.assign(holiday, { closed: "national-holiday", name: "文化の日", holiday: "文化の日", hours: [] });
  if (closing) Object.assign(closing, { closed: "closing-day", name: "創立記念日", single: true, hours: [] });
  const weekly = [1, 1, 1, 1, 1, 0, 0].map((open) => (open ? ["09:30-17:30"] : []));
  return {
    year,
    source: year > 2027 ? "computed" : "shipped",
    businessDays: 244,
    months,
    versions: [
      { effectiveOn: "1955-01-01", first: true, inForce: true, weekly, closingDaysYearly: ["12-29"] },
    ],
    today: "2026-11-24",
  };
}

/** A change that moves two of twelve deadlines. */
export const PREVIEWED: Previewed = {
  problems: [],
  preview: {
    open: 12,
    moved: 2,
    turns: { "becomes-late": 1 },
    deadlines: [
      {
        id: "inquiry-1042",
        number: "A-1042",
        subject: "管理画面にログインできない",
        turn: "becomes-late",
        before: { target: at("11-24 11:30"), limit: at("11-24 17:30"), band: "urgent" },
        after: { target: at("11-24 11:00"), limit: at("11-24 17:30"), band: "late" },
      },
      {
        id: "inquiry-1047",
        number: "A-1047",
        subject: "端末紛失",
        turn: null,
        before: { target: at("11-25 11:30"), limit: at("11-25 17:30"), band: "fine" },
        after: { target: at("11-26 11:30"), limit: at("11-26 17:30"), band: "fine" },
      },
    ],
    openObligations: 2,
    obligations: [
      {
        id: "obligation-7",
        number: "A-1060",
        title: "社内アプリの版の追加",
        kind: "enterprise-app",
        turn: null,
        before: { at: at("11-27 17:30"), on: null },
        after: { at: at("11-30 17:30"), on: null },
      },
    ],
    holidays: null,
    pack: null,
  },
};

const tally = (inTime: number, late: number, breach: number): Tally => {
  const count = inTime + late + breach;
  return {
    count,
    inTime,
    late,
    breach,
    withinTarget: Math.round((1000 * inTime) / count),
    withinLimit: Math.round((1000 * (inTime + late)) / count),
  };
};

/** A quarter that would have been better. */
export const WHAT_IF: WhatIf = {
  problems: [],
  before: tally(900, 60, 40),
  after: tally(930, 41, 29),
  changed: 30,
  named: [],
};

const line = (code: string, said: Partial<ClauseLine> = {}): ClauseLine => ({
  code,
  name: null,
  words: [],
  count: null,
  unit: null,
  ...said,
});

/** A product with two versions of its policy. */
export const FAMILIES: PackFamily[] = [
  {
    product: "clomo",
    name: { ja: "CLOMO", en: "CLOMO" },
    versions: [
      {
        version: "2027-04-01",
        effectiveOn: "2027-04-01",
        inForce: false,
        hash: "0f".repeat(32),
        clauses: [{ number: 17, lines: [line("business-day", { count: 7, unit: "hours" })] }],
      },
      {
        version: "2020-04-01",
        effectiveOn: "2020-04-01",
        inForce: true,
        hash: "1e".repeat(32),
        clauses: [
          { number: 4, lines: [line("enterprise-app", { count: 3, unit: "business-days" })] },
          {
            number: 17,
            lines: [
              line("level", {
                name: { ja: "サービス障害", en: "Outage" },
                count: 2,
                unit: "business-hours",
              }),
            ],
          },
        ],
      },
    ],
  },
];
