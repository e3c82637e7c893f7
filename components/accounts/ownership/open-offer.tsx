import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { OwnershipOffer } from "@/lib/accounts/ownership/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type OpenOfferProps = { offer: OwnershipOffer; withdraw: FormAction; format: ViewerFormat };

/** The owner's own transfer request, while it is pending. */
export function OpenOffer({ offer, withdraw, format }: OpenOfferProps) {
  const { id: offerId, to, offeredAt, expiresAt, over } = offer;
  return (
    <Callout
      kind={over ? "warning" : "info"}
      title={
        over ? t("Transfer to {name} expired", { name: to.name }) : t("Transfer to {name} pending", { name: to.name })
      }
      actions={
        <OperationForm
          action={withdraw}
          hidden={{ offerId }}
          label={t("Withdraw transfer")}
          submitLabel={over ? t("Dismiss") : t("Withdraw transfer")}
          submitVariant="secondary"
        />
      }
    >
      {rich(over ? "Sent {sent}. Expired {end}." : "Sent {sent}. Expires {end}.", {
        sent: <DateTime value={offeredAt} format={format} />,
        end: <DateTime value={expiresAt} style="dateTime" format={format} />,
      })}
    </Callout>
  );
}
