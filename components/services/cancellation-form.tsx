import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/kernel/form-state";
import type { ViewerFormat } from "@/lib/kernel/viewer-format";
import type { Cancellation } from "@/lib/services/schema";

export type CancellationFormProps = {
  cancellation: Cancellation;
  action: FormAction;
  backHref: string;
  format: ViewerFormat;
};

/** Says what cancelling brings about, then asks for the service's name letter by letter. */
export function CancellationForm({ cancellation, action, backHref, format }: CancellationFormProps) {
  const { id, name, version } = cancellation;
  return (
    <OperationForm
      action={action}
      hidden={{ serviceId: id, version }}
      submitLabel="Cancel this service"
      submitVariant="danger"
      pendingLabel="Cancelling…"
      cancelHref={backHref}
      cancelLabel="Keep it"
    >
      <Callout kind="danger" title="What will happen">
        <Consequences cancellation={cancellation} format={format} />
      </Callout>
      <Field
        name="reason"
        label="Why do you cancel it?"
        hint="Kept with the service, and told to those who get service notices."
      >
        <Textarea maxLength={500} rows={2} />
      </Field>
      <Field
        name="confirmName"
        required
        label="Type the name of the service to confirm"
        hint={
          <>
            Exactly: <strong className="font-semibold wrap-anywhere text-ink">{name}</strong>
          </>
        }
      >
        <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </Field>
    </OperationForm>
  );
}

function Consequences({ cancellation, format }: Pick<CancellationFormProps, "cancellation" | "format">) {
  const { name, status, renewsAt, loginCount, openTicketCount, limitedContacts } = cancellation;
  return (
    <ul className="list-disc ps-4">
      <li>
        {status === "pending"
          ? `${name} is not set up, and its order is withdrawn.`
          : `${name} stops at once, and its data is deleted. Neither can be undone.`}
      </li>
      {renewsAt && (
        <li>
          It does not renew on <DateTime value={renewsAt} format={format} />. What has been paid for until then is not
          refunded automatically.
        </li>
      )}
      {loginCount > 0 && (
        <li>
          {loginCount === 1 ? "Its login details are deleted." : `Its ${loginCount} sets of login details are deleted.`}
        </li>
      )}
      {openTicketCount > 0 && (
        <li>
          {openTicketCount === 1 ? "The open ticket" : `The ${openTicketCount} open tickets`} about it can still be read
          and answered.
        </li>
      )}
      {limitedContacts.length > 0 && (
        <li>
          {new Intl.ListFormat("en").format(limitedContacts)} {limitedContacts.length === 1 ? "has" : "have"} access to
          no other service.
        </li>
      )}
      <li>Everybody who gets service notices is told.</li>
    </ul>
  );
}
