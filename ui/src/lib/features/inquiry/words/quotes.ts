/** A part of a message: the sender's own words, or what is quoted from before. */
export interface Part {
  quoted: boolean;
  text: string;
  lines: number;
}

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
    // Below "Original Message" all is quoted, whatever its lines look like.
    rest ||= ATTRIBUTIONS[0]!.test(line);
    const last = parts.at(-1);
    const quoted = rest || isQuoted(line) || (line.trim() === "" && (last?.quoted ?? false));
    if (last && last.quoted === quoted) last.text += `\n${line}`;
    else parts.push({ quoted, text: line, lines: 0 });
  }
  return parts
    .map(({ quoted, text }) => ({ quoted, text: text.replace(/^\n+|\s+$/g, "") }))
    .filter(({ text }) => text !== "")
    .map((part) => ({ ...part, lines: part.text.split("\n").length }));
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>＞]/.test(line) || ATTRIBUTIONS.some((attribution) => attribution.test(line));
}
