import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { visitReasonNames } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { visitReasons } from "@/lib/policy/staff-visit";
import { hourOptions } from "./hours-in-words";

interface VisitFormProps {
  readonly action: FormAction;
  readonly tickets: readonly { readonly id: string; readonly number: number; readonly subject: string }[];
  /** The owner is asked, and answers before anything opens. */
  readonly asks: boolean;
}

/** Says why a member of staff needs the records of an account: once, for some hours. */
export function VisitForm({ action, tickets, asks }: VisitFormProps) {
  const offered = visitReasons.filter((reason) => reason !== "ticket" || tickets.length > 0);
  return (
    <OperationForm
      action={action}
      hidden={asks ? { ask: "true" } : {}}
      label={asks ? t("Ask for access") : t("Open the account")}
      submitLabel={asks ? t("Ask the owner") : t("Open the account")}
      pendingLabel={asks ? t("Asking…") : t("Opening…")}
      className="max-w-xl text-start"
    >
      <RadioGroup
        name="reason"
        legend={t("Reason")}
        options={offered.map((value) => ({ value, label: t(visitReasonNames[value]) }))}
        defaultValue={offered[0]}
        required
      />
      {tickets.length > 0 && (
        <Field name="ticketId" label={t("Ticket")} hint={t("Counts if you chose work on a ticket.")}>
          <Select options={tickets.map(({ id, number, subject }) => ({ value: id, label: `#${number} ${subject}` }))} />
        </Field>
      )}
      <Field
        name="note"
        label={t("In your words")}
        hint={t("The customer reads it. Required unless it's a ticket.")}
        hintSaysWhen
      >
        <Textarea rows={2} />
      </Field>
      <Field
        name="hours"
        label={t("For how long?")}
        hint={
          asks ? t("The account owner has to approve it first, and may choose another time.") : t("It ends by itself.")
        }
        required
      >
        <Select options={hourOptions([1, 4, 8, 24])} defaultValue="4" />
      </Field>
    </OperationForm>
  );
}
