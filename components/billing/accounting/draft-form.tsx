import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { DraftLineFields } from "./draft-line-fields";

/** The operation's limit. */
const MOST_LINES = 12;

export type DraftFormProps = {
  action: FormAction;
  /** The draft to edit; omitted for a new one. */
  draft?: ManagedInvoice;
  currency: string;
  dueOn: string;
  idempotencyKey?: string;
  cancelHref: string;
};

/** A manual invoice for the current account: currency, due date and lines. */
export function DraftForm({ action, draft, currency, dueOn, idempotencyKey, cancelHref }: DraftFormProps) {
  const rows = Math.min(Math.max(4, (draft?.lines.length ?? 0) + 2), MOST_LINES);
  return (
    <OperationForm
      action={action}
      hidden={draft && { invoiceId: draft.id, version: draft.version }}
      idempotencyKey={idempotencyKey}
      submitLabel={draft ? t("Save draft") : t("Create draft")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Draft saved.")}
      cancelHref={cancelHref}
      label={t("Draft")}
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="currency" label={t("Currency")} required>
          <Select options={currencyOptions} defaultValue={draft?.total.currency ?? currency} />
        </Field>
        <Field name="taxMode" label={t("Prices")} required>
          <Select
            options={[
              { value: "exclusive", label: t("Excluding tax") },
              { value: "inclusive", label: t("Including tax") },
            ]}
            defaultValue={draft?.taxMode ?? "exclusive"}
          />
        </Field>
        <Field name="dueOn" label={t("Due date")} required>
          <Input type="date" defaultValue={dueOn} />
        </Field>
      </div>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <DraftLineFields key={index} index={index} line={draft?.lines[index]} />
      ))}
      <Field name="note" label={t("Note on invoice")}>
        <Textarea rows={2} defaultValue={draft?.note ?? undefined} />
      </Field>
    </OperationForm>
  );
}
