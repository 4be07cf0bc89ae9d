import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The tests run in `ui`, which stands beside the core. */
const ROOT = join(process.cwd(), "..");

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, code]) => code ?? ""))].sort();
}

/** The codes of the steps of an explanation, as the core gives them. */
export function stepCodes(): string[] {
  return matches(read("src-tauri/src/ipc/convert/step.rs"), /(?:code: |at_instant\(\s*)"([a-z-]+)"/g);
}

/** The codes of what happened to an inquiry, as the core gives them. */
export function historyCodes(): string[] {
  return matches(read("src-tauri/src/ipc/convert/history.rs"), /(?:told|responded)\(\s*"([a-z-]+)"/g);
}

/** The codes of one table of `docs/errors.md`, by its heading. */
export function errorCodes(heading: string): string[] {
  const [, section = ""] = read("docs/errors.md").split(`## ${heading}\n`);
  return matches(section.split("\n## ")[0] ?? "", /^\| `([a-z-]+)` \|/gm);
}

/** The words of the figures in the files that a report is written as, by their codes. */
export function figureWords(language: "ja" | "en"): Record<string, string> {
  const text = read(`src-tauri/crates/report-files/src/words/${language}.rs`);
  const [, list = ""] = text.split("const FIGURES");
  const pairs = [...(list.split("];")[0] ?? "").matchAll(/\("([a-z0-9_]+)", "([^"]+)"\)/g)];
  return Object.fromEntries(pairs.map(([, code = "", word = ""]) => [code, word]));
}

/** The repairs of a mail. */
export function repairCodes(): string[] {
  const [, body = ""] = read("src-tauri/crates/mail/src/message.rs").split("pub enum Repair {");
  const variants = matches(body.split("\n}")[0] ?? "", /^ {4}([A-Z][A-Za-z]+),/gm);
  return variants.map((name) => name.replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase());
}
