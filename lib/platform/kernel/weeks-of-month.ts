/** The days of a month's whole weeks, from Monday on: with the last ones of the month before and the first of the next. */
export function weeksOfMonth(month: string): string[] {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, index) =>
    new Date(Date.UTC(year, number - 1, 1 - before + index)).toISOString().slice(0, 10),
  );
}
