import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { OwnershipOffer } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type OpenOfferProps = { offer: OwnershipOffer; withdraw: FormAction; format: ViewerFormat };

/** The owner's own transfer request, while it is pending. */
export function OpenOffer({ offer, withdraw, format }: OpenOfferProps) {
  const { id: offerId, to, offeredAt, expiresAt, over } = offer;
  return (
    <Callout
      kind={over ? "warning" : "info"}
      title={over ? `Transfer to ${to.name} expired` : `Transfer to ${to.name} pending`}
      actions={
        <OperationForm
          action={withdraw}
          hidden={{ offerId }}
          label="Withdraw transfer"
          submitLabel={over ? "Dismiss" : "Withdraw transfer"}
          submitVariant="secondary"
        />
      }
    >
      Sent <DateTime value={offeredAt} format={format} />. {over ? "Expired " : "Expires "}
      <DateTime value={expiresAt} style="dateTime" format={format} />.
    </Callout>
  );
}
