import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { PaymentPreview } from "@/lib/billing/payments/schema";

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
        title={`A payment for ${underWay.number} is in progress`}
        actions={
          <ButtonLink href={paymentHref(underWay.paymentId)} variant="primary">
            View payment
          </ButtonLink>
        }
      >
        Wait until it completes before paying this invoice again, so it isn't paid twice.
      </EmptyState>
    );
  }
  if (preview.online === null) {
    return (
      <EmptyState icon={<Icon name="landmark" />} title="Online payment isn't available">
        Pay by bank transfer. The bank details are on every invoice.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="credit-card" />}
      title="No payment methods yet"
      actions={
        addHref && (
          <ButtonLink href={addHref} variant="primary">
            Add payment method
          </ButtonLink>
        )
      }
    >
      {addHref
        ? "Add a card or bank account to pay."
        : "Ask the account owner to add one, or pay by bank transfer. The bank details are on every invoice."}
    </EmptyState>
  );
}
