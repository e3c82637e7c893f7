import { t } from "@/lib/platform/language/t";

const DAY_MS = 86_400_000;

/** "12 days overdue": how long ago the due date was. */
export function daysLate(dueAt: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(dueAt)) / DAY_MS);
  if (days < 1) return t("less than a day overdue");
  return t("{days, plural, one {# day overdue} other {# days overdue}}", { days });
}
