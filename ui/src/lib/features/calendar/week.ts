/** Days of the week that follow one another with the same hours. */
export interface WeekLine {
  days: string;
  hours: string[];
}

/** Joins neighbouring days with the same hours: "月–金 9:30–17:30". */
export function weekLines(weekly: string[][], names: readonly string[]): WeekLine[] {
  const lines: { first: number; last: number; hours: string[] }[] = [];
  weekly.forEach((hours, day) => {
    const line = lines.at(-1);
    if (line && line.hours.join() === hours.join()) line.last = day;
    else lines.push({ first: day, last: day, hours });
  });
  return lines.map(({ first, last, hours }) => ({
    days: first === last ? (names[first] ?? "") : `${names[first]}–${names[last]}`,
    hours,
  }));
}
