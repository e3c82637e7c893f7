import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { daysLate } from "./days-late";
import { legalDates } from "./legal-dates";

/** What stands out about an invoice, in a sentence: what is to be paid by when, or why nothing is. */
export function InvoiceNotice({ invoice, now, format }: { invoice: InvoiceDetail; now: Date; format: ViewerFormat }) {
  const { standing, dueAt, due, number } = invoice;
  const amount = <Money value={due} format={format} />;
  const by = dueAt && <DateTime value={dueAt} style="long" format={legalDates(format)} />;
  if (standing === "overdue" && dueAt) {
    return (
      <Callout kind="danger" className="mb-5" title={<>{amount} is overdue</>}>
        It was due on {by} and is {daysLate(dueAt, now)}. Quote {number} when you pay; a payment made in the last days
        may still be on its way.
      </Callout>
    );
  }
  if (standing === "open") {
    return (
      <Callout
        className="mb-5"
        title={
          by ? (
            <>
              {amount} is due by {by}
            </>
          ) : (
            <>{amount} is due</>
          )
        }
      >
        Quote {number} when you pay. How to pay is on the last page of the PDF.
      </Callout>
    );
  }
  if (standing === "void") {
    return (
      <Callout className="mb-5" title="This invoice was withdrawn">
        Nothing is to be paid.
      </Callout>
    );
  }
  if (standing === "uncollectible") {
    return (
      <Callout kind="warning" className="mb-5" title="This invoice was written off">
        It was not paid in time. Please talk to us before you order anything new.
      </Callout>
    );
  }
  return null;
}
