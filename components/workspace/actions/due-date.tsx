import { DateTime } from "@/components/ui/date-time";
import { t } from "@/lib/platform/language/t";

export type DueDateProps = { dueOn: string | null; overdue: boolean; locale: string };

/** A day, the same for everyone; whether it has passed depends on where its reader is. */
export function DueDate({ dueOn, overdue, locale }: DueDateProps) {
  if (dueOn === null) return <span className="text-ink-faint">{t("No due date")}</span>;
  const day = <DateTime value={dueOn} format={{ locale, timeZone: "UTC" }} />;
  if (!overdue) return day;
  return (
    <span className="text-danger-text">
      {day} · {t("Overdue")}
    </span>
  );
}
