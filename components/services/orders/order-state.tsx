import { Callout } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { PlacedOrder } from "@/lib/services/orders/schema";

/** The status of an order and what happens next. */
export function OrderState({ order, locale }: { order: PlacedOrder; locale: string }) {
  const { status, settingUp, name, invoice } = order;
  if (status === "cancelled" || status === "declined") {
    return (
      <Callout className="mb-4" title={status === "cancelled" ? t("Order cancelled") : t("Order declined")}>
        {t("{name} won't be set up and there is nothing to pay.", { name })}
      </Callout>
    );
  }
  if (status === "fulfilled") {
    return (
      <Callout kind="success" className="mb-4" title={settingUp ? t("Order paid") : t("Order completed")}>
        {settingUp
          ? t("We're setting up {name} and will email you when it's ready.", { name })
          : t("{name} is set up.", { name })}
      </Callout>
    );
  }
  return (
    <Callout kind="success" className="mb-4" title={t("Order placed")}>
      {invoice
        ? rich("We'll set up {name} as soon as invoice {number} is paid. Amount due: {amount}.", {
            name,
            number: invoice.number,
            amount: <Money value={invoice.due} format={{ locale }} />,
          })
        : t("We'll set up {name} as soon as its invoice is paid. The invoice was emailed to the account owner.", {
            name,
          })}
    </Callout>
  );
}
