import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
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
      title={t("Ownership transfer to {to} pending", { to: offer.to })}
      actions={
        withdraw && (
          <ConfirmDialog
            id="withdraw-offer"
            action={withdraw}
            hidden={{ offerId: offer.id }}
            trigger={t("Withdraw")}
            triggerProps={{ size: "sm", variant: "secondary" }}
            title={t("Withdraw the transfer?")}
            consequences={[
              t("{to} can no longer accept it.", { to: offer.to }),
              t("The owner doesn't change and is notified by email."),
            ]}
            confirmLabel={t("Withdraw transfer")}
            doneMessage={t("Transfer withdrawn.")}
          />
        )
      }
    >
      {rich("Expires {date}.", { date: <DateTime value={offer.expiresAt} style="dateTime" format={format} /> })}
    </Callout>
  );
}
