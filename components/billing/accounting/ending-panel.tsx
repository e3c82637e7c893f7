import type { ReactNode } from "react";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { Consequences } from "./consequences";
import { ReasonField } from "./reason-field";

export type EndingPanelProps = {
  invoice: ManagedInvoice;
  title: string;
  consequences: { key: string; text: ReactNode }[];
  submitLabel: string;
  /** Deleting a draft needs no reason. */
  withReason?: boolean;
  action: FormAction;
};

/** Voids an invoice, writes it off, or deletes its draft. */
export function EndingPanel(props: EndingPanelProps) {
  const { invoice, title, consequences, submitLabel, withReason = true, action } = props;
  return (
    <Panel title={title} tone="danger">
      <OperationForm
        action={action}
        hidden={{ invoiceId: invoice.id, version: invoice.version }}
        submitLabel={submitLabel}
        submitVariant="danger"
        label={title}
      >
        <Consequences danger items={consequences} />
        {withReason && <ReasonField shownToCustomer={false} />}
      </OperationForm>
    </Panel>
  );
}
