import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { RoleRequestDetail } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** Discards a request that isn't to be applied, such as a forged one. */
export function DiscardRequest({ request, action }: { request: RoleRequestDetail; action: FormAction }) {
  return (
    <ConfirmDialog
      id="discard-request"
      action={action}
      hidden={{ requestId: request.id, version: request.version }}
      trigger={t("Discard")}
      title={t("Discard the request?")}
      consequences={[
        t("It can no longer be approved or applied. A new request can be made."),
        t("The reason is in the account's activity log, where the customer can read it."),
      ]}
      confirmLabel={t("Discard request")}
      doneMessage={t("Request discarded.")}
    >
      <Field name="reason" label={t("Reason")} required>
        <Input autoComplete="off" />
      </Field>
    </ConfirmDialog>
  );
}
