import type { Backend } from "$lib/backend/backend";
import type {
  ContractView,
  DeadlinePreview,
  Kind,
  Level,
  NewInquiry,
  Plan,
  ResponseKind,
} from "$lib/backend/bindings";
import { Draft } from "$lib/drafts/draft";
import { readMoment, writeMoment } from "$lib/format/moments";

/** What an answer given on the call may be; word of the receipt is none (§18). */
export type CallAnswer = Exclude<ResponseKind, "receipt">;

/** What is wrong with a call, by its field. */
export type CallProblem = "product" | "text" | "level" | "startMissing" | "startInFuture";

/** What is kept of a call that is not recorded yet. */
type Kept = ReturnType<typeof blank> & { startedAt: string };

const PREVIEW_MS = 180;

function blank() {
  return {
    product: "",
    plan: "standard" as Plan,
    company: "",
    person: "",
    kana: "",
    number: "",
    wish: "",
    contract: "",
    text: "",
    level: "later" as Level | "later",
    kind: "" as Kind | "",
    answer: "none" as CallAnswer | "none",
    answerText: "",
    mine: true,
  };
}

/** A call as it is typed: what is still missing, what its deadline would be, and how it is recorded. */
export class Call {
  typed = $state(blank());
  /** The start of the call as it stands in its field. */
  startField = $state("");
  preview = $state.raw<DeadlinePreview | null>(null);
  previewFailed = $state(false);
  /** Whether it was tried to record; only then is what is missing said. */
  tried = $state(false);
  saving = $state(false);
  restored = $state(false);
  /** The contract of the register with the number that was typed. */
  contract = $state.raw<ContractView | null>(null);
  #startedAt: string;
  #untouched: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  readonly #core: Backend;
  readonly #draft: Draft;
  readonly #zone: string;

  constructor(core: Backend, now: string, zone: string) {
    this.#core = core;
    this.#draft = new Draft(core, "phone");
    this.#zone = zone;
    this.#startedAt = now;
    this.#untouched = writeMoment(now, zone);
    this.startField = this.#untouched;
  }

  /** When the call began: to the second while nobody has corrected it. */
  get startedAt(): string | null {
    return this.startField === this.#untouched
      ? this.#startedAt
      : readMoment(this.startField, this.#startedAt, this.#zone);
  }

  /** The level; nothing while it is left for later. */
  get level(): Level | null {
    return this.typed.level === "later" ? null : this.typed.level;
  }

  get subject(): string {
    return this.typed.text.trim().split("\n", 1)[0]?.trim() ?? "";
  }

  /** Whether anything was typed that would be missed. */
  get begun(): boolean {
    const { text, company, person, number, answerText } = this.typed;
    return [text, company, person, number, answerText].some((part) => part.trim() !== "");
  }

  /** What is missing or wrong as of now. */
  problems(now: string): CallProblem[] {
    const problems: CallProblem[] = [];
    const { product, text, level, answer } = this.typed;
    const startedAt = this.startedAt;
    if (!product) problems.push("product");
    if (text.trim() === "") problems.push("text");
    if (answer !== "none" && level === "later") problems.push("level");
    if (startedAt === null) problems.push("startMissing");
    else if (Date.parse(startedAt) > Date.parse(now)) problems.push("startInFuture");
    return problems;
  }

  /** What is sent to the core. */
  request(me: string): NewInquiry {
    const { product, plan, company, person, kana, number, wish, contract, text, kind } = this.typed;
    const { answer, answerText, mine } = this.typed;
    const trimmed = (value: string) => value.trim();
    return {
      product,
      plan,
      channel: "phone",
      receivedAt: this.startedAt,
      customer: {
        company: trimmed(company),
        person: trimmed(person),
        personKana: trimmed(kana),
        address: "",
        phone: trimmed(number),
        callbackPhone: trimmed(wish) ? trimmed(number) : "",
        callbackWish: trimmed(wish),
        contract: trimmed(contract),
      },
      subject: this.subject,
      text: trimmed(text),
      level: this.level,
      kind: kind || null,
      assignee: mine && me ? me : null,
      answer:
        answer === "none"
          ? null
          : { kind: answer, at: null, text: trimmed(answerText) || null, why: null, message: null },
    };
  }

  /** Asks for the deadline a moment after the last change. */
  previewSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PREVIEW_MS);
  }

  /** Looks the contract up; the plan follows it, and a company that nobody typed. */
  async #find(): Promise<void> {
    const number = this.typed.contract.trim();
    if (number === (this.contract?.number ?? "")) return;
    const found = number ? await this.#core.customer(number).catch(() => null) : null;
    if (number !== this.typed.contract.trim()) return;
    this.contract = found;
    if (!found) return;
    this.typed.plan = found.plan;
    if (this.typed.company.trim() === "") this.typed.company = found.company;
  }

  async #ask(): Promise<void> {
    void this.#find();
    const { product } = this.typed;
    const level = this.level;
    const receivedAt = this.startedAt;
    const turn = ++this.#turn;
    if (!product || receivedAt === null) {
      this.preview = null;
      return;
    }
    try {
      const preview = await this.#core.previewDeadline({ product, receivedAt, level });
      if (turn === this.#turn) [this.preview, this.previewFailed] = [preview, false];
    } catch {
      if (turn === this.#turn) [this.preview, this.previewFailed] = [null, true];
    }
  }

  /** Brings back what was typed before the form was left. */
  async restore(): Promise<void> {
    const kept = await this.#draft.read();
    // What is being typed already is worth more than what was left.
    if (!kept || this.begun) return;
    const { startedAt, ...typed } = JSON.parse(kept) as Kept;
    this.typed = { ...blank(), ...typed };
    this.#startedAt = startedAt;
    this.#untouched = writeMoment(startedAt, this.#zone);
    this.startField = this.#untouched;
    this.restored = true;
  }

  /** Keeps what was typed once the typing rests. */
  keep(): void {
    const draft = { ...$state.snapshot(this.typed), startedAt: this.startedAt ?? this.#startedAt };
    this.#draft.keepSoon(this.begun ? JSON.stringify(draft) : null);
  }

  /** Begins anew. */
  async clear(now: string): Promise<void> {
    this.typed = blank();
    this.#startedAt = now;
    this.#untouched = writeMoment(now, this.#zone);
    this.startField = this.#untouched;
    this.tried = false;
    this.restored = false;
    this.contract = null;
    this.preview = null;
    await this.#draft.drop();
  }

  /** Stops what is still to come, and keeps what is still to be kept. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn++;
    await this.#draft.flush();
  }
}
