import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ClosingPreview } from "@/lib/accounts/settings/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

export type CloseAccountPanelProps = { preview: ClosingPreview; base: string; action: FormAction };

/** What closing does, what blocks it, and the form to do it. */
export function CloseAccountPanel({ preview, base, action }: CloseAccountPanelProps) {
  const { name, runningServices } = preview;
  return (
    <Panel title={`Close ${name}`} tone="danger" className="max-w-2xl">
      <div className="flex flex-col gap-4">
        <div>
          <p className="font-medium text-ink">What happens</p>
          <ul className="mt-1 list-disc ps-5 text-ink-soft">
            {consequences(preview).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        {runningServices > 0 ? (
          <Callout
            kind="warning"
            title={runningServices === 1 ? "1 service is still active" : `${runningServices} services are still active`}
            actions={<TextLink href={`${base}/services`}>View services</TextLink>}
          >
            Cancel all services before you close the account.
          </Callout>
        ) : (
          <OperationForm
            action={action}
            submitLabel="Close account"
            submitVariant="danger"
            pendingLabel="Closing…"
            cancelHref={`${base}/settings`}
            cancelLabel="Keep account"
          >
            <Field
              name="confirmName"
              label="Type the account name to confirm"
              required
              hint={
                <>
                  Enter <strong className="font-semibold text-ink">{name}</strong>
                </>
              }
            >
              <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
            </Field>
          </OperationForm>
        )}
      </div>
    </Panel>
  );
}

function consequences({ openInvitations, openOffer, remains }: ClosingPreview): string[] {
  const list = new Intl.ListFormat("en", { type: "conjunction" });
  const kept = list.format(remains.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
  return [
    "The account closes immediately for everyone, including you. You can't reopen it yourself.",
    `People keep only these permissions, if they have them today: ${kept}.`,
    "Unpaid invoices stay due and can still be paid.",
    ...(openInvitations > 0
      ? [
          openInvitations === 1
            ? "1 pending invitation is revoked."
            : `${openInvitations} pending invitations are revoked.`,
        ]
      : []),
    ...(openOffer ? ["The pending ownership transfer is cancelled."] : []),
    "The owner and administrators are notified by email.",
  ];
}
