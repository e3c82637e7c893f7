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

/** The address one signs in with: whether it is confirmed, and changing it. */
export function EmailPanel({ profile, format, change, withdraw, verify }: EmailPanelProps) {
  const { email, emailVerified, emailChange } = profile;
  return (
    <Panel
      title="Email address"
      description="You sign in with it, and notices go there."
      actions={emailVerified ? <Badge tone="success">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
    >
      <div className="flex max-w-lg flex-col gap-4">
        {!emailVerified && (
          <OperationForm
            action={verify}
            submitLabel="Send me the mail"
            submitVariant="secondary"
            doneMessage={`A mail is on its way to ${email}. Open the link in it.`}
            label="Confirm your address"
          >
            <p className="text-ink-soft">Until {email} is confirmed, no notices are sent there.</p>
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
      submitLabel="Change address"
      pendingLabel="Sending mails…"
      submitVariant="secondary"
      label="Change your address"
    >
      <p className="text-ink">
        Now: <strong className="font-medium">{email}</strong>
      </p>
      <Field
        name="newEmail"
        label="New address"
        required
        hint="We write to both addresses. The change is made once both have confirmed it."
      >
        <Input type="email" autoComplete="email" />
      </Field>
      <Field name="currentPassword" label="Your password" required>
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
      <Callout title={`Waiting to become ${change.newEmail}`}>
        Not confirmed yet by {missing.join(" and ")}. We have sent a mail there; its link works until{" "}
        <DateTime value={change.expiresAt} style="dateTime" format={format} />.
      </Callout>
      <OperationForm
        action={withdraw}
        submitLabel="Drop the change"
        submitVariant="secondary"
        label="Drop the change of your address"
      />
    </>
  );
}
