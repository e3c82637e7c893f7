import { Money } from "@/components/ui/money";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { rateInWords } from "./rate-in-words";
import { SumRow } from "./sum-row";

/** The tax at each rate, with its net amount. */
export function TaxRows({ taxes, format }: { taxes: InvoiceDetail["taxes"]; format: ViewerFormat }) {
  return taxes.map(({ basisPoints, net, tax }) => (
    <SumRow
      key={basisPoints}
      label={rich("VAT {rate} on {amount}", {
        rate: rateInWords(basisPoints, format.locale),
        amount: <Money value={net} format={format} />,
      })}
    >
      <Money value={tax} format={format} />
    </SumRow>
  ));
}
