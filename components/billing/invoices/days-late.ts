const DAY_MS = 86_400_000;

/** "12 days late": by how long a due date has passed. */
export function daysLate(dueAt: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(dueAt)) / DAY_MS);
  if (days < 1) return "less than a day late";
  return days === 1 ? "1 day late" : `${days} days late`;
}
