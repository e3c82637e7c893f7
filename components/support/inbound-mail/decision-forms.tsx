import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { InboundMailDetail } from "@/lib/support/inbound-mail/schema";

export type DecisionFormsProps = { action: FormAction; mail: InboundMailDetail };

/** What staff can do with an email that waits. */
export function DecisionForms({ action, mail }: DecisionFormsProps) {
  const { id: mailId, ticket, senderAccounts } = mail;
  return (
    <div className="flex flex-col gap-5">
      <OperationForm
        action={action}
        hidden={{ mailId, act: "join" }}
        label={t("Add to a ticket")}
        submitLabel={t("Add to ticket")}
        pendingLabel={t("Adding…")}
      >
        <Field
          name="ticketNumber"
          label={t("Ticket number")}
          hint={t("It is added as the contact who wrote it, with their permissions.")}
          required
        >
          <Input inputMode="numeric" defaultValue={ticket?.number} />
        </Field>
      </OperationForm>
      <OperationForm
        action={action}
        hidden={{ mailId, act: "open" }}
        label={t("Open a ticket")}
        submitLabel={t("Open ticket")}
        submitVariant="secondary"
        pendingLabel={t("Opening…")}
      >
        <Field
          name="accountNumber"
          label={t("Account number")}
          hint={t("If the sender isn't a contact of that account, you open it yourself and they get no answers.")}
          required
        >
          <Input defaultValue={senderAccounts[0]?.number} />
        </Field>
      </OperationForm>
      <OperationForm
        action={action}
        hidden={{ mailId, act: "dismiss" }}
        label={t("Dismiss")}
        submitLabel={t("Dismiss email")}
        submitVariant="secondary"
      />
    </div>
  );
}
