import { Callout } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import type { PlacedOrder } from "@/lib/services/core/schema";

/** Where an order stands and what happens next. */
export function OrderState({ order, locale }: { order: PlacedOrder; locale: string }) {
  const { status, settingUp, name, invoice } = order;
  if (status === "cancelled" || status === "declined") {
    return (
      <Callout className="mb-4" title={status === "cancelled" ? "The order was taken back" : "The order was declined"}>
        {name} is not set up, and nothing is to be paid for it.
      </Callout>
    );
  }
  if (status === "fulfilled") {
    return (
      <Callout kind="success" className="mb-4" title={settingUp ? "The order is paid" : "The order is completed"}>
        {settingUp ? `We are setting ${name} up, and send a mail when it is ready.` : `${name} is set up.`}
      </Callout>
    );
  }
  return (
    <Callout kind="success" className="mb-4" title="The order is placed">
      {invoice ? (
        <>
          We set {name} up as soon as invoice {invoice.number} is paid:{" "}
          <Money value={invoice.due} format={{ locale }} /> are due.
        </>
      ) : (
        `We set ${name} up as soon as its invoice is paid. The account owner has it in a mail.`
      )}
    </Callout>
  );
}
