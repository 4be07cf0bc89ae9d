import type { LocalSettings } from "$lib/backend/bindings";
import { readAddresses } from "$lib/features/settings/addresses";

/** The steps of the first start. */
export const STEPS = ["you", "calendar", "intake", "sample"] as const;
export type StepName = (typeof STEPS)[number];

/** The first start as it is gone through: what was chosen, and where one is. */
export class SetUp {
  at = $state(0);
  name = $state("");
  role = $state<LocalSettings["role"]>("agent");
  addresses = $state("");
  watchedFolder = $state<string | null>(null);
  sample = $state<"sample" | "empty">("sample");
  tried = $state(false);

  get step(): StepName {
    return STEPS[this.at] ?? "you";
  }

  get last(): boolean {
    return this.at === STEPS.length - 1;
  }

  /** The own address that cannot be read. */
  get wrongAddress(): string | null {
    return readAddresses(this.addresses).wrong;
  }

  /** Whether the step can be left forwards. */
  get right(): boolean {
    if (this.step === "you") return this.name.trim() !== "";
    return this.step !== "intake" || this.wrongAddress === null;
  }

  /** Goes on; stays where something is missing and lets it be said. */
  next(): void {
    this.tried = !this.right;
    if (this.right && !this.last) this.at += 1;
  }

  back(): void {
    this.tried = false;
    this.at = Math.max(0, this.at - 1);
  }

  /** What is given to the core at the end, on top of the settings as they are. */
  result(local: LocalSettings): [LocalSettings, string[], boolean] {
    const { role, watchedFolder } = this;
    const settings = { ...local, name: this.name.trim(), role, watchedFolder };
    return [settings, readAddresses(this.addresses).addresses, this.sample === "sample"];
  }
}
