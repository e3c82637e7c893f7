import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { OwnershipOffer } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type OfferToYouProps = {
  offer: OwnershipOffer;
  accountName: string;
  accept: FormAction;
  decline: FormAction;
  format: ViewerFormat;
};

/** What the offered person decides on. */
export function OfferToYou({ offer, accountName, accept, decline, format }: OfferToYouProps) {
  const { id: offerId, from, expiresAt, over } = offer;
  if (over) {
    return (
      <Callout kind="warning" title={`The offer of ${from.name} is over`}>
        You can no longer accept it. {from.name} can make another.
      </Callout>
    );
  }
  return (
    <Panel
      title={`${from.name} offers you the ownership of ${accountName}`}
      description={
        <>
          You can accept until <DateTime value={expiresAt} style="dateTime" format={format} />. Nothing changes before.
        </>
      }
    >
      <ul className="mb-4 list-disc ps-4 text-ink-soft">
        <li>You answer for the account and may do everything on it, ordering and cancelling services included.</li>
        <li>{from.name} becomes an administrator.</li>
        <li>The account has one owner: to step back you hand it on to somebody else.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          id="accept"
          action={accept}
          hidden={{ offerId }}
          trigger="Accept the ownership"
          triggerProps={{ variant: "primary" }}
          title={`Own ${accountName}?`}
          consequences={["You are its owner at once.", `${from.name} becomes an administrator and is told by mail.`]}
          confirmLabel="Accept"
          destructive={false}
        />
        <OperationForm
          action={decline}
          hidden={{ offerId }}
          label="Decline the offer"
          submitLabel="Decline"
          submitVariant="secondary"
        />
      </div>
    </Panel>
  );
}
