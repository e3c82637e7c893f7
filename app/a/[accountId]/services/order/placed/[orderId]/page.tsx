import { accountPage } from "@/app/page-context";
import { Price } from "@/components/services/catalogue/price";
import { OrderState } from "@/components/services/orders/order-state";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { cancelOrder } from "@/lib/services/orders/cancel-order";
import { viewOrder } from "@/lib/services/orders/view-order";

export const metadata = { title: "Order" };

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const order = await execute(viewOrder, { orderId: params.orderId ?? "" });
  const { id, number, status, invoice, price, options } = order;
  const services = `${base}/services`;
  const waits = status === "placed";
  return (
    <div className="max-w-2xl">
      <PageHeader title={`Order #${number}`} breadcrumb={[{ label: "Services", href: services }]} />
      <OrderState order={order} locale={actor.locale} />
      <Panel
        title="Order details"
        footer={
          <span className="flex flex-wrap gap-2">
            {waits && invoice && (
              <ButtonLink href={`${base}/invoices/${invoice.id}`} variant="primary">
                View and pay invoice
              </ButtonLink>
            )}
            {order.serviceId && <ButtonLink href={`${services}/${order.serviceId}`}>View service</ButtonLink>}
            {waits && (
              <ConfirmDialog
                id="cancel-order"
                action={action(cancelOrder, `${services}/order/placed/{id}`)}
                hidden={{ orderId: id }}
                trigger="Cancel order…"
                title={`Cancel order #${number}?`}
                consequences={["Its invoice is voided and nothing is due.", `${order.name} won't be set up.`]}
                confirmLabel="Cancel order"
                pendingLabel="Cancelling…"
                keepLabel="Keep order"
              />
            )}
          </span>
        }
      >
        <KeyValueList
          items={[
            { label: "Product", value: order.product },
            { label: "Name", value: order.name },
            { label: "Location", value: order.location },
            ...(options.length > 0 ? [{ label: "Options", value: options.join(", ") }] : []),
            ...(price ? [{ label: "Price excluding tax", value: <Price value={price} locale={actor.locale} /> }] : []),
            { label: "Placed", value: <DateTime value={order.placedAt} style="dateTime" format={actor} /> },
          ]}
        />
      </Panel>
    </div>
  );
});
