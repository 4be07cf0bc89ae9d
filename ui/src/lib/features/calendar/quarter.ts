/** The first and the last day of the quarter before the one that a day is in. */
export function lastQuarter(today: string): [string, string] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return [day(quarter * 3 - 3, 1), day(quarter * 3, 0)];
}
