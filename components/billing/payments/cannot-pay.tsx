import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { PaymentPreview } from "@/lib/billing/payments/schema";
import { t } from "@/lib/platform/language/t";

type CannotPayProps = {
  preview: PaymentPreview;
  /** Where a card can be added; omitted if the viewer can't add one. */
  addHref?: string;
  paymentHref: (paymentId: string) => string;
};

/** Whether the invoices can be paid now. If account credit covers them, no payment method is needed. */
export const canPay = (preview: PaymentPreview, useCredit: boolean): boolean => {
  const { underWay, online, methods, canUseDefault, total, credit } = preview;
  const covered = useCredit && credit?.amountMinor === total.amountMinor;
  return underWay.length === 0 && (covered || (online !== null && (methods.length > 0 || canUseDefault)));
};

/** Why the invoices can't be paid now, and what to do. */
export function CannotPay({ preview, addHref, paymentHref }: CannotPayProps) {
  const [underWay] = preview.underWay;
  if (underWay) {
    return (
      <EmptyState
        title={t("A payment for {number} is in progress", { number: underWay.number })}
        actions={
          <ButtonLink href={paymentHref(underWay.paymentId)} variant="primary">
            {t("View payment")}
          </ButtonLink>
        }
      >
        {t("Wait until it completes before paying this invoice again, so it isn't paid twice.")}
      </EmptyState>
    );
  }
  if (preview.online === null) {
    return (
      <EmptyState icon={<Icon name="landmark" />} title={t("Online payment isn't available")}>
        {t("Pay by bank transfer. The bank details are on every invoice.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="credit-card" />}
      title={t("No payment methods yet")}
      actions={
        addHref && (
          <ButtonLink href={addHref} variant="primary">
            {t("Add payment method")}
          </ButtonLink>
        )
      }
    >
      {addHref
        ? t("Add a card or bank account to pay.")
        : t("Ask the account owner to add one, or pay by bank transfer. The bank details are on every invoice.")}
    </EmptyState>
  );
}
