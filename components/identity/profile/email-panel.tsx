import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { Profile } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

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
      title="Email address"
      description="You sign in with this address and get notifications there."
      actions={emailVerified ? <Badge tone="success">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
    >
      <div className="flex max-w-lg flex-col gap-4">
        {!emailVerified && (
          <OperationForm
            action={verify}
            submitLabel="Send confirmation email"
            submitVariant="secondary"
            doneMessage={`Email sent to ${email}. Open the link to confirm.`}
            label="Confirm your email address"
          >
            <p className="text-ink-soft">Notifications aren't sent to {email} until you confirm it.</p>
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
      submitLabel="Change email address"
      pendingLabel="Sending…"
      submitVariant="secondary"
      label="Change your email address"
    >
      <p className="text-ink">
        Current: <strong className="font-medium">{email}</strong>
      </p>
      <Field
        name="newEmail"
        label="New email address"
        required
        hint="We email both addresses. The change takes effect once both are confirmed."
      >
        <Input type="email" autoComplete="email" />
      </Field>
      <Field name="currentPassword" label="Current password" required>
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
  const missing = [change.oldConfirmed ? null : email, change.newConfirmed ? null : change.newEmail].filter(Boolean);
  return (
    <>
      <Callout title={`Change to ${change.newEmail} pending`}>
        Awaiting confirmation from {missing.join(" and ")}. The link we emailed expires{" "}
        <DateTime value={change.expiresAt} style="dateTime" format={format} />.
      </Callout>
      <OperationForm
        action={withdraw}
        submitLabel="Cancel change"
        submitVariant="secondary"
        label="Cancel the change of your email address"
      />
    </>
  );
}
