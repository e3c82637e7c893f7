import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { StaffAccount } from "@/lib/staff/core/schema";

export type OpenOfferProps = {
  offer: NonNullable<StaffAccount["offer"]>;
  format: ViewerFormat;
  /** Left out for staff who may not. */
  withdraw?: FormAction;
};

/** The account is being handed over: to whom, until when, and the way to call it off. */
export function OpenOffer({ offer, format, withdraw }: OpenOfferProps) {
  return (
    <Callout
      className="mb-4"
      title={`The ownership is offered to ${offer.to}`}
      actions={
        withdraw && (
          <ConfirmDialog
            id="withdraw-offer"
            action={withdraw}
            hidden={{ offerId: offer.id }}
            trigger="Withdraw"
            triggerProps={{ size: "sm", variant: "secondary" }}
            title="Withdraw the offer?"
            consequences={[
              `${offer.to} can no longer accept it.`,
              "The owner stays the owner and gets a mail about it.",
            ]}
            confirmLabel="Withdraw the offer"
            doneMessage="The offer is withdrawn."
          />
        )
      }
    >
      They can accept it until <DateTime value={offer.expiresAt} style="dateTime" format={format} />.
    </Callout>
  );
}
