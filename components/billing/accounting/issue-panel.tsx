import { Callout } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { IssuePreview, ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
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
    <Panel title={t("Issue invoice")}>
      {obstacle !== null && (
        <Callout kind="warning" title={t("This draft can't be issued yet")}>
          {obstacle}
        </Callout>
      )}
      {plan && (
        <OperationForm
          action={action}
          hidden={{ invoiceId: id, version, seen: seen ?? "" }}
          idempotencyKey={idempotencyKey}
          submitLabel={changes.length > 0 ? t("Issue with these changes") : t("Issue invoice")}
          pendingLabel={t("Issuing…")}
          label={t("Issue")}
        >
          <IssueChanges changes={changes} format={format} />
          {plan.accountCurrency !== plan.total.currency && (
            <Callout kind="warning" title={t("The account uses another currency")}>
              {t(
                "This draft is in {currency}, the account in {accountCurrency}. To invoice in another currency, edit the draft.",
                { currency: plan.total.currency, accountCurrency: plan.accountCurrency },
              )}
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
      text: rich("The invoice gets the next number, and the customer owes {total}, including {tax} tax.", {
        total: sum(total),
        tax: sum(tax),
      }),
    },
    ...(credit.amountMinor > 0
      ? [{ key: "credit", text: rich("{credit} of it is paid from account credit.", { credit: sum(credit) }) }]
      : []),
    { key: "mail", text: t("It is emailed to everyone who receives invoices.") },
    { key: "final", text: t("It can't be changed after that, only voided or credited.") },
  ];
}
