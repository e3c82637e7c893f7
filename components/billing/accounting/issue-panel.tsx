import { Callout } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { IssuePreview, ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { Consequences } from "./consequences";
import { IssueChanges } from "./issue-changes";

export type IssuePanelProps = {
  invoice: ManagedInvoice;
  preview: IssuePreview;
  action: FormAction;
  idempotencyKey: string;
  format: ViewerFormat;
};

/** Issues a draft, after showing its current amounts. */
export function IssuePanel({ invoice, preview, action, idempotencyKey, format }: IssuePanelProps) {
  const { id, version } = invoice;
  const { obstacle, plan, changes = [], seen } = preview;
  return (
    <Panel title="Issue invoice">
      {obstacle !== null && (
        <Callout kind="warning" title="This draft can't be issued yet">
          {obstacle}
        </Callout>
      )}
      {plan && (
        <OperationForm
          action={action}
          hidden={{ invoiceId: id, version, seen: seen ?? "" }}
          idempotencyKey={idempotencyKey}
          submitLabel={changes.length > 0 ? "Issue with these changes" : "Issue invoice"}
          pendingLabel="Issuing…"
          label="Issue"
        >
          <IssueChanges changes={changes} format={format} />
          {plan.accountCurrency !== plan.total.currency && (
            <Callout kind="warning" title="The account uses another currency">
              This draft is in {plan.total.currency}, the account in {plan.accountCurrency}. To invoice in another
              currency, edit the draft.
            </Callout>
          )}
          <Consequences items={consequencesOf(plan, format)} />
        </OperationForm>
      )}
    </Panel>
  );
}

function consequencesOf({ total, tax, credit }: NonNullable<IssuePreview["plan"]>, format: ViewerFormat) {
  const sum = (value: typeof total) => <Money value={value} format={format} />;
  return [
    {
      key: "owed",
      text: (
        <>
          The invoice gets the next number, and the customer owes {sum(total)}, including {sum(tax)} tax.
        </>
      ),
    },
    ...(credit.amountMinor > 0 ? [{ key: "credit", text: <>{sum(credit)} of it is paid from account credit.</> }] : []),
    { key: "mail", text: "It is emailed to everyone who receives invoices." },
    { key: "final", text: "It can't be changed after that, only voided or credited." },
  ];
}
