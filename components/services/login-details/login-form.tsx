import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { LoginFields } from "./login-fields";

export type LoginFormProps = {
  serviceId: string;
  /** The login details it replaces; without them it adds new ones. */
  replaces?: { id: string; label: string; version: number };
  action: FormAction;
  cancelHref: string;
};

/** Enters or replaces login details. */
export function LoginForm({ serviceId, replaces, action, cancelHref }: LoginFormProps) {
  const { id: credentialId, version, label } = replaces ?? {};
  return (
    <OperationForm
      action={action}
      hidden={{ serviceId, credentialId, version }}
      submitLabel={replaces ? t("Replace credentials") : t("Add credentials")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <LoginFields {...(label !== undefined && { label })} />
      </div>
    </OperationForm>
  );
}
