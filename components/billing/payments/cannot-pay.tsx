import { CreditCard, Landmark } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PaymentPreview } from "@/lib/billing/payments/schema";

type CannotPayProps = {
  preview: PaymentPreview;
  /** Where a card can be added; not given to whoever may not. */
  addHref?: string;
  paymentHref: (paymentId: string) => string;
};

/** True where nothing stands in the way of paying; what account credit covers needs no method. */
export const canPay = (preview: PaymentPreview, useCredit: boolean): boolean => {
  const { underWay, online, methods, canUseDefault, total, credit } = preview;
  const covered = useCredit && credit?.amountMinor === total.amountMinor;
  return underWay.length === 0 && (covered || (online !== null && (methods.length > 0 || canUseDefault)));
};

/** Why this cannot be paid just now, and what to do. */
export function CannotPay({ preview, addHref, paymentHref }: CannotPayProps) {
  const [underWay] = preview.underWay;
  if (underWay) {
    return (
      <EmptyState
        title={`A payment for ${underWay.number} is under way`}
        actions={
          <ButtonLink href={paymentHref(underWay.paymentId)} variant="primary">
            See how it stands
          </ButtonLink>
        }
      >
        It has to end before anything else is paid for this invoice, so that nothing is paid twice.
      </EmptyState>
    );
  }
  if (preview.online === null) {
    return (
      <EmptyState icon={<Landmark />} title="Nothing can be paid online here">
        Pay by bank transfer: the details are on every invoice.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<CreditCard />}
      title="No card or bank account is stored"
      actions={
        addHref && (
          <ButtonLink href={addHref} variant="primary">
            Add one
          </ButtonLink>
        )
      }
    >
      {addHref
        ? "Add one, then come back here to pay."
        : "Ask the account owner to add one, or pay by bank transfer: the details are on every invoice."}
    </EmptyState>
  );
}
