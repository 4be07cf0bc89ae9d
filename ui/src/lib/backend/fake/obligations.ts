import type { Obligation } from "../bindings";
import { at } from "./centre";

const TEXT = { title: "", detail: "", reason: "", customers: "", recipients: "", notice: "" };

/** An incident that is due soon and a notice that is too late. */
export const OBLIGATIONS: Obligation[] = [
  {
    id: "obligation-1",
    number: "A-1065",
    product: "clomo",
    clause: 15,
    pack: "clomo 2020-04-01",
    matter: {
      kind: "suspension",
      plannedAt: at("11-24 10:00"),
      from: at("11-27 10:00"),
      until: at("11-27 15:00"),
    },
    text: { ...TEXT, title: "電話受付の休止 11/27(金) 10:00", reason: "設備の点検" },
    clock: {
      dueAt: null,
      dueOn: "2026-11-20",
      countedTo: at("11-20 17:30"),
      band: "overdue",
      leftS: -5760,
      onTheWall: false,
      provisional: false,
    },
    steps: [
      {
        code: "planned",
        clause: 15,
        calendar: false,
        instants: {},
        params: { on: "2026-11-27" },
        days: [],
      },
      {
        code: "before",
        clause: 15,
        calendar: false,
        instants: {},
        params: { span: "weeks", count: "1", on: "2026-11-20" },
        days: [],
      },
    ],
    openedAt: at("11-24 10:00"),
    openedBy: "佐藤",
    doneAt: null,
    doneBy: null,
    late: null,
    liftedAt: null,
    withdrawnAt: null,
  },
  {
    id: "obligation-2",
    number: "A-1066",
    product: "clomo",
    clause: 20,
    pack: "clomo 2020-04-01",
    matter: {
      kind: "incident",
      detectedAt: at("11-24 10:30"),
      incident: "malware",
      affected: "unknown",
    },
    text: { ...TEXT, title: "検知サーバーでの不審な通信" },
    clock: {
      dueAt: at("11-24 12:30"),
      dueOn: null,
      countedTo: at("11-24 12:30"),
      band: "soon",
      leftS: 5040,
      onTheWall: true,
      provisional: false,
    },
    steps: [],
    openedAt: at("11-24 10:31"),
    openedBy: "佐藤",
    doneAt: null,
    doneBy: null,
    late: null,
    liftedAt: null,
    withdrawnAt: null,
  },
];
