import type { Backend } from "$lib/backend/backend";
import type {
  InquiryView,
  Level,
  NewResponse,
  ReplyDraft,
  ResponseKind,
  Verdict,
} from "$lib/backend/bindings";
import { Draft } from "$lib/drafts/draft";
import { verdictAt } from "$lib/features/inquiry/verdict";
import { readMoment, writeMoment } from "$lib/format/moments";

/** What is wrong with a response, by its field. */
export type AnswerProblem = "level" | "atMissing" | "future" | "beforeReceipt" | "why" | "ended";

/** What the verdict will be. Word of the receipt and later replies have none. */
export interface Outlook {
  verdict: Verdict;
  /** The business time it will have taken, where that is known: for a response that leaves now. */
  takenS: number | null;
}

const AFTER_THE_FACT_MS = 5 * 60_000;

/** The other inquiries of the same outage. */
export function outageOf({ links }: InquiryView): string[] {
  return links.filter(({ relation }) => relation === "same-outage").map(({ id }) => id);
}

/** A response as it is typed (§18): what is missing, what verdict it will have, and how it is recorded. */
export class Answer {
  kind = $state<ResponseKind>("answer");
  when = $state<"now" | "earlier">("now");
  atField = $state("");
  why = $state("");
  text = $state("");
  /** The level chosen here, where nobody has decided one. */
  level = $state<Level | null>(null);
  /** Whether it is recorded for the other inquiries of the outage, too. */
  together = $state(false);
  tried = $state(false);
  saving = $state(false);
  /** The deadline under the level chosen here. */
  #reckoned = $state.raw<{
    level: Level;
    target: string;
    limit: string;
    allowanceS: number;
    leftS: number;
  } | null>(null);
  readonly #core: Backend;
  readonly #draft: Draft;
  readonly #zone: string;

  constructor(core: Backend, inquiry: string, zone: string) {
    this.#core = core;
    this.#draft = new Draft(core, `respond:${inquiry}`);
    this.#zone = zone;
  }

  /** Fills the field for an earlier instant with now, to be corrected. */
  begin(now: string): void {
    this.atField = writeMoment(now, this.#zone);
  }

  /** When the response left; nothing where the field cannot be read. */
  at(now: string): string | null {
    return this.when === "now" ? now : readMoment(this.atField, now, this.#zone);
  }

  /** Whether it is recorded so late that it needs a reason. */
  isLate(now: string): boolean {
    const at = this.at(now);
    return this.when === "earlier" && at !== null && Date.parse(now) - Date.parse(at) > AFTER_THE_FACT_MS;
  }

  /** Whether it will be the first response. */
  isFirst({ row }: InquiryView): boolean {
    return row.answeredAt === null && this.kind !== "receipt";
  }

  needsLevel(view: InquiryView): boolean {
    return this.isFirst(view) && view.row.level === null;
  }

  /** What is missing or wrong as of now. */
  problems(view: InquiryView, now: string): AnswerProblem[] {
    const at = this.at(now);
    const problems: AnswerProblem[] = [];
    if (view.row.ended !== null) problems.push("ended");
    if (this.needsLevel(view) && this.level === null) problems.push("level");
    if (at === null) problems.push("atMissing");
    else if (Date.parse(at) > Date.parse(now)) problems.push("future");
    // The field has no seconds: the minute of the receipt means the receipt.
    else if (Date.parse(at) < Math.floor(Date.parse(view.row.receivedAt) / 60_000) * 60_000)
      problems.push("beforeReceipt");
    if (this.isLate(now) && this.why.trim() === "") problems.push("why");
    return problems;
  }

  /** What the verdict would be; nothing where there will be none or it is not known yet. */
  outlook(view: InquiryView, now: string, leftS: number): Outlook | null {
    const at = this.at(now);
    if (!this.isFirst(view) || at === null) return null;
    const { row, deadline } = view;
    if (row.level !== null) {
      return {
        verdict: verdictAt(at, row),
        takenS: this.when === "now" ? deadline.allowanceS - leftS : null,
      };
    }
    const reckoned = this.#reckoned;
    if (this.level === null || reckoned?.level !== this.level) return null;
    const { allowanceS, leftS: left } = reckoned;
    return { verdict: verdictAt(at, reckoned), takenS: this.when === "now" ? allowanceS - left : null };
  }

  /** Reckons the deadline under a level that is chosen here. */
  async reckon({ row }: InquiryView, level: Level): Promise<void> {
    this.level = level;
    const { product, receivedAt } = row;
    const { deadline, businessLeftS } = await this.#core.previewDeadline({ product, receivedAt, level });
    if (this.level !== level) return;
    const { target, limit, allowanceS } = deadline;
    this.#reckoned = { level, target, limit, allowanceS, leftS: businessLeftS };
  }

  /** What is sent to the core. */
  request({ row }: InquiryView, now: string): NewResponse {
    const received = Date.parse(row.receivedAt);
    const given = this.when === "now" ? null : this.at(now);
    const at = given !== null && Date.parse(given) < received ? row.receivedAt : given;
    const optional = (text: string) => text.trim() || null;
    return { kind: this.kind, at, text: optional(this.text), why: optional(this.why), message: null };
  }

  /** Records it; a level that was chosen here is set first, because a first response needs one. */
  async record(view: InquiryView, now: string): Promise<void> {
    const { id } = view.row;
    if (this.needsLevel(view) && this.level !== null) {
      await this.#core.setLevel({
        inquiries: [id],
        level: this.level,
        why: "first",
        message: null,
        note: null,
      });
    }
    const others = this.together ? outageOf(view) : [];
    const response = this.request(view, now);
    if (others.length > 0) await this.#core.respondTogether([id, ...others], response);
    else await this.#core.respond(id, response);
    await this.#draft.drop();
  }

  /** Brings back the draft of the text. */
  async restore(): Promise<void> {
    const kept = await this.#draft.read();
    if (kept && this.text === "") this.text = kept;
  }

  /** Begins with a text that the desk drafts, unless something was typed already; tells whether it does. */
  suggest({ kind, text }: ReplyDraft): boolean {
    if (this.text.trim() !== "") return false;
    [this.kind, this.text] = [kind, text];
    return true;
  }

  /** Keeps the text as a draft once the typing rests. */
  keep(): void {
    this.#draft.keepSoon(this.text.trim() ? this.text : null);
  }

  /** Keeps what is still to be kept. */
  async end(): Promise<void> {
    await this.#draft.flush();
  }
}
