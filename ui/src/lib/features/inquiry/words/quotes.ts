/** A part of a message: the sender's own words, or what is quoted from before. */
export interface Part {
  quoted: boolean;
  text: string;
  lines: number;
}

/** So many characters of a line are looked at: the patterns take quadratic time in a line that was made for it. */
const LOOKED_AT = 400;

/** More parts than these are left together: thousands of them would hold the window up. */
const MOST_PARTS = 200;

const ATTRIBUTIONS = [
  /^-{2,}\s*(Original Message|元のメッセージ|転送されたメッセージ|Forwarded message)\s*-{2,}\s*$/i,
  /^On .+ wrote:\s*$/,
  /^\d{4}[年/-].{4,60}<[^>]+@[^>]+>\s*[:：]?\s*(のメール|wrote)?[:：]?\s*$/,
];

/** Parts a text where quotes begin and end; blank lines stay with what they stand in. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let rest = false;
  for (const line of text.replace(/\r\n?/g, "\n").trimEnd().split("\n")) {
    const start = line.slice(0, LOOKED_AT);
    // Below "Original Message" all is quoted, whatever its lines look like.
    rest ||= ATTRIBUTIONS[0]!.test(start);
    const last = parts.at(-1);
    const quoted = rest || isQuoted(start) || (line.trim() === "" && (last?.quoted ?? false));
    if (last && (last.quoted === quoted || parts.length === MOST_PARTS)) last.text += `\n${line}`;
    else parts.push({ quoted, text: line, lines: 0 });
  }
  return parts
    .map(({ quoted, text }) => ({ quoted, text: text.replace(/^\n+/, "").trimEnd() }))
    .filter(({ text }) => text !== "")
    .map((part) => ({ ...part, lines: part.text.split("\n").length }));
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>＞]/.test(line) || ATTRIBUTIONS.some((attribution) => attribution.test(line));
}
