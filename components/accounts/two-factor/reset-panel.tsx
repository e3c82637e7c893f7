import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** For staff: removes the factors of a member who has lost them, and says so to everyone concerned. */
export function ResetPanel({ name, contactId, action }: { name: string; contactId: string; action: FormAction }) {
  return (
    <Panel
      title={t("Two-factor sign-in")}
      description={t("For a member who has lost their phone, passkeys and recovery codes.")}
    >
      <ConfirmDialog
        id="reset-two-factor"
        action={action}
        hidden={{ contactId }}
        trigger={t("Remove two-factor sign-in")}
        title={t("Remove two-factor sign-in of {name}?", { name })}
        consequences={[
          t("Their authenticator app, passkeys and recovery codes stop working."),
          t("All their sessions end. They sign in again with their password."),
          t("They and the account owner are told by email, with your reason."),
          t("It is in the account's activity, with your name."),
        ]}
        confirmLabel={t("Remove it")}
        doneMessage={t("Two-factor sign-in of {name} was removed.", { name })}
      >
        <Field
          name="reason"
          label={t("Reason")}
          hint={t("Why, and how you checked who asked. The customer reads it.")}
          required
        >
          <Textarea rows={3} />
        </Field>
      </ConfirmDialog>
    </Panel>
  );
}
