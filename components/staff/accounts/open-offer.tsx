import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { StaffAccount } from "@/lib/staff/core/schema";

export type OpenOfferProps = {
  offer: NonNullable<StaffAccount["offer"]>;
  format: ViewerFormat;
  /** Omitted for staff who may not do it. */
  withdraw?: FormAction;
};

/** A pending ownership transfer: to whom, when it expires, and how to withdraw it. */
export function OpenOffer({ offer, format, withdraw }: OpenOfferProps) {
  return (
    <Callout
      className="mb-4"
      title={`Ownership transfer to ${offer.to} pending`}
      actions={
        withdraw && (
          <ConfirmDialog
            id="withdraw-offer"
            action={withdraw}
            hidden={{ offerId: offer.id }}
            trigger="Withdraw"
            triggerProps={{ size: "sm", variant: "secondary" }}
            title="Withdraw the transfer?"
            consequences={[
              `${offer.to} can no longer accept it.`,
              "The owner doesn't change and is notified by email.",
            ]}
            confirmLabel="Withdraw transfer"
            doneMessage="Transfer withdrawn."
          />
        )
      }
    >
      Expires <DateTime value={offer.expiresAt} style="dateTime" format={format} />.
    </Callout>
  );
}
