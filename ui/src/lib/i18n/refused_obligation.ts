interface Words {
  problems: Record<string, string>;
  refused: (problems: string[]) => string;
}

/** Says everything for which an obligation was refused: codes that stand apart by blanks. */
export function refusedObligation(words: Words, problems: string): string {
  return words.refused(problems.split(" ").map((code) => words.problems[code] ?? code));
}
