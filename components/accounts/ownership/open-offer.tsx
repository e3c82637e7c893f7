import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { OwnershipOffer } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type OpenOfferProps = { offer: OwnershipOffer; withdraw: FormAction; format: ViewerFormat };

/** The owner's own offer, while it waits for an answer. */
export function OpenOffer({ offer, withdraw, format }: OpenOfferProps) {
  const { id: offerId, to, offeredAt, expiresAt, over } = offer;
  return (
    <Callout
      kind={over ? "warning" : "info"}
      title={over ? `${to.name} did not answer in time` : `Offered to ${to.name}`}
      actions={
        <OperationForm
          action={withdraw}
          hidden={{ offerId }}
          label="Withdraw the offer"
          submitLabel={over ? "Clear away" : "Withdraw the offer"}
          submitVariant="secondary"
        />
      }
    >
      On <DateTime value={offeredAt} format={format} />. {over ? "It ended on " : "They can accept until "}
      <DateTime value={expiresAt} style="dateTime" format={format} />.
    </Callout>
  );
}
