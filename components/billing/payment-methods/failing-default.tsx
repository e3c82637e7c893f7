import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { PaymentMethod } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";

type FailingDefaultProps = {
  /** The default payment method, if there is one. */
  method: PaymentMethod | null;
  /** The path of the list, if the viewer can replace the card. */
  addHref?: string;
};

/** Warns that the default card has expired or soon will, before payments fail. */
export function FailingDefault({ method, addHref }: FailingDefaultProps) {
  if (method === null || method.validity === "valid") return null;
  const over = method.validity === "expired";
  return (
    <Callout
      kind={over ? "danger" : "warning"}
      className="mb-4"
      title={over ? t("The default card has expired") : t("The default card expires soon")}
      actions={
        addHref && (
          <ButtonLink href={`${addHref}/add?replaces=${method.id}`} variant="primary">
            {t("Replace card")}
          </ButtonLink>
        )
      }
    >
      {over
        ? t("Payments with it fail. Replace it before the next invoice is due.")
        : t("Payments with it will fail. Replace it before the next invoice is due.")}
    </Callout>
  );
}
