import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { Consequences } from "./consequences";

export type IssuePanelProps = {
  invoice: ManagedInvoice;
  action: FormAction;
  idempotencyKey: string;
  format: ViewerFormat;
};

/** Makes a draft an invoice that is owed. */
export function IssuePanel({ invoice, action, idempotencyKey, format }: IssuePanelProps) {
  const { id, version, total, credit } = invoice;
  const paid = { ...credit, amountMinor: Math.min(credit.amountMinor, total.amountMinor) };
  return (
    <Panel title="Issue it">
      <OperationForm
        action={action}
        hidden={{ invoiceId: id, version }}
        idempotencyKey={idempotencyKey}
        submitLabel="Issue the invoice"
        pendingLabel="Issuing…"
        label="Issue"
      >
        <Consequences
          items={[
            {
              key: "owed",
              text: (
                <>
                  It gets the next number, and the customer owes <Money value={total} format={format} />.
                </>
              ),
            },
            ...(paid.amountMinor > 0
              ? [
                  {
                    key: "credit",
                    text: (
                      <>
                        <Money value={paid} format={format} /> of it are paid from the account's credit.
                      </>
                    ),
                  },
                ]
              : []),
            { key: "mail", text: "Everybody who receives invoices gets it by mail." },
            { key: "final", text: "It cannot be changed any more: only voided, or taken back by a credit note." },
          ]}
        />
      </OperationForm>
    </Panel>
  );
}
