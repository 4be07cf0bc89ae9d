import type { Backend, CoreEvents, FileDrag } from "../backend";
import type {
  Counts,
  Filter,
  ImportReport,
  QueueRow,
  RegisterAnswer,
  RegisterProblem,
  View,
  Written,
} from "../bindings";
import { FRAME, NOW, SETTINGS } from "./centre";
import { CONTRACTS, CUSTOMER_IMPORT, problem } from "./customers";
import { deadlineOf, viewOf } from "./inquiry";
import { OBLIGATIONS } from "./obligations";
import { levelStep } from "./scope";
import { freshRows } from "./rows";
import { PRODUCT_ANSWER, PRODUCT_TABLE } from "./products";
import { REPORT_INQUIRIES, REPORT_OBLIGATIONS, REPORT_VIEW } from "./report";
import { TODAY } from "./today";
import { OS_ANSWER, OS_PREVIEW, OS_TABLE } from "./systems";
import { FAMILIES, pictureOf, PREVIEWED, WHAT_IF } from "./rules";

const isOpen = (row: QueueRow) => row.answeredAt === null && row.ended === null;

/** What belongs to each view; the real rule is the core's. */
const IN_VIEW: Record<View, (row: QueueRow) => boolean> = {
  mine: (row) => isOpen(row) && row.assignee === "佐藤",
  unassigned: (row) => isOpen(row) && row.assignee === null,
  open: (row) => isOpen(row) || row.needsReplySince !== null,
  "needs-level": (row) => isOpen(row) && row.level === null,
  late: (row) => row.band === "breach" || row.band === "late",
  answered: (row) => row.answeredAt !== null,
  "needs-reply": (row) => row.needsReplySince !== null,
};

const REPORT: ImportReport = {
  dryRun: false,
  files: 3,
  created: 12,
  joined: 2,
  linked: 1,
  outgoing: 1,
  duplicates: 4,
  flagged: 0,
  refused: [
    { id: "refused-1", name: "月曜の受信箱.mbox（17 通目）", code: "intake-not-mail", params: {}, at: NOW },
  ],
  mapping: [],
  cancelled: false,
};

function matches(row: QueueRow, filter: Filter): boolean {
  const within = <T>(chosen: T[] | undefined, value: T) => !chosen?.length || chosen.includes(value);
  return (
    within(filter.products, row.product) &&
    within(filter.levels, row.level ?? ("none" as never)) &&
    within(filter.channels, row.channel) &&
    within(filter.bands, row.band) &&
    within(filter.statuses, row.status) &&
    within(filter.assignees, row.assignee ?? "")
  );
}

/** A core that holds a few rows and no rule; `listeners` lets a test speak for it. */
export function fakeBackend(rows: QueueRow[] = freshRows()) {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const drags = new Set<(drag: FileDrag) => void>();
  const calls: [string, unknown[]][] = [];
  let settings = structuredClone(SETTINGS);
  let frame = structuredClone(FRAME);
  const drafts = new Map<string, string>();
  let operations = 0;

  function emit<K extends keyof CoreEvents>(event: K, payload: CoreEvents[K]): void {
    listeners.get(event)?.forEach((told) => told(payload as never));
  }

  function write(ids: string[], change: (row: QueueRow) => Partial<QueueRow>): Written {
    rows = rows.map((row) => (ids.includes(row.id) ? { ...row, ...change(row) } : row));
    const operation = `operation-${++operations}`;
    queueMicrotask(() => emit("changed", { inquiries: ids, everything: false, operations: [operation] }));
    return { operation, inquiries: ids };
  }

  function counts(): Counts {
    const of = (view: View) => rows.filter(IN_VIEW[view]).length;
    return {
      mine: of("mine"),
      unassigned: of("unassigned"),
      open: of("open"),
      needsLevel: of("needs-level"),
      late: of("late"),
      answered: of("answered"),
      needsReply: of("needs-reply"),
    };
  }

  const answered = (problems: RegisterProblem[]): RegisterAnswer => ({
    operation: problems.length > 0 ? null : write([], () => ({})).operation,
    problems,
  });
  const find = (id: string) => rows.find((row) => row.id === id) ?? rows[0]!;

  const answers: Omit<Backend, "on" | "onFileDrag"> = {
    frame: async () => ({ ...frame, counts: counts() }),
    queue: async ({ view, filter, offset, limit, descending }) => {
      const found = rows.filter((row) => IN_VIEW[view](row) && matches(row, filter));
      if (descending) found.reverse();
      const bands = [...new Set(found.map(({ band }) => band))];
      return {
        rows: found.slice(offset, offset + limit),
        total: found.length,
        asOf: NOW,
        bands: bands.map((band) => ({ band, count: found.filter((row) => row.band === band).length })),
      };
    },
    inquiry: async (id) => viewOf(find(id)),
    search: async (query, limit) =>
      rows.filter((row) => `${row.number} ${row.subject} ${row.customer}`.includes(query)).slice(0, limit),
    previewDeadline: async () => ({ deadline: deadlineOf(find("inquiry-1042")), businessLeftS: 24 * 60 }),
    recordInquiry: async () => write(["inquiry-1064"], () => ({})),
    setLevel: async ({ inquiries, level }) => write(inquiries, () => ({ level, aim: false })),
    setKind: async (ids) => write(ids, () => ({})),
    setProduct: async (ids, product) => write(ids, () => ({ product })),
    setPlan: async (ids, plan) => write(ids, () => ({ plan })),
    setSubject: async (id, subject) => write([id], () => ({ subject })),
    setCustomer: async (id) => write([id], () => ({})),
    assign: async (ids, assignee) => write(ids, () => ({ assignee })),
    setStatus: async (ids, status) => write(ids, () => ({ status })),
    respond: async (id) =>
      write([id], () => ({ answeredAt: NOW, band: "answered", verdict: "in-time", businessTakenS: 5760 })),
    endInquiries: async ({ inquiries, ending }) => write(inquiries, () => ({ ended: ending, band: "ended" })),
    setCause: async (id) => write([id], () => ({})),
    addNote: async (id) => write([id], () => ({})),
    setNextContact: async (id, nextContactAt) => write([id], () => ({ nextContactAt })),
    link: async (id, to) => write([id, to], () => ({})),
    merge: async (from) => write(from, () => ({ ended: "duplicate", band: "ended" })),
    split: async (id) => write([id], () => ({})),
    undo: async () => write([], () => ({})),
    snooze: async (ids, snoozedUntil) => (write(ids, () => ({ snoozedUntil })), null),
    putAwaySigns: async (ids) => {
      const signs = frame.signs.filter((sign) => !ids.includes(sign.id));
      frame = { ...frame, signs, signCount: frame.signCount + signs.length - frame.signs.length };
      emit("changed", { inquiries: [], everything: false, operations: [] });
      return null;
    },
    putAwayAllSigns: async () => {
      frame = { ...frame, signs: [], signCount: 0 };
      emit("changed", { inquiries: [], everything: false, operations: [] });
      return null;
    },
    importFiles: async (_paths, _product, dryRun) => ({ ...REPORT, dryRun }),
    chooseAndImport: async () => REPORT,
    cancelImport: async () => null,
    refused: async () => REPORT.refused,
    retryRefused: async () => ({ ...REPORT, created: 0 }),
    saveAttachment: async () => "attachment.png",
    saveRawMessage: async () => "message.eml",
    customers: async (typed) =>
      CONTRACTS.filter(({ company, number }) => `${number} ${company}`.includes(typed)),
    customer: async (wanted) => CONTRACTS.find(({ number }) => number === wanted) ?? null,
    setContract: async (_id, { number }) =>
      answered(number === "" ? [problem("contract", "missing-value")] : []),
    setPerson: async (_contract, _person, { option }) =>
      answered(option === "yes" ? [problem("option", "too-many-options")] : []),
    removeContract: async () => write([], () => ({})),
    removePerson: async () => write([], () => ({})),
    importCustomers: async (_path, dryRun) => ({ ...CUSTOMER_IMPORT, dryRun }),
    setAsker: async (id) => write([id], () => ({})),
    answerScope: async (id) => write([id], () => ({})),
    levelAssistant: async (_id, given) => levelStep(given),
    assistLevel: async ({ id, level }) => write([id], () => ({ level, aim: false })),
    joinOutage: async (ids, leading) => write([...ids, leading], () => ({ level: "outage" })),
    tickStatusPage: async (id) => write([id], () => ({})),
    handOver: async (ids) => write(ids, () => ({})),
    respondTogether: async (ids) => write(ids, () => ({ answeredAt: NOW, band: "answered" })),
    settings: async () => settings,
    saveLocalSettings: async (local) => {
      settings = { ...settings, local };
      return null;
    },
    saveSharedSettings: async (shared) => {
      settings = { ...settings, shared };
      return write([], () => ({}));
    },
    finishSetUp: async (local) => {
      settings = { ...settings, local };
      frame = { ...frame, me: local.name, firstStart: false };
      emit("changed", { inquiries: [], everything: true, operations: [] });
      return null;
    },
    saveView: async (view) => {
      frame = { ...frame, savedViews: [...frame.savedViews.filter(({ name }) => name !== view.name), view] };
      return null;
    },
    removeView: async (gone) => {
      frame = { ...frame, savedViews: frame.savedViews.filter(({ name }) => name !== gone) };
      return null;
    },
    chooseFolder: async () => "~/受信箱",
    openDataFolder: async () => null,
    restart: async () => null,
    addSample: async () => write([], () => ({})),
    removeSample: async () => write([], () => ({})),
    calendarYear: async (year) => ({
      year,
      provisional: year > 2027,
      days: [{ on: `${year}-11-23`, because: "national-holiday", name: "勤労感謝の日" }],
    }),
    obligations: async (which, kinds) => {
      const wanted = OBLIGATIONS.filter(
        ({ matter, doneAt }) => kinds.length === 0 || kinds.includes(matter.kind) || doneAt,
      );
      return which === "closed" ? [] : wanted;
    },
    previewObligation: async (products) =>
      products.map((product) => ({
        product,
        dueOn: "2026-11-20",
        tooLate: true,
        recipients: ["system-administrator"],
      })),
    openObligation: async () => write([], () => ({})),
    reviseObligation: async () => write([], () => ({})),
    fulfilObligation: async () => write([], () => ({})),
    withdrawObligation: async () => write([], () => ({})),
    liftSuspensions: async () => write([], () => ({})),
    suspensionTriage: async () => ({ mentioning: rows.slice(0, 1), calls: [], others: rows.slice(1, 3) }),
    suspensionSummaries: async () => [],
    exportIncidents: async () => "incidents.csv",
    calendarPicture: async (year) => pictureOf(year),
    previewChange: async () => PREVIEWED,
    applyChange: async () => write([], () => ({})),
    whatIf: async () => WHAT_IF,
    packs: async () => FAMILIES,
    productTable: async () => PRODUCT_TABLE,
    checkApp: async () => PRODUCT_ANSWER,
    checkDevice: async () => ({ ...PRODUCT_ANSWER, reason: "unlisted", clause: 11, newest: null }),
    previewProductTable: async () => ({
      problems: [],
      added: ["MDM Agent 5.3.0 (ios, 2026-11-24)"],
      removed: [],
    }),
    changeProductTable: async () => write([], () => ({})),
    osTable: async () => OS_TABLE,
    checkOs: async () => OS_ANSWER,
    previewOsTable: async () => OS_PREVIEW,
    changeOsTable: async () => write([], () => ({})),
    chooseRuleFile: async () => "syukujitsu.csv",
    reportPage: async () => REPORT_VIEW,
    signOffs: async () => [],
    signOff: async () => write([], () => ({})),
    takeBackSignOff: async () => write([], () => ({})),
    today: async () => TODAY,
    reportBehind: async (_selection, _part, _slice, offset) => ({
      rows: REPORT_INQUIRIES.slice(offset),
      total: REPORT_INQUIRIES.length,
    }),
    reportObligations: async () => REPORT_OBLIGATIONS,
    reportCustomers: async (typed) => ["例示商事", "見本物流"].filter((name) => name.includes(typed)),
    exportReport: async (_selection, format) => ({
      path: `~/ichiji-report-2026-11.${format}`,
      inquiries: 31,
    }),
    exportEvidence: async () => ({
      path: "~/ichiji-evidence-2026-11",
      written: { events: 120, hash: "0f".repeat(32) },
    }),
    cancelExport: async () => null,
    verify: async () => ({ events: 1204, problems: [] }),
    backup: async () => "~/backup",
    draft: async (key) => drafts.get(key) ?? null,
    keepDraft: async (key, text) => {
      if (text === null) drafts.delete(key);
      else drafts.set(key, text);
      return null;
    },
    testNotification: async () => ({ answered: true, name: "notification-daemon", clicks: true }),
    windowReady: async () => null,
    setDebugClock: async () => null,
  };

  const recorded = Object.entries(answers).map(([name, answer]) => [
    name,
    (...given: unknown[]) => {
      calls.push([name, given]);
      return (answer as (...given: unknown[]) => unknown)(...given);
    },
  ]);

  const fake: Backend = {
    ...(Object.fromEntries(recorded) as typeof answers),
    on(event, told) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(told as never));
      return () => void all.delete(told as never);
    },
    onFileDrag(told) {
      drags.add(told);
      return () => void drags.delete(told);
    },
  };

  return {
    backend: fake,
    /** Every call with what it was given. */
    calls,
    /** Speaks for the core. */
    emit,
    drag: (drag: FileDrag) => drags.forEach((told) => told(drag)),
    changeFrame: (change: Partial<typeof frame>) => (frame = { ...frame, ...change }),
    rows: () => rows,
  };
}
