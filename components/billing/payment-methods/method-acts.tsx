import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { whatRemovalDoes } from "./what-removal-does";

export type MethodActsProps = {
  method: PaymentMethod;
  list: PaymentMethodList;
  makeDefault: FormAction;
  remove: FormAction;
  replaceHref: string;
};

const nameOf = ({ brand, last4 }: PaymentMethod) => `${brand} ending in ${last4}`;

export function MethodActs({ method, list, makeDefault, remove, replaceHref }: MethodActsProps) {
  const { consequences, endsAutopay } = whatRemovalDoes(method, list);
  return (
    <>
      {!method.isDefault && method.validity !== "expired" && (
        <OperationForm
          action={makeDefault}
          hidden={{ methodId: method.id }}
          submitLabel="Make default"
          submitVariant="ghost"
          submitSize="sm"
          pendingLabel="Saving…"
          doneMessage="Default payment method updated."
          label={`Make ${nameOf(method)} the default`}
        />
      )}
      {list.online !== null && (
        <ButtonLink href={replaceHref} variant="ghost" size="sm" aria-label={`Replace ${nameOf(method)}`}>
          Replace
        </ButtonLink>
      )}
      <ConfirmDialog
        id={`remove-${method.id}`}
        action={remove}
        trigger="Remove"
        triggerProps={{ size: "sm", "aria-label": `Remove ${nameOf(method)}` }}
        title={`Remove ${nameOf(method)}?`}
        consequences={consequences}
        hidden={{ methodId: method.id, endsAutopay: String(endsAutopay) }}
        confirmLabel={endsAutopay ? "Remove and turn off autopay" : "Remove"}
        keepLabel="Keep"
        pendingLabel="Removing…"
        doneMessage={`${nameOf(method)} removed.`}
      />
    </>
  );
}
