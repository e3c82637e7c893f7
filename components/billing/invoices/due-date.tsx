import { DateTime } from "@/components/ui/date-time";
import type { InvoiceHead } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { daysLate } from "./days-late";
import { legalDates } from "./legal-dates";

export type DueDateProps = { invoice: Pick<InvoiceHead, "standing" | "dueAt">; now: Date; format: ViewerFormat };

/** The due date, with how long it is overdue in words, since colour alone isn't accessible. */
export function DueDate({ invoice, now, format }: DueDateProps) {
  const { dueAt, standing } = invoice;
  if (dueAt === null) return <span className="text-ink-faint">–</span>;
  const date = <DateTime value={dueAt} format={legalDates(format)} />;
  if (standing !== "overdue") return date;
  return (
    <>
      {date} <span className="days-late">{daysLate(dueAt, now)}</span>
    </>
  );
}
