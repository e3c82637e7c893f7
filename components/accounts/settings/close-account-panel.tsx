import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ClosingPreview } from "@/lib/accounts/settings/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { listed } from "@/lib/platform/kernel/listed";
import { rich } from "@/lib/platform/language/rich";
import { currentCode, t } from "@/lib/platform/language/t";

export type CloseAccountPanelProps = { preview: ClosingPreview; base: string; action: FormAction };

/** What closing does, what blocks it, and the form to do it. */
export function CloseAccountPanel({ preview, base, action }: CloseAccountPanelProps) {
  const { name, runningServices } = preview;
  return (
    <Panel title={t("Close {name}", { name })} tone="danger" className="max-w-2xl">
      <div className="flex flex-col gap-4">
        <div>
          <p className="font-medium text-ink">{t("What happens")}</p>
          <ul className="mt-1 list-disc ps-5 text-ink-soft">
            {consequences(preview).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        {runningServices > 0 ? (
          <Callout
            kind="warning"
            title={t("{count, plural, one {# service is still active} other {# services are still active}}", {
              count: runningServices,
            })}
            actions={<TextLink href={`${base}/services`}>{t("View services")}</TextLink>}
          >
            {t("Cancel all services before you close the account.")}
          </Callout>
        ) : (
          <OperationForm
            action={action}
            submitLabel={t("Close account")}
            submitVariant="danger"
            pendingLabel={t("Closing…")}
            cancelHref={`${base}/settings`}
            cancelLabel={t("Keep account")}
          >
            <Field
              name="confirmName"
              label={t("Type the account name to confirm")}
              required
              hint={rich("Enter {name}", { name: <strong className="font-semibold text-ink">{name}</strong> })}
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
  const kept = listed(remains.map(withinSentence));
  return [
    t("The account closes immediately for everyone, including you. You can't reopen it yourself."),
    t("People keep only these permissions, if they have them today: {kept}.", { kept }),
    t("Unpaid invoices stay due and can still be paid."),
    ...(openInvitations > 0
      ? [
          t("{count, plural, one {# pending invitation is revoked.} other {# pending invitations are revoked.}}", {
            count: openInvitations,
          }),
        ]
      : []),
    ...(openOffer ? [t("The pending ownership transfer is cancelled.")] : []),
    t("The owner and administrators are notified by email."),
  ];
}

/** "view invoices": in German, names begin with a noun and stay as they are. */
const withinSentence = (name: string): string =>
  currentCode() === "en" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
