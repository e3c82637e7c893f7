import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { type AskedConfirm, RowConfirm } from "@/components/ui/row-confirm";
import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { whatRemovalDoes } from "./what-removal-does";

export type MethodActsProps = {
  method: PaymentMethod;
  list: PaymentMethodList;
  makeDefault: FormAction;
  remove: FormAction;
  replaceHref: string;
  asked: AskedConfirm;
};

const nameOf = ({ brand, last4 }: PaymentMethod) => t("{brand} ending in {last4}", { brand, last4 });

export function MethodActs({ method, list, makeDefault, remove, replaceHref, asked }: MethodActsProps) {
  const { consequences, endsAutopay } = whatRemovalDoes(method, list);
  return (
    <>
      {!method.isDefault && method.validity !== "expired" && (
        <OperationForm
          action={makeDefault}
          hidden={{ methodId: method.id }}
          submitLabel={t("Make default")}
          submitVariant="ghost"
          submitSize="sm"
          pendingLabel={t("Saving…")}
          doneMessage={t("Default payment method updated.")}
          label={t("Make {method} the default", { method: nameOf(method) })}
        />
      )}
      {list.online !== null && (
        <ButtonLink
          href={replaceHref}
          variant="ghost"
          size="sm"
          aria-label={t("Replace {method}", { method: nameOf(method) })}
        >
          {t("Replace")}
        </ButtonLink>
      )}
      <RowConfirm
        asked={asked}
        id={`remove-${method.id}`}
        action={remove}
        trigger={t("Remove")}
        label={t("Remove {method}", { method: nameOf(method) })}
        size="sm"
        title={t("Remove {method}?", { method: nameOf(method) })}
        consequences={consequences}
        hidden={{ methodId: method.id, endsAutopay: String(endsAutopay) }}
        confirmLabel={endsAutopay ? t("Remove and turn off autopay") : t("Remove")}
        keepLabel={t("Keep")}
        pendingLabel={t("Removing…")}
        doneMessage={t("{method} removed.", { method: nameOf(method) })}
      />
    </>
  );
}
