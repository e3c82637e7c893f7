import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type ManagedSumsProps = {
  invoice: ManagedInvoice;
  /** Where there is something to credit, or to pay. */
  creditHref: string | undefined;
  recordHref: string | undefined;
  format: ViewerFormat;
};

/** How an issued invoice stands, and the ways to move money on it. */
export function ManagedSums({ invoice, creditHref, recordHref, format }: ManagedSumsProps) {
  const { total, paid, credited, due } = invoice;
  return (
    <Panel
      title="How it stands"
      actions={
        <>
          {recordHref && <ButtonLink href={recordHref}>Record a transfer</ButtonLink>}
          {creditHref && <ButtonLink href={creditHref}>Issue a credit note</ButtonLink>}
        </>
      }
    >
      <KeyValueList
        columns={2}
        items={[
          { label: "Total", value: <Money value={total} format={format} /> },
          { label: "Paid", value: <Money value={paid} format={format} /> },
          { label: "Credited", value: <Money value={credited} format={format} /> },
          { label: "To pay", value: <Money value={due} format={format} /> },
        ]}
      />
    </Panel>
  );
}
