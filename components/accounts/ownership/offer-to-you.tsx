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

/** The transfer request, as its recipient sees it. */
export function OfferToYou({ offer, accountName, accept, decline, format }: OfferToYouProps) {
  const { id: offerId, from, expiresAt, over } = offer;
  if (over) {
    return (
      <Callout kind="warning" title={`The transfer request from ${from.name} has expired`}>
        You can no longer accept it. Ask {from.name} to send another.
      </Callout>
    );
  }
  return (
    <Panel
      title={`${from.name} wants to transfer ownership of ${accountName} to you`}
      description={
        <>
          Expires <DateTime value={expiresAt} style="dateTime" format={format} />. Nothing changes until you accept.
        </>
      }
    >
      <ul className="mb-4 list-disc ps-4 text-ink-soft">
        <li>You get full control of the account, including ordering and cancelling services.</li>
        <li>{from.name} becomes an administrator.</li>
        <li>To give up ownership later, you have to transfer it to another member.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          id="accept"
          action={accept}
          hidden={{ offerId }}
          trigger="Accept ownership"
          triggerProps={{ variant: "primary" }}
          title={`Become the owner of ${accountName}?`}
          consequences={[
            "You become the owner immediately.",
            `${from.name} becomes an administrator and gets an email.`,
          ]}
          confirmLabel="Accept"
          destructive={false}
        />
        <OperationForm
          action={decline}
          hidden={{ offerId }}
          label="Decline ownership"
          submitLabel="Decline"
          submitVariant="secondary"
        />
      </div>
    </Panel>
  );
}
