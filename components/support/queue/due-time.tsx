import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type DueTimeProps = { dueAt: string | null; now: Date; format: ViewerFormat };

/** When a ticket is due. Overdue is said in words and with a sign, not in colour alone. */
export function DueTime({ dueAt, now, format }: DueTimeProps) {
  if (dueAt === null) return null;
  const overdue = new Date(dueAt) < now;
  return (
    <span className={cx("inline-flex items-center gap-1 whitespace-nowrap", overdue && "font-medium text-danger-text")}>
      {overdue && <Icon name="triangle-alert" className="size-4" />}
      {overdue && <span className="max-sm:sr-only">{t("Overdue@@ticket")}</span>}
      <RelativeTime value={dueAt} now={now} format={format} />
    </span>
  );
}
