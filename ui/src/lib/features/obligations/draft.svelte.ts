import type {
  Affected,
  ChangeException,
  IncidentKind,
  Matter,
  MatterKind,
  Measure,
  Obligation,
  ObligationText,
} from "$lib/backend/bindings";
import { toField } from "$lib/format/instants";
import { readMoment, writeMoment } from "$lib/format/moments";
import { t } from "$lib/i18n/language.svelte";

/** What is wrong with a draft, by its field. */
export type Problems = Partial<
  Record<"products" | "title" | "at" | "from" | "until" | "on" | "reason", string>
>;

/** An obligation as it is being written. */
export class ObligationDraft {
  products = $state<string[]>([]);
  text = $state<ObligationText>({
    title: "",
    detail: "",
    reason: "",
    customers: "",
    recipients: "",
    notice: "",
  });
  /** When it was asked for, detected or planned. */
  at = $state("");
  from = $state("");
  until = $state("");
  /** A date. */
  on = $state("");
  isHeavy = $state(true);
  isEmergency = $state(false);
  incident = $state<IncidentKind>("information-harmed");
  affected = $state<Affected>("unknown");
  measures = $state<Measure[]>([]);
  exception = $state<ChangeException | "none">("none");
  readonly kind: MatterKind;
  readonly #now: string;
  readonly #zone: string;

  constructor(kind: MatterKind, now: string, zone: string, known?: Obligation) {
    this.kind = kind;
    this.#now = now;
    this.#zone = zone;
    this.at = writeMoment(now, zone);
    if (known) this.#take(known);
  }

  #take({ product, matter, text }: Obligation): void {
    const write = (at: string) => writeMoment(at, this.#zone);
    this.products = [product];
    this.text = { ...text };
    switch (matter.kind) {
      case "enterprise-app":
        this.at = write(matter.requestedAt);
        break;
      case "maintenance":
        this.at = write(matter.plannedAt);
        this.from = write(matter.startsAt);
        this.until = write(matter.endsAt);
        this.isHeavy = matter.isHeavy;
        this.isEmergency = matter.isEmergency;
        break;
      case "change":
        this.at = write(matter.plannedAt);
        this.on = matter.takesEffectOn.replaceAll("-", "/");
        this.measures = matter.measures;
        this.exception = matter.exception ?? "none";
        break;
      case "suspension":
        this.at = write(matter.plannedAt);
        this.from = write(matter.from);
        this.until = write(matter.until);
        break;
      case "incident":
        this.at = write(matter.detectedAt);
        this.incident = matter.incident;
        this.affected = matter.affected;
        break;
      case "os-verification":
        break;
    }
  }

  #read(text: string): string | null {
    return readMoment(text, this.#now, this.#zone);
  }

  #date(): string | null {
    const at = this.#read(`${this.on.trim()} 0:00`);
    return at && toField(at, this.#zone).slice(0, 10);
  }

  get #hasWindow(): boolean {
    return this.kind === "maintenance" || this.kind === "suspension";
  }

  get wantsReason(): boolean {
    const isException = this.kind === "change" && this.exception !== "none";
    return this.kind === "suspension" || isException || (this.kind === "maintenance" && this.isEmergency);
  }

  /** Everything that is wrong, each at its field. */
  get problems(): Problems {
    const words = t().obligations.missing;
    const found: Problems = {};
    if (this.products.length === 0) found.products = words.products;
    if (!this.text.title.trim()) found.title = words.title;
    const at = this.#read(this.at);
    if (!at) found.at = words.at;
    else if (Date.parse(at) > Date.parse(this.#now) + 60_000) found.at = words.future;
    if (this.kind === "change" && !this.#date()) found.on = words.on;
    if (this.#hasWindow) this.#checkWindow(found);
    if (this.wantsReason && !this.text.reason.trim()) found.reason = words.reason;
    return found;
  }

  #checkWindow(found: Problems): void {
    const words = t().obligations.missing;
    const [from, until] = [this.#read(this.from), this.#read(this.until)];
    if (!from) found.from = words.at;
    if (!until) found.until = words.at;
    if (from && until && Date.parse(until) <= Date.parse(from)) found.until = words.order;
  }

  /** What it is about, for the core; nothing while something is wrong with its instants. */
  get matter(): Matter | null {
    const at = this.#read(this.at);
    const [from, until, on] = [this.#read(this.from), this.#read(this.until), this.#date()];
    if (!at) return null;
    switch (this.kind) {
      case "enterprise-app":
        return { kind: "enterprise-app", requestedAt: at };
      case "incident":
        return { kind: "incident", detectedAt: at, incident: this.incident, affected: this.affected };
      case "change": {
        const exception = this.exception === "none" ? null : this.exception;
        if (!on) return null;
        return { kind: "change", plannedAt: at, takesEffectOn: on, measures: this.measures, exception };
      }
      case "suspension":
        return from && until ? { kind: "suspension", plannedAt: at, from, until } : null;
      case "maintenance": {
        const { isHeavy, isEmergency } = this;
        if (!from || !until) return null;
        return { kind: "maintenance", plannedAt: at, startsAt: from, endsAt: until, isHeavy, isEmergency };
      }
      case "os-verification":
        return null;
    }
  }
}
