import { Callout } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import type { PlacedOrder } from "@/lib/services/orders/schema";

/** The status of an order and what happens next. */
export function OrderState({ order, locale }: { order: PlacedOrder; locale: string }) {
  const { status, settingUp, name, invoice } = order;
  if (status === "cancelled" || status === "declined") {
    return (
      <Callout className="mb-4" title={status === "cancelled" ? "Order cancelled" : "Order declined"}>
        {name} won't be set up and there is nothing to pay.
      </Callout>
    );
  }
  if (status === "fulfilled") {
    return (
      <Callout kind="success" className="mb-4" title={settingUp ? "Order paid" : "Order completed"}>
        {settingUp ? `We're setting up ${name} and will email you when it's ready.` : `${name} is set up.`}
      </Callout>
    );
  }
  return (
    <Callout kind="success" className="mb-4" title="Order placed">
      {invoice ? (
        <>
          We'll set up {name} as soon as invoice {invoice.number} is paid. Amount due:{" "}
          <Money value={invoice.due} format={{ locale }} />.
        </>
      ) : (
        `We'll set up ${name} as soon as its invoice is paid. The invoice was emailed to the account owner.`
      )}
    </Callout>
  );
}
