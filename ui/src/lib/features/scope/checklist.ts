import type { ScopeAnswer, ScopeView } from "$lib/backend/bindings";

/** The checklist as it is filled in: what is asked, by code, and the answer; an empty one is not known. */
export type Checklist = Record<string, string>;

/** Begins with the answers that count; a system is parted into its code and its version. */
export function checklistOf({ answers, reasons }: ScopeView): Checklist {
  const os = answers.os ?? "";
  const [system = "", ...version] = os.split(" ");
  const filled: Checklist = { system, version: version.join(" ") };
  for (const about of ["contract", "japanese", "part", "device"]) filled[about] = answers[about] ?? "";
  for (const { id } of reasons) filled[id] = answers[id] ?? "";
  return filled;
}

/** The answers that differ from those that count. */
export function changes(before: Checklist, after: Checklist): ScopeAnswer[] {
  const changed = Object.keys(after)
    .filter((about) => about !== "system" && about !== "version" && after[about] !== before[about])
    .map((about) => ({ about, answer: after[about] ?? "" }));
  const [was, is] = [systemOf(before), systemOf(after)];
  return was === is ? changed : [...changed, { about: "os", answer: is }];
}

function systemOf({ system = "", version = "" }: Checklist): string {
  if (system === "" || system === "none") return system;
  // Without a version nothing can be judged: the text is asked again.
  return version.trim() === "" ? "" : `${system} ${version.trim()}`;
}
