import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { daysLate } from "./days-late";
import { legalDates } from "./legal-dates";

/** The key fact about an invoice: the amount due and by when, or why nothing is due. */
export function InvoiceNotice({ invoice, now, format }: { invoice: InvoiceDetail; now: Date; format: ViewerFormat }) {
  const { standing, dueAt, due, number } = invoice;
  const amount = <Money value={due} format={format} />;
  const by = dueAt && <DateTime value={dueAt} style="long" format={legalDates(format)} />;
  if (standing === "overdue" && dueAt) {
    return (
      <Callout kind="danger" className="mb-5" title={rich("{amount} is overdue", { amount })}>
        {rich(
          "It was due on {date} and is {daysLate}. Quote {number} when you pay. Recent payments can take a few days to arrive.",
          { date: by, daysLate: daysLate(dueAt, now), number },
        )}
      </Callout>
    );
  }
  if (standing === "open") {
    return (
      <Callout
        className="mb-5"
        title={by ? rich("{amount} is due by {date}", { amount, date: by }) : rich("{amount} is due", { amount })}
      >
        {t("Quote {number} when you pay. Payment details are on the last page of the PDF.", { number: number ?? "" })}
      </Callout>
    );
  }
  if (standing === "void") {
    return (
      <Callout className="mb-5" title={t("This invoice is void")}>
        {t("No payment is due.")}
      </Callout>
    );
  }
  if (standing === "uncollectible") {
    return (
      <Callout kind="warning" className="mb-5" title={t("This invoice was written off")}>
        {t("It wasn't paid in time. Contact us before placing a new order.")}
      </Callout>
    );
  }
  return null;
}
