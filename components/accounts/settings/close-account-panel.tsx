import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ClosingPreview } from "@/lib/accounts/settings/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

export type CloseAccountPanelProps = { preview: ClosingPreview; base: string; action: FormAction };

/** What closing does, what stands in its way, and the form that does it. */
export function CloseAccountPanel({ preview, base, action }: CloseAccountPanelProps) {
  const { name, runningServices } = preview;
  return (
    <Panel title={`Close the account of ${name}`} tone="danger" className="max-w-2xl">
      <div className="flex flex-col gap-4">
        <div>
          <p className="font-medium text-ink">What will happen</p>
          <ul className="mt-1 list-disc ps-5 text-ink-soft">
            {consequences(preview).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        {runningServices > 0 ? (
          <Callout
            kind="warning"
            title={runningServices === 1 ? "One service still runs" : `${runningServices} services still run`}
            actions={<TextLink href={`${base}/services`}>See services</TextLink>}
          >
            Cancel each of them first, so that none ends unnoticed.
          </Callout>
        ) : (
          <OperationForm
            action={action}
            submitLabel="Close the account"
            submitVariant="danger"
            pendingLabel="Closing…"
            cancelHref={`${base}/settings`}
            cancelLabel="Keep it"
          >
            <Field
              name="confirmName"
              label="Type the account's name to confirm"
              required
              hint={
                <>
                  Exactly: <strong className="font-semibold text-ink">{name}</strong>
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
    "The account closes for everybody at once, also for you. You cannot open it again yourself.",
    `People keep, of what they have today, only these: ${kept}.`,
    "Unpaid invoices stay due and can still be paid.",
    ...(openInvitations > 0
      ? [openInvitations === 1 ? "One open invitation ends." : `${openInvitations} open invitations end.`]
      : []),
    ...(openOffer ? ["The open offer of ownership ends."] : []),
    "The owner and the administrators get a mail about it.",
  ];
}
