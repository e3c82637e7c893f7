import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { OwnershipOffer } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type OfferToYouProps = {
  offer: OwnershipOffer;
  accountName: string;
  accept: FormAction;
  decline: FormAction;
  format: ViewerFormat;
};

/** The transfer request, as its recipient sees it. */
export function OfferToYou({ offer, accountName, accept, decline, format }: OfferToYouProps) {
  const { id: offerId, from, expiresAt, over } = offer;
  if (over) {
    return (
      <Callout kind="warning" title={t("The transfer request from {name} has expired", { name: from.name })}>
        {t("You can no longer accept it. Ask {name} to send another.", { name: from.name })}
      </Callout>
    );
  }
  return (
    <Panel
      title={t("{owner} wants to transfer ownership of {account} to you", { owner: from.name, account: accountName })}
      description={rich("Expires {date}. Nothing changes until you accept.", {
        date: <DateTime value={expiresAt} style="dateTime" format={format} />,
      })}
    >
      <ul className="mb-4 list-disc ps-4 text-ink-soft">
        <li>{t("You get full control of the account, including ordering and cancelling services.")}</li>
        <li>{t("{name} becomes an administrator.", { name: from.name })}</li>
        <li>{t("To give up ownership later, you have to transfer it to another member.")}</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          id="accept"
          action={accept}
          hidden={{ offerId }}
          trigger={t("Accept ownership")}
          triggerProps={{ variant: "primary" }}
          title={t("Become the owner of {account}?", { account: accountName })}
          consequences={[
            t("You become the owner immediately."),
            t("{name} becomes an administrator and gets an email.", { name: from.name }),
          ]}
          confirmLabel={t("Accept")}
          destructive={false}
        />
        <OperationForm
          action={decline}
          hidden={{ offerId }}
          label={t("Decline ownership")}
          submitLabel={t("Decline")}
          submitVariant="secondary"
        />
      </div>
    </Panel>
  );
}
