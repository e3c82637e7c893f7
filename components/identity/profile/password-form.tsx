import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";
import { t } from "@/lib/platform/language/t";

/** Changes the password. The hidden address lets password managers store it under the right login. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Change password")}
      pendingLabel={t("Changing…")}
      submitVariant="secondary"
      doneMessage={t("Password changed. All other sessions were signed out.")}
      resetOnDone
      className="max-w-lg"
    >
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field name="currentPassword" label={t("Current password")} required>
        <Input type="password" autoComplete="current-password" />
      </Field>
      <Field
        name="newPassword"
        label={t("New password")}
        required
        hint={t("At least {count} characters.", { count: SHORTEST_PASSWORD })}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      {/* An unticked box sends nothing, and the default is to revoke. */}
      <input type="hidden" name="tokensToo" value="false" />
      <Checkbox
        name="tokensToo"
        value="true"
        defaultChecked
        label={t("Revoke my API tokens")}
        hint={t("Integrations that use one stop working. Keep this on if someone else may know your old password.")}
      />
    </OperationForm>
  );
}
