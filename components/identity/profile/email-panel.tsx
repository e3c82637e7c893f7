import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { Profile } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { listed } from "@/lib/platform/kernel/listed";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

interface EmailPanelProps {
  readonly profile: Profile;
  readonly format: ViewerFormat;
  readonly change: FormAction;
  readonly withdraw: FormAction;
  readonly verify: FormAction;
}

/** The sign-in address: whether it is confirmed, and a form to change it. */
export function EmailPanel({ profile, format, change, withdraw, verify }: EmailPanelProps) {
  const { email, emailVerified, emailChange } = profile;
  return (
    <Panel
      title={t("Email address")}
      description={t("You sign in with this address and get notifications there.")}
      actions={
        emailVerified ? (
          <Badge tone="success">{t("Confirmed")}</Badge>
        ) : (
          <Badge tone="warning">{t("Not confirmed")}</Badge>
        )
      }
    >
      <div className="flex max-w-lg flex-col gap-4">
        {!emailVerified && (
          <OperationForm
            action={verify}
            submitLabel={t("Send confirmation email")}
            submitVariant="secondary"
            doneMessage={t("Email sent to {email}. Open the link to confirm.", { email })}
            label={t("Confirm your email address")}
          >
            <p className="text-ink-soft">
              {t("Notifications aren't sent to {email} until you confirm it.", { email })}
            </p>
          </OperationForm>
        )}
        {emailChange === null ? (
          <ChangeForm action={change} email={email} />
        ) : (
          <Waiting change={emailChange} email={email} format={format} withdraw={withdraw} />
        )}
      </div>
    </Panel>
  );
}

function ChangeForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Change email address")}
      pendingLabel={t("Sending…")}
      submitVariant="secondary"
      label={t("Change your email address")}
    >
      <p className="text-ink">
        {rich("Current: {email}", { email: <strong className="font-medium">{email}</strong> })}
      </p>
      <Field
        name="newEmail"
        label={t("New email address")}
        required
        hint={t("We email both addresses. The change takes effect once both are confirmed.")}
      >
        <Input type="email" autoComplete="email" />
      </Field>
      <Field name="currentPassword" label={t("Current password")} required>
        <Input type="password" autoComplete="current-password" />
      </Field>
    </OperationForm>
  );
}

type WaitingProps = Pick<EmailPanelProps, "format" | "withdraw"> & {
  change: NonNullable<Profile["emailChange"]>;
  email: string;
};

function Waiting({ change, email, format, withdraw }: WaitingProps) {
  const missing = [change.oldConfirmed ? null : email, change.newConfirmed ? null : change.newEmail].filter(
    (one) => one !== null,
  );
  return (
    <>
      <Callout title={t("Change to {newEmail} pending", { newEmail: change.newEmail })}>
        {rich("Awaiting confirmation from {addresses}. The link we emailed expires {date}.", {
          addresses: listed(missing),
          date: <DateTime value={change.expiresAt} style="dateTime" format={format} />,
        })}
      </Callout>
      <OperationForm
        action={withdraw}
        submitLabel={t("Cancel change")}
        submitVariant="secondary"
        label={t("Cancel the change of your email address")}
      />
    </>
  );
}
