/** Reads own addresses, one a line; `wrong` is the first line that is neither an address nor a domain as `@example.jp`. */
export function readAddresses(text: string): { addresses: string[]; wrong: string | null } {
  const lines = text
    .normalize("NFKC")
    .split(/[\n,]+/)
    .map((line) => line.trim().toLowerCase())
    .filter(Boolean);
  const wrong = lines.find((line) => !/^[^\s@]*@[^\s@]+$/.test(line)) ?? null;
  return { addresses: [...new Set(lines)], wrong };
}
