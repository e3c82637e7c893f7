const DAY_MS = 86_400_000;

/** "12 days overdue": how long ago the due date was. */
export function daysLate(dueAt: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(dueAt)) / DAY_MS);
  if (days < 1) return "less than a day overdue";
  return days === 1 ? "1 day overdue" : `${days} days overdue`;
}
