import { accountPage } from "@/app/page-entrance";
import { Price } from "@/components/services/price";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewOrder } from "@/lib/services/view-order";

export const metadata = { title: "Order placed" };

export default accountPage(async ({ ask, base, params, actor }) => {
  const order = await ask(viewOrder, { orderId: params.orderId ?? "" });
  const services = `${base}/services`;
  return (
    <div className="max-w-2xl">
      <PageHeader title={`Order #${order.number}`} breadcrumb={[{ label: "Services", href: services }]} />
      <Callout kind="success" className="mb-4" title="The order is placed">
        We are setting {order.name} up. The account owner gets a mail about the order.
      </Callout>
      <Panel
        title="What was ordered"
        footer={
          <span className="flex flex-wrap gap-2">
            {order.serviceId && <ButtonLink href={`${services}/${order.serviceId}`}>See the service</ButtonLink>}
            <ButtonLink href={`${services}/order`} variant="ghost">
              Order another
            </ButtonLink>
          </span>
        }
      >
        <KeyValueList
          items={[
            { label: "Product", value: order.product },
            { label: "Name", value: order.name },
            { label: "Location", value: order.location },
            ...(order.price
              ? [{ label: "Price without tax", value: <Price value={order.price} locale={actor.locale} /> }]
              : []),
            { label: "Placed", value: <DateTime value={order.placedAt} style="dateTime" format={actor} /> },
          ]}
        />
      </Panel>
    </div>
  );
});
