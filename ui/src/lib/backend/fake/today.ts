import type { TodayRow, TodayView } from "../bindings";
import { at, NOW } from "./centre";

function row(number: number, target: string, standing: string): TodayRow {
  return {
    id: `inquiry-${number}`,
    number: `A-${number}`,
    subject: "全拠点で管理画面にログインできない",
    customer: "例示商事",
    product: "clomo",
    level: "outage",
    assignee: null,
    receivedAt: at("11-22 18:03"),
    target: at(target),
    limit: at(target),
    standing,
  };
}

/** A day with something of everything. */
export const TODAY: TodayView = {
  asOf: NOW,
  on: "2026-11-24",
  opensAt: at("11-24 09:30"),
  closesAt: at("11-24 17:30"),
  closedAt: at("11-20 17:30"),
  leftS: 23_040,
  due: [
    {
      row: row(1042, "11-24 11:30", "open"),
      usualS: 2400,
      usualN: 12,
      usualFrom: "kind",
      leftS: 1440,
      kept: true,
    },
    {
      row: row(1047, "11-24 12:30", "open"),
      usualS: 1800,
      usualN: 0,
      usualFrom: "assumed",
      leftS: 1500,
      kept: false,
    },
  ],
  over: [],
  undecided: [],
  agents: null,
  cameIn: [{ level: "outage", count: 2 }],
  morning: [row(1042, "11-24 11:30", "open")],
  carried: [],
  risks: [row(1042, "11-24 11:30", "open"), row(1047, "11-24 12:30", "open")],
};
