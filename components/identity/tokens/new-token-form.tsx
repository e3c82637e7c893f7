import { PermissionChoice } from "@/components/identity/tokens/permission-choice";
import { TokenOnce } from "@/components/identity/tokens/token-once";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { HeldPermission } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

const lives = () => [
  { value: "7", label: t("7 days") },
  { value: "30", label: t("30 days") },
  { value: "90", label: t("90 days") },
  { value: "365", label: t("1 year") },
];

/** Creates a token, which is shown once in the response. */
export function NewTokenForm({ action, held }: { action: FormAction; held: HeldPermission[] }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Create token")}
      pendingLabel={t("Creating…")}
      resetOnDone
      label={t("Create a token")}
      className="max-w-2xl"
    >
      <TokenOnce />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field name="name" label={t("Name")} required hint={t("A name to recognise this token.")}>
          <Input autoComplete="off" />
        </Field>
        <Field name="days" label={t("Expires in")} required>
          <Select defaultValue="90" options={lives()} />
        </Field>
      </div>
      <PermissionChoice held={held} />
    </OperationForm>
  );
}
