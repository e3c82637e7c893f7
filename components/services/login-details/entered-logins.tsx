import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { EnteredLogins as Entered } from "@/lib/services/login-details/schema";

export type EnteredLoginsProps = {
  entered: Entered;
  remove: FormAction;
  /** This page; the forms are below it. */
  here: string;
  format: ViewerFormat;
};

/** Which login details a service has, for staff: by label alone. */
export function EnteredLogins({ entered: { service, items }, remove, here, format }: EnteredLoginsProps) {
  if (items.length === 0) {
    return <EmptyState title={t("No credentials yet")} icon={<Icon name="key-round" />} />;
  }
  return (
    <ul className="divide-y divide-line">
      {items.map(({ id, label, replacedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0">
            <h3 className="font-medium wrap-anywhere text-ink">{label}</h3>
            {replacedAt && (
              <p className="text-sm text-ink-soft">
                {rich("Replaced {date}", { date: <DateTime value={replacedAt} format={format} /> })}
              </p>
            )}
          </div>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${here}/${id}`} size="sm" aria-label={t("Replace {label}", { label })}>
              {t("Replace")}
            </ButtonLink>
            <ConfirmDialog
              id={`remove-${id}`}
              action={remove}
              hidden={{ serviceId: service.id, credentialId: id }}
              trigger={t("Remove")}
              triggerProps={{ size: "sm", "aria-label": t("Remove {label}", { label }) }}
              title={t("Remove the {label} credentials?", { label })}
              consequences={[
                t("The customer can't reveal them any more."),
                t("Links that were sent and not used yet end. Send new ones for the credentials that stay."),
              ]}
              confirmLabel={t("Remove")}
              pendingLabel={t("Removing…")}
              doneMessage={t("Credentials removed.")}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
