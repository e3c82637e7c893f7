import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { linesForReader } from "@/lib/platform/kernel/address/lines-for-reader";
import { t } from "@/lib/platform/language/t";

/** Name and address of the seller or buyer, as they were when the invoice was issued. */
export function Party({ party }: { party: InvoiceDetail["buyer"] }) {
  return (
    <address className="not-italic">
      <span className="block font-medium text-ink">{party.name}</span>
      {linesForReader(party).map((line) => (
        <span key={line} className="block text-ink-soft">
          {line}
        </span>
      ))}
      {party.vatId && <span className="mt-1 block text-ink-soft">{t("VAT ID {vatId}", { vatId: party.vatId })}</span>}
    </address>
  );
}
