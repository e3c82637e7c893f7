import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RoleRequestDetail } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** Withdraws an approved request before staff have applied it. */
export function WithdrawRequest({ request, action }: { request: RoleRequestDetail; action: FormAction }) {
  return (
    <ConfirmDialog
      id="withdraw-request"
      action={action}
      hidden={{ requestId: request.id, version: request.version }}
      trigger={t("Withdraw")}
      title={t("Withdraw the request?")}
      consequences={[t("We don't set it up. {name}'s access stays as it is.", { name: request.name })]}
      confirmLabel={t("Withdraw request")}
      doneMessage={t("Request withdrawn.")}
    />
  );
}
